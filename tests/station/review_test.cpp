// SPDX-License-Identifier: Apache-2.0
// The reviewer's queue, and what changed since somebody looked last.
#include "fayi/station/review.h"

#include "district.h"
#include "fayi/station/returned.h"

namespace fayi::station {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Reviews : District {
    Desk a{1, "甲机"}, b{2, "乙机"};

    void SetUp() override {
        join(a, "顾问", "advisor", "500115001200");
        join(b, "所长", "head", "500115001");
    }
    RecordId submitted(const std::string& theme = "民法典") {
        const RecordId id = a.create("outreach", wholeOutreach(theme, "2026-03-01"));
        must(a->submit(id));
        a.clock.advance(Millis(1000));
        b.clock.advance(Millis(4000));
        syncBoth(a, b);
        return id;
    }
    static std::vector<std::string> pathsOf(const std::vector<ChangedField>& changes) {
        std::vector<std::string> out;
        for (const ChangedField& one : changes)
            out.push_back(one.path);
        return out;
    }
    static std::vector<RecordId> toMend(Desk& desk) {
        std::vector<RecordId> out;
        for (const Record& record : must(returnedHere(*desk.station, 100)))
            out.push_back(record.id);
        EXPECT_EQ(desk->status().returned, out.size());
        return out;
    }
    static std::vector<RecordId> idsOf(const ReviewQueue& queue) {
        std::vector<RecordId> out;
        for (const Record& record : queue.records)
            out.push_back(record.id);
        return out;
    }
};

TEST_F(Reviews, TheQueueHoldsWhatWaitsOldestFirstAndOnlyForWhoMayJudge) {
    const RecordId first = submitted("第一场"), second = submitted("第二场");
    a.create("outreach", wholeOutreach("还是草稿", "2026-03-02"));
    syncBoth(a, b);
    const ReviewQueue queue = must(Review(*b.station).queue({}));
    EXPECT_THAT(idsOf(queue), ElementsAre(first, second));
    EXPECT_EQ(queue.total, 2u);
    ASSERT_THAT(queue.types, SizeIs(1));
    EXPECT_EQ(queue.types[0].type->name, "outreach");
    EXPECT_THAT(must(Review(*a.station).queue({})).records, IsEmpty()) << "an advisor judges nothing";
    EXPECT_THAT(must(Review(*b.station).queue({"consultation", "", false})).records, IsEmpty());
    EXPECT_THAT(idsOf(must(Review(*b.station).queue({"outreach", "500115001200", false}))),
                ElementsAre(first, second));
    EXPECT_THAT(must(Review(*b.station).queue({"", "500115001", false})).records, IsEmpty());
    must(b->verify(first));
    EXPECT_THAT(idsOf(must(Review(*b.station).queue({}))), ElementsAre(second));
}

TEST_F(Reviews, ADistrictIsAskedForWhatTheOfficesJudgeOnlyIfItWants) {
    Desk district{3, "丙机"};
    join(district, "科长", "district", "500115");
    const RecordId id = submitted();
    must(district->sync());
    EXPECT_THAT(must(Review(*district.station).queue({})).records, IsEmpty());
    EXPECT_THAT(idsOf(must(Review(*district.station).queue({"", "", true}))), ElementsAre(id));
}

TEST_F(Reviews, AFirstLookHasNothingToCompareWith) {
    const Look look = must(Review(*b.station).look(submitted()));
    EXPECT_FALSE(look.last);
    EXPECT_THAT(look.changes, IsEmpty());
    EXPECT_THAT(look.remarks, IsEmpty());
}

TEST_F(Reviews, SeveralRemarksAreOneReturnAndWhatWasMendedIsShownBesideThem) {
    const RecordId id = submitted();
    must(
        b->giveBack(id, std::vector<Pin>{{"attendance", "人数请核对"}, {"place", "写明村组"}, {"", "尽快"}}));
    syncBoth(b, a);
    const auto& remarks = a.get(id).view.remarks;
    ASSERT_THAT(remarks, SizeIs(3));
    EXPECT_EQ(remarks[0].dot, remarks[2].dot);
    a.clock.advance(Millis(9000));
    a.edit(id, {{"attendance", 25}, {"law_topics", {"civil-code", "labour"}}});
    must(a->submit(id));
    syncBoth(a, b);
    const Look look = must(Review(*b.station).look(id));
    ASSERT_TRUE(look.last);
    EXPECT_FALSE(look.last->verified);
    EXPECT_EQ(look.last->by, "所长");
    EXPECT_THAT(look.remarks, SizeIs(3));
    EXPECT_THAT(pathsOf(look.changes), ElementsAre("attendance", "law_topics:labour"));
    EXPECT_EQ(look.changes[0].before, 30);
    EXPECT_EQ(look.changes[0].now, 25);
    EXPECT_EQ(look.changes[0].by, "顾问");
    EXPECT_TRUE(look.changes[1].before.is_null());
}

TEST_F(Reviews, WhatWasReturnedComesBackToWhoReturnedItOnceNobodyIsLeftInTheUnit) {
    const RecordId id = submitted();
    must(b->giveBack(id, "人数请核对", ""));
    syncBoth(b, a);
    EXPECT_THAT(toMend(b), IsEmpty());
    must(hub::revokePerson(context, a->person().id, false));
    must(b->sync());
    EXPECT_THAT(toMend(b), ElementsAre(id));
    Desk c{3, "丙机"}, d{4, "丁机"};
    join(d, "别所的", "head", "500115002");
    must(d->sync());
    EXPECT_THAT(toMend(d), IsEmpty());
    join(c, "新顾问", "advisor", "500115001200");
    must(c->sync());
    must(b->sync());
    EXPECT_THAT(toMend(b), IsEmpty()) << "somebody works there again";
    EXPECT_THAT(toMend(c), ElementsAre(id));
}

TEST_F(Reviews, WhatWasReturnedIsForTheUnitThatWroteItAndNotForWhoReturnedIt) {
    Desk c{3, "丙机"}, d{4, "丁机"};
    join(c, "所员", "clerk", "500115001");
    join(d, "同事", "clerk", "500115001");
    const RecordId village = submitted("顾问写的");
    const RecordId office = c.create("outreach", wholeOutreach("所里写的", "2026-03-02"));
    must(c->submit(office));
    must(c->sync());
    must(b->sync());
    must(b->giveBack(village, "人数请核对", ""));
    must(b->giveBack(office, "写明村组", ""));
    EXPECT_THAT(toMend(b), IsEmpty()) << "the reviewer has done with both";
    for (Desk* desk : {&b, &a, &c, &d})
        must((*desk)->sync());
    EXPECT_THAT(toMend(a), ElementsAre(village));
    EXPECT_THAT(toMend(c), ElementsAre(office));
    EXPECT_THAT(toMend(d), ElementsAre(office)) << "a colleague may mend it; the village is not theirs";
    c.clock.advance(Millis(90000));
    c.edit(office, {{"place", "三组"}});
    must(c->sync());
    must(b->sync());
    EXPECT_THAT(toMend(b), IsEmpty()) << "while it is being mended as well";
    must(c->submit(office));
    must(c->sync());
    must(b->sync());
    EXPECT_THAT(toMend(c), IsEmpty());
    EXPECT_THAT(idsOf(must(Review(*b.station).queue({}))), ElementsAre(office));
}

TEST_F(Reviews, AnEditThatTheReturnHadNotSeenIsMarkedThoughItIsOlder) {
    const RecordId id = submitted();
    a.edit(id, {{"attendance", 77}});
    b.clock.advance(Millis(60000));
    must(b->giveBack(id, "写明村组", "place"));
    syncBoth(b, a);
    a.clock.advance(Millis(90000));
    must(a->submit(id));
    syncBoth(a, b);
    EXPECT_THAT(pathsOf(must(Review(*b.station).look(id)).changes), ElementsAre("attendance"));
}

TEST_F(Reviews, WhatAVerificationHadNotSeenIsAllThatIsMarked) {
    const RecordId id = submitted();
    must(b->verify(id));
    syncBoth(b, a);
    a.clock.advance(Millis(9000));
    a.edit(id, {{"place", "文化广场"}});
    a.edit(id, {{"attendance", 31}});
    a.edit(id, {{"attendance", 30}});
    syncBoth(a, b);
    const Look look = must(Review(*b.station).look(id));
    ASSERT_TRUE(look.last);
    EXPECT_TRUE(look.last->verified);
    EXPECT_THAT(pathsOf(look.changes), ElementsAre("place")) << "what is as it was before is no change";
    EXPECT_EQ(look.changes[0].before, "村委会");
    EXPECT_EQ(look.changes[0].now, "文化广场");
    EXPECT_TRUE(look.changes[0].beforeKnown);
    EXPECT_THAT(look.remarks, IsEmpty());
}

TEST_F(Reviews, WhatCameSinceARecordWasShownIsToldByItsContext) {
    const RecordId id = submitted();
    const Record seen = b.get(id);
    EXPECT_THAT(must(Review(*b.station).since(id, seen.shown)), IsEmpty());
    a.edit(id, {{"attendance", 31}});
    syncBoth(a, b);
    const auto since = must(Review(*b.station).since(id, seen.shown));
    EXPECT_THAT(pathsOf(since), ElementsAre("attendance"));
    EXPECT_EQ(since[0].before, 30);
    const Record judged = must(b->verify(id, seen.shown));
    EXPECT_TRUE(judged.view.changedSinceVerified) << "it named what was seen, and no more";
}

TEST_F(Reviews, AReturnWithoutAWordOrWithTooManyIsRefused) {
    const RecordId id = submitted();
    EXPECT_EQ(b->giveBack(id, std::vector<Pin>{}).error().code, ErrorCode::Validation);
    EXPECT_EQ(b->giveBack(id, std::vector<Pin>{{"place", "好"}, {"attendance", "  "}}).error().code,
              ErrorCode::Validation);
    EXPECT_EQ(b->giveBack(id, std::vector<Pin>(Station::kMostPins + 1, {"place", "请改"})).error().code,
              ErrorCode::Validation);
    EXPECT_EQ(b.get(id).view.state, "submitted");
    EXPECT_EQ(a->giveBack(id, "自己退自己", "").error().code, ErrorCode::Validation)
        << "an advisor returns nothing";
}

}  // namespace
}  // namespace fayi::station
