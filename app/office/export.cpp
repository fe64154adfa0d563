// SPDX-License-Identifier: Apache-2.0
#include "fayi/office/export.h"

#include "columns.h"
#include "fayi/base/clock.h"
#include "fayi/station/json.h"
#include "fayi/station/where.h"
#include "fayi/station/words.h"
#include "ledger.h"

namespace fayi::office {
namespace {

using schema::Field;
using schema::FieldKind;
using sheets::Cell;
using station::Json;
using station::Record;

constexpr std::size_t kPageRows = 250;

/// The rows of one export: a sheet of records, and one for each list of items where the file has several.
class Listing {
public:
    Listing(std::vector<const Field*> fields, Columns columns, const schema::RecordType& type,
            const schema::OrgTree& tree, Language language, bool severalSheets)
        : m_fields(std::move(fields)), m_columns(columns), m_tree(tree), m_language(language) {
        sheets::SheetPlan main{type.labels.in(language), fixedColumns()};
        for (const Field* field : m_fields)
            main.columns.push_back(m_columns.heading(*field));
        m_plans.push_back(std::move(main));
        for (const Field* field : m_fields)
            if (severalSheets && field->kind == FieldKind::Items)
                addItemsSheet(*field);
    }

    const std::vector<sheets::SheetPlan>& plans() const { return m_plans; }

    Status write(sheets::BookWriter& book, const Record& record) const {
        std::vector<Cell> row{Cell::ofText(toText(record.id)),
                              Cell::ofText(m_tree.pathName(record.view.org, m_language)),
                              Cell::ofText(station::stateWords(record.view.state).in(m_language))};
        for (const Field* field : m_fields)
            row.push_back(m_columns.cell(*field, record.view.fields.value(field->name, Json())));
        FAYI_TRY(book.add(0, row));
        for (std::size_t sheet = 0; sheet < m_lists.size(); ++sheet)
            FAYI_TRY(writeItems(book, sheet, record));
        return {};
    }

private:
    std::string say(const char* zh, const char* en) const { return m_language == Language::Zh ? zh : en; }

    std::vector<sheets::Column> fixedColumns() const {
        return {{say("记录编号", "Record id"), 20},
                {say("所属机构", "Org unit"), 22},
                {say("记录状态", "Record state"), 11}};
    }

    void addItemsSheet(const Field& list) {
        sheets::SheetPlan plan{list.labels.in(m_language),
                               {{say("记录编号", "Record id"), 20}, {say("序号", "No."), 7}}};
        for (const Field* inner : m_columns.innerFields(list))
            plan.columns.push_back(m_columns.heading(*inner));
        m_lists.push_back(&list);
        m_plans.push_back(std::move(plan));
    }

    Status writeItems(sheets::BookWriter& book, std::size_t sheet, const Record& record) const {
        const Field& list = *m_lists[sheet];
        std::int64_t number = 0;
        for (const Json& item : record.view.fields.value(list.name, Json::array())) {
            std::vector<Cell> row{Cell::ofText(toText(record.id)), Cell::ofWhole(++number)};
            for (const Field* inner : m_columns.innerFields(list))
                row.push_back(m_columns.cell(*inner, item.value(inner->name, Json())));
            FAYI_TRY(book.add(sheet + 1, row));
        }
        return {};
    }

    std::vector<const Field*> m_fields;
    Columns m_columns;
    const schema::OrgTree& m_tree;
    Language m_language;
    std::vector<sheets::SheetPlan> m_plans;
    std::vector<const Field*> m_lists;
};

Status checkWish(const ExportWish& wish) {
    if (wish.identified && wish.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return Error{
            ErrorCode::Usage,
            {"导出可识别个人的名单须写明理由：--reason", "an export that names persons needs a --reason"}};
    return checkReason(wish.reason);
}

Status writeAll(const station::Station& station, station::ListQuery query, const Listing& listing,
                sheets::BookWriter& book, const std::stop_token& stop, ExportDone& done) {
    while (true) {
        if (stop.stop_requested())
            return Error{ErrorCode::Usage, {"已停止，没有写出文件", "stopped; no file was written"}};
        FAYI_LET(page, station.records(query));
        for (const Record& record : page) {
            if (!record.view.restricted)
                FAYI_TRY(listing.write(book, record));
            ++(record.view.restricted ? done.restricted : done.records);
        }
        if (page.size() < query.limit)
            return {};
        query.after = page.back().id;
    }
}

store::ExportEntry entryOf(const station::Station& station, const ExportWish& wish, const ExportDone& done) {
    store::ExportEntry out = entryBy(station, wish.file, done.sha256);
    out.type = wish.type;
    out.filter = wish.where;
    out.words = wish.words;
    out.fields = done.fields;
    out.records = done.records;
    out.identified = wish.identified;
    out.reason = wish.reason;
    return out;
}

}  // namespace

Result<ExportDone> exportList(station::Station& station, const ExportWish& wish, const Clock& clock) {
    FAYI_TRY(checkWish(wish));
    FAYI_LET(workbook, isWorkbook(wish.file));
    const schema::RecordType* type = station.catalog().type(wish.type);
    if (type == nullptr || type->reference)
        return Error{ErrorCode::Usage,
                     {"没有这种记录：" + wish.type, "there is no record type " + wish.type}};
    station::ListQuery query;
    query.type = wish.type;
    query.text = wish.words;
    query.order = wish.order;
    query.limit = kPageRows;
    FAYI_TRY(station::addWhere(query, wish.where, station));
    FAYI_LET(chosen, chosenFields(*type, wish.fields));
    const Columns columns(wish.identified, wish.language, station.orgTree());
    ExportDone done;
    std::vector<const Field*> fields;
    for (const Field* field : chosen) {
        if (columns.of(*field) == Openness::LeftOut) {
            done.leftOut.push_back(field->name);
            continue;
        }
        if (columns.of(*field) == Openness::Masked)
            done.masked.push_back(field->name);
        done.fields.push_back(field->name);
        fields.push_back(field);
    }
    const Listing listing(std::move(fields), columns, *type, station.orgTree(), wish.language, workbook);
    FAYI_LET(file, NewFile::at(wish.file));
    {
        FAYI_LET(book, workbook ? sheets::newXlsx(file.draft(), listing.plans(), clock.now())
                                : sheets::newCsv(file.draft(), listing.plans().front()));
        FAYI_TRY(writeAll(station, query, listing, *book, wish.stop, done));
        FAYI_TRY(book->finish());
    }
    FAYI_LET(sha256, file.sha256());
    done.sha256 = std::move(sha256);
    FAYI_TRY(noteInLedger(station, entryOf(station, wish, done), clock));
    FAYI_TRY(file.keep());
    return done;
}

Result<std::vector<store::ExportEntry>> exportLedger(station::Station& station, const Clock& clock) {
    FAYI_LET(books, store::Books::open(station.store().folder(), clock));
    return books->exports();
}

Text nameOfExported(const store::ExportEntry& entry, const schema::Catalog& catalog) {
    if (entry.type == kBoardExport)
        return {"单位情况", "the board of units"};
    if (entry.type == "subject")
        return {"给本人的副本", "a copy for the person"};
    const schema::RecordType* type = catalog.type(entry.type);
    return type == nullptr ? Text{entry.type, entry.type} : type->labels;
}

Json toJson(const store::ExportEntry& entry) {
    return {{"number", entry.number},
            {"at", toIsoChina(entry.at)},
            {"by", {{"person", entry.personId}, {"name", entry.personName}}},
            {"type", entry.type},
            {"where", entry.filter},
            {"text", entry.words},
            {"fields", entry.fields},
            {"records", entry.records},
            {"identified", entry.identified},
            {"reason", entry.reason},
            {"file", entry.file},
            {"sha256", entry.sha256}};
}

Json toJson(const ExportWish& wish, const ExportDone& done) {
    Json out{{"file", wish.file.string()}, {"records", done.records}, {"sha256", done.sha256},
             {"fields", done.fields},      {"masked", done.masked},   {"left_out", done.leftOut}};
    if (done.restricted > 0)
        out["restricted"] = done.restricted;
    return out;
}

}  // namespace fayi::office
