// SPDX-License-Identifier: Apache-2.0
#include "table.h"

#include <algorithm>
#include <cmath>

namespace fayi::paper {
namespace {

/// Fewer lines at the foot of a sheet are not worth breaking a row for.
constexpr std::size_t kFewLines = 3;

}  // namespace

void TableRows::turn() {
    m_sheets.turn();
    if (m_head)
        m_head();
}

/// Lines `first` and on of the values, in one box a cell; labels whole.
void TableRows::draw(const std::vector<TableCell>& cells, std::size_t first, std::size_t count, bool whole) {
    const double top = m_sheets.y(), height = m_leading * static_cast<double>(count) + 2 * kCellPad;
    for (const TableCell& cell : cells) {
        m_sheets.box(cell.left, top, cell.width, height);
        const std::size_t from = cell.label ? 0 : first;
        const std::size_t all = cell.text.lines().size();
        const std::size_t shown = from < all ? std::min(all - from, count) : 0;
        const double free = height - m_leading * static_cast<double>(shown);
        const bool middle = cell.label || (whole && !cell.top);
        m_sheets.lines(cell.text, from, shown, cell.left + kCellPad, top + (middle ? free / 2 : kCellPad));
    }
    m_sheets.down(height);
}

void TableRows::row(const std::vector<TableCell>& cells, std::size_t lines) {
    std::size_t need = std::max<std::size_t>(lines, 1), labels = 1;
    for (const TableCell& cell : cells) {
        need = std::max(need, cell.text.lines().size());
        if (cell.label)
            labels = std::max(labels, cell.text.lines().size());
    }
    const auto fit = [&] {
        const double count = std::floor((m_sheets.room() - 2 * kCellPad + 0.01) / m_leading);
        return count < 1 ? std::size_t{0} : static_cast<std::size_t>(count);
    };
    const bool whole = need <= fit();
    if (!whole && (need <= kWholeLines || fit() < std::max(kFewLines, labels)) && !m_sheets.atTop())
        turn();
    for (std::size_t done = 0; done < need;) {
        const std::size_t count = std::max<std::size_t>(std::min(need - done, fit()), 1);
        draw(cells, done, count, count == need);
        done += count;
        if (done < need)
            turn();
    }
}

}  // namespace fayi::paper
