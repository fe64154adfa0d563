// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace fayi::sqlite {

class Database;

/// A prepared statement at work: bind, step, read columns. Resets itself when it goes; borrowed from the
/// Database's cache, so it must not outlive it. Not thread safe.
///
/// SQLite's failures in the middle of a statement (I/O, full disk, corruption) are remembered: step() answers
/// false, and status() tells; run() returns it.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Parameters are numbered from 1 in the order of the calls.
    Statement& bind(std::int64_t value);
    Statement& bind(std::uint64_t value);  ///< stored as the signed number of the same bits
    Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
    Statement& bind(double value);
    Statement& bind(std::string_view text);
    Statement& bind(const std::string& text) { return bind(std::string_view(text)); }
    Statement& bind(const char* text) { return bind(std::string_view(text)); }
    Statement& bindBlob(std::string_view bytes);
    Statement& bindNull();

    /// Goes to the next row; false: there is none, or it failed.
    bool step();
    /// For statements without rows: steps once and tells how it went.
    Status run();
    Status status() const;

    std::int64_t integer(int column) const;  ///< columns count from 0
    std::uint64_t number(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    double real(int column) const;
    std::string text(int column) const;  ///< of a text or a blob; empty for NULL
    bool isNull(int column) const;

private:
    friend class Database;
    Statement(Database& database, sqlite3_stmt* handle, bool own);
    Database& m_database;
    sqlite3_stmt* m_handle;
    bool m_owned;  ///< not from the cache: to be finalised
    int m_next = 1;
    int m_code = 0;
    void note(int code);
};

struct OpenOptions {
    bool create = false;
    bool readOnly = false;
    /// How long to wait for another connection's write, milliseconds: no sync page holds the lock longer.
    int busyMillis = 10'000;
};

/// One connection: WAL, synchronous FULL, foreign keys on, what is deleted overwritten. Not thread safe: one
/// a thread.
class Database {
public:
    /// ErrorCode::NotFound: no such file; Damaged: no database; Io.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file,
                                                  const OpenOptions& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Prepared once, kept and reused. A statement of the same text that is still stepping gives a second
    /// one. SQL comes from constants of the stores; a syntax error in it is a bug and ends the program.
    Statement prepare(std::string_view sql);
    /// For SQL that is composed (still only from constants and checked names): not kept, errors are returned.
    Result<Statement> prepareOnce(const std::string& sql);
    /// Runs a script of several statements.
    Status execute(const std::string& sql);

    std::int64_t lastInsertId() const;
    std::int64_t changes() const;
    bool inTransaction() const;

    /// A consistent copy into a new file, with SQLite's online backup; the copy is complete or not there,
    /// and on the disk when it returns Ok.
    Status backupTo(const std::filesystem::path& file) const;
    /// SQLite's own examination; empty: sound. At most 100 lines.
    std::vector<std::string> integrityFaults();
    /// Moves the log into the file and cuts it to nothing. False: others were reading or writing just now.
    Result<bool> emptyLog();
    std::int64_t totalChanges() const;

    /// What the last failing call of this connection complained of.
    Error lastError() const;

private:
    friend class Statement;
    explicit Database(sqlite3* handle) : m_handle(handle) {}
    sqlite3* m_handle;
    int m_busyMillis = 0;
    std::map<std::string, sqlite3_stmt*, std::less<>> m_cache;
};

/// Begins at construction (BEGIN IMMEDIATE: writers queue instead of failing half way), rolls back unless
/// committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Whether BEGIN worked; check before writing.
    const Status& begun() const { return m_begun; }
    /// Durable when it returns Ok.
    Status commit();

private:
    Database& m_database;
    Status m_begun;
    bool m_open;
};

/// Numbered migrations, forward only: brings PRAGMA user_version from what it is to migrations.size(), each
/// in a transaction. ErrorCode::TooNew if the file knows more of them than the program.
Status migrate(Database& database, const std::vector<std::string_view>& migrations);

}  // namespace fayi::sqlite
