// SPDX-License-Identifier: Apache-2.0
// Where people sign: places in a row, or one in the right half.
#include <algorithm>

#include "blocks.h"

namespace fayi::paper {
namespace {

using schema::PaperBlock;
using schema::PaperSignature;

/// Lines left free for a hand and for a seal, which is 42 mm wide at most.
constexpr double kHand = 1, kSeal = 2.6;
constexpr double kGap = 14;
constexpr std::size_t kAlong = 2;

Style signatureStyle(const Look& look) {
    Style style = look.body;
    const bool small = look.cell.size < 14;
    style.size = small ? 12 : 14;
    style.leading = small ? 20 : 25;
    style.spacing = 0;
    style.indent = 0;
    style.justify = false;
    return style;
}

}  // namespace

double Composer::placeHeight(const PaperSignature& signature, const Scope& scope, double width) {
    const Style style = signatureStyle(m_look);
    const std::string words =
        m_words.fill(signature.label, scope, Blank::Room) + m_words.fill(signature.name, scope, Blank::Room);
    double height = m_typesetter.set(words, style, width).height();
    height += style.leading * (signature.seal ? kSeal : kHand);
    return height + (signature.date.empty() ? 0 : style.leading);
}

void Composer::place(const PaperSignature& signature, const Scope& scope, double left, double width,
                     double height) {
    Style style = signatureStyle(m_look);
    const double top = m_sheets.y();
    const std::string words =
        m_words.fill(signature.label, scope, Blank::Room) + m_words.fill(signature.name, scope, Blank::Room);
    const Laid label = m_typesetter.set(words, style, width);
    m_sheets.lines(label, 0, label.lines().size(), left, top);
    if (signature.date.empty())
        return;
    style.align = Align::Right;
    const Laid date = m_typesetter.set(m_words.fill(signature.date, scope, Blank::Room), style, width);
    m_sheets.lines(date, 0, 1, left, top + height - style.leading);
}

/// Nobody signs a sheet that says nothing (GB/T 9704-2012, 7.3.5.4): the last lines
/// of the text go along.
void Composer::turnWithText() {
    const std::size_t along = m_tail.marks == m_sheets.marks() ? std::min(kAlong, m_tail.lines) : 0;
    m_sheets.takeOff(along);
    m_sheets.turn();
    const std::size_t all = m_tail.laid.lines().size();
    m_sheets.lines(m_tail.laid, all - along, along, 0, m_sheets.y());
    m_sheets.down(m_tail.laid.leading() * static_cast<double>(along));
}

void Composer::signatures(const PaperBlock& block, const Scope& scope) {
    const std::vector<PaperSignature>& places = block.signatures;
    const bool three = places.size() == 3 && m_job.form.style == schema::PaperForm::Style::Form;
    const std::size_t row = three ? 3 : 2;
    const double step = (m_sheets.area().width + kGap) / static_cast<double>(row), width = step - kGap;
    space(m_look.body.leading * 0.3);
    for (std::size_t i = 0; i < places.size(); i += row) {
        const std::size_t end = std::min(i + row, places.size());
        double height = 0;
        for (std::size_t at = i; at < end; ++at)
            height = std::max(height, placeHeight(places[at], scope, width));
        if (m_sheets.room() < height && !m_sheets.atTop())
            turnWithText();
        for (std::size_t at = i; at < end; ++at)
            place(places[at], scope, places.size() == 1 ? step : step * static_cast<double>(at - i), width,
                  height);
        m_sheets.down(height + 4);
    }
}

}  // namespace fayi::paper
