// SPDX-License-Identifier: Apache-2.0
#include "blocks.h"

#include <algorithm>

#include "signatures.h"
#include "table.h"

namespace fayi::paper {
namespace {

/// Lines of a text that go along with who signs it.
constexpr std::size_t kAlong = 2;
/// A list does not begin where fewer lines have room.
constexpr double kLinesOfList = 4;

}  // namespace

Composer::Composer(schema::PaperForm::Style form, Typesetter& typesetter, Sheets& sheets, double free)
    : m_form(form), m_typesetter(typesetter), m_sheets(sheets), m_look(lookOf(form)), m_free(free) {}

Status Composer::compose(const std::vector<Part>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (m_sheets.pages() > kMostPages)
            return Error{ErrorCode::Validation,
                         {"文书超过 " + std::to_string(kMostPages) + " 页，无法打印",
                          "the paper would have more than " + std::to_string(kMostPages) + " pages"}};
        add(parts[i]);
        belowHead(parts, i + 1);
    }
    return {};
}

void Composer::space(double by) {
    if (!m_sheets.atTop())
        m_sheets.down(std::min(by, std::max(0.0, m_sheets.room())));
}

void Composer::add(const Part& part) {
    using Kind = Part::Kind;
    switch (part.kind) {
        case Kind::Title:
            return flow(part.text, m_look.title);
        case Kind::Number:
            return flow(part.text, m_look.number);
        case Kind::Heading:
            return heading(part);
        case Kind::Paragraph:
            return flow(part.text, m_look.body);
        case Kind::Line:
            return flow(part.text, lineStyle(m_look, part.align, part.large));
        case Kind::Table:
        case Kind::List:
            return table(part);
        case Kind::Signatures:
            return signatures(part);
        case Kind::Space:
            return space(m_look.body.leading * part.lines);
        case Kind::Page:
            return m_sheets.turn();
    }
}

/// Under the title, and under all of the head.
void Composer::belowHead(const std::vector<Part>& parts, std::size_t next) {
    const Part::Kind now = parts[next - 1].kind;
    if (now == Part::Kind::Title)
        space(m_look.belowTitle);
    const bool numbered = next < parts.size() && parts[next].kind == Part::Kind::Number;
    if (now == Part::Kind::Number || (now == Part::Kind::Title && !numbered))
        space(m_look.belowHead);
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

/// Never the last line of a sheet.
void Composer::heading(const Part& part) {
    if (m_sheets.room() < m_look.heading.leading + m_look.body.leading - 0.01 && !m_sheets.atTop())
        m_sheets.turn();
    space(m_look.aboveHeading);
    flow(part.text, m_look.heading);
}

/// Its head, where it has one, on each sheet anew.
void Composer::table(const Part& part) {
    const PlacedTable table = placed(part, m_look, m_free);
    const auto set = [&](const PlacedRow& row) {
        std::vector<TableCell> out;
        for (const PlacedCell& cell : row.cells)
            out.push_back({m_typesetter.set(cell.text, cell.label ? m_look.label : m_look.cell,
                                            cell.width - 2 * kCellPad),
                           cell.left, cell.width, cell.label, cell.top});
        return out;
    };
    std::function<void()> drawHead;
    if (!table.head.empty()) {
        drawHead = [&, cells = set(table.head.front())] {
            TableRows(m_sheets, m_look.cell.leading, {}).row(cells, 1);
        };
        if (m_sheets.room() < kLinesOfList * m_look.cell.leading)
            m_sheets.turn();
        drawHead();
    }
    TableRows rows(m_sheets, m_look.cell.leading, drawHead);
    for (const PlacedRow& row : table.rows)
        rows.row(set(row), row.lines);
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

void Composer::signatures(const Part& part) {
    Style day = m_look.sign;
    day.align = Align::Right;
    space(aboveSignatures(m_look));
    for (const SignRow& row : signRows(part, m_form, m_typesetter)) {
        if (m_sheets.room() < row.height && !m_sheets.atTop())
            turnWithText();
        const double top = m_sheets.y();
        for (const SignPlace& place : row.places) {
            m_sheets.lines(place.words, 0, place.words.lines().size(), place.left, top);
            if (place.signature->dated)
                m_sheets.lines(m_typesetter.set(place.signature->date, day, row.width), 0, 1, place.left,
                               top + row.height - day.leading);
        }
        m_sheets.down(row.height + kBelowSignRow);
    }
}

Result<Layout> layOut(schema::PaperForm::Style form, const std::vector<Part>& parts, Typesetter& typesetter) {
    std::optional<Layout> best;
    for (const double free : {1.0, 0.7, 0.4}) {
        Layout next{Sheets(lookOf(form).area), free};
        FAYI_TRY(Composer(form, typesetter, next.sheets, free).compose(parts));
        if (!best || next.sheets.pages() < best->sheets.pages())
            best = std::move(next);
        if (best->sheets.pages() == 1)
            break;
    }
    return std::move(*best);
}

}  // namespace fayi::paper
