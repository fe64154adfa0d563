// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/schema/paper.h"

/// What the parts of a form look like, on whatever they are put: letters, margins, widths. In points of print
/// (1/72 inch); GB/T 9704 speaks of millimetres and of 号.
namespace fayi::paper {

constexpr double millimetres(double mm) {
    return mm * 72 / 25.4;
}

/// What letters are for; each has its family, and what stands in where a computer lacks that.
enum class Face { Body, Heading, Title, Plain };
enum class Align { Left, Center, Right };

/// How a text is set.
struct Style {
    Face face = Face::Body;
    double size = 16;
    double leading = 29;  ///< from line to line
    double spacing = 0;   ///< added behind each character
    double indent = 0;    ///< of the first line of each paragraph
    Align align = Align::Left;
    bool justify = false;
};

/// Where the text stands on an A4 sheet.
struct Area {
    double left = 0, top = 0, width = 0, height = 0;
};

inline constexpr double kPageWidth = millimetres(210), kPageHeight = millimetres(297);

/// GB/T 9704-2012, 7.5: page numbers stand 7 mm below the text.
inline constexpr double kNumberBelow = millimetres(7);
/// What kind of copy a sheet is stands so far above the text.
inline constexpr double kMarkAbove = millimetres(10);
/// Room between a text in a cell and the rules around it.
inline constexpr double kCellPad = 3.5;

/// The letters of a form: sizes and leadings of its parts.
struct Look {
    Area area;
    Style title, number, heading, body, cell, label, sign;
    Style page, mark;       ///< the number of a page, and what kind of copy it is
    double labelWidth = 0;  ///< of the cells with labels
    double belowTitle = 0, belowHead = 0, aboveHeading = 0;
};

/// An official letter (GB/T 9704-2012), a sheet of cells, the cover of a dossier.
const Look& lookOf(schema::PaperForm::Style style);

/// A line of its own.
Style lineStyle(const Look& look, schema::PaperBlock::Align align, bool large);

}  // namespace fayi::paper
