// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/station/station.h"

namespace fayi::station {

/// The sheets of a workbook that can be seen, in their order; empty of a file that has none.
/// ErrorCode::Usage: it cannot be read.
Result<std::vector<std::string>> sheetsOf(const std::filesystem::path& file);

/// What the columns of a ledger were told to fill the last time, by the type of record and the headings. A
/// file of the data folder; it stays on this computer and says nothing of what the ledgers hold.
class ColumnMemory {
public:
    /// Ledgers that are remembered: some for each type. The one used longest ago makes room.
    static constexpr std::size_t kMostLedgers = 200;
    static constexpr std::size_t kMostBytes = 4u << 20;

    using Columns = std::map<std::string, std::string>;  ///< heading to field, "" for one that is left out

    explicit ColumnMemory(const std::filesystem::path& folder) : m_file(folder / "import-columns.json") {}

    /// Nothing: no ledger with these headings was taken in, or what is kept cannot be read.
    std::optional<Columns> recall(const std::string& type, const std::vector<std::string>& headings) const;
    /// The headings are those of `columns`.
    Status remember(const std::string& type, const Columns& columns) const;

private:
    Json read() const;

    std::filesystem::path m_file;
};

/// A dry run of an import: what the file holds and what would become of it. A column that neither the wish
/// nor an earlier import says anything of fills the field of its name; one that names none is left out.
/// `wish.columns` becomes what each column fills.
Result<ImportReport> tryImport(Station& station, ImportWish& wish);

}  // namespace fayi::station
