// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/base/result.h"
#include "fayi/merge/version_vector.h"
#include "fayi/schema/catalog.h"
#include "fayi/schema/check.h"
#include "fayi/station/types.h"
#include "fayi/store/store.h"

namespace fayi::station {

/// What a person at a station can do, without any screen: the window and `fayi-station` are both thin above
/// it.
///
/// Opens one data folder. Not thread safe: one Station a thread, each with its own connection; the store's
/// write-ahead log lets them work side by side. All answers are value snapshots. Every change is on disk
/// before the call returns.
class Station {
public:
    /// Makes a store in an empty or missing folder, without any network.
    static Result<std::unique_ptr<Station>> init(const std::filesystem::path& folder, const std::string& name,
                                                 const Clock& clock, Random& random);
    /// Opens a store. ErrorCode::NotFound: there is none; Damaged; TooNew.
    static Result<std::unique_ptr<Station>> open(const std::filesystem::path& folder, const Clock& clock,
                                                 Random& random);
    ~Station();

    // People
    // -----------------------------------------------------------------------------------------------------

    Identity identity() const;
    /// Everybody who writes on this computer; before enrolment the one local person.
    std::vector<store::Person> people() const;
    /// Works as this person from now on (name or id); affects what is written and what is listed.
    Status actAs(const std::string& nameOrId);
    const store::Person& person() const;

    /// Joins a district, or adds a further person to a station that has joined: asks the hub over HTTP(S).
    Result<Enrolled> enrol(const std::string& server, const std::string& code, const std::string& caFile);

    // Definitions
    // ------------------------------------------------------------------------------------------------

    const schema::Catalog& catalog() const;
    /// The org tree of the district: the hub's units once enrolled, the built-in template before.
    const schema::OrgTree& orgTree() const;
    bool may(schema::Action action, const std::string& type) const;

    // Records
    // ----------------------------------------------------------------------------------------------------

    /// ErrorCode::Validation carries every problem in `refusedBecause`.
    Result<Record> create(const std::string& type, const Json& fields, const std::string& org = {});
    /// Many at once, in transactions of a bounded size; `made` is called for each, in order. Stops at the
    /// first that is refused and says which; those before it stay unless `allOrNothing`.
    Status createMany(const std::string& type, const std::function<std::optional<Json>()>& next,
                      bool allOrNothing, const std::function<void(const Record&)>& made);
    /// `shown`: the context of the form (Record::shown when it was loaded); nothing: what is there now.
    Result<Record> edit(RecordId id, const Json& patch,
                        const std::optional<merge::VersionVector>& shown = std::nullopt);
    Result<Record> submit(RecordId id, const std::optional<merge::VersionVector>& shown = std::nullopt);
    Result<Record> verify(RecordId id, const std::optional<merge::VersionVector>& shown = std::nullopt);
    Result<Record> giveBack(RecordId id, const std::string& remark, const std::string& field,
                            const std::optional<merge::VersionVector>& shown = std::nullopt);
    Result<Record> remove(RecordId id, const std::optional<merge::VersionVector>& shown = std::nullopt);
    /// Without a version: undoes a delete. With one: writes what that change wrote once more, as a new
    /// change.
    Result<Record> restore(RecordId id, std::optional<Dot> version = std::nullopt);

    Result<Record> get(RecordId id) const;
    Result<std::vector<RecordRow>> list(const ListQuery& query) const;
    /// Number of records of a query, limit and cursor apart.
    Result<std::uint64_t> count(const ListQuery& query) const;
    Result<std::vector<HistoryEntry>> history(RecordId id) const;
    /// All open conflicts, or those of one record.
    Result<std::vector<Conflict>> conflicts(std::optional<RecordId> id = std::nullopt) const;
    /// `field` is a path as in Conflict::field; the value of one sibling, or a third one.
    Result<Record> resolveTaking(RecordId id, const std::string& field, Dot version);
    Result<Record> resolveWith(RecordId id, const std::string& field, const Json& value);
    /// What keeps a record from being submitted, and warnings.
    std::vector<schema::Problem> problems(const Record& record) const;

    Result<ImportReport> import(const std::string& type, const std::filesystem::path& file,
                                const std::filesystem::path& map, bool dryRun, bool partial);

    // Figures
    // ----------------------------------------------------------------------------------------------------

    /// Dates inclusive, "2025-01-01". `unit` empty: everything this store holds.
    Result<std::vector<FigureValue>> figures(const std::string& report, const std::string& from,
                                             const std::string& to, const std::string& unit) const;
    Result<std::vector<Record>> figureRecords(const std::string& report, const std::string& figure,
                                              const std::string& from, const std::string& to,
                                              const std::string& unit) const;

    // Sync and care of the store
    // ----------------------------------------------------------------------------------

    /// One sync, run here and now on this thread. The window uses sync/runtime's thread instead.
    Result<SyncReport> sync();
    StationStatus status() const;
    /// What the hub refused, newest first.
    std::vector<Attention> needsAttention() const;

    /// Calls `line` for each record of the whole store in canonical order, then gives their number and
    /// SHA-256.
    Result<DumpEnd> dump(const std::function<void(const std::string&)>& line) const;
    Status backup(const std::filesystem::path& file) const;
    static Status restoreBackup(const std::filesystem::path& file, const std::filesystem::path& folder,
                                const Clock& clock, Random& random);
    Result<CheckReport> check() const;

    /// The reasons of the last call that failed with ErrorCode::Validation; empty otherwise.
    const std::vector<schema::Problem>& refusedBecause() const { return m_refused; }

    store::Store& store() { return *m_store; }

private:
    struct Private;
    explicit Station(std::unique_ptr<store::Store> store, const Clock& clock, Random& random);

    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Private> m_private;
    std::vector<schema::Problem> m_refused;
};

}  // namespace fayi::station
