// SPDX-License-Identifier: Apache-2.0
#include "sql_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include "fayi/sqlite/database.h"

namespace fayi::testing {
namespace {

struct Object {
    std::string type, name, sql;
    bool isVirtual() const { return sql.starts_with("CREATE VIRTUAL TABLE"); }
};

std::vector<Object> objectsOf(sqlite::Database& database) {
    std::vector<Object> out;
    auto rows = database.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER "
        "BY "
        "type<>'table', name");
    while (rows.step())
        out.push_back({rows.text(0), rows.text(1), rows.text(2)});
    return out;
}

/// A table that a virtual one keeps its content in: it is made with it.
bool isShadow(const Object& table, const std::vector<Object>& all) {
    return std::ranges::any_of(all, [&](const Object& other) {
        return other.isVirtual() && table.name.starts_with(other.name + "_");
    });
}

std::string rowsOf(sqlite::Database& database, const std::string& table) {
    std::string names, values, out;
    auto columns = database.prepareOnce("SELECT name FROM pragma_table_info('" + table + "')");
    while (columns->step()) {
        const std::string separator = names.empty() ? "" : ", ";
        names += separator + columns->text(0);
        values += (values.empty() ? "" : " || ', ' || ") + ("quote(" + columns->text(0) + ")");
    }
    auto rows = database.prepareOnce("SELECT " + values + " FROM " + table + " ORDER BY " + names);
    while (rows->step())
        out += "INSERT INTO " + table + " (" + names + ") VALUES (" + rows->text(0) + ");\n";
    return out;
}

}  // namespace

std::string sqlOf(const std::filesystem::path& file) {
    auto database = sqlite::Database::open(file, {}).value();
    const std::vector<Object> objects = objectsOf(*database);
    std::string out;
    for (const Object& object : objects)
        if (object.type == "table" && !isShadow(object, objects))
            out += object.sql + ";\n";
    for (const Object& object : objects) {
        if (object.type != "table" || object.isVirtual())
            continue;
        if (isShadow(object, objects))
            out += "DELETE FROM " + object.name + ";\n";
        out += rowsOf(*database, object.name);
    }
    for (const Object& object : objects)
        if (object.type != "table")
            out += object.sql + ";\n";
    auto version = database->prepare("PRAGMA user_version");
    version.step();
    return out + "PRAGMA user_version = " + version.text(0) + ";\n";
}

void makeDatabase(const std::string& sql, const std::filesystem::path& file) {
    std::filesystem::create_directories(file.parent_path());
    auto database = sqlite::Database::open(file, {.create = true}).value();
    const Status made = database->execute("PRAGMA foreign_keys=OFF; BEGIN;" + sql + "COMMIT;");
    ASSERT_TRUE(made.ok()) << made.error().message.en;
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    ASSERT_TRUE(out.good()) << file;
}

}  // namespace fayi::testing
