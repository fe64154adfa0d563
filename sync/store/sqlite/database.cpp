// SPDX-License-Identifier: Apache-2.0
#include "fayi/sqlite/database.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "fayi/base/bugs.h"
#include "fayi/base/files.h"

namespace fayi::sqlite {
namespace {

/// Statements kept: the stores have a few dozen; what is past it is not kept.
constexpr std::size_t kMostCached = 200;

Error errorOf(int code, const std::string& detail) {
    switch (code & 0xFF) {
        case SQLITE_FULL:
            return {ErrorCode::Full, {"磁盘已满，未写入任何内容", "the disk is full; nothing was written"}};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCode::Damaged, {"数据文件已损坏：" + detail, "the data file is damaged: " + detail}};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::Io,
                    {"数据文件正被另一个程序占用，请稍后再试",
                     "the data file is in use by another program; try again"}};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return {ErrorCode::Io,
                    {"无法写入数据文件（权限或路径）：" + detail, "cannot write the data file: " + detail}};
        case SQLITE_CONSTRAINT:
            return {ErrorCode::Internal,
                    {"内部错误（约束）：" + detail, "internal error (constraint): " + detail}};
        default:
            return {ErrorCode::Io,
                    {"数据文件读写失败：" + detail, "reading or writing the data file failed: " + detail}};
    }
}

[[noreturn]] void bug(std::string_view sql, const char* message) {
    std::fprintf(stderr, "bug in SQL: %s\n%.*s\n", message, static_cast<int>(sql.size()), sql.data());
    std::abort();
}

}  // namespace

Statement::Statement(Database& database, sqlite3_stmt* handle, bool own)
    : m_database(database), m_handle(handle), m_owned(own) {}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database),
      m_handle(std::exchange(other.m_handle, nullptr)),
      m_owned(other.m_owned),
      m_next(other.m_next),
      m_code(other.m_code) {}

Statement::~Statement() {
    if (m_handle == nullptr)
        return;
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    if (m_owned)
        sqlite3_finalize(m_handle);
}

void Statement::note(int code) {
    if (code != SQLITE_OK && m_code == 0)
        m_code = code;
}

Statement& Statement::bind(std::int64_t value) {
    note(sqlite3_bind_int64(m_handle, m_next++, value));
    return *this;
}

Statement& Statement::bind(std::uint64_t value) {
    return bind(static_cast<std::int64_t>(value));
}

Statement& Statement::bind(double value) {
    note(sqlite3_bind_double(m_handle, m_next++, value));
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    note(sqlite3_bind_text64(m_handle, m_next++, text.data() == nullptr ? "" : text.data(), text.size(),
                             SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBlob(std::string_view bytes) {
    note(sqlite3_bind_blob64(m_handle, m_next++, bytes.data() == nullptr ? "" : bytes.data(), bytes.size(),
                             SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull() {
    note(sqlite3_bind_null(m_handle, m_next++));
    return *this;
}

bool Statement::step() {
    if (m_code != 0)
        return false;
    const int code = sqlite3_step(m_handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        note(code);
    return code == SQLITE_ROW;
}

Status Statement::run() {
    step();
    return status();
}

Status Statement::status() const {
    if (m_code == 0)
        return {};
    return errorOf(m_code, sqlite3_errmsg(m_database.m_handle));
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_handle, column);
}

std::string Statement::text(int column) const {
    const void* data = sqlite3_column_blob(m_handle, column);
    return data == nullptr ? std::string()
                           : std::string(static_cast<const char*>(data),
                                         static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)));
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file,
                                                 const OpenOptions& options) {
    std::error_code failure;
    if (!options.create && !std::filesystem::exists(file, failure))
        return Error{ErrorCode::NotFound,
                     {"找不到数据文件：" + file.string(), "there is no data file: " + file.string()}};
    int flags = options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (options.create)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    std::unique_ptr<Database> out(new Database(handle));
    if (code != SQLITE_OK)
        return errorOf(code, file.string() + ": " + (handle ? sqlite3_errmsg(handle) : "out of memory"));
    sqlite3_busy_timeout(handle, options.busyMillis);
    out->m_busyMillis = options.busyMillis;
    // A kept statement is planned once: else one whose value might suit a partial index is planned anew every
    // time it is bound.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    if (options.readOnly)
        return out;
    FAYI_TRY(
        out->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                     "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;"));
    // A program that was killed between writing its log and syncing it leaves a transaction that is read from
    // here on: it has to outlive a power cut from here on too. What cannot be synced now may still be read.
    (void)out->execute("PRAGMA wal_checkpoint(PASSIVE)");
    if (fayi::bug("no-sync"))
        FAYI_TRY(out->execute("PRAGMA synchronous=OFF"));
    return out;
}

Database::~Database() {
    for (const auto& [sql, handle] : m_cache)
        sqlite3_finalize(handle);
    sqlite3_close(m_handle);
}

Statement Database::prepare(std::string_view sql) {
    if (const auto known = m_cache.find(sql); known != m_cache.end() && sqlite3_stmt_busy(known->second) == 0)
        return Statement(*this, known->second, false);
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if ((code & 0xFF) == SQLITE_ERROR)
        bug(sql, sqlite3_errmsg(m_handle));
    const bool keep = code == SQLITE_OK && m_cache.size() < kMostCached && m_cache.find(sql) == m_cache.end();
    if (keep)
        m_cache.emplace(sql, handle);
    Statement out(*this, handle, !keep);
    out.note(code);
    return out;
}

Result<Statement> Database::prepareOnce(const std::string& sql) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &handle, nullptr);
    if (code != SQLITE_OK)
        return errorOf(code, sqlite3_errmsg(m_handle));
    return Statement(*this, handle, true);
}

Status Database::execute(const std::string& sql) {
    if (const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        return errorOf(code, sqlite3_errmsg(m_handle));
    return {};
}

std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(m_handle);
}
std::int64_t Database::changes() const {
    return sqlite3_changes64(m_handle);
}
bool Database::inTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}
Error Database::lastError() const {
    return errorOf(sqlite3_extended_errcode(m_handle), sqlite3_errmsg(m_handle));
}

Status Database::backupTo(const std::filesystem::path& file) const {
    const std::filesystem::path partial = file.string() + ".part";
    std::error_code failure;
    std::filesystem::remove(partial, failure);
    {
        sqlite3* target = nullptr;
        int code =
            sqlite3_open_v2(partial.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        if (code == SQLITE_OK) {
            sqlite3_backup* copy = sqlite3_backup_init(target, "main", m_handle, "main");
            code = copy == nullptr ? sqlite3_errcode(target) : sqlite3_backup_step(copy, -1);
            if (copy != nullptr)
                sqlite3_backup_finish(copy);
            if (code == SQLITE_DONE)
                code = sqlite3_exec(target, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
        }
        const Error error = errorOf(code, target == nullptr ? "out of memory" : sqlite3_errmsg(target));
        sqlite3_close(target);
        if (code != SQLITE_OK) {
            std::filesystem::remove(partial, failure);
            return error.within({"备份到 " + file.string(), "backing up to " + file.string()});
        }
    }
    return putInPlace(partial, file);
}

std::vector<std::string> Database::integrityFaults() {
    std::vector<std::string> out;
    Statement statement = prepare("PRAGMA integrity_check(100)");
    while (statement.step())
        if (std::string line = statement.text(0); line != "ok")
            out.push_back(std::move(line));
    if (const Status status = statement.status(); !status)
        out.push_back(status.error().message.en);
    return out;
}

Result<bool> Database::emptyLog() {
    constexpr int kPatienceMillis = 250;  // the checkpoint keeps writers out while it waits for readers
    sqlite3_busy_timeout(m_handle, kPatienceMillis);
    Statement row = prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    const bool emptied = row.step() && row.integer(0) == 0;
    const Status status = row.status();
    sqlite3_busy_timeout(m_handle, m_busyMillis);
    if (!status)
        return status.error();
    return emptied;
}

std::int64_t Database::totalChanges() const {
    return sqlite3_total_changes64(m_handle);
}

Transaction::Transaction(Database& database)
    : m_database(database), m_begun(database.execute("BEGIN IMMEDIATE")), m_open(m_begun.ok()) {}

Transaction::~Transaction() {
    if (m_open && m_database.inTransaction())
        (void)m_database.execute("ROLLBACK");
}

Status Transaction::commit() {
    FAYI_TRY(m_database.execute("COMMIT"));
    m_open = false;
    return {};
}

Status migrate(Database& database, const std::vector<std::string_view>& migrations) {
    std::size_t version = 0;
    {
        Statement read = database.prepare("PRAGMA user_version");
        if (!read.step())
            return read.status().ok() ? Status() : read.status();
        version = static_cast<std::size_t>(read.integer(0));
    }
    if (version > migrations.size())
        return Error{ErrorCode::TooNew,
                     {"数据由更新版本的程序写成，请升级本程序；未作任何改动",
                      "the data was written by a newer program; upgrade this one. Nothing was changed"}};
    for (; version < migrations.size(); ++version) {
        Transaction transaction(database);
        FAYI_TRY(transaction.begun());
        FAYI_TRY(database.execute(std::string(migrations[version])));
        FAYI_TRY(database.execute("PRAGMA user_version=" + std::to_string(version + 1)));
        FAYI_TRY(transaction.commit());
    }
    return {};
}

}  // namespace fayi::sqlite
