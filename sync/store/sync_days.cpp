// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/sync_days.h"

#include "fayi/sqlite/database.h"
#include "file.h"

namespace fayi::store {

SyncDays::SyncDays(std::unique_ptr<sqlite::Database> database, const Clock& clock)
    : m_database(std::move(database)), m_clock(clock) {}
SyncDays::~SyncDays() = default;

Result<std::unique_ptr<SyncDays>> SyncDays::open(const std::filesystem::path& folder, const Clock& clock) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    return std::unique_ptr<SyncDays>(new SyncDays(std::move(database), clock));
}

Status SyncDays::note(const SyncDay& sync) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    auto row = m_database->prepare(
        "INSERT INTO sync_day VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(day) DO UPDATE SET "
        "tries=tries+excluded.tries, failures=failures+excluded.failures, pushed=pushed+excluded.pushed, "
        "pulled=pulled+excluded.pulled, refused=refused+excluded.refused, "
        "blobs_up=blobs_up+excluded.blobs_up, blobs_down=blobs_down+excluded.blobs_down, "
        "bytes_up=bytes_up+excluded.bytes_up, bytes_down=bytes_down+excluded.bytes_down, "
        "last=max(last,excluded.last), "
        "problem_zh=coalesce(nullif(excluded.problem_zh,''),problem_zh), "
        "problem_en=coalesce(nullif(excluded.problem_en,''),problem_en)");
    row.bind(dateInChina(m_clock.now())).bind(sync.tries).bind(sync.failures);
    row.bind(sync.pushed).bind(sync.pulled).bind(sync.refused);
    row.bind(sync.blobsUp).bind(sync.blobsDown).bind(sync.bytesUp).bind(sync.bytesDown);
    row.bind(static_cast<std::int64_t>(sync.last.count())).bind(sync.problem.zh).bind(sync.problem.en);
    FAYI_TRY(row.run());
    FAYI_TRY(m_database
                 ->prepare("DELETE FROM sync_day WHERE day<=(SELECT day FROM sync_day ORDER BY day DESC "
                           "LIMIT 1 OFFSET ?)")
                 .bind(kKept)
                 .run());
    return transaction.commit();
}

Result<std::vector<SyncDay>> SyncDays::list(std::uint64_t most) const {
    auto row = m_database->prepare(
        "SELECT day,tries,failures,pushed,pulled,refused,blobs_up,blobs_down,bytes_up,bytes_down,last,"
        "problem_zh,problem_en FROM sync_day ORDER BY day DESC LIMIT ?");
    row.bind(most);
    std::vector<SyncDay> out;
    while (row.step())
        out.push_back({row.text(0),
                       row.number(1),
                       row.number(2),
                       row.number(3),
                       row.number(4),
                       row.number(5),
                       row.number(6),
                       row.number(7),
                       row.number(8),
                       row.number(9),
                       Millis(row.integer(10)),
                       {row.text(11), row.text(12)}});
    FAYI_TRY(row.status());
    return out;
}

}  // namespace fayi::store
