// SPDX-License-Identifier: Apache-2.0
// One event entered by two people: told to whoever comes second, and to both once they have synced.
#include "district.h"

namespace fayi::station {
namespace {

std::vector<std::string> twice(const Record& record) {
    std::vector<std::string> out;
    for (const schema::Problem& problem : record.problems)
        if (problem.kind == schema::Problem::Kind::Twice) {
            EXPECT_EQ(problem.severity, schema::Problem::Severity::Warning);
            out.push_back(problem.message.zh);
        }
    return out;
}

struct Twice : District {
    Desk a{1, "甲机"}, b{2, "乙机"};
    RecordId first;
    Json again;

    void SetUp() override {
        join(a, "顾问", "advisor", "500115001200");
        join(b, "所长", "head", "500115001");
        again = wholeOutreach("民法典宣传", "2026-03-01");
        again["village"] = "500115001200";
        first = a.create("outreach", again);
        syncBoth(a, b);
    }
};

TEST_F(Twice, TheSecondIsToldWhoseTheFirstIs) {
    again["theme"] = "《民法典》宣传 进村";
    const Record second = must(b->create("outreach", again));
    ASSERT_EQ(twice(second).size(), 1u);
    EXPECT_NE(twice(second)[0].find("顾问 已录有"), std::string::npos);
    EXPECT_NE(twice(second)[0].find(toText(first)), std::string::npos);
    EXPECT_TRUE(must(b->submit(second.id)).view.state == "submitted") << "a warning, no more";
}

TEST_F(Twice, TheFirstHearsOfItAfterASync) {
    EXPECT_TRUE(twice(a.get(first)).empty());
    must(b->create("outreach", again, "500115001200"));
    syncBoth(b, a);
    ASSERT_EQ(twice(a.get(first)).size(), 1u);
    EXPECT_NE(twice(a.get(first))[0].find("所长 已录有"), std::string::npos);
}

TEST_F(Twice, AnotherDayVillageOrThemeIsAnotherEvent) {
    for (const auto& [field, value] :
         {std::pair{"happened_on", "2026-03-02"}, std::pair{"village", "500115001201"},
          std::pair{"theme", "防范电信诈骗"}}) {
        Json other = again;
        other[field] = value;
        EXPECT_TRUE(twice(must(b->create("outreach", other))).empty()) << field;
    }
}

TEST_F(Twice, WhatIsDeletedOrEmptyIsLikeNothing) {
    const Record second = must(b->create("outreach", again, "500115001200"));
    syncBoth(b, a);
    EXPECT_EQ(twice(a.get(first)).size(), 1u);
    must(b->remove(second.id));
    syncBoth(b, a);
    EXPECT_TRUE(twice(a.get(first)).empty());
    Json bare{{"happened_on", "2026-03-01"}};
    must(b->create("outreach", bare));
    EXPECT_TRUE(twice(must(b->create("outreach", bare))).empty());
}

TEST_F(Twice, AnEditCanMakeIt) {
    again["theme"] = "防范电信诈骗";
    const Record other = must(b->create("outreach", again));
    EXPECT_EQ(twice(must(b->edit(other.id, {{"theme", "民法典宣传"}}))).size(), 1u);
}

}  // namespace
}  // namespace fayi::station
