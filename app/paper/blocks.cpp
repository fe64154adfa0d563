// SPDX-License-Identifier: Apache-2.0
#include "blocks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fayi::paper {
namespace {

using schema::PaperBlock;
using schema::PaperCell;
using schema::PaperForm;

/// GB/T 9704-2012, 5.2: 22 lines of 28 characters in 156 by 225 mm; a 3号 is 16 points, so that each
/// character gives up a little to the next.
constexpr double kLetterWidth = millimetres(156), kLetterHeight = millimetres(225);
constexpr double kLetterLeading = kLetterHeight / 22;
constexpr double kLetterSpacing = kLetterWidth / 28 - 16 - 0.003;

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
    look.labelWidth = 92;
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
    look.labelWidth = 81;
    return look;
}

Look coverLook() {
    Look look = letterLook();
    look.title = {Face::Title, 36, 70, 0, 0, Align::Center, false};
    look.cell = {Face::Body, 16, 27, 0, 0, Align::Left, false};
    look.label = {Face::Body, 16, 27, 0, 0, Align::Center, false};
    look.labelWidth = 110;
    return look;
}

constexpr double kNumberColumn = 32;

}  // namespace

const Look& lookOf(PaperForm::Style style) {
    static const Look kLetter = letterLook(), kForm = formLook(), kCover = coverLook();
    return style == PaperForm::Style::Letter ? kLetter : style == PaperForm::Style::Cover ? kCover : kForm;
}

Composer::Composer(const Job& job, Typesetter& typesetter, Sheets& sheets, double free)
    : m_job(job),
      m_typesetter(typesetter),
      m_sheets(sheets),
      m_words(job),
      m_look(lookOf(job.form.style)),
      m_free(free) {}

std::size_t Composer::linesOf(const PaperCell& cell) const {
    return static_cast<std::size_t>(std::max(1.0, std::round(cell.lines * m_free)));
}

Status Composer::compose() {
    const Scope scope{&m_job.type.fields, &m_job.fields, 0};
    head(scope);
    return blocks(m_job.form.body, scope);
}

void Composer::space(double by) {
    if (!m_sheets.atTop())
        m_sheets.down(std::min(by, std::max(0.0, m_sheets.room())));
}

void Composer::head(const Scope& scope) {
    flow(m_words.fill(m_job.form.title, scope, Blank::Line), m_look.title);
    if (m_job.form.style == PaperForm::Style::Letter)
        space(6);
    if (!m_job.form.number.empty())
        flow(m_words.fill(m_job.form.number, scope, Blank::Line), m_look.number);
    space(m_job.form.style == PaperForm::Style::Letter ? m_look.body.leading / 2 : 4);
}

/// Lines from where the sheet is filled to; onto the next where they do not fit.
void Composer::flow(const std::string& text, const Style& style) {
    Style set = style;
    set.justify =
        style.justify && text.find(kTogether) == std::string::npos;  // what hangs together is not stretched
    m_tail = {m_typesetter.set(text, set, m_sheets.area().width), 0, 0};
    for (std::size_t i = 0; i < m_tail.laid.lines().size(); ++i) {
        if (m_sheets.room() < style.leading - 0.01 && !m_sheets.atTop()) {
            m_sheets.turn();
            m_tail.lines = 0;
        }
        m_sheets.line(m_tail.laid, i, 0, m_sheets.y(), style.leading);
        m_sheets.down(style.leading);
        ++m_tail.lines;
    }
    m_tail.marks = m_sheets.marks();
}

Status Composer::blocks(const std::vector<PaperBlock>& blocks, const Scope& scope) {
    for (const PaperBlock& one : blocks)
        if (m_words.holds(one.when, scope))
            FAYI_TRY(block(one, scope));
    return {};
}

Status Composer::block(const PaperBlock& block, const Scope& scope) {
    using Kind = PaperBlock::Kind;
    if (m_sheets.pages() > kMostPages)
        return Error{ErrorCode::Validation,
                     {"文书超过 " + std::to_string(kMostPages) + " 页，无法打印",
                      "the paper would have more than " + std::to_string(kMostPages) + " pages"}};
    switch (block.kind) {
        case Kind::Heading:
            heading(block, scope);
            break;
        case Kind::Paragraph:
            flow(m_words.fill(block.text, scope, Blank::Line), m_look.body);
            break;
        case Kind::Line:
            line(block, scope);
            break;
        case Kind::Table:
            table(block, scope);
            break;
        case Kind::Each:
            return each(block, scope);
        case Kind::List:
            list(block, scope);
            break;
        case Kind::Signatures:
            signatures(block, scope);
            break;
        case Kind::Space:
            space(m_look.body.leading * block.lines);
            break;
        case Kind::Page:
            m_sheets.turn();
            break;
    }
    return {};
}

/// Never the last line of a sheet.
void Composer::heading(const PaperBlock& block, const Scope& scope) {
    if (m_sheets.room() < m_look.heading.leading + m_look.body.leading - 0.01 && !m_sheets.atTop())
        m_sheets.turn();
    if (m_job.form.style == PaperForm::Style::Form)
        space(4);
    flow(m_words.fill(block.text, scope, Blank::Line), m_look.heading);
}

void Composer::line(const PaperBlock& block, const Scope& scope) {
    Style style = block.large ? m_look.title : m_look.body;
    style.indent = 0;
    style.justify = false;
    style.align = block.align == PaperBlock::Align::Center  ? Align::Center
                  : block.align == PaperBlock::Align::Right ? Align::Right
                                                            : Align::Left;
    flow(m_words.fill(block.text, scope, Blank::Line), style);
}

/// Label and value, label and value: the labels of one width, the rest shared out.
std::vector<TableCell> Composer::rowOf(const std::vector<PaperCell>& cells, const Scope& scope) {
    const double shares = std::accumulate(cells.begin(), cells.end(), 0.0,
                                          [](double sum, const PaperCell& cell) { return sum + cell.width; });
    const double labelWidth = cells.size() > 2 ? m_look.labelWidth * 0.75 : m_look.labelWidth;
    const double free = m_sheets.area().width - labelWidth * static_cast<double>(cells.size());
    std::vector<TableCell> out;
    double left = 0;
    for (const PaperCell& cell : cells) {
        const double width = free * cell.width / shares;
        const std::string label = m_words.fill(cell.label, scope, Blank::Room);
        out.push_back({m_typesetter.set(label, m_look.label, labelWidth - 2 * TableRows::kPad), left,
                       labelWidth, true, false});
        out.push_back({m_typesetter.set(m_words.cell(cell, scope), m_look.cell, width - 2 * TableRows::kPad),
                       left + labelWidth, width, false, cell.lines > 2});
        left += labelWidth + width;
    }
    return out;
}

void Composer::table(const PaperBlock& block, const Scope& scope) {
    TableRows rows(m_sheets, m_look.cell.leading, {});
    for (const std::vector<PaperCell>& cells : block.rows) {
        std::size_t lines = 1;
        for (const PaperCell& cell : cells)
            lines = std::max(lines, linesOf(cell));
        rows.row(rowOf(cells, scope), lines);
    }
}

Composer::Items Composer::itemsOf(const PaperBlock& block, const Scope& scope) const {
    Items out;
    const auto field = std::ranges::find(*scope.fields, block.items, &schema::Field::name);
    if (field == scope.fields->end())
        return out;
    out.fields = &field->fields;
    const Json all = scope.values->value(block.items, Json::array());
    for (const Json& item : all)
        if (m_words.holds(block.where, {out.fields, &item, 0}))
            out.values.push_back(item);
    if (out.values.empty())
        out.values.assign(static_cast<std::size_t>(block.blanks), Json::object());
    return out;
}

Status Composer::each(const PaperBlock& block, const Scope& scope) {
    const Items items = itemsOf(block, scope);
    for (std::size_t i = 0; i < items.values.size(); ++i)
        FAYI_TRY(blocks(block.blocks, {items.fields, &items.values[i], i + 1}));
    return {};
}

/// Where each column begins, and at last where all end.
std::vector<double> Composer::columnsOf(const PaperBlock& block) const {
    double shares = 0;
    for (const PaperCell& column : block.columns)
        shares += column.width;
    const double free = m_sheets.area().width - kNumberColumn;
    std::vector<double> out{kNumberColumn};
    for (const PaperCell& column : block.columns)
        out.push_back(out.back() + free * column.width / shares);
    return out;
}

/// A numbered table, its labels above, on each sheet anew.
void Composer::list(const PaperBlock& block, const Scope& scope) {
    const Items items = itemsOf(block, scope);
    const std::vector<double> columns = columnsOf(block);
    const auto set = [&](const std::string& text, std::size_t column, bool label) {
        const double width = columns[column + 1] - columns[column];
        return TableCell{
            m_typesetter.set(text, label ? m_look.label : m_look.cell, width - 2 * TableRows::kPad),
            columns[column], width, label, false};
    };
    const auto number = [&](const std::string& text) {
        return TableCell{m_typesetter.set(text, m_look.label, kNumberColumn - 2 * TableRows::kPad), 0,
                         kNumberColumn, true, false};
    };
    std::vector<TableCell> head{number(m_words.say({"序号", "No."}))};
    for (std::size_t i = 0; i < block.columns.size(); ++i)
        head.push_back(set(m_words.fill(block.columns[i].label, scope, Blank::Room), i, true));
    const auto drawHead = [&] { TableRows(m_sheets, m_look.cell.leading, {}).row(head, 1); };
    if (m_sheets.room() < 4 * m_look.cell.leading)
        m_sheets.turn();
    drawHead();
    TableRows rows(m_sheets, m_look.cell.leading, drawHead);
    for (std::size_t i = 0; i < items.values.size(); ++i) {
        const Scope item{items.fields, &items.values[i], i + 1};
        std::vector<TableCell> cells{number(std::to_string(i + 1))};
        std::size_t lines = 1;
        for (std::size_t c = 0; c < block.columns.size(); ++c) {
            cells.push_back(set(m_words.cell(block.columns[c], item), c, false));
            lines = std::max(lines, linesOf(block.columns[c]));
        }
        rows.row(cells, lines);
    }
}

}  // namespace fayi::paper
