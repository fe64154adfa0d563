// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "fayi/base/crypto.h"
#include "fayi/sqlite/database.h"
#include "sql_text.h"
#include "world.h"

namespace fayi::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHow =
    "If the schema was changed on purpose and is not released yet, make the newest golden database again "
    "with\n"
    "  FAYI_REMAKE_GOLDEN=1 build/core/bin/test_migrations\n"
    "and read what changed in tests/migrations/golden. A released script is never edited: add the next "
    "one.\n";

struct Kind {
    const char* name;     ///< of the golden files
    const char* scripts;  ///< folder of the migrations
    const char* file;     ///< where the database lies in its folder
};
constexpr Kind kStation{"station", FAYI_STATION_SQL, "station/station.db"};
constexpr Kind kHub{"hub", FAYI_HUB_SQL, "hub/hub.sqlite"};

std::vector<fs::path> filesIn(const fs::path& folder, const std::string& beginning,
                              const std::string& ending) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(beginning) && name.ends_with(ending))
            out.push_back(entry.path());
    }
    std::ranges::sort(out);
    return out;
}

std::vector<fs::path> migrationsOf(const Kind& kind) {
    return filesIn(kind.scripts, "", ".sql");
}

/// What the schema is made of up to a version.
std::string markOf(const Kind& kind, std::size_t version) {
    std::string all;
    for (const fs::path& script : migrationsOf(kind)) {
        if (version == 0)
            break;
        all += read(script);
        --version;
    }
    return "-- SPDX-License-Identifier: Apache-2.0\n-- schema " + toHex(sha256(all)) + "\n";
}

fs::path goldenOf(const Kind& kind, std::size_t version, const char* ending) {
    const std::string number = std::to_string(version);
    return fs::path(FAYI_GOLDEN) /
           (std::string(kind.name) + "-" + std::string(3 - number.size(), '0') + number + ending);
}

std::string shown(const Kind& kind, const fs::path& folder) {
    Fixed fixed;
    if (&kind == &kStation) {
        auto store = store::Store::open(folder / "station", fixed.clock, fixed.random);
        EXPECT_TRUE(store.ok()) << (store.ok() ? "" : store.error().message.en);
        return store.ok() ? shownBy(**store) : std::string();
    }
    auto hub = hub::SqliteHubStore::open(folder / "hub");
    EXPECT_TRUE(hub.ok()) << (hub.ok() ? "" : hub.error().message.en);
    return hub.ok() ? shownBy(**hub, folder / kHub.file) : std::string();
}

/// Makes the golden databases of the newest schema again, on request, before the tests read them.
class Remaking : public ::testing::Environment {
    void SetUp() override {
        if (std::getenv("FAYI_REMAKE_GOLDEN") == nullptr)
            return;
        TemporaryFolder folder;
        makeWorld(folder.path());
        for (const Kind* kind : {&kStation, &kHub}) {
            const std::size_t version = migrationsOf(*kind).size();
            write(goldenOf(*kind, version, ".sql"), markOf(*kind, version) + sqlOf(folder / kind->file));
            write(goldenOf(*kind, version, ".txt"), shown(*kind, folder.path()));
        }
    }
};
[[maybe_unused]] const auto* const kRemaking = ::testing::AddGlobalTestEnvironment(new Remaking);

class Golden : public ::testing::TestWithParam<const Kind*> {
protected:
    const Kind& kind = *GetParam();
    TemporaryFolder folder;

    std::size_t newest() const { return migrationsOf(kind).size(); }
    fs::path made(std::size_t version) {
        makeDatabase(read(goldenOf(kind, version, ".sql")), folder / kind.file);
        return folder / kind.file;
    }
};
INSTANTIATE_TEST_SUITE_P(Migrations, Golden, ::testing::Values(&kStation, &kHub),
                         [](const auto& each) { return std::string(each.param->name); });

TEST_P(Golden, EverySchemaVersionHasADatabaseOfItsOwnAndIsWhatItWas) {
    for (std::size_t version = 1; version <= newest(); ++version) {
        const fs::path golden = goldenOf(kind, version, ".sql");
        ASSERT_TRUE(fs::exists(golden)) << golden << "\n" << kHow;
        EXPECT_TRUE(read(golden).starts_with(markOf(kind, version)))
            << "the schema is no longer the one that " << golden << " was made by\n"
            << kHow;
    }
}

TEST_P(Golden, EveryEarlierDatabaseOpensVerifiesAndShowsWhatItShowed) {
    for (std::size_t version = 1; version <= newest(); ++version) {
        made(version);
        EXPECT_EQ(shown(kind, folder.path()), read(goldenOf(kind, version, ".txt"))) << kHow;
        fs::remove_all(folder / (&kind == &kStation ? "station" : "hub"));
    }
}

TEST_P(Golden, AFurtherMigrationKeepsTheDataAndIsDoneOnce) {
    const fs::path file = made(newest());
    const std::string before = sqlOf(file);
    std::vector<std::string> scripts;
    for (const fs::path& script : migrationsOf(kind))
        scripts.push_back(read(script));
    scripts.push_back("CREATE TABLE later(number INTEGER PRIMARY KEY); INSERT INTO later VALUES(7);");
    const std::vector<std::string_view> views(scripts.begin(), scripts.end());
    for (int time = 0; time < 2; ++time) {
        auto database = sqlite::Database::open(file, {}).value();
        ASSERT_TRUE(sqlite::migrate(*database, views).ok());
        auto row = database->prepare("SELECT count(*) FROM later");
        ASSERT_TRUE(row.step());
        EXPECT_EQ(row.integer(0), 1);
    }
    std::string after = sqlOf(file);
    for (const std::string line :
         {"CREATE TABLE later(number INTEGER PRIMARY KEY);\n", "INSERT INTO later (number) VALUES (7);\n"}) {
        ASSERT_NE(after.find(line), std::string::npos);
        after.erase(after.find(line), line.size());
    }
    const std::string version = "PRAGMA user_version = " + std::to_string(newest());
    ASSERT_NE(before.find(version), std::string::npos);
    std::string expected = before;
    expected.replace(expected.find(version), version.size(),
                     "PRAGMA user_version = " + std::to_string(newest() + 1));
    EXPECT_EQ(after, expected);
}

TEST_P(Golden, AMigrationThatFailsHalfWayLeavesTheDatabaseAsItWas) {
    const fs::path file = made(newest());
    const std::string before = sqlOf(file);
    std::vector<std::string> scripts(newest());
    scripts.push_back("CREATE TABLE later(number INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES(7);");
    const std::vector<std::string_view> views(scripts.begin(), scripts.end());
    EXPECT_FALSE(sqlite::migrate(*sqlite::Database::open(file, {}).value(), views).ok());
    EXPECT_EQ(sqlOf(file), before);
}

TEST_P(Golden, ADatabaseOfANewerProgramIsRefusedAndNotTouched) {
    const fs::path file = made(newest());
    ASSERT_TRUE(sqlite::Database::open(file, {})
                    .value()
                    ->execute("PRAGMA user_version=" + std::to_string(newest() + 1))
                    .ok());
    const std::string before = read(file);
    Fixed fixed;
    const ErrorCode code =
        &kind == &kStation ? store::Store::open(folder / "station", fixed.clock, fixed.random).error().code
                           : hub::SqliteHubStore::open(folder / "hub").error().code;
    EXPECT_EQ(code, ErrorCode::TooNew);
    EXPECT_EQ(read(file), before);
}

}  // namespace
}  // namespace fayi::testing
