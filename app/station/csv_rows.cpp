// SPDX-License-Identifier: Apache-2.0
// Text tables, read by libcsv (RFC 4180).
#include <csv.h>

#include <algorithm>
#include <istream>

#include "rows.h"

namespace fayi::station {
namespace {

/// Feeds a file to the parser line by line and hands out rows.
class CsvRows final : public RowSource {
public:
    explicit CsvRows(std::unique_ptr<std::istream> in) : m_in(std::move(in)), m_lines(*m_in) {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    }
    ~CsvRows() override { csv_free(&m_parser); }
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;

    /// Nothing at the end or at a flaw.
    std::optional<TableRow> next() override {
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

    std::size_t line() const override { return m_lines.line(); }
    const std::optional<Text>& flaw() const override { return m_flaw; }

private:
    /// The separator that the header line uses most; spreadsheets differ.
    static char separatorOf(const std::string& header) {
        const auto count = [&](char c) { return std::ranges::count(header, c); };
        const char best = count('\t') > count(',') ? '\t' : ',';
        return count(';') > count(best) ? ';' : best;
    }

    std::size_t parse(const std::string& line) {
        return csv_parse(&m_parser, line.data(), line.size(), &CsvRows::onCell, &CsvRows::onRow, this);
    }

    std::optional<TableRow> ended() {
        if (csv_fini(&m_parser, &CsvRows::onCell, &CsvRows::onRow, this) != 0)
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
        static_cast<CsvRows*>(self)->m_row.cells.emplace_back(static_cast<const char*>(text), size);
    }
    static void onRow(int, void* self) { static_cast<CsvRows*>(self)->m_complete = true; }

    std::unique_ptr<std::istream> m_in;
    csv_parser m_parser{};
    LineReader m_lines;
    TableRow m_row;
    std::size_t m_open = 0;  ///< bytes of the row so far
    bool m_complete = false;
    std::optional<Text> m_flaw;
};

}  // namespace

std::unique_ptr<RowSource> openCsvRows(std::unique_ptr<std::istream> in) {
    return std::make_unique<CsvRows>(std::move(in));
}

}  // namespace fayi::station
