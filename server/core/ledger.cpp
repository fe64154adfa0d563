// SPDX-License-Identifier: Apache-2.0
#include "ledger.h"

#include <cstdlib>
#include <utility>

#include "fayi/records/view.h"
#include "fayi/server/blobs.h"
#include "fayi/server/references.h"

namespace fayi::hub {
namespace {

/// View of registers that anybody may have written; nothing if they cannot be shown.
std::optional<records::View> viewOf(const schema::RecordType* type, const HubRecord& record) {
    try {
        return records::view(type, record.type, record.registers);
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::vector<std::string> distinct(std::vector<std::string> codes) {
    std::ranges::sort(codes);
    const auto rest = std::ranges::unique(codes);
    codes.erase(rest.begin(), rest.end());
    return codes;
}

}  // namespace

Result<const HubRecord*> Ledger::find(RecordId id) {
    auto at = m_records.find(id);
    if (at == m_records.end()) {
        FAYI_LET(record, m_store.record(id));
        at = m_records.emplace(id, std::move(record)).first;
    }
    return at->second ? &*at->second : nullptr;
}

const schema::RecordType* Ledger::typeOf(const protocol::Change& change, const HubRecord* record) const {
    return m_catalog.type(record != nullptr ? record->type : change.type);
}

/// What competing long texts began from comes out of the log when it is needed, and is not kept otherwise.
Status Ledger::recallPast(HubRecord& record, const merge::KeepsPast& keeps) const {
    if (record.registers.lacksPast(keeps)) {
        FAYI_LET(history, m_store.changesOf(record.id));
        for (const LoggedChange& earlier : history) {
            FAYI_LET(change, protocol::decodeChange(earlier.body));
            record.registers.apply(change.dot, earlier.effective, change.writes, keeps);
        }
    }
    record.registers.trimPast(keeps);
    return {};
}

Result<std::optional<HubRecord>> Ledger::preview(const protocol::Change& change, HybridTime effective,
                                                 const HubRecord* before, const std::string& homeOrg) const {
    HubRecord after;
    if (before != nullptr) {
        after = *before;
    } else {
        after.id = change.record;
        after.type = change.type;
    }
    const schema::RecordType* type = m_catalog.type(after.type);
    const merge::KeepsPast keeps = records::keepsPast(type);
    after.registers.apply(change.dot, effective, change.writes, keeps);
    ++after.changes;
    after.forgotten = false;
    FAYI_TRY(recallPast(after, keeps));
    after.reference = type != nullptr && type->reference;
    if (before == nullptr && !after.reference)
        after.org = after.orgs = homeOrg;
    return shown(std::move(after));
}

/// The record with what people see of its registers.
std::optional<HubRecord> Ledger::shown(HubRecord after) const {
    auto view = viewOf(m_catalog.type(after.type), after);
    if (!view)
        return std::nullopt;
    if (!view->orgs.empty()) {
        after.org = view->org;
        after.orgs = joinCodes(distinct(view->orgs));
    }
    after.state = view->state;
    after.happenedOn = view->happenedOn;
    after.deleted = view->deleted;
    after.fields = std::move(view->fields);
    return std::optional(std::move(after));
}

Result<Position> Ledger::next() {
    if (!m_last) {
        FAYI_LET(last, m_store.lastPosition());
        m_last = last;
    }
    return Position{++m_last->value};
}

Status Ledger::repeatHistory(const LogLine& moving) {
    FAYI_LET(history, m_store.changesOf(moving.record));
    for (const LoggedChange& earlier : history) {
        LogLine line = earlier.line;
        line.repeats = earlier.line.position;
        line.orgs = moving.orgs;
        line.orgsBefore = moving.orgsBefore;
        FAYI_LET(position, next());
        line.position = position;
        FAYI_TRY(m_store.append({line, earlier.effective, {}, {}}));
    }
    return {};
}

Status Ledger::accept(const protocol::Change& change, HybridTime effective, const Bytes& chain,
                      HubRecord after, std::uint64_t testifiedBy) {
    FAYI_LET(before, find(change.record));
    if (before != nullptr && before->type != after.type)
        std::abort();
    LogLine line;
    line.dot = change.dot;
    line.record = change.record;
    line.reference = after.reference;
    line.definition = after.type == kOrgUnitType || after.type == kDefinitionType;
    line.orgs = after.orgs;
    line.testifiedBy = testifiedBy;
    if (before != nullptr && (before->orgs != after.orgs || before->forgotten)) {
        line.orgsBefore = before->forgotten ? std::string() : before->orgs;
        FAYI_TRY(repeatHistory(line));
    }
    FAYI_LET(position, next());
    line.position = position;
    FAYI_TRY(m_store.append({line, effective, chain, protocol::encodeChange(change)}));
    FAYI_TRY(m_store.addBlobUses(change.record, blobsNamedBy(change)));
    touch(change.record);
    m_records[change.record] = std::move(after);
    return {};
}

Status Ledger::confirm(const protocol::Change& change, HybridTime effective, const Bytes& chain,
                       std::uint64_t testifiedBy) {
    LogLine line;
    line.dot = change.dot;
    line.testifiedBy = testifiedBy;
    line.record = change.record;
    FAYI_LET(known, find(change.record));  // first: a young record is read out of the log
    FAYI_TRY(m_store.replaceTestimony({line, effective, chain, protocol::encodeChange(change)}));
    FAYI_TRY(m_store.addBlobUses(change.record, blobsNamedBy(change)));
    if (known == nullptr)
        return {};  // its creation is not here yet: the log has what was written
    const merge::KeepsPast keeps = records::keepsPast(m_catalog.type(known->type));
    HubRecord record = *known;
    merge::RecordState before = std::exchange(record.registers, {});
    before.trimPast(keeps);
    FAYI_LET(history, m_store.changesOf(change.record));
    record.changes = history.size();
    for (const LoggedChange& logged : history) {
        FAYI_LET(one, protocol::decodeChange(logged.body));
        record.registers.apply(one.dot, logged.effective, one.writes, keeps);
    }
    record.registers.trimPast(keeps);
    auto after = shown(std::move(record));
    if (!after)
        return {};  // as it was: the log has all there is
    if (!(after->registers == before))
        FAYI_TRY(listAgain(change.dot, *after));
    touch(change.record);
    m_records[change.record] = std::move(*after);
    return {};
}

/// For every station that sees the record, as if it came to them now: what the testimony had left out (what
/// two texts began from) gives the record another look, and who took it in would go on without it.
Status Ledger::listAgain(Dot dot, const HubRecord& record) {
    FAYI_LET(logged, m_store.changeOf(dot));
    if (!logged || record.forgotten)
        return {};
    LogLine line = logged->line;
    line.repeats = logged->line.position;
    line.orgs = record.orgs;
    line.orgsBefore = std::string();
    FAYI_LET(position, next());
    line.position = position;
    return m_store.append({line, logged->effective, {}, {}});
}

void Ledger::touch(RecordId id) {
    if (std::ranges::find(m_changed, id) == m_changed.end())
        m_changed.push_back(id);
}

/// In the log it is a line that repeats the creation: the record leaves all units.
Status Ledger::withdraw(RecordId id) {
    FAYI_LET(found, find(id));
    FAYI_LET(creation, m_store.changeOf(id.created));
    if (found == nullptr || found->forgotten || !creation)
        return {};
    LogLine line = creation->line;
    line.repeats = creation->line.position;
    line.orgsBefore = found->orgs;
    line.orgs.clear();
    FAYI_LET(position, next());
    line.position = position;
    FAYI_TRY(m_store.append({line, creation->effective, {}, {}}));
    m_records.at(id)->forgotten = true;
    touch(id);
    return {};
}

Status Ledger::flush() {
    for (const RecordId id : m_changed)
        FAYI_TRY(m_store.putRecord(*m_records.at(id)));
    m_changed.clear();
    return {};
}

}  // namespace fayi::hub
