// SPDX-License-Identifier: Apache-2.0
// The parts of a document and how they hang together.
#include "docx_xml.h"
#include "fayi/sheets/archive.h"

namespace fayi::sheets {
namespace {

constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/";

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string relation(const std::string& id, const std::string& kind, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + kind + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inner) {
    return std::string(kXmlHead) + "<Relationships xmlns=\"" + kPackage + "relationships\">" + inner +
           "</Relationships>";
}

std::string partsOfDocument(const std::vector<DocxMargin>& margins) {
    std::string out;
    for (const char* part : {"styles", "settings", "fontTable"})
        out += relation(part, std::string(kRelationSpace) + "/" + part, std::string(part) + ".xml");
    for (const DocxMargin& margin : margins)
        out += relation(margin.name, std::string(kRelationSpace) + (margin.foot ? "/footer" : "/header"),
                        margin.name + ".xml");
    return relations(out);
}

std::string contentTypes(const std::vector<DocxMargin>& margins) {
    const auto part = [](const std::string& name, const std::string& kind) {
        return "<Override PartName=\"/word/" + name + ".xml\" ContentType=\"application/" +
               "vnd.openxmlformats-officedocument.wordprocessingml." + kind + "+xml\"/>";
    };
    std::string out = std::string(kXmlHead) + "<Types xmlns=\"" + kPackage +
                      "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                      "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                      "ContentType=\"application/xml\"/>" +
                      part("document", "document.main");
    for (const char* name : {"styles", "settings", "fontTable"})
        out += part(name, name);
    for (const DocxMargin& margin : margins)
        out += part(margin.name, margin.foot ? "footer" : "header");
    return out +
           "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
           "vnd.openxmlformats-package.core-properties+xml\"/></Types>";
}

std::string aboutXml(const DocxAbout& about) {
    const std::string made = toIsoChina(about.made) + "</dcterms:";
    const std::string day = " xsi:type=\"dcterms:W3CDTF\">" + made;
    return std::string(kXmlHead) + "<cp:coreProperties xmlns:cp=\"" + kPackage +
           "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
           escapedXml(about.title) + "</dc:title><dc:subject>" + escapedXml(about.subject) +
           "</dc:subject><dcterms:created" + day + "created><dcterms:modified" + day +
           "modified></cp:coreProperties>";
}

std::string section(const DocxPage& page, const std::vector<DocxMargin>& margins) {
    std::string out = "<w:sectPr>";
    for (const DocxMargin& margin : margins)
        out += std::string("<w:") + (margin.foot ? "footer" : "header") + "Reference w:type=\"" +
               margin.pages + "\" r:id=\"" + margin.name + "\"/>";
    const auto side = [](const char* name, double length) {
        return std::string(" w:") + name + "=\"" + twentieths(length) + "\"";
    };
    return out + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar" + side("top", page.top) +
           side("right", page.right) + side("bottom", page.bottom) + side("left", page.left) +
           side("header", page.head) + side("footer", page.foot) + " w:gutter=\"0\"/>" +
           (page.cover ? "<w:titlePg/>" : "") + "</w:sectPr>";
}

}  // namespace

Result<std::string> Docx::bytes(const DocxAbout& about) const {
    const std::vector<DocxMargin> margins = docxMargins(m_page, m_chinese);
    Parts parts{{"[Content_Types].xml", contentTypes(margins)},
                {"_rels/.rels",
                 relations(relation("document", std::string(kRelationSpace) + "/officeDocument",
                                    "word/document.xml") +
                           relation("about", std::string(kPackage) + "relationships/metadata/core-properties",
                                    "docProps/core.xml"))},
                {"docProps/core.xml", aboutXml(about)},
                {"word/document.xml", std::string(kXmlHead) + "<w:document xmlns:w=\"" + kWordSpace +
                                          "\" xmlns:r=\"" + kRelationSpace + "\"><w:body>" + body() +
                                          section(m_page, margins) + "</w:body></w:document>"},
                {"word/styles.xml", docxStyles(m_styles)},
                {"word/settings.xml", std::string(kXmlHead) + "<w:settings xmlns:w=\"" + kWordSpace + "\">" +
                                          (m_page.outer ? "<w:evenAndOddHeaders/>" : "") + "</w:settings>"},
                {"word/fontTable.xml", docxFontTable()},
                {"word/_rels/document.xml.rels", partsOfDocument(margins)}};
    for (const DocxMargin& margin : margins)
        parts.emplace_back("word/" + margin.name + ".xml", margin.xml);
    return packArchive(parts, about.made);
}

}  // namespace fayi::sheets
