// SPDX-License-Identifier: Apache-2.0
// Orders to erase (ruling 9) arrive as reference data; the store does as they say, in the transaction that
// brought them.
#include <set>

#include "fayi/records/erasure.h"
#include "query_rows.h"
#include "row.h"

namespace fayi::store {

using records::Erasure;

namespace {

/// The fields of a record that hold something erased, lists among them.
std::vector<std::string> erasedFields(const schema::RecordType* type, const std::string& name,
                                      const merge::RecordState& state) {
    std::set<std::string> out;
    for (const std::string& path : records::view(type, name, state).erased)
        out.insert(path.substr(0, path.find('/')));
    return {out.begin(), out.end()};
}

}  // namespace

/// Orders that the answer brought, and orders known before about records that it touched.
Status Store::obeyErasures(const protocol::SyncResponse& answer) {
    std::set<RecordId> touched;
    for (const protocol::SentChange& sent : answer.changes)
        touched.insert(sent.change.record);
    for (const protocol::SentState& sent : answer.states)
        touched.insert(sent.record);
    std::set<RecordId> concerned;
    for (const RecordId id : touched) {
        auto row = m_database->prepare(
            "SELECT fields FROM record WHERE type='erasure' AND replica=(SELECT number FROM replica WHERE "
            "id=?) "
            "AND seq=?");
        if (row.bind(asKey(id.created.replica)).bind(id.created.seq).step())
            if (const auto order = records::erasureFrom(Json::parse(row.text(0), nullptr, false)))
                concerned.insert(order->record);
        auto known = m_database->prepare(
            "SELECT 1 FROM record WHERE type='erasure' AND json_extract(fields, '$.record')=? LIMIT 1");
        if (known.bind(toText(id)).step())
            concerned.insert(id);
        FAYI_TRY(known.status());
    }
    for (const RecordId id : concerned)
        FAYI_TRY(carryOut(id));
    return {};
}

/// Everything that orders say about a record, wherever the store holds it. Done before: nothing happens.
Status Store::carryOut(RecordId id) {
    FAYI_LET(row, findRow(id));
    if (!row)
        return {};
    std::vector<Erasure> orders;
    auto known = m_database->prepare(
        "SELECT fields FROM record WHERE type='erasure' AND json_extract(fields, '$.record')=?");
    known.bind(toText(id));
    while (known.step())
        if (auto order = records::erasureFrom(Json::parse(known.text(0), nullptr, false)))
            orders.push_back(std::move(*order));
    FAYI_TRY(known.status());
    const protocol::Erases erases = records::erasesOf(orders);
    std::set<std::pair<std::int64_t, std::uint64_t>> blocks;
    auto changes = m_database->prepare("SELECT replica, body FROM change WHERE record=?");
    changes.bind(row->number);
    while (changes.step()) {
        FAYI_LET(change, protocol::decodeChange(changes.text(1)));
        for (const merge::Write& write : change.writes)
            if (!merge::isErased(write.value) && erases(change, write))
                blocks.emplace(changes.integer(0),
                               (change.dot.seq - 1) / protocol::kSaltBlock * protocol::kSaltBlock + 1);
    }
    FAYI_TRY(changes.status());
    for (const auto& [replica, opening] : blocks)
        FAYI_TRY(eraseBlock(replica, opening, erases));
    const auto gone = [&](std::string_view path, Dot dot) {
        return std::ranges::any_of(orders, [&](const Erasure& order) { return order.covers(path, dot); });
    };
    std::size_t values = row->state.erase(gone);
    if (row->base)
        values += row->base->erase(gone);
    if (values == 0 && blocks.empty())
        return {};
    FAYI_TRY(putRecord(*row));
    FAYI_TRY(dropStaleBlobUses(row->number));
    FAYI_TRY(forgetFrozen(*m_database, row->number,
                          erasedFields(m_catalog->type(row->type), row->type, row->state)));
    // A form that was left open shows the record as it was.
    FAYI_TRY(m_database->prepare("DELETE FROM open_form WHERE record=?").bind(row->number).run());
    return markForScrub(Wipe::All);
}

/// The changes of a salt block are rewritten together: they share the key that goes.
Status Store::eraseBlock(std::int64_t replica, std::uint64_t opening, const protocol::Erases& erases) {
    std::vector<protocol::Change> block;
    auto rows =
        m_database->prepare("SELECT body FROM change WHERE replica=? AND seq>=? AND seq<? ORDER BY seq");
    rows.bind(replica).bind(opening).bind(opening + protocol::kSaltBlock);
    while (rows.step()) {
        FAYI_LET(change, protocol::decodeChange(rows.text(0)));
        block.push_back(std::move(change));
    }
    FAYI_TRY(rows.status());
    const std::vector<protocol::Change> before = block;
    FAYI_LET(start, chainStart(replica, before.front().dot.replica));
    const bool begins =
        start.seq >= opening;  // the chain kept here begins within this block: its key goes too
    protocol::eraseValues(block, begins ? start : protocol::ChainHead(), erases);
    if (begins)
        FAYI_TRY(m_database->prepare("UPDATE replica SET base_salt=NULL WHERE number=?").bind(replica).run());
    for (std::size_t i = 0; i < block.size(); ++i) {
        if (block[i] == before[i])
            continue;
        FAYI_TRY(m_database->prepare("UPDATE change SET body=? WHERE replica=? AND seq=?")
                     .bindBlob(protocol::encodeChange(block[i]))
                     .bind(replica)
                     .bind(block[i].dot.seq)
                     .run());
        if (!(block[i].writes == before[i].writes))  // a reason may quote what it is about
            FAYI_TRY(m_database->prepare("UPDATE refusal SET zh=?, en=? WHERE replica=? AND seq=?")
                         .bind("内容已按规定删除")
                         .bind("its content was erased by order")
                         .bind(replica)
                         .bind(block[i].dot.seq)
                         .run());
    }
    return {};
}

}  // namespace fayi::store
