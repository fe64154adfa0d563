// SPDX-License-Identifier: Apache-2.0
#include "content.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "words.h"

namespace fayi::paper {
namespace {

using schema::PaperBlock;
using schema::PaperCell;
using schema::PaperForm;

/// Fills the blocks of a form, one after the other.
class Filler {
public:
    explicit Filler(const Job& job) : m_job(job), m_words(job) {}

    std::vector<Part> fill() {
        const Scope scope{&m_job.type.fields, &m_job.fields, 0};
        add({.kind = Part::Kind::Title, .text = flowing(m_job.form.title, scope)});
        if (!m_job.form.number.empty())
            add({.kind = Part::Kind::Number, .text = flowing(m_job.form.number, scope)});
        blocks(m_job.form.body, scope);
        return std::move(m_parts);
    }

private:
    void add(Part part) { m_parts.push_back(std::move(part)); }
    std::string flowing(const schema::PaperText& text, const Scope& scope) const {
        return m_words.fill(text, scope, Blank::Line);
    }

    void blocks(const std::vector<PaperBlock>& all, const Scope& scope) {
        for (const PaperBlock& one : all)
            if (m_words.holds(one.when, scope))
                block(one, scope);
    }

    void block(const PaperBlock& block, const Scope& scope) {
        using Kind = PaperBlock::Kind;
        switch (block.kind) {
            case Kind::Heading:
                return add({.kind = Part::Kind::Heading, .text = flowing(block.text, scope)});
            case Kind::Paragraph:
                return add({.kind = Part::Kind::Paragraph, .text = flowing(block.text, scope)});
            case Kind::Line:
                return add({.kind = Part::Kind::Line,
                            .text = flowing(block.text, scope),
                            .align = block.align,
                            .large = block.large});
            case Kind::Table:
                return table(block, scope);
            case Kind::Each:
                return each(block, scope);
            case Kind::List:
                return list(block, scope);
            case Kind::Signatures:
                return signatures(block, scope);
            case Kind::Space:
                return add({.kind = Part::Kind::Space, .lines = block.lines});
            case Kind::Page:
                return add({.kind = Part::Kind::Page});
        }
    }

    FilledCell cell(const PaperCell& cell, const Scope& scope) const {
        return {m_words.fill(cell.label, scope, Blank::Room), m_words.cell(cell, scope), cell.lines,
                cell.width};
    }

    void table(const PaperBlock& block, const Scope& scope) {
        Part part{.kind = Part::Kind::Table};
        for (const std::vector<PaperCell>& cells : block.rows) {
            part.rows.emplace_back();
            for (const PaperCell& one : cells)
                part.rows.back().push_back(cell(one, scope));
        }
        add(std::move(part));
    }

    struct Items {
        const std::vector<schema::Field>* fields = nullptr;
        std::vector<Json> values;
    };

    Items itemsOf(const PaperBlock& block, const Scope& scope) const {
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

    void each(const PaperBlock& block, const Scope& scope) {
        const Items items = itemsOf(block, scope);
        for (std::size_t i = 0; i < items.values.size(); ++i)
            blocks(block.blocks, {items.fields, &items.values[i], i + 1});
    }

    void list(const PaperBlock& block, const Scope& scope) {
        const Items items = itemsOf(block, scope);
        Part part{.kind = Part::Kind::List, .text = m_words.say({"序号", "No."})};
        for (const PaperCell& column : block.columns)
            part.columns.push_back(
                {m_words.fill(column.label, scope, Blank::Room), {}, column.lines, column.width});
        for (std::size_t i = 0; i < items.values.size(); ++i) {
            part.rows.emplace_back();
            for (const PaperCell& column : block.columns)
                part.rows.back().push_back(cell(column, {items.fields, &items.values[i], i + 1}));
        }
        add(std::move(part));
    }

    void signatures(const PaperBlock& block, const Scope& scope) {
        Part part{.kind = Part::Kind::Signatures};
        for (const schema::PaperSignature& one : block.signatures)
            part.signatures.push_back(
                {m_words.fill(one.label, scope, Blank::Room) + m_words.fill(one.name, scope, Blank::Room),
                 m_words.fill(one.date, scope, Blank::Room), !one.date.empty(), one.seal});
        add(std::move(part));
    }

    const Job& m_job;
    Words m_words;
    std::vector<Part> m_parts;
};

/// Of the numbers of a list.
constexpr double kNumberColumn = 32;

std::size_t linesOf(const FilledCell& cell, double free) {
    return static_cast<std::size_t>(std::max(1.0, std::round(cell.lines * free)));
}

double sharesOf(const std::vector<FilledCell>& cells) {
    return std::accumulate(cells.begin(), cells.end(), 0.0,
                           [](double sum, const FilledCell& cell) { return sum + cell.width; });
}

/// Label and value, label and value: the labels of one width, the rest shared out.
PlacedRow pairs(const std::vector<FilledCell>& cells, const Look& look, double free) {
    const double shares = sharesOf(cells);
    const double labelWidth = cells.size() > 2 ? look.labelWidth * 0.75 : look.labelWidth;
    const double rest = look.area.width - labelWidth * static_cast<double>(cells.size());
    PlacedRow out;
    double left = 0;
    for (const FilledCell& cell : cells) {
        const double width = rest * cell.width / shares;
        out.cells.push_back({cell.label, left, labelWidth, true, false});
        out.cells.push_back({cell.text, left + labelWidth, width, false, cell.lines > 2});
        out.lines = std::max(out.lines, linesOf(cell, free));
        left += labelWidth + width;
    }
    return out;
}

/// One row of a list, or its head; `label`: the numbers are one.
PlacedRow columns(const std::string& number, const std::vector<FilledCell>& cells, bool head,
                  const Look& look, double free) {
    const double shares = sharesOf(cells), rest = look.area.width - kNumberColumn;
    PlacedRow out;
    out.cells.push_back({number, 0, kNumberColumn, true, false});
    double left = kNumberColumn;
    for (const FilledCell& cell : cells) {
        const double width = rest * cell.width / shares;
        out.cells.push_back({head ? cell.label : cell.text, left, width, head, false});
        out.lines = head ? 1 : std::max(out.lines, linesOf(cell, free));
        left += width;
    }
    return out;
}

}  // namespace

std::vector<Part> contentOf(const Job& job) {
    return Filler(job).fill();
}

Marks marksOf(const Job& job) {
    const Words words(job);
    Marks out;
    if (job.draft)
        out.watermark = words.say({"草稿", "DRAFT"});
    else if (job.print > 1) {
        const std::string count = std::to_string(job.print), day = words.date(job.today);
        out.copy = words.say({"重印件（第 " + count + " 次打印，" + day + "）",
                              "Reprint (print no. " + count + ", " + day + ")"});
    }
    out.number = job.form.style == PaperForm::Style::Letter
                     ? "— {page} —"
                     : words.say({"第 {page} 页　共 {pages} 页", "Page {page} of {pages}"});
    out.coverFirst = job.form.style == PaperForm::Style::Cover;
    return out;
}

PlacedTable placed(const Part& part, const Look& look, double free) {
    PlacedTable out;
    const bool list = part.kind == Part::Kind::List;
    if (list)
        out.head.push_back(columns(part.text, part.columns, true, look, free));
    for (std::size_t i = 0; i < part.rows.size(); ++i)
        out.rows.push_back(list ? columns(std::to_string(i + 1), part.rows[i], false, look, free)
                                : pairs(part.rows[i], look, free));
    return out;
}

}  // namespace fayi::paper
