// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"
#include "fayi/base/text.h"

/// A document of a word processor, as values and as the file (ECMA-376). All lengths are points.
namespace fayi::sheets {

enum class DocxAlign { Left, Center, Right, Both };

/// How paragraphs of one kind look. A font is named, not embedded: where it is missing the reader's program
/// takes its like.
struct DocxStyle {
    std::string id;
    std::string name;  ///< what a program calls it; its own word where it has one: "Normal", "heading 1"
    std::string font;  ///< of Chinese; other letters are in Times New Roman
    double size = 16, leading = 0;  ///< leading: from line to line; 0: as the font has it
    double spacing = 0;             ///< added behind each character
    double before = 0, after = 0;
    int indent = 0;  ///< of the first line, in characters
    int inset = 0;   ///< from the right, in characters
    DocxAlign align = DocxAlign::Left;
    int level = 0;  ///< as a heading, from 1
    bool keep = false, newPage = false;
};

/// A sheet of A4, and what stands around its text.
struct DocxPage {
    double left = 0, top = 0, right = 0, bottom = 0;
    double head = 36, foot = 36;  ///< from the edge to what stands above and below the text
    std::string number = {};      ///< of each page, "{page}" and "{pages}" in it
    double numberSize = 14;
    bool outer = false;          ///< the number is a character in from the outer edge, else in the middle
    bool cover = false;          ///< the first page bears no number
    std::string mark = {};       ///< above each page, to the right; may be empty
    std::string watermark = {};  ///< across each page; may be empty
};

/// What a file says of itself.
struct DocxAbout {
    std::string title, subject;
    Millis made{0};
};

/// A paragraph. A line end in it is one.
struct DocxText {
    std::string style, text;
    std::string lead = {}, leadFont = {};  ///< it begins with this, in another font; may be empty
    double before = 0;                     ///< in place of the style's
    std::optional<DocxAlign> align = {};   ///< in place of the style's
    bool keep = false;                     ///< on the page of what follows
};

struct DocxCell {
    std::vector<DocxText> texts;
    double width = 0;
    bool middle = false;  ///< in the middle of its height
};

struct DocxRow {
    std::vector<DocxCell> cells;
    double height = 0;   ///< at least
    bool whole = false;  ///< never broken between pages
    bool head = false;   ///< said again on each page that the table goes over
};

/// Rows as wide as the text of the page; they may be divided differently.
struct DocxTable {
    std::vector<DocxRow> rows;
    bool ruled = true;
    double pad = 0;  ///< between a text and the rules around it
};

/// A document that grows from its beginning to its end. The first style is that of texts that name none.
class Docx {
public:
    Docx(DocxPage page, std::vector<DocxStyle> styles, Language language);

    void text(const DocxText& text);
    void table(const DocxTable& table);
    /// Empty, so high.
    void gap(double height, bool keep = false);
    /// What follows begins a new page.
    void turn() { m_turn = true; }

    /// The file. What is equal gives the same bytes.
    Result<std::string> bytes(const DocxAbout& about) const;

private:
    /// In front of what follows, where a page is to begin there.
    std::string turned();
    std::string body() const;

    DocxPage m_page;
    std::vector<DocxStyle> m_styles;
    bool m_chinese;
    std::string m_body;
    bool m_turn = false, m_table = false;  ///< m_table: a table stands last
};

}  // namespace fayi::sheets
