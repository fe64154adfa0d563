// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/schema/field.h"

/// What a printed form looks like, as data: where which value of a record stands. fayi/paper draws it.
namespace fayi::schema {

/// A place for a value in a text: {client}, {body.name} (a field of the linked record), {amount|capital},
/// {#} (the number of the item), {@org} (the unit the record belongs to), {@today}.
struct PaperPlace {
    enum class Format {
        Plain,
        Capital,  ///< of money: 壹仟元整
        Chinese,  ///< of a count: 十二
        Ticks     ///< every choice with its box
    };
    std::string name;    ///< of the field; "#", "@org", "@today"
    std::string linked;  ///< the field of the linked record; empty: the field itself
    Format format = Format::Plain;
};

/// Text that stands as it is, then perhaps a place.
struct PaperPiece {
    std::string literal;
    std::optional<PaperPlace> place;
};

/// A text with places, in both languages.
struct PaperText {
    std::vector<PaperPiece> zh, en;

    bool empty() const { return zh.empty(); }
    const std::vector<PaperPiece>& in(Language language) const { return language == Language::Zh ? zh : en; }
};

/// What stands in a place instead, where `when` certainly holds.
struct PaperCase {
    Json when;
    PaperText text;
};

/// A label and the value beside it; a column of a list.
struct PaperCell {
    PaperText label;
    PaperText text;
    std::vector<PaperCase> cases;  ///< the first that holds takes the place of `text`
    int lines = 1;                 ///< so many stay free for handwriting
    int width = 1;                 ///< share of the row
};

/// Where somebody signs.
struct PaperSignature {
    PaperText label;
    PaperText name;  ///< typed under the label; may be empty
    PaperText date;  ///< may be empty
    bool seal = false;
};

struct PaperBlock {
    enum class Kind { Heading, Paragraph, Line, Table, Each, List, Signatures, Space, Page };
    enum class Align { Left, Center, Right };

    Kind kind = Kind::Paragraph;
    Json when;                                 ///< it is there only where this certainly holds; null: always
    PaperText text;                            ///< Heading, Paragraph, Line
    Align align = Align::Left;                 ///< Line
    bool large = false;                        ///< Line: in the letters of a title
    std::vector<std::vector<PaperCell>> rows;  ///< Table
    std::vector<PaperCell> columns;            ///< List
    std::string items;                         ///< Each, List: the list field
    Json where;                                ///< Each, List: only those of it; null: all
    int blanks = 0;                            ///< Each, List: so many empty ones where there is none
    std::vector<PaperBlock> blocks;            ///< Each: for one item, in the scope of its fields
    std::vector<PaperSignature> signatures;
    int lines = 1;  ///< Space
};

/// A form for records of one type.
struct PaperForm {
    enum class Style {
        Letter,  ///< the layout of an official document, GB/T 9704-2012
        Form,    ///< a sheet of cells
        Cover    ///< of a dossier
    };

    std::string name;
    int version = 0;
    Text labels;
    std::string type;
    Style style = Style::Form;
    PaperText title;
    PaperText number;  ///< the line with the number; may be empty
    std::vector<PaperBlock> body;
    Json source;
};

/// The pieces of a text; an error says which place is not written as it must be.
Result<std::vector<PaperPiece>> piecesOf(std::string_view text);

}  // namespace fayi::schema
