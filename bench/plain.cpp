// SPDX-License-Identifier: Apache-2.0
// Debian's header hides the session extension from whoever does not say these.
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>
#include <zstd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;
using Steady = std::chrono::steady_clock;

constexpr int kZstdLevel = 19;
/// What a program would take that compresses as it sends.
constexpr int kQuickLevel = 3;

[[noreturn]] void fail(const std::string& what) {
    std::cerr << "fayi-bench: " << what << "\n";
    std::exit(70);
}

double millisSince(Steady::time_point begin) {
    return std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
}

std::string readAll(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        fail("cannot read " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Json> recordsOf(const std::string& text) {
    std::vector<Json> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        out.push_back(Json::parse(text.substr(at, end - at)));
        at = end + 1;
    }
    return out;
}

struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    void operator()(sqlite3_session* session) const { sqlite3session_delete(session); }
    void operator()(void* changes) const { sqlite3_free(changes); }
};
using Database = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;
using Session = std::unique_ptr<sqlite3_session, Closer>;

void run(const Database& database, const std::string& sql) {
    if (sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(std::string(sqlite3_errmsg(database.get())) + " in " + sql);
}

/// As durable as the station's store: WAL and a flush at each commit.
Database open(const std::string& path) {
    sqlite3* raw = nullptr;
    if (sqlite3_open(path.c_str(), &raw) != SQLITE_OK)
        fail("cannot open " + path);
    Database database(raw);
    run(database, "PRAGMA journal_mode=WAL");
    run(database, "PRAGMA synchronous=FULL");
    return database;
}

/// One column per field, one row per record: what an office program without history or sync would do.
class Table {
public:
    Table(const Database& database, const std::vector<Json>& records) {
        std::set<std::string> names;
        for (const auto& record : records)
            for (const auto& [name, value] : record.items())
                names.insert(name);
        m_columns.assign(names.begin(), names.end());
        std::string columns;
        std::string marks = "?";
        for (const auto& name : m_columns) {
            columns += ", \"" + name + "\"";
            marks += ", ?";
        }
        run(database, "CREATE TABLE record(id INTEGER PRIMARY KEY" + columns + ")");
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v2(database.get(), ("INSERT INTO record VALUES(" + marks + ")").c_str(), -1, &raw,
                               nullptr) != SQLITE_OK)
            fail(sqlite3_errmsg(database.get()));
        m_insert.reset(raw);
    }

    void insert(const Json& record) {
        sqlite3_reset(m_insert.get());
        sqlite3_clear_bindings(m_insert.get());
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (const auto it = record.find(m_columns[i]); it != record.end())
                bind(static_cast<int>(i) + 2, *it);
        if (sqlite3_step(m_insert.get()) != SQLITE_DONE)
            fail("an insert failed");
    }

private:
    void bind(int at, const Json& value) {
        if (value.is_number_integer()) {
            sqlite3_bind_int64(m_insert.get(), at, value.get<std::int64_t>());
            return;
        }
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        sqlite3_bind_text(m_insert.get(), at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }

    std::vector<std::string> m_columns;
    Statement m_insert;
};

/// All lines in one transaction; prints milliseconds, the reading and parsing of the file included.
void bulk(const std::string& file, const std::string& path) {
    const auto begin = Steady::now();
    const auto database = open(path);
    const auto records = recordsOf(readAll(file));
    Table table(database, records);
    run(database, "BEGIN");
    for (const auto& record : records)
        table.insert(record);
    run(database, "COMMIT");
    std::cout << millisSince(begin) << "\n";
}

double medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Two screens of a list, newest first.
constexpr const char* kPageSql = "SELECT * FROM record ORDER BY id DESC LIMIT 60";

/// Opens the database and prints a page of it.
void page(const std::string& path) {
    const auto database = open(path);
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(database.get(), kPageSql, -1, &raw, nullptr) != SQLITE_OK)
        fail(sqlite3_errmsg(database.get()));
    const Statement statement(raw);
    while (sqlite3_step(raw) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(raw); ++column)
            if (const auto* text = sqlite3_column_text(raw, column))
                std::cout << reinterpret_cast<const char*>(text) << '\t';
        std::cout << '\n';
    }
}

/// A page, and the same of what holds some words; prints the medians as JSON.
void pages(const std::string& path, const std::string& words) {
    constexpr int kRounds = 11;
    const auto database = open(path);
    const auto timed = [&](const std::string& sql, const std::string& bound) {
        std::vector<double> took;
        for (int i = 0; i < kRounds; ++i) {
            const auto begin = Steady::now();
            sqlite3_stmt* raw = nullptr;
            if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK)
                fail(sqlite3_errmsg(database.get()));
            const Statement statement(raw);
            if (!bound.empty())
                sqlite3_bind_text(raw, 1, bound.c_str(), -1, SQLITE_TRANSIENT);
            while (sqlite3_step(raw) == SQLITE_ROW)
                for (int column = 0; column < sqlite3_column_count(raw); ++column)
                    sqlite3_column_text(raw, column);
            took.push_back(millisSince(begin));
        }
        return medianOf(std::move(took));
    };
    std::cout << Json{{"first_page_ms", timed(kPageSql, "")},
                      {"search_ms",
                       timed("SELECT * FROM record WHERE contract_name LIKE ? OR subject LIKE ?1 "
                             "ORDER BY id DESC LIMIT 60",
                             "%" + words + "%")}}
              << "\n";
}

/// Bytes as one zstd frame.
std::size_t compressedSize(std::string_view text, int level) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const auto size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), level);
    if (ZSTD_isError(size))
        fail(ZSTD_getErrorName(size));
    return size;
}

void compressed(const std::string& file) {
    std::cout << compressedSize(readAll(file), kZstdLevel) << "\n";
}

/// What the session extension records while `work` runs, compressed: the bytes that a replication by
/// changesets would send, without any conflict metadata, identity or HTTP.
template <class Work>
std::size_t changesetOf(const Database& database, Work work) {
    sqlite3_session* raw = nullptr;
    if (sqlite3session_create(database.get(), "main", &raw) != SQLITE_OK)
        fail("no session");
    const Session session(raw);
    if (sqlite3session_attach(raw, "record") != SQLITE_OK)
        fail("no session of the table");
    run(database, "BEGIN");
    work();
    run(database, "COMMIT");
    int count = 0;
    void* bytes = nullptr;
    if (sqlite3session_changeset(raw, &count, &bytes) != SQLITE_OK)
        fail("no changeset");
    const std::unique_ptr<void, Closer> changes(bytes);
    return compressedSize({static_cast<const char*>(bytes), static_cast<std::size_t>(count)}, kQuickLevel);
}

/// The records, then edits of them, {"line", "set": {field: text}} each; prints {"create", "edit"} in bytes.
void session(const std::string& file, const std::string& edits, const std::string& path) {
    const auto database = open(path);
    const auto records = recordsOf(readAll(file));
    Table table(database, records);
    const auto create = changesetOf(database, [&] {
        for (const auto& record : records)
            table.insert(record);
    });
    const auto edit = changesetOf(database, [&] {
        for (const auto& line : recordsOf(readAll(edits)))
            for (const auto& [field, value] : line.at("set").items()) {
                sqlite3_stmt* raw = nullptr;
                const std::string sql = "UPDATE record SET \"" + field + "\"=? WHERE id=?";
                if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK)
                    fail(sqlite3_errmsg(database.get()));
                const Statement update(raw);
                const auto text = value.template get<std::string>();
                sqlite3_bind_text(raw, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
                sqlite3_bind_int64(raw, 2, line.at("line").template get<std::int64_t>() + 1);
                if (sqlite3_step(raw) != SQLITE_DONE)
                    fail("an update failed");
            }
    });
    std::cout << Json{{"create", create}, {"edit", edit}}.dump() << "\n";
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("The references of ./dev bench");
    app.require_subcommand(1);
    std::string file;
    std::string database;
    auto* bulkCommand =
        app.add_subcommand("bulk", "Insert JSON lines into SQLite alone; prints milliseconds");
    bulkCommand->add_option("file", file)->required();
    bulkCommand->add_option("database", database)->required();
    auto* zstdCommand = app.add_subcommand("zstd", "Compress JSON lines; prints bytes");
    zstdCommand->add_option("file", file)->required();
    std::string edits;
    auto* sessionCommand = app.add_subcommand(
        "session", "The same records and edits by SQLite's session extension and zstd; prints bytes");
    sessionCommand->add_option("file", file)->required();
    sessionCommand->add_option("edits", edits)->required();
    sessionCommand->add_option("database", database)->required();
    std::string words;
    auto* pagesCommand =
        app.add_subcommand("pages", "A page of a list, and of a search; prints milliseconds");
    pagesCommand->add_option("database", database)->required();
    pagesCommand->add_option("words", words)->required();
    auto* pageCommand = app.add_subcommand("page", "Open a database and print a page of a list");
    pageCommand->add_option("database", database)->required();
    CLI11_PARSE(app, argc, argv);
    if (*pageCommand)
        page(database);
    else if (*pagesCommand)
        pages(database, words);
    else if (*bulkCommand)
        bulk(file, database);
    else if (*sessionCommand)
        session(file, edits, database);
    else
        compressed(file);
    return 0;
}
