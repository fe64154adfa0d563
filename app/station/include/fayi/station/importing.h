// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <vector>

#include "fayi/base/ids.h"
#include "fayi/base/text.h"

/// A file that somebody keeps, on its way into the store: what is wished, and what came of it.
namespace fayi::station {

using Json = nlohmann::json;

struct ImportReport {
    struct RowError {
        std::size_t row = 0;  ///< counted from 1 as a person counts lines of the file
        std::string field;
        Text message;
    };
    /// What a column of a table fills: the name of a field, "org", or nothing.
    struct Column {
        std::string heading, field;
        std::string sample;  ///< the first thing that stands in it, at most kSample characters
        bool ours = false;   ///< of an export or an error sheet of this program: it is passed over
    };
    /// A row that was not taken because something is wrong with it, as it stands in the file.
    struct Rejected {
        std::size_t row = 0;
        std::vector<std::string> cells;
    };
    /// Columns of the sheet of rejected rows beside those of the file; an import passes them over.
    static inline const Text kLineHeading{"原行号", "Original row"};
    static inline const Text kWhyHeading{"导入问题", "Import problem"};
    /// Records shown of a dry run.
    static constexpr std::size_t kPreview = 5;
    /// Enough to tell what a column is about.
    static constexpr std::size_t kSample = 40;
    /// Errors a person can work through; after so many the rest of the file is not looked at.
    static constexpr std::size_t kMostErrors = 1000;

    std::size_t created = 0, skipped = 0;
    std::size_t already = 0;  ///< of the skipped: rows that an import made a record of before
    std::vector<RowError> errors;
    std::vector<Column> columns;     ///< of a table
    std::vector<Rejected> rejected;  ///< in the order of the file
    std::vector<Json> preview;       ///< of a dry run: the fields of the first that would be created
    std::vector<RecordId> made;      ///< the records, in the order of the file; of a dry run none
};

/// A file to be imported.
struct ImportWish {
    std::string type;
    std::filesystem::path file;      ///< .xlsx, .csv or .jsonl
    std::filesystem::path map = {};  ///< a JSON file {"column":"field"}; may be empty
    std::string sheet = {};          ///< of a workbook; empty: the first
    bool dryRun = false;             ///< writes nothing
    bool partial = false;            ///< takes the rows without errors; else all or nothing
    /// Column to field, "" to leave it out; before what `map` says.
    std::map<std::string, std::string> columns = {};
    /// Once somebody asks it to stop, reading ends with an Error and nothing is written.
    std::stop_token stop = {};
};

}  // namespace fayi::station
