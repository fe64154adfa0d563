// SPDX-License-Identifier: Apache-2.0
// Files that went out and came in. Closed reports are in frozen.cpp.
#include "fayi/store/books.h"

#include "fayi/sqlite/database.h"
#include "file.h"

namespace fayi::store {
namespace {

std::vector<std::string> namesFrom(const std::string& text) {
    const Json list = Json::parse(text, nullptr, false);
    return list.is_array() ? list.get<std::vector<std::string>>() : std::vector<std::string>();
}

}  // namespace

Books::Books(std::unique_ptr<sqlite::Database> database, const Clock& clock)
    : m_database(std::move(database)), m_clock(clock) {}
Books::~Books() = default;

Result<std::unique_ptr<Books>> Books::open(const std::filesystem::path& folder, const Clock& clock) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    return std::unique_ptr<Books>(new Books(std::move(database), clock));
}

Status Books::noteExport(const ExportEntry& entry) {
    const Millis now = m_clock.now();
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(
        m_database
            ->prepare(
                "INSERT INTO export(at,person_id,person_name,type,filter,words,fields,records,identified,"
                "reason,file,sha256) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(static_cast<std::int64_t>(now.count()))
            .bind(entry.personId)
            .bind(entry.personName)
            .bind(entry.type)
            .bind(entry.filter)
            .bind(entry.words)
            .bind(Json(entry.fields).dump())
            .bind(entry.records)
            .bind(entry.identified ? 1 : 0)
            .bind(entry.reason)
            .bind(entry.file)
            .bind(entry.sha256)
            .run());
    FAYI_TRY(m_database->prepare("DELETE FROM export WHERE at<?")
                 .bind(static_cast<std::int64_t>((now - kExportsKept).count()))
                 .run());
    return transaction.commit();
}

Result<std::vector<ExportEntry>> Books::exports() const {
    auto row = m_database->prepare(
        "SELECT "
        "number,at,person_id,person_name,type,filter,words,fields,records,identified,reason,file,sha256 "
        "FROM export ORDER BY number DESC LIMIT ?");
    row.bind(kMostEntries);
    std::vector<ExportEntry> out;
    while (row.step()) {
        ExportEntry entry;
        entry.number = row.integer(0);
        entry.at = Millis(row.integer(1));
        entry.personId = row.text(2);
        entry.personName = row.text(3);
        entry.type = row.text(4);
        entry.filter = row.text(5);
        entry.words = row.text(6);
        entry.fields = namesFrom(row.text(7));
        entry.records = row.number(8);
        entry.identified = row.integer(9) != 0;
        entry.reason = row.text(10);
        entry.file = row.text(11);
        entry.sha256 = row.text(12);
        out.push_back(std::move(entry));
    }
    FAYI_TRY(row.status());
    return out;
}

Result<std::set<Bytes>> Books::made(const std::vector<Bytes>& digests) const {
    std::set<Bytes> out;
    for (const Bytes& digest : digests) {
        auto row = m_database->prepare(
            "SELECT 1 FROM imported i JOIN record r ON r.number=i.record WHERE i.digest=? AND r.deleted=0 "
            "LIMIT 1");
        if (row.bindBlob(digest).step())
            out.insert(digest);
        FAYI_TRY(row.status());
    }
    return out;
}

Result<std::set<std::string>> Books::unitsHeard(const std::string& from, const std::string& to) const {
    auto row = m_database->prepare(
        "SELECT DISTINCT org FROM figure_record WHERE state='verified' AND deleted=0 AND happened_on BETWEEN "
        "? "
        "AND ?");
    row.bind(from).bind(to);
    std::set<std::string> out;
    while (row.step())
        out.insert(row.text(0));
    FAYI_TRY(row.status());
    return out;
}

}  // namespace fayi::store
