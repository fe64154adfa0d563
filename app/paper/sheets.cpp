// SPDX-License-Identifier: Apache-2.0
#include "sheets.h"

#include <cairo-pdf.h>

namespace fayi::paper {
namespace {

constexpr double kRule = 0.6;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const Properties& properties) {
    const std::string day = properties.day + "T00:00:00+08:00";
    const std::pair<cairo_pdf_metadata_t, const std::string*> kAll[] = {
        {CAIRO_PDF_METADATA_TITLE, &properties.title},
        {CAIRO_PDF_METADATA_SUBJECT, &properties.subject},
        {CAIRO_PDF_METADATA_CREATE_DATE, &day},
        {CAIRO_PDF_METADATA_MOD_DATE, &day}};
    for (const auto& [key, value] : kAll)
        cairo_pdf_surface_set_metadata(surface, key, value->c_str());
}

}  // namespace

void drawLine(cairo_t* ink, const Laid& laid, std::size_t number, double x, double top, double height) {
    const Laid::Line& line = laid.lines()[number];
    cairo_move_to(ink, x + line.x, top + (height + laid.rise()) / 2);
    pango_cairo_show_layout_line(ink, line.line);
}

Sheets::Sheets(Area area) : m_area(area), m_y(area.top), m_pages(1) {}

void Sheets::turn() {
    m_pages.emplace_back();
    m_y = m_area.top;
}

void Sheets::line(const Laid& laid, std::size_t number, double left, double top, double height) {
    const double x = m_area.left + left;
    m_pages.back().push_back(
        [laid, number, x, top, height](cairo_t* ink) { drawLine(ink, laid, number, x, top, height); });
}

void Sheets::lines(const Laid& laid, std::size_t first, std::size_t count, double left, double top) {
    for (std::size_t i = 0; i < count && first + i < laid.lines().size(); ++i)
        line(laid, first + i, left, top + laid.leading() * static_cast<double>(i), laid.leading());
}

void Sheets::box(double left, double top, double width, double height) {
    const double x = m_area.left + left;
    m_pages.back().push_back([x, top, width, height](cairo_t* ink) {
        cairo_set_line_width(ink, kRule);
        cairo_rectangle(ink, x, top, width, height);
        cairo_stroke(ink);
    });
}

Result<std::string> Sheets::pdf(const Properties& properties,
                                const std::function<Ink(std::size_t page)>& margin) {
    std::string out;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &out, kPageWidth, kPageHeight);
    describe(surface, properties);
    cairo_t* ink = cairo_create(surface);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        cairo_set_source_rgb(ink, 0, 0, 0);
        margin(i + 1)(ink);
        cairo_set_source_rgb(ink, 0, 0, 0);
        for (const Ink& each : m_pages[i])
            each(ink);
        cairo_show_page(ink);
    }
    cairo_destroy(ink);
    cairo_surface_finish(surface);
    const cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return Error{ErrorCode::Internal,
                     {std::string("无法生成 PDF：") + cairo_status_to_string(status),
                      std::string("the PDF cannot be made: ") + cairo_status_to_string(status)}};
    return out;
}

}  // namespace fayi::paper
