// SPDX-License-Identifier: Apache-2.0
// What the hub refused, mended and sent again as new changes, or discarded knowingly (invariant 6, ruling
// 16).
#include "fayi/store/rename.h"
#include "select.h"
#include "writer.h"

namespace fayi::store {
namespace {

using protocol::Change;

/// The items of lists that a change writes to and the record does not have: another refused change made them.
std::set<std::string> missingItems(const Change& change, const merge::RecordState& state) {
    std::set<std::string> out;
    for (const merge::Write& write : change.writes) {
        const merge::Path path = merge::parsePath(merge::resolvePath(write.path, change.dot));
        const bool item = path.kind == merge::Path::Kind::Item || path.kind == merge::Path::Kind::ItemField;
        if (const std::string name = path.field + "/" + path.item; item && state.find(name) == nullptr)
            out.insert(name);
    }
    return out;
}

/// Of all refused changes of a record, those that speak of the same new items as `chosen`, directly or
/// through another one.
std::vector<Change> goingTogether(const std::vector<Change>& all, Dot chosen,
                                  const merge::RecordState& state) {
    std::vector<std::set<std::string>> items;
    for (const Change& change : all)
        items.push_back(missingItems(change, state));
    std::set<Dot> in{chosen};
    std::set<std::string> shared;
    for (std::size_t before = 0; before != in.size() + shared.size();) {
        before = in.size() + shared.size();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool touches =
                std::ranges::any_of(items[i], [&](const std::string& item) { return shared.contains(item); });
            if (!touches && !in.contains(all[i].dot))
                continue;
            in.insert(all[i].dot);
            shared.insert(items[i].begin(), items[i].end());
        }
    }
    std::vector<Change> out;
    std::ranges::copy_if(all, std::back_inserter(out), [&](const Change& c) { return in.contains(c.dot); });
    return out;
}

std::vector<Dot> dotsOf(const std::vector<Change>& changes) {
    std::vector<Dot> out;
    for (const Change& change : changes)
        out.push_back(change.dot);
    return out;
}

}  // namespace

Result<bool> Store::isUnborn(const RecordRow& row) const {
    auto refused = m_database->prepare("SELECT 1 FROM refusal WHERE replica=? AND seq=?");
    const bool out = refused.bind(row.creator).bind(row.id.created.seq).step();
    FAYI_TRY(refused.status());
    return out;
}

Result<Refused> Store::refused(Dot change) const {
    auto found = m_database->prepare(
        "SELECT f.record, t.type, t.org, r.id, t.seq FROM refusal f JOIN record t ON t.number=f.record JOIN "
        "replica "
        "r ON r.number=t.replica WHERE f.replica=(SELECT number FROM replica WHERE id=?) AND f.seq=? AND "
        "f.open");
    if (!found.bind(asKey(change.replica)).bind(change.seq).step()) {
        FAYI_TRY(found.status());
        return Error{ErrorCode::NotFound,
                     {"没有这个待处理的修改：" + toText(change),
                      "there is no such change that needs attention: " + toText(change)}};
    }
    Refused out{
        {{replicaOf(found.integer(3)), found.number(4)}}, found.text(1), found.text(2), false, {}, {}};
    FAYI_LET(row, findRow(out.record));
    FAYI_LET(unborn, isUnborn(*row));
    out.creation = unborn;
    auto bodies = m_database->prepare(
        "SELECT c.body FROM change c LEFT JOIN refusal f ON f.replica=c.replica AND f.seq=c.seq WHERE "
        "c.record=? "
        "AND coalesce(f.open, ?)");
    bodies.bind(found.integer(0)).bind(unborn ? 1 : 0);
    while (bodies.step()) {
        FAYI_LET(one, protocol::decodeChange(bodies.text(0)));
        out.changes.push_back(std::move(one));
    }
    FAYI_TRY(bodies.status());
    std::ranges::sort(out.changes, {}, [](const Change& c) { return std::pair(c.time, c.dot); });
    if (!unborn) {
        out.state = std::move(row->state);
        out.changes = goingTogether(out.changes, change, out.state);
    }
    return out;
}

Result<Closed> Store::mend(std::int64_t person, Dot change, const Json& correction) {
    return mend(person, change, [&](const Refused& refused) -> Result<records::Plan> {
        const schema::RecordType* type = m_catalog->type(refused.type);
        if (type == nullptr)
            return Error{ErrorCode::Usage,
                         {"没有这种记录：" + refused.type, "there is no record type " + refused.type}};
        return records::planMend(*type, refused.state, refused.changes, correction, {});
    });
}

Result<Closed> Store::mend(std::int64_t person, Dot change, const MendPlan& plan) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(refreshDefinitions());
    FAYI_LET(refused, this->refused(change));
    FAYI_LET(planned, plan(refused));
    Closed out{refused.record, {}, false, {}, std::move(planned.refused)};
    if (!out.problems.empty())
        return out;
    FAYI_LET(pen, activePen(person));
    Writer writer(*this, std::move(pen), reached());
    if (refused.creation) {
        FAYI_LET(again, createAgain(writer, refused, std::move(planned.writes)));
        out.was = std::exchange(out.record, again);
        FAYI_TRY(closeRecord(*out.was, toText(again)));
        FAYI_TRY(follow(writer, person, *out.was, again));
    } else {
        if (!planned.writes.empty())
            FAYI_TRY(writer.append({refused.record, {}, std::move(planned.writes)}));
        FAYI_TRY(closeChanges(dotsOf(refused.changes)));
    }
    out.changes = dotsOf(refused.changes);
    FAYI_TRY(writer.finish());
    FAYI_TRY(transaction.commit());
    return out;
}

Result<Closed> Store::discard(Dot change) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_LET(refused, this->refused(change));
    const bool record = refused.creation && change == refused.record.created;
    Closed out{refused.record, {}, record, record ? dotsOf(refused.changes) : std::vector<Dot>{change}, {}};
    if (record) {
        FAYI_TRY(closeRecord(refused.record, {}));
    } else {
        FAYI_TRY(closeChanges(out.changes));
        FAYI_LET(row, findRow(refused.record));
        FAYI_TRY(rebuild(row->number));
    }
    FAYI_TRY(transaction.commit());
    return out;
}

/// The new record of a mended creation. Values that name the old one, or others mended before, name the new.
Result<RecordId> Store::createAgain(Writer& writer, const Refused& refused,
                                    std::vector<merge::Write> writes) {
    Renaming renaming;
    auto mended = m_database->prepare(
        "SELECT r.id, f.seq, f.became FROM refusal f JOIN replica r ON r.number=f.replica WHERE "
        "f.became<>''");
    while (mended.step())
        if (const auto became = parseDot(mended.text(2)))
            renaming.add({replicaOf(mended.integer(0)), mended.number(1)}, *became);
    FAYI_TRY(mended.status());
    renaming.add(refused.record.created, {writer.pen().replica, writer.pen().head.seq + 1});
    Change again;
    again.writes = std::move(writes);
    return writer.append({std::nullopt, refused.type, renaming(again).writes});
}

/// Records that this person made and that name the old record name the new one from now on.
Status Store::follow(Writer& writer, std::int64_t person, RecordId before, RecordId after) {
    std::vector<RecordId> naming;
    auto rows = m_database->prepare(
        "SELECT r.id, record.seq FROM record JOIN replica r ON r.number=record.replica WHERE r.person=? AND "
        "instr(record.fields,?)>0 AND NOT " +
        std::string(kUnbornSql));
    rows.bind(person).bind(toText(before));
    while (rows.step())
        naming.push_back({{replicaOf(rows.integer(0)), rows.number(1)}});
    FAYI_TRY(rows.status());
    for (const RecordId id : naming) {
        FAYI_LET(row, findRow(id));
        std::vector<merge::Write> writes;
        for (const auto& [path, reg] : row->state.registers())
            if (merge::settle(records::policyOf(m_catalog->type(row->type), path), reg).value() ==
                Json(toText(before)))
                writes.push_back({path, toText(after), reg.context(), {}});
        if (!writes.empty())
            FAYI_TRY(writer.append({id, {}, std::move(writes)}));
    }
    return {};
}

/// The record goes; its changes stay in the chain, as those of no record.
Status Store::closeRecord(RecordId record, const std::string& became) {
    FAYI_LET(row, findRow(record));
    FAYI_TRY(dropRow(*row));
    FAYI_TRY(m_database->prepare("UPDATE refusal SET became=? WHERE replica=? AND seq=?")
                 .bind(became)
                 .bind(row->creator)
                 .bind(record.created.seq)
                 .run());
    for (const char* sql :
         {"UPDATE refusal SET open=0, record=0 WHERE record=?", "UPDATE change SET record=0 WHERE record=?"})
        FAYI_TRY(m_database->prepare(sql).bind(row->number).run());
    return {};
}

Status Store::closeChanges(const std::vector<Dot>& changes) {
    for (const Dot dot : changes)
        FAYI_TRY(
            m_database
                ->prepare("UPDATE refusal SET open=0 WHERE replica=(SELECT number FROM replica WHERE id=?) "
                          "AND seq=?")
                .bind(asKey(dot.replica))
                .bind(dot.seq)
                .run());
    return {};
}

Status Store::dropRow(const RecordRow& row) {
    if (!row.indexed.empty())
        FAYI_TRY(m_database->prepare("INSERT INTO search(search,rowid,grams) VALUES('delete',?,?)")
                     .bind(row.number)
                     .bind(row.indexed)
                     .run());
    return m_database->prepare("DELETE FROM record WHERE number=?").bind(row.number).run();
}

}  // namespace fayi::store
