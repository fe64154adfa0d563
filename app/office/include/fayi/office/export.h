// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "fayi/station/board.h"
#include "fayi/station/station.h"
#include "fayi/store/books.h"

namespace fayi::office {

/// A list of records to be written as a file.
struct ExportWish {
    std::string type;
    std::filesystem::path file;        ///< .xlsx or .csv; must not be there yet
    std::string where, words;          ///< as `list` takes them
    std::string order{"happened_on"};  ///< as `list` takes it
    std::vector<std::string> fields;   ///< names or labels; empty: all
    bool identified = false;           ///< persons can be recognised; needs `reason`
    std::string reason;
    Language language = Language::Zh;
    /// Once somebody asks it to stop, it ends with an Error and nothing was written.
    std::stop_token stop = {};
};

struct ExportDone {
    std::uint64_t records = 0;
    std::uint64_t restricted = 0;  ///< left out: they are kept and protected, and nothing else (PIPL 47)
    std::string sha256;
    std::vector<std::string> fields, masked, leftOut;  ///< names
};

/// Writes every record of the list that the person may see, and an entry into the ledger of exports. Unless
/// `identified`, fields that are personal are masked or left out, sensitive ones left out (PIPL 51). The file
/// gets its name last, when it is whole and in the ledger. ErrorCode::Usage, Validation: nothing was written.
Result<ExportDone> exportList(station::Station& station, const ExportWish& wish, const Clock& clock);

/// What stands in the ledger in place of a record type where the board of units went out.
inline constexpr const char* kBoardExport = "board";

/// Writes what is shown of the units as a table, and an entry into the ledger. It holds nothing of persons.
Result<ExportDone> exportBoard(station::Station& station, const std::vector<station::BoardRow>& rows,
                               const station::BoardQuestion& question, const std::filesystem::path& file,
                               Language language, const Clock& clock);

/// The ledger of exports, newest first.
Result<std::vector<store::ExportEntry>> exportLedger(station::Station& station, const Clock& clock);

/// What went out: the records of a type, the board of units, the copy for one person.
Text nameOfExported(const store::ExportEntry& entry, const schema::Catalog& catalog);

/// {"number","at","by":{"person","name"},"type","where","text","fields","records","identified","reason",
/// "file","sha256"}
station::Json toJson(const store::ExportEntry& entry);
/// {"file","records","sha256","fields","masked","left_out"}, and "restricted" where some were left out
station::Json toJson(const ExportWish& wish, const ExportDone& done);

}  // namespace fayi::office
