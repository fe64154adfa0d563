// SPDX-License-Identifier: Apache-2.0
// A save: one transaction from the plan to signed changes on disk.
#include "fayi/base/bugs.h"
#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/store/not_taken.h"
#include "grams.h"
#include "writer.h"

namespace fayi::store {
namespace {

/// Changes between two signed heads of a large save: a push page ends at a head, so it must not exceed a
/// page.
constexpr std::size_t kHeadChanges = limits::kPageChanges / 2;
constexpr std::size_t kHeadBytes = limits::kPageBytes / 2;

/// Apart from the rest of a row: SQLite writes what it sets into the indexes even where it was the same
/// before, and in a large store that is one more page of each index for every record.
Status moveInIndexes(sqlite::Database& database, std::int64_t record, const records::View& view,
                     std::uint64_t pull) {
    return database
        .prepare(
            "UPDATE record SET happened_on=?1, state=?2, deleted=?3, pull=?4 WHERE number=?5 AND "
            "(happened_on, state, deleted, pull)<>(?1, ?2, ?3, ?4)")
        .bind(view.happenedOn)
        .bind(view.state)
        .bind(view.deleted ? 1 : 0)
        .bind(pull)
        .bind(record)
        .run();
}

/// What a record is found by.
std::string indexOf(const schema::RecordType* type, const Json& fields) {
    return gramsOf(records::searchText(type, fields)) +
           initialGramsOf(records::searchText(type, fields, records::Searched::Names));
}

}  // namespace

Store::Writer::Writer(Store& store, Pen pen, Position authority)
    : m_store(store), m_pen(std::move(pen)), m_authority(authority), m_offset(store.offset()) {}

Result<RecordId> Store::Writer::append(const Save& save) {
    FAYI_LET(change, make(save));
    FAYI_LET(row, rowOf(change));
    if (!row.whole && !row.base)
        row.base = row.state;
    row.state.apply(change.dot, estimate(change.time), change.writes,
                    records::keepsPast(m_store.m_catalog->type(row.type)));
    FAYI_TRY(m_store.putRecord(row));
    if (!save.imported.empty())
        FAYI_TRY(m_store.m_database->prepare("INSERT OR IGNORE INTO imported(digest,record) VALUES(?,?)")
                     .bindBlob(save.imported)
                     .bind(row.number)
                     .run());
    FAYI_TRY(keep(change, row.number, save.anySize ? limits::kOversizeBytes : limits::kChangeBytes));
    return change.record;
}

Status Store::Writer::appendAgain(protocol::Change change) {
    change.seed =
        protocol::opensSaltBlock(change.dot.seq) ? m_store.m_random.bytes(protocol::kSaltSeedBytes) : Bytes();
    if (change.salts)
        protocol::writeSaltsOut(change, change.seed.empty() ? m_pen.head.seed : Bytes(change.seed));
    FAYI_LET(row, m_store.findRow(change.record));
    if (!row)
        return Error{ErrorCode::Internal, {"找不到要重新发出的记录", "the record to issue again is gone"}};
    return keep(change, row->number, limits::kOversizeBytes);  // it was let in once
}

Status Store::Writer::finish() {
    if (m_changes > 0)
        FAYI_TRY(sign());
    return m_store.m_database->prepare("UPDATE replica SET seq=?, hash=?, salt=?, time=? WHERE number=?")
        .bind(m_pen.head.seq)
        .bindBlob(m_pen.head.hash)
        .bindBlob(m_pen.head.seed)
        .bind(m_pen.time.packed)
        .bind(m_pen.number)
        .run();
}

Result<protocol::Change> Store::Writer::make(const Save& save) {
    protocol::Change change;
    change.dot = {m_pen.replica, m_pen.head.seq + 1};
    change.time = std::max(HybridTime::of(m_store.m_clock.now()), m_pen.time.next());
    change.record = save.record.value_or(RecordId{change.dot});
    change.type = save.record ? std::string() : save.type;
    change.authority = m_authority;
    if (protocol::opensSaltBlock(change.dot.seq))
        change.seed = m_store.m_random.bytes(protocol::kSaltSeedBytes);
    change.writes = save.writes;
    if (change.writes.empty())
        return Error{ErrorCode::Internal, {"没有可保存的内容", "there is nothing to save"}};
    for (const merge::Write& write : change.writes)
        if (protocol::holdsBytes(write.value))
            return Error{ErrorCode::Validation,
                         {"这个版本的内容已按规定删除", "the content of this version was erased by order"}};
    return change;
}

Result<Store::RecordRow> Store::Writer::rowOf(const protocol::Change& change) {
    if (change.creates())
        return RecordRow{
            .id = change.record, .creator = m_pen.number, .type = change.type, .pull = m_store.pullNumber()};
    FAYI_LET(row, m_store.findRow(change.record));
    if (!row)
        return Error{
            ErrorCode::NotFound,
            {"没有这条记录：" + toText(change.record), "there is no such record: " + toText(change.record)}};
    FAYI_LET(unborn, m_store.isUnborn(*row));
    if (unborn)
        return Error{ErrorCode::Validation, kNotTaken};
    return std::move(*row);
}

/// What the hub will probably make of the claimed time (ruling 3).
HybridTime Store::Writer::estimate(HybridTime claimed) const {
    if (std::chrono::abs(m_offset) < limits::kOffsetNoise)
        return claimed;
    const Millis corrected = std::max(Millis(0), claimed.wall() + m_offset);
    return HybridTime::of(corrected, static_cast<std::uint16_t>(claimed.packed & 0xFFFF));
}

/// Puts the change into the log and into the chain.
Status Store::Writer::keep(const protocol::Change& change, std::int64_t record, std::size_t most) {
    const Bytes body = protocol::encodeChange(change);
    if (body.size() > most)
        return Error{ErrorCode::Validation, {"这条记录的内容过大", "this record is too large"}};
    auto row = m_store.m_database->prepare(
        "INSERT INTO change(replica,seq,record,effective,body) VALUES(?,?,?,nullif(?,?),?)");
    FAYI_TRY(row.bind(m_pen.number)
                 .bind(change.dot.seq)
                 .bind(record)
                 .bind(estimate(change.time).packed)
                 .bind(change.time.packed)
                 .bindBlob(body)
                 .run());
    FAYI_TRY(m_store.noteBlobs(record, records::blobsNamedBy(change.writes), Naming::Ours));
    m_pen.head = protocol::extend(m_pen.head, change);
    m_last = change.time;
    m_pen.time = std::max(m_pen.time, m_last);
    m_bytes += body.size();
    return ++m_changes >= kHeadChanges || m_bytes >= kHeadBytes ? sign() : Status();
}

Status Store::Writer::sign() {
    const Bytes signature =
        SigningKey{m_pen.secret, m_pen.publicKey}.sign(protocol::headMessage(m_pen.replica, m_pen.head));
    m_changes = m_bytes = 0;
    return m_store.m_database->prepare("INSERT INTO head(replica,seq,hash,signature,time) VALUES(?,?,?,?,?)")
        .bind(m_pen.number)
        .bind(m_pen.head.seq)
        .bindBlob(m_pen.head.hash)
        .bindBlob(signature)
        .bind(m_last.packed)
        .run();
}

Result<std::vector<RecordId>> Store::save(std::int64_t person, const std::vector<Save>& saves) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(refreshDefinitions());
    FAYI_LET(forked, forks());
    FAYI_LET(pen, activePen(person));
    Writer writer(*this, std::move(pen), reached());
    std::vector<RecordId> out;
    for (const Save& save : saves) {
        if (save.forks.value_or(forked) != forked)
            return Error{ErrorCode::Validation,
                         {"本机刚换用了新的身份，这次没有保存；请再保存一次",
                          "this computer has just gone on under a new identity and nothing was saved; save "
                          "once more"}};
        FAYI_LET(id, writer.append(save));
        out.push_back(id);
    }
    FAYI_TRY(writer.finish());
    FAYI_TRY(transaction.commit());
    return out;
}

Result<std::optional<Store::RecordRow>> Store::findRow(RecordId id) const {
    auto row = m_database->prepare(
        "SELECT c.number, c.replica, c.type, c.registers, c.fields, c.whole, c.base, c.since, c.pull FROM "
        "record c JOIN replica r ON "
        "r.number=c.replica "
        "WHERE r.id=? AND c.seq=?");
    if (!row.bind(asKey(id.created.replica)).bind(id.created.seq).step()) {
        FAYI_TRY(row.status());
        return std::optional<RecordRow>();
    }
    FAYI_LET(state, protocol::decodeState(row.text(3)));
    RecordRow out{.number = row.integer(0),
                  .id = id,
                  .creator = row.integer(1),
                  .type = row.text(2),
                  .state = std::move(state),
                  .whole = row.integer(5) != 0,
                  .since = row.number(7),
                  .pull = row.number(8)};
    if (!row.isNull(6)) {
        FAYI_LET(base, protocol::decodeState(row.text(6)));
        out.base = std::move(base);
    }
    out.indexed = indexOf(m_catalog->type(out.type), Json::parse(row.text(4), nullptr, false));
    return std::optional(std::move(out));
}

Result<std::int64_t> Store::replicaNumber(ReplicaId replica) const {
    auto row = m_database->prepare("SELECT number FROM replica WHERE id=?");
    if (row.bind(asKey(replica)).step())
        return row.integer(0);
    FAYI_TRY(row.status());
    FAYI_TRY(m_database->prepare("INSERT INTO replica(id) VALUES(?)").bind(asKey(replica)).run());
    return m_database->lastInsertId();
}

Status Store::putRecord(RecordRow& row) const {
    const schema::RecordType* type = m_catalog->type(row.type);
    const merge::KeepsPast keeps = records::keepsPast(type);
    if (row.state.lacksPast(keeps))
        FAYI_TRY(recallPast(row));
    row.state.trimPast(keeps);
    const records::View view = records::view(type, row.type, row.state);
    FAYI_LET(updatedBy, replicaNumber(view.updatedBy.replica));
    auto put = m_database->prepare(
        "INSERT INTO "
        "record(number,replica,seq,type,org,state,happened_on,deleted,conflicts,updated,updated_by,title,"
        "fields,registers,whole,base,since,pull,changed,restricted) "
        "VALUES(?,?,?,?,coalesce(nullif(?,''),(SELECT org FROM replica WHERE number=?2)),"
        "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(number) DO UPDATE SET org=excluded.org,"
        "conflicts=excluded.conflicts,updated=excluded.updated,"
        "updated_by=excluded.updated_by,title=excluded.title,fields=excluded.fields,"
        "registers=excluded.registers,whole=excluded.whole,base=excluded.base,changed=excluded.changed,"
        "restricted=excluded.restricted");
    const std::string grams = indexOf(type, view.fields);
    if (row.number == 0)
        put.bindNull();
    else
        put.bind(row.number);
    put.bind(row.creator).bind(row.id.created.seq).bind(row.type).bind(view.org).bind(view.state);
    put.bind(view.happenedOn)
        .bind(view.deleted ? 1 : 0)
        .bind(static_cast<std::int64_t>(view.conflicts.size()));
    put.bind(view.updated.packed)
        .bind(updatedBy)
        .bind(type == nullptr ? row.type : schema::titleOf(*type, view.fields));
    put.bind(view.fields.dump()).bindBlob(protocol::encodeState(row.state)).bind(row.whole ? 1 : 0);
    if (row.base)
        put.bindBlob(protocol::encodeState(*row.base));
    else
        put.bindNull();
    put.bind(row.since)
        .bind(row.pull)
        .bind(view.changedSinceVerified && !bug("stale-line") ? 1 : 0)
        .bind(view.restricted ? 1 : 0);
    FAYI_TRY(put.run());
    if (row.number == 0)
        row.number = m_database->lastInsertId();
    else
        FAYI_TRY(moveInIndexes(*m_database, row.number, view, row.pull));
    FAYI_TRY(noteBlobs(row.number, records::blobsNamedBy(row.state), Naming::Heard));
    if (grams == row.indexed)
        return {};
    if (!row.indexed.empty())
        FAYI_TRY(m_database->prepare("INSERT INTO search(search,rowid,grams) VALUES('delete',?,?)")
                     .bind(row.number)
                     .bind(row.indexed)
                     .run());
    row.indexed = grams;
    if (grams.empty())
        return {};
    return m_database->prepare("INSERT INTO search(rowid,grams) VALUES(?,?)")
        .bind(row.number)
        .bind(grams)
        .run();
}

}  // namespace fayi::store
