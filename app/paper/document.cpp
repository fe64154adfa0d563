// SPDX-License-Identifier: Apache-2.0
// A form as a document of a word processor: the same parts in the same look, for whoever edits on.
#include <algorithm>
#include <cmath>

#include "blocks.h"
#include "fayi/sheets/docx.h"
#include "signatures.h"
#include "table.h"

namespace fayi::paper {
namespace {

using schema::PaperForm;
using sheets::DocxAlign;
using sheets::DocxCell;
using sheets::DocxRow;
using sheets::DocxStyle;

/// As the offices name them (GB/T 9704-2012).
const char* fontOf(Face face) {
    switch (face) {
        case Face::Body:
            return "仿宋_GB2312";
        case Face::Heading:
            return "黑体";
        case Face::Title:
            return "方正小标宋简体";
        case Face::Plain:
            break;
    }
    return "宋体";
}

DocxAlign alignOf(const Style& style) {
    if (style.align == Align::Left)
        return style.justify ? DocxAlign::Both : DocxAlign::Left;
    return style.align == Align::Center ? DocxAlign::Center : DocxAlign::Right;
}

DocxStyle styleOf(const std::string& id, const std::string& name, const Style& style) {
    return {.id = id,
            .name = name,
            .font = fontOf(style.face),
            .size = style.size,
            .leading = style.leading,
            .spacing = style.spacing,
            .indent = static_cast<int>(std::lround(style.indent / (style.size + style.spacing))),
            .align = alignOf(style)};
}

std::vector<DocxStyle> stylesOf(const Look& look, bool numbered) {
    const auto line = [&](bool large) { return lineStyle(look, schema::PaperBlock::Align::Left, large); };
    DocxStyle title = styleOf("Title", "Title", look.title);
    title.after = look.belowTitle + (numbered ? 0 : look.belowHead);
    title.keep = true;
    DocxStyle number = styleOf("Number", "Document number", look.number);
    number.after = look.belowHead;
    number.keep = true;
    DocxStyle heading = styleOf("Heading1", "heading 1", look.heading);
    heading.before = look.aboveHeading;
    heading.level = 1;
    heading.keep = true;
    return {styleOf("Body", "Normal", look.body),
            title,
            number,
            heading,
            styleOf("Line", "Line", line(false)),
            styleOf("LargeLine", "Large line", line(true)),
            styleOf("Cell", "Cell", look.cell),
            styleOf("Label", "Cell label", look.label),
            styleOf("Signature", "Signature", look.sign)};
}

sheets::DocxPage pageOf(const Job& job) {
    const Look& look = lookOf(job.form.style);
    const Area& area = look.area;
    const Marks marks = marksOf(job);
    const double bottom = kPageHeight - area.top - area.height;
    return {.left = area.left,
            .top = area.top,
            .right = kPageWidth - area.left - area.width,
            .bottom = bottom,
            .head = area.top - kMarkAbove,
            .foot = bottom - kNumberBelow - look.page.leading / 2,
            .number = marks.number,
            .numberSize = look.page.size,
            .outer = job.form.style == PaperForm::Style::Letter,
            .cover = marks.coverFirst,
            .mark = marks.copy,
            .watermark = marks.watermark};
}

/// Writes part after part, broken and kept whole as on the sheets.
class Writer {
public:
    Writer(const Job& job, bool numbered, Typesetter& typesetter, double free)
        : m_form(job.form.style),
          m_look(lookOf(job.form.style)),
          m_typesetter(typesetter),
          m_free(free),
          m_docx(pageOf(job), stylesOf(m_look, numbered), job.language) {}

    const sheets::Docx& write(const std::vector<Part>& parts) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            add(parts[i], i + 1 < parts.size() && parts[i + 1].kind == Part::Kind::Signatures);
        return m_docx;
    }

private:
    void add(const Part& part, bool signedNext) {
        using Kind = Part::Kind;
        switch (part.kind) {
            case Kind::Title:
                return m_docx.text({.style = "Title", .text = part.text});
            case Kind::Number:
                return m_docx.text({.style = "Number", .text = part.text});
            case Kind::Heading:
                return m_docx.text({.style = "Heading1", .text = part.text});
            case Kind::Paragraph:
                return paragraphs(part.text, signedNext);
            case Kind::Line:
                return m_docx.text({.style = part.large ? "LargeLine" : "Line",
                                    .text = part.text,
                                    .align = alignOf(lineStyle(m_look, part.align, part.large)),
                                    .keep = signedNext});
            case Kind::Table:
            case Kind::List:
                return table(part);
            case Kind::Signatures:
                return signatures(part);
            case Kind::Space:
                for (int i = 0; i < part.lines; ++i)
                    m_docx.text({.style = "Line", .text = {}});
                return;
            case Kind::Page:
                return m_docx.turn();
        }
    }

    /// Each line of a text is indented, as on the sheets.
    void paragraphs(const std::string& text, bool signedNext) {
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            m_docx.text({.style = "Body",
                         .text = text.substr(from, end - from),
                         .keep = signedNext && end == text.size()});
            from = end + 1;
        }
    }

    std::size_t linesOf(const PlacedCell& cell) const {
        const Style& style = cell.label ? m_look.label : m_look.cell;
        return m_typesetter.set(cell.text, style, cell.width - 2 * kCellPad).lines().size();
    }

    DocxRow rowOf(const PlacedRow& row, bool head) const {
        std::size_t need = row.lines;
        for (const PlacedCell& cell : row.cells)
            need = std::max(need, linesOf(cell));
        DocxRow out;
        out.height = m_look.cell.leading * static_cast<double>(row.lines) + 2 * kCellPad;
        out.whole = need <= kWholeLines;
        out.head = head;
        for (const PlacedCell& cell : row.cells)
            out.cells.push_back({{{.style = cell.label ? "Label" : "Cell", .text = cell.text}},
                                 cell.width,
                                 cell.label || (out.whole && !cell.top)});
        return out;
    }

    void table(const Part& part) {
        const PlacedTable placedTable = placed(part, m_look, m_free);
        sheets::DocxTable out{.rows = {}, .ruled = true, .pad = kCellPad};
        for (const PlacedRow& row : placedTable.head)
            out.rows.push_back(rowOf(row, true));
        for (const PlacedRow& row : placedTable.rows)
            out.rows.push_back(rowOf(row, false));
        m_docx.table(out);
    }

    /// Who signs, room for the hand, and the day at the foot of it.
    DocxCell cellOf(const SignPlace& place, const SignRow& row) const {
        DocxCell out{{{.style = "Signature", .text = place.signature->words}}, row.width, false};
        if (place.signature->dated)
            out.texts.push_back({.style = "Signature",
                                 .text = place.signature->date,
                                 .before = row.height - place.words.height() - m_look.sign.leading,
                                 .align = DocxAlign::Right});
        return out;
    }

    void signatures(const Part& part) {
        sheets::DocxTable out{.rows = {}, .ruled = false, .pad = 0};
        for (const SignRow& row : signRows(part, m_form, m_typesetter)) {
            DocxRow next;
            next.height = row.height + kBelowSignRow;
            next.whole = true;
            double right = 0;
            for (const SignPlace& place : row.places) {
                if (place.left > right)
                    next.cells.push_back({{}, place.left - right, false});
                next.cells.push_back(cellOf(place, row));
                right = place.left + row.width;
            }
            if (right < m_look.area.width - 1)
                next.cells.push_back({{}, m_look.area.width - right, false});
            out.rows.push_back(std::move(next));
        }
        m_docx.gap(aboveSignatures(m_look), true);
        m_docx.table(out);
    }

    PaperForm::Style m_form;
    const Look& m_look;
    Typesetter& m_typesetter;
    double m_free;
    sheets::Docx m_docx;
};

/// The beginning of a day in China.
Millis beginOf(const std::string& day) {
    constexpr std::chrono::hours kAhead{8};
    return std::chrono::days(daysOf(day).value_or(0)) - kAhead;
}

}  // namespace

Result<Document> document(const Job& job) {
    Typesetter typesetter(job.language == Language::Zh);
    const std::vector<Part> parts = contentOf(job);
    FAYI_LET(layout, layOut(job.form.style, parts, typesetter));
    Writer writer(job, !job.form.number.empty(), typesetter, layout.free);
    FAYI_LET(bytes, writer.write(parts).bytes({.title = job.form.labels.in(job.language),
                                               .subject = job.record,
                                               .made = beginOf(job.today)}));
    return Document{std::move(bytes), {typesetter.missing().begin(), typesetter.missing().end()}};
}

}  // namespace fayi::paper
