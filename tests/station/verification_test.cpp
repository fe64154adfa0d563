// SPDX-License-Identifier: Apache-2.0
// Verification of versions (ruling 1), and clocks that lie (ruling 3).
#include "district.h"

namespace fayi::station {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Verification : District {
    Desk a{1, "甲机"}, b{2, "乙机"};

    void SetUp() override {
        join(a, "顾问", "advisor", "500115001200");
        join(b, "所长", "head", "500115001");
    }
    RecordId submitted() {
        Json fields = wholeOutreach("民法典", "2026-03-01");
        fields["audience_groups"] = {"villagers", "veteran"};
        const RecordId id = a.create("outreach", fields);
        must(a->submit(id));
        syncBoth(a, b);
        return id;
    }
    RecordId verified() {
        const RecordId id = submitted();
        b.clock.advance(Millis(3000));
        must(b->verify(id));
        syncBoth(b, a);
        return id;
    }
    static Json json(Desk& desk, RecordId id) {
        return toJson(*desk.station, must(desk->get(id)), Language::Zh);
    }
    /// Records behind all figures of the year.
    static std::uint64_t counted(Desk& desk) {
        std::uint64_t out = 0;
        for (const FigureValue& figure : must(desk->figures("annual", "2026-01-01", "2026-12-31", "")))
            out += figure.records;
        return out;
    }
};

TEST_F(Verification, NamesTheVersionAndCounts) {
    const RecordId id = verified();
    const auto history = must(b->history(id));
    for (Desk* desk : {&a, &b}) {
        const Json record = json(*desk, id);
        EXPECT_EQ(record["state"], "verified");
        EXPECT_EQ(record["verified"]["by"], "所长");
        EXPECT_EQ(record["verified"]["version"], toText(history.back().version));
        EXPECT_FALSE(record["verified"]["at"].get<std::string>().empty());
        EXPECT_FALSE(record.contains("changed_since_verified"));
        EXPECT_GT(counted(*desk), 0U);
    }
}

TEST_F(Verification, ALaterEditShowsThatItChangedSinceAndDoesNotCount) {
    const RecordId id = verified();
    a.edit(id, {{"attendance", 31}});
    syncBoth(a, b);
    for (Desk* desk : {&a, &b}) {
        const Json record = json(*desk, id);
        EXPECT_EQ(record["state"], "submitted");
        EXPECT_EQ(record["changed_since_verified"], true);
        EXPECT_THAT(desk->titles("changed=true"), SizeIs(1));
        EXPECT_EQ(record["verified"]["by"], "所长");
        EXPECT_EQ(counted(*desk), 0U);
    }
    must(b->verify(id));
    EXPECT_EQ(json(b, id)["state"], "verified");
    EXPECT_GT(counted(b), 0U);
}

TEST_F(Verification, AnEditThatItHadNotSeenChangesItToo) {
    const RecordId id = submitted();
    must(b->verify(id));
    EXPECT_GT(counted(b), 0U);
    a.edit(id, {{"place", "文化广场"}});
    syncBoth(b, a);
    must(b->sync());
    for (Desk* desk : {&a, &b}) {
        EXPECT_EQ(json(*desk, id)["changed_since_verified"], true);
        EXPECT_EQ(counted(*desk), 0U);
    }
    EXPECT_EQ(a.dump().second.sha256, b.dump().second.sha256);
}

TEST_F(Verification, DoesNotHoldWhileAConflictIsOpen) {
    const RecordId id = submitted();
    a.edit(id, {{"attendance", 31}});
    b.edit(id, {{"attendance", 35}});
    syncBoth(a, b);
    EXPECT_EQ(b->verify(id).error().code, ErrorCode::Validation);
    b->leavePermissionToHub();
    const merge::RecordState state = must(b->store().state(id));
    must(b->store().save(1, {{id, {}, records::planState(state, state.seen(), records::kVerified).writes}}));
    EXPECT_EQ(b.get(id).view.state, "submitted");
    EXPECT_EQ(counted(b), 0U);
}

TEST_F(Verification, IsNotUndoneByRemarksOrAMoveOfTheRecord) {
    const RecordId id = verified();
    const merge::RecordState state = must(b->store().state(id));
    records::Plan remark;
    records::addRemark(remark, "attendance", "已核对");
    must(b->store().save(1, {{id, {}, remark.writes}}));
    must(b->move(id, "500115001001"));
    EXPECT_EQ(b.get(id).view.state, "verified");
    EXPECT_FALSE(b.get(id).view.changedSinceVerified);
    EXPECT_THAT(b.get(id).view.remarks, SizeIs(1));
    EXPECT_GT(counted(b), 0U);
}

TEST_F(Verification, ARemarkIsPinnedToItsField) {
    const RecordId id = submitted();
    must(b->giveBack(id, "人数请核对", "attendance"));
    syncBoth(b, a);
    const Json record = json(a, id);
    EXPECT_EQ(record["state"], "returned");
    EXPECT_FALSE(record.contains("verified"));
    EXPECT_EQ(record["remarks"][0]["field"], "attendance");
}

TEST_F(Verification, AWrongClockIsToldAndFlaggedAndDatesOfEventsAreAsWritten) {
    a.clock.advance(std::chrono::hours(72));
    must(a->sync());
    EXPECT_NE(a->status().clockNote.zh.find("3 天"), std::string::npos) << a->status().clockNote.zh;
    EXPECT_NE(a->status().clockNote.zh.find("快"), std::string::npos);
    EXPECT_THAT(b->status().clockNote.zh, IsEmpty());
    const RecordId id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    const RecordId right = b.create("outreach", wholeOutreach("反诈", "2026-03-01"), "500115001200");
    syncBoth(a, b);
    for (Desk* desk : {&a, &b}) {
        const auto history = must((*desk)->history(id));
        ASSERT_THAT(history, SizeIs(1));
        ASSERT_TRUE(history[0].claimed);
        EXPECT_GT(history[0].claimed->wall() - history[0].at.wall(), std::chrono::hours(71));
        EXPECT_TRUE(toJson(history[0]).contains("claimed"));
        EXPECT_GT(json(*desk, id)["clock"]["off_ms"], 71 * 3600 * 1000);
        EXPECT_EQ(desk->get(id).view.happenedOn, "2026-03-01");
    }
    EXPECT_FALSE(must(b->history(right))[0].claimed);
    EXPECT_FALSE(json(b, right).contains("clock"));
    EXPECT_EQ(a.dump().second.sha256, b.dump().second.sha256);
}

}  // namespace
}  // namespace fayi::station
