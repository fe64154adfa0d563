// SPDX-License-Identifier: Apache-2.0
// The simulated disks do what disks do: no more, or the simulation would cry wolf, and no less.
#include "disk.h"

#include <gtest/gtest.h>

#include "fayi/sqlite/database.h"

namespace fayi::sim {
namespace {

struct DiskTest : ::testing::Test {
    SimulatedDisks disks{1};
    Disk disk;
    Chance chance{7};
    std::filesystem::path file = disks.folder("one", disk) / "data.db";

    std::unique_ptr<sqlite::Database> open() {
        auto database = sqlite::Database::open(file, {.create = true, .busyMillis = 10}).value();
        EXPECT_TRUE(database->execute("CREATE TABLE IF NOT EXISTS t(n INTEGER)").ok());
        return database;
    }
    static std::int64_t rows(sqlite::Database& database) {
        auto count = database.prepare("SELECT count(*) FROM t");
        return count.step() ? count.integer(0) : -1;
    }
};

TEST_F(DiskTest, WhatWasSyncedSurvivesAPowerCutAndTheRestOftenDoesNot) {
    const auto made = disk.make("plain");
    ASSERT_TRUE(disk.write(*made, 0, std::string(4096, 'a')));
    ASSERT_TRUE(disk.sync(*made));
    int kept = 0, torn = 0;
    for (int i = 0; i < 100; ++i) {
        const auto now = disk.find("plain");
        ASSERT_TRUE(disk.write(*now, 0, std::string(4096, static_cast<char>('b' + i % 20))));
        disk.cut();
        disk.restart(chance, true);
        const std::string after = disk.find("plain")->bytes;
        ASSERT_EQ(after.size(), 4096U);
        const auto fresh =
            static_cast<std::size_t>(std::ranges::count(after, static_cast<char>('b' + i % 20)));
        kept += fresh == 4096 ? 1 : 0;
        torn += fresh > 0 && fresh < 4096 ? 1 : 0;
    }
    EXPECT_GT(kept, 10);
    EXPECT_GT(torn, 10);
    EXPECT_LT(kept + torn, 95);
}

TEST_F(DiskTest, AKilledProgramLeavesWhatItWrote) {
    const auto made = disk.make("plain");
    ASSERT_TRUE(disk.write(*made, 0, "abc"));
    disk.cut();
    EXPECT_FALSE(disk.write(*made, 0, "xyz"));
    disk.restart(chance, false);
    EXPECT_EQ(disk.find("plain")->bytes, "abc");
}

TEST_F(DiskTest, ACommittedTransactionIsThereAndAnOpenOneIsNot) {
    for (int cut = 1; cut < 40; ++cut) {
        disk.wipe();
        std::int64_t told = 0;
        {
            const auto database = open();
            disk.cutAfter(static_cast<std::uint64_t>(cut));
            while (!disk.dead())
                told += database->execute("INSERT INTO t VALUES(1)").ok() ? 1 : 0;
        }
        disk.restart(chance, true);
        const auto database = open();
        EXPECT_TRUE(database->integrityFaults().empty());
        EXPECT_GE(rows(*database), told);
        EXPECT_LE(rows(*database), told + 1);
    }
}

TEST_F(DiskTest, ConnectionsSeeEachOthersCommitsAndOneWritesAtATime) {
    const auto one = open(), two = open();
    ASSERT_TRUE(one->execute("INSERT INTO t VALUES(1)").ok());
    EXPECT_EQ(rows(*two), 1);
    ASSERT_TRUE(one->execute("BEGIN IMMEDIATE").ok());
    EXPECT_FALSE(two->execute("INSERT INTO t VALUES(2)").ok());
    ASSERT_TRUE(one->execute("COMMIT").ok());
    EXPECT_TRUE(two->execute("INSERT INTO t VALUES(2)").ok());
    EXPECT_EQ(rows(*one), 2);
}

}  // namespace
}  // namespace fayi::sim
