// SPDX-License-Identifier: Apache-2.0
#include "fayi/office/import_errors.h"

#include "fayi/sheets/writer.h"
#include "new_file.h"

namespace fayi::office {
namespace {

using sheets::Cell;
using station::ImportReport;

std::string labelOf(const ImportReport& report, const std::string& field) {
    for (const ImportReport::Column& column : report.columns)
        if (!field.empty() && column.field == field)
            return column.heading;
    return field;
}

std::string reasonsOf(const ImportReport& report, std::size_t row, Language language) {
    std::string out;
    for (const ImportReport::RowError& error : report.errors) {
        if (error.row != row)
            continue;
        const std::string place = labelOf(report, error.field);
        out += (out.empty() ? "" : "\n") +
               (place.empty() ? "" : place + (language == Language::Zh ? "：" : ": ")) +
               error.message.in(language);
    }
    return out;
}

sheets::SheetPlan planOf(const ImportReport& report, Language language) {
    sheets::SheetPlan plan{
        language == Language::Zh ? "未导入" : "Not imported",
        {{ImportReport::kLineHeading.in(language), 8}, {ImportReport::kWhyHeading.in(language), 50, true}}};
    for (const ImportReport::Column& column : report.columns)
        plan.columns.push_back({column.heading, 18});
    if (report.columns.empty())
        plan.columns.push_back({language == Language::Zh ? "内容" : "Content", 80, true});
    return plan;
}

}  // namespace

Status writeRejected(const ImportReport& report, const std::filesystem::path& file, Language language,
                     const Clock& clock) {
    if (file.extension() != ".xlsx")
        return Error{ErrorCode::Usage,
                     {"错误清单应为 .xlsx 文件：" + file.string(),
                      "the sheet of errors must be an .xlsx file: " + file.string()}};
    FAYI_LET(made, NewFile::at(file));
    {
        FAYI_LET(book, sheets::newXlsx(made.draft(), {planOf(report, language)}, clock.now()));
        for (const ImportReport::Rejected& rejected : report.rejected) {
            std::vector<Cell> row{Cell::ofWhole(static_cast<std::int64_t>(rejected.row)),
                                  Cell::ofText(reasonsOf(report, rejected.row, language))};
            for (const std::string& cell : rejected.cells)
                row.push_back(Cell::ofText(cell));
            FAYI_TRY(book->add(0, row));
        }
        for (const ImportReport::RowError& error :
             report.errors)  // of the heading, or of the file as a whole
            if (std::ranges::find(report.rejected, error.row, &ImportReport::Rejected::row) ==
                report.rejected.end())
                FAYI_TRY(book->add(0, {Cell::ofWhole(static_cast<std::int64_t>(error.row)),
                                       Cell::ofText(error.field + "  " + error.message.in(language))}));
        FAYI_TRY(book->finish());
    }
    return made.keep();
}

}  // namespace fayi::office
