// SPDX-License-Identifier: Apache-2.0
// The board of units as a file.
#include "fayi/base/clock.h"
#include "fayi/sheets/writer.h"
#include "ledger.h"

namespace fayi::office {
namespace {

using sheets::Cell;
using station::BoardRow;

std::vector<sheets::Column> columns(Language language) {
    const std::vector<std::pair<Text, double>> heads{
        {{"单位", "Unit"}, 30},
        {{"记录", "Records"}, 10},
        {{"待审核", "Submitted"}, 10},
        {{"已审核", "Verified"}, 10},
        {{"已退回", "Returned"}, 10},
        {{"最近一条的日期", "Last day recorded"}, 16},
        {{"最近收到修改", "Last heard of"}, 18},
        {{"本单位最近上报", "Last reported by itself"}, 18},
        {{"村(社区)数", "Villages"}, 12},
        {{"久未服务的村(社区)", "Villages without a recent visit"}, 20},
        {{"最久未服务：上次服务日", "Longest ago visited on"}, 22},
        {{"已锁定至", "Locked until"}, 14}};
    std::vector<sheets::Column> out;
    for (const auto& [head, width] : heads)
        out.push_back({head.in(language), width, false});
    return out;
}

std::vector<Cell> cellsOf(const BoardRow& row, const schema::OrgTree& tree, Language language) {
    const auto whole = [](std::uint64_t count) { return Cell::ofWhole(static_cast<std::int64_t>(count)); };
    return {Cell::ofText(tree.pathName(row.org, language)),
            whole(row.records),
            whole(row.submitted),
            whole(row.verified),
            whole(row.returned),
            Cell::ofDate(row.lastDay),
            row.heard == Millis(0) ? Cell() : Cell::ofDateTime(toIsoChina(row.heard).substr(0, 16)),
            Cell::ofDate(row.reported),
            whole(row.villages),
            whole(row.silent),
            Cell::ofDate(row.oldestVisit),
            Cell::ofDate(row.lockedUntil)};
}

}  // namespace

Result<ExportDone> exportBoard(station::Station& station, const std::vector<BoardRow>& rows,
                               const station::BoardQuestion& question, const std::filesystem::path& file,
                               Language language, const Clock& clock) {
    FAYI_LET(workbook, isWorkbook(file));
    const sheets::SheetPlan plan{question.from + " – " + question.to, columns(language)};
    FAYI_LET(made, NewFile::at(file));
    {
        FAYI_LET(book, workbook ? sheets::newXlsx(made.draft(), {plan}, clock.now())
                                : sheets::newCsv(made.draft(), plan));
        for (const BoardRow& row : rows)
            FAYI_TRY(book->add(0, cellsOf(row, station.orgTree(), language)));
        FAYI_TRY(book->finish());
    }
    ExportDone done;
    done.records = rows.size();
    FAYI_LET(sha256, made.sha256());
    done.sha256 = std::move(sha256);
    store::ExportEntry entry = entryBy(station, file, done.sha256);
    entry.type = kBoardExport;
    const std::string unit = question.parent.empty() ? station::Board(station).root() : question.parent;
    entry.filter = unit + " " + question.from + " – " + question.to;
    entry.records = done.records;
    FAYI_TRY(noteInLedger(station, entry, clock));
    FAYI_TRY(made.keep());
    return done;
}

}  // namespace fayi::office
