// SPDX-License-Identifier: Apache-2.0
// A backup takes the place of what lies in the data folder, and nothing of that is lost.
#include "fayi/station/restore.h"

#include <fstream>

#include "desk.h"
#include "fayi/base/crypto.h"
#include "fayi/runtime/sync_session.h"
#include "fayi/station/practice.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Restore : ::testing::Test {
    Desk desk;
    fs::path data = desk.folder / "data", copy = desk.folder / "copy.db";

    fs::path file(const std::string& name, std::string_view content) {
        std::ofstream(desk.folder / name, std::ios::binary) << content;
        return desk.folder / name;
    }
    Result<fs::path> prepare() { return prepareRestore(copy, data, desk.clock, desk.random); }
    fs::path restored() {
        const fs::path prepared = must(prepare());
        desk.station.reset();
        const fs::path aside = must(putInPlace(prepared, data, desk.clock));
        desk.station = must(Station::open(data, desk.clock, desk.random));
        return aside;
    }
    /// The titles of a store that lies elsewhere.
    std::vector<std::string> titlesIn(const fs::path& folder) {
        std::vector<std::string> out;
        const auto opened = must(Station::open(folder, desk.clock, desk.random));
        for (const RecordRow& row : must(opened->list(all("outreach", "happened_on"))))
            out.push_back(row.title);
        return out;
    }
};

TEST_F(Restore, WhatWasThereBeforeIsKeptBesideIt) {
    desk.create("outreach", {{"theme", "甲"}, {"happened_on", "2026-03-01"}});
    ASSERT_TRUE(desk->backup(copy).ok());
    desk.create("outreach", {{"theme", "乙"}, {"happened_on", "2026-03-02"}});
    EXPECT_THAT(keptAside(data), IsEmpty());
    const fs::path first = restored();
    EXPECT_THAT(desk.titles(""), ElementsAre("甲"));
    EXPECT_THAT(titlesIn(first), ElementsAre("甲", "乙"));
    const fs::path second = restored();  // in the same minute
    EXPECT_NE(first, second);
    EXPECT_THAT(keptAside(data), ElementsAre(first, second));
    EXPECT_THAT(titlesIn(first), ElementsAre("甲", "乙"));
}

TEST_F(Restore, WhenTheLastBackupWasMadeIsKnownAndAStoreThatWasPutBackBeginsWithout) {
    EXPECT_EQ(desk->lastBackup(), std::nullopt);
    ASSERT_TRUE(desk->backup(copy).ok());
    EXPECT_EQ(desk->lastBackup(), desk.clock.now());
    fs::remove(copy);
    ASSERT_TRUE(desk->backup(copy).ok());
    restored();
    EXPECT_EQ(desk->lastBackup(), std::nullopt);
}

TEST_F(Restore, OnlyItsOwnerReadsTheCopyAndWhatBecomesOfIt) {
    constexpr fs::perms kOwner = fs::perms::owner_read | fs::perms::owner_write;
    ASSERT_TRUE(desk->backup(copy).ok());
    EXPECT_EQ(fs::status(copy).permissions(), kOwner);
    EXPECT_EQ(fs::status(must(prepare()) / "station.db").permissions(), kOwner);
}

TEST_F(Restore, AnEmptyComputerIsGivenTheBackup) {
    desk.create("outreach", {{"theme", "甲"}});
    ASSERT_TRUE(desk->backup(copy).ok());
    const fs::path elsewhere = desk.folder / "new" / "fayi/";
    const fs::path prepared = must(prepareRestore(copy, elsewhere, desk.clock, desk.random));
    EXPECT_EQ(must(putInPlace(prepared, elsewhere, desk.clock)), fs::path());
    EXPECT_THAT(titlesIn(elsewhere), ElementsAre("甲"));
    EXPECT_THAT(keptAside(elsewhere), IsEmpty());
}

TEST_F(Restore, AttachmentsComeAlongFromTheFolderAndAreMissedWhereThereAreNone) {
    const RecordId id = desk.create("outreach", wholeOutreach("甲", "2026-03-01"));
    const std::string content = "%PDF-1.4 合同扫描件";
    (void)must(desk->attach(id, "attachments", file("a.pdf", content)));
    ASSERT_TRUE(desk->backup(copy).ok());
    const fs::path elsewhere = desk.folder / "elsewhere";
    const fs::path bare = must(prepareRestore(copy, elsewhere, desk.clock, desk.random));
    const fs::path aside = restored();
    ASSERT_TRUE(must(desk->attachments(id)).at(0).here);
    EXPECT_EQ(must(desk->writeBlob(toHex(sha256(content)), desk.folder / "out.pdf")).bytes, content.size());
    const auto old = must(Station::open(aside, desk.clock, desk.random));
    EXPECT_TRUE(must(old->attachments(id)).at(0).here);
    const auto alone = must(Station::open(bare, desk.clock, desk.random));
    EXPECT_FALSE(must(alone->attachments(id)).at(0).here);
    EXPECT_EQ(must(alone->attachments(id)).at(0).came, 0U);
    EXPECT_THAT(must(alone->check()).faults, IsEmpty());
}

TEST_F(Restore, WhatIsNoBackupChangesNothing) {
    desk.create("outreach", {{"theme", "甲"}});
    file("copy.db", "this is no store");
    EXPECT_FALSE(prepare().ok());
    EXPECT_FALSE(prepareRestore(desk.folder / "none", data, desk.clock, desk.random).ok());
    const fs::path samples = practiceFolder(data);
    ASSERT_TRUE(makePractice(samples, desk.clock, desk.random).ok());
    fs::remove(copy);
    ASSERT_TRUE(must(Station::open(samples, desk.clock, desk.random))->backup(copy).ok());
    EXPECT_EQ(prepare().error().code, ErrorCode::Usage);
    EXPECT_FALSE(fs::exists(data.string() + ".restored"));
    EXPECT_THAT(desk.titles(""), ElementsAre("甲"));
}

TEST_F(Restore, NothingIsMovedWhileAnotherProgramSyncsOrTheNewOneIsMissing) {
    desk.create("outreach", {{"theme", "甲"}});
    ASSERT_TRUE(desk->backup(copy).ok());
    const fs::path prepared = must(prepare());
    {
        const runtime::SyncLock lock(data);
        EXPECT_EQ(putInPlace(prepared, data, desk.clock).error().code, ErrorCode::Unreachable);
    }
    EXPECT_EQ(putInPlace(desk.folder / "none", data, desk.clock).error().code, ErrorCode::Io);
    EXPECT_THAT(keptAside(data), IsEmpty());
    EXPECT_THAT(titlesIn(data), ElementsAre("甲"));
}

}  // namespace
}  // namespace fayi::station
