// SPDX-License-Identifier: Apache-2.0
// Workbooks, by libxlsxwriter in its mode of constant memory: rows go to temporary files as they come.
#include <xlsxwriter.h>

#include <algorithm>
#include <set>

#include "fayi/base/text.h"
#include "fayi/sheets/writer.h"

namespace fayi::sheets {
namespace {

constexpr std::size_t kNameLength = 31;
/// Code units of UTF-16 in one cell.
constexpr std::size_t kTextLength = 32'767;

bool isForbidden(char32_t c) {
    return c < U' ' || std::u32string_view(U"[]:*?/\\'").find(c) != std::u32string_view::npos;
}

/// The names that the format takes: short, none twice.
std::string nameFor(const std::string& wanted, std::set<std::string>& taken) {
    std::u32string points = codePoints(wanted);
    std::ranges::replace_if(points, isForbidden, U' ');
    if (points.empty())
        points = U"Sheet";
    for (int number = 1;; ++number) {
        const std::u32string tail = number == 1 ? std::u32string() : codePoints(" " + std::to_string(number));
        std::string name = toUtf8(points.substr(0, kNameLength - tail.size()) + tail);
        if (taken.insert(name).second)
            return name;
    }
}

std::size_t unitsOf(std::string_view text) {
    std::size_t units = 0;
    for (const char32_t c : codePoints(text))
        units += c > 0xFFFF ? 2 : 1;
    return units;
}

/// "2026-03-01" and "14:30" in the places of a date and time; false if they do not read so.
bool parse(const Cell& cell, lxw_datetime& out) {
    const bool hasDate = cell.kind != Cell::Kind::Time;
    const std::string day = hasDate ? cell.text.substr(0, 10) : std::string();
    if (hasDate && (!daysOf(day) || day < "1900-01-01"))
        return false;
    if (hasDate)
        out = {
            std::stoi(day.substr(0, 4)), std::stoi(day.substr(5, 2)), std::stoi(day.substr(8, 2)), 0, 0, 0};
    if (cell.kind == Cell::Kind::Date)
        return cell.text.size() == 10;
    const std::string time =
        hasDate ? cell.text.substr(std::min<std::size_t>(11, cell.text.size())) : cell.text;
    const auto digit = [&](std::size_t at) { return time[at] >= '0' && time[at] <= '9'; };
    if (time.size() != 5 || time[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return false;
    out.hour = std::stoi(time.substr(0, 2));
    out.min = std::stoi(time.substr(3));
    return out.hour < 24 && out.min < 60;
}

class XlsxWriter final : public BookWriter {
public:
    XlsxWriter(const std::filesystem::path& file, std::vector<SheetPlan> sheets, Millis made)
        : m_name(file.string()), m_plans(std::move(sheets)), m_rows(m_plans.size(), 0) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.use_zip64 = LXW_TRUE;
        m_book = workbook_new_opt(m_name.c_str(), &options);
        if (m_book == nullptr)
            return;
        lxw_doc_properties properties{};
        properties.created = static_cast<time_t>(made.count() / 1000);
        workbook_set_properties(m_book, &properties);
        makeFormats();
        std::set<std::string> taken;
        for (const SheetPlan& plan : m_plans)
            addSheet(plan, nameFor(plan.name, taken));
    }
    ~XlsxWriter() override {
        if (m_book != nullptr)
            workbook_close(m_book);
    }
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    bool opened() const { return m_book != nullptr && !m_sheets.empty(); }

    Status add(std::size_t sheet, const std::vector<Cell>& row) override {
        if (m_rows[sheet] >= kMostRows)
            return Error{ErrorCode::Usage,
                         {"记录太多，一张工作表放不下；请加筛选条件",
                          "too many rows for one sheet; narrow the filter"}};
        const auto number = static_cast<lxw_row_t>(++m_rows[sheet]);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool wrap = i < m_plans[sheet].columns.size() && m_plans[sheet].columns[i].wrap;
            FAYI_TRY(write(m_sheets[sheet], number, static_cast<lxw_col_t>(i), row[i], wrap));
        }
        return {};
    }

    Status finish() override {
        for (std::size_t i = 0; i < m_sheets.size(); ++i)
            if (!m_plans[i].columns.empty())
                worksheet_autofilter(m_sheets[i], 0, 0, static_cast<lxw_row_t>(m_rows[i]),
                                     static_cast<lxw_col_t>(m_plans[i].columns.size() - 1));
        return told(workbook_close(std::exchange(m_book, nullptr)));
    }

private:
    void makeFormats() {
        const auto made = [this](const char* numbers) {
            lxw_format* format = workbook_add_format(m_book);
            if (numbers != nullptr)
                format_set_num_format(format, numbers);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            return format;
        };
        m_heading = made(nullptr);
        format_set_bold(m_heading);
        format_set_text_wrap(m_heading);
        format_set_bg_color(m_heading, 0xE7EDF3);
        format_set_border(m_heading, LXW_BORDER_THIN);
        m_text = made("@");
        m_wrapped = made("@");
        format_set_text_wrap(m_wrapped);
        m_number = made(nullptr);
        m_fen = made("#,##0.00");
        m_date = made("yyyy-mm-dd");
        m_time = made("hh:mm");
        m_dateTime = made("yyyy-mm-dd hh:mm");
    }

    void addSheet(const SheetPlan& plan, const std::string& name) {
        lxw_worksheet* sheet = workbook_add_worksheet(m_book, name.c_str());
        if (sheet == nullptr)
            return;
        m_sheets.push_back(sheet);
        lxw_col_t number = 0;
        for (const Column& column : plan.columns) {
            worksheet_set_column(sheet, number, number, column.width, nullptr);
            worksheet_write_string(sheet, 0, number++, column.heading.c_str(), m_heading);
        }
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);  // A4
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_repeat_rows(sheet, 0, 0);
    }

    Status write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, bool wrap) {
        switch (cell.kind) {
            case Cell::Kind::Empty:
                return {};
            case Cell::Kind::Whole:
                return told(
                    worksheet_write_number(sheet, row, column, static_cast<double>(cell.whole), m_number));
            case Cell::Kind::Real:
                return told(worksheet_write_number(sheet, row, column, cell.real, m_number));
            case Cell::Kind::Fen:
                return told(
                    worksheet_write_number(sheet, row, column, static_cast<double>(cell.whole) / 100, m_fen));
            case Cell::Kind::Date:
            case Cell::Kind::Time:
            case Cell::Kind::DateTime:
                if (lxw_datetime when{}; parse(cell, when)) {
                    lxw_format* format = cell.kind == Cell::Kind::Date   ? m_date
                                         : cell.kind == Cell::Kind::Time ? m_time
                                                                         : m_dateTime;
                    return told(worksheet_write_datetime(sheet, row, column, &when, format));
                }
                break;
            case Cell::Kind::Text:
                break;
        }
        if (cell.text.empty())
            return {};
        if (unitsOf(cell.text) > kTextLength)
            return Error{ErrorCode::Usage,
                         {"内容过长，电子表格的一格放不下：" + prefixOf(cell.text, 20) + "…",
                          "a text is too long for one cell: " + prefixOf(cell.text, 20) + "…"}};
        return told(worksheet_write_string(sheet, row, column, cell.text.c_str(), wrap ? m_wrapped : m_text));
    }

    Status told(lxw_error error) const {
        if (error == LXW_NO_ERROR)
            return {};
        return Error{ErrorCode::Io,
                     {"无法写文件 " + m_name + "：" + lxw_strerror(error),
                      "cannot write " + m_name + ": " + lxw_strerror(error)}};
    }

    std::string m_name;
    std::vector<SheetPlan> m_plans;
    std::vector<std::size_t> m_rows;
    lxw_workbook* m_book = nullptr;
    std::vector<lxw_worksheet*> m_sheets;
    lxw_format *m_heading = nullptr, *m_text = nullptr, *m_wrapped = nullptr, *m_number = nullptr,
               *m_fen = nullptr, *m_date = nullptr, *m_time = nullptr, *m_dateTime = nullptr;
};

}  // namespace

Result<std::unique_ptr<BookWriter>> newXlsx(const std::filesystem::path& file, std::vector<SheetPlan> sheets,
                                            Millis made) {
    auto writer = std::make_unique<XlsxWriter>(file, std::move(sheets), made);
    if (!writer->opened())
        return Error{ErrorCode::Io, {"无法写文件 " + file.string(), "cannot write " + file.string()}};
    return std::unique_ptr<BookWriter>(std::move(writer));
}

}  // namespace fayi::sheets
