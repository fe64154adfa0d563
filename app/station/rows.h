// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sheet.h"

namespace fayi::station {

struct TableRow {
    std::size_t line = 0;  ///< of the file, from 1
    std::vector<std::string> cells;
};

/// The rows of a table, heading and all, one after another.
class RowSource {
public:
    virtual ~RowSource() = default;
    /// Nothing at the end or at a flaw.
    virtual std::optional<TableRow> next() = 0;
    virtual std::size_t line() const = 0;
    virtual const std::optional<Text>& flaw() const = 0;
    /// True where a title may stand above the heading, as in a ledger that is printed.
    virtual bool mayHaveTitle() const { return false; }
};

std::unique_ptr<RowSource> openCsvRows(std::unique_ptr<std::istream> in);
/// A sheet of a workbook by its name; empty: the first that can be seen.
Result<std::unique_ptr<RowSource>> openWorkbookRows(const std::filesystem::path& file,
                                                    const std::string& sheet);

}  // namespace fayi::station
