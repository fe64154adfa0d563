// SPDX-License-Identifier: Apache-2.0
// What is offered is what would be done: every step that a record offers works, and no other does.
#include "fayi/station/steps.h"

#include "district.h"

namespace fayi::station {
namespace {

struct Offered : District {
    Desk a{1, "甲机"}, b{2, "乙机"};
    RecordId id;

    void SetUp() override {
        join(a, "顾问", "advisor", "500115001200");
        join(b, "所长", "head", "500115001");
        Json lecture = wholeOutreach("民法典", "2026-03-01");
        lecture["village"] = "500115001200";
        id = a.create("outreach", lecture);
        syncBoth(a, b);
    }
    void submit() {
        must(a->submit(id));
        syncBoth(a, b);
    }
    static Steps offered(Desk& desk, RecordId id) { return stepsOf(*desk.station, desk.get(id)); }
    static std::vector<Warning> warned(Desk& desk, RecordId id) {
        return must(warningsOf(*desk.station, desk.get(id)));
    }
};

TEST_F(Offered, ADraftIsDeletedAndWhatWasSubmittedMadeVoid) {
    EXPECT_FALSE(offered(b, id).makeVoid);
    EXPECT_FALSE(b->makeVoid(id, "重复").ok());
    EXPECT_TRUE(offered(b, id).remove);
    submit();
    EXPECT_TRUE(offered(b, id).makeVoid);
    EXPECT_FALSE(offered(a, id).makeVoid) << "an advisor's role may not";
    EXPECT_FALSE(a->makeVoid(id, "重复").ok());
    must(b->makeVoid(id, "重复"));
    const Steps after = offered(b, id);
    EXPECT_FALSE(after.edit || after.submit || after.verify || after.giveBack || after.remove ||
                 after.makeVoid || after.restrict || after.lift || after.undelete);
    EXPECT_TRUE(after.print);
    EXPECT_FALSE(b->restrict(id, "当事人要求").ok());
}

TEST_F(Offered, ARestrictionLeavesOnlyItsEnd) {
    submit();
    EXPECT_TRUE(offered(b, id).restrict);
    EXPECT_FALSE(offered(b, id).lift);
    EXPECT_FALSE(offered(a, id).restrict);
    must(b->restrict(id, "当事人要求删除，保管期限未满"));
    syncBoth(b, a);
    const Steps head = offered(b, id), advisor = offered(a, id);
    EXPECT_TRUE(head.lift);
    EXPECT_FALSE(head.edit || head.verify || head.giveBack || head.remove || head.makeVoid || head.restrict ||
                 head.print);
    EXPECT_FALSE(advisor.lift || advisor.edit || advisor.remove || advisor.print);
    must(b->restrict(id, std::nullopt));
    EXPECT_TRUE(offered(b, id).edit && offered(b, id).restrict && offered(b, id).print);
}

TEST_F(Offered, TheRecycleBinOffersTheWayOut) {
    must(b->remove(id));
    const Steps gone = offered(b, id);
    EXPECT_TRUE(gone.undelete);
    EXPECT_FALSE(gone.edit || gone.makeVoid || gone.restrict || gone.print);
}

TEST_F(Offered, ADoubleEntryLeadsToTheOtherRecordWithoutItsNumberInTheSentence) {
    EXPECT_TRUE(warned(a, id).empty());
    Json again = wholeOutreach("民法典", "2026-03-01");
    again["village"] = "500115001200";
    const RecordId second = b.create("outreach", again, "500115001200");
    syncBoth(b, a);
    const auto mine = warned(a, id), theirs = warned(b, second);
    ASSERT_EQ(mine.size(), 1u);
    EXPECT_EQ(mine[0].kind, schema::Problem::Kind::Twice);
    EXPECT_EQ(mine[0].other, second);
    EXPECT_NE(mine[0].text.zh.find("所长 已录有"), std::string::npos);
    EXPECT_EQ(mine[0].text.zh.find(toText(second)), std::string::npos);
    ASSERT_EQ(theirs.size(), 1u);
    EXPECT_EQ(theirs[0].other, id);
}

TEST_F(Offered, TheLockOfItsPeriodIsToldToWhoeverMayEdit) {
    must(hub::lockPeriod(context, "500115001", "2026-03-31"));
    must(a->sync());
    const auto told = warned(a, id);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].kind, schema::Problem::Kind::Locked);
    EXPECT_NE(told[0].text.zh.find("2026-03-31"), std::string::npos);
    EXPECT_FALSE(told[0].other.has_value());
    const RecordId after = a.create("outreach", wholeOutreach("民法典", "2026-04-02"));
    EXPECT_TRUE(warned(a, after).empty());
}

TEST_F(Offered, WhatAChecksWarnsOfIsTold) {
    const Json fields{{"contract_name", "鱼塘承包"},
                      {"received_on", "2026-03-01"},
                      {"counterparty_kind", "organisation"},
                      {"credit_code", "91500115MA5U00000X"}};
    const RecordId review = a.create("contract-review", fields);
    const auto told = warned(a, review);
    const auto digit = std::ranges::find(told, schema::Problem::Kind::CheckDigit, &Warning::kind);
    ASSERT_NE(digit, told.end());
    EXPECT_FALSE(digit->other.has_value());
    EXPECT_FALSE(digit->text.zh.empty());
}

}  // namespace
}  // namespace fayi::station
