// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/ids.h"
#include "fayi/base/result.h"

namespace fayi::sqlite {
class Database;
}

namespace fayi::store {

/// A look at something that is covered.
struct Reveal {
    Millis at{0};
    std::string personId, personName;  ///< who looked; the id is empty before enrolment
    RecordId record;
    std::string type;
    std::string field;  ///< a path: "phone", "parties/ITEM/id_number"
    std::string place;  ///< page, form
};

/// The ledger of looks at what is covered; not replicated. A connection of its own over the store's file; not
/// thread safe.
class Reveals {
public:
    /// As long as exports are remembered: at least three years (《网络数据安全管理条例》第十二条), counted
    /// long.
    static constexpr Millis kKept = std::chrono::hours(24) * 366 * 3;
    /// Told at once.
    static constexpr int kMostEntries = 10'000;

    /// The folder of a store that is there. ErrorCode as Store::open.
    static Result<std::unique_ptr<Reveals>> open(const std::filesystem::path& folder, const Clock& clock);
    ~Reveals();

    /// Writes all of them down with the time of now; entries older than kKept go.
    Status note(const std::vector<Reveal>& looks);
    /// Newest first.
    Result<std::vector<Reveal>> list() const;

private:
    Reveals(std::unique_ptr<sqlite::Database> database, const Clock& clock);

    std::unique_ptr<sqlite::Database> m_database;
    const Clock& m_clock;
};

}  // namespace fayi::store
