// SPDX-License-Identifier: Apache-2.0
#include "fresh_pages.h"

#include "fayi/base/limits.h"
#include "fayi/records/judge.h"
#include "pull.h"

namespace fayi::hub {

Status FreshPages::fill(protocol::FreshPull at, protocol::SyncResponse& response) {
    constexpr std::size_t kBatch = limits::kNewsChanges + 16;
    bool room = true;
    std::size_t looked = 0;
    while (room && looked < kScanLines) {
        FAYI_LET(places, m_context.store.placesAfter(!at.records, at.after, kBatch));
        looked += places.size();
        for (auto place = places.begin(); room && place != places.end(); ++place) {
            FAYI_LET(taken, take(*place, response));
            room = taken;
            if (taken)
                at.after = place->id;
        }
        if (!room || places.size() == kBatch)
            continue;
        if (at.records)
            break;
        at.records = true;
        at.after = {};
    }
    FAYI_LET(last, m_context.store.lastPosition());
    response.cursor.position = at.upTo;
    response.freshEnds = room && looked < kScanLines;
    if (!response.freshEnds)
        response.fresh = at;
    response.more = !response.freshEnds || last > at.upTo;
    return {};
}

/// False: there is no room for it.
bool FreshPages::add(HubRecord record, protocol::SyncResponse& response, std::size_t most) {
    record.registers.trimPast(records::keepsPast(m_reference.catalog.type(record.type)));
    std::size_t versions = 0;
    for (const auto& [path, reg] : record.registers.registers())
        versions += reg.siblings().size() + reg.past().size();
    const std::size_t bytes = protocol::encodeState(record.registers).size();
    const bool full = response.states.size() >= most || m_bytes + bytes > limits::kPageBytes ||
                      m_versions + versions > limits::kPageParts;
    if (full && !response.states.empty())
        return false;
    m_bytes += bytes;
    m_versions += versions;
    response.states.push_back({record.id, record.type, std::move(record.registers)});
    return true;
}

Result<bool> FreshPages::take(const RecordPlace& place, protocol::SyncResponse& response) {
    if (!place.reference && !m_visible.sees(place.orgs, place.type))
        return true;
    FAYI_LET(record, m_context.store.record(place.id));
    // Reference data come as one where they can: a station that is cut off between two pages of its first
    // sync would know half of the org units.
    return !record ||
           add(std::move(*record), response, place.reference ? limits::kPageChanges : limits::kNewsChanges);
}

Status FreshPages::addIfMerged(RecordId id, protocol::SyncResponse& response) {
    FAYI_LET(record, m_context.store.record(id));
    if (!record || record->forgotten || !(record->reference || m_visible.sees(record->orgs, record->type)))
        return {};
    record->registers.trimPast(records::keepsPast(m_reference.catalog.type(record->type)));
    const bool merged = std::ranges::any_of(record->registers.registers(),
                                            [](const auto& entry) { return !entry.second.past().empty(); });
    if (merged)
        (void)add(std::move(*record), response, limits::kPageChanges);
    return {};
}

}  // namespace fayi::hub
