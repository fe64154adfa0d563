// SPDX-License-Identifier: Apache-2.0
// How the paragraphs of a document look, and the fonts that they name.
#include <cmath>

#include "docx_xml.h"

namespace fayi::sheets {
namespace {

std::string attribute(const char* name, const std::string& value) {
    return std::string(" w:") + name + "=\"" + value + "\"";
}

/// In characters, and in twentieths of a point for programs that do not count characters.
std::string indents(const DocxStyle& style) {
    const auto length = [&](int characters) { return twentieths(style.size * characters); };
    std::string out = "<w:ind";
    if (style.inset > 0)
        out += attribute("rightChars", std::to_string(100 * style.inset)) +
               attribute("right", length(style.inset));
    return out + attribute("firstLineChars", std::to_string(100 * style.indent)) +
           attribute("firstLine", length(style.indent)) + "/>";
}

/// Its parts in the order that the format demands (CT_PPr). A leading is never rounded up: the last line of a
/// full page would go over.
std::string paragraphOf(const DocxStyle& style) {
    std::string out = style.keep ? "<w:keepNext/>" : "";
    if (style.newPage)
        out += "<w:pageBreakBefore/>";
    out += "<w:spacing" + attribute("before", twentieths(style.before)) +
           attribute("after", twentieths(style.after));
    if (style.leading > 0)
        out += attribute("line", std::to_string(static_cast<int>(std::floor(style.leading * 20)))) +
               attribute("lineRule", "exact");
    out += "/>" + indents(style);
    if (style.align != DocxAlign::Left)
        out += "<w:jc" + attribute("val", nameOf(style.align)) + "/>";
    if (style.level > 0)
        out += "<w:outlineLvl" + attribute("val", std::to_string(style.level - 1)) + "/>";
    return out;
}

std::string lettersOf(const DocxStyle& style) {
    const std::string half = std::to_string(std::lround(style.size * 2));
    std::string out = docxFonts(style.font);
    if (style.spacing != 0)
        out += "<w:spacing" +
               attribute("val", std::to_string(static_cast<int>(std::floor(style.spacing * 20)))) + "/>";
    return out + "<w:sz" + attribute("val", half) + "/><w:szCs" + attribute("val", half) + "/>";
}

std::string styleOf(const DocxStyle& style, bool usual) {
    return "<w:style w:type=\"paragraph\"" + attribute("styleId", style.id) +
           (usual ? attribute("default", "1") : "") + "><w:name" + attribute("val", style.name) +
           "/><w:qFormat/><w:pPr>" + paragraphOf(style) + "</w:pPr><w:rPr>" + lettersOf(style) +
           "</w:rPr></w:style>";
}

}  // namespace

const char* nameOf(DocxAlign align) {
    switch (align) {
        case DocxAlign::Center:
            return "center";
        case DocxAlign::Right:
            return "right";
        case DocxAlign::Both:
            return "both";
        case DocxAlign::Left:
            break;
    }
    return "left";
}

std::string docxFonts(const std::string& chinese) {
    return "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" "
           "w:eastAsia=\"" +
           escapedXml(chinese) + "\"/>";
}

std::string docxStyles(const std::vector<DocxStyle>& styles) {
    std::string out = std::string(kXmlHead) + "<w:styles xmlns:w=\"" + kWordSpace + "\">";
    for (const DocxStyle& style : styles)
        out += styleOf(style, &style == &styles.front());
    DocxStyle margin{.id = "Margin", .name = "footer", .font = "宋体", .size = 14};
    return out + styleOf(margin, false) + "</w:styles>";
}

std::string docxFontTable() {
    std::string out = std::string(kXmlHead) + "<w:fonts xmlns:w=\"" + kWordSpace + "\">";
    for (const auto& [name, like] : {std::pair("仿宋_GB2312", "仿宋"), std::pair("楷体_GB2312", "楷体"),
                                     std::pair("方正小标宋简体", "宋体"), std::pair("黑体", "SimHei")})
        out += std::string("<w:font w:name=\"") + name + "\"><w:altName w:val=\"" + like +
               "\"/><w:charset w:val=\"86\"/></w:font>";
    return out + "</w:fonts>";
}

}  // namespace fayi::sheets
