// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"
#include "fayi/server/hub_types.h"

namespace fayi::hub {

/// What a hub keeps about one district. Implementations differ in the database only; they hold no rule.
///
/// One connection: not thread safe, one a thread. Reads see the latest committed state; between beginRead()
/// and end() they all see the same one. Writes need beginWrite(); they are durable when commit() returns Ok.
class HubStore {
public:
    virtual ~HubStore() = default;

    // Transactions. Use ReadScope and WriteScope below.
    virtual Status beginRead() = 0;
    /// Waits for other writers, of other processes too; at most ten seconds.
    virtual Status beginWrite() = 0;
    virtual Status commit() = 0;
    virtual void rollback() = 0;

    // The hub itself
    virtual Status putIdentity(const HubIdentity& identity) = 0;
    /// ErrorCode::NotFound: this store was never initialised.
    virtual Result<HubIdentity> identity() = 0;
    /// Begins another epoch: the identity changes its epoch, pen and last station number, and codes that were
    /// not used as far as this store knows expire.
    virtual Status beginEpoch(const HubIdentity& identity, const Restoration& restoration) = 0;
    /// Ascending by epoch.
    virtual Result<std::vector<Restoration>> restorations() = 0;

    /// Says, before the first change, what bodies of changes will look like; a store may compress against it.
    /// It holds no content of records: these can be erased by order.
    virtual Status putSample(std::string_view sample) = 0;

    // The log
    /// 0: nothing was accepted yet.
    virtual Result<Position> lastPosition() = 0;
    /// Of the last change with LogLine::definition.
    virtual Result<Position> lastDefinitionPosition() = 0;
    virtual Status append(const LoggedChange& change) = 0;
    /// Lines after a position, ascending, at most `limit`.
    virtual Result<std::vector<LogLine>> linesAfter(Position after, std::size_t limit) = 0;
    /// The change that stands at a position. ErrorCode::NotFound.
    virtual Result<LoggedChange> changeAt(Position position) = 0;
    /// Every accepted change of a record, ascending by position, repeats left out.
    virtual Result<std::vector<LoggedChange>> changesOf(RecordId record) = 0;
    virtual Result<std::optional<LoggedChange>> changeOf(Dot dot) = 0;
    /// The signed change takes the place of its testimony, at the same position.
    virtual Status replaceTestimony(const LoggedChange& change) = 0;
    /// The highest seq of a replica that there is testimony of; 0: none.
    virtual Result<std::uint64_t> lastTestified(ReplicaId replica) = 0;
    /// Keeps a testimony that says something else than the author had signed.
    /// The last signed change of the replica at or before a position; 0: none.
    virtual Result<std::uint64_t> seqAt(ReplicaId replica, Position position) = 0;
    virtual Status putContradicted(const LoggedChange& testimony, Millis at) = 0;
    virtual Result<std::uint64_t> contradictions() = 0;
    /// Who is said to have written what the hub has testimony of only.
    virtual Status putTestifiedPen(const protocol::PenName& pen) = 0;
    virtual Result<std::optional<protocol::PenName>> testifiedPen(ReplicaId replica) = 0;
    virtual Status appendRefused(const RefusedChange& change) = 0;
    virtual Result<std::optional<RefusedChange>> refusedOf(Dot dot) = 0;
    virtual Result<std::vector<RefusedChange>> refusedOfRecord(RecordId record) = 0;
    /// After an erasure by order: the body of an accepted change, or body, seed and reason of a refused one.
    virtual Status replaceBody(Dot dot, const Bytes& body) = 0;
    virtual Status replaceRefused(const RefusedChange& change) = 0;
    /// Calls `each` for every accepted change that its author signed, in order of replica and seq, and the
    /// same for refused ones.
    virtual Status eachChange(const std::function<Status(const LoggedChange&)>& each) = 0;
    virtual Status eachRefused(const std::function<Status(const RefusedChange&)>& each) = 0;

    // Pens
    virtual Result<std::optional<Pen>> pen(ReplicaId replica) = 0;
    virtual Result<std::vector<Pen>> pensOf(std::uint64_t station) = 0;
    virtual Result<std::vector<Pen>> pens() = 0;
    /// Adds a pen, or updates its head.
    virtual Status putPen(const Pen& pen) = 0;
    virtual Status putSignedHead(const protocol::SignedHead& head) = 0;
    virtual Result<std::vector<protocol::SignedHead>> signedHeads(ReplicaId replica) = 0;

    // Stations and people
    /// Adds a station and gives it its number.
    virtual Result<std::uint64_t> addStation(const Station& station) = 0;
    virtual Status putStation(const Station& station) = 0;
    virtual Result<std::optional<Station>> station(std::uint64_t number) = 0;
    virtual Result<std::vector<Station>> stations() = 0;
    /// Who writes at a station; adding twice does nothing.
    virtual Status addMember(std::uint64_t station, RecordId person) = 0;
    virtual Result<std::vector<RecordId>> membersOf(std::uint64_t station) = 0;
    virtual Status putAuthority(const PersonAuthority& authority) = 0;
    /// What a person was, by position, ascending; the last one holds now. Empty: no such person.
    virtual Result<std::vector<PersonAuthority>> authorities(RecordId person) = 0;

    // Enrolment
    virtual Status putCode(const EnrolCode& code) = 0;
    virtual Result<std::optional<EnrolCode>> code(const std::string& selector) = 0;
    virtual Result<EnrolGuard> guard(const std::string& selector) = 0;
    /// Keeps the most recent ten thousand: guesses must not fill the disk.
    virtual Status putGuard(const EnrolGuard& guard) = 0;

    // Bundles
    /// Takes the place of the one before of the same station.
    virtual Status putBundle(const ReadBundle& bundle) = 0;
    virtual Result<std::optional<ReadBundle>> bundle(std::uint64_t station) = 0;

    // Records
    virtual Result<std::optional<HubRecord>> record(RecordId id) = 0;
    virtual Status putRecord(const HubRecord& record) = 0;
    /// All records of a reference type, ascending by id, without their registers.
    virtual Result<std::vector<HubRecord>> referenceRecords(const std::string& type) = 0;
    /// Reference records, or the others, by ascending id (as signed numbers), forgotten ones left out;
    /// `after` none: from the beginning.
    virtual Result<std::vector<RecordPlace>> placesAfter(bool reference, RecordId after,
                                                         std::size_t limit) = 0;
    /// Deleted records, not forgotten yet, whose last change has a position of at most `passed` and an
    /// effective time of at most `until`.
    virtual Result<std::vector<RecordId>> tombstones(Position passed, HybridTime until,
                                                     std::size_t limit) = 0;
    /// Where a record is now (no units: forgotten); nothing: unknown record.
    virtual Result<std::optional<RecordPlace>> placeOf(RecordId id) = 0;
    /// Runs a question over figure_record; rows of JSON scalars.
    virtual Result<std::vector<std::vector<Json>>> ask(const schema::Query& query) = 0;

    // Attachments: what names them, and what of them is where
    virtual Status addBlobUses(RecordId record, const std::vector<std::string>& names) = 0;
    /// The record names these and no others. What nothing names any more has been so since `since`.
    virtual Status setBlobUses(RecordId record, const std::vector<std::string>& names, Millis since) = 0;
    /// The org units of each record that names it, forgotten ones left out; as in LogLine::orgs, each once.
    virtual Result<std::vector<RecordPlace>> blobPlaces(const std::string& name) = 0;
    virtual Result<std::optional<StoredBlob>> blob(const std::string& name) = 0;
    virtual Status putBlob(const StoredBlob& blob) = 0;
    virtual Status dropBlob(const std::string& name) = 0;
    /// Those that no record names, since `until` or longer.
    virtual Result<std::vector<StoredBlob>> orphans(Millis until, std::size_t limit) = 0;
    /// What a station has begun to send; the one that rested longest first.
    virtual Result<std::vector<Upload>> uploadsOf(std::uint64_t station) = 0;
    /// Of all stations, those that have rested since `until`.
    virtual Result<std::vector<Upload>> restingUploads(Millis until, std::size_t limit) = 0;
    virtual Status putUpload(const Upload& upload) = 0;
    virtual Status dropUpload(std::uint64_t station, const std::string& name) = 0;

    // Official numbers
    /// Of one series, ascending.
    virtual Result<std::vector<ReservedNumbers>> reservedNumbers(const protocol::NumberSeries& series) = 0;
    /// Of all series, by year, kind, office, ascending.
    virtual Result<std::vector<ReservedNumbers>> reservedNumbers() = 0;
    /// Adds a block, or updates what is known of it.
    virtual Status putReservedNumbers(const ReservedNumbers& block) = 0;

    // Care
    /// A consistent copy into a new file, while others write.
    virtual Status backupTo(const std::string& file) = 0;
    /// Leaves nothing in the files that is in no row any more. Not within a transaction; others may have to
    /// wait. False: somebody was reading, a log of the database may still hold some.
    virtual Result<bool> scrub() = 0;
    /// What the database says is broken; empty: sound.
    virtual std::vector<std::string> faults() = 0;
    /// Takes the place of the one before.
    virtual Status putBackup(const BackupNote& note) = 0;
    /// Without its heads.
    virtual Result<std::optional<BackupNote>> lastBackup() = 0;
    /// What a pen had reached in the last verified backup; 0: it was not in it.
    virtual Result<std::uint64_t> safeSeq(ReplicaId replica) = 0;
};

/// Makes a HubStore for another thread: the service gives each of its threads one.
using StoreFactory = std::function<Result<std::unique_ptr<HubStore>>()>;

/// All reads between construction and destruction see one state.
class ReadScope {
public:
    explicit ReadScope(HubStore& store) : m_store(store), m_begun(store.beginRead()) {}
    ~ReadScope() {
        if (m_begun.ok())
            m_store.rollback();
    }
    ReadScope(const ReadScope&) = delete;
    ReadScope& operator=(const ReadScope&) = delete;
    const Status& begun() const { return m_begun; }

private:
    HubStore& m_store;
    Status m_begun;
};

/// All or nothing: rolls back unless committed.
class WriteScope {
public:
    explicit WriteScope(HubStore& store)
        : m_store(store), m_begun(store.beginWrite()), m_open(m_begun.ok()) {}
    ~WriteScope() {
        if (m_open)
            m_store.rollback();
    }
    WriteScope(const WriteScope&) = delete;
    WriteScope& operator=(const WriteScope&) = delete;
    const Status& begun() const { return m_begun; }
    Status commit() {
        FAYI_TRY(m_store.commit());
        m_open = false;
        return {};
    }

private:
    HubStore& m_store;
    Status m_begun;
    bool m_open;
};

}  // namespace fayi::hub
