// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <iostream>
#include <utility>

#include "fayi/protocol/page.h"

/// What the programs of the bench share: records as the changes that a station would write.
namespace fayi::bench {

[[noreturn]] inline void fail(const std::string& what) {
    std::cerr << what << "\n";
    std::exit(70);
}

template <typename T>
T must(Result<T> result) {
    if (!result.ok())
        fail(result.error().message.en);
    return std::move(result).value();
}

/// One pen that writes changes as a station's would, a minute apart.
class Pen {
public:
    Pen(ReplicaId replica, Millis began) : m_replica(replica), m_began(began) {}

    protocol::SentChange create(const std::string& type, const std::vector<merge::Write>& writes) {
        protocol::SentChange out = next(writes);
        out.change.record.created = out.change.dot;
        out.change.type = type;
        return out;
    }
    protocol::SentChange edit(RecordId record, merge::Write write) {
        protocol::SentChange out = next({std::move(write)});
        out.change.record = record;
        return out;
    }
    std::uint64_t seq() const { return m_seq; }

private:
    protocol::SentChange next(std::vector<merge::Write> writes) {
        protocol::SentChange out;
        out.change.dot = {m_replica, ++m_seq};
        out.change.time = HybridTime::of(m_began + Millis(static_cast<std::int64_t>(m_seq) * 60'000));
        if (protocol::opensSaltBlock(m_seq))
            out.change.seed = Bytes(protocol::kSaltSeedBytes, 's');
        out.change.writes = std::move(writes);
        out.effective = out.change.time;
        return out;
    }

    ReplicaId m_replica;
    std::uint64_t m_seq = 0;
    Millis m_began;
};

}  // namespace fayi::bench
