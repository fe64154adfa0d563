// SPDX-License-Identifier: Apache-2.0
// What there is of a month, and what is still missing.
#include "fayi/station/month.h"

#include "district.h"

namespace fayi::station {
namespace {

struct OfMonth : District {
    Desk a{1, "甲机"}, b{2, "乙机"};

    void SetUp() override {
        join(a, "顾问", "advisor", "500115001200");
        join(b, "所长", "head", "500115001");
    }
    static RecordId visit(Desk& desk, const std::string& day, const std::string& village) {
        return desk.create("service-visit", {{"happened_on", day}, {"village", village}});
    }
    static std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> counts(Desk& desk) {
        std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> out;
        for (const Month::Count& one : must(Month(*desk.station, "2026-02-14").counts()))
            out[one.type->name] = {one.records, one.open};
        return out;
    }
};

TEST_F(OfMonth, AMonthBeginsAndEndsWithItsDays) {
    EXPECT_EQ(Month(*a.station, "2026-02-14").from(), "2026-02-01");
    EXPECT_EQ(Month(*a.station, "2026-02-14").to(), "2026-02-28");
    EXPECT_EQ(Month(*a.station, "2028-02-01").to(), "2028-02-29");
    EXPECT_EQ(Month(*a.station, "2026-12-31").to(), "2026-12-31");
    EXPECT_EQ(Month(*a.station).from(), a->today().substr(0, 8) + "01");
}

TEST_F(OfMonth, EachTypeIsCountedWithWhatIsStillToBeSubmittedAndOpensItsRecords) {
    const RecordId first = visit(a, "2026-02-01", "500115001200"),
                   last = visit(a, "2026-02-28", "500115001200");
    visit(a, "2026-01-31", "500115001200");
    visit(a, "2026-03-01", "500115001200");
    const RecordId lecture = a.create("outreach", wholeOutreach("民法典", "2026-02-10"));
    must(a->submit(lecture));
    const auto found = counts(a);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found.at("service-visit"), std::pair(std::uint64_t{2}, std::uint64_t{2}));
    EXPECT_EQ(found.at("outreach"), std::pair(std::uint64_t{1}, std::uint64_t{0}));
    const auto records = must(Month(*a.station, "2026-02-14").records("service-visit"));
    ASSERT_EQ(records.size(), 2u);
    EXPECT_EQ(records[0].id, last);
    EXPECT_EQ(records[1].id, first);
}

TEST_F(OfMonth, WhatIsVoidOrDeletedCountsNowhere) {
    const RecordId lecture = a.create("outreach", wholeOutreach("民法典", "2026-02-10"));
    must(a->submit(lecture));
    const RecordId gone = a.create("outreach", wholeOutreach("消防", "2026-02-11"));
    must(a->remove(gone));
    syncBoth(a, b);
    EXPECT_EQ(counts(b).at("outreach").first, 1u);
    must(b->makeVoid(lecture, "重复"));
    EXPECT_TRUE(counts(b).empty());
}

TEST_F(OfMonth, VillagesWithoutAVisitAreNamedToWhoeverLogsVisits) {
    const std::vector<std::string> own{"500115001200"};
    EXPECT_EQ(Month(*a.station, "2026-02-14").villages(), own);
    EXPECT_EQ(must(Month(*a.station, "2026-02-14").unvisited()), own);
    visit(a, "2026-03-01", own.front());
    EXPECT_EQ(must(Month(*a.station, "2026-02-14").unvisited()), own) << "another month's";
    visit(a, "2026-02-03", own.front());
    EXPECT_TRUE(must(Month(*a.station, "2026-02-14").unvisited()).empty());
    syncBoth(a, b);
    const Month town(*b.station, "2026-02-14");
    EXPECT_GT(town.villages().size(), 1u);
    EXPECT_EQ(must(town.unvisited()).size(), town.villages().size() - 1);
    Desk alone{3, "丙机"};
    EXPECT_TRUE(Month(*alone.station, "2026-02-14").villages().empty()) << "it has joined nothing";
    Desk whole{4, "区局"};
    join(whole, "区局", "district", "500115");
    EXPECT_TRUE(Month(*whole.station, "2026-02-14").villages().empty()) << "the board tells that";
}

}  // namespace
}  // namespace fayi::station
