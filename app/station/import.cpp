// SPDX-License-Identifier: Apache-2.0
// Import: every row is read and judged before the first is written.
#include <map>

#include "fayi/base/crypto.h"
#include "fayi/station/json.h"
#include "fayi/station/station.h"
#include "fayi/store/books.h"
#include "sheet.h"

namespace fayi::station {
namespace {

/// Rows of one file: a year of a whole district. They are one transaction, so they are held in memory.
constexpr std::size_t kMostRows = 100'000;
constexpr std::size_t kDigestBytes = 16;

/// Tells the rows of files apart by what they say. The second of two equal rows of one file is another record
/// than the first, in every file.
class RowDigests {
public:
    explicit RowDigests(const std::string& type) : m_type(type) {}
    Bytes of(const Json& fields) {
        const std::string content = lineOf(Json::array({m_type, fields}));
        const int nth = ++m_seen[blake2b(content, {}, kDigestBytes)];
        return blake2b(content + "\n" + std::to_string(nth), {}, kDigestBytes);
    }

private:
    std::string m_type;
    std::map<Bytes, int> m_seen;
};

}  // namespace

Result<ImportReport> Station::import(const ImportWish& wish) {
    m_refused.clear();
    FAYI_LET(known, typeFor(wish.type));
    FAYI_LET(columns, readColumnMap(wish.map));
    for (const auto& [column, field] : wish.columns)
        columns[column] = field;
    const schema::OrgTree tree = orgTree();
    FAYI_LET(sheet, openSheet(wish.file, wish.sheet, *known, tree, columns));
    ImportReport report;
    RowDigests digests(wish.type);
    std::vector<store::Save> saves;
    while (auto row = sheet->next()) {
        if (row->errors.empty()) {
            const Bytes digest = digests.of(row->fields);
            if (wish.dryRun && report.preview.size() < ImportReport::kPreview)
                report.preview.push_back(row->fields);
            auto save = planNew(*known, std::move(row->fields), {});
            if (save) {
                save->imported = digest;
                saves.push_back(std::move(save).value());
            } else if (save.error().code != ErrorCode::Validation) {
                return save.error();
            }
            for (const schema::Problem& problem : std::exchange(m_refused, {}))
                row->errors.push_back({row->line, problem.field, problem.message});
        }
        if (!row->errors.empty()) {
            ++report.skipped;
            if (!row->cells.empty())
                report.rejected.push_back({row->line, std::move(row->cells)});
        }
        std::ranges::move(row->errors, std::back_inserter(report.errors));
        if (wish.stop.stop_requested())
            return Error{ErrorCode::Usage, {"已停止，什么都没有写入", "stopped; nothing was written"}};
        if (saves.size() > kMostRows)
            return Error{ErrorCode::Usage,
                         {"文件行数过多，请分成几个文件", "the file has too many rows; divide it"}};
        if (row->last || report.errors.size() >= ImportReport::kMostErrors)
            break;
    }
    report.columns = sheet->columns();
    FAYI_TRY(leaveOutMade(saves, report));
    if (!report.errors.empty() && !wish.partial) {
        report.skipped += saves.size();
        return report;
    }
    report.created = saves.size();
    return wish.dryRun ? report : saveImported(saves, std::move(report), wish.partial);
}

/// Rows of which a record was made before are skipped.
Status Station::leaveOutMade(std::vector<store::Save>& saves, ImportReport& report) const {
    std::vector<Bytes> digests;
    for (const store::Save& save : saves)
        digests.push_back(save.imported);
    FAYI_LET(books, store::Books::open(m_store->folder(), m_clock));
    FAYI_LET(made, books->made(digests));
    report.already =
        std::erase_if(saves, [&](const store::Save& save) { return made.contains(save.imported); });
    report.skipped += report.already;
    return {};
}

Result<ImportReport> Station::saveImported(const std::vector<store::Save>& saves, ImportReport report,
                                           bool partial) {
    const std::size_t step = partial ? kBatch : saves.size();
    for (std::size_t begin = 0; begin < saves.size(); begin += step) {
        const auto end = std::min(begin + step, saves.size());
        FAYI_LET(made, m_store->save(m_person.number, {saves.begin() + static_cast<std::ptrdiff_t>(begin),
                                                       saves.begin() + static_cast<std::ptrdiff_t>(end)}));
        report.made.insert(report.made.end(), made.begin(), made.end());
    }
    renewPerson();
    return report;
}

}  // namespace fayi::station
