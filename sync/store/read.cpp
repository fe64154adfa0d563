// SPDX-License-Identifier: Apache-2.0
#include "query_rows.h"
#include "select.h"

namespace fayi::store {
namespace {

Error noRecord(RecordId id) {
    return {ErrorCode::NotFound, {"没有这条记录：" + toText(id), "there is no such record: " + toText(id)}};
}

/// The name of who wrote last.
constexpr const char* kUpdatedBySql =
    "(SELECT CASE WHEN u.person IS NULL THEN u.person_name ELSE p.name END FROM replica u "
    "LEFT JOIN person p ON p.number=u.person WHERE u.number=updated_by)";
constexpr const char* kCreatorSql = "(SELECT id FROM replica WHERE number=record.replica)";

/// Anything at all is refused, or waits: asked once a statement. Mostly nothing is, and no row is looked at
/// for it.
constexpr const char* kAnyRefusedSql = "EXISTS(SELECT 1 FROM refusal WHERE open)";
constexpr const char* kAnyWaitsSql =
    "EXISTS(SELECT 1 FROM replica a WHERE a.person IS NOT NULL AND EXISTS(SELECT 1 FROM change b WHERE "
    "b.replica=a.number AND b.seq>a.acked))";

}  // namespace

std::string syncSql(bool enrolled) {
    const std::string waiting =
        enrolled ? "'waiting'" : "CASE state WHEN 'draft' THEN 'draft' ELSE 'waiting' END";
    return std::string("CASE WHEN ") + kAnyRefusedSql + " AND " + kRefusedSql + " THEN 'refused' WHEN " +
           kAnyWaitsSql + " AND " + kWaitingSql + " THEN " + waiting +
           " WHEN state IN ('verified','returned','void') THEN state ELSE 'received' END";
}

std::string storedColumns(bool enrolled) {
    return std::string("record.number, ") + kCreatorSql + ", record.seq, type, title, registers, org, " +
           kUpdatedBySql + ", " + syncSql(enrolled) + ", " + kUnbornSql;
}

std::string lineColumns(bool enrolled) {
    return std::string(kCreatorSql) + ", record.seq, type, title, org, state, happened_on, updated, " +
           kUpdatedBySql + ", " + syncSql(enrolled) + ", conflicts, deleted, changed, restricted, fields";
}

const Json& KeptFields::read() const {
    if (!m_read)
        m_read = Json::parse(m_json, nullptr, false);
    return *m_read;
}

RecordLine lineFrom(const sqlite::Statement& row) {
    RecordLine out;
    out.id.created = {replicaOf(row.integer(0)), row.number(1)};
    out.type = row.text(2);
    out.title = row.text(3);
    out.org = row.text(4);
    out.state = row.text(5);
    out.happenedOn = row.text(6);
    out.updated.packed = row.number(7);
    out.updatedBy = row.text(8);
    out.sync = row.text(9);
    out.conflicts = row.number(10);
    out.deleted = row.integer(11) != 0;
    out.changedSinceVerified = row.integer(12) != 0;
    out.restricted = row.integer(13) != 0;
    out.fields = KeptFields(row.text(14));
    return out;
}

Result<StoredRecord> storedFrom(const sqlite::Statement& row, const schema::Catalog& catalog) {
    StoredRecord out;
    out.id.created = {replicaOf(row.integer(1)), row.number(2)};
    const std::string type = row.text(3);
    FAYI_LET(state, protocol::decodeState(row.text(5)));
    out.view = records::view(catalog.type(type), type, state);
    out.view.org = row.text(6);
    out.seen = state.seen();
    out.title = row.text(4);
    out.updatedBy = row.text(7);
    out.sync = row.text(8);
    out.creationRefused = row.integer(9) != 0;
    return out;
}

Result<StoredRecord> Store::get(RecordId id) const {
    auto row =
        m_database->prepare("SELECT " + storedColumns(isEnrolled()) +
                            " FROM record WHERE replica=(SELECT number FROM replica WHERE id=?) AND seq=?");
    if (row.bind(asKey(id.created.replica)).bind(id.created.seq).step())
        return storedFrom(row, *m_catalog);
    FAYI_TRY(row.status());
    return noRecord(id);
}

Result<StoredRecord> Store::getByNumber(std::int64_t number) const {
    auto row = m_database->prepare("SELECT " + storedColumns(isEnrolled()) + " FROM record WHERE number=?");
    if (row.bind(number).step())
        return storedFrom(row, *m_catalog);
    FAYI_TRY(row.status());
    return noRecord({});
}

Result<merge::RecordState> Store::state(RecordId id) const {
    FAYI_LET(row, findRow(id));
    if (!row)
        return noRecord(id);
    return std::move(row->state);
}

Result<std::vector<StoredChange>> Store::history(RecordId id) const {
    FAYI_LET(record, findRow(id));
    if (!record)
        return noRecord(id);
    std::vector<StoredChange> out;
    auto rows = m_database->prepare(
        "SELECT c.effective, c.body, EXISTS(SELECT 1 FROM refusal f WHERE f.replica=c.replica AND "
        "f.seq=c.seq) "
        "FROM change c WHERE c.record=? AND NOT EXISTS(SELECT 1 FROM refusal d WHERE d.replica=c.replica AND "
        "d.seq=c.seq AND NOT d.open)");
    rows.bind(record->number);
    while (rows.step()) {
        FAYI_LET(change, protocol::decodeChange(rows.text(1)));
        const Author author = this->author(change.dot.replica);
        out.push_back({change.dot, effectiveOf(rows, 0, change.time), author.person, author.station,
                       std::move(change.writes), rows.integer(2) != 0, change.time});
    }
    FAYI_TRY(rows.status());
    std::ranges::sort(out, [](const StoredChange& a, const StoredChange& b) {
        return std::pair(a.effective, a.dot) < std::pair(b.effective, b.dot);
    });
    return out;
}

Attention Store::attentionOf(std::int64_t replica, std::uint64_t seq) const {
    Attention out;
    auto row = m_database->prepare(
        "SELECT f.code, f.zh, f.en, c.body, t.type, t.title, "
        "EXISTS(SELECT 1 FROM refusal n WHERE n.replica=t.replica AND n.seq=t.seq) FROM refusal f JOIN "
        "change c ON "
        "c.replica=f.replica AND "
        "c.seq=f.seq LEFT JOIN record t ON t.number=f.record WHERE f.replica=? AND f.seq=?");
    if (!row.bind(replica).bind(seq).step())
        return out;
    out.code = row.text(0);
    out.reason = {row.text(1), row.text(2)};
    out.type = row.text(4);
    out.title = row.text(5);
    out.creation = row.integer(6) != 0;
    if (const auto change = protocol::decodeChange(row.text(3)); change) {
        out.change = change->dot;
        out.record = change->record;
        out.writes = Json::object();
        for (const merge::Write& write : change->writes)
            out.writes[merge::resolvePath(write.path, change->dot)] = records::told(write.value);
    }
    return out;
}

Result<std::vector<Attention>> Store::attention(const std::optional<Visible>& visible) const {
    std::vector<std::pair<std::int64_t, std::uint64_t>> keys;
    auto rows =
        m_database->prepare(std::string("SELECT f.replica, f.seq FROM refusal f JOIN record ON "
                                        "record.number=f.record WHERE f.open AND ") +
                            (visible ? kVisibleSql : "1") + " ORDER BY f.replica, f.seq DESC LIMIT ?");
    if (visible)
        rows.bind(Json(visible->orgs).dump()).bind(Json(visible->hidden).dump()).bind(visible->person);
    rows.bind(static_cast<std::int64_t>(kMostAttention));
    while (rows.step())
        keys.emplace_back(rows.integer(0), rows.number(1));
    FAYI_TRY(rows.status());
    std::vector<Attention> out;
    for (const auto& [replica, seq] : keys)
        out.push_back(attentionOf(replica, seq));
    return out;
}

Store::Counts Store::counts(const std::optional<Visible>& visible) const {
    Counts out;
    const auto one = [&](const std::string& sql) -> std::uint64_t {
        auto row = m_database->prepare(sql + " AND " + (visible ? kVisibleSql : "1"));
        if (visible)
            row.bind(Json(visible->orgs).dump()).bind(Json(visible->hidden).dump()).bind(visible->person);
        if (row.step())
            return row.number(0);
        out.known = false;
        return 0;
    };
    const std::string shown = kShownSql;
    out.records = one("SELECT count(*) FROM record WHERE " + shown +
                      " AND NOT deleted AND type NOT IN "
                      "('org-unit','person','record-type','erasure')");
    out.waiting =
        one("SELECT count(DISTINCT c.record) FROM replica r JOIN change c ON c.replica=r.number AND "
            "c.seq>r.acked JOIN record ON record.number=c.record WHERE r.person IS NOT NULL");
    out.conflicts =
        one("SELECT coalesce(sum(conflicts),0) FROM record WHERE conflicts>0 AND NOT deleted AND " + shown);
    out.refused = one("SELECT count(*) FROM refusal f JOIN record ON record.number=f.record WHERE f.open");
    return out;
}

/// The largest difference between what the clock claimed and what the hub made of it, of the changes held
/// here.
Millis Store::clockError(RecordId id) const {
    Millis out{0};
    auto rows = m_database->prepare(
        "SELECT c.effective, c.body FROM record JOIN replica r ON r.number=record.replica JOIN change c ON "
        "c.record=record.number WHERE r.id=? AND record.seq=? AND c.effective IS NOT NULL");
    rows.bind(asKey(id.created.replica)).bind(id.created.seq);
    while (rows.step()) {
        const auto change = protocol::decodeChange(rows.text(1));
        const Millis error =
            change.ok() ? change->time.wall() - effectiveOf(rows, 0, change->time).wall() : Millis(0);
        if (std::chrono::abs(error) > std::chrono::abs(out))
            out = error;
    }
    return out;
}

Result<std::vector<std::vector<Json>>> Store::rows(const schema::Query& query) const {
    FAYI_LET(statement, m_database->prepareOnce(query.sql));
    return numbersOf(statement, query.params);
}

}  // namespace fayi::store
