// SPDX-License-Identifier: Apache-2.0
// Remarks with a return and without one: whose they are, to which round they belong, what settles them.
#include "fayi/station/remarks.h"

#include "district.h"
#include "fayi/station/review.h"
#include "fayi/station/steps.h"

namespace fayi::station {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct RemarksTest : District {
    Desk a{1, "甲机"}, b{2, "乙机"};

    void SetUp() override {
        join(a, "顾问", "advisor", "500115001200");
        join(b, "所长", "head", "500115001");
    }
    RecordId submitted() {
        const RecordId id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
        must(a->submit(id));
        syncBoth(a, b);
        return id;
    }
    void later(Desk& desk) { desk.clock.advance(Millis(60'000)); }
    void remark(RecordId id, const std::string& text, const std::string& field = {}) {
        later(b);
        must(b->remark(id, text, field));
        syncBoth(b, a);
    }
    /// "text open 1" of each: open or settled, and the number of its return.
    static std::vector<std::string> told(Desk& desk, RecordId id) {
        std::vector<std::string> out;
        for (const RemarkStanding& one : must(remarksOf(*desk.station, desk.get(id))))
            out.push_back(one.remark.text + (one.open ? " open " : " settled ") + std::to_string(one.round));
        return out;
    }
};

TEST_F(RemarksTest, OneWithoutAReturnChangesNeitherStateNorVerification) {
    const RecordId id = submitted();
    must(b->verify(id));
    syncBoth(b, a);
    remark(id, "附件再补一张", "attendance");
    for (Desk* desk : {&a, &b}) {
        const Record record = desk->get(id);
        EXPECT_EQ(record.view.state, "verified");
        ASSERT_EQ(record.view.remarks.size(), 1U);
        EXPECT_EQ(record.view.remarks.front().field, "attendance");
        EXPECT_EQ(desk->station->author(record.view.remarks.front().dot), "所长");
        EXPECT_THAT(told(*desk, id), ElementsAre("附件再补一张 open 0"));
        EXPECT_TRUE(must(remarksOf(*desk->station, record)).front().remark.note);
    }
    EXPECT_EQ(b->status().refused, 0U);
}

TEST_F(RemarksTest, ANoteIsSettledByAVerificationThatHadSeenIt) {
    const RecordId id = submitted();
    remark(id, "人数再核一下");
    EXPECT_THAT(told(a, id), ElementsAre("人数再核一下 open 0"));
    later(b);
    must(b->verify(id));
    syncBoth(b, a);
    for (Desk* desk : {&a, &b}) {
        EXPECT_THAT(told(*desk, id), ElementsAre("人数再核一下 settled 0"));
        const RemarkStanding one = must(remarksOf(*desk->station, desk->get(id))).front();
        ASSERT_TRUE(one.settledBy);
        EXPECT_EQ(desk->station->author(one.settledBy->version), "所长");
    }
}

TEST_F(RemarksTest, AVerificationThatHadNotSeenItSettlesNothing) {
    const RecordId id = submitted();
    Desk c{3, "丙机"};
    join(c, "副所长", "head", "500115001");
    later(b);
    must(b->remark(id, "先别过", ""));
    c.clock.advance(Millis(900'000));
    must(c->verify(id));
    syncBoth(c, b);
    EXPECT_EQ(b.get(id).view.state, "verified");
    EXPECT_THAT(told(b, id), ElementsAre("先别过 open 0"));
}

TEST_F(RemarksTest, OfAReturnedRecordThoseOfTheReturnAreToBeMendedWhateverIsSaidAfterwards) {
    const RecordId id = submitted();
    later(b);
    must(b->giveBack(id, {{"attendance", "人数不符"}, {"place", "写明村组"}}));
    remark(id, "电话联系我");
    EXPECT_THAT(told(a, id), ElementsAre("电话联系我 open 0", "写明村组 open 1", "人数不符 open 1"));
    const records::View view = a.get(id).view;
    std::vector<std::string> asked;
    for (const records::Remark& one : records::toMend(view))
        asked.push_back(one.text);
    EXPECT_THAT(asked, ElementsAre("人数不符", "写明村组"));
    later(a);
    must(a->submit(id));
    syncBoth(a, b);
    EXPECT_THAT(told(b, id), ElementsAre("电话联系我 open 0", "写明村组 settled 1", "人数不符 settled 1"));
    EXPECT_EQ(must(Review(*b.station).look(id)).remarks.size(), 2U) << "the note was not part of the return";
    later(b);
    must(b->giveBack(id, "还是不符", "attendance"));
    EXPECT_EQ(told(b, id).front(), "还是不符 open 2");
    EXPECT_TRUE(records::toMend(b.get(id).view).size() == 1);
}

TEST_F(RemarksTest, TwoWhoReturnAtOneTimeBothWaitToBeMended) {
    const RecordId id = submitted();
    Desk c{3, "丙机"};
    join(c, "副所长", "head", "500115001");
    later(b);
    must(b->giveBack(id, "甲", ""));
    c.clock.advance(Millis(900'000));
    must(c->giveBack(id, "乙", ""));
    syncBoth(b, c);
    must(b->sync());
    EXPECT_THAT(told(b, id), ElementsAre("乙 open 2", "甲 open 1"));
    EXPECT_EQ(told(b, id), told(c, id));
}

TEST_F(RemarksTest, WhoMayNotReturnIsNotOfferedOneAndIsRefused) {
    const RecordId id = submitted();
    EXPECT_FALSE(stepsOf(*a.station, a.get(id)).remark);
    EXPECT_TRUE(stepsOf(*b.station, b.get(id)).remark);
    const auto answer = a->remark(id, "已改", "");
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, ErrorCode::Validation);
    Desk alone{9};
    const RecordId own = alone.create("outreach", wholeOutreach("宣讲", "2026-03-01"));
    EXPECT_FALSE(stepsOf(*alone.station, alone.get(own)).remark);
}

TEST_F(RemarksTest, EmptyOnesAndThoseOfNoFieldAreRefused) {
    const RecordId id = submitted();
    EXPECT_FALSE(b->remark(id, "  \n", "").ok());
    EXPECT_FALSE(b->remark(id, "核对", "nowhere").ok());
    const auto tooLong = b->remark(id, std::string(501, 'x'), "");
    ASSERT_FALSE(tooLong.ok());
    EXPECT_THAT(tooLong.error().message.en, HasSubstr("500"));
    EXPECT_TRUE(b.get(id).view.remarks.empty());
}

TEST_F(RemarksTest, OfAVoidOrRestrictedRecordNothingIsOfferedAndNothingIsOpen) {
    const RecordId id = submitted();
    remark(id, "重复了");
    must(b->makeVoid(id, "重复"));
    EXPECT_FALSE(stepsOf(*b.station, b.get(id)).remark);
    EXPECT_THAT(told(b, id), ElementsAre("重复了 settled 0"));
    EXPECT_FALSE(b->remark(id, "再说一句", "").ok());
}

}  // namespace
}  // namespace fayi::station
