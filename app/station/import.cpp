// SPDX-License-Identifier: Apache-2.0
// Import: every row is read and judged before the first is written.
#include "fayi/station/station.h"
#include "sheet.h"

namespace fayi::station {
namespace {

/// Rows of one file: a year of a whole district. They are one transaction, so they are held in memory.
constexpr std::size_t kMostRows = 100'000;
/// Errors a person can work through; after so many the rest of the file is not looked at.
constexpr std::size_t kMostErrors = 1000;

}  // namespace

Result<ImportReport> Station::import(const std::string& type, const std::filesystem::path& file,
                                     const std::filesystem::path& map, bool dryRun, bool partial) {
    m_refused.clear();
    FAYI_LET(known, typeFor(type));
    FAYI_LET(columns, readColumnMap(map));
    const schema::OrgTree tree = orgTree();
    FAYI_LET(sheet, openSheet(file, *known, tree, columns));
    ImportReport report;
    std::vector<store::Save> saves;
    while (auto row = sheet->next()) {
        if (row->errors.empty()) {
            auto save = planNew(*known, std::move(row->fields), {});
            if (save)
                saves.push_back(std::move(save).value());
            else if (save.error().code != ErrorCode::Validation)
                return save.error();
            for (const schema::Problem& problem : std::exchange(m_refused, {}))
                row->errors.push_back({row->line, problem.field, problem.message});
        }
        if (!row->errors.empty())
            ++report.skipped;
        std::ranges::move(row->errors, std::back_inserter(report.errors));
        if (saves.size() > kMostRows)
            return Error{ErrorCode::Usage,
                         {"文件行数过多，请分成几个文件", "the file has too many rows; divide it"}};
        if (row->last || report.errors.size() >= kMostErrors)
            break;
    }
    if (!report.errors.empty() && !partial) {
        report.skipped += saves.size();
        return report;
    }
    report.created = saves.size();
    return dryRun ? report : saveImported(saves, std::move(report), partial);
}

Result<ImportReport> Station::saveImported(const std::vector<store::Save>& saves, ImportReport report,
                                           bool partial) {
    const std::size_t step = partial ? kBatch : saves.size();
    for (std::size_t begin = 0; begin < saves.size(); begin += step) {
        const auto end = std::min(begin + step, saves.size());
        FAYI_TRY(m_store->save(m_person.number, {saves.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 saves.begin() + static_cast<std::ptrdiff_t>(end)}));
    }
    renewPerson();
    return report;
}

}  // namespace fayi::station
