// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/backup.h"

#include "fayi/server/reports.h"
#include "hub_key.h"

namespace fayi::hub {
namespace {

/// The lower bits of an epoch are chance: two epochs differ though a clock begins in 1970 after each power
/// cut. With milliseconds above them an epoch stays below 2^53, which every JSON reader holds.
constexpr unsigned kChanceBits = 10;

/// Stations that may have enrolled between a backup and its restoring; the rest keeps two restorings apart.
constexpr std::uint64_t kStationGap = 1000, kStationSpread = 9000;

Error damaged(const std::string& what) {
    return {ErrorCode::Damaged, {"备份不完整：" + what, "the backup is damaged: " + what}};
}

std::uint64_t nextEpoch(std::uint64_t before, Millis now, Random& random) {
    const auto wall = static_cast<std::uint64_t>(std::max<std::int64_t>(now.count(), 0));
    const std::uint64_t upper = std::max(wall, (before >> kChanceBits) + 1);
    return upper << kChanceBits | random.u64() % (1U << kChanceBits);
}

}  // namespace

Result<BackupNote> examineCopy(Context& copy) {
    if (const auto faults = copy.store.faults(); !faults.empty())
        return damaged(faults.front());
    FAYI_LET(verified, verifyLog(copy));
    if (!verified["ok"])
        return damaged(verified["first_bad"].get<std::string>());
    BackupNote out;
    FAYI_LET(position, copy.store.lastPosition());
    out.position = position;
    FAYI_LET(pens, copy.store.pens());
    for (const Pen& pen : pens)
        out.heads.push_back({pen.replica, pen.head.seq});
    return out;
}

Result<BackupNote> noteBackup(Context& hub, BackupNote copy) {
    WriteScope transaction(hub.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(before, hub.store.lastBackup());
    copy.number = before ? before->number + 1 : 1;
    copy.at = hub.clock.now();
    FAYI_TRY(hub.store.putBackup(copy));
    FAYI_TRY(transaction.commit());
    return copy;
}

Result<Restoration> beginEpoch(Context& hub, BackupNote copy) {
    Restoration out;
    {
        WriteScope transaction(hub.store);
        FAYI_TRY(transaction.begun());
        FAYI_LET(identity, hub.store.identity());
        out.at = hub.clock.now();
        out.position = copy.position;
        out.epoch = nextEpoch(identity.epoch, out.at, hub.random);
        out.replica = ReplicaId{hub.random.u64() | 1};
        identity.epoch = out.epoch;
        identity.replica = out.replica;
        FAYI_LET(stations, hub.store.stations());
        if (!stations.empty())
            identity.lastStation = std::max(identity.lastStation, stations.back().number);
        identity.lastStation += kStationGap + hub.random.u64() % kStationSpread;
        FAYI_TRY(hub.store.beginEpoch(identity, out));
        FAYI_TRY(hub.store.putPen(penOfHub(identity)));
        FAYI_TRY(transaction.commit());
    }
    FAYI_LET(noted, noteBackup(hub, std::move(copy)));
    (void)noted;
    return out;
}

}  // namespace fayi::hub
