// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "fayi/sqlite/database.h"
#include "fayi/testing/fakes.h"

namespace fayi::sqlite {
namespace {

TEST(Sqlite, AKeptStatementIsPlannedOnceAndNotForWhatIsBound) {
    const testing::TemporaryFolder folder;
    const auto database = Database::open(folder / "a.db", {.create = true}).value();
    ASSERT_TRUE(database
                    ->execute("CREATE TABLE t(kind TEXT, name TEXT);"
                              "CREATE INDEX few ON t(name) WHERE kind='few'")
                    .ok());
    const auto planOf = [&](const char* kind) {
        Statement plan = database->prepare("EXPLAIN QUERY PLAN SELECT * FROM t WHERE kind=? AND name='a'");
        plan.bind(kind);
        return plan.step() ? plan.text(3) : std::string();
    };
    EXPECT_EQ(planOf("many"), "SCAN t");
    EXPECT_EQ(planOf("few"), "SCAN t");
}

}  // namespace
}  // namespace fayi::sqlite
