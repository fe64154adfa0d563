// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "fayi/server/hub_store.h"

namespace fayi::sqlite {
class Database;
class Statement;
}  // namespace fayi::sqlite

namespace fayi::hub {

class Bodies;

/// A hub in one SQLite file, `hub.sqlite` in its data folder (WAL, synchronous FULL). The administration
/// opens it beside the running hub: both see what the other has committed at their next request.
class SqliteHubStore final : public HubStore {
public:
    /// Makes the folder and the file. ErrorCode::Usage: there is a hub already.
    static Result<std::unique_ptr<SqliteHubStore>> create(const std::filesystem::path& folder);
    /// ErrorCode::NotFound, Damaged, TooNew, Io.
    static Result<std::unique_ptr<SqliteHubStore>> open(const std::filesystem::path& folder);
    /// A backup, to be read only. ErrorCode::TooNew also if it is of an older schema.
    static Result<std::unique_ptr<SqliteHubStore>> openCopy(const std::filesystem::path& file);
    ~SqliteHubStore() override;

    Status beginRead() override;
    Status beginWrite() override;
    Status commit() override;
    void rollback() override;

    Status putIdentity(const HubIdentity& identity) override;
    Result<HubIdentity> identity() override;
    Status beginEpoch(const HubIdentity& identity, const Restoration& restoration) override;
    Result<std::vector<Restoration>> restorations() override;
    Status putSample(std::string_view sample) override;

    Result<Position> lastPosition() override;
    Result<Position> lastDefinitionPosition() override;
    Status append(const LoggedChange& change) override;
    Result<std::vector<LogLine>> linesAfter(Position after, std::size_t limit) override;
    Result<LoggedChange> changeAt(Position position) override;
    Result<std::vector<LoggedChange>> changesOf(RecordId record) override;
    Result<std::optional<LoggedChange>> changeOf(Dot dot) override;
    Status replaceTestimony(const LoggedChange& change) override;
    Result<std::uint64_t> lastTestified(ReplicaId replica) override;
    Result<std::uint64_t> seqAt(ReplicaId replica, Position position) override;
    Status putContradicted(const LoggedChange& testimony, Millis at) override;
    Result<std::uint64_t> contradictions() override;
    Status putTestifiedPen(const protocol::PenName& pen) override;
    Result<std::optional<protocol::PenName>> testifiedPen(ReplicaId replica) override;
    Status appendRefused(const RefusedChange& change) override;
    Result<std::optional<RefusedChange>> refusedOf(Dot dot) override;
    Result<std::vector<RefusedChange>> refusedOfRecord(RecordId record) override;
    Status replaceBody(Dot dot, const Bytes& body) override;
    Status replaceRefused(const RefusedChange& change) override;
    Status eachChange(const std::function<Status(const LoggedChange&)>& each) override;
    Status eachRefused(const std::function<Status(const RefusedChange&)>& each) override;

    Result<std::optional<Pen>> pen(ReplicaId replica) override;
    Result<std::vector<Pen>> pensOf(std::uint64_t station) override;
    Result<std::vector<Pen>> pens() override;
    Status putPen(const Pen& pen) override;
    Status putSignedHead(const protocol::SignedHead& head) override;
    Result<std::vector<protocol::SignedHead>> signedHeads(ReplicaId replica) override;

    Result<std::uint64_t> addStation(const Station& station) override;
    Status putStation(const Station& station) override;
    Result<std::optional<Station>> station(std::uint64_t number) override;
    Result<std::vector<Station>> stations() override;
    Status addMember(std::uint64_t station, RecordId person) override;
    Result<std::vector<RecordId>> membersOf(std::uint64_t station) override;
    Status putAuthority(const PersonAuthority& authority) override;
    Result<std::vector<PersonAuthority>> authorities(RecordId person) override;

    Status putCode(const EnrolCode& code) override;
    Result<std::optional<EnrolCode>> code(const std::string& selector) override;
    Result<EnrolGuard> guard(const std::string& selector) override;
    Status putGuard(const EnrolGuard& guard) override;

    Status putBundle(const ReadBundle& bundle) override;
    Result<std::optional<ReadBundle>> bundle(std::uint64_t station) override;

    Result<std::optional<HubRecord>> record(RecordId id) override;
    Status putRecord(const HubRecord& record) override;
    Result<std::vector<HubRecord>> referenceRecords(const std::string& type) override;
    Result<std::vector<RecordPlace>> placesAfter(bool reference, RecordId after, std::size_t limit) override;
    Result<std::vector<RecordId>> tombstones(Position passed, HybridTime until, std::size_t limit) override;
    Result<std::optional<RecordPlace>> placeOf(RecordId id) override;
    Result<std::vector<std::vector<Json>>> ask(const schema::Query& query) override;

    Status addBlobUses(RecordId record, const std::vector<std::string>& names) override;
    Status setBlobUses(RecordId record, const std::vector<std::string>& names, Millis since) override;
    Result<std::vector<RecordPlace>> blobPlaces(const std::string& name) override;
    Result<std::optional<StoredBlob>> blob(const std::string& name) override;
    Status putBlob(const StoredBlob& blob) override;
    Status dropBlob(const std::string& name) override;
    Result<std::vector<StoredBlob>> orphans(Millis until, std::size_t limit) override;
    Result<std::vector<Upload>> uploadsOf(std::uint64_t station) override;
    Result<std::vector<Upload>> restingUploads(Millis until, std::size_t limit) override;
    Status putUpload(const Upload& upload) override;
    Status dropUpload(std::uint64_t station, const std::string& name) override;

    Result<std::vector<ReservedNumbers>> reservedNumbers(const protocol::NumberSeries& series) override;
    Result<std::vector<ReservedNumbers>> reservedNumbers() override;
    Status putReservedNumbers(const ReservedNumbers& block) override;

    Status backupTo(const std::string& file) override;
    Result<bool> scrub() override;
    std::vector<std::string> faults() override;
    Status putBackup(const BackupNote& note) override;
    Result<std::optional<BackupNote>> lastBackup() override;
    Result<std::uint64_t> safeSeq(ReplicaId replica) override;

private:
    explicit SqliteHubStore(std::unique_ptr<sqlite::Database> database);
    Status readDistrict();
    Result<HubRecord> readRecord(sqlite::Statement& row);
    /// Works the registers out from the log.
    Result<HubRecord> readOutline(sqlite::Statement& row);
    Result<HubRecord> replayed(HubRecord record);
    sqlite::Statement prepare(std::string_view sql);
    Result<std::vector<Pen>> pensWhere(std::string_view condition, std::optional<std::uint64_t> value);
    Result<std::vector<Station>> stationsWhere(std::string_view condition,
                                               std::optional<std::uint64_t> value);

    Result<LoggedChange> loggedOf(const sqlite::Statement& row);

    std::unique_ptr<sqlite::Database> m_database;
    std::unique_ptr<Bodies> m_bodies;
    std::int64_t m_district = 0;  ///< the code as a number; 0 until there is an identity
};

}  // namespace fayi::hub
