// SPDX-License-Identifier: Apache-2.0
// Looking after the store: walking it, copying it, examining it.
#include "fayi/base/crypto.h"
#include "select.h"

namespace fayi::store {
namespace {

/// Faults told of one check; more of them say nothing new.
constexpr std::size_t kMostFaults = 100;

void note(CheckReport& report, Text fault) {
    if (report.faults.size() < kMostFaults)
        report.faults.push_back(std::move(fault));
}

}  // namespace

Status Store::forEach(const std::function<Status(const StoredRecord&)>& visit) const {
    // Ids in order as unsigned numbers: those with the top bit set are negative here and come last.
    auto rows = m_database->prepare(
        "SELECT " + storedColumns(enrolment().has_value()) +
        " FROM record WHERE type NOT IN ('org-unit','person','record-type') AND NOT " + kUnbornSql +
        " ORDER BY (SELECT id<0 FROM replica WHERE number=record.replica), "
        "(SELECT id FROM replica WHERE number=record.replica), seq");
    while (rows.step()) {
        FAYI_LET(record, storedFrom(rows, *m_catalog));
        FAYI_TRY(visit(record));
    }
    return rows.status();
}

Status Store::backup(const std::filesystem::path& file) const {
    return m_database->backupTo(file);
}

Status Store::restoreBackup(const std::filesystem::path& file, const std::filesystem::path& folder,
                            const Clock& clock, Random& random) {
    const auto target = folder / "station.db";
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
    }
    FAYI_LET(store, open(folder, clock, random));
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

/// Every own pen: no gap, and the kept head is what its changes give.
Status Store::checkChains(CheckReport& report) const {
    auto pens = m_database->prepare("SELECT number, id, seq, hash FROM replica WHERE person IS NOT NULL");
    while (pens.step()) {
        const ReplicaId replica = replicaOf(pens.integer(1));
        protocol::ChainHead head = protocol::ChainHead::start(replica);
        auto rows = m_database->prepare("SELECT seq, body FROM change WHERE replica=? ORDER BY seq");
        rows.bind(pens.integer(0));
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

/// Every record: its registers are what its changes give.
Status Store::checkRecords(CheckReport& report) const {
    auto records = m_database->prepare(
        "SELECT c.number, r.id, c.seq, c.registers, c.type, EXISTS(SELECT 1 FROM refusal f WHERE "
        "f.replica=c.replica "
        "AND "
        "f.seq=c.seq) FROM record c JOIN replica r ON r.number=c.replica ORDER BY c.number");
    while (records.step()) {
        ++report.records;
        const std::string id = toText(Dot{replicaOf(records.integer(1)), records.number(2)});
        const auto kept = protocol::decodeState(records.text(3));
        merge::RecordState worked;
        auto changes = m_database->prepare(
            "SELECT effective, body FROM change c WHERE record=? AND NOT EXISTS(SELECT 1 FROM refusal f "
            "WHERE "
            "f.replica=c.replica AND f.seq=c.seq AND NOT (? AND f.open))");
        changes.bind(records.integer(0)).bind(records.integer(5));
        const merge::KeepsPast keeps = records::keepsPast(m_catalog->type(records.text(4)));
        bool sound = kept.ok();
        while (sound && changes.step()) {
            const auto change = protocol::decodeChange(changes.text(1));
            sound = change.ok();
            if (sound)
                worked.apply(change->dot, effectiveOf(changes, 0, change->time), change->writes, keeps);
        }
        FAYI_TRY(changes.status());
        worked.trimPast(keeps);
        if (!sound || !(worked == *kept))
            note(report,
                 {"记录 " + id + " 与其修改历史不符", "record " + id + " is not what its changes give"});
    }
    return records.status();
}

}  // namespace fayi::store
