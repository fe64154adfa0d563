// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "fayi/schema/report.h"
#include "row.h"

namespace fayi::schema {

/// The relation that figures read, in a database in memory.
class Relation {
public:
    using Row = schema::Row;

    Relation() {
        EXPECT_EQ(sqlite3_open(":memory:", &m_db), SQLITE_OK);
        run("CREATE TABLE kept(id TEXT, type TEXT, org TEXT, state TEXT, happened_on TEXT, deleted INTEGER, "
            "fields TEXT)");
        run("CREATE INDEX kept_type ON kept(type)");
        run("CREATE VIEW figure_record AS SELECT * FROM kept");
    }
    ~Relation() { sqlite3_close(m_db); }
    Relation(const Relation&) = delete;
    Relation& operator=(const Relation&) = delete;

    void add(const Row& row) {
        ask("INSERT INTO kept VALUES (?,?,?,?,?,?,?)",
            {row.id, row.type, row.org, row.state, row.happenedOn, row.deleted ? 1 : 0, row.fields.dump()});
    }

    double number(const Query& query) { return ask(query.sql, query.params).at(0).at(0).get<double>(); }

    std::set<std::string> ids(const Query& query) {
        std::set<std::string> found;
        for (const Json& row : ask(query.sql, query.params))
            EXPECT_TRUE(found.insert(row.at(0).get<std::string>()).second) << "twice: " << row;
        return found;
    }

    /// All rows, each an array of its columns.
    std::vector<Json> ask(const std::string& sql, const std::vector<Json>& params) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
            << sqlite3_errmsg(m_db) << "\n"
            << sql;
        EXPECT_EQ(sqlite3_bind_parameter_count(statement), static_cast<int>(params.size())) << sql;
        for (std::size_t i = 0; i < params.size(); ++i)
            bind(statement, static_cast<int>(i) + 1, params[i]);
        std::vector<Json> rows;
        while (sqlite3_step(statement) == SQLITE_ROW)
            rows.push_back(row(statement));
        EXPECT_EQ(sqlite3_finalize(statement), SQLITE_OK) << sqlite3_errmsg(m_db);
        return rows;
    }

private:
    void run(const char* sql) { EXPECT_EQ(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr), SQLITE_OK); }

    static void bind(sqlite3_stmt* statement, int place, const Json& value) {
        if (value.is_null())
            sqlite3_bind_null(statement, place);
        else if (value.is_number_integer())
            sqlite3_bind_int64(statement, place, value.get<std::int64_t>());
        else
            sqlite3_bind_text(statement, place, value.get<std::string>().c_str(), -1, SQLITE_TRANSIENT);
    }

    static Json row(sqlite3_stmt* statement) {
        Json columns = Json::array();
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            if (sqlite3_column_type(statement, i) == SQLITE_TEXT)
                columns.push_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, i)));
            else if (sqlite3_column_type(statement, i) == SQLITE_NULL)
                columns.push_back(nullptr);
            else
                columns.push_back(sqlite3_column_double(statement, i));
        }
        return columns;
    }

    sqlite3* m_db = nullptr;
};

}  // namespace fayi::schema
