// SPDX-License-Identifier: Apache-2.0
#include "docx.h"

#include "fayi/base/text.h"
#include "fayi/sheets/archive.h"

namespace fayi::office {
namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/";

/// Text of XML 1.0: its own characters escaped, what it cannot hold left out.
std::string escaped(std::string_view text) {
    std::u32string out;
    for (const char32_t c : codePoints(text)) {
        if (c == U'&')
            out += U"&amp;";
        else if (c == U'<')
            out += U"&lt;";
        else if (c == U'>')
            out += U"&gt;";
        else if (c >= U' ' && c != 0xFFFE && c != 0xFFFF)
            out += c;
        else if (c == U'\t' || c == U'\n')
            out += U' ';
    }
    return toUtf8(out);
}

std::string run(std::string_view text, const std::string& properties = {}) {
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
           "<w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
}

std::string fonts(const std::string& chinese) {
    return "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" "
           "w:eastAsia=\"" +
           chinese + "\"/>";
}

/// A paragraph style. Sizes are half points; 579 twentieths of a point make 22 lines of a page of 225 mm.
std::string style(const std::string& id, const std::string& name, const std::string& chinese, int halfPoints,
                  const std::string& paragraph) {
    const std::string size = std::to_string(halfPoints);
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"" +
           (id == "Body" ? " w:default=\"1\"" : "") + "><w:name w:val=\"" + name + "\"/><w:qFormat/><w:pPr>" +
           paragraph + "</w:pPr><w:rPr>" + fonts(chinese) + "<w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" +
           size + "\"/></w:rPr></w:style>";
}

std::string styles() {
    const std::string line = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"579\" w:lineRule=\"exact\"/>";
    const std::string indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
    const std::string keep = "<w:keepNext/>";
    const std::string flush = "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>";
    return std::string(kHead) + "<w:styles xmlns:w=\"" + kMain + "\">" +
           style("Body", "Normal", "仿宋_GB2312", 32, line + indent + "<w:jc w:val=\"both\"/>") +
           style("Title", "Title", "方正小标宋简体", 44,
                 keep + "<w:spacing w:before=\"0\" w:after=\"579\" w:line=\"640\" w:lineRule=\"exact\"/>" +
                     flush + "<w:jc w:val=\"center\"/>") +
           style("Heading1", "heading 1", "黑体", 32, keep + line + indent + "<w:outlineLvl w:val=\"0\"/>") +
           style("Heading2", "heading 2", "楷体_GB2312", 32,
                 keep + line + indent + "<w:outlineLvl w:val=\"1\"/>") +
           style("Signature", "Signature", "仿宋_GB2312", 32,
                 keep + line +
                     "<w:ind w:rightChars=\"200\" w:right=\"640\" w:firstLineChars=\"0\" "
                     "w:firstLine=\"0\"/><w:jc w:val=\"right\"/>") +
           style("AnnexMark", "Annex mark", "黑体", 32, "<w:keepNext/><w:pageBreakBefore/>" + line + flush) +
           style("PageNumber", "footer", "宋体", 28, "<w:spacing w:before=\"0\" w:after=\"0\"/>" + flush) +
           "</w:styles>";
}

/// "— 1 —": right on odd pages, left on even ones, a character in from the edge.
std::string footer(bool odd) {
    const std::string size =
        "<w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\"/><w:sz w:val=\"28\"/>";
    const std::string edge =
        odd ? "<w:ind w:right=\"280\" w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"right\"/>"
            : "<w:ind w:left=\"280\" w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"left\"/>";
    const auto field = [&](const std::string& part) {
        return "<w:r><w:rPr>" + size + "</w:rPr>" + part + "</w:r>";
    };
    return std::string(kHead) + "<w:ftr xmlns:w=\"" + kMain +
           "\"><w:p><w:pPr><w:pStyle w:val=\"PageNumber\"/>" + edge + "</w:pPr>" + run("— ", size) +
           field("<w:fldChar w:fldCharType=\"begin\"/>") +
           field("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>") +
           field("<w:fldChar w:fldCharType=\"separate\"/>") + run("1", size) +
           field("<w:fldChar w:fldCharType=\"end\"/>") + run(" —", size) + "</w:p></w:ftr>";
}

/// A4; the text takes 156 by 225 mm.
std::string section() {
    return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference "
           "w:type=\"even\" "
           "r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" "
           "w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\" w:footer=\"1400\" w:gutter=\"0\"/></w:sectPr>";
}

std::string fontTable() {
    std::string out = std::string(kHead) + "<w:fonts xmlns:w=\"" + kMain + "\">";
    for (const auto& [name, like] : {std::pair("仿宋_GB2312", "仿宋"), std::pair("楷体_GB2312", "楷体"),
                                     std::pair("方正小标宋简体", "宋体"), std::pair("黑体", "SimHei")})
        out += std::string("<w:font w:name=\"") + name + "\"><w:altName w:val=\"" + like +
               "\"/><w:charset w:val=\"86\"/></w:font>";
    return out + "</w:fonts>";
}

std::string relation(int number, const std::string& kind, const std::string& target) {
    return "<Relationship Id=\"rId" + std::to_string(number) + "\" Type=\"" + kOffice + "/" + kind +
           "\" Target=\"" + target + "\"/>";
}

std::string contentTypes() {
    const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    std::string out = std::string(kHead) + "<Types xmlns=\"" + kPackage +
                      "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                      "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                      "ContentType=\"application/xml\"/>";
    for (const auto& [part, kind] : {std::pair("document", "document.main"), std::pair("styles", "styles"),
                                     std::pair("settings", "settings"), std::pair("fontTable", "fontTable"),
                                     std::pair("footer1", "footer"), std::pair("footer2", "footer")})
        out += std::string("<Override PartName=\"/word/") + part + ".xml\" ContentType=\"" + word + kind +
               "+xml\"/>";
    return out +
           "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
           "vnd.openxmlformats-package.core-properties+xml\"/></Types>";
}

}  // namespace

void Docx::add(const std::string& style, const std::string& runs) {
    m_body += "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + runs + "</w:p>";
}

void Docx::title(const std::string& text) {
    std::string runs;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        runs += (begin == 0 ? "" : "<w:r><w:br/></w:r>") + run(text.substr(begin, end - begin));
        begin = end + 1;
    }
    add("Title", runs);
}

void Docx::heading(const std::string& text) {
    add("Heading1", run(text));
}

void Docx::subheading(const std::string& text) {
    add("Heading2", run(text));
}

void Docx::paragraph(const std::string& text, const std::string& lead) {
    add("Body", (lead.empty() ? "" : run(lead, fonts("楷体_GB2312"))) + run(text));
}

void Docx::signature(const std::vector<std::string>& lines) {
    add("Body", "");
    for (const std::string& line : lines)
        add("Signature", run(line));
}

void Docx::annex(const std::string& mark, const std::string& text) {
    add("AnnexMark", run(mark));
    add("Title", run(text));
}

Status Docx::write(const std::filesystem::path& file, Millis made) const {
    const std::string relations =
        std::string(kHead) + "<Relationships xmlns=\"" + kPackage + "relationships\">";
    const std::string core = std::string(kHead) + "<cp:coreProperties xmlns:cp=\"" + kPackage +
                             "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                             "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                             "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
                             escaped(m_title) + "</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">" +
                             toIsoChina(made) + "</dcterms:created></cp:coreProperties>";
    return sheets::writeArchive(
        file,
        {{"[Content_Types].xml", contentTypes()},
         {"_rels/.rels",
          relations + relation(1, "officeDocument", "word/document.xml") +
              "<Relationship Id=\"rId2\" Type=\"" + kPackage +
              "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"},
         {"docProps/core.xml", core},
         {"word/document.xml", std::string(kHead) + "<w:document xmlns:w=\"" + kMain + "\" xmlns:r=\"" +
                                   kOffice + "\"><w:body>" + m_body + section() + "</w:body></w:document>"},
         {"word/styles.xml", styles()},
         {"word/settings.xml",
          std::string(kHead) + "<w:settings xmlns:w=\"" + kMain + "\"><w:evenAndOddHeaders/></w:settings>"},
         {"word/fontTable.xml", fontTable()},
         {"word/footer1.xml", footer(true)},
         {"word/footer2.xml", footer(false)},
         {"word/_rels/document.xml.rels",
          relations + relation(1, "styles", "styles.xml") + relation(2, "settings", "settings.xml") +
              relation(3, "fontTable", "fontTable.xml") + relation(4, "footer", "footer1.xml") +
              relation(5, "footer", "footer2.xml") + "</Relationships>"}},
        made);
}

}  // namespace fayi::office
