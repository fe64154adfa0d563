// SPDX-License-Identifier: Apache-2.0
// Tables with a heading: which column fills which field, and the record of each row.
#include <algorithm>
#include <deque>

#include "cell.h"
#include "rows.h"

namespace fayi::station {
namespace {

using RowError = ImportReport::RowError;

/// What a column fills.
struct Column {
    std::string name;
    const schema::Field* field = nullptr;  ///< null: the org unit of the record, or nothing
    bool org = false;
    bool wan = false;  ///< its heading says that amounts are in 万元
    bool ours = false;
    std::string sample;  ///< the first thing in it
};

/// A heading without what people put into it for the eye: blanks, line ends, a star, a colon.
std::string bareHeading(std::string_view heading) {
    std::string out;
    for (const char c : halfWidth(heading))
        if (std::string_view(" \t\r\n*").find(c) == std::string_view::npos)
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (std::size_t at = out.find("\u3000"); at != std::string::npos; at = out.find("\u3000"))
        out.erase(at, 3);
    if (out.ends_with(':'))
        out.pop_back();
    return out;
}

bool names(const std::string& heading, const schema::Field& field) {
    if (heading == field.name || heading == field.labels.zh || heading == field.labels.en)
        return true;
    const std::string bare = bareHeading(heading);
    return bare == bareHeading(field.labels.zh) || bare == bareHeading(field.labels.en);
}

/// "金额（万元）" is "金额", in 万元.
std::pair<std::string, std::string> headingAndUnit(const std::string& heading) {
    for (const auto& [open, close] : {std::pair("（", "）"), std::pair("(", ")")}) {
        const std::size_t at = heading.rfind(open);
        if (at != std::string::npos && at > 0 && heading.ends_with(close))
            return {trimmed(heading.substr(0, at)), heading.substr(at)};
    }
    return {heading, {}};
}

/// Columns that an export or an error sheet of this program has beside the fields.
bool isOurOwn(const std::string& heading) {
    static const std::vector<std::string> kOwn = {"记录编号",
                                                  "Record id",
                                                  "记录状态",
                                                  "Record state",
                                                  ImportReport::kLineHeading.zh,
                                                  ImportReport::kLineHeading.en,
                                                  ImportReport::kWhyHeading.zh,
                                                  ImportReport::kWhyHeading.en};
    return std::ranges::count(kOwn, heading) > 0;
}

/// An apostrophe that keeps a spreadsheet from taking the text for a formula is no part of it.
std::string_view withoutGuard(std::string_view text) {
    const bool guarded = text.size() > 1 && text.front() == '\'' &&
                         std::string_view("=+-@\t\r\n\xEF").find(text[1]) != std::string_view::npos;
    return guarded ? text.substr(1) : text;
}

/// What a spreadsheet shows where a formula came to nothing.
bool isFormulaError(const std::string& text) {
    static const std::vector<std::string_view> kErrors = {"#N/A",   "#REF!",  "#VALUE!", "#DIV/0!",
                                                          "#NAME?", "#NULL!", "#NUM!"};
    return std::ranges::count(kErrors, text) > 0;
}

class Table final : public Sheet {
public:
    Table(std::unique_ptr<RowSource> rows, const schema::RecordType& type, const schema::OrgTree& tree,
          ColumnMap map)
        : m_rows(std::move(rows)), m_type(type), m_tree(tree), m_map(std::move(map)) {}

    std::optional<SheetRow> next() override {
        if (!m_headed) {
            m_headed = true;
            if (auto trouble = readHeading())
                return trouble;
        }
        while (auto row = nextRow())
            if (!isBlank(*row))
                return recordOf(std::move(*row));
        return flawed();
    }

    std::vector<ImportReport::Column> columns() const override {
        std::vector<ImportReport::Column> out;
        for (const Column& column : m_columns)
            out.push_back({column.name,
                           column.org                ? "org"
                           : column.field != nullptr ? column.field->name
                                                     : std::string(),
                           column.sample, column.ours});
        return out;
    }

private:
    /// Rows that are looked at to find the heading; and where none of them is one, as under a long preface,
    /// down to the first row that is.
    static constexpr std::size_t kTitleRows = 10;
    static constexpr std::size_t kPrefaceRows = 200;
    /// So many fields in one row are no coincidence.
    static constexpr std::size_t kFewFields = 2;

    static bool isBlank(const TableRow& row) {
        return std::ranges::all_of(row.cells, [](const std::string& cell) { return trimmed(cell).empty(); });
    }

    std::optional<TableRow> nextRow() {
        if (m_ahead.empty())
            return m_rows->next();
        TableRow row = std::move(m_ahead.front());
        m_ahead.pop_front();
        return row;
    }

    std::optional<SheetRow> flawed() const {
        if (!m_rows->flaw())
            return std::nullopt;
        SheetRow row;
        row.line = m_rows->line();
        row.errors.push_back({row.line, "", *m_rows->flaw()});
        row.last = true;
        return row;
    }

    std::size_t fieldsNamedBy(const TableRow& row) const {
        return static_cast<std::size_t>(std::ranges::count_if(row.cells, [&](const std::string& cell) {
            const Column column = columnOf(trimmed(cell));
            return column.field != nullptr || column.org;
        }));
    }

    /// The first row; under a title the one that names the most fields, the last of several (a heading may
    /// take two rows). What stands above it is passed over.
    std::optional<TableRow> headingRow() {
        if (!m_rows->mayHaveTitle())
            return m_rows->next();
        std::size_t best = 0, most = 0;
        while (m_ahead.size() < kTitleRows || (most < kFewFields && m_ahead.size() < kPrefaceRows)) {
            auto row = m_rows->next();
            if (!row)
                break;
            if (const std::size_t count = fieldsNamedBy(*row); count > 0 && count >= most) {
                most = count;
                best = m_ahead.size();
            }
            m_ahead.push_back(std::move(*row));
        }
        if (m_ahead.empty())
            return std::nullopt;
        m_ahead.erase(m_ahead.begin(), m_ahead.begin() + static_cast<std::ptrdiff_t>(best));
        return nextRow();
    }

    std::optional<SheetRow> readHeading() {
        const auto heading = headingRow();
        if (!heading) {
            auto row = flawed().value_or(SheetRow{});
            if (row.errors.empty())
                row.errors.push_back({1, "", {"文件是空的", "the file is empty"}});
            row.last = true;
            return row;
        }
        SheetRow row;
        row.line = heading->line;
        row.last = true;
        for (const std::string& cell : heading->cells)
            addColumn(columnOf(trimmed(cell)), row);
        return row.errors.empty() ? std::nullopt : std::optional(std::move(row));
    }

    void addColumn(Column column, SheetRow& row) {
        const bool twice = std::ranges::any_of(m_columns, [&](const Column& other) {
            return (column.field != nullptr && other.field == column.field) || (column.org && other.org);
        });
        column.ours = column.field == nullptr && isOurOwn(column.name);
        const bool left = (m_map.contains(column.name) && m_map.at(column.name).empty()) || column.ours;
        if (twice)
            row.errors.push_back(
                {row.line, column.name, {"两列对应同一字段", "two columns fill the same field"}});
        else if (column.field == nullptr && !column.org && !left && !column.name.empty())
            row.errors.push_back(
                {row.line,
                 column.name,
                 {"没有对应的字段；可用 --map 指定，或设为 null 跳过这一列",
                  "no such field; name it by --map, or map it to null to leave the column out"}});
        m_columns.push_back(std::move(column));
    }

    Column columnOf(const std::string& heading) const {
        Column out;
        out.name = heading;
        const auto mapped = m_map.find(heading);
        const std::string wanted = mapped == m_map.end() ? heading : mapped->second;
        const auto [bare, unit] = headingAndUnit(wanted);
        for (const std::string& name : {wanted, bare}) {
            if (out.field != nullptr || out.org || name.empty())
                continue;
            const auto field = std::ranges::find_if(
                m_type.fields, [&](const schema::Field& candidate) { return names(name, candidate); });
            if (field != m_type.fields.end())
                out.field = &*field;
            else
                out.org = name == "org" || name == "机构" || name == "所属机构" || name == "Org unit";
        }
        out.wan = headingAndUnit(heading).second.find("万") != std::string::npos;
        return out;
    }

    /// For the columns that nothing is known of yet.
    void keepSamples(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < std::min(cells.size(), m_columns.size()); ++i)
            if (std::string& sample = m_columns[i].sample; sample.empty())
                sample = prefixOf(trimmed(withoutGuard(cells[i])), ImportReport::kSample);
    }

    SheetRow recordOf(TableRow cells) {
        keepSamples(cells.cells);
        SheetRow row;
        row.line = cells.line;
        const bool more = std::any_of(
            cells.cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.cells.size(), m_columns.size())),
            cells.cells.end(),
            [&](const std::string& cell) { return !m_rows->mayHaveTitle() || !cell.empty(); });
        if (more)
            row.errors.push_back(
                {row.line, "", {"这一行的列比表头多", "this row has more cells than the heading"}});
        for (std::size_t i = 0; i < std::min(cells.cells.size(), m_columns.size()); ++i)
            place(m_columns[i], cells.cells[i], row);
        row.cells = std::move(cells.cells);
        return row;
    }

    void place(const Column& column, std::string_view text, SheetRow& row) const {
        static const schema::Field kOrg = fieldOfKind(schema::FieldKind::Org);
        if (column.field == nullptr && !column.org)
            return;
        const schema::Field& field = column.org ? kOrg : *column.field;
        const std::string given = trimmed(withoutGuard(text));
        const std::string name = column.org ? "org" : field.name;
        if (m_rows->mayHaveTitle() && isFormulaError(given)) {
            row.errors.push_back(
                {row.line,
                 name,
                 {"这一格的公式出错：" + given, "the formula of this cell failed: " + given}});
            return;
        }
        const bool wan = column.wan && field.kind == schema::FieldKind::Money && !given.empty();
        auto value = cellValue(field, wan ? given + "万元" : given, m_tree);
        if (!value)
            row.errors.push_back({row.line, name, value.error().message});
        else if (!value->is_null())
            row.fields[name] = std::move(value).value();
    }

    std::unique_ptr<RowSource> m_rows;
    const schema::RecordType& m_type;
    const schema::OrgTree& m_tree;
    ColumnMap m_map;
    std::deque<TableRow> m_ahead;  ///< read to find the heading
    std::vector<Column> m_columns;
    bool m_headed = false;
};

}  // namespace

std::unique_ptr<Sheet> openTable(std::unique_ptr<RowSource> rows, const schema::RecordType& type,
                                 const schema::OrgTree& tree, const ColumnMap& map) {
    return std::make_unique<Table>(std::move(rows), type, tree, map);
}

}  // namespace fayi::station
