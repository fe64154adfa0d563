// SPDX-License-Identifier: Apache-2.0
// The appraisal of an advisor at a station: from records to a sheet that is frozen, appealed and worked out
// again.
#include "fayi/station/assessment.h"

#include "district.h"

namespace fayi::station {
namespace {

constexpr const char* kVillage = "500115001200";

struct Appraisals : District {
    Desk advisor{1, "甲机"}, head{2, "乙机"};

    void SetUp() override {
        join(advisor, "陈顾问", "advisor", "500115001");
        join(head, "所长", "head", "500115001");
        RecordId appointment =
            head.create("appointment", {{"advisor", "陈顾问"},
                                        {"starts_on", "2025-01-01"},
                                        {"villages", {{{"village", kVillage}, {"since", "2025-01-01"}}}}});
        force(appointment);
        for (const char* month : {"01", "02", "03", "04", "05", "06"})
            m_visits.push_back(visit(std::string("2025-") + month + "-10"));
    }
    /// Verified, whatever the form still lacks.
    void force(RecordId id) {
        head.clock.advance(Millis(1000));
        for (const char* state : {"submitted", "verified"}) {
            const auto at = must(head->store().state(id));
            must(head->store().save(head->person().number,
                                    {{id, {}, records::planState(at, at.seen(), state).writes}}));
        }
    }
    RecordId visit(const std::string& day) {
        const RecordId id = head.create("service-visit", {{"happened_on", day},
                                                          {"village", kVillage},
                                                          {"advisor", "陈顾问"},
                                                          {"mode", "on-site"},
                                                          {"duration", 120},
                                                          {"kinds", {"consultation"}}});
        force(id);
        return id;
    }
    static AssessQuestion year(const std::string& pack = "advisor-score-a") {
        return {"陈顾问", "2025-01-01", "2025-12-31", pack, ""};
    }
    Assessment assessment() { return Assessment(*head.station); }
    static std::int64_t pointsOf(const VillageSheet& sheet, const std::string& id) {
        for (const schema::IndicatorAnswer& line : sheet.sheet.lines)
            if (line.indicator->id == id)
                return line.points.value_or(-1);
        return -2;
    }

    std::vector<RecordId> m_visits;
};

TEST_F(Appraisals, ASheetIsOfTheVillagesThatOneIsAppointedForAndOpensItsRecords) {
    const auto sheets = must(assessment().assess(year()));
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].village, kVillage);
    EXPECT_EQ(pointsOf(sheets[0], "A02"), 6) << "six of twelve months";
    EXPECT_EQ(pointsOf(sheets[0], "A01"), -1) << "somebody has to say";
    const auto records = must(assessment().records(year(), "A02"));
    ASSERT_EQ(records.size(), 6u);
    EXPECT_EQ(records[0].id, m_visits[0]);
    const Json told = toJson(sheets[0], Language::Zh);
    EXPECT_EQ(told["lines"][1]["losses"][0]["missing"],
              (Json{"2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"}));
    EXPECT_FALSE(told["lines"][0].contains("points"));
}

TEST_F(Appraisals, EveryPackThatAppliesIsAnsweredAndWhatCannotBeAskedIsSaid) {
    EXPECT_EQ(must(assessment().assess(year(""))).size(), 2u) << "those of other districts do not apply here";
    EXPECT_EQ(must(assessment().assess(year("advisor-frequency-shapingba"))).size(), 1u)
        << "unless they are named";
    EXPECT_EQ(assessment().assess(year("nothing")).error().code, ErrorCode::Usage);
    AssessQuestion stranger = year();
    stranger.person = "无名氏";
    EXPECT_EQ(assessment().assess(stranger).error().code, ErrorCode::Usage);
    stranger.village = kVillage;
    EXPECT_EQ(pointsOf(must(assessment().assess(stranger)).at(0), "A02"), 0);
    EXPECT_EQ(assessment().records(year(), "Z9").error().code, ErrorCode::Usage);
}

TEST_F(Appraisals, AFrozenOneDoesNotChangeWithALaterEdit) {
    const Record frozen = must(assessment().freeze(year()));
    EXPECT_EQ(frozen.view.fields["score"], 6 + 2 + 4) << "visits, one duty of five, nothing unreported";
    EXPECT_FALSE(assessment().freeze(year()).ok()) << "one appraisal of these days";
    must(head->edit(m_visits[0], {{"mode", "phone"}}));
    visit("2025-08-08");
    visit("2025-09-09");
    const FrozenSheet now = must(assessment().frozen(frozen.id));
    EXPECT_TRUE(now.differs);
    EXPECT_EQ(now.record.view.fields["score"], 12);
    EXPECT_EQ(pointsOf(now.now, "A02"), 7) << "the edited one waits for its verification";
    EXPECT_EQ(now.record.view.fields["rule_version"], 1);
}

TEST_F(Appraisals, WhatPeopleSayStandsInTheAppraisalAndCounts) {
    const Record frozen = must(assessment().freeze(year()));
    must(head->edit(frozen.id, {{"items",
                                 {{{"rule", "A01 工作计划"},
                                   {"computed", false},
                                   {"points", 3},
                                   {"most", 6},
                                   {"reason", "没有调查"}}}}}));
    const Record again = must(assessment().recompute(frozen.id));
    EXPECT_EQ(again.view.fields["score"], 15);
    EXPECT_EQ(again.view.fields["items"].size(), 4u) << "three lines and what was said";
    const auto sheets = must(assessment().assess(year()));
    EXPECT_EQ(pointsOf(sheets[0], "A01"), 3);
    EXPECT_TRUE(sheets[0].sheet.whole());
    EXPECT_EQ(sheets[0].frozen, frozen.id);
}

TEST_F(Appraisals, AnAppealLetsItBeWorkedOutAgainAndTheHistoryKeepsBoth) {
    const Record frozen = must(assessment().freeze(year()));
    const auto submitted = head->submit(frozen.id);
    ASSERT_TRUE(submitted.ok()) << toJson(head->refusedBecause(), Language::En).dump();
    must(head->verify(frozen.id));
    visit("2025-07-07");
    EXPECT_EQ(assessment().recompute(frozen.id).error().code, ErrorCode::Usage) << "frozen";
    must(head->edit(frozen.id, {{"shown_on", head->today()},
                                {"appeal", "七月去过，记录晚报"},
                                {"appealed_on", head->today()},
                                {"appeal_result", "pending"}}));
    const Record again = must(assessment().recompute(frozen.id));
    EXPECT_EQ(again.view.fields["score"], 13);
    EXPECT_TRUE(again.view.changedSinceVerified) << "it is to be verified once more";
    bool before = false;
    for (const HistoryEntry& entry : must(head->history(frozen.id)))
        before |= toJson(entry).dump().find("\"score\":12") != std::string::npos;
    EXPECT_TRUE(before);
}

TEST_F(Appraisals, SomebodySaysWhatNoRecordAnswersAndMaySayItAgain) {
    const Record frozen = must(assessment().freeze(year()));
    EXPECT_EQ(assessment().say(frozen.id, "A02", 3, "改一改").error().code, ErrorCode::Usage)
        << "records answer it";
    EXPECT_EQ(assessment().say(frozen.id, "A01", 7, "太多").error().code, ErrorCode::Usage);
    EXPECT_EQ(assessment().say(frozen.id, "A01", 3, " ").error().code, ErrorCode::Usage);
    EXPECT_EQ(must(assessment().say(frozen.id, "A01", 3, "没有调查")).view.fields["score"], 15);
    const Record again = must(assessment().say(frozen.id, "A01", 5, "补了调查"));
    EXPECT_EQ(again.view.fields["score"], 17);
    EXPECT_EQ(again.view.fields["items"].size(), 4u) << "the later word takes the place of the earlier";
    EXPECT_EQ(must(assessment().recompute(frozen.id)).view.fields["score"], 17);
    must(head->submit(frozen.id));
    EXPECT_EQ(assessment().say(frozen.id, "A01", 6, "再加").error().code, ErrorCode::Usage) << "frozen";
    EXPECT_EQ(assessment().appeal(frozen.id, "").error().code, ErrorCode::Usage);
    EXPECT_EQ(must(assessment().appeal(frozen.id, "调查做过，材料在所里")).view.fields["appeal_result"],
              "pending");
    EXPECT_EQ(must(assessment().say(frozen.id, "A01", 6, "核实做过")).view.fields["score"], 18);
    must(advisor->sync());
    EXPECT_FALSE(Assessment(*advisor.station).say(frozen.id, "A01", 6, "自己加").ok());
}

}  // namespace
}  // namespace fayi::station
