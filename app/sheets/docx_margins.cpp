// SPDX-License-Identifier: Apache-2.0
// What stands around the text of a page: its number, what kind of copy it is, and a word across it.
#include "docx_xml.h"

namespace fayi::sheets {
namespace {

constexpr const char* kPlainFont = "宋体";
constexpr double kMarkSize = 9;
constexpr double kWatermarkSize = 150;

/// As a program makes it itself when it is told to put a word across its pages (ECMA-376, part 4: VML).
constexpr const char* kWordArt =
    "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" "
    "path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/>"
    "<v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/>"
    "<v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/>"
    "<v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/>"
    "<v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/>"
    "<v:f eqn=\"sum @6 0 @5\"/></v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" "
    "o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/>"
    "<v:textpath on=\"t\" fitshape=\"t\"/></v:shapetype>";

std::string letters(double size) {
    const std::string half = std::to_string(static_cast<int>(size * 2));
    return std::string("<w:rFonts w:ascii=\"") + kPlainFont + "\" w:hAnsi=\"" + kPlainFont +
           "\" w:eastAsia=\"" + kPlainFont + "\" w:hint=\"eastAsia\"/><w:sz w:val=\"" + half +
           "\"/><w:szCs w:val=\"" + half + "\"/>";
}

std::string inMargin(const std::string& place, const std::string& runs) {
    return docxParagraph("<w:pStyle w:val=\"Margin\"/>" + place, runs);
}

/// A number that the program counts.
std::string field(const std::string& what, const std::string& look) {
    const auto part = [&](const std::string& inner) {
        return "<w:r><w:rPr>" + look + "</w:rPr>" + inner + "</w:r>";
    };
    return part("<w:fldChar w:fldCharType=\"begin\"/>") +
           part("<w:instrText xml:space=\"preserve\"> " + what + " </w:instrText>") +
           part("<w:fldChar w:fldCharType=\"separate\"/>") + docxRun("1", look) +
           part("<w:fldChar w:fldCharType=\"end\"/>");
}

/// Words with the numbers of page and pages in their places.
std::string numbered(const std::string& words, const std::string& look) {
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t open = std::min(words.find('{', at), words.size());
        if (open > at)
            out += docxRun(words.substr(at, open - at), look);
        if (open == words.size())
            break;
        const std::size_t close = std::min(words.find('}', open), words.size() - 1);
        out += field(words.substr(open, close - open + 1) == "{pages}" ? "NUMPAGES" : "PAGE", look);
        at = close + 1;
    }
    return out;
}

std::string footer(const DocxPage& page, const std::string& place) {
    return inMargin(place, numbered(page.number, letters(page.numberSize)));
}

std::string watermark(const DocxPage& page, bool chinese, std::size_t number) {
    if (page.watermark.empty())
        return {};
    const double width =
        kWatermarkSize * (chinese ? 1.0 : 0.7) * static_cast<double>(lengthOf(page.watermark));
    const auto points = [](double length) { return std::to_string(static_cast<int>(length)) + "pt"; };
    return std::string("<w:r><w:pict>") + kWordArt + "<v:shape id=\"Watermark" + std::to_string(number) +
           "\" type=\"#_x0000_t136\" alt=\"" + escapedXml(page.watermark) +
           "\" style=\"position:absolute;margin-left:0;margin-top:0;width:" + points(width) +
           ";height:" + points(kWatermarkSize) +
           ";rotation:315;z-index:-251658752;mso-position-horizontal:center;"
           "mso-position-horizontal-relative:page;mso-position-vertical:center;"
           "mso-position-vertical-relative:page\" o:allowincell=\"f\" fillcolor=\"#e8e8e8\" stroked=\"f\">"
           "<v:textpath style=\"font-family:&quot;黑体&quot;;font-size:1pt\" string=\"" +
           escapedXml(page.watermark) + "\"/></v:shape></w:pict></w:r>";
}

std::string header(const DocxPage& page, bool chinese, std::size_t number) {
    return inMargin(
        "<w:jc w:val=\"right\"/>",
        watermark(page, chinese, number) + (page.mark.empty() ? "" : docxRun(page.mark, letters(kMarkSize))));
}

std::string part(bool foot, const std::string& inner) {
    const std::string tag = foot ? "w:ftr" : "w:hdr";
    return std::string(kXmlHead) + "<" + tag + " xmlns:w=\"" + kWordSpace +
           "\" xmlns:v=\"urn:schemas-microsoft-com:vml\" "
           "xmlns:o=\"urn:schemas-microsoft-com:office:office\">" +
           inner + "</" + tag + ">";
}

}  // namespace

std::vector<DocxMargin> docxMargins(const DocxPage& page, bool chinese) {
    std::vector<std::string> kinds{"default"};
    if (page.outer)
        kinds.emplace_back("even");
    if (page.cover)
        kinds.emplace_back("first");
    const std::string edge = std::to_string(static_cast<int>(page.numberSize * 20));
    const auto place = [&](const std::string& kind) {
        if (!page.outer)
            return std::string("<w:jc w:val=\"center\"/>");
        const bool even = kind == "even";
        return std::string("<w:ind w:") + (even ? "left" : "right") + "=\"" + edge + "\"/><w:jc w:val=\"" +
               (even ? "left" : "right") + "\"/>";
    };
    const bool marked = !page.mark.empty() || !page.watermark.empty();
    std::vector<DocxMargin> out;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        if (marked)
            out.push_back({"header" + number, false, kinds[i], part(false, header(page, chinese, i + 1))});
        out.push_back({"footer" + number, true, kinds[i],
                       part(true, kinds[i] == "first" ? inMargin("", "") : footer(page, place(kinds[i])))});
    }
    return out;
}

}  // namespace fayi::sheets
