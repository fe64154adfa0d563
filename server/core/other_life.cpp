// SPDX-License-Identifier: Apache-2.0
#include "other_life.h"

namespace fayi::hub {

Result<protocol::SyncResponse> greetFromAnotherLife(Context& context, const HubIdentity& hub,
                                                    const Station& station,
                                                    const protocol::SyncRequest& request) {
    protocol::SyncResponse out;
    out.cursor.epoch = hub.epoch;
    out.more = true;
    out.hubTime = context.clock.now();
    out.scopeVersion = request.scopeVersion;
    for (const auto& own : request.own) {
        FAYI_LET(pen, context.store.pen(own.replica));
        const bool foreign = pen && pen->station != station.number;
        const std::uint64_t head = pen ? pen->head.seq : 0;
        if (!foreign && head <= own.seq)  // otherwise the store is a copy: that comes to light in its turn
            out.acks.push_back({own.replica, head, {}, {}});
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
