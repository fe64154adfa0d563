// SPDX-License-Identifier: Apache-2.0
// A period that the district has locked.
#include <gmock/gmock.h>

#include "fixture.h"

namespace fayi::hub::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Lock : HubTest {
    FakeStation a = station(person("head", "500115001"));

    RecordId outreach(const std::string& day) {
        return a.create("outreach", {{"theme", "民法典"}, {"happened_on", day}, {"attendance", 40}});
    }
    /// The codes of what the next sync refuses.
    std::vector<std::string> refusals() {
        a.refused.clear();
        a.syncAll(context);
        std::vector<std::string> out;
        for (const protocol::Refusal& one : a.refused)
            out.push_back(one.code);
        return out;
    }
    void lock(const std::string& org, const std::string& until) { must(lockPeriod(context, org, until)); }
};

TEST_F(Lock, RefusesContentStateMoveAndDeletionOfWhatHappenedInThePeriodAndNamesUnitAndDay) {
    const RecordId id = outreach("2026-03-31"), open = outreach("2026-04-01");
    EXPECT_THAT(refusals(), IsEmpty());
    lock("500115001", "2026-03-31");
    a.write(id, {{"attendance", 41}});
    a.write(id, {{"$state", "submitted"}});
    a.write(id, {{"$org", "500115001001"}});
    a.write(id, {{"$deleted", true}});
    a.write(open, {{"attendance", 41}});
    EXPECT_THAT(refusals(), SizeIs(4));
    for (const protocol::Refusal& one : a.refused) {
        EXPECT_EQ(one.code, "locked");
        EXPECT_NE(one.reason.zh.find("凤城街道"), std::string::npos);
        EXPECT_NE(one.reason.zh.find("2026-03-31"), std::string::npos);
        EXPECT_NE(one.reason.en.find("2026-03-31"), std::string::npos);
    }
    EXPECT_EQ(must(store->record(id))->fields["attendance"], 40);
    EXPECT_EQ(must(store->record(open))->fields["attendance"], 41);
}

TEST_F(Lock, ADayIsNotMovedOutOfOrIntoAPeriodAndNothingIsCreatedInIt) {
    const RecordId inside = outreach("2026-03-31"), outside = outreach("2026-04-01");
    EXPECT_THAT(refusals(), IsEmpty());
    lock("500115", "2026-03-31");  // of a unit above
    a.write(inside, {{"happened_on", "2026-04-02"}});
    a.write(outside, {{"happened_on", "2026-03-30"}});
    outreach("2026-01-01");
    outreach("2026-04-03");
    EXPECT_EQ(refusals(), (std::vector<std::string>{"locked", "locked", "locked"}));
    EXPECT_EQ(must(store->record(inside))->happenedOn, "2026-03-31");
    EXPECT_EQ(must(store->record(outside))->happenedOn, "2026-04-01");
}

TEST_F(Lock, IsJudgedOnArrivalWithoutGrace) {
    const RecordId id = outreach("2026-03-31");
    EXPECT_THAT(refusals(), IsEmpty());
    a.write(id, {{"attendance", 41}});  // before the lock, but not sent
    lock("500115001", "2026-03-31");
    EXPECT_EQ(refusals(), std::vector<std::string>{"locked"});
}

TEST_F(Lock, OfAnotherUnitOrLiftedRefusesNothingAndWhatHasNoDayIsOfNoPeriod) {
    lock("500115002", "2026-12-31");
    const RecordId id = outreach("2026-03-31");
    EXPECT_THAT(refusals(), IsEmpty());
    lock("500115001", "2026-12-31");
    a.create("outreach", {{"theme", "未定日期"}});
    EXPECT_THAT(refusals(), IsEmpty());
    lock("500115001", "");
    a.write(id, {{"attendance", 41}});
    EXPECT_THAT(refusals(), IsEmpty());
}

TEST_F(Lock, IsReferenceDataThatReachesStationsAndIsListed) {
    a.syncAll(context);
    a.news.clear();
    EXPECT_EQ(must(lockPeriod(context, "500115001", "2026-03-31")),
              (Json{{"org", "500115001"}, {"name", "凤城街道"}, {"until", "2026-03-31"}}));
    a.syncAll(context);
    ASSERT_THAT(a.news, SizeIs(1));
    EXPECT_EQ(a.news.begin()->second.change.writes[0].path, "locked_until");
    const auto until = [&] {
        for (const Json& unit : must(listOrgs(context)))
            if (unit["code"] == "500115001")
                return unit.value("locked_until", "");
        return std::string("gone");
    };
    EXPECT_EQ(until(), "2026-03-31");
    EXPECT_EQ(must(lockPeriod(context, "500115001", ""))["until"], Json());
    EXPECT_EQ(until(), "");
}

TEST_F(Lock, AnUnknownUnitAndAMalformedDayAreRefused) {
    EXPECT_EQ(lockPeriod(context, "110101", "2026-03-31").error().code, ErrorCode::Validation);
    EXPECT_EQ(lockPeriod(context, "500115001", "2026-02-30").error().code, ErrorCode::Validation);
}

TEST_F(Lock, OfAStreetClosesTheRecordsOfTheTownItTookThePlaceOf) {
    // A predecessor's records belong to its successor, so the successor's lock closes them; not the other
    // way.
    schema::OrgUnit district{"5", {"区", "d"}, "", "district", {}, {}, {}, "", false};
    schema::OrgUnit street{"500115001", {"街道", "s"}, "5", "street", {}, {}, "2020-12-31", "", false};
    schema::OrgUnit town{"500115101", {"镇", "t"}, "5", "town", {}, {}, {}, "500115001", false};
    const auto tree = must(schema::OrgTree::of({district, street, town}));
    EXPECT_NE(tree.lockOn("500115101", "2020-12-31"), nullptr);
    EXPECT_EQ(tree.lockOn("500115101", "2021-01-01"), nullptr);
    EXPECT_EQ(tree.lockOn("5", "2020-12-31"), nullptr);
}

}  // namespace
}  // namespace fayi::hub::testing
