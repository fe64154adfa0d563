// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fayi/schema/catalog.h"
#include "fayi/schema/figure_values.h"
#include "fayi/station/station.h"
#include "fayi/store/books.h"

namespace fayi::office {

/// Which report, of which days, of which unit.
struct ReportWish {
    std::string report{"annual"};
    std::string from, to;  ///< both days included
    std::string unit;      ///< empty: all that this station may see
};

/// A closed report beside today's: what it was made of.
struct Frozen {
    std::int64_t number = 0;
    Millis at{0};
    std::string by;
    std::vector<schema::FigureAnswer> now;  ///< the same figures of the records as they are today
    std::vector<std::optional<double>>
        stored;                        ///< the values as they were written down; in the order of figures
    std::vector<std::string> changed;  ///< ids of records that are another version today, or gone
};

/// Everything that a report says, ready to be written: plain values.
struct ReportData {
    ReportWish wish;
    schema::Catalog catalog;  ///< holds the definition
    const schema::Report* definition = nullptr;
    Text office;  ///< whose report it is
    std::vector<schema::FigureAnswer> figures;
    std::vector<schema::FigureAnswer> before;  ///< the same of the year before
    std::vector<schema::CheckAnswer> checks;
    std::vector<std::string> missing;  ///< codes of units that have no verified record in the period
    std::vector<Text> missingNames;
    std::size_t units = 0;                       ///< that were looked at
    std::vector<std::string> weaknesses, plans;  ///< verified plan items: of the year, and for the next
    std::optional<Frozen> frozen;
};

/// Counts it now. ErrorCode::Usage: no such report, period or unit.
Result<ReportData> makeReport(station::Station& station, const ReportWish& wish, const Clock& clock);

/// Who verifies records may close reports; without a district, whoever works alone.
bool mayClose(const station::Station& station);
/// Closes the report as it is now: keeps its definition and, of each record behind a figure, the version and
/// the fields that were counted. Its number. ErrorCode::Refused: mayClose() says no.
Result<std::int64_t> freezeReport(station::Station& station, const ReportWish& wish, const Clock& clock);
/// Counts a closed report again, from what was kept, by the definition of then.
Result<ReportData> frozenReport(station::Station& station, std::int64_t number, const Clock& clock);
/// All closed reports, newest first.
Result<std::vector<store::FrozenReport>> frozenReports(station::Station& station, const Clock& clock);

/// As an office document (.docx, ECMA-376), laid out after GB/T 9704-2012. ErrorCode::Usage: the definition
/// has no text, or the file is there already.
Status writeDocument(const ReportData& data, const std::filesystem::path& file, Language language,
                     const Clock& clock);
/// Every figure with what it rests on, as .xlsx.
Status writeSheet(const ReportData& data, const std::filesystem::path& file, Language language,
                  const Clock& clock);

/// {"report","version","from","to","unit","office","figures","checks","missing","units","weaknesses","plans"},
/// and "frozen" of a closed one. A figure has "before", the value of the year before, and of a closed report
/// "stored" and "now".
station::Json toJson(const ReportData& data, Language language);

}  // namespace fayi::office
