// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "fayi/sheets/writer.h"

namespace fayi::sheets {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// First characters by which spreadsheets know a formula, full-width forms among them.
constexpr std::string_view kFormulaStarts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool looksLikeFormula(std::string_view text) {
    for (const std::string_view start : kFormulaStarts)
        if (text.starts_with(start))
            return true;
    return false;
}

std::string written(const Cell& cell) {
    std::string text = plainText(cell);
    if (cell.kind == Cell::Kind::Text && looksLikeFormula(text))
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n\t") == std::string::npos && !text.starts_with(' ') &&
        !text.ends_with(' '))
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

class CsvWriter final : public BookWriter {
public:
    CsvWriter(const std::filesystem::path& file, const SheetPlan& plan)
        : m_name(file.string()), m_out(file, std::ios::binary | std::ios::trunc) {
        m_out << kByteOrderMark;
        std::vector<Cell> headings;
        for (const Column& column : plan.columns)
            headings.push_back(Cell::ofText(column.heading));
        write(headings);
    }

    bool opened() const { return m_out.good(); }

    Status add(std::size_t, const std::vector<Cell>& row) override {
        if (++m_rows > kMostRows)
            return Error{
                ErrorCode::Usage,
                {"记录太多，一个表格放不下；请加筛选条件", "too many rows for one table; narrow the filter"}};
        write(row);
        return good();
    }

    Status finish() override {
        m_out.flush();
        return good();
    }

private:
    void write(const std::vector<Cell>& row) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += (i == 0 ? "" : ",") + written(row[i]);
        m_out << line << "\r\n";
    }

    Status good() const {
        if (m_out)
            return {};
        return Error{ErrorCode::Io, {"无法写文件 " + m_name, "cannot write " + m_name}};
    }

    std::string m_name;
    std::ofstream m_out;
    std::size_t m_rows = 0;
};

}  // namespace

Result<std::unique_ptr<BookWriter>> newCsv(const std::filesystem::path& file, const SheetPlan& sheet) {
    auto writer = std::make_unique<CsvWriter>(file, sheet);
    if (!writer->opened())
        return Error{ErrorCode::Io, {"无法写文件 " + file.string(), "cannot write " + file.string()}};
    return std::unique_ptr<BookWriter>(std::move(writer));
}

}  // namespace fayi::sheets
