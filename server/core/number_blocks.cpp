// SPDX-License-Identifier: Apache-2.0
#include "number_blocks.h"

#include "fayi/protocol/number_limits.h"

namespace fayi::hub {
namespace {

using protocol::NumberBlock;
using protocol::NumberUse;

int yearOf(Millis time) {
    return std::stoi(dateInChina(time).substr(0, 4));
}

/// One station's numbers in one request.
class Desk {
public:
    Desk(Context& context, const Reference& reference, const Station& station, const StationScope& scope)
        : m_context(context), m_reference(reference), m_station(station), m_scope(scope) {}

    Status note(const NumberUse& use) const;
    Status reserve(const NumberUse& use, std::vector<NumberBlock>& out) const;

private:
    bool mayHave(const protocol::NumberSeries& series) const;
    Result<std::uint64_t> startAfter(const protocol::NumberSeries& series, std::uint64_t last, bool thisEpoch,
                                     const HubIdentity& hub) const;

    Context& m_context;
    const Reference& m_reference;
    const Station& m_station;
    const StationScope& m_scope;
};

bool Desk::mayHave(const protocol::NumberSeries& series) const {
    const int year = yearOf(m_context.clock.now());
    if (series.year < year - 1 || series.year > year + 1 || m_reference.tree.find(series.org) == nullptr ||
        !records::inScope({series.org}, m_scope.roots, m_reference.tree))
        return false;
    return std::ranges::any_of(m_reference.catalog.types(), [&](const schema::RecordType* type) {
        return std::ranges::any_of(type->numbers,
                                   [&](const schema::NumberRule& rule) { return rule.kind == series.kind; });
    });
}

/// A block that is not known was reserved by an earlier life of this hub, which a backup had not seen.
Status Desk::note(const NumberUse& use) const {
    if (!mayHave(use.series))
        return {};
    FAYI_LET(blocks, m_context.store.reservedNumbers(use.series));
    for (ReservedNumbers& block : blocks)
        if (block.first == use.first && block.station == m_station.number) {
            block.told = std::max(block.told, std::min(use.next, block.last + 2));
            return m_context.store.putReservedNumbers(block);
        }
    FAYI_LET(hub, m_context.store.identity());
    const std::uint64_t last = use.first + limits::kNumberBlock - 1;
    return m_context.store.putReservedNumbers({use.series, use.first, last, m_station.number, hub.epoch,
                                               std::min(use.next, last + 2), m_context.clock.now()});
}

/// A hub that was put back in the year of a series, or later, may have forgotten blocks: they are left out.
Result<std::uint64_t> Desk::startAfter(const protocol::NumberSeries& series, std::uint64_t last,
                                       bool thisEpoch, const HubIdentity& hub) const {
    FAYI_LET(restorations, m_context.store.restorations());
    const bool forgot = !thisEpoch && std::ranges::any_of(restorations, [&](const Restoration& one) {
        return yearOf(one.at) >= series.year;
    });
    if (!forgot)
        return last + 1;
    const std::uint64_t until = last + limits::kNumbersForgotten;
    FAYI_TRY(m_context.store.putReservedNumbers(
        {series, last + 1, until, 0, hub.epoch, until + 1, m_context.clock.now()}));
    return until + 1;
}

Status Desk::reserve(const NumberUse& use, std::vector<NumberBlock>& out) const {
    if (!mayHave(use.series))
        return {};
    FAYI_LET(blocks, m_context.store.reservedNumbers(use.series));
    FAYI_LET(hub, m_context.store.identity());
    std::uint64_t last = 0;
    bool thisEpoch = false, again = false;
    for (ReservedNumbers& block : blocks) {
        last = std::max(last, block.last);
        thisEpoch |= block.epoch == hub.epoch;
        if (block.station != m_station.number || block.told > block.last)
            continue;
        if (use.next == limits::kNumbersAnew) {
            block.told = block.last + 2;
            FAYI_TRY(m_context.store.putReservedNumbers(block));
        } else if (block.first > use.next) {  // the answer that told of it was lost
            out.push_back({use.series, block.first, block.last});
            again = true;
        }
    }
    if (again)
        return {};
    FAYI_LET(first, startAfter(use.series, last, thisEpoch, hub));
    const ReservedNumbers made{use.series,           first,     first + limits::kNumberBlock - 1,
                               m_station.number,     hub.epoch, first,
                               m_context.clock.now()};
    FAYI_TRY(m_context.store.putReservedNumbers(made));
    out.push_back({made.series, made.first, made.last});
    return {};
}

}  // namespace

Status reserveNumbers(Context& context, const Reference& reference, const Station& station,
                      const StationScope& scope, const std::vector<NumberUse>& uses,
                      std::vector<NumberBlock>& out) {
    const Desk desk(context, reference, station, scope);
    for (const NumberUse& use : uses)
        if (use.first != 0)
            FAYI_TRY(desk.note(use));
    for (const NumberUse& use : uses)
        if (use.first == 0)
            FAYI_TRY(desk.reserve(use, out));
    return {};
}

}  // namespace fayi::hub
