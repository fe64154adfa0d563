// SPDX-License-Identifier: Apache-2.0
#include "sheet.h"

#include <fstream>

#include "fayi/station/parse.h"
#include "rows.h"

namespace fayi::station {
namespace {

constexpr std::size_t kMostMapBytes = 1u << 20;

/// Records as JSON, one on each line.
class JsonLines final : public Sheet {
public:
    JsonLines(std::unique_ptr<std::istream> in, ColumnMap map)
        : m_in(std::move(in)), m_map(std::move(map)), m_lines(*m_in) {}

    std::optional<SheetRow> next() override {
        while (auto line = m_lines.next()) {
            SheetRow row;
            row.line = m_lines.line();
            if (const auto flaw = m_lines.flaw()) {
                row.errors.push_back({row.line, "", *flaw});
                row.last = true;
                return row;
            }
            if (line->find_first_not_of(" \t\r\n") == std::string::npos)
                continue;
            row.cells = {line->substr(0, line->find_last_not_of("\r\n") + 1)};
            auto json = parseJson(*line);
            if (json)
                row.fields = renamed(std::move(json).value());
            else
                row.errors.push_back({row.line, "", json.error().message});
            return row;
        }
        return std::nullopt;
    }

private:
    Json renamed(Json record) const {
        if (m_map.empty() || !record.is_object())
            return record;
        Json out = Json::object();
        for (auto& [key, value] : record.items()) {
            const auto field = m_map.find(key);
            if (field == m_map.end())
                out[key] = std::move(value);
            else if (!field->second.empty())
                out[field->second] = std::move(value);
        }
        return out;
    }

    std::unique_ptr<std::istream> m_in;
    ColumnMap m_map;
    LineReader m_lines;
};

}  // namespace

std::optional<std::string> LineReader::next() {
    std::string line;
    m_flaw.reset();
    for (int c = m_in.get(); c != std::char_traits<char>::eof(); c = m_in.get()) {
        line += static_cast<char>(c);
        if (c == '\n')
            break;
        if (line.size() > kMostBytes) {
            m_flaw = Text{"这一行过长，不像是一条记录", "this line is too long for a record"};
            break;
        }
    }
    if (line.empty())
        return std::nullopt;
    ++m_line;
    if (m_line == 1 && line.starts_with("\xEF\xBB\xBF"))
        line.erase(0, 3);
    if (!m_flaw && !isUtf8(line))
        m_flaw = Text{"文件不是 UTF-8 编码；在 Excel 或 WPS 中请另存为“CSV UTF-8”",
                      "the file is not UTF-8; save it as \"CSV UTF-8\" in the spreadsheet"};
    return line;
}

Result<ColumnMap> readColumnMap(const std::filesystem::path& file) {
    ColumnMap out;
    if (file.empty())
        return out;
    FAYI_LET(text, readSmallFile(file, kMostMapBytes));
    FAYI_LET(json, parseJson(text));
    const Error shape{ErrorCode::Usage,
                      {"列对照应为 JSON 对象 {\"列名\":\"字段\"}：" + file.string(),
                       "the map must be a JSON object {\"column\":\"field\"}: " + file.string()}};
    if (!json.is_object())
        return shape;
    for (const auto& [column, field] : json.items()) {
        if (!field.is_string() && !field.is_null())
            return shape;
        out[column] = field.is_null() ? std::string() : field.get<std::string>();
    }
    return out;
}

std::unique_ptr<Sheet> openJsonLines(std::unique_ptr<std::istream> in, const ColumnMap& map) {
    return std::make_unique<JsonLines>(std::move(in), map);
}

Result<std::unique_ptr<Sheet>> openSheet(const std::filesystem::path& file, const std::string& sheet,
                                         const schema::RecordType& type, const schema::OrgTree& tree,
                                         const ColumnMap& map) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool lines = ending == ".jsonl" || ending == ".ndjson";
    const bool workbook = ending == ".xlsx" || ending == ".xlsm";
    if (!lines && !workbook && ending != ".csv" && ending != ".tsv" && ending != ".txt")
        return Error{
            ErrorCode::Usage,
            {"只能导入 .xlsx、.csv 和 .jsonl 文件；.xls 请另存为 .xlsx：" + file.string(),
             "only .xlsx, .csv and .jsonl files can be imported; save an .xls as .xlsx: " + file.string()}};
    std::error_code failure;
    auto in = std::make_unique<std::ifstream>(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file, failure) || !*in)
        return Error{ErrorCode::Usage, {"无法打开文件 " + file.string(), "cannot open " + file.string()}};
    if (workbook) {
        FAYI_LET(rows, openWorkbookRows(file, sheet));
        return openTable(std::move(rows), type, tree, map);
    }
    if (!sheet.empty())
        return Error{ErrorCode::Usage, {"只有 .xlsx 文件有工作表", "only an .xlsx file has sheets"}};
    return lines ? openJsonLines(std::move(in), map) : openTable(openCsvRows(std::move(in)), type, tree, map);
}

}  // namespace fayi::station
