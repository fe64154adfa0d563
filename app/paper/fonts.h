// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "look.h"

namespace fayi::paper {

/// A text broken into lines of a width. A value: copies share what was set.
class Laid {
public:
    struct Line {
        PangoLayoutLine* line = nullptr;
        double x = 0;
    };
    Laid() = default;
    /// `rise`: from the top of a letter to the baseline, less what hangs below it.
    Laid(std::shared_ptr<PangoLayout> layout, double leading, double rise);

    const std::vector<Line>& lines() const { return m_lines; }
    double leading() const { return m_leading; }
    double rise() const { return m_rise; }
    double height() const { return m_leading * static_cast<double>(m_lines.size()); }

private:
    std::shared_ptr<PangoLayout> m_layout;
    std::vector<Line> m_lines;
    double m_leading = 0, m_rise = 0;
};

/// Between these two a line is not broken; neither is ever part of a record, nor drawn.
inline constexpr char kTogether = '\x01', kApart = '\x02';

/// Sets texts, all with the same fonts, whatever the screen or printer is like.
class Typesetter {
public:
    explicit Typesetter(bool chinese);

    Laid set(const std::string& marked, const Style& style, double width);
    /// Characters that no font here draws, among all that was set.
    const std::set<std::string>& missing() const { return m_missing; }

private:
    double riseOf(const PangoFontDescription* font) const;
    void noteMissing(PangoLayout* layout, const std::string& text);

    std::shared_ptr<PangoFontMap> m_fonts;
    std::shared_ptr<PangoContext> m_context;
    std::set<std::string> m_missing;
};

}  // namespace fayi::paper
