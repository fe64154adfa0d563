// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"

namespace fayi::sqlite {
class Database;
}

namespace fayi::store {

/// What the syncs of one day came to; or one sync alone, which has no day yet.
struct SyncDay {
    std::string day = {};  ///< YYYY-MM-DD in China
    std::uint64_t tries = 0, failures = 0;
    std::uint64_t pushed = 0, pulled = 0, refused = 0;  ///< changes
    std::uint64_t blobsUp = 0, blobsDown = 0;           ///< attachments
    std::uint64_t bytesUp = 0, bytesDown = 0;
    Millis last{0};     ///< wall clock of the last one that worked; 0: none did
    Text problem = {};  ///< of the last one that did not
};

/// The history of syncs by day; not replicated. A connection of its own over the store's file; not thread
/// safe.
class SyncDays {
public:
    /// Days that are kept.
    static constexpr std::uint64_t kKept = 400;

    /// The folder of a store that is there. ErrorCode as Store::open.
    static Result<std::unique_ptr<SyncDays>> open(const std::filesystem::path& folder, const Clock& clock);
    ~SyncDays();

    /// Adds one sync to this day.
    Status note(const SyncDay& sync);
    /// The newest first, at most so many.
    Result<std::vector<SyncDay>> list(std::uint64_t most = kKept) const;

private:
    SyncDays(std::unique_ptr<sqlite::Database> database, const Clock& clock);

    std::unique_ptr<sqlite::Database> m_database;
    const Clock& m_clock;
};

}  // namespace fayi::store
