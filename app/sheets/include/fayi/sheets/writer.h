// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"

namespace fayi::sheets {

/// One cell. Text is always text: what begins like a formula is none.
struct Cell {
    enum class Kind { Empty, Text, Whole, Real, Fen, Date, Time, DateTime };
    Kind kind = Kind::Empty;
    std::string text;        ///< Text; Date "2026-03-01"; Time "14:30"; DateTime "2026-03-01T14:30"
    std::int64_t whole = 0;  ///< Whole; Fen: hundredths of a yuan, told as yuan
    double real = 0;

    static Cell ofText(std::string text) { return {Kind::Text, std::move(text), 0, 0}; }
    static Cell ofWhole(std::int64_t number) { return {Kind::Whole, {}, number, 0}; }
    static Cell ofReal(double number) { return {Kind::Real, {}, 0, number}; }
    static Cell ofFen(std::int64_t fen) { return {Kind::Fen, {}, fen, 0}; }
    /// A date or time that does not read as one stays text.
    static Cell ofDate(std::string text) { return {Kind::Date, std::move(text), 0, 0}; }
    static Cell ofTime(std::string text) { return {Kind::Time, std::move(text), 0, 0}; }
    static Cell ofDateTime(std::string text) { return {Kind::DateTime, std::move(text), 0, 0}; }
};

struct Column {
    std::string heading;
    double width = 14;  ///< in characters of the standard font
    bool wrap = false;  ///< long text goes over several lines
};

struct SheetPlan {
    std::string name;
    std::vector<Column> columns;
};

/// A file of tables that grows row by row; memory does not grow with it. Nothing is readable before finish();
/// a file that was not finished is to be removed.
class BookWriter {
public:
    /// Rows of one sheet below its heading: what a spreadsheet can hold.
    static constexpr std::size_t kMostRows = 1'048'575;

    virtual ~BookWriter() = default;
    /// ErrorCode::Usage: a row too many, or a text that no cell can hold; nothing is cut.
    virtual Status add(std::size_t sheet, const std::vector<Cell>& row) = 0;
    virtual Status finish() = 0;
};

/// A workbook (ECMA-376) for spreadsheet programs: headings frozen and filtered, dates as dates, money as
/// numbers. Names of sheets are cut and made different as the format demands.
Result<std::unique_ptr<BookWriter>> newXlsx(const std::filesystem::path& file, std::vector<SheetPlan> sheets,
                                            Millis made);

/// One table as text: UTF-8 with a byte order mark, CRLF, quoted after RFC 4180. A text that a spreadsheet
/// would take for a formula gets an apostrophe in front (OWASP, "CSV injection").
Result<std::unique_ptr<BookWriter>> newCsv(const std::filesystem::path& file, const SheetPlan& sheet);

/// The text of a cell without any formatting: "1234.50", "2026-03-01 14:30".
std::string plainText(const Cell& cell);

}  // namespace fayi::sheets
