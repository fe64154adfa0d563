// SPDX-License-Identifier: Apache-2.0
#include "tombstones.h"

#include "ledger.h"

namespace fayi::hub {
namespace {

/// Of one go: a few milliseconds in a request that writes anyway.
constexpr std::size_t kMostForgotten = 200;

/// How far every station that counts has read. Those that never synced and those long away will start afresh.
Result<Position> passedByAll(HubStore& store, Millis now) {
    FAYI_LET(passed, store.lastPosition());
    FAYI_LET(stations, store.stations());
    for (const Station& station : stations)
        if (station.lastSync && !wasLongAway(station, now))
            passed = std::min(passed, station.cursor);
    return passed;
}

}  // namespace

Status forgetTombstones(Context& context, const Reference& reference) {
    const Millis now = context.clock.now();
    FAYI_LET(passed, passedByAll(context.store, now));
    const HybridTime until = HybridTime::of(std::max(Millis(0), now - Millis(kTombstoneAge)));
    FAYI_LET(records, context.store.tombstones(passed, until, kMostForgotten));
    Ledger ledger(context.store, reference.catalog);
    for (const RecordId record : records)
        FAYI_TRY(ledger.withdraw(record));
    return ledger.flush();
}

}  // namespace fayi::hub
