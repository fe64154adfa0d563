// SPDX-License-Identifier: Apache-2.0
#include "look.h"

namespace fayi::paper {
namespace {

using schema::PaperBlock;
using schema::PaperForm;

/// GB/T 9704-2012, 5.2: 22 lines of 28 characters in 156 by 225 mm; a 3号 is 16 points, so that each
/// character gives up a little to the next.
constexpr double kLetterWidth = millimetres(156), kLetterHeight = millimetres(225);
constexpr double kLetterLeading = kLetterHeight / 22;
constexpr double kLetterSpacing = kLetterWidth / 28 - 16 - 0.003;

Style signStyle(double size, double leading) {
    return {Face::Body, size, leading, 0, 0, Align::Left, false};
}

Look letterLook() {
    Look look;
    look.area = {millimetres(28), millimetres(37), kLetterWidth, kLetterHeight};
    look.title = {Face::Title, 22, 36, 0, 0, Align::Center, false};
    look.number = {Face::Body, 16, kLetterLeading, kLetterSpacing, 0, Align::Center, false};
    look.body = {Face::Body,  16,  kLetterLeading, kLetterSpacing, 2 * (16 + kLetterSpacing),
                 Align::Left, true};
    look.heading = look.body;
    look.heading.face = Face::Heading;
    look.cell = {Face::Body, 14, 22, 0, 0, Align::Left, false};
    look.label = {Face::Body, 14, 22, 0, 0, Align::Center, false};
    look.sign = signStyle(14, 25);
    look.page = {Face::Plain, 14, 20, 0, 0, Align::Right, false};
    look.mark = {Face::Plain, 9, 14, 0, 0, Align::Right, false};
    look.labelWidth = 92;
    look.belowTitle = 6;
    look.belowHead = kLetterLeading / 2;
    return look;
}

Look formLook() {
    Look look;
    look.area = {millimetres(22), millimetres(22), millimetres(166), millimetres(252)};
    look.title = {Face::Title, 22, 36, 0, 0, Align::Center, false};
    look.number = {Face::Body, 12, 22, 0, 0, Align::Right, false};
    look.body = {Face::Body, 14, 25, 0, 28, Align::Left, true};
    look.heading = {Face::Heading, 14, 26, 0, 0, Align::Left, false};
    look.cell = {Face::Body, 12, 20, 0, 0, Align::Left, false};
    look.label = {Face::Body, 12, 20, 0, 0, Align::Center, false};
    look.sign = signStyle(12, 20);
    look.page = {Face::Plain, 9, 14, 0, 0, Align::Center, false};
    look.mark = {Face::Plain, 9, 14, 0, 0, Align::Right, false};
    look.labelWidth = 81;
    look.belowHead = 4;
    look.aboveHeading = 4;
    return look;
}

Look coverLook() {
    Look look = letterLook();
    look.title = {Face::Title, 36, 70, 0, 0, Align::Center, false};
    look.cell = {Face::Body, 16, 27, 0, 0, Align::Left, false};
    look.label = {Face::Body, 16, 27, 0, 0, Align::Center, false};
    look.page = formLook().page;
    look.labelWidth = 110;
    look.belowTitle = 0;
    look.belowHead = 4;
    return look;
}

}  // namespace

const Look& lookOf(PaperForm::Style style) {
    static const Look kLetter = letterLook(), kForm = formLook(), kCover = coverLook();
    return style == PaperForm::Style::Letter ? kLetter : style == PaperForm::Style::Cover ? kCover : kForm;
}

Style lineStyle(const Look& look, PaperBlock::Align align, bool large) {
    Style style = large ? look.title : look.body;
    style.indent = 0;
    style.justify = false;
    style.align = align == PaperBlock::Align::Center  ? Align::Center
                  : align == PaperBlock::Align::Right ? Align::Right
                                                      : Align::Left;
    return style;
}

}  // namespace fayi::paper
