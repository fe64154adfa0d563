// SPDX-License-Identifier: Apache-2.0
#include "fayi/sheets/docx.h"

#include <cmath>
#include <set>

#include "docx_xml.h"

namespace fayi::sheets {
namespace {

/// Between two tables, or a table and the end: a program would make one of them, or miss a paragraph.
constexpr double kThin = 1;
/// Half of it is taken from what stands on either side, so that a table is as high as it was thought.
constexpr double kRule = 0.5;

/// `turned`: what begins a new page. The properties in the order that the format demands.
std::string paragraphOf(const DocxText& text, const std::string& turned, bool chinese) {
    std::string look = "<w:pStyle w:val=\"" + text.style + "\"/>";
    look += (text.keep ? "<w:keepNext/>" : "") + turned;
    if (text.before > 0)
        look += "<w:spacing w:before=\"" + twentieths(text.before) + "\"/>";
    if (text.align)
        look += std::string("<w:jc w:val=\"") + nameOf(*text.align) + "\"/>";
    const std::string usual = chinese ? "<w:rFonts w:hint=\"eastAsia\"/>" : "";
    std::string runs;
    if (!text.lead.empty())
        runs += docxRun(text.lead, docxFonts(text.leadFont));
    if (!text.text.empty())
        runs += docxRun(text.text, usual);
    return docxParagraph(look, runs);
}

std::string gapOf(double height, bool keep, const std::string& turned) {
    return docxParagraph((keep ? "<w:keepNext/>" : "") + turned +
                             "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + twentieths(height) +
                             "\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>",
                         "");
}

/// Where the cells of all rows begin and end, in twentieths of a point.
using Edges = std::set<long>;

std::vector<long> edgesOf(const DocxRow& row) {
    std::vector<long> out{0};
    double right = 0;
    for (const DocxCell& cell : row.cells)
        out.push_back(std::lround((right += cell.width) * 20));
    return out;
}

std::string cellOf(const DocxCell& cell, long from, long to, const Edges& edges, bool chinese) {
    const auto span = std::distance(edges.find(from), edges.find(to));
    std::string out = "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(to - from) + "\" w:type=\"dxa\"/>";
    if (span > 1)
        out += "<w:gridSpan w:val=\"" + std::to_string(span) + "\"/>";
    if (cell.middle)
        out += "<w:vAlign w:val=\"center\"/>";
    out += "</w:tcPr>";
    for (const DocxText& text : cell.texts)
        out += paragraphOf(text, "", chinese);
    return out + (cell.texts.empty() ? "<w:p/>" : "") + "</w:tc>";
}

std::string rowOf(const DocxRow& row, double rule, const Edges& edges, bool chinese) {
    std::string out = "<w:tr><w:trPr>";
    if (row.whole)
        out += "<w:cantSplit/>";
    out += "<w:trHeight w:val=\"" + twentieths(row.height - rule) + "\" w:hRule=\"atLeast\"/>";
    out += std::string(row.head ? "<w:tblHeader/>" : "") + "</w:trPr>";
    const std::vector<long> own = edgesOf(row);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        out += cellOf(row.cells[i], own[i], own[i + 1], edges, chinese);
    return out + "</w:tr>";
}

std::string tableLook(const DocxTable& table, long width) {
    std::string rules, room;
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        if (table.ruled)
            rules +=
                std::string("<w:") + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
    const double pad = table.ruled ? table.pad - kRule / 2 : table.pad;
    for (const auto& [side, length] : {std::pair("top", pad), std::pair("left", table.pad),
                                       std::pair("bottom", pad), std::pair("right", table.pad)})
        room += std::string("<w:") + side + " w:w=\"" + twentieths(length) + "\" w:type=\"dxa\"/>";
    return "<w:tblPr><w:tblW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>" +
           (rules.empty() ? "" : "<w:tblBorders>" + rules + "</w:tblBorders>") +
           "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>" + room + "</w:tblCellMar></w:tblPr>";
}

}  // namespace

std::string escapedXml(std::string_view text) {
    std::u32string out;
    for (const char32_t c : codePoints(text)) {
        if (c == U'&')
            out += U"&amp;";
        else if (c == U'<')
            out += U"&lt;";
        else if (c == U'>')
            out += U"&gt;";
        else if (c == U'"')
            out += U"&quot;";
        else if (c >= U' ' && c != 0xFFFE && c != 0xFFFF)
            out += c;
        else if (c == U'\t' || c == U'\n')
            out += U' ';
    }
    return toUtf8(out);
}

std::string twentieths(double points) {
    return std::to_string(std::lround(points * 20));
}

std::string docxParagraph(const std::string& properties, const std::string& runs) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

std::string docxRun(std::string_view text, const std::string& properties) {
    std::string out = "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>");
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        out += std::string(from == 0 ? "" : "<w:br/>") + "<w:t xml:space=\"preserve\">" +
               escapedXml(text.substr(from, end - from)) + "</w:t>";
        from = end + 1;
    }
    return out + "</w:r>";
}

Docx::Docx(DocxPage page, std::vector<DocxStyle> styles, Language language)
    : m_page(std::move(page)), m_styles(std::move(styles)), m_chinese(language == Language::Zh) {}

std::string Docx::turned() {
    return std::exchange(m_turn, false) ? "<w:pageBreakBefore/>" : "";
}

void Docx::text(const DocxText& text) {
    m_body += paragraphOf(text, turned(), m_chinese);
    m_table = false;
}

void Docx::gap(double height, bool keep) {
    m_body += gapOf(height, keep, turned());
    m_table = false;
}

void Docx::table(const DocxTable& table) {
    if (m_turn || m_table)
        gap(kThin);
    Edges edges{0};
    for (const DocxRow& row : table.rows)
        for (const long edge : edgesOf(row))
            edges.insert(edge);
    m_body += "<w:tbl>" + tableLook(table, *edges.rbegin()) + "<w:tblGrid>";
    for (auto left = edges.begin(), right = std::next(left); right != edges.end(); ++left, ++right)
        m_body += "<w:gridCol w:w=\"" + std::to_string(*right - *left) + "\"/>";
    m_body += "</w:tblGrid>";
    for (const DocxRow& row : table.rows)
        m_body += rowOf(row, table.ruled ? kRule : 0, edges, m_chinese);
    m_body += "</w:tbl>";
    m_table = true;
}

std::string Docx::body() const {
    return m_body + (m_table ? gapOf(kThin, false, "") : "");
}

}  // namespace fayi::sheets
