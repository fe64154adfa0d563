// SPDX-License-Identifier: Apache-2.0
// Official numbers as people at stations get them: at a step or on request, without a network.
#include "district.h"
#include "fayi/station/steps.h"

namespace fayi::station {
namespace {

struct NumberDesk : District {
    Desk head{1, "甲机"}, other{2, "乙机"};

    void SetUp() override {
        join(head, "所长", "head", "500115001");
        join(other, "副所长", "head", "500115001");
        for (Desk* desk : {&head, &other})
            must((*desk)->sync());
    }
    static Json review() {
        return {{"level", "village"},
                {"client", "五堡村村委会"},
                {"village", "500115001200"},
                {"received_on", "2026-03-01"},
                {"contract_name", "鱼塘承包合同"},
                {"contract_type", "lease"},
                {"is_template", false},
                {"written", true},
                {"counterparty", "某公司"},
                {"counterparty_kind", "organisation"},
                {"subject", "鱼塘二十亩"},
                {"start_on", "2026-04-01"},
                {"end_on", "2031-03-31"},
                {"assembly_decision", "made"},
                {"assembly_on", "2026-02-20"},
                {"reviewer", "陈顾问"},
                {"reviewer_role", "village-advisor"},
                {"points_checked", {"party"}},
                {"conclusion", "pass"},
                {"returned_on", "2026-03-02"}};
    }
    RecordId submitted(Desk& desk) {
        const RecordId id = desk.create("contract-review", review());
        const auto done = desk->submit(id);
        EXPECT_TRUE(done.ok()) << (done.ok() ? "" : toJson(desk->refusedBecause(), Language::Zh).dump());
        return id;
    }
    std::string numberOf(Desk& desk, RecordId id) { return desk.get(id).view.fields.value("opinion_no", ""); }
    /// The kinds of number that a person who looks at the record is offered.
    static std::string lacking(Desk& desk, RecordId id) {
        std::string out;
        for (const schema::NumberRule* rule : stepsOf(*desk.station, desk.get(id)).numbers)
            out += rule->kind;
        return out;
    }
    std::string year() { return dateInChina(clock.now()).substr(0, 4); }
};

TEST_F(NumberDesk, AVerificationGivesTheNumberAndHoldsForIt) {
    const RecordId id = submitted(head);
    head.clock.advance(Millis(1000));
    must(head->verify(id));
    const Record record = head.get(id);
    EXPECT_EQ(record.view.state, "verified");
    EXPECT_FALSE(record.view.changedSinceVerified) << "the number is part of what was verified";
    EXPECT_EQ(numberOf(head, id), "凤城街道合审〔" + year() + "〕1号");
    syncBoth(head, other);
    EXPECT_EQ(other.get(id).view.state, "verified");
    EXPECT_EQ(numberOf(other, id), numberOf(head, id));
    must(head->verify(id));
    EXPECT_EQ(numberOf(head, id), "凤城街道合审〔" + year() + "〕1号") << "given once";
}

TEST_F(NumberDesk, TwoComputersOfAnOfficeNumberOfflineWithoutColliding) {
    std::set<std::string> given;
    for (int i = 0; i < 5; ++i)
        for (Desk* desk : {&head, &other}) {
            const RecordId id = submitted(*desk);
            must((*desk)->verify(id));
            EXPECT_TRUE(given.insert(numberOf(*desk, id)).second);
        }
    EXPECT_EQ(given.size(), 10u);
}

TEST_F(NumberDesk, ANumberIsGivenOnRequestOnceAndOnlyWhereTheTypeHasOne) {
    const RecordId id = head.create("instrument", {{"title", "工作制度"}, {"issued_on", "2026-03-01"}});
    EXPECT_EQ(must(head->number(id, "")).view.fields["document_no"], "凤城街道司发〔" + year() + "〕1号");
    EXPECT_FALSE(head->number(id, "official-document").ok()) << "it has one";
    EXPECT_FALSE(head->number(id, "contract-opinion").ok());
    const RecordId outreach = head.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    EXPECT_EQ(head->number(outreach, "").error().code, ErrorCode::Usage);
}

TEST_F(NumberDesk, AStepIsTakenWithoutANumberIfNoneIsLeftAndSaysSo) {
    for (const store::NumberStock& stock : head->numbers())
        for (std::uint64_t i = stock.next; i <= stock.last; ++i)
            must(head->store().takeNumber(stock.series));
    const RecordId id = submitted(head);
    const Record record = must(head->verify(id));
    EXPECT_EQ(record.view.state, "verified");
    ASSERT_EQ(record.problems.size(), 1u);
    EXPECT_NE(record.problems[0].message.zh.find("已用完，同步一次即可取得新号，然后补编"),
              std::string::npos);
    EXPECT_EQ(lacking(head, id), "contract-opinion");
    EXPECT_EQ(head->number(id, "").error().code, ErrorCode::NotFound);
    Desk advisor{3, "丙机"};
    join(advisor, "顾问", "advisor", "500115001");
    syncBoth(head, advisor);
    EXPECT_EQ(lacking(advisor, id), "") << "who may not verify holds no number of a verification";
    EXPECT_FALSE(must(head->number(id, "")).view.fields["opinion_no"].get<std::string>().empty());
    EXPECT_TRUE(head.get(id).view.changedSinceVerified) << "nobody verified it with its number";
    EXPECT_EQ(lacking(head, id), "");
}

TEST_F(NumberDesk, ARecordLacksANumberOnceItsStepIsPastAndAtOnceWhereOnlyARequestGivesIt) {
    EXPECT_EQ(lacking(head, submitted(head)), "") << "the verification is to give it";
    const Json title{{"title", "工作制度"}, {"issued_on", "2026-03-01"}};
    const RecordId instrument = head.create("instrument", title);
    EXPECT_EQ(lacking(head, instrument), "official-document");
    must(head->number(instrument, ""));
    EXPECT_EQ(lacking(head, instrument), "");
    Desk alone{3, "丙机"};
    EXPECT_EQ(lacking(alone, alone.create("instrument", title)), "") << "a district gives the numbers";
}

TEST_F(NumberDesk, WhoMayNotEditGetsNoNumber) {
    Desk advisor{3, "丙机"};
    join(advisor, "顾问", "advisor", "500115001");
    const RecordId id = head.create("instrument", {{"title", "工作制度"}, {"issued_on", "2026-03-01"}});
    syncBoth(head, advisor);
    const std::size_t before = advisor->numbers().size();
    EXPECT_FALSE(advisor->number(id, "").ok());
    EXPECT_EQ(advisor->numbers().size(), before);
}

}  // namespace
}  // namespace fayi::station
