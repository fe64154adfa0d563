// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/reveals.h"

#include "fayi/sqlite/database.h"
#include "file.h"

namespace fayi::store {
Reveals::Reveals(std::unique_ptr<sqlite::Database> database, const Clock& clock)
    : m_database(std::move(database)), m_clock(clock) {}
Reveals::~Reveals() = default;

Result<std::unique_ptr<Reveals>> Reveals::open(const std::filesystem::path& folder, const Clock& clock) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    return std::unique_ptr<Reveals>(new Reveals(std::move(database), clock));
}

Status Reveals::note(const std::vector<Reveal>& looks) {
    const Millis now = m_clock.now();
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    for (const Reveal& look : looks)
        FAYI_TRY(m_database
                     ->prepare(
                         "INSERT INTO reveal(at,person_id,person_name,record,id,type,field,place) "
                         "VALUES(?,?,?,coalesce((SELECT number FROM record WHERE replica=(SELECT number FROM "
                         "replica WHERE id=?) AND seq=?),0),?,?,?,?)")
                     .bind(static_cast<std::int64_t>(now.count()))
                     .bind(look.personId)
                     .bind(look.personName)
                     .bind(static_cast<std::int64_t>(look.record.created.replica.value))
                     .bind(look.record.created.seq)
                     .bind(toText(look.record))
                     .bind(look.type)
                     .bind(look.field)
                     .bind(look.place)
                     .run());
    FAYI_TRY(m_database->prepare("DELETE FROM reveal WHERE at<?")
                 .bind(static_cast<std::int64_t>((now - kKept).count()))
                 .run());
    return transaction.commit();
}

/// By the name that the record has now, if it is here.
Result<std::vector<Reveal>> Reveals::list() const {
    auto row = m_database->prepare(
        "SELECT v.at, v.person_id, v.person_name, v.type, v.field, v.place, v.id, p.id, r.seq FROM reveal v "
        "LEFT JOIN record r ON r.number=v.record LEFT JOIN replica p ON p.number=r.replica "
        "ORDER BY v.number DESC LIMIT ?");
    row.bind(kMostEntries);
    std::vector<Reveal> out;
    while (row.step()) {
        Reveal look;
        look.at = Millis(row.integer(0));
        look.personId = row.text(1);
        look.personName = row.text(2);
        look.type = row.text(3);
        look.field = row.text(4);
        look.place = row.text(5);
        look.record = row.isNull(7) ? parseRecordId(row.text(6)).value_or(RecordId())
                                    : RecordId{{ReplicaId{row.number(7)}, row.number(8)}};
        out.push_back(std::move(look));
    }
    FAYI_TRY(row.status());
    return out;
}

}  // namespace fayi::store
