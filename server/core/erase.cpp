// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/erase.h"

#include <map>
#include <set>

#include "fayi/records/erasure.h"
#include "fayi/records/view.h"
#include "fayi/server/blobs.h"
#include "reference_writer.h"

namespace fayi::hub {
namespace {

using protocol::Change;

/// One order as it is carried out, inside one write transaction.
class Eraser {
public:
    Eraser(Context& context, const schema::Catalog& catalog, const ErasureOrder& order)
        : m_store(context.store), m_catalog(catalog) {
        m_order.record = order.record;
        m_order.paths = order.paths;
        m_order.reason = order.reason;
        m_order.by = order.by;
        m_order.at = toIsoChina(context.clock.now());
    }

    Status run() {
        FAYI_TRY(look());
        for (const auto& [replica, opening] : m_blocks)
            FAYI_TRY(eraseBlock(replica, opening));
        return eraseRecord();
    }

    const records::Erasure& order() const { return m_order; }
    std::uint64_t values() const { return m_values; }
    std::uint64_t changes() const { return m_changes; }

private:
    /// Which versions there are, and which salt blocks hold something to erase.
    Status look() {
        FAYI_LET(accepted, m_store.changesOf(m_order.record));
        FAYI_LET(refused, m_store.refusedOfRecord(m_order.record));
        if (accepted.empty() && refused.empty())
            return Error{ErrorCode::NotFound,
                         {"没有这条记录：" + toText(m_order.record),
                          "there is no such record: " + toText(m_order.record)}};
        for (const LoggedChange& change : accepted)
            m_order.seen.include(change.line.dot);
        for (const RefusedChange& change : refused)
            m_order.seen.include(change.dot);
        for (const LoggedChange& change : accepted)
            FAYI_TRY(lookAt(change.line.dot, change.body));
        for (const RefusedChange& change : refused)
            FAYI_TRY(lookAt(change.dot, change.body));
        const bool none = m_known.empty() && !m_order.paths.empty();
        if (none)
            return Error{ErrorCode::Validation,
                         {"这条记录没有这些字段", "the record holds none of these fields"}};
        return {};
    }

    Status lookAt(Dot dot, const Bytes& body) {
        if (body.empty())
            return {};
        FAYI_LET(change, protocol::decodeChange(body));
        for (const merge::Write& write : change.writes) {
            const std::string path = merge::resolvePath(write.path, dot);
            if (!m_order.covers(path, dot))
                continue;
            m_known.insert(path);
            if (!write.value.is_null() && !merge::isErased(write.value))
                m_blocks.emplace(dot.replica,
                                 (dot.seq - 1) / protocol::kSaltBlock * protocol::kSaltBlock + 1);
        }
        return {};
    }

    /// The changes of a block are rewritten together: they share the key that goes.
    Status eraseBlock(ReplicaId replica, std::uint64_t opening) {
        std::vector<Change> block;
        std::vector<std::optional<RefusedChange>> refused;
        protocol::ChainHead before;
        for (std::uint64_t seq = opening; seq < opening + protocol::kSaltBlock; ++seq) {
            FAYI_LET(logged, m_store.changeOf({replica, seq}));
            FAYI_LET(other, m_store.refusedOf({replica, seq}));
            const Bytes body = logged ? logged->body : other ? other->body : Bytes();
            if (body.empty() && other && !other->seed.empty())  // too large to be kept: its key must go too
                FAYI_TRY(dropSeed(std::move(*other), before));
            if (body.empty())
                continue;
            FAYI_LET(change, protocol::decodeChange(body));
            block.push_back(std::move(change));
            refused.push_back(std::move(other));
        }
        const std::vector<Change> kept = block;
        m_values += protocol::eraseValues(block, before, records::erasesOf({m_order}));
        for (std::size_t i = 0; i < block.size(); ++i)
            if (!(block[i] == kept[i]))
                FAYI_TRY(put(block[i], kept[i], std::move(refused[i])));
        return {};
    }

    Status dropSeed(RefusedChange change, protocol::ChainHead& before) {
        before = {change.dot.seq - 1, {}, change.seed};
        change.seed.clear();
        return m_store.replaceRefused(change);
    }

    Status put(const Change& change, const Change& before, std::optional<RefusedChange> refused) {
        const Bytes body = protocol::encodeChange(change);
        const bool erased = !(change.writes == before.writes);
        m_changes += erased ? 1 : 0;
        if (!refused)
            return m_store.replaceBody(change.dot, body);
        refused->body = body;
        refused->seed.clear();
        if (erased)  // a reason may quote what it is about
            refused->reason = {"内容已按规定删除", "its content was erased by order"};
        return m_store.replaceRefused(*refused);
    }

    Status eraseRecord() {
        FAYI_LET(record, m_store.record(m_order.record));
        if (!record)
            return {};
        record->registers.erase([&](std::string_view path, Dot dot) { return m_order.covers(path, dot); });
        records::View view = records::view(m_catalog.type(record->type), record->type, record->registers);
        record->happenedOn = view.happenedOn;
        record->fields = std::move(view.fields);
        return m_store.putRecord(*record);
    }

    HubStore& m_store;
    const schema::Catalog& m_catalog;
    records::Erasure m_order;
    std::set<std::string> m_known;
    std::set<std::pair<ReplicaId, std::uint64_t>> m_blocks;
    std::uint64_t m_values = 0, m_changes = 0;
};

Error noReason() {
    return {ErrorCode::Validation, {"请写明依据（--reason）", "say by what order (--reason)"}};
}

Error isReference(const schema::RecordType& type) {
    return {ErrorCode::Validation,
            {"“" + type.labels.zh + "”是基础数据，请直接修改",
             "\"" + type.labels.en + "\" is reference data: change it instead"}};
}

}  // namespace

Result<Json> erase(Context& context, const ErasureOrder& order) {
    if (order.reason.empty())
        return noReason();
    FAYI_LET(reference, context.references.current(context.store));
    Json out;
    {
        WriteScope transaction(context.store);
        FAYI_TRY(transaction.begun());
        FAYI_LET(record, context.store.record(order.record));
        if (record && record->reference)
            return isReference(*reference->catalog.type(record->type));
        Eraser eraser(context, reference->catalog, order);
        FAYI_TRY(eraser.run());
        FAYI_TRY(renewBlobUses(context.store, order.record));
        out = {{"record", toText(order.record)}, {"values", eraser.values()}, {"changes", eraser.changes()}};
        if (eraser.values() > 0) {
            FAYI_LET(writer, ReferenceWriter::begin(context, reference->catalog));
            FAYI_LET(written, writer.create(records::kErasureType, records::fieldsOf(eraser.order())));
            FAYI_LET(position, writer.finish());
            (void)position;
            out["order"] = toText(written);
        }
        FAYI_TRY(transaction.commit());
    }
    FAYI_LET(emptied, context.store.scrub());
    if (!emptied)
        out["emptied"] = false;
    return out;
}

}  // namespace fayi::hub
