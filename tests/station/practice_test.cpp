// SPDX-License-Identifier: Apache-2.0
// A store of samples, and that nothing of it gets out.
#include "fayi/station/practice.h"

#include <fstream>

#include "district.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::Ge;
using ::testing::HasSubstr;

struct Practice : District {
    fs::path data = folder / "data";
    fs::path samples = practiceFolder(data);

    std::unique_ptr<Station> opened() {
        EXPECT_TRUE(makePractice(samples, clock, random).ok());
        return must(Station::open(samples, clock, random));
    }
    Position hubChanges() { return must(store->lastPosition()); }
};

TEST_F(Practice, SamplesOfTheUsualKindsLieBesideTheRealStoreInEveryState) {
    EXPECT_EQ(practiceFolder("/a/data/"), fs::path("/a/data-practice"));
    const auto station = opened();
    std::map<std::string, int> states, types;
    for (const char* type :
         {"service-visit", "outreach", "consultation", "contract-review", "legal-opinion", "mediation-case"})
        for (const RecordRow& row : must(station->list(all(type)))) {
            ++states[row.state];
            ++types[row.type];
        }
    EXPECT_EQ(types.size(), 6U);
    for (const char* state : {"draft", "submitted", "verified", "returned"})
        EXPECT_THAT(states[state], Ge(1)) << state;
    EXPECT_TRUE(isPractice(samples));
    EXPECT_FALSE(fs::exists(data)) << "the real folder was not touched";
}

TEST_F(Practice, WhatWasWrittenThereIsThereTheNextTime) {
    const RecordId id = must(opened()->create("outreach", {{"theme", "我的练习"}})).id;
    EXPECT_EQ(must(opened()->get(id)).title, "我的练习");
}

TEST_F(Practice, ItJoinsNoDistrictByTheNetworkAndTheHubHearsNothing) {
    const auto station = opened();
    const std::string code = this->code("何志远", "clerk", "500115127");
    const Position before = hubChanges();
    const auto enrolled = station->enrol(server->url(), code, "");
    ASSERT_FALSE(enrolled.ok());
    EXPECT_THAT(enrolled.error().message.zh, HasSubstr("练习"));
    EXPECT_FALSE(station->identity().enrolled);
    EXPECT_TRUE(hubChanges() == before);
    // The code is still good: it was never sent.
    Desk real{3, "真机"};
    EXPECT_TRUE(real->enrol(server->url(), code, "").ok());
}

TEST_F(Practice, ItJoinsByNoFileAndWritesNoBundle) {
    const auto station = opened();
    const Json person = must(hub::addPerson(context, "何志远", "clerk", "500115127"));
    protocol::EnrolFile file;
    file.district = "500115";
    file.person = *parseRecordId(person["person"].get<std::string>());
    const auto begun = station->store().beginJoining(file, station->person().number);
    ASSERT_FALSE(begun.ok());
    EXPECT_THAT(begun.error().message.en, HasSubstr("practice"));
    const auto told = [](std::uint64_t, std::uint64_t) {};
    EXPECT_FALSE(station->writeBundle(folder / "a.fayi", 0, told).ok());
    EXPECT_FALSE(station->sync().ok());
}

TEST_F(Practice, ABackupOfItIsNoRealStoreEither) {
    ASSERT_TRUE(opened()->backup(folder / "copy").ok());
    ASSERT_TRUE(Station::restoreBackup(folder / "copy", folder / "elsewhere", clock, random).ok());
    EXPECT_TRUE(isPractice(folder / "elsewhere"));
}

TEST_F(Practice, NeitherARealStoreNorAnythingElseIsTakenForItOrThrownAway) {
    Desk desk;
    const fs::path real = desk->store().folder();
    EXPECT_FALSE(isPractice(real));
    EXPECT_FALSE(throwPracticeAway(real).ok());
    EXPECT_TRUE(fs::exists(real / "station.db"));
    fs::create_directory(samples);
    std::ofstream(samples / "letter.txt") << "mine";
    EXPECT_EQ(makePractice(samples, clock, random).error().code, ErrorCode::Usage);
    EXPECT_FALSE(throwPracticeAway(samples).ok());
    EXPECT_TRUE(fs::exists(samples / "letter.txt"));
}

TEST_F(Practice, ThrownAwayItIsGoneAndBeginsAnewTheNextTime) {
    const RecordId id = must(opened()->create("outreach", {{"theme", "我的练习"}})).id;
    ASSERT_TRUE(throwPracticeAway(samples).ok());
    EXPECT_FALSE(fs::exists(samples));
    EXPECT_FALSE(opened()->get(id).ok());
}

}  // namespace
}  // namespace fayi::station
