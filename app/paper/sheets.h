// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fayi/base/result.h"
#include "fonts.h"

namespace fayi::paper {

/// What is drawn on one sheet, in this order.
using Ink = std::function<void(cairo_t*)>;

/// What a file says of itself.
struct Properties {
    std::string title, subject, day;  ///< day: "2026-03-02"
};

/// Sheets that fill from top to bottom. Nothing is drawn before all are known, since a sheet says of how many
/// it is one.
class Sheets {
public:
    explicit Sheets(Area area);

    const Area& area() const { return m_area; }
    double y() const { return m_y; }
    double room() const { return m_area.top + m_area.height - m_y; }
    bool atTop() const { return m_y <= m_area.top; }
    void down(double by) { m_y += by; }
    /// Goes on at the top of a new sheet.
    void turn();
    std::size_t pages() const { return m_pages.size(); }
    /// How much stands on this sheet: lines and boxes.
    std::size_t marks() const { return m_pages.back().size(); }
    /// Takes the last of them off again; the sheet is filled as far as before.
    void takeOff(std::size_t count) { m_pages.back().resize(m_pages.back().size() - count); }

    /// One line of a text, set `left` from the left of the area, its letters in the middle of `height`.
    void line(const Laid& laid, std::size_t number, double left, double top, double height);
    /// Lines from `first` on, each its leading below the other.
    void lines(const Laid& laid, std::size_t first, std::size_t count, double left, double top);
    void box(double left, double top, double width, double height);

    /// Draws all; `margin` gives what stands around the text of a sheet, given its number from 1.
    Result<std::string> pdf(const Properties& properties, const std::function<Ink(std::size_t page)>& margin);

private:
    Area m_area;
    double m_y;
    std::vector<std::vector<Ink>> m_pages;
};

/// One line of a laid text, drawn at once: what stands in a margin.
void drawLine(cairo_t* ink, const Laid& laid, std::size_t number, double x, double top, double height);

}  // namespace fayi::paper
