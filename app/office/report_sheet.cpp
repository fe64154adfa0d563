// SPDX-License-Identifier: Apache-2.0
// The report as a workbook: every figure with what it rests on.
#include <cmath>

#include "fayi/sheets/writer.h"
#include "new_file.h"
#include "report_parts.h"

namespace fayi::office {
namespace {

using schema::FigureAnswer;
using schema::Style;
using sheets::Cell;

constexpr double kFenOfWan = 1'000'000;

Cell number(double value) {
    return std::trunc(value) == value && std::abs(value) < 1e15
               ? Cell::ofWhole(static_cast<std::int64_t>(value))
               : Cell::ofReal(value);
}

class Sheet {
public:
    Sheet(const ReportData& data, Language language) : m_data(data), m_language(language) {}

    std::vector<sheets::SheetPlan> plans() const {
        std::vector<sheets::Column> figures{{say("编号", "Id"), 7},
                                            {say("指标", "Figure"), 32, true},
                                            {say("数值", "Value"), 11},
                                            {say("报告用数", "As printed"), 12},
                                            {say("单位", "Unit"), 9},
                                            {say("分子", "Numerator"), 10},
                                            {say("分母", "Denominator"), 10},
                                            {say("统计口径", "Definition"), 60, true},
                                            {say("分母口径", "Denominator counts"), 40, true},
                                            {say("尚缺部分", "Not counted yet"), 40, true},
                                            {say("记录数", "Records"), 9},
                                            {say("上年同期数值", "Year before"), 13},
                                            {say("上年同期报告用数", "Year before as printed"), 17}};
        if (m_data.frozen) {
            figures.push_back({say("定稿时数值", "When closed"), 13});
            figures.push_back({say("现在数值", "Today"), 13});
        }
        return {
            {m_data.definition->labels.in(m_language), figures},
            {say("数据核对", "Checks"),
             {{say("核对", "Check"), 34, true},
              {say("指标", "Figures"), 20},
              {say("是否成立", "Holds"), 10},
              {say("数值", "Value"), 16},
              {say("说明", "Message"), 60, true}}},
            {say("无数据单位", "Units without data"), {{say("代码", "Code"), 14}, {say("单位", "Unit"), 30}}},
            {say("说明", "About"), {{say("项目", "Item"), 24}, {say("内容", "Content"), 60, true}}}};
    }

    Status write(sheets::BookWriter& book) const {
        for (std::size_t i = 0; i < m_data.figures.size(); ++i)
            FAYI_TRY(book.add(0, figureRow(i)));
        for (const schema::CheckAnswer& check : m_data.checks)
            FAYI_TRY(book.add(1, checkRow(check)));
        for (std::size_t i = 0; i < m_data.missing.size(); ++i)
            FAYI_TRY(book.add(
                2, {Cell::ofText(m_data.missing[i]), Cell::ofText(m_data.missingNames[i].in(m_language))}));
        for (const auto& [item, content] : about())
            FAYI_TRY(book.add(3, {Cell::ofText(item), Cell::ofText(content)}));
        return {};
    }

private:
    std::string say(const char* zh, const char* en) const { return m_language == Language::Zh ? zh : en; }

    const Style& styleOf(const FigureAnswer& answer) const {
        return m_data.definition->find(answer.id)->style;
    }

    /// In the unit that the report prints: percent, 万元, or as counted. Empty where nothing is to be divided
    /// by.
    Cell valueOf(const FigureAnswer& answer, double value) const {
        const Style& style = styleOf(answer);
        if (style.kind == Style::Kind::Percent)
            return answer.denominator.value_or(0) == 0 ? Cell{} : number(value * 100 / *answer.denominator);
        const bool wan = style.kind == Style::Kind::TenThousandYuan || style.inTenThousandYuan;
        return number(wan ? value / kFenOfWan : value);
    }

    std::vector<Cell> figureRow(std::size_t at) const {
        const FigureAnswer& now = m_data.figures[at];
        const FigureAnswer& before = m_data.before[at];
        std::vector<Cell> row{Cell::ofText(now.id),
                              Cell::ofText(now.labels.in(m_language)),
                              valueOf(now, now.value),
                              Cell::ofText(now.shown.in(m_language)),
                              Cell::ofText(now.unit.in(m_language)),
                              now.denominator ? number(now.value) : Cell{},
                              now.denominator ? number(*now.denominator) : Cell{},
                              Cell::ofText(now.definition.in(m_language)),
                              Cell::ofText(now.denominatorText.in(m_language)),
                              Cell::ofText(now.partial.in(m_language)),
                              Cell::ofWhole(static_cast<std::int64_t>(now.records)),
                              valueOf(before, before.value),
                              Cell::ofText(before.shown.in(m_language))};
        if (m_data.frozen) {
            const auto& stored = m_data.frozen->stored[at];
            row.push_back(stored ? valueOf(now, *stored) : Cell{});
            row.push_back(valueOf(m_data.frozen->now[at], m_data.frozen->now[at].value));
        }
        return row;
    }

    std::vector<Cell> checkRow(const schema::CheckAnswer& check) const {
        std::string figures;
        for (const std::string& id : check.check.figures)
            figures += (figures.empty() ? "" : " ") + id;
        return {Cell::ofText(check.check.labels.in(m_language)), Cell::ofText(figures),
                Cell::ofText(check.holds ? say("是", "yes") : say("否", "no")),
                Cell::ofText(check.shown.in(m_language)),
                check.matters() ? Cell::ofText(check.check.message.in(m_language)) : Cell{}};
    }

    std::vector<std::pair<std::string, std::string>> about() const {
        std::vector<std::pair<std::string, std::string>> out{
            {say("报表", "Report"), m_data.definition->labels.in(m_language)},
            {say("报表定义版本", "Version of the definition"), std::to_string(m_data.definition->version)},
            {say("单位", "Office"), m_data.office.in(m_language)},
            {say("起始日", "First day"), m_data.wish.from},
            {say("截止日", "Last day"), m_data.wish.to},
            {say("无数据单位", "Units without data"),
             std::to_string(m_data.missing.size()) + " / " + std::to_string(m_data.units)}};
        if (m_data.frozen) {
            out.emplace_back(say("定稿编号", "Closed as"), std::to_string(m_data.frozen->number));
            out.emplace_back(say("定稿时间", "Closed at"), toIsoChina(m_data.frozen->at));
            out.emplace_back(say("定稿人", "Closed by"), m_data.frozen->by);
            out.emplace_back(say("定稿后有变动的记录", "Records changed since"),
                             std::to_string(m_data.frozen->changed.size()));
        }
        return out;
    }

    const ReportData& m_data;
    Language m_language;
};

}  // namespace

Status writeSheet(const ReportData& data, const std::filesystem::path& file, Language language,
                  const Clock& clock) {
    if (file.extension() != ".xlsx")
        return Error{
            ErrorCode::Usage,
            {"数据表应为 .xlsx 文件：" + file.string(), "the sheet must be an .xlsx file: " + file.string()}};
    const Sheet sheet(data, language);
    FAYI_LET(made, NewFile::at(file));
    {
        FAYI_LET(book, sheets::newXlsx(made.draft(), sheet.plans(), clock.now()));
        FAYI_TRY(sheet.write(*book));
        FAYI_TRY(book->finish());
    }
    return made.keep();
}

}  // namespace fayi::office
