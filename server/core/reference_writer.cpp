// SPDX-License-Identifier: Apache-2.0
#include "reference_writer.h"

#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/records/plan.h"
#include "hub_key.h"

namespace fayi::hub {
namespace {

Error refused(const std::vector<schema::Problem>& problems) {
    Text all;
    for (const schema::Problem& problem : problems) {
        const std::string separator = all.zh.empty() ? "" : "；";
        all.zh += separator + problem.field + "：" + problem.message.zh;
        all.en += (all.en.empty() ? "" : "; ") + problem.field + ": " + problem.message.en;
    }
    return {ErrorCode::Validation, std::move(all)};
}

Error unknownType(std::string_view type) {
    const std::string name(type);
    return {ErrorCode::Internal, {"没有类型“" + name + "”", "there is no type \"" + name + "\""}};
}

}  // namespace

ReferenceWriter::ReferenceWriter(Context& context, const schema::Catalog& catalog, HubIdentity hub, Pen pen)
    : m_context(context),
      m_catalog(catalog),
      m_hub(std::move(hub)),
      m_pen(std::move(pen)),
      m_ledger(context.store, catalog) {}

Result<ReferenceWriter> ReferenceWriter::begin(Context& context, const schema::Catalog& catalog) {
    FAYI_LET(hub, context.store.identity());
    FAYI_LET(pen, context.store.pen(hub.replica));
    if (!pen)
        return Error{ErrorCode::Damaged, {"枢纽缺少自己的笔", "the hub lacks its own pen"}};
    return ReferenceWriter(context, catalog, std::move(hub), std::move(*pen));
}

Result<RecordId> ReferenceWriter::create(std::string_view type, const Json& fields) {
    const schema::RecordType* known = m_catalog.type(type);
    if (known == nullptr)
        return unknownType(type);
    records::Plan plan = records::planCreate(*known, fields, {});
    if (!plan.refused.empty())
        return refused(plan.refused);
    // Reference data has no workflow.
    std::erase_if(plan.writes, [](const merge::Write& write) { return write.path == merge::kState; });
    const RecordId id{{m_hub.replica, m_pen.head.seq + 1}};
    FAYI_TRY(write(id, type, std::move(plan.writes)));
    return id;
}

Status ReferenceWriter::edit(RecordId id, const Json& patch) {
    FAYI_LET(record, m_ledger.find(id));
    if (record == nullptr)
        return Error{ErrorCode::NotFound,
                     {"没有这条记录：" + toText(id), "there is no such record: " + toText(id)}};
    const schema::RecordType* known = m_catalog.type(record->type);
    if (known == nullptr)
        return unknownType(record->type);
    records::Plan plan = records::planEdit(*known, record->registers, record->registers.seen(), patch);
    if (!plan.refused.empty())
        return refused(plan.refused);
    return plan.writes.empty() ? Status() : write(id, {}, std::move(plan.writes));
}

Status ReferenceWriter::write(RecordId id, std::string_view newType, std::vector<merge::Write> writes) {
    protocol::Change change;
    change.dot = {m_hub.replica, m_pen.head.seq + 1};
    const HybridTime now = HybridTime::of(m_context.clock.now());
    change.time = now > m_pen.lastEffective ? now : m_pen.lastEffective.next();
    change.record = id;
    change.type = newType;
    FAYI_LET(read, m_context.store.lastPosition());
    change.authority = read;
    if (protocol::opensSaltBlock(change.dot.seq))
        change.seed = m_context.random.bytes(protocol::kSaltSeedBytes);
    change.writes = std::move(writes);
    if (protocol::encodeChange(change).size() > limits::kChangeBytes)
        return Error{ErrorCode::Validation, {"内容过大", "it is too large"}};
    FAYI_LET(before, m_ledger.find(id));
    FAYI_LET(after, m_ledger.preview(change, change.time, before, {}));
    if (!after)
        return Error{ErrorCode::Internal, {"基础数据自相矛盾", "reference data contradicts itself"}};
    m_pen.head = protocol::extend(m_pen.head, change);
    m_pen.lastEffective = change.time;
    return m_ledger.accept(change, change.time, m_pen.head.hash, std::move(*after));
}

Result<Position> ReferenceWriter::finish() {
    FAYI_TRY(m_ledger.flush());
    FAYI_TRY(m_context.store.putPen(m_pen));
    const SigningKey key = hubKey(m_hub, m_hub.replica);
    const Bytes signature = key.sign(protocol::headMessage(m_hub.replica, m_pen.head));
    FAYI_TRY(m_context.store.putSignedHead({m_hub.replica, m_pen.head.seq, m_pen.head.hash, signature}));
    return m_context.store.lastPosition();
}

}  // namespace fayi::hub
