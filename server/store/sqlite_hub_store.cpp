// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/sqlite_hub_store.h"

#include <charconv>

#include "bodies.h"
#include "fayi/protocol/compress.h"
#include "fayi/sqlite/database.h"
#include "migrations.h"
#include "rows.h"

namespace fayi::hub {
namespace {

constexpr const char* kFile = "hub.sqlite";

/// Registers of one record, unpacked: a record of kChangeWrites registers with contexts stays far below.
constexpr std::size_t kRegisterBytes = 64u << 20;

/// Up to so many changes a record's registers are not kept: they are worked out from the log, which holds the
/// same.
constexpr std::uint64_t kReplayed = 16;

constexpr std::string_view kRecordColumns =
    "SELECT replica, seq, type, org, orgs, state, happened_on, deleted, reference, changes, fields, "
    "registers, forgotten "
    "FROM record";

Error damaged(RecordId id) {
    return {ErrorCode::Damaged, {"记录 " + toText(id) + " 已损坏", "record " + toText(id) + " is damaged"}};
}

Error noHub() {
    return {ErrorCode::NotFound,
            {"这个数据文件夹里还没有枢纽；请先用 init 建立",
             "there is no hub in this data folder yet; make one with init"}};
}

Json scalar(const sqlite::Statement& row, int column) {
    if (row.isNull(column))
        return nullptr;
    const std::string text = row.text(column);
    std::int64_t whole = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), whole);
    return failure == std::errc() && end == text.data() + text.size() ? Json(whole) : Json(text);
}

}  // namespace

SqliteHubStore::SqliteHubStore(std::unique_ptr<sqlite::Database> database)
    : m_database(std::move(database)), m_bodies(std::make_unique<Bodies>(*m_database)) {}
SqliteHubStore::~SqliteHubStore() = default;

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::create(const std::filesystem::path& folder) {
    std::error_code failure;
    const bool made = std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error{
            ErrorCode::Io,
            {"无法建立数据文件夹 " + folder.string(), "cannot make the data folder " + folder.string()}};
    if (made)
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failure);
    sqlite::OpenOptions options;
    options.create = true;
    FAYI_LET(database, sqlite::Database::open(folder / kFile, options));
    FAYI_TRY(sqlite::migrate(*database, migrations()));
    std::unique_ptr<SqliteHubStore> out(new SqliteHubStore(std::move(database)));
    FAYI_TRY(out->readDistrict());
    if (out->m_district != 0)
        return Error{
            ErrorCode::Usage,
            {"这里已经有一个枢纽：" + folder.string(), "there is a hub here already: " + folder.string()}};
    return out;
}

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::open(const std::filesystem::path& folder) {
    auto database = sqlite::Database::open(folder / kFile, {});
    if (!database)
        return database.error().code == ErrorCode::NotFound
                   ? noHub().within({folder.string(), folder.string()})
                   : database.error();
    FAYI_TRY(sqlite::migrate(**database, migrations()));
    std::unique_ptr<SqliteHubStore> out(new SqliteHubStore(std::move(*database)));
    FAYI_TRY(out->readDistrict());
    if (out->m_district == 0)
        return noHub().within({folder.string(), folder.string()});
    return out;
}

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::openCopy(const std::filesystem::path& file) {
    FAYI_LET(database, sqlite::Database::open(file, {.readOnly = true}));
    {
        sqlite::Statement version = database->prepare("PRAGMA user_version");
        const bool read = version.step();
        FAYI_TRY(version.status());
        if (!read || version.number(0) != migrations().size())
            return Error{ErrorCode::TooNew,
                         {"备份由另一版本的程序写成：" + file.string(),
                          "the backup was written by another version: " + file.string()}};
    }
    std::unique_ptr<SqliteHubStore> out(new SqliteHubStore(std::move(database)));
    FAYI_TRY(out->readDistrict());
    if (out->m_district == 0)
        return noHub().within({file.string(), file.string()});
    return out;
}

Status SqliteHubStore::readDistrict() {
    sqlite::Statement read = m_database->prepare("SELECT district FROM hub");
    m_district = read.step() ? read.integer(0) : 0;
    return read.status();
}

sqlite::Statement SqliteHubStore::prepare(std::string_view sql) {
    sqlite::Statement out = m_database->prepare(sql);
    out.bind(m_district);
    return out;
}

Status SqliteHubStore::beginRead() {
    return m_database->execute("BEGIN");
}
Status SqliteHubStore::beginWrite() {
    return m_database->execute("BEGIN IMMEDIATE");
}
Status SqliteHubStore::commit() {
    return m_database->execute("COMMIT");
}
void SqliteHubStore::rollback() {
    if (m_database->inTransaction())
        (void)m_database->execute("ROLLBACK");
}

Status SqliteHubStore::putIdentity(const HubIdentity& identity) {
    std::int64_t district = 0;
    const char* const end = identity.district.data() + identity.district.size();
    if (std::from_chars(identity.district.data(), end, district).ptr != end || district <= 0)
        return Error{ErrorCode::Usage,
                     {"区县代码应为六位数字：" + identity.district,
                      "a district code has six digits: " + identity.district}};
    m_district = district;
    return prepare(
               "INSERT INTO hub (district, name, epoch, replica, key_seed, last_station) VALUES "
               "(?,?,?,?,?,?)")
        .bind(identity.name)
        .bind(identity.epoch)
        .bind(identity.replica.value)
        .bindBlob(identity.keySeed)
        .bind(identity.lastStation)
        .run();
}

Result<HubIdentity> SqliteHubStore::identity() {
    sqlite::Statement row =
        prepare("SELECT name, epoch, replica, key_seed, last_station FROM hub WHERE district = ?");
    if (!row.step())
        return row.status().ok() ? noHub() : row.status().error();
    HubIdentity out;
    out.district = std::to_string(m_district);
    out.name = row.text(0);
    out.epoch = row.number(1);
    out.replica.value = row.number(2);
    out.keySeed = row.text(3);
    out.lastStation = row.number(4);
    return out;
}

Status SqliteHubStore::putSample(std::string_view sample) {
    return m_bodies->putSample(m_district, sample);
}

Result<std::optional<HubRecord>> SqliteHubStore::record(RecordId id) {
    static const std::string kSql =
        rows::sql({kRecordColumns, " WHERE district = ? AND replica = ? AND seq = ?"});
    sqlite::Statement row = prepare(kSql);
    row.bind(id.created.replica.value).bind(id.created.seq);
    if (!row.step())
        return rows::nothing<HubRecord>(row);
    FAYI_LET(out, readRecord(row));
    return std::optional(std::move(out));
}

/// All but its registers.
Result<HubRecord> SqliteHubStore::readOutline(sqlite::Statement& row) {
    HubRecord out;
    out.id = rows::recordId(row, 0);
    out.type = row.text(2);
    out.org = row.text(3);
    out.orgs = row.text(4);
    out.state = row.text(5);
    out.happenedOn = row.text(6);
    out.deleted = row.integer(7) != 0;
    out.reference = row.integer(8) != 0;
    out.changes = row.number(9);
    out.forgotten = row.integer(12) != 0;
    out.fields = Json::parse(row.text(10), nullptr, false);
    if (out.fields.is_discarded())
        return damaged(out.id);
    return out;
}

Result<HubRecord> SqliteHubStore::readRecord(sqlite::Statement& row) {
    FAYI_LET(out, readOutline(row));
    const Bytes kept = row.text(11);
    if (kept.empty())
        return replayed(std::move(out));
    FAYI_LET(plain, protocol::decompress(kept, kRegisterBytes));
    FAYI_LET(registers, protocol::decodeState(plain));
    out.registers = std::move(registers);
    return out;
}

Result<HubRecord> SqliteHubStore::replayed(HubRecord record) {
    const merge::KeepsPast kAll = [](std::string_view) { return true; };  // the type is not known down here
    FAYI_LET(changes, changesOf(record.id));
    for (const LoggedChange& logged : changes) {
        FAYI_LET(change, protocol::decodeChange(logged.body));
        record.registers.apply(change.dot, logged.effective, change.writes, kAll);
    }
    return changes.size() == record.changes ? Result<HubRecord>(std::move(record)) : damaged(record.id);
}

Status SqliteHubStore::putRecord(const HubRecord& record) {
    const bool replays = record.changes <= kReplayed;
    return prepare(
               "INSERT INTO record (district, replica, seq, id, type, org, orgs, state, happened_on, "
               "deleted, "
               "reference, forgotten, changes, fields, registers) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) "
               "ON CONFLICT (district, replica, seq) DO UPDATE SET org = excluded.org, orgs = excluded.orgs, "
               "state = excluded.state, happened_on = excluded.happened_on, deleted = excluded.deleted, "
               "forgotten = excluded.forgotten, "
               "changes = excluded.changes, fields = excluded.fields, registers = excluded.registers")
        .bind(record.id.created.replica.value)
        .bind(record.id.created.seq)
        .bind(toText(record.id))
        .bind(record.type)
        .bind(record.org)
        .bind(record.orgs)
        .bind(record.state)
        .bind(record.happenedOn)
        .bind(record.deleted ? 1 : 0)
        .bind(record.reference ? 1 : 0)
        .bind(record.forgotten ? 1 : 0)
        .bind(record.changes)
        .bind(record.fields.dump())
        .bindBlob(replays ? Bytes() : protocol::compress(protocol::encodeState(record.registers), 1))
        .run();
}

Result<std::vector<HubRecord>> SqliteHubStore::referenceRecords(const std::string& type) {
    static const std::string kSql = rows::sql(
        {kRecordColumns, " WHERE district = ? AND type = ? AND reference = 1 ORDER BY replica, seq"});
    sqlite::Statement row = prepare(kSql);
    row.bind(type);
    std::vector<HubRecord> out;
    while (row.step()) {
        FAYI_LET(record, readOutline(row));
        out.push_back(std::move(record));
    }
    FAYI_TRY(row.status());
    return out;
}

Result<std::vector<RecordPlace>> SqliteHubStore::placesAfter(bool reference, RecordId after,
                                                             std::size_t limit) {
    sqlite::Statement row = prepare(
        after ? "SELECT replica, seq, orgs, type FROM record WHERE district = ? AND reference = ? AND "
                "(replica, seq) > (?, ?) AND NOT forgotten ORDER BY replica, seq LIMIT ?"
              : "SELECT replica, seq, orgs, type FROM record WHERE district = ? AND reference = ? AND NOT "
                "forgotten "
                "ORDER BY replica, seq LIMIT ?");
    row.bind(reference ? 1 : 0);
    if (after)
        row.bind(after.created.replica.value).bind(after.created.seq);
    row.bind(static_cast<std::uint64_t>(limit));
    std::vector<RecordPlace> out;
    while (row.step())
        out.push_back({rows::recordId(row, 0), row.text(2), row.text(3), reference});
    FAYI_TRY(row.status());
    return out;
}

Result<std::vector<RecordId>> SqliteHubStore::tombstones(Position passed, HybridTime until,
                                                         std::size_t limit) {
    sqlite::Statement row = prepare(
        "SELECT r.replica, r.seq FROM record r WHERE r.district = ?1 AND r.deleted = 1 AND r.forgotten = 0 "
        "AND (SELECT max(position) FROM change c WHERE c.district = ?1 AND c.record_replica = r.replica AND "
        "c.record_seq = r.seq AND c.repeats = 0) <= ?2 "
        "AND (SELECT max(effective) FROM change c WHERE c.district = ?1 AND c.record_replica = r.replica AND "
        "c.record_seq = r.seq AND c.repeats = 0) <= ?3 LIMIT ?4");
    row.bind(passed.value).bind(until.packed).bind(static_cast<std::uint64_t>(limit));
    std::vector<RecordId> out;
    while (row.step())
        out.push_back(rows::recordId(row, 0));
    FAYI_TRY(row.status());
    return out;
}

Result<std::optional<RecordPlace>> SqliteHubStore::placeOf(RecordId id) {
    sqlite::Statement row = prepare(
        "SELECT CASE WHEN forgotten THEN '' ELSE orgs END, type, reference FROM record WHERE district = ? "
        "AND "
        "replica = ? AND seq = ?");
    row.bind(id.created.replica.value).bind(id.created.seq);
    if (!row.step())
        return rows::nothing<RecordPlace>(row);
    return std::optional(RecordPlace{id, row.text(0), row.text(1), row.integer(2) != 0});
}

Result<std::vector<std::vector<Json>>> SqliteHubStore::ask(const schema::Query& query) {
    FAYI_LET(row, m_database->prepareOnce(query.sql));
    for (const Json& parameter : query.params) {
        if (parameter.is_number_integer() || parameter.is_boolean())
            row.bind(parameter.is_boolean() ? (parameter.get<bool>() ? 1 : 0)
                                            : parameter.get<std::int64_t>());
        else if (parameter.is_number())
            row.bind(parameter.get<double>());
        else
            row.bind(parameter.get<std::string>());
    }
    std::vector<std::vector<Json>> out;
    while (row.step())
        out.push_back({scalar(row, 0)});
    FAYI_TRY(row.status());
    return out;
}

Status SqliteHubStore::backupTo(const std::string& file) {
    FAYI_TRY(m_database->backupTo(file));
    std::error_code failure;  // it holds the hub's key
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, failure);
    return {};
}

Result<bool> SqliteHubStore::scrub() {
    FAYI_TRY(m_database->execute("VACUUM"));
    return m_database->emptyLog();
}

std::vector<std::string> SqliteHubStore::faults() {
    return m_database->integrityFaults();
}

}  // namespace fayi::hub
