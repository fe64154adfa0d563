// SPDX-License-Identifier: Apache-2.0
#include "fonts.h"

#include "fayi/base/text.h"

namespace fayi::paper {
namespace {

/// Characters told of one paper; who lacks more than these lacks a font.
constexpr std::size_t kMostMissing = 50;

/// GB/T 9704-2012: 仿宋 for the body, 小标宋 for the title, 黑体 for headings. Behind them what Debian has.
const char* familiesOf(Face face) {
    switch (face) {
        case Face::Body:
            return "FangSong_GB2312,FangSong,STFangsong,Noto Serif CJK SC,Noto Sans CJK SC,WenQuanYi Micro "
                   "Hei";
        case Face::Heading:
            return "SimHei,STHeiti,Noto Sans CJK SC,WenQuanYi Micro Hei";
        case Face::Title:
            return "FZXiaoBiaoSong-B05S,FZXiaoBiaoSong-B05,STZhongsong,Noto Serif CJK SC,Noto Sans CJK SC,"
                   "WenQuanYi Micro Hei";
        case Face::Plain:
            break;
    }
    return "SimSun,STSong,Noto Serif CJK SC,Noto Sans CJK SC,WenQuanYi Micro Hei";
}

template <typename T>
std::shared_ptr<T> owned(T* object) {
    return {object, [](T* gone) { g_object_unref(gone); }};
}

int units(double points) {
    return pango_units_from_double(points);
}

PangoAlignment alignmentOf(Align align) {
    return align == Align::Center  ? PANGO_ALIGN_CENTER
           : align == Align::Right ? PANGO_ALIGN_RIGHT
                                   : PANGO_ALIGN_LEFT;
}

struct Span {
    std::size_t first = 0, last = 0;
};

/// Takes the marks out and tells what stood between them.
std::vector<Span> takeMarks(std::string& text) {
    std::vector<Span> out;
    std::string plain;
    for (const char c : text) {
        if (c == kTogether)
            out.push_back({plain.size(), plain.size()});
        else if (c == kApart && !out.empty())
            out.back().last = plain.size();
        else if (c != kApart)
            plain += c;
    }
    text = std::move(plain);
    return out;
}

std::shared_ptr<PangoAttrList> attributesOf(const Style& style, const std::vector<Span>& together) {
    std::shared_ptr<PangoAttrList> out(pango_attr_list_new(), pango_attr_list_unref);
    if (style.spacing != 0)
        pango_attr_list_insert(out.get(), pango_attr_letter_spacing_new(units(style.spacing)));
    pango_attr_list_insert(out.get(), pango_attr_insert_hyphens_new(FALSE));
    for (const Span& span : together) {
        PangoAttribute* whole = pango_attr_allow_breaks_new(FALSE);
        whole->start_index = static_cast<guint>(span.first);
        whole->end_index = static_cast<guint>(span.last);
        pango_attr_list_insert(out.get(), whole);
    }
    return out;
}

}  // namespace

Laid::Laid(std::shared_ptr<PangoLayout> layout, double leading, double rise)
    : m_layout(std::move(layout)), m_leading(leading), m_rise(rise) {
    PangoLayoutIter* at = pango_layout_get_iter(m_layout.get());
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(at, nullptr, &logical);
        m_lines.push_back({pango_layout_iter_get_line_readonly(at), pango_units_to_double(logical.x)});
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
}

Typesetter::Typesetter(bool chinese)
    : m_fonts(owned(pango_cairo_font_map_new())),
      m_context(owned(pango_font_map_create_context(m_fonts.get()))) {
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(m_fonts.get()), 72);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(m_context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    pango_context_set_base_dir(m_context.get(), PANGO_DIRECTION_LTR);
    pango_context_set_language(m_context.get(), pango_language_from_string(chinese ? "zh-cn" : "en"));
}

/// Of the first font of the list: a line with a character from another one stands level with its neighbours.
double Typesetter::riseOf(const PangoFontDescription* font) const {
    PangoFontMetrics* metrics =
        pango_context_get_metrics(m_context.get(), font, pango_context_get_language(m_context.get()));
    const int rise = pango_font_metrics_get_ascent(metrics) - pango_font_metrics_get_descent(metrics);
    pango_font_metrics_unref(metrics);
    return pango_units_to_double(rise);
}

Laid Typesetter::set(const std::string& marked, const Style& style, double width) {
    std::string text = marked;
    const std::vector<Span> together = takeMarks(text);
    const auto layout = owned(pango_layout_new(m_context.get()));
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, familiesOf(style.face));
    if (style.face == Face::Title)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_font_description_set_absolute_size(font, units(style.size));
    pango_layout_set_font_description(layout.get(), font);
    const double rise = riseOf(font);
    pango_font_description_free(font);
    pango_layout_set_attributes(layout.get(), attributesOf(style, together).get());
    pango_layout_set_width(layout.get(), units(width));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(layout.get(), units(style.indent));
    pango_layout_set_alignment(layout.get(), alignmentOf(style.align));
    pango_layout_set_justify(layout.get(), style.justify ? TRUE : FALSE);
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0)
        noteMissing(layout.get(), text);
    return {layout, style.leading, rise};
}

/// Asked of one character at a time, for the layout only counts them.
void Typesetter::noteMissing(PangoLayout* layout, const std::string& text) {
    const std::shared_ptr<PangoLayout> probe = owned(pango_layout_copy(layout));
    for (const char32_t point : codePoints(text)) {
        const std::string one = toUtf8(std::u32string(1, point));
        if (m_missing.size() >= kMostMissing || m_missing.contains(one))
            continue;
        pango_layout_set_text(probe.get(), one.data(), static_cast<int>(one.size()));
        if (pango_layout_get_unknown_glyphs_count(probe.get()) > 0)
            m_missing.insert(one);
    }
}

}  // namespace fayi::paper
