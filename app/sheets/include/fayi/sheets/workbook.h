// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/result.h"

namespace fayi::sheets {

/// One row of a sheet that holds anything, its cells as text.
struct SheetLine {
    std::size_t number = 0;  ///< as the spreadsheet counts, from 1
    std::vector<std::string> cells;
};

/// A workbook (ECMA-376, as Excel, WPS and LibreOffice write it) that somebody else made, read row by row.
///
/// Cells come as the text a person would type: numbers with up to 15 digits, longer ones in scientific
/// notation (they are no longer exact), dates "2026-03-01" and times by the format of their cell, booleans
/// TRUE and FALSE, formulas by the value that was saved with them. A cell merged downwards stands for each of
/// its rows. Whatever the bytes, reading ends with rows, a flaw or an Error.
class Workbook {
public:
    static constexpr std::size_t kMostColumns = 512;    ///< a ledger has some dozens
    static constexpr std::size_t kMostMerges = 20'000;  ///< ranges of merged cells
    static constexpr std::size_t kMostSheets = 256;

    /// The content of a part of the package by its name; nothing: there is none.
    using Parts = std::function<Result<std::optional<std::string>>(const std::string& name)>;

    /// ErrorCode::Usage: no workbook, or past a bound.
    static Result<Workbook> open(const std::filesystem::path& file);
    static Result<Workbook> fromBytes(std::string bytes);
    static Result<Workbook> fromParts(const Parts& parts);
    Workbook(Workbook&& other) noexcept;
    Workbook& operator=(Workbook&& other) noexcept;
    ~Workbook();

    /// Visible sheets, in their order.
    std::vector<std::string> sheets() const;
    /// Goes to the beginning of a visible sheet; without a name to the first. ErrorCode::Usage: there is
    /// none.
    Status choose(const std::string& name = {});
    /// Nothing at the end, or at a flaw.
    std::optional<SheetLine> next();
    /// Why the rest cannot be read.
    const std::optional<Text>& flaw() const;

private:
    struct Open;
    explicit Workbook(std::unique_ptr<Open> open);
    std::unique_ptr<Open> m_open;
};

}  // namespace fayi::sheets
