// SPDX-License-Identifier: Apache-2.0
// long: every use case of a station, in a line or two each
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
#include "fayi/records/plan.h"
#include "fayi/runtime/blob_session.h"
#include "fayi/runtime/bundle_session.h"
#include "fayi/schema/catalog.h"
#include "fayi/schema/check.h"
#include "fayi/station/link_report.h"
#include "fayi/station/types.h"
#include "fayi/store/store.h"

namespace fayi::station {

struct Offered;  // what is to become an attachment

/// Told in one go of what the hub refused.
inline constexpr std::size_t kMostAttention = store::Store::kMostAttention;

/// What a person at a station can do, without any screen: the window and `fayi-station` are both thin above
/// it.
///
/// Opens one data folder. Not thread safe: one Station a thread, each with its own connection; the store's
/// write-ahead log lets them work side by side. All answers are value snapshots. Every change is on disk
/// before the call returns.
class Station {
public:
    /// Records of one transaction: it stays far below the 50 ms the write lock may be held.
    static constexpr std::size_t kBatch = 250;

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
    const store::Person& person() const { return m_person; }

    /// Joins a district, or adds a further person to a station that has joined: asks the hub over HTTP(S).
    Result<Enrolled> enrol(const std::string& server, const std::string& code, const std::string& caFile);
    /// The same by a file of the hub and without any network: the next bundle asks, its answer completes it.
    Result<Enrolled> enrolByFile(const std::filesystem::path& file);

    // Definitions
    // ------------------------------------------------------------------------------------------------

    const schema::Catalog& catalog() const { return m_store->catalog(); }
    /// The org tree of the district: the hub's units once enrolled, the built-in template before.
    const schema::OrgTree& orgTree() const { return m_store->orgTree(); }
    bool may(schema::Action action, const std::string& type) const;

    // Records
    // ----------------------------------------------------------------------------------------------------

    /// ErrorCode::Validation carries every problem in `refusedBecause`.
    Result<Record> create(const std::string& type, const Json& fields, const std::string& org = {});
    /// Several in one transaction, all or none; at most kBatch. The org unit of each is its "org" key, else
    /// `org`, else the person's own. If one is refused, refusedAt() says which.
    Result<std::vector<Record>> createMany(const std::string& type, const std::vector<Json>& records,
                                           const std::string& org = {});
    /// `shown`: the context of the form (Record::shown when it was loaded); nothing: what is there now.
    /// ErrorCode::Validation: among others, the store went on under new names since catchUp().
    Result<Record> edit(RecordId id, const Json& patch,
                        const std::optional<merge::VersionVector>& shown = std::nullopt);
    Result<Record> submit(RecordId id, const std::optional<merge::VersionVector>& shown = std::nullopt);
    Result<Record> verify(RecordId id, const std::optional<merge::VersionVector>& shown = std::nullopt);
    Result<Record> giveBack(RecordId id, const std::string& remark, const std::string& field,
                            const std::optional<merge::VersionVector>& shown = std::nullopt);
    /// One return with several remarks, each pinned to its field; at most kMostPins.
    Result<Record> giveBack(RecordId id, const std::vector<Pin>& remarks,
                            const std::optional<merge::VersionVector>& shown = std::nullopt);
    /// A reviewer who has more to say talks to the author.
    static constexpr std::size_t kMostPins = 50;
    /// A remark that returns nothing; `field` empty: about the record. Who may return may write one.
    Result<Record> remark(RecordId id, const std::string& text, const std::string& field);
    /// Makes a submitted or verified record void for good: it is kept and shown, and counts nowhere.
    Result<Record> makeVoid(RecordId id, const std::string& reason,
                            const std::optional<merge::VersionVector>& shown = std::nullopt);
    /// Restricts a record (PIPL 47): it is kept, counted and shown masked, and nobody changes, prints or
    /// exports it until that is lifted. Without a reason: lifts it.
    Result<Record> restrict(RecordId id, const std::optional<std::string>& reason);
    Result<Record> remove(RecordId id, const std::optional<merge::VersionVector>& shown = std::nullopt);
    /// Without a version: undoes a delete. With one: writes what that change wrote once more, as a new
    /// change.
    Result<Record> restore(RecordId id, std::optional<Dot> version = std::nullopt);

    /// What mending this refused change would show, for a form: the record with what was refused.
    Result<Record> mendable(Dot change) const;
    /// Sends once more what the hub refused, with these fields corrected ("org" may be among them).
    Result<Mended> mend(Dot change, const Json& correction);
    /// Drops what the hub refused; a refused creation takes its record with it.
    Result<store::Closed> discard(Dot change);
    /// Why the hub would refuse what happens on that day in these units; empty: the period is open.
    Text lockOf(const std::vector<std::string>& orgs, const std::string& happenedOn) const;

    /// Gives the record its official number of that kind (empty: the only one of its type) from a block of
    /// its office, without a network. ErrorCode::NotFound: none is left here.
    Result<Record> number(RecordId id, const std::string& kind);
    /// Official numbers that a record lacks and this person may give it now: on request, or since the step
    /// that gives them had none left. Of the catalog.
    std::vector<const schema::NumberRule*> numbersLacking(const Record& record) const;
    /// Numbers that are left here.
    std::vector<store::NumberStock> numbers() const { return m_store->numberStock(); }

    /// Moves the record to another org unit.
    Result<Record> move(RecordId id, const std::string& org);
    /// Leaves permission to the hub from now on: writes what this station itself would refuse. For support.
    void leavePermissionToHub();

    /// The ways from the names in which this Station spoke until now to today's: ids, contexts and values
    /// that were read before go through them, in order. Mostly empty: a store forks once in its life, if
    /// ever.
    Result<std::vector<store::Renaming>> catchUp();

    Result<Record> get(RecordId id) const;
    /// The same query as list(), each record whole.
    Result<std::vector<Record>> records(const ListQuery& query) const;
    Result<std::vector<RecordRow>> list(const ListQuery& query) const;
    /// Number of records of a query, limit and cursor apart.
    Result<std::uint64_t> count(const ListQuery& query) const;
    Result<std::vector<HistoryEntry>> history(RecordId id) const;
    /// When the district took the last that was written here of a record; nothing: it has not, or that is not
    /// known.
    std::optional<Millis> receivedAt(const Record& record) const { return m_store->receivedAt(record.shown); }
    /// False: the hub may hold older changes of the record than are here.
    bool holdsHistory(RecordId id) const;
    /// Fetches them, if any. An error leaves what is here readable.
    Status fetchHistory(RecordId id);
    /// All open conflicts, or those of one record.
    Result<std::vector<Conflict>> conflicts(std::optional<RecordId> id = std::nullopt) const;
    /// `field` is a path as in Conflict::field; the value of one sibling, or a third one.
    Result<Record> resolveTaking(RecordId id, const std::string& field, Dot version);
    Result<Record> resolveWith(RecordId id, const std::string& field, const Json& value);
    /// Who wrote a version, by name.
    std::string author(Dot version) const;
    /// Others of its type that may tell of the same event (schema::maybeSameEvent), void ones left out.
    Result<std::vector<RecordRow>> maybeTwice(const Record& record) const;
    /// What keeps a record from being submitted, and warnings; empty for one that is past that.
    std::vector<schema::Problem> problems(const Record& record) const;

    /// The report lists every row that cannot be taken. A row that made a record before, by this import or
    /// another, makes no second one while that record is there.
    Result<ImportReport> import(const ImportWish& wish);

    // Privacy
    // ----------------------------------------------------------------------------------------------------

    /// Every record of the person's scope that tells of somebody, of all types, the recycle bin apart (PIPL
    /// 45 to 47). Names and numbers are looked for in every text, spaces apart. Reads the whole store; at
    /// most kMostOfSubject. ErrorCode::Usage: nothing to look for.
    Result<SubjectRecords> subject(const Subject& subject) const;
    static constexpr std::size_t kMostOfSubject = 2'000;
    /// Records whose retention ended before that day (empty: today), the longest overdue first, at most
    /// kMostExpired. They are erased by the hub's order, nowhere else.
    Result<std::vector<Expired>> expired(const std::string& on = {}) const;
    static constexpr std::size_t kMostExpired = 10'000;

    // Attachments
    // -----------------------------------------------------------------------------------------------

    /// Takes a file in and adds it to a field for attachments of the record. ErrorCode::Validation: also a
    /// file that is empty, too large, or a program. `paper`: which paper of the dossier it is, which then is
    /// in it; empty: none of them.
    Result<Attached> attach(RecordId id, const std::string& field, const std::filesystem::path& file,
                            const std::string& paper = {});
    /// The same with bytes that lie in no file, as a photo just taken.
    Result<Attached> attach(RecordId id, const std::string& field, const std::string& name,
                            std::string_view content, const std::string& paper = {});
    /// Writes an attachment out that a record here names; asks the hub for it if it is not here.
    Result<Attached> writeBlob(const std::string& name, const std::filesystem::path& file);

    // Paper
    // ------------------------------------------------------------------------------------------------------

    /// The forms that can be printed of records of that type; of all types where it is empty.
    std::vector<const schema::PaperForm*> papers(const std::string& type = {}) const;
    /// A form filled with a record, as a PDF file of that name; ".docx" ends a document to be edited. A
    /// draft is marked as one; what was printed here before, as either, says which print it is.
    Result<Printed> print(RecordId id, const std::string& form, const std::filesystem::path& file,
                          Language language);

    // Figures
    // ----------------------------------------------------------------------------------------------------

    /// Dates inclusive, "2025-01-01". `unit` empty: everything this store holds.
    Result<std::vector<FigureValue>> figures(const std::string& report, const std::string& from,
                                             const std::string& to, const std::string& unit) const;
    /// What must hold between figures of the report, or must be known of them.
    Result<std::vector<CheckValue>> checks(const std::string& report, const std::string& from,
                                           const std::string& to, const std::string& unit) const;
    Result<std::vector<Record>> figureRecords(const std::string& report, const std::string& figure,
                                              const std::string& from, const std::string& to,
                                              const std::string& unit) const;

    /// The records of these numbers of the store, as a figure or a sheet found them, that this person reads.
    Result<std::vector<Record>> recordsOf(const std::vector<std::int64_t>& numbers) const;
    /// Those that count anything which is work of this person's role, by name; all for a role without any.
    std::vector<const schema::Report*> reports() const;
    /// The definition. ErrorCode::Usage: there is none, or these days are no period.
    Result<const schema::Report*> reportFor(const std::string& name, const std::string& from,
                                            const std::string& to) const;
    /// The units whose records count for a report of `unit` (empty: all that this person sees).
    Result<std::vector<std::string>> figureOrgs(const std::string& unit) const;
    std::string today() const;

    /// What is due soon or overdue for the person who works here, the most urgent first, at most
    /// `kMostDue`. `today` empty: by the clock.
    Result<std::vector<Due>> due(const std::string& today = {}) const;
    static constexpr std::size_t kMostDue = 200;

    // Sync and care of the store
    // ----------------------------------------------------------------------------------

    /// What its fields for attachments hold, in their order.
    Result<std::vector<AttachmentState>> attachments(RecordId id) const;
    /// One sync, run here and now on this thread. The window uses sync/runtime's thread instead.
    Result<SyncReport> sync(const runtime::SyncWishes& wishes = {});
    /// All there is to say to the hub, into a file, or parts of at most `split` bytes beside it (0: one
    /// file). `told` hears of each part that lies on the disk. With attachments: those that wait, and
    /// questions for those of others.
    using PartTold = std::function<void(std::uint64_t part, std::uint64_t of)>;
    Result<BundleReport> writeBundle(const std::filesystem::path& file, std::uint64_t split,
                                     const PartTold& told, bool attachments = false);
    /// Applies the answer to a bundle: one file, or the parts of one.
    Result<BundleReport> readBundle(const std::vector<std::filesystem::path>& files);
    /// Collects the answers that wait at a relay or hub, writes a bundle and hands it in there. With
    /// attachments: as many as one request carries.
    Result<BundleReport> sendBundle(const std::string& server, const std::string& caFile,
                                    bool attachments = false);
    /// Hands in a bundle of another station at a hub or relay, and puts the answer into a file for that
    /// station.
    Result<BundleReport> carryBundle(const std::vector<std::filesystem::path>& files,
                                     const std::string& server, const std::string& caFile,
                                     const std::filesystem::path& answer);
    /// Tries the way to a hub, step by step; empty: that of this station. ErrorCode::Usage: no address.
    Result<LinkReport> testLink(const std::string& server = {}, const std::string& caFile = {}) const;
    LinkSettings linkSettings() const;
    /// ErrorCode::Usage: an address that no proxy can have.
    Status setLinkSettings(const LinkSettings& settings);
    /// Bytes of all syncs of this day, counted while there is a bound on them.
    std::uint64_t spentToday() const;
    StationStatus status() const;
    /// What waits of the attachments: so little of status() that it can be asked while they go.
    store::AttachmentCounts attachmentCounts() const;
    /// What the hub refused, newest first; at most kMostAttention.
    Result<std::vector<Attention>> needsAttention() const;

    /// Calls `line` for each record of the whole store in canonical order, then gives their number and
    /// SHA-256.
    Result<DumpEnd> dump(const std::function<void(const std::string&)>& line) const;
    Status backup(const std::filesystem::path& file) const;
    /// When one was made of this store where it lies now; nothing: none was.
    std::optional<Millis> lastBackup() const;
    static Status restoreBackup(const std::filesystem::path& file, const std::filesystem::path& folder,
                                const Clock& clock, Random& random);
    Result<CheckReport> check() const;

    /// The reasons of the last call that failed with ErrorCode::Validation; empty otherwise.
    const std::vector<schema::Problem>& refusedBecause() const { return m_refused; }
    /// Which of several records it was, from 0.
    std::size_t refusedAt() const { return m_refusedAt; }

    store::Store& store() { return *m_store; }
    const store::Store& store() const { return *m_store; }

private:
    struct Loaded;  ///< a record at work: what is shown, its registers, its type
    Station(std::unique_ptr<store::Store> store, const Clock& clock, Random& random);
    static Result<std::unique_ptr<Station>> over(std::unique_ptr<store::Store> store, const Clock& clock,
                                                 Random& random);

    void renewPerson();
    Result<BundleReport> applyAnswer(const runtime::BundleBytes& bytes, BundleReport report);
    Result<std::int64_t> roomForOneMore();
    bool isVisible(const store::StoredRecord& record) const;
    ListQuery visibly(ListQuery query) const;
    Record recordOf(store::StoredRecord stored) const;
    Conflict conflictOf(RecordId id, const std::string& type, const records::OpenConflict& open) const;
    Result<const schema::RecordType*> typeFor(const std::string& name) const;
    Result<Loaded> load(RecordId id, const std::optional<merge::VersionVector>& shown) const;
    Status addDue(std::vector<Due>& out, const schema::Deadline& deadline,
                  const schema::WorkCalendar& calendar, const std::string& today) const;

    Result<Attached> attach(RecordId id, const std::string& field, const Offered& offered);
    void fileUnder(records::Plan& plan, const std::string& paper, const std::string& blob,
                   const Loaded& record) const;
    Status checkVisible(const store::Attachments& book, const std::string& name) const;
    Status fetchBlob(store::Attachments& book, const std::string& name);

    Error refuse(std::vector<schema::Problem> problems);
    Error refuse(const std::string& field, Text message);
    Status permit(std::optional<RecordId> record, const schema::RecordType& type,
                  const std::vector<merge::Write>& writes, const std::vector<std::string>& orgs);
    Status takeOrg(Json& fields, std::string& org);
    std::string standingUnit(const schema::RecordType& type, const Json& fields,
                             const std::string& org) const;
    void warnOfLock(Record& after, const records::View* before) const;
    Status warnOfTwice(Record& record) const;
    std::string officeOf(const std::string& org) const;
    void renewNumberWants();
    Result<Record> giveNumber(Loaded& record, const schema::NumberRule& rule);
    Result<Text> giveNumbersOf(schema::NumberRule::At step, schema::Action action, Loaded& record);
    Result<store::Save> planNew(const schema::RecordType& type, Json fields, std::string org);
    Result<Record> write(const Loaded& record, records::Plan plan);
    Status leaveOutMade(std::vector<store::Save>& saves, ImportReport& report) const;
    Result<ImportReport> saveImported(const std::vector<store::Save>& saves, ImportReport report,
                                      bool partial);

    std::unique_ptr<store::Store> m_store;
    const Clock& m_clock;
    Random& m_random;
    store::Person m_person;
    bool m_asked = false;  ///< somebody said who works: what is counted is theirs
    bool m_hubJudges = false;
    std::uint64_t m_forks = 0;  ///< of the store, as callers know it
    std::vector<schema::Problem> m_refused;
    std::size_t m_refusedAt = 0;
};

}  // namespace fayi::station
