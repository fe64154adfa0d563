// SPDX-License-Identifier: Apache-2.0
#include "fayi/paper/print.h"

#include <numbers>

#include "blocks.h"

namespace fayi::paper {
namespace {

using schema::PaperForm;

constexpr double kWatermark = 150;

/// What stands around the text of every sheet: its number, and what kind of copy it is.
class Margin {
public:
    Margin(const Job& job, Typesetter& typesetter, std::size_t pages)
        : m_marks(marksOf(job)),
          m_typesetter(typesetter),
          m_look(lookOf(job.form.style)),
          m_letter(job.form.style == PaperForm::Style::Letter),
          m_pages(pages) {}

    Ink of(std::size_t page) {
        const std::vector<Ink> all{watermark(), number(page), copy()};
        return [all](cairo_t* ink) {
            for (const Ink& each : all)
                each(ink);
        };
    }

private:
    static Ink nothing() {
        return [](cairo_t*) {};
    }

    Ink watermark() {
        if (m_marks.watermark.empty())
            return nothing();
        const Style style{Face::Heading, kWatermark, kWatermark, 0, 0, Align::Center, false};
        const Laid laid = m_typesetter.set(m_marks.watermark, style, kPageHeight);
        return [laid](cairo_t* ink) {
            cairo_save(ink);
            cairo_set_source_rgb(ink, 0.91, 0.91, 0.91);
            cairo_translate(ink, kPageWidth / 2, kPageHeight / 2);
            cairo_rotate(ink, -std::numbers::pi / 4);
            drawLine(ink, laid, 0, -kPageHeight / 2, -kWatermark / 2, kWatermark);
            cairo_restore(ink);
        };
    }

    std::string words(std::size_t page) const {
        std::string out = m_marks.number;
        for (const auto& [place, count] : {std::pair("{page}", page), std::pair("{pages}", m_pages)})
            if (const auto at = out.find(place); at != std::string::npos)
                out.replace(at, std::string_view(place).size(), std::to_string(count));
        return out;
    }

    /// Odd numbers to the right and even ones to the left in a letter.
    Ink number(std::size_t page) {
        if (m_marks.coverFirst && page == 1)
            return nothing();
        Style style = m_look.page;
        if (m_letter)
            style.align = page % 2 == 1 ? Align::Right : Align::Left;
        const Area& area = m_look.area;
        const double inset = m_letter ? style.size : 0;
        const Laid laid = m_typesetter.set(words(page), style, area.width - 2 * inset);
        const double x = area.left + inset, top = area.top + area.height + kNumberBelow;
        const double height = style.leading;
        return [=](cairo_t* ink) { drawLine(ink, laid, 0, x, top - height / 2, height); };
    }

    Ink copy() {
        if (m_marks.copy.empty())
            return nothing();
        const Area& area = m_look.area;
        const Laid laid = m_typesetter.set(m_marks.copy, m_look.mark, area.width);
        const double x = area.left, top = area.top - kMarkAbove, height = m_look.mark.leading;
        return [=](cairo_t* ink) { drawLine(ink, laid, 0, x, top, height); };
    }

    Marks m_marks;
    Typesetter& m_typesetter;
    const Look& m_look;
    bool m_letter;
    std::size_t m_pages;
};

}  // namespace

Result<Pdf> print(const Job& job) {
    Typesetter typesetter(job.language == Language::Zh);
    FAYI_LET(layout, layOut(job.form.style, contentOf(job), typesetter));
    Sheets& sheets = layout.sheets;
    Margin margin(job, typesetter, sheets.pages());
    const Properties properties{job.form.labels.in(job.language), job.record, job.today};
    FAYI_LET(bytes, sheets.pdf(properties, [&](std::size_t page) { return margin.of(page); }));
    return Pdf{std::move(bytes), sheets.pages(), {typesetter.missing().begin(), typesetter.missing().end()}};
}

}  // namespace fayi::paper
