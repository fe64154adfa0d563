// SPDX-License-Identifier: Apache-2.0
// What people may ask of data about them: find it, restrict it; and what has been kept long enough.
#include "district.h"

namespace fayi::station {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Privacy : District {
    Desk a{1, "甲机"}, b{2, "乙机"};

    void SetUp() override {
        join(a, "顾问", "advisor", "500115001200");
        join(b, "所长", "head", "500115001");
    }
    static std::string why(const Result<Record>& answer) {
        return answer.ok() ? "done" : answer.error().message.en;
    }
    static std::vector<RecordId> idsOf(const SubjectRecords& found) {
        std::vector<RecordId> out;
        for (const SubjectRecord& one : found.records)
            out.push_back(one.record.id);
        return out;
    }
};

TEST_F(Privacy, APersonIsFoundInEveryTypeInItemsAndInTexts) {
    const RecordId asked =
        a.create("consultation",
                 {{"happened_on", "2025-05-01"}, {"person_name", "赵 小六"}, {"phone", "13800000001"}});
    const RecordId told =
        a.create("service-visit", {{"happened_on", "2025-05-02"}, {"summary", "回访赵小六家"}});
    const RecordId party =
        b.create("mediation-case",
                 {{"accepted_on", "2025-05-03"},
                  {"parties", {{{"name", "钱七"}}, {{"name", "赵小六"}, {"phone", "138 0000 0001"}}}}});
    b.create("consultation", {{"happened_on", "2025-05-01"}, {"person_name", "钱七"}});
    syncBoth(a, b);
    const SubjectRecords found = must(b->subject({"赵小六", "", ""}));
    EXPECT_FALSE(found.more);
    EXPECT_EQ(std::set<RecordId>({asked, told, party}), [&] {
        const auto ids = idsOf(found);
        return std::set<RecordId>(ids.begin(), ids.end());
    }());
    for (const SubjectRecord& one : found.records)
        if (one.record.id == party) {
            ASSERT_EQ(one.paths.size(), 1u);
            EXPECT_TRUE(one.paths[0].starts_with("parties/") && one.paths[0].ends_with("/name"));
            EXPECT_EQ(one.keptUntil, "2055-12-31");
        }
    const SubjectRecords both = must(b->subject({"赵小六", "", "13800000001"}));
    EXPECT_EQ(both.records.size(), 2u) << "where name and phone both stand";
    EXPECT_EQ(b->subject({"  ", "", ""}).error().code, ErrorCode::Usage);
}

TEST_F(Privacy, ARestrictedRecordIsKeptAndCountedAndNothingElse) {
    const RecordId id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    must(a->submit(id));
    syncBoth(a, b);
    must(b->restrict(id, "当事人要求删除，档案保管期限未满"));
    syncBoth(b, a);
    const Json shown = toJson(*a.station, a.get(id), Language::Zh);
    EXPECT_EQ(shown["restricted"]["by"], "所长");
    EXPECT_EQ(shown["restricted"]["reason"], "当事人要求删除，档案保管期限未满");
    EXPECT_EQ(shown["state"], "submitted");
    for (Desk* desk : {&a, &b}) {
        EXPECT_THAT(desk->titles("restricted=true"), SizeIs(1));
        EXPECT_THAT(desk->titles("restricted=false"), IsEmpty());
        EXPECT_NE(why((*desk)->edit(id, {{"attendance", 5}})).find("restricted"), std::string::npos);
        EXPECT_NE(why((*desk)->remove(id)).find("restricted"), std::string::npos);
        EXPECT_FALSE((*desk)->print(id, "outreach-sheet", folder.path() / "a.pdf", Language::Zh).ok());
    }
    EXPECT_NE(why(b->verify(id)).find("restricted"), std::string::npos);
    EXPECT_FALSE(a->restrict(id, std::nullopt).ok()) << "an advisor may not lift it";
    must(b->restrict(id, std::nullopt));
    syncBoth(b, a);
    EXPECT_FALSE(a.get(id).view.restricted);
    EXPECT_THAT(a.titles("restricted=true"), IsEmpty());
    must(b->verify(id));
}

TEST_F(Privacy, AnEditMadeBeforeTheRestrictionWasKnownIsKept) {
    const RecordId id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    syncBoth(a, b);
    must(a->edit(id, {{"attendance", 77}}));
    must(b->restrict(id, "当事人要求"));
    syncBoth(a, b);
    syncBoth(b, a);
    for (Desk* desk : {&a, &b}) {
        EXPECT_EQ(desk->get(id).view.fields["attendance"], 77);
        EXPECT_TRUE(desk->get(id).view.restricted);
    }
}

TEST_F(Privacy, WhatWasRefusedIsNotSentAgainWhileItsRecordIsRestricted) {
    const RecordId id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    syncBoth(a, b);
    must(hub::lockPeriod(context, "500115001", "2026-12-31"));
    must(a->edit(id, {{"attendance", 77}}));
    must(a->sync());
    ASSERT_EQ(a->needsAttention().value().size(), 1u);
    const Dot refused = a->needsAttention().value()[0].change;
    must(hub::lockPeriod(context, "500115001", ""));
    must(b->restrict(id, "当事人要求"));
    syncBoth(b, a);
    const auto mended = a->mend(refused, Json::object());
    ASSERT_FALSE(mended.ok());
    EXPECT_NE(mended.error().message.en.find("restricted"), std::string::npos);
    must(b->restrict(id, std::nullopt));
    syncBoth(b, a);
    must(a->mend(refused, Json::object()));
    syncBoth(a, b);
    EXPECT_EQ(b.get(id).view.fields["attendance"], 77);
}

TEST_F(Privacy, ARestrictionSaysWhy) {
    const RecordId id = b.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    EXPECT_EQ(why(b->restrict(id, " ")), "say why it is restricted");
    EXPECT_FALSE(a->restrict(id, "为什么不").ok());
}

TEST_F(Privacy, RetentionEndsWithTheYearAndTheRecordMaySayOtherwise) {
    const auto mediation = [&](const char* keep) {
        return b.create("mediation-case", {{"accepted_on", "1990-05-03"}, {"keep", keep}});
    };
    const RecordId ten = mediation("10-years"), thirty = mediation("30-years");
    mediation("permanent");
    const RecordId visit = a.create("service-visit", {{"happened_on", "2014-12-31"}});
    syncBoth(a, b);
    const auto on = [&](const char* day) {
        std::vector<RecordId> out;
        for (const Expired& one : must(b->expired(day)))
            out.push_back(one.record.id);
        return out;
    };
    EXPECT_EQ(on("2000-12-31"), std::vector<RecordId>());
    EXPECT_EQ(on("2001-01-01"), std::vector<RecordId>{ten});
    EXPECT_EQ(on("2024-12-31"), (std::vector<RecordId>{ten, thirty}));
    EXPECT_EQ(on("2025-01-01"), (std::vector<RecordId>{ten, thirty, visit}));
    EXPECT_EQ(b->expired("morgen").error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace fayi::station
