// SPDX-License-Identifier: Apache-2.0
// long: one class is the boundary of every transaction; its parts are in the files named beside them
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "fayi/base/random.h"
#include "fayi/base/result.h"
#include "fayi/records/attachments.h"
#include "fayi/records/plan.h"
#include "fayi/schema/catalog.h"
#include "fayi/schema/report.h"
#include "fayi/store/bundles.h"
#include "fayi/store/rename.h"
#include "fayi/store/telling.h"
#include "fayi/store/types.h"

namespace fayi::sqlite {
class Database;
class Statement;
}  // namespace fayi::sqlite

namespace fayi::store {

/// One record's part of a save.
struct Save {
    std::optional<RecordId> record;  ///< nothing: a new one
    std::string type;                ///< of a new one
    std::vector<merge::Write> writes;
    bool anySize =
        false;  ///< past limits::kChangeBytes too: the hub will refuse it, and it is kept to be mended
    std::optional<std::uint64_t> forks = {};  ///< Store::forks() when what it rests on was read
    Bytes imported = {};  ///< of a new one: what Books::made() knows the row of a file by; empty: none
};

/// What an answer of the hub changed.
struct Applied {
    std::uint64_t acknowledged = 0;  ///< own changes the hub has now, refused ones apart
    std::uint64_t news = 0;          ///< foreign changes applied
    std::vector<Attention> refused;  ///< by this answer
    bool forked = false;             ///< this store turned out to be a copy; it goes on with new pens
    std::uint64_t reissued = 0;      ///< unsent changes that got new names because of it
    bool more = false;               ///< the hub has more news
    bool restored = false;           ///< the hub was put back to a backup; it is told what it forgot
    std::uint64_t again = 0;         ///< acknowledged changes that are sent again because of it
    bool late = false;               ///< of a bundle's answer: the store has gone past it, nothing was taken
};

/// The station's store: one folder, one SQLite file (WAL, synchronous FULL).
///
/// Invariants: a save is one transaction and on disk when the call returns; seq is taken inside it, so a
/// pen's changes have no gaps; a cursor moves only in the transaction that applied what it covers; the state
/// of a record is a function of the set of its changes that were not refused. Not thread safe: one Store a
/// thread, any number over one folder.
class Store {
public:
    static Result<std::unique_ptr<Store>> create(const std::filesystem::path& folder, const std::string& name,
                                                 const Clock& clock, Random& random);
    /// ErrorCode::NotFound, Damaged or TooNew where it cannot be opened; then nothing was written.
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder, const Clock& clock,
                                               Random& random);
    ~Store();

    const std::filesystem::path& folder() const { return m_folder; }
    std::string name() const;

    // Definitions: the built-in ones and what the hub sent; replaced whole when reference data arrive.
    const schema::Catalog& catalog() const { return *m_catalog; }
    const schema::OrgTree& orgTree() const { return *m_orgTree; }

    // Identity
    // ---------------------------------------------------------------------------------------------------
    std::vector<Person> people() const;
    std::optional<Enrolment> enrolment() const;
    bool isEnrolled() const { return !meta("enrolment").empty(); }
    /// The pen that the person writes with, made now if there is none; introduces nobody.
    Result<protocol::PenIntroduction> penFor(std::int64_t person);
    /// Joins a district: the first person takes over the local one and its drafts, others are added. The pen
    /// of penFor() was introduced by the same request. Returns the person.
    Result<Person> enrol(const Enrolment& enrolment, const protocol::EnrolResponse& answer,
                         std::int64_t person);
    /// What proves this station to a hub that was restored: the body of a rejoin; empty: it has nothing.
    std::string certificates() const;
    /// Makes room for a further person who is about to enrol; removed again if they do not.
    Result<std::int64_t> addPerson(const std::string& name);
    Status removePerson(std::int64_t person);

    // Writing
    // ----------------------------------------------------------------------------------------------------
    /// All of it or nothing, each save one change of the person's pen; ids in the same order.
    /// ErrorCode::Validation: among others, the store forked since `Save::forks`.
    Result<std::vector<RecordId>> save(std::int64_t person, const std::vector<Save>& saves);

    /// How often this store went on under new names (a fork). What was read before speaks in the old ones.
    Result<std::uint64_t> forks() const;
    /// The ways from the names of then to today's, to be gone one after the other.
    Result<std::vector<Renaming>> renamedSince(std::uint64_t forks) const;

    // Refusals: what the hub did not accept stays until a person deals with it
    /// What mending this change would gather. ErrorCode::NotFound: it needs no attention.
    Result<Refused> refused(Dot change) const;
    using MendPlan = std::function<Result<records::Plan>(const Refused&)>;
    /// Writes what was refused anew, as `plan` has it, and closes the refusals; one transaction. A mended
    /// creation is a new record, written as the person's; what refers to the old one follows.
    Result<Closed> mend(std::int64_t person, Dot change, const MendPlan& plan);
    /// The same with fields as an edit takes them.
    Result<Closed> mend(std::int64_t person, Dot change, const Json& correction);
    /// Drops what was refused: an edit by itself, a creation with its record and all that rests on it.
    Result<Closed> discard(Dot change);

    // Reading
    // ----------------------------------------------------------------------------------------------------
    Result<StoredRecord> get(RecordId id) const;
    Result<merge::RecordState> state(RecordId id) const;
    /// The same with every superseded long text that this store still holds: what a write is planned on whose
    /// author was shown an earlier state.
    Result<merge::RecordState> stateWithPast(RecordId id) const;
    Result<std::vector<StoredRecord>> list(const ListQuery& query) const;
    /// The same, as much as a list shows of each: many times faster.
    Result<std::vector<RecordLine>> lines(const ListQuery& query) const;
    Result<std::uint64_t> count(const ListQuery& query) const;
    /// Oldest first, by effective time.
    Result<std::vector<StoredChange>> history(RecordId id) const;
    /// False: the hub may know more of its history than is here (it came as a state, or was pruned). True for
    /// a record that is not here.
    Result<bool> holdsHistory(RecordId id) const;
    /// When the hub took the last of these that was written here. Nothing: none was, one waits, or it was
    /// before that was kept.
    std::optional<Millis> receivedAt(const merge::VersionVector& written) const;
    /// Takes in a page of the history the hub gave.
    Status keepHistory(RecordId id, const protocol::HistoryResponse& page);

    /// Who wrote a version.
    struct Author {
        std::string person, station;
    };
    Author author(ReplicaId replica) const;
    /// What a person can look through at once; counts() counts them all.
    static constexpr std::size_t kMostAttention = 1000;
    Result<std::vector<Attention>> attention(const std::optional<Visible>& visible = std::nullopt) const;
    /// How far the worst clock that wrote it was ahead (negative: behind), of the changes held here.
    Millis clockError(RecordId id) const;

    struct Counts {
        std::uint64_t records = 0, waiting = 0, conflicts = 0, refused = 0;
        bool known = true;  ///< false: the store could not be read, and noughts mean nothing
    };
    Counts counts(const std::optional<Visible>& visible = std::nullopt) const;

    /// Rows of a compiled figure: JSON scalars, row by row.
    Result<std::vector<std::vector<Json>>> rows(const schema::Query& query) const;
    /// The record of a row number that a figure's query named.
    Result<StoredRecord> getByNumber(std::int64_t number) const;

    // Sync
    // -------------------------------------------------------------------------------------------------------
    /// What to say to the hub now: at most one page of unsent changes, ending at signed heads. One save goes
    /// whole, whatever the room.
    Result<protocol::SyncRequest> nextRequest(const PageRoom& room = {}) const;
    /// How far the hub has answered for an own pen; 0: none of ours.
    std::uint64_t acknowledged(ReplicaId replica) const;
    /// What requests may be compressed with: the newest dictionary that the hub and this program carry.
    protocol::DictionaryId commonDictionary() const;
    /// True while unsent changes are left after that request is acknowledged.
    bool hasUnsent() const;
    /// Of the changes that are not acknowledged, before they are compressed: what a push takes at most.
    std::uint64_t unsentBytes() const;
    /// Applies an answer and moves the cursor, in one transaction.
    Result<Applied> apply(const protocol::SyncRequest& request, const protocol::SyncResponse& answer);
    // Official numbers, from blocks that the hub has reserved for this station (numbers.cpp)
    /// Has the next syncs ask for numbers of these series and no others, as far as few are left.
    Status wantNumbers(const std::vector<protocol::NumberSeries>& series);
    /// The next number; it is never given again, whatever becomes of it. ErrorCode::NotFound: none is left.
    Result<std::uint64_t> takeNumber(const protocol::NumberSeries& series);
    /// Blocks of which numbers are left, by series.
    std::vector<NumberStock> numberStock() const;
    // A hub that was put back to a backup
    Healing healing() const;
    /// The rejoin is over, however it went.
    Status rejoined();
    /// What to say for Healing::Ask and Tell.
    Result<Telling> nextTelling() const;
    /// Moves on after the answer.
    Status apply(const Telling& told, const protocol::TestimonyAnswer& answer);

    // Bundles: a sync that is carried by hand (bundle.cpp)
    /// How bundles go to the hub and come from it; nothing: no enrolment told.
    std::optional<HubAddress> hubAddress() const;
    /// Takes an enrolment file: the person enrols with the next bundle, and joins with its answer.
    /// ErrorCode::Usage: somebody of that file works here already, or the store is of another district.
    Status beginJoining(const protocol::EnrolFile& file, std::int64_t person);
    std::optional<Joining> joining() const;
    /// Who signs a bundle of that person, or of whoever is joining.
    Result<protocol::BundleHead> bundleHead(std::int64_t person);
    /// All there is to say, request by request: every unacknowledged change (ruling 14), unless the hub was
    /// put back and has to be asked first what it lacks. Answers what to remember of it. Not while a sync
    /// runs.
    Result<BundleSaid> sayAll(const std::function<Status(const protocol::BundleItem&)>& each) const;
    /// Durable before the bundle is: an answer to a bundle that is not remembered is not applied.
    Status rememberBundle(const Bytes& id, const BundleSaid& said);
    Result<Bytes> signAs(ReplicaId pen, std::string_view message) const;
    /// What answers are sealed to; made at first use.
    Result<SealKey> sealKey();
    /// Those that were not answered, newest first.
    std::vector<Bytes> unansweredBundles() const;
    /// Reads the answer to a bundle, item by item. ErrorCode::NotFound: this store has not written it, or no
    /// longer remembers it.
    Result<BundleAnswer> answerTo(const Bytes& id) const;
    /// Applies the next item, in one transaction. Whatever the store has learned since is kept: an item that
    /// comes too late is `late` and changes nothing.
    Result<Applied> apply(BundleAnswer& answer, const protocol::BundleItem& item);
    Status noteAnswered(const BundleAnswer& answer);

    /// How the last sync went, for `status`.
    struct SyncMemory {
        std::optional<Millis> lastSuccess;
        Text lastProblem;
        std::optional<Millis> clockOffset;  ///< hub minus this machine
        std::vector<std::string> scope;
    };
    SyncMemory syncMemory() const;
    Status rememberSync(const std::optional<Text>& problem);
    LinkSettings linkSettings() const;
    Status setLinkSettings(const LinkSettings& settings);
    /// Bytes of all syncs of this day (in China), counted while there is a bound on them.
    std::uint64_t spentToday() const;
    Status noteSpent(std::uint64_t bytes);
    LinkMemory linkMemory() const;
    Status rememberLink(const LinkMemory& link);

    // Paper (printed.cpp)
    // -----------------------------------------------------------------------------------------------------
    /// How often a form of a record has been printed at this computer, drafts apart.
    Result<std::uint64_t> timesPrinted(RecordId id, const std::string& form) const;
    Status notePrinted(RecordId id, const std::string& form, std::int64_t person) const;

    // Care
    // -------------------------------------------------------------------------------------------------------
    /// Every record that is not reference data, by ascending id.
    Status forEach(const std::function<Status(const StoredRecord&)>& visit) const;
    Status backup(const std::filesystem::path& file) const;
    /// When one was made of this store where it lies now; nothing: none was.
    std::optional<Millis> lastBackup() const;
    /// Puts a backup in place of a missing store. Its pens retire: they may have written after the backup was
    /// made, so whoever writes next gets a new one and no dot is given twice.
    static Status restoreBackup(const std::filesystem::path& file, const std::filesystem::path& folder,
                                const Clock& clock, Random& random);
    /// Leaves nothing in the folder's files of what the store no longer holds (ruling 12), if something left
    /// or was erased since the last time; cheap otherwise. Called after a sync and by open(): it goes on
    /// where a crash, a full disk or a reader in the way stopped it.
    Status scrub();
    /// Examines the file, every chain of its own pens, and every record against its changes.
    Result<CheckReport> check() const;

private:
    struct Pen;
    struct RecordRow;
    class Writer;
    struct Stretch;
    Store(std::filesystem::path folder, std::unique_ptr<sqlite::Database> database, const Clock& clock,
          Random& random);

    std::string meta(const std::string& key) const;
    Status setMeta(const std::string& key, const std::string& value) const;
    Status loadDefinitions();
    Millis offset() const;
    Result<Pen> activePen(std::int64_t person);
    HybridTime latestTime() const;
    Status retirePens();
    Status keepCertificate(const Enrolment& enrolment, const Json& certificate) const;

    Result<sqlite::Statement> page(const ListQuery& query, std::string columns(bool enrolled)) const;
    Result<std::optional<RecordRow>> findRow(RecordId id) const;
    Result<std::optional<RecordRow>> findRow(std::int64_t number) const;
    Result<std::int64_t> replicaNumber(ReplicaId replica) const;
    Result<protocol::ChainHead> chainStart(std::int64_t number, ReplicaId replica) const;
    Status putRecord(RecordRow& row) const;
    Status recallPast(RecordRow& row) const;

    // The state of a record (workout.cpp)
    merge::KeepsPast keepsPast(const RecordRow& row) const;
    Result<merge::RecordState> workedOut(const RecordRow& row) const;
    Result<merge::RecordState> withoutWaiting(const RecordRow& row) const;
    bool waits(std::int64_t record) const;
    Status rebuild(std::int64_t record);
    Status settleBase(std::int64_t record);

    // Answers of the hub (apply.cpp, news.cpp)
    Status acknowledge(const protocol::Ack& ack, Millis at, Applied& applied,
                       std::vector<protocol::Fork>& broken);
    Status noteReceived(std::int64_t replica, std::uint64_t seq, Millis at);
    Status forgetReceived(std::int64_t replica, std::uint64_t after);
    Status retime(std::int64_t replica, std::uint64_t before, const protocol::Ack& ack);
    Status withdrawRefusals(std::int64_t replica, std::uint64_t before, const protocol::Ack& ack);
    Result<bool> noteRefusal(std::int64_t replica, const protocol::Refusal& refused);
    Status takeBack(std::int64_t replica, std::uint64_t seq, Applied& applied);
    Status confirm(std::int64_t replica, std::uint64_t before, std::uint64_t upTo);
    Status noteProgress(const protocol::SyncRequest& request, const protocol::SyncResponse& answer);
    std::uint64_t pullNumber() const;
    bool pullUnderWay() const;
    Status notePens(const std::vector<protocol::PenName>& pens);
    Result<RecordRow> rowFor(RecordId id, const std::string& type);
    Status applyNews(const std::vector<protocol::SentChange>& changes, Applied& applied);
    Status applyStates(const std::vector<protocol::SentState>& states, Applied& applied);
    Status replaceState(RecordRow& row, const protocol::SentState& sent, Applied& applied);
    Status joinState(RecordRow& row, const protocol::SentState& sent, Applied& applied);
    Status putTouched(std::map<RecordId, RecordRow>& touched);
    Status keepNews(const protocol::SentChange& sent, std::int64_t replica, std::int64_t record);
    Status retimeKnown(std::int64_t replica, const protocol::SentChange& sent);
    Status replaceTestimony(std::int64_t replica, const protocol::SentChange& sent);

    // A hub that was restored (restored_hub.cpp)
    bool isOfAnotherLife(const protocol::SyncResponse& answer) const;
    Result<Applied> meetAgain(const protocol::SyncResponse& answer);
    Status giveUpNames(protocol::Fork& pen, const protocol::SyncResponse& answer);
    Status fallBackTo(const protocol::Ack& ack, Applied& applied, std::vector<protocol::Fork>& broken);
    Status fallBack(std::int64_t replica, std::uint64_t seq, Applied& applied,
                    std::vector<protocol::Fork>& broken);
    Result<bool> holdsSigned(std::int64_t replica, std::uint64_t after, std::uint64_t upTo) const;
    Status layDown(const std::vector<protocol::Fork>& broken, Applied& applied);
    Status keepReceipt(std::int64_t replica, const protocol::Ack& ack);
    Status noteSafe(const protocol::SafeSeqs& safe);
    Status giveUpNumbers();
    Status addNumbers(protocol::SyncRequest& out) const;
    Status noteNumbers(const protocol::SyncRequest& request, const protocol::SyncResponse& answer);
    Status addReceipt(protocol::SyncRequest& out, const Stretch& stretch) const;
    // What a restored hub is told of others (testimony.cpp)
    using Seqs = std::map<ReplicaId, std::uint64_t>;
    Result<Seqs> seqsOf(std::string_view sql) const;
    Status fillTelling(Telling& out, std::int64_t from) const;
    Result<std::vector<protocol::SentChange>> heldForgotten(std::int64_t record) const;
    Result<std::vector<protocol::PenName>> namesOf(const std::set<ReplicaId>& replicas) const;

    // What goes (leaving.cpp, prune.cpp)
    Status letGo(RecordId id);
    Status forget(const RecordRow& row);
    Status tidy();
    Result<int> dropLeft();
    Status prune();
    Result<std::int64_t> pruneFrom(std::int64_t after);
    Result<bool> mayPrune(std::int64_t replica, const protocol::Change& change) const;
    Status pruneChange(std::int64_t replica, const protocol::Change& change);
    Status keepChains(std::int64_t record);

    // Forks (reissue.cpp)
    Result<std::vector<protocol::Fork>> comparedOnly(const std::vector<protocol::Fork>& forks,
                                                     const protocol::SyncRequest& request) const;
    Status partFrom(const std::vector<protocol::Fork>& forks, Applied& applied);
    Status cutBack(std::int64_t replica, std::uint64_t common);
    Status reissue(std::vector<protocol::Change> changes);
    Status renameRecord(RecordId before, RecordId after);
    Status keepNames(const Renaming& renaming);

    Position reached() const;
    struct Unsent {
        std::vector<Stretch> stretches;  ///< what the next page holds
        bool more = false;               ///< that is not all
    };
    /// Of a bundle: what its requests before have said.
    struct Said {
        std::map<std::int64_t, std::uint64_t> upTo;  ///< by number of the pen
        std::int64_t joining = 0;                    ///< person; 0: nobody
    };
    Result<protocol::SyncRequest> requestAfter(const Said& said, const PageRoom& room = {}) const;
    Result<Unsent> unsentStretches(const Said& said, const PageRoom& page) const;
    Result<Telling> tellingFrom(std::int64_t from) const;
    Result<bool> sayHealing(BundleSaid& said,
                            const std::function<Status(const protocol::BundleItem&)>& each) const;
    bool isLate(const BundleAnswer& answer, const protocol::SyncRequest& asked,
                const protocol::SyncResponse& said, const protocol::SyncRequest& now) const;
    Result<Applied> applyEnrolment(const BundleSaid::Step& step, const Bytes& body);
    Result<Applied> applyTestimony(const BundleAnswer& answer, const BundleSaid::Step& step,
                                   const Bytes& body);
    Result<Applied> applySync(BundleAnswer& answer, protocol::SyncRequest asked, const Bytes& body,
                              bool news);
    Status addStretch(protocol::SyncRequest& out, const Stretch& stretch) const;

    // What may not stay in the files (erase.cpp, scrub.cpp)
    enum class Wipe { Rest, All };  ///< All: pieces in half-filled pages too
    Status markForScrub(Wipe wipe);
    Status mergeSearch();
    Result<std::int64_t> fileBytes() const;
    Status obeyErasures(const protocol::SyncResponse& answer);
    Status carryOut(RecordId record);
    Status eraseBlock(std::int64_t replica, std::uint64_t opening, const protocol::Erases& erases);

    Status noteDefinitions();
    Status renewIndex();
    Status noteWorkedOut();
    Status adoptDefinitions();
    Status refreshDefinitions();
    Status checkChains(CheckReport& report) const;
    Status checkRecords(CheckReport& report) const;
    Result<bool> isUnborn(const RecordRow& row) const;
    Status dropRow(const RecordRow& row);
    // Which attachments are named (attachment_uses.cpp)
    enum class Naming { Heard, Ours };
    Status noteBlobs(std::int64_t record, const std::vector<records::NamedBlob>& named, Naming naming) const;
    Status dropStaleBlobUses(std::int64_t record) const;
    Status follow(Writer& writer, std::int64_t person, RecordId before, RecordId after);
    Result<RecordId> createAgain(Writer& writer, const Refused& refused, std::vector<merge::Write> writes);
    Status closeRecord(RecordId record, const std::string& became);
    Status closeChanges(const std::vector<Dot>& changes);
    Attention attentionOf(std::int64_t replica, std::uint64_t seq) const;

    std::filesystem::path m_folder;
    std::unique_ptr<sqlite::Database> m_database;
    const Clock& m_clock;
    Random& m_random;
    std::shared_ptr<const schema::Catalog> m_catalog;
    std::shared_ptr<const schema::OrgTree> m_orgTree;
    std::string m_definitions;  ///< which state of the reference data m_catalog was made from
};

}  // namespace fayi::store
