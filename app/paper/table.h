// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "sheets.h"

namespace fayi::paper {

/// A row of at most so many lines is kept on one sheet.
inline constexpr std::size_t kWholeLines = 8;

/// One cell of a row that is to be drawn.
struct TableCell {
    Laid text;
    double left = 0, width = 0;
    bool label = false;  ///< repeated on every sheet that the row goes over; in the middle of its box
    bool top = false;    ///< begins at the top of its box though there is room: somebody writes below
};

/// Draws rows of cells, over as many sheets as they need.
class TableRows {
public:
    /// `head`: drawn again at the top of each further sheet; may be empty.
    TableRows(Sheets& sheets, double leading, std::function<void()> head)
        : m_sheets(sheets), m_leading(leading), m_head(std::move(head)) {}

    /// A row of at least so many lines.
    void row(const std::vector<TableCell>& cells, std::size_t lines);

private:
    void draw(const std::vector<TableCell>& cells, std::size_t first, std::size_t count, bool whole);
    void turn();

    Sheets& m_sheets;
    double m_leading;
    std::function<void()> m_head;
};

}  // namespace fayi::paper
