// SPDX-License-Identifier: Apache-2.0
// When the hub took what was written here.
#include "row.h"

namespace fayi::store {

Status Store::noteReceived(std::int64_t replica, std::uint64_t seq, Millis at) {
    return m_database->prepare("INSERT OR REPLACE INTO received(replica,seq,at) VALUES(?,?,?)")
        .bind(replica)
        .bind(seq)
        .bind(at.count())
        .run();
}

Status Store::forgetReceived(std::int64_t replica, std::uint64_t after) {
    return m_database->prepare("DELETE FROM received WHERE replica=? AND seq>?")
        .bind(replica)
        .bind(after)
        .run();
}

std::optional<Millis> Store::receivedAt(const merge::VersionVector& written) const {
    std::optional<Millis> last;
    for (const auto& [replica, seq] : written.entries()) {
        auto pen = m_database->prepare("SELECT number, acked FROM replica WHERE id=? AND person IS NOT NULL");
        if (!pen.bind(asKey(replica)).step())
            continue;  // it came from the hub
        auto row =
            m_database->prepare("SELECT at FROM received WHERE replica=? AND seq>=? ORDER BY seq LIMIT 1");
        if (pen.number(1) < seq || !row.bind(pen.integer(0)).bind(seq).step() || row.integer(0) == 0)
            return std::nullopt;
        last = std::max(last.value_or(Millis(0)), Millis(row.integer(0)));
    }
    return last;
}

}  // namespace fayi::store
