// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/attachments.h"

#include "attachment_sql.h"
#include "fayi/base/limits.h"
#include "fayi/sqlite/database.h"
#include "file.h"

namespace fayi::store {
namespace {

constexpr const char* kFolderName = "blobs";
/// Uses looked at, and files wiped, after one sync.
constexpr int kWalk = 500;
constexpr int kMostWiped = 100;
/// After the first miss, and at most.
constexpr Millis kFirstWait = std::chrono::minutes(1);
constexpr Millis kLongestWait = std::chrono::hours(24);
constexpr int kMostDoublings = 11;

#define FAYI_ATTACHMENT_COLUMNS "a.name, a.bytes, a.here, a.thumbnail, a.at_hub, a.sent"

/// `?1` is now. A time too far ahead was set by a clock that has been put right since.
constexpr const char* kDueSql = "(a.not_before<=?1 OR a.not_before>?1+2*86400000)";
/// Named by a record that the hub knows or will hear of.
constexpr const char* kSendableSql =
    "a.at_hub=0 AND a.here=a.bytes AND EXISTS(SELECT 1 FROM attachment_use u JOIN record r ON "
    "r.number=u.record WHERE u.name=a.name AND NOT EXISTS(SELECT 1 FROM refusal f WHERE f.replica=r.replica "
    "AND f.seq=r.seq))";

}  // namespace

Attachments::Attachments(const std::filesystem::path& folder, std::unique_ptr<sqlite::Database> database,
                         const Clock& clock)
    : m_files(folder / kFolderName), m_database(std::move(database)), m_clock(clock) {}
Attachments::~Attachments() = default;

Result<std::unique_ptr<Attachments>> Attachments::open(const std::filesystem::path& folder,
                                                       const Clock& clock) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    return std::unique_ptr<Attachments>(new Attachments(folder, std::move(database), clock));
}

std::string Attachments::meta(const std::string& key) const {
    auto row = m_database->prepare("SELECT value FROM meta WHERE key=?");
    row.bind(key);
    return row.step() ? row.text(0) : std::string();
}

Status Attachments::setMeta(const std::string& key, const std::string& value) {
    return m_database->prepare("INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)")
        .bind(key)
        .bind(value)
        .run();
}

Result<std::optional<Attachment>> Attachments::one(sqlite::Statement& row) const {
    if (!row.step()) {
        FAYI_TRY(row.status());
        return std::optional<Attachment>();
    }
    Attachment out{row.text(0),         std::nullopt,        row.number(2),
                   row.integer(3) != 0, row.integer(4) != 0, row.number(5)};
    if (!row.isNull(1))
        out.bytes = row.number(1);
    return std::optional(std::move(out));
}

Result<std::optional<Attachment>> Attachments::find(const std::string& name) const {
    auto row = m_database->prepare("SELECT " FAYI_ATTACHMENT_COLUMNS " FROM attachment a WHERE a.name=?");
    return one(row.bind(name));
}

Status Attachments::noteTakenIn(const std::string& name, std::uint64_t bytes, bool thumbnail) {
    const Millis until = m_clock.now() + limits::kBlobGraceHere;
    return m_database
        ->prepare(
            "INSERT INTO attachment(name,bytes,here,thumbnail,kept_until) VALUES(?1,?2,?2,?3,?4) ON "
            "CONFLICT(name) DO UPDATE SET bytes=excluded.bytes, here=excluded.here, "
            "kept_until=excluded.kept_until")
        .bind(name)
        .bind(bytes)
        .bind(thumbnail ? 1 : 0)
        .bind(until.count())
        .run();
}

Result<std::optional<Attachment>> Attachments::nextUp(bool thumbnails) const {
    FAYI_LET(row, m_database->prepareOnce(std::string("SELECT " FAYI_ATTACHMENT_COLUMNS
                                                      " FROM attachment a WHERE a.thumbnail>=?2 AND ") +
                                          kDueSql + " AND " + kSendableSql +
                                          " ORDER BY a.thumbnail DESC, a.bytes, a.name LIMIT 1"));
    return one(row.bind(m_clock.now().count()).bind(thumbnails ? 1 : 0));
}

Result<std::optional<Attachment>> Attachments::nextDown() const {
    FAYI_LET(row, m_database->prepareOnce(
                      std::string("SELECT " FAYI_ATTACHMENT_COLUMNS
                                  " FROM attachment a WHERE a.thumbnail=1 AND (a.bytes IS NULL OR "
                                  "a.here<a.bytes) AND ") +
                      kDueSql +
                      " AND EXISTS(SELECT 1 FROM attachment_use u WHERE u.name=a.name) ORDER BY a.misses, "
                      "a.name LIMIT 1"));
    return one(row.bind(m_clock.now().count()));
}

Result<std::vector<Attachment>> Attachments::some(const std::string& condition, std::size_t most) const {
    std::vector<Attachment> out;
    FAYI_LET(rows,
             m_database->prepareOnce("SELECT " FAYI_ATTACHMENT_COLUMNS " FROM attachment a WHERE " +
                                     condition + " ORDER BY a.thumbnail DESC, a.bytes, a.name LIMIT ?"));
    rows.bind(static_cast<std::int64_t>(most));
    for (;;) {
        FAYI_LET(next, one(rows));
        if (!next)
            return out;
        out.push_back(std::move(*next));
    }
}

Result<std::vector<Attachment>> Attachments::sendable(std::size_t most) const {
    return some(kSendableSql, most);
}

Result<std::vector<Attachment>> Attachments::missing(std::size_t most) const {
    return some(
        "(a.bytes IS NULL OR a.here<a.bytes) AND EXISTS(SELECT 1 FROM attachment_use u WHERE u.name=a.name)",
        most);
}

Status Attachments::noteSent(const std::string& name, std::uint64_t upTo) {
    return m_database->prepare("UPDATE attachment SET sent=?, misses=0, not_before=0 WHERE name=?")
        .bind(upTo)
        .bind(name)
        .run();
}

Status Attachments::noteAtHub(const std::string& name) {
    return m_database->prepare("UPDATE attachment SET at_hub=1, sent=0, misses=0, not_before=0 WHERE name=?")
        .bind(name)
        .run();
}

Status Attachments::noteMiss(const std::string& name) {
    auto row = m_database->prepare("SELECT misses FROM attachment WHERE name=?");
    row.bind(name);
    const int misses = row.step() ? static_cast<int>(row.integer(0)) : 0;
    const Millis wait = std::min(kLongestWait, kFirstWait * (1 << std::min(misses, kMostDoublings)));
    return m_database->prepare("UPDATE attachment SET misses=misses+1, sent=0, not_before=? WHERE name=?")
        .bind((m_clock.now() + wait).count())
        .bind(name)
        .run();
}

Result<bool> Attachments::addPiece(const Attachment& attachment, std::uint64_t total,
                                   std::string_view piece) {
    const std::string& name = attachment.name;
    const std::uint64_t here = attachment.here + piece.size();
    FAYI_TRY(m_files.append(name, attachment.here, piece));
    const bool whole = here == total;
    if (whole) {
        FAYI_LET(sound, m_files.examine(name, name));
        if (!sound) {
            FAYI_TRY(noteLost(name));
            return false;
        }
        FAYI_TRY(m_files.finish(name, name));
    }
    FAYI_TRY(m_database
                 ->prepare("UPDATE attachment SET bytes=?2, here=?3, at_hub=max(at_hub,?4), misses=0, "
                           "not_before=0 WHERE name=?1")
                 .bind(name)
                 .bind(total)
                 .bind(here)
                 .bind(whole ? 1 : 0)
                 .run());
    return true;
}

Status Attachments::noteLost(const std::string& name) {
    FAYI_TRY(m_files.wipe(name));
    return m_database->prepare("UPDATE attachment SET here=0, sent=0 WHERE name=?").bind(name).run();
}

Status Attachments::takeOver(const std::filesystem::path& folder) {
    const blobs::BlobTree from(folder / kFolderName);
    std::vector<std::string> gone;
    auto rows = m_database->prepare("SELECT name FROM attachment WHERE here>0 ORDER BY name");
    while (rows.step())
        if (std::string name = rows.text(0); !m_files.sizeOf(name))
            gone.push_back(std::move(name));
    FAYI_TRY(rows.status());
    for (const std::string& name : gone) {
        const auto taken = m_files.takeIn(from.fileOf(name), limits::kBlobBytes);
        if (!taken || taken->name != name)
            FAYI_TRY(noteLost(name));
    }
    return {};
}

Status Attachments::noteEpoch() {
    const std::string epoch = meta("epoch"), known = meta("attachment-epoch");
    if (epoch == known)
        return {};
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    if (!known.empty())
        FAYI_TRY(m_database->execute("UPDATE attachment SET at_hub=0, sent=0, misses=0, not_before=0"));
    FAYI_TRY(setMeta("attachment-epoch", epoch));
    return transaction.commit();
}

Result<AttachmentCounts> Attachments::counts() const {
    AttachmentCounts out;
    FAYI_LET(row, m_database->prepareOnce(
                      std::string("SELECT count(*), total(a.bytes-a.sent) FROM attachment a WHERE ") +
                      kSendableSql));
    if (row.step()) {
        out.waiting = row.number(0);
        out.waitingBytes = static_cast<std::uint64_t>(row.real(1));
    }
    FAYI_TRY(row.status());
    auto missing = m_database->prepare(
        "SELECT count(*) FROM attachment a WHERE a.thumbnail=1 AND (a.bytes IS NULL OR a.here<a.bytes) AND "
        "EXISTS(SELECT 1 FROM attachment_use u WHERE u.name=a.name)");
    if (missing.step())
        out.missing = missing.number(0);
    FAYI_TRY(missing.status());
    return out;
}

Result<std::vector<std::int64_t>> Attachments::recordsNaming(const std::string& name) const {
    std::vector<std::int64_t> out;
    auto rows = m_database->prepare("SELECT record FROM attachment_use WHERE name=? AND record<>0");
    rows.bind(name);
    while (rows.step())
        out.push_back(rows.integer(0));
    FAYI_TRY(rows.status());
    return out;
}

Result<std::vector<Text>> Attachments::faults() const {
    constexpr std::size_t kMostFaults = 100;
    std::vector<Text> out;
    auto rows = m_database->prepare("SELECT name, at_hub FROM attachment WHERE here=bytes ORDER BY name");
    while (out.size() < kMostFaults && rows.step()) {
        const std::string name = rows.text(0);
        const auto sound = m_files.isSound(name);
        const bool gone = !sound && sound.error().code == ErrorCode::NotFound;
        if (gone && rows.integer(1) == 0)
            out.push_back({"附件文件不见了，且还没有上传：" + name,
                           "the file of an attachment is gone, and it was not sent yet: " + name});
        else if (!gone && (!sound || !*sound))
            out.push_back({"附件文件已损坏：" + name, "the file of an attachment is damaged: " + name});
    }
    FAYI_TRY(rows.status());
    return out;
}

Status Attachments::collect() {
    FAYI_TRY(dropStaleUses());
    FAYI_TRY(wipeOrphans());
    return sweepFiles();
}

/// A walk once round a day: an old change may have been pruned, a draft's field cleared.
Status Attachments::dropStaleUses() {
    const std::string today = dateInChina(m_clock.now()), at = meta("attachment-walk");
    if (meta("attachment-day") == today && at.empty())
        return {};
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    std::vector<std::pair<std::int64_t, std::string>> stale;
    FAYI_LET(rows,
             m_database->prepareOnce(std::string("SELECT u.record, u.name, ") + kStillNamedSql +
                                     " FROM attachment_use u WHERE u.record>=? ORDER BY u.record LIMIT ?"));
    rows.bind(at.empty() ? std::int64_t{0} : static_cast<std::int64_t>(std::stoll(at))).bind(kWalk);
    int looked = 0;
    std::int64_t last = 0;
    while (rows.step()) {
        ++looked;
        last = rows.integer(0);
        if (rows.integer(2) == 0)
            stale.emplace_back(last, rows.text(1));
    }
    FAYI_TRY(rows.status());
    for (const auto& [record, name] : stale)
        FAYI_TRY(m_database->prepare("DELETE FROM attachment_use WHERE record=? AND name=?")
                     .bind(record)
                     .bind(name)
                     .run());
    // A record that names more than a walk looks at is looked at once.
    const bool more = looked == kWalk;
    const std::int64_t next = at == std::to_string(last) ? last + 1 : last;
    FAYI_TRY(setMeta("attachment-day", today));
    FAYI_TRY(setMeta("attachment-walk", more ? std::to_string(next) : std::string()));
    return transaction.commit();
}

/// Out of its place together with its row: whoever takes the same content in again finds neither or both.
Status Attachments::wipeOrphans() {
    std::vector<std::string> names;
    {
        sqlite::Transaction transaction(*m_database);
        FAYI_TRY(transaction.begun());
        auto rows = m_database->prepare(
            "SELECT a.name FROM attachment a WHERE a.kept_until<? AND NOT EXISTS(SELECT 1 FROM "
            "attachment_use "
            "u WHERE u.name=a.name) LIMIT ?");
        rows.bind(m_clock.now().count()).bind(kMostWiped);
        while (rows.step())
            names.push_back(rows.text(0));
        FAYI_TRY(rows.status());
        for (const std::string& name : names) {
            FAYI_TRY(m_database->prepare("DELETE FROM attachment WHERE name=?").bind(name).run());
            FAYI_TRY(m_files.layAside(name));
        }
        FAYI_TRY(transaction.commit());
    }
    for (const std::string& name : names) {
        FAYI_TRY(m_files.dropAside(name));
        FAYI_TRY(m_files.dropUnfinished(name));
    }
    return {};
}

/// What a crash left between a file and its row; once a day.
Status Attachments::sweepFiles() {
    const std::string today = dateInChina(m_clock.now());
    if (meta("attachment-swept") == today)
        return {};
    std::vector<std::string> all;
    FAYI_TRY(m_files.each([&](const std::string& name) -> Status {
        all.push_back(name);
        return {};
    }));
    for (const std::string& name : all)
        FAYI_TRY(sweep(name));
    for (const std::string& key : m_files.unfinished()) {
        std::optional<Attachment> known;
        if (blobs::isBlobName(key)) {
            FAYI_LET(found, find(key));
            known = std::move(found);
        }
        if (!known || known->whole())
            FAYI_TRY(m_files.dropUnfinished(key));
    }
    return setMeta("attachment-swept", today);
}

/// In a transaction: somebody may just be making the row.
Status Attachments::sweep(const std::string& name) {
    FAYI_LET(known, find(name));
    if (known)
        return {};
    {
        sqlite::Transaction transaction(*m_database);
        FAYI_TRY(transaction.begun());
        FAYI_LET(still, find(name));
        if (still)
            return {};
        FAYI_TRY(m_files.layAside(name));
        FAYI_TRY(transaction.commit());
    }
    return m_files.dropAside(name);
}

}  // namespace fayi::store
