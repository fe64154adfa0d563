// SPDX-License-Identifier: Apache-2.0
#include "fayi/paper/print.h"

#include <numbers>

#include "blocks.h"

namespace fayi::paper {
namespace {

using schema::PaperForm;

constexpr double kWatermark = 150;
/// GB/T 9704-2012, 7.5: page numbers stand 7 mm below the text, a dash on either side.
constexpr double kBelow = millimetres(7);

/// What stands around the text of every sheet: its number, and what kind of copy it is.
class Margin {
public:
    Margin(const Job& job, Typesetter& typesetter, const Area& area, std::size_t pages)
        : m_job(job), m_typesetter(typesetter), m_words(job), m_area(area), m_pages(pages) {}

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
        if (!m_job.draft)
            return nothing();
        const Style style{Face::Heading, kWatermark, kWatermark, 0, 0, Align::Center, false};
        const Laid laid = m_typesetter.set(m_words.say({"草稿", "DRAFT"}), style, kPageHeight);
        return [laid](cairo_t* ink) {
            cairo_save(ink);
            cairo_set_source_rgb(ink, 0.91, 0.91, 0.91);
            cairo_translate(ink, kPageWidth / 2, kPageHeight / 2);
            cairo_rotate(ink, -std::numbers::pi / 4);
            drawLine(ink, laid, 0, -kPageHeight / 2, -kWatermark / 2, kWatermark);
            cairo_restore(ink);
        };
    }

    /// Odd numbers to the right and even ones to the left in a letter; a sheet of cells says of how many it
    /// is.
    Ink number(std::size_t page) {
        const std::string one = std::to_string(page), all = std::to_string(m_pages);
        const bool letter = m_job.form.style == PaperForm::Style::Letter;
        if (m_job.form.style == PaperForm::Style::Cover && page == 1)
            return nothing();
        Style style{Face::Plain, letter ? 14.0 : 9.0, letter ? 20.0 : 14.0, 0, 0, Align::Center, false};
        if (letter)
            style.align = page % 2 == 1 ? Align::Right : Align::Left;
        const std::string words =
            letter ? "— " + one + " —"
                   : m_words.say({"第 " + one + " 页　共 " + all + " 页", "Page " + one + " of " + all});
        const double inset = letter ? style.size : 0;
        const Laid laid = m_typesetter.set(words, style, m_area.width - 2 * inset);
        const double x = m_area.left + inset, top = m_area.top + m_area.height + kBelow;
        const double height = style.leading;
        return [=](cairo_t* ink) { drawLine(ink, laid, 0, x, top - height / 2, height); };
    }

    Ink copy() {
        if (m_job.draft || m_job.print < 2)
            return nothing();
        const std::string count = std::to_string(m_job.print), day = m_words.date(m_job.today);
        const Style style{Face::Plain, 9, 14, 0, 0, Align::Right, false};
        const Laid laid = m_typesetter.set(m_words.say({"重印件（第 " + count + " 次打印，" + day + "）",
                                                        "Reprint (print no. " + count + ", " + day + ")"}),
                                           style, m_area.width);
        const double x = m_area.left, top = m_area.top - millimetres(10);
        return [=](cairo_t* ink) { drawLine(ink, laid, 0, x, top, 14); };
    }

    const Job& m_job;
    Typesetter& m_typesetter;
    Words m_words;
    Area m_area;
    std::size_t m_pages;
};

/// With as much room for handwriting as the form asks for, unless a sheet is spared by less: nobody wants the
/// signatures alone on the second one.
Result<Sheets> fewest(const Job& job, Typesetter& typesetter) {
    std::optional<Sheets> best;
    for (const double free : {1.0, 0.7, 0.4}) {
        Sheets sheets(lookOf(job.form.style).area);
        FAYI_TRY(Composer(job, typesetter, sheets, free).compose());
        if (!best || sheets.pages() < best->pages())
            best = std::move(sheets);
        if (best->pages() == 1)
            break;
    }
    return std::move(*best);
}

}  // namespace

Result<Pdf> print(const Job& job) {
    Typesetter typesetter(job.language == Language::Zh);
    FAYI_LET(sheets, fewest(job, typesetter));
    Margin margin(job, typesetter, sheets.area(), sheets.pages());
    const Properties properties{job.form.labels.in(job.language), job.record, job.today};
    FAYI_LET(bytes, sheets.pdf(properties, [&](std::size_t page) { return margin.of(page); }));
    return Pdf{std::move(bytes), sheets.pages(), {typesetter.missing().begin(), typesetter.missing().end()}};
}

}  // namespace fayi::paper
