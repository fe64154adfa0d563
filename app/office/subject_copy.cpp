// SPDX-License-Identifier: Apache-2.0
#include "fayi/office/subject_copy.h"

#include "fayi/schema/describe.h"
#include "fayi/sheets/writer.h"
#include "ledger.h"

namespace fayi::office {
namespace {

using schema::Field;
using schema::FieldKind;
using sheets::Cell;
using station::Json;

/// The lines of one copy.
class Copy {
public:
    Copy(const station::Station& station, Language language) : m_station(station), m_language(language) {}

    sheets::SheetPlan plan() const {
        const auto say = [this](const char* zh, const char* en) {
            return std::string(m_language == Language::Zh ? zh : en);
        };
        return {say("个人信息副本", "Copy of personal data"),
                {{say("记录编号", "Record id"), 20},
                 {say("种类", "Type"), 16},
                 {say("日期", "Day"), 12},
                 {say("单位", "Unit"), 22},
                 {say("项目", "Field"), 18},
                 {say("内容", "Value"), 40},
                 {say("处理依据", "Why it may be kept"), 40},
                 {say("保存至", "Kept until"), 12}}};
    }

    Status add(sheets::BookWriter& book, const station::SubjectRecord& found, SubjectDone& done) const {
        const schema::RecordType& type = *m_station.catalog().type(found.record.view.type);
        const Json& fields = found.record.view.fields;
        for (const Field& field : type.fields) {
            const auto value = fields.find(field.name);
            if (value == fields.end() || field.kind == FieldKind::Attachments)
                continue;
            if (field.kind != FieldKind::Items) {
                FAYI_TRY(line(book, found, type, field, *value, names(found, field.name), done));
                continue;
            }
            for (const Json& item : *value) {
                const std::string prefix = field.name + "/" + item.value(schema::kItemKey, "") + "/";
                const bool theirs = std::ranges::any_of(
                    found.paths, [&](const std::string& path) { return path.starts_with(prefix); });
                for (const Field& inner : field.fields)
                    if (const auto at = item.find(inner.name); at != item.end())
                        FAYI_TRY(line(book, found, type, inner, *at, theirs, done));
            }
        }
        return {};
    }

private:
    static bool names(const station::SubjectRecord& found, const std::string& path) {
        return std::ranges::find(found.paths, path) != found.paths.end();
    }

    Status line(sheets::BookWriter& book, const station::SubjectRecord& found, const schema::RecordType& type,
                const Field& field, const Json& value, bool theirs, SubjectDone& done) const {
        const std::string text = schema::displayText(field, value, m_language, &m_station.orgTree());
        if (text.empty())
            return {};
        if (field.privacy >= schema::Privacy::Personal && !theirs) {
            ++done.withheld;
            return {};
        }
        ++done.lines;
        return book.add(
            0, {Cell::ofText(toText(found.record.id)), Cell::ofText(type.labels.in(m_language)),
                Cell::ofText(found.record.view.happenedOn),
                Cell::ofText(m_station.orgTree().pathName(found.record.view.org, m_language)),
                Cell::ofText(field.labels.in(m_language)), Cell::ofText(text),
                Cell::ofText(type.legalBasis.in(m_language)),
                Cell::ofText(found.keptUntil.empty() ? (m_language == Language::Zh ? "永久" : "for ever")
                                                     : found.keptUntil)});
    }

    const station::Station& m_station;
    Language m_language;
};

Status checkWish(const SubjectWish& wish) {
    if (wish.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return Error{ErrorCode::Usage,
                     {"给本人副本须写明谁申请、如何核实身份：--reason",
                      "a copy for a person needs who asked and how they showed who they are: --reason"}};
    return checkReason(wish.reason);
}

}  // namespace

Result<SubjectDone> copyOfSubject(station::Station& station, const SubjectWish& wish, const Clock& clock) {
    FAYI_TRY(checkWish(wish));
    FAYI_LET(workbook, isWorkbook(wish.file));
    FAYI_LET(found, station.subject(wish.subject));
    if (found.records.empty())
        return Error{ErrorCode::NotFound,
                     {"本机没有关于此人的记录", "there is no record of this person here"}};
    const Copy copy(station, wish.language);
    SubjectDone done;
    done.more = found.more;
    done.records = found.records.size();
    FAYI_LET(file, NewFile::at(wish.file));
    {
        FAYI_LET(book, workbook ? sheets::newXlsx(file.draft(), {copy.plan()}, clock.now())
                                : sheets::newCsv(file.draft(), copy.plan()));
        for (const station::SubjectRecord& one : found.records)
            FAYI_TRY(copy.add(*book, one, done));
        FAYI_TRY(book->finish());
    }
    FAYI_LET(sha256, file.sha256());
    done.sha256 = std::move(sha256);
    store::ExportEntry entry = entryBy(station, wish.file, done.sha256);
    entry.type = "subject";
    entry.records = done.records;
    entry.identified = true;
    entry.reason = wish.reason;
    FAYI_TRY(noteInLedger(station, entry, clock));
    FAYI_TRY(file.keep());
    return done;
}

}  // namespace fayi::office
