// SPDX-License-Identifier: Apache-2.0
// Looking after the store: walking it, copying it, examining it.
#include "fayi/base/crypto.h"
#include "file.h"
#include "select.h"

namespace fayi::store {
namespace {

/// Faults told of one check; more of them say nothing new.
constexpr std::size_t kMostFaults = 100;

/// When a copy of this store was made; one that is put back begins without.
constexpr const char* kBackupMade = "backup-made";

/// Keys and names are in it. Sticks that know no owners take it as it is.
void keepToOwner(const std::filesystem::path& file) {
    std::error_code failure;
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, failure);
}

void note(CheckReport& report, Text fault) {
    if (report.faults.size() < kMostFaults)
        report.faults.push_back(std::move(fault));
}

}  // namespace

Status Store::forEach(const std::function<Status(const StoredRecord&)>& visit) const {
    // Ids in order as unsigned numbers: those with the top bit set are negative here and come last.
    auto rows = m_database->prepare(
        "SELECT " + storedColumns(isEnrolled()) + " FROM record WHERE " + kShownSql +
        " AND type NOT IN ('org-unit','person','record-type','erasure') AND NOT " + kUnbornSql +
        " ORDER BY (SELECT id<0 FROM replica WHERE number=record.replica), "
        "(SELECT id FROM replica WHERE number=record.replica), seq");
    while (rows.step()) {
        FAYI_LET(record, storedFrom(rows, *m_catalog));
        FAYI_TRY(visit(record));
    }
    return rows.status();
}

Status Store::backup(const std::filesystem::path& file) const {
    FAYI_TRY(m_database->backupTo(file));
    keepToOwner(file);
    // The copy is there, whether this could be written down or not.
    (void)setMeta(kBackupMade, std::to_string(m_clock.now().count()));
    return {};
}

std::optional<Millis> Store::lastBackup() const {
    const std::string at = meta(kBackupMade);
    return at.empty() ? std::nullopt : std::optional(Millis(std::stoll(at)));
}

Status Store::restoreBackup(const std::filesystem::path& file, const std::filesystem::path& folder,
                            const Clock& clock, Random& random) {
    const auto target = fileIn(folder);
    std::error_code failure;
    if (std::filesystem::exists(target, failure))
        return Error{ErrorCode::Usage,
                     {"目标文件夹里已有数据，不会覆盖：" + folder.string(),
                      "there is a store in the folder already, it is not overwritten: " + folder.string()}};
    {
        FAYI_LET(source, sqlite::Database::open(file, {.readOnly = true}));
        if (!source->integrityFaults().empty())
            return Error{ErrorCode::Damaged,
                         {"备份文件已损坏：" + file.string(), "the backup is damaged: " + file.string()}};
        std::filesystem::create_directories(folder, failure);
        FAYI_TRY(source->backupTo(target));
        keepToOwner(target);
    }
    FAYI_LET(store, open(folder, clock, random));
    FAYI_TRY(store->setMeta(kBackupMade, ""));
    return store->retirePens();
}

Result<CheckReport> Store::check() const {
    CheckReport report;
    for (const std::string& fault : m_database->integrityFaults())
        note(report, {"数据文件：" + fault, "data file: " + fault});
    FAYI_TRY(checkChains(report));
    FAYI_TRY(checkRecords(report));
    return report;
}

/// Every own pen: no gap from where its chain begins here, and the kept head is what its changes give.
Status Store::checkChains(CheckReport& report) const {
    auto pens = m_database->prepare("SELECT number, id, seq, hash FROM replica WHERE person IS NOT NULL");
    while (pens.step()) {
        const ReplicaId replica = replicaOf(pens.integer(1));
        FAYI_LET(head, chainStart(pens.integer(0), replica));
        auto rows =
            m_database->prepare("SELECT seq, body FROM change WHERE replica=? AND seq>? ORDER BY seq");
        rows.bind(pens.integer(0)).bind(head.seq);
        bool sound = true;
        while (sound && rows.step()) {
            const auto change = protocol::decodeChange(rows.text(1));
            sound = change.ok() && change->dot == Dot{replica, head.seq + 1};
            if (sound)
                head = protocol::extend(head, *change);
            ++report.changes;
        }
        FAYI_TRY(rows.status());
        if (!sound || head.seq != pens.number(2) || head.hash != pens.text(3))
            note(report, {"笔迹链在 " + toText(replica) + "-" + std::to_string(head.seq + 1) + " 处断开",
                          "the chain of " + toText(replica) + " breaks at " + std::to_string(head.seq + 1)});
    }
    return pens.status();
}

/// Every record: its registers are what its changes give; if not all of these are here, what the rest give
/// and then nothing new by those that are.
Status Store::checkRecords(CheckReport& report) const {
    auto records = m_database->prepare(
        "SELECT r.id, c.seq FROM record c JOIN replica r ON r.number=c.replica ORDER BY c.number");
    while (records.step()) {
        ++report.records;
        const RecordId id{{replicaOf(records.integer(0)), records.number(1)}};
        const auto row = findRow(id);
        bool sound = row.ok() && row->has_value();
        if (sound) {
            FAYI_LET(worked, workedOut(**row));
            sound = worked == (*row)->state;
        }
        if (!sound)
            note(report, {"记录 " + toText(id) + " 与其修改历史不符",
                          "record " + toText(id) + " is not what its changes give"});
    }
    return records.status();
}

}  // namespace fayi::store
