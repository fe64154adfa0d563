// SPDX-License-Identifier: Apache-2.0
// Data that cannot be read: kept under another name, and gone on without.
#include "fayi/station/rescue.h"

#include <fstream>

#include "desk.h"
#include "fayi/base/files.h"
#include "fayi/sqlite/database.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A station with a backup of a record that names a file, a younger record and file, and then no station.db
/// that could be read.
struct Rescue : ::testing::Test {
    Desk desk;
    fs::path data = desk.folder / "data", backup = desk.folder / "backup.db";
    std::string blob;
    RecordId first;

    Rescue() {
        first = desk.create("outreach", {{"theme", "宪法宣传周"}});
        write(desk.folder / "笔录.txt", "双方自愿达成协议");
        blob = must(desk->attach(first, "attachments", desk.folder / "笔录.txt")).blob;
        EXPECT_TRUE(desk->backup(backup).ok());
        desk.create("outreach", {{"theme", "备份以后写的"}});
        write(desk.folder / "照片.txt", "备份以后拍的");
        must(desk->attach(first, "attachments", desk.folder / "照片.txt"));
        desk.station.reset();
        write(data / "station.db", std::string(40'000, 'x'));
    }

    static void write(const fs::path& file, const std::string& content) {
        std::ofstream(file, std::ios::binary) << content;
    }
    static std::string read(const fs::path& file) { return must(readAt(file, 0, 1u << 20)); }
    std::vector<std::string> everythingIn(const fs::path& folder) {
        std::vector<std::string> out;
        for (const auto& one : fs::recursive_directory_iterator(folder))
            if (one.is_regular_file())
                out.push_back(fs::relative(one.path(), folder).string() + " " + read(one.path()));
        std::ranges::sort(out);
        return out;
    }
    std::size_t foldersBeside() const {
        std::size_t out = 0;
        for (const auto& one : fs::directory_iterator(data.parent_path()))
            out += one.is_directory() ? 1 : 0;
        return out;
    }
};

TEST_F(Rescue, DataSetAsideLieBesideWithTheDayAndEveryByte) {
    const auto before = everythingIn(data);
    const fs::path kept = must(setAside(data, desk.clock));
    EXPECT_EQ(kept.string(), data.string() + "-damaged-" + dateInChina(desk.clock.now()));
    EXPECT_FALSE(fs::exists(data));
    EXPECT_EQ(everythingIn(kept), before);
    EXPECT_EQ(Station::open(data, desk.clock, desk.random).error().code, ErrorCode::NotFound);
}

TEST_F(Rescue, TwiceOnOneDayIsKeptTwice) {
    const fs::path one = must(setAside(data.string() + "/", desk.clock));
    fs::create_directories(data);
    write(data / "station.db", "once more");
    const fs::path two = must(setAside(data, desk.clock));
    EXPECT_EQ(two.string(), one.string() + "-2");
    EXPECT_EQ(read(two / "station.db"), "once more");
    EXPECT_EQ(read(one / "station.db"), std::string(40'000, 'x'));
}

TEST_F(Rescue, WhatIsNotThereCannotBeSetAside) {
    EXPECT_EQ(setAside(desk.folder / "nothing", desk.clock).error().code, ErrorCode::NotFound);
}

TEST_F(Rescue, ABackupTakesThePlaceOfDamagedDataAndTheyAreKept) {
    const auto before = everythingIn(data);
    const fs::path kept = must(restoreInPlace(backup, data, desk.clock, desk.random));
    EXPECT_THAT(kept.string(), HasSubstr("-damaged-"));
    EXPECT_EQ(everythingIn(kept), before);
    const auto station = must(Station::open(data, desk.clock, desk.random));
    EXPECT_EQ(must(station->list(all("outreach"))).size(), 1U);
    EXPECT_EQ(must(station->get(first)).title, "宪法宣传周");
    EXPECT_EQ(foldersBeside(), 2U);
}

TEST_F(Rescue, FilesThatTheBackupNamesComeAlongAndNoOthers) {
    must(restoreInPlace(backup, data, desk.clock, desk.random));
    const auto station = must(Station::open(data, desk.clock, desk.random));
    ASSERT_TRUE(station->writeBlob(blob, desk.folder / "out.txt").ok());
    EXPECT_EQ(read(desk.folder / "out.txt"), "双方自愿达成协议");
    std::size_t files = 0;
    for (const auto& one : fs::recursive_directory_iterator(data / "blobs"))
        files += one.is_regular_file() ? 1 : 0;
    EXPECT_EQ(files, 1U);
    EXPECT_TRUE(must(station->check()).faults.empty());
}

TEST_F(Rescue, AFileThatWasDamagedTooIsLeftOut) {
    write(data / "blobs" / blob.substr(0, 2) / blob.substr(2), "something else");
    must(restoreInPlace(backup, data, desk.clock, desk.random));
    EXPECT_FALSE(fs::exists(data / "blobs" / blob.substr(0, 2) / blob.substr(2)));
}

TEST_F(Rescue, ABackupThatCannotBeReadChangesNothing) {
    const auto before = everythingIn(data);
    write(desk.folder / "broken.db", std::string(9'000, 'y'));
    EXPECT_EQ(restoreInPlace(desk.folder / "broken.db", data, desk.clock, desk.random).error().code,
              ErrorCode::Damaged);
    EXPECT_EQ(restoreInPlace(desk.folder / "none.db", data, desk.clock, desk.random).error().code,
              ErrorCode::Usage);
    EXPECT_EQ(everythingIn(data), before);
    EXPECT_EQ(foldersBeside(), 1U) << "a draft was left";
}

TEST_F(Rescue, ABackupOfANewerProgramChangesNothing) {
    {
        auto database = must(sqlite::Database::open(backup, {}));
        ASSERT_TRUE(database->execute("PRAGMA user_version=9999").ok());
    }
    EXPECT_EQ(restoreInPlace(backup, data, desk.clock, desk.random).error().code, ErrorCode::TooNew);
    EXPECT_EQ(read(data / "station.db"), std::string(40'000, 'x'));
    EXPECT_EQ(foldersBeside(), 1U);
}

}  // namespace
}  // namespace fayi::station
