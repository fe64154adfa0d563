// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/paper/print.h"
#include "look.h"

/// A form filled with a record: what stands on the paper, in the order in which it is read, whatever the
/// paper is made as.
namespace fayi::paper {

/// A label and the value beside it, or an item's value in a column.
struct FilledCell {
    std::string label, text;
    int lines = 1;  ///< so many stay free for handwriting
    int width = 1;  ///< share of the row
};

/// Where somebody signs.
struct FilledSignature {
    std::string words, date;
    bool dated = false, seal = false;
};

struct Part {
    enum class Kind { Title, Number, Heading, Paragraph, Line, Table, List, Signatures, Space, Page };
    Kind kind = Kind::Paragraph;
    std::string text = {};  ///< of a list: what stands above the numbers of its items
    schema::PaperBlock::Align align = schema::PaperBlock::Align::Left;  ///< Line
    bool large = false;                                                 ///< Line
    std::vector<std::vector<FilledCell>> rows =
        {};                                ///< Table, List; the labels of a list are those of its columns
    std::vector<FilledCell> columns = {};  ///< List
    std::vector<FilledSignature> signatures = {};
    int lines = 1;  ///< Space
};

std::vector<Part> contentOf(const Job& job);

/// What stands around the text of each sheet.
struct Marks {
    std::string watermark;    ///< across it; empty: none
    std::string copy;         ///< which print it is; empty: the first
    std::string number;       ///< with "{page}" and "{pages}" in it
    bool coverFirst = false;  ///< the first sheet has no number
};
Marks marksOf(const Job& job);

/// A cell with its place in its row.
struct PlacedCell {
    std::string text;
    double left = 0, width = 0;
    bool label = false;  ///< repeated on every sheet that the row goes over; in the middle of its box
    bool top = false;    ///< begins at the top of its box though there is room: somebody writes below
};

struct PlacedRow {
    std::vector<PlacedCell> cells;
    std::size_t lines = 1;  ///< at least
};

struct PlacedTable {
    std::vector<PlacedRow> head;  ///< of a list: one row, said again on each sheet
    std::vector<PlacedRow> rows;
};

/// The cells of a table or a list; `free`: the share of the lines left for handwriting that there is room
/// for.
PlacedTable placed(const Part& part, const Look& look, double free);

}  // namespace fayi::paper
