// SPDX-License-Identifier: Apache-2.0
#include "pull.h"

#include "fayi/base/limits.h"

namespace fayi::hub {
namespace {

/// Records that a page lists as leaving: each takes a station as long as a change.
constexpr std::size_t kMostLeaving = limits::kNewsChanges;

/// Lines read at once: about what fills a page.
constexpr std::size_t kBatchLines = limits::kNewsChanges + 16;

bool isOf(const std::map<ReplicaId, std::uint64_t>& pens, const LogLine& line) {
    const auto pen = pens.find(line.dot.replica);
    return line.repeats.value == 0 && pen != pens.end() && line.dot.seq <= pen->second;
}

}  // namespace

Pull::Pull(Context& context, const Reference& reference, const StationScope& scope, PullStart start)
    : m_context(context), m_visible(scope, reference), m_start(std::move(start)) {}

Status Pull::fill(protocol::SyncResponse& response) {
    response.cursor.position = m_start.after;
    bool room = true;
    std::size_t looked = 0;
    std::size_t got = kBatchLines;
    while (room && got == kBatchLines && looked < kScanLines) {
        FAYI_LET(lines, m_context.store.linesAfter(response.cursor.position, kBatchLines));
        got = lines.size();
        looked += got;
        for (auto line = lines.begin(); room && line != lines.end(); ++line) {
            FAYI_LET(taken, take(*line, response));
            room = taken;
        }
    }
    response.more = !room || got == kBatchLines;
    return {};
}

Result<bool> Pull::take(const LogLine& line, protocol::SyncResponse& response) {
    FAYI_LET(verdict, judge(line));
    if (verdict == Verdict::Send) {
        FAYI_LET(added, add(line, response));
        if (!added)
            return false;
    }
    if (verdict == Verdict::Leaves && m_leaving.insert(line.record).second)
        response.leaving.push_back(line.record);
    response.cursor.position = line.position;
    return m_leaving.size() < kMostLeaving && m_written.size() < limits::kPageChanges;
}

Result<RecordPlace> Pull::placeOf(RecordId record) {
    if (const auto known = m_places.find(record); known != m_places.end())
        return known->second;
    FAYI_LET(place, m_context.store.placeOf(record));
    return m_places[record] = place.value_or(RecordPlace{record, {}, {}, false});
}

/// A record that the station itself wrote to and may not see had left before, and was kept for that change:
/// it goes, also where the pen of that change turns out to be shared with a copy of the station.
Result<Pull::Verdict> Pull::judge(const LogLine& line) {
    if (line.reference)
        return Verdict::Send;
    const bool own = isOf(m_start.own, line), wrote = isOf(m_start.wrote, line);
    const bool near =
        m_visible.reaches(line.orgs) || (line.orgsBefore && m_visible.reaches(*line.orgsBefore));
    if (!near && !wrote)
        return Verdict::Pass;
    FAYI_LET(place, placeOf(line.record));
    const bool after = m_visible.sees(line.orgs, place.type);
    const bool before = line.orgsBefore ? m_visible.sees(*line.orgsBefore, place.type) : after;
    if (!after && !before && !wrote)
        return Verdict::Pass;
    if (place.orgs.empty() || !m_visible.sees(place.orgs, place.type))
        return wrote || (before && !after) ? Verdict::Leaves : Verdict::Pass;
    if (!after)
        return Verdict::Pass;
    const bool arrives = !before;
    if (line.repeats.value != 0)
        return arrives ? Verdict::Send : Verdict::Pass;
    if (!own || arrives)
        return Verdict::Send;
    if (line.record.created != line.dot)  // nothing competes in a record that was only made
        m_written.insert(line.record);
    return Verdict::Pass;
}

Result<bool> Pull::add(const LogLine& line, protocol::SyncResponse& response) {
    if (response.changes.size() >= limits::kNewsChanges)
        return false;
    FAYI_LET(logged, m_context.store.changeAt(line.repeats.value != 0 ? line.repeats : line.position));
    if (!response.changes.empty() && m_bytes + logged.body.size() > limits::kPageBytes)
        return false;
    FAYI_LET(change, protocol::decodeChange(logged.body));
    m_bytes += logged.body.size();
    response.changes.push_back({std::move(change), logged.effective, logged.line.position});
    return true;
}

}  // namespace fayi::hub
