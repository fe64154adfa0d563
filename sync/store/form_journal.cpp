// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/form_journal.h"

#include "fayi/protocol/change.h"
#include "file.h"
#include "row.h"

namespace fayi::store {
namespace {

std::string bodyOf(const OpenForm& form) {
    const Json body{{"record", form.record ? toText(*form.record) : std::string()},
                    {"mends", form.mends ? toText(*form.mends) : std::string()},
                    {"shown", protocol::toJson(form.shown)},
                    {"loaded", form.loaded},
                    {"fields", form.fields},
                    {"typed", form.typed},
                    {"pending", form.pending},
                    {"said", form.said},
                    {"unfit", form.unfit},
                    {"items", form.newItems},
                    {"forks", form.forks}};
    return body.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void readBody(OpenForm& form, const Json& body) {
    if (!form.record)  // it is not here under that name
        form.record = parseRecordId(body.value("record", std::string()));
    form.mends = parseDot(body.value("mends", std::string()));
    form.shown = protocol::vectorFrom(body.value("shown", Json::array()));
    form.loaded = body.value("loaded", Json::object());
    form.fields = body.value("fields", Json::object());
    form.typed = body.value("typed", Json::object());
    form.pending = body.value("pending", Json::object());
    form.said = body.value("said", Json::object());
    form.unfit = body.value("unfit", Json::array());
    form.newItems = body.value("items", 0);
    form.forks = body.value("forks", std::uint64_t{0});
}

/// False: it is no body.
bool readBody(OpenForm& form, const std::string& text) {
    try {
        readBody(form, Json::parse(text));
        return true;
    } catch (const std::exception&) {  // of parse(), value() and vectorFrom()
        return false;
    }
}

/// "findings/ITEM/advice" with the item as it is called now.
std::string renamedPath(const std::string& path, const Renaming& renaming) {
    const auto first = path.find('/');
    if (first == std::string::npos)
        return path;
    const auto second = path.find('/', first + 1);
    const std::string item = renaming.name(path.substr(first + 1, second - first - 1));
    return path.substr(0, first + 1) + item + (second == std::string::npos ? "" : path.substr(second));
}

Json renamedKeys(const Json& letters, const Renaming& renaming) {
    Json out = Json::object();
    for (const auto& [path, value] : letters.items())
        out[renamedPath(path, renaming)] = value;
    return out;
}

}  // namespace

void rename(OpenForm& form, const Renaming& renaming) {
    if (form.record)
        form.record->created = renaming(form.record->created);
    if (form.mends)
        form.mends = renaming(*form.mends);
    form.shown = renaming.context(form.shown);
    form.loaded = renaming.value(form.loaded);
    form.fields = renaming.value(form.fields);
    form.typed = renamedKeys(form.typed, renaming);
    form.pending = renamedKeys(form.pending, renaming);
    form.focus = renamedPath(form.focus, renaming);
    ++form.forks;
}

FormJournal::FormJournal(std::unique_ptr<sqlite::Database> database, const Clock& clock)
    : m_database(std::move(database)), m_clock(clock) {}
FormJournal::~FormJournal() = default;

Result<std::unique_ptr<FormJournal>> FormJournal::open(const std::filesystem::path& folder,
                                                       const Clock& clock) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    return std::unique_ptr<FormJournal>(new FormJournal(std::move(database), clock));
}

Status FormJournal::put(std::int64_t person, const OpenForm& form) {
    const RecordId record = form.record.value_or(RecordId());
    return m_database
        ->prepare(
            "INSERT OR REPLACE INTO open_form(person,subject,type,version,record,at,saving,focus,cursor,body)"
            " VALUES(?,?,?,?,(SELECT number FROM record WHERE replica=(SELECT number FROM replica WHERE id=?)"
            " AND seq=?),?,?,?,?,?)")
        .bind(person)
        .bind(form.subject)
        .bind(form.type)
        .bind(form.version)
        .bind(asKey(record.created.replica))
        .bind(record.created.seq)
        .bind(static_cast<std::int64_t>(m_clock.now().count()))
        .bind(form.saving ? 1 : 0)
        .bind(form.focus)
        .bind(form.cursor)
        .bind(bodyOf(form))
        .run();
}

Status FormJournal::drop(std::int64_t person, const std::string& subject) {
    return m_database->prepare("DELETE FROM open_form WHERE person=? AND subject=?")
        .bind(person)
        .bind(subject)
        .run();
}

Result<std::vector<OpenForm>> FormJournal::forms(std::int64_t person) const {
    FAYI_TRY(
        m_database->prepare("UPDATE open_form SET saving=0 WHERE person=? AND saving=1").bind(person).run());
    auto row = m_database->prepare(
        "SELECT f.subject, f.type, f.version, f.focus, f.cursor, f.at, f.body, p.id, r.seq FROM open_form f "
        "LEFT JOIN record r ON r.number=f.record LEFT JOIN replica p ON p.number=r.replica "
        "WHERE f.person=? ORDER BY f.at DESC, f.subject LIMIT ?");
    row.bind(person).bind(kMostForms);
    std::vector<OpenForm> out;
    while (row.step()) {
        OpenForm form;
        form.subject = row.text(0);
        form.type = row.text(1);
        form.version = static_cast<int>(row.integer(2));
        form.focus = row.text(3);
        form.cursor = static_cast<int>(row.integer(4));
        form.at = Millis(row.integer(5));
        if (!row.isNull(7))
            form.record = RecordId{{ReplicaId{row.number(7)}, row.number(8)}};
        if (readBody(form, row.text(6)))
            out.push_back(std::move(form));
    }
    FAYI_TRY(row.status());
    return out;
}

}  // namespace fayi::store
