// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "fayi/server/context.h"
#include "visibility.h"

namespace fayi::hub {

/// Log lines looked at for one page. Above it the page goes out as it is, even empty, so that a request of a
/// small scope does not hold a thread while it walks a large log.
inline constexpr std::size_t kScanLines = 20'000;

/// What a pull begins from.
struct PullStart {
    Position after;
    std::map<ReplicaId, std::uint64_t> own;    ///< what the station has of its own replicas
    std::map<ReplicaId, std::uint64_t> wrote;  ///< the same with those that it has just lost to a copy of it
};

/// One page of news for a station, inside the caller's read transaction. A change is sent if the record is in
/// the scope now and was when it was accepted. When a record moves into the scope, its history is listed once
/// more before the move (LogLine::repeats), so what was passed over before comes there. The cursor covers
/// whatever was looked at.
class Pull {
public:
    Pull(Context& context, const Reference& reference, const StationScope& scope, PullStart start);

    /// Fills cursor position, more, changes and leaving.
    Status fill(protocol::SyncResponse& response);
    /// Records of which the page passed over edits because the station itself had made them; at most as many
    /// as changes fit a page.
    const std::set<RecordId>& written() const { return m_written; }

private:
    enum class Verdict { Pass, Send, Leaves };
    Result<Verdict> judge(const LogLine& line);
    /// Where the record is now, and its type; units empty: forgotten, or not known.
    Result<RecordPlace> placeOf(RecordId record);
    /// Deals with a line and moves the cursor behind it. False: the page is full, the line may have to wait.
    Result<bool> take(const LogLine& line, protocol::SyncResponse& response);
    /// False: there is no room for it.
    Result<bool> add(const LogLine& line, protocol::SyncResponse& response);

    Context& m_context;
    Visibility m_visible;
    const PullStart m_start;
    std::unordered_map<RecordId, RecordPlace> m_places;
    std::set<RecordId> m_leaving, m_written;
    std::size_t m_bytes = 0;
};

}  // namespace fayi::hub
