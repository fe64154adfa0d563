// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/ids.h"
#include "fayi/base/result.h"
#include "fayi/schema/report.h"

namespace fayi::sqlite {
class Database;
}

namespace fayi::store {

using Json = nlohmann::json;

/// A list of records that left this computer as a file.
struct ExportEntry {
    std::int64_t number = 0;
    Millis at{0};
    std::string personId, personName;
    std::string type, filter, words;
    std::vector<std::string> fields;  ///< that went out
    std::uint64_t records = 0;
    bool identified = false;  ///< persons can be recognised
    std::string reason, file, sha256;
};

/// What a figure was when its report was closed.
struct FrozenFigure {
    std::string id;
    double value = 0;
    std::optional<double> denominator;
    std::vector<std::int64_t>
        records;  ///< behind it, numerator and denominator, this period and the one before
};

/// A record as a closed report counted it: only the fields that the figures read.
struct FrozenRecord {
    std::int64_t number = 0;  ///< of the record in this store
    std::string id;
    Json version;  ///< what it had come to: [[replica, seq], …]
    std::string type, org, happenedOn;
    Json fields = Json::object();
};

/// A closed report without its records.
struct FrozenReport {
    std::int64_t number = 0;
    Millis at{0};
    std::string person, report;
    int version = 0;  ///< of the definition
    Json definition;
    std::string from, to, unit;
    std::vector<std::string> orgs;  ///< the units that counted
    Json beside;                    ///< what it says beside its figures
    std::vector<FrozenFigure> figures;
};

/// What a station remembers of files and closed reports, beside the records; none of it is replicated. A
/// connection of its own over the store's file; not thread safe.
class Books {
public:
    /// How long an export is remembered: at least three years (《网络数据安全管理条例》第十二条), counted
    /// long.
    static constexpr Millis kExportsKept = std::chrono::hours(24) * 366 * 3;
    /// Told at once.
    static constexpr int kMostEntries = 10'000;

    /// The folder of a store that is there. ErrorCode as Store::open.
    static Result<std::unique_ptr<Books>> open(const std::filesystem::path& folder, const Clock& clock);
    ~Books();

    /// Writes it down with the time of now; entries older than kExportsKept go.
    Status noteExport(const ExportEntry& entry);
    /// Newest first.
    Result<std::vector<ExportEntry>> exports() const;

    /// Those of the digests of which a record was made that is still there (Save::imported).
    Result<std::set<Bytes>> made(const std::vector<Bytes>& digests) const;

    /// A report with its records, gathered while no other connection writes.
    using Gather = std::function<Result<std::pair<FrozenReport, std::vector<FrozenRecord>>>()>;
    /// Its number.
    Result<std::int64_t> freeze(const Gather& gather);
    /// Newest first, without figures.
    Result<std::vector<FrozenReport>> frozen() const;
    /// ErrorCode::NotFound: none of that number.
    Result<FrozenReport> frozen(std::int64_t number) const;
    Result<std::vector<FrozenRecord>> frozenRecords(std::int64_t number) const;
    /// Rows of a compiled figure, asked of the records as they were frozen.
    Result<std::vector<std::vector<Json>>> rows(std::int64_t number, const schema::Query& query) const;

    /// Codes of the units that have a verified record of the period, deleted ones apart.
    Result<std::set<std::string>> unitsHeard(const std::string& from, const std::string& to) const;

private:
    Books(std::unique_ptr<sqlite::Database> database, const Clock& clock);
    Status keep(const FrozenReport& report, const std::vector<FrozenRecord>& records, std::int64_t& number);

    std::unique_ptr<sqlite::Database> m_database;
    const Clock& m_clock;
};

}  // namespace fayi::store
