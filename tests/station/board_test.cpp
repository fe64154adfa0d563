// SPDX-License-Identifier: Apache-2.0
// What the units have recorded, and a figure over the months.
#include "fayi/station/board.h"

#include "district.h"
#include "fayi/station/trend.h"

namespace fayi::station {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kVillage = "500115127200";

struct Boards : District {
    Desk office{1, "所机"}, district{2, "局机"};

    void SetUp() override {
        join(office, "所长", "head", "500115127");
        join(district, "科长", "district", "500115");
    }
    RecordId visit(const std::string& day, const std::string& village, const char* state) {
        const RecordId id = office.create("service-visit", {{"happened_on", day},
                                                            {"village", village},
                                                            {"advisor", "陈顾问"},
                                                            {"mode", "on-site"},
                                                            {"duration", 120},
                                                            {"kinds", {"consultation"}}});
        office.clock.advance(Millis(1000));
        if (std::string(state) != "draft") {
            const auto at = must(office->store().state(id));
            must(office->store().save(office->person().number,
                                      {{id, {}, records::planState(at, at.seen(), state).writes}}));
        }
        return id;
    }
    std::vector<BoardRow> rows(Desk& desk, const std::string& parent = {}, std::int64_t days = 31) {
        return must(Board(*desk.station).rows({parent, "2026-01-01", "2026-12-31", days}));
    }
    static const BoardRow& rowOf(const std::vector<BoardRow>& rows, const std::string& org) {
        const auto at = std::ranges::find(rows, org, &BoardRow::org);
        EXPECT_NE(at, rows.end()) << org;
        return *at;
    }
    std::string daysAgo(std::int64_t days) { return dateOfDays(*daysOf(office->today()) - days); }
};

TEST_F(Boards, AUnitCountsWhatLiesBelowItByStateAndEachNumberOpensItsRecords) {
    const RecordId sent = visit("2026-02-01", kVillage, "submitted");
    visit("2026-02-02", kVillage, "submitted");
    visit("2026-02-03", kVillage, "verified");
    visit("2025-12-31", kVillage, "verified");
    visit("2026-02-04", kVillage, "draft");
    must(office->remove(visit("2026-02-05", kVillage, "draft")));
    must(office->sync());
    must(district->sync());
    const auto town = rowOf(rows(district), "500115127");
    EXPECT_EQ(town.records, 4u);
    EXPECT_EQ(town.submitted, 2u);
    EXPECT_EQ(town.verified, 1u);
    EXPECT_EQ(town.returned, 0u);
    EXPECT_EQ(town.lastDay, "2026-02-04");
    EXPECT_GT(town.heard, Millis(0));
    EXPECT_TRUE(town.below);
    const auto village = rowOf(rows(district, "500115127"), kVillage);
    EXPECT_EQ(village.submitted, 2u) << "a record that names a village is that village's";
    EXPECT_FALSE(village.below);
    const auto found =
        must(Board(*district.station).records(kVillage, "submitted", "2026-01-01", "2026-12-31"));
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[1].id, sent);
    EXPECT_THAT(must(Board(*district.station).records("500115127", "", "2026-01-01", "2026-12-31")),
                SizeIs(4));
    EXPECT_THAT(must(Board(*district.station).records("500115001", "", "2026-01-01", "2026-12-31")),
                IsEmpty());
}

TEST_F(Boards, WhoWasSilentLongestIsFirst) {
    visit(daysAgo(3), "500115127001", "submitted");
    visit(daysAgo(40), "500115127200", "submitted");
    visit(daysAgo(1), "500115127200", "draft");
    const auto board = rows(office);
    ASSERT_GE(board.size(), 3u);
    EXPECT_EQ(board[0].oldestVisit, "") << "nothing was ever logged there";
    EXPECT_EQ(board[0].silent, 1u);
    EXPECT_EQ(rowOf(board, "500115127200").silent, 1u) << "a draft is not handed in";
    EXPECT_EQ(rowOf(board, "500115127200").oldestVisit, daysAgo(40));
    EXPECT_EQ(rowOf(board, "500115127001").silent, 0u);
    EXPECT_EQ(board.back().org, "500115127001");
    EXPECT_EQ(rowOf(rows(office, {}, 62), "500115127200").silent, 0u);
}

TEST_F(Boards, AUnitThatWritesNothingHasNotReportedWhateverTheDistrictWritesOfIt) {
    const RecordId sent = visit(daysAgo(2), kVillage, "submitted");
    must(office->sync());
    must(district->sync());
    const std::string wrote = office->today();
    EXPECT_FALSE(rowOf(rows(district), "500115127").overdue);
    for (testing::FakeClock* one : {&clock, &office.clock, &district.clock})
        one->advance(std::chrono::hours(24) * 40);
    const auto at = must(district->store().state(sent));
    must(district->store().save(district->person().number,
                                {{sent, {}, records::planState(at, at.seen(), "verified").writes}}));
    const auto board = rows(district);
    const auto town = rowOf(board, "500115127");
    EXPECT_TRUE(town.overdue);
    EXPECT_EQ(town.reported, wrote);
    EXPECT_EQ(dateInChina(town.heard), district->today()) << "the district wrote in it today";
    EXPECT_EQ(board.front().reported, "") << "who never reported comes first";
    EXPECT_FALSE(rowOf(rows(district, {}, 62), "500115127").overdue);
    EXPECT_EQ(rowOf(rows(district, "500115127"), kVillage).reported, daysAgo(42))
        << "all that is known of it is the day it happened";
    visit(office->today(), kVillage, "draft");
    must(office->sync());
    must(district->sync());
    EXPECT_FALSE(rowOf(rows(district), "500115127").overdue);
}

TEST_F(Boards, TheComputersOfAUnitAreTold) {
    visit(daysAgo(2), kVillage, "submitted");
    must(office->sync());
    Desk later{3, "新机"};
    join(later, "副科长", "district", "500115");
    for (Desk* desk : {&district, &later}) {
        must((*desk)->sync());
        const auto board = rows(*desk);
        const auto town = rowOf(board, "500115127");
        ASSERT_THAT(town.computers, SizeIs(1));
        EXPECT_EQ(town.computers[0].name, "所机");
        EXPECT_EQ(dateInChina(town.computers[0].newest.wall()), office->today());
        EXPECT_FALSE(town.overdue);
        EXPECT_THAT(rowOf(board, "500115001").computers, IsEmpty());
    }
}

TEST_F(Boards, ALockIsShownWithTheUnitThatCarriesIt) {
    EXPECT_EQ(rowOf(rows(district), "500115127").lockedUntil, "");
    must(hub::lockPeriod(context, "500115127", "2026-03-31"));
    must(district->sync());
    const auto town = rowOf(rows(district), "500115127");
    EXPECT_EQ(town.lockedUntil, "2026-03-31");
    EXPECT_EQ(town.lockedBy, "500115127");
    const auto village = rowOf(rows(district, "500115127"), kVillage);
    EXPECT_EQ(village.lockedUntil, "2026-03-31");
    EXPECT_EQ(village.lockedBy, "500115127");
    EXPECT_EQ(rowOf(rows(district), "500115001").lockedUntil, "");
}

TEST_F(Boards, WhatCannotBeAskedIsSaid) {
    EXPECT_EQ(Board(*district.station).rows({"999999", "2026-01-01", "2026-12-31", 31}).error().code,
              ErrorCode::Usage);
    EXPECT_EQ(Board(*district.station).rows({"", "2026-12-31", "2026-01-01", 31}).error().code,
              ErrorCode::Usage);
}

TEST_F(Boards, AFigureOverTheMonthsAddsUpToItsYear) {
    for (const char* day : {"2026-01-10", "2026-01-20", "2026-02-10", "2025-02-11"}) {
        Json lecture = wholeOutreach("送法", day);
        lecture["campaigns"] = {"law-to-grassroots"};
        const RecordId id = office.create("outreach", lecture);
        must(office->submit(id));
        office.clock.advance(Millis(1000));
        must(office->verify(id));
    }
    const auto months = must(monthsOf(*office.station, "annual", "F51", "2026-12-31", ""));
    ASSERT_THAT(months, SizeIs(12));
    EXPECT_EQ(months[0].month, "2026-01");
    EXPECT_EQ(months[0].now, 2.0);
    EXPECT_EQ(months[0].before, 0.0);
    EXPECT_EQ(months[1].now, 1.0);
    EXPECT_EQ(months[1].before, 1.0);
    EXPECT_FALSE(months[11].now) << "that month has not begun";
    EXPECT_EQ(monthsOf(*office.station, "annual", "F999", "2026-12-31", "").error().code, ErrorCode::Usage);
    EXPECT_EQ(monthsOf(*office.station, "nothing", "F51", "2026-12-31", "").error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace fayi::station
