// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "fayi/sheets/docx.h"

/// Pieces of WordprocessingML and of the package around it (ECMA-376, parts 1 and 2).
namespace fayi::sheets {

inline constexpr const char* kXmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr const char* kWordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char* kRelationSpace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Text of XML 1.0: its own characters escaped, what it cannot hold left out.
std::string escapedXml(std::string_view text);
/// Twentieths of a point.
std::string twentieths(double points);
/// Letters of one look; a line end in the text is one.
std::string docxRun(std::string_view text, const std::string& properties);
/// Runs in one paragraph of these properties.
std::string docxParagraph(const std::string& properties, const std::string& runs);
std::string docxFonts(const std::string& chinese);
const char* nameOf(DocxAlign align);

/// styles.xml and fontTable.xml.
std::string docxStyles(const std::vector<DocxStyle>& styles);
std::string docxFontTable();

/// What stands around the text of pages, by the kind of page that the format knows.
struct DocxMargin {
    std::string name;  ///< of the part: "footer1"
    bool foot = false;
    std::string pages;  ///< "default", "even", "first"
    std::string xml;
};
std::vector<DocxMargin> docxMargins(const DocxPage& page, bool chinese);

}  // namespace fayi::sheets
