// SPDX-License-Identifier: Apache-2.0
#include "other_life.h"

#include <algorithm>

namespace fayi::hub {
namespace {

/// The position up to which the log of that epoch and of this one are the same.
Result<Position> partedAt(HubStore& store, std::uint64_t epoch) {
    FAYI_LET(out, store.lastPosition());
    FAYI_LET(restorations, store.restorations());
    for (const Restoration& restoration : restorations)
        if (restoration.epoch > epoch)
            out = std::min(out, restoration.position);
    return out;
}

}  // namespace

Result<protocol::SyncResponse> greetFromAnotherLife(Context& context, const HubIdentity& hub,
                                                    const Station& station,
                                                    const protocol::SyncRequest& request) {
    protocol::SyncResponse out;
    out.cursor.epoch = hub.epoch;
    out.more = true;
    out.hubTime = context.clock.now();
    out.scopeVersion = request.scopeVersion;
    FAYI_LET(last, context.store.lastPosition());
    FAYI_LET(parted, partedAt(context.store, request.cursor.epoch));
    for (const auto& own : request.own) {
        FAYI_LET(pen, context.store.pen(own.replica));
        const bool foreign = pen && pen->station != station.number;
        // Not how much it has by now: another copy of the store may have written that.
        FAYI_LET(common, context.store.seqAt(own.replica, parted));
        if (foreign)  // then the store is a copy: that comes to light in its turn
            continue;
        out.acks.push_back({own.replica, std::min(common, own.seq), {}, {}});
        FAYI_LET(now, context.store.seqAt(own.replica, last));
        if (now > common)  // which another copy has sent since
            out.forked.push_back({own.replica, std::min(common, own.seq)});
    }
    return out;
}

Result<std::uint64_t> testifiedUpTo(HubStore& store, ReplicaId replica) {
    FAYI_LET(restored, store.restorations());
    return restored.empty() ? Result<std::uint64_t>(0) : store.lastTestified(replica);
}

Result<std::optional<protocol::SafeSeqs>> safeSeqsFor(HubStore& store, const protocol::SyncRequest& request) {
    using Safe = std::optional<protocol::SafeSeqs>;
    FAYI_LET(backup, store.lastBackup());
    if (!backup || backup->number == request.backup)
        return Safe();
    protocol::SafeSeqs out{backup->number, {}};
    for (const auto& own : request.own) {
        FAYI_LET(seq, store.safeSeq(own.replica));
        if (seq > 0)
            out.seqs.push_back({own.replica, seq});
    }
    return Safe(std::move(out));
}

}  // namespace fayi::hub
