// SPDX-License-Identifier: Apache-2.0
// Tables with a header line, read by libcsv (RFC 4180).
#include <csv.h>

#include <algorithm>
#include <istream>

#include "cell.h"
#include "sheet.h"

namespace fayi::station {
namespace {

using RowError = ImportReport::RowError;

struct TableRow {
    std::size_t line = 0;
    std::vector<std::string> cells;
};

/// Feeds a file to the parser line by line and hands out rows.
class TableReader {
public:
    explicit TableReader(std::istream& in) : m_lines(in) {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    }
    ~TableReader() { csv_free(&m_parser); }
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    /// Nothing at the end or at a flaw.
    std::optional<TableRow> next() {
        while (!m_complete && !m_flaw) {
            const auto line = m_lines.next();
            if (!line)
                return ended();
            if (m_lines.line() == 1)
                csv_set_delim(&m_parser, static_cast<unsigned char>(separatorOf(*line)));
            m_flaw = m_lines.flaw();
            if (m_open == 0 && line->find_first_not_of(" \r\n") == std::string::npos)
                continue;
            if (m_open == 0)
                m_row.line = m_lines.line();
            m_open += line->size();
            if (!m_flaw && m_open > LineReader::kMostBytes)
                m_flaw = Text{"引号没有结束", "a quotation mark is never closed"};
            if (!m_flaw && parse(*line) != line->size())
                m_flaw = Text{"引号使用有误", "a quotation mark is out of place"};
        }
        return m_flaw ? std::nullopt : std::optional(take());
    }

    std::size_t line() const { return m_lines.line(); }
    const std::optional<Text>& flaw() const { return m_flaw; }

private:
    /// The separator that the header line uses most; spreadsheets differ.
    static char separatorOf(const std::string& header) {
        const auto count = [&](char c) { return std::ranges::count(header, c); };
        const char best = count('\t') > count(',') ? '\t' : ',';
        return count(';') > count(best) ? ';' : best;
    }

    std::size_t parse(const std::string& line) {
        return csv_parse(&m_parser, line.data(), line.size(), &TableReader::onCell, &TableReader::onRow,
                         this);
    }

    std::optional<TableRow> ended() {
        if (csv_fini(&m_parser, &TableReader::onCell, &TableReader::onRow, this) != 0)
            m_flaw = Text{"引号没有结束", "a quotation mark is never closed"};
        if (!m_complete || m_flaw)
            return std::nullopt;
        return take();
    }

    TableRow take() {
        m_complete = false;
        m_open = 0;
        return std::exchange(m_row, {});
    }

    static void onCell(void* text, std::size_t size, void* self) {
        static_cast<TableReader*>(self)->m_row.cells.emplace_back(static_cast<const char*>(text), size);
    }
    static void onRow(int, void* self) { static_cast<TableReader*>(self)->m_complete = true; }

    csv_parser m_parser{};
    LineReader m_lines;
    TableRow m_row;
    std::size_t m_open = 0;  ///< bytes of the row so far
    bool m_complete = false;
    std::optional<Text> m_flaw;
};

/// What a column fills.
struct Column {
    std::string name;
    const schema::Field* field = nullptr;  ///< null: the org unit of the record, or nothing
    bool org = false;
    bool wan = false;  ///< its heading says that amounts are in 万元
};

bool names(const std::string& heading, const schema::Field& field) {
    return heading == field.name || heading == field.labels.zh || heading == field.labels.en;
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

class Table final : public Sheet {
public:
    Table(std::unique_ptr<std::istream> in, const schema::RecordType& type, const schema::OrgTree& tree,
          ColumnMap map)
        : m_in(std::move(in)), m_type(type), m_tree(tree), m_map(std::move(map)), m_reader(*m_in) {}

    std::optional<SheetRow> next() override {
        if (!m_headed) {
            m_headed = true;
            if (auto trouble = readHeading())
                return trouble;
        }
        while (auto row = m_reader.next())
            if (std::ranges::any_of(row->cells,
                                    [](const std::string& cell) { return !trimmed(cell).empty(); }))
                return recordOf(*row);
        return flawed();
    }

private:
    std::optional<SheetRow> flawed() const {
        if (!m_reader.flaw())
            return std::nullopt;
        SheetRow row;
        row.line = m_reader.line();
        row.errors.push_back({row.line, "", *m_reader.flaw()});
        row.last = true;
        return row;
    }

    std::optional<SheetRow> readHeading() {
        const auto heading = m_reader.next();
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
        for (const std::string& cell : heading->cells) {
            Column column = columnOf(trimmed(cell));
            const bool twice = std::ranges::any_of(m_columns, [&](const Column& other) {
                return (column.field != nullptr && other.field == column.field) || (column.org && other.org);
            });
            const bool left = m_map.contains(column.name) && m_map.at(column.name).empty();
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
        return row.errors.empty() ? std::nullopt : std::optional(std::move(row));
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

    SheetRow recordOf(const TableRow& cells) const {
        SheetRow row;
        row.line = cells.line;
        if (cells.cells.size() > m_columns.size())
            row.errors.push_back(
                {row.line, "", {"这一行的列比表头多", "this row has more cells than the heading"}});
        for (std::size_t i = 0; i < std::min(cells.cells.size(), m_columns.size()); ++i)
            place(m_columns[i], cells.cells[i], row);
        return row;
    }

    void place(const Column& column, const std::string& text, SheetRow& row) const {
        static const schema::Field kOrg = fieldOfKind(schema::FieldKind::Org);
        if (column.field == nullptr && !column.org)
            return;
        const schema::Field& field = column.org ? kOrg : *column.field;
        const bool wan = column.wan && field.kind == schema::FieldKind::Money && !trimmed(text).empty();
        auto value = cellValue(field, wan ? trimmed(text) + "万元" : text, m_tree);
        const std::string name = column.org ? "org" : field.name;
        if (!value)
            row.errors.push_back({row.line, name, value.error().message});
        else if (!value->is_null())
            row.fields[name] = std::move(value).value();
    }

    std::unique_ptr<std::istream> m_in;
    const schema::RecordType& m_type;
    const schema::OrgTree& m_tree;
    ColumnMap m_map;
    TableReader m_reader;
    std::vector<Column> m_columns;
    bool m_headed = false;
};

}  // namespace

std::unique_ptr<Sheet> openTable(std::unique_ptr<std::istream> in, const schema::RecordType& type,
                                 const schema::OrgTree& tree, const ColumnMap& map) {
    return std::make_unique<Table>(std::move(in), type, tree, map);
}

}  // namespace fayi::station
