// SPDX-License-Identifier: Apache-2.0
// Plans and views together: what a person saves is what people see, whoever else writes at the same time.
#include "fayi/records/view.h"

#include <gtest/gtest.h>

#include "fayi/records/plan.h"
#include "fayi/schema/catalog.h"
#include "replicas.h"

namespace fayi::records {
namespace {

struct Views : ::testing::Test {
    schema::Catalog catalog = schema::Catalog::builtIn().value();
    const schema::RecordType& review = *catalog.type("contract-review");
    merge::RecordState state;
    std::uint64_t seqs[2] = {0, 0};
    std::uint64_t time = 0;

    void save(merge::RecordState& on, ReplicaId who, const Plan& plan) {
        ASSERT_TRUE(plan.refused.empty()) << plan.refused[0].message.en;
        on.apply({who, ++seqs[who.value - 0xA]}, HybridTime::of(Millis(++time)), plan.writes,
                 keepsPast(&review));
    }
    void create(const Json& fields) { save(state, kA, planCreate(review, fields, "500115001")); }
    void edit(merge::RecordState& on, ReplicaId who, const Json& patch) {
        save(on, who, planEdit(review, on, on.seen(), patch));
    }
    View shown(const merge::RecordState& of) { return view(&review, "contract-review", of); }
};

TEST_F(Views, ANewRecordIsADraftOfItsOrgUnit) {
    create({{"contract_name", "鱼塘承包"}, {"subject", nullptr}, {"counterparty", ""}});
    const View v = shown(state);
    EXPECT_EQ(v.state, kDraft);
    EXPECT_EQ(v.org, "500115001");
    EXPECT_EQ(v.fields, (Json{{"contract_name", "鱼塘承包"}}));
    EXPECT_EQ(v.updatedBy, (Dot{kA, 1}));
}

TEST_F(Views, AnEditWritesOnlyWhatDiffers) {
    create({{"contract_name", "鱼塘承包"}, {"subject", "二十亩"}});
    const Plan plan =
        planEdit(review, state, state.seen(), {{"contract_name", "鱼塘承包"}, {"subject", "三十亩"}});
    ASSERT_EQ(plan.writes.size(), 1U);
    EXPECT_EQ(plan.writes[0].path, "subject");
    EXPECT_EQ(plan.writes[0].context.of(kA), 1U);
}

TEST_F(Views, NullClearsAField) {
    create({{"contract_name", "鱼塘承包"}, {"subject", "二十亩"}});
    edit(state, kA, {{"subject", nullptr}});
    EXPECT_FALSE(shown(state).fields.contains("subject"));
}

TEST_F(Views, EveryUnknownFieldAndWrongTypeIsListedAndNothingIsPlanned) {
    const Plan plan = planCreate(review, {{"nonsense", 1}, {"amount", "十万"}}, "");
    EXPECT_EQ(plan.refused.size(), 2U);
    EXPECT_TRUE(plan.writes.empty());
}

TEST_F(Views, AnItemThatDoesNotExistCannotBeEdited) {
    create({{"contract_name", "鱼塘承包"}});
    EXPECT_EQ(planEdit(review, state, state.seen(), {{"findings", {{{"item", "made-up"}, {"advice", "x"}}}}})
                  .refused.size(),
              1U);
}

TEST_F(Views, ARemovedItemComesBackIfItWasEditedAtTheSameTime) {
    create({{"contract_name", "鱼塘承包"}, {"findings", {{{"advice", "明确四至"}}}}});
    merge::RecordState other = state;
    const std::string item = shown(state).fields["findings"][0]["item"];
    edit(state, kA, {{"findings", {{{"item", item}, {"removed", true}}}}});
    EXPECT_FALSE(shown(state).fields.contains("findings"));
    edit(other, kB, {{"findings", {{{"item", item}, {"advice", "明确四至并附图"}}}}});
    state.join(other);
    EXPECT_EQ(shown(state).fields["findings"][0]["advice"], "明确四至并附图");
}

TEST_F(Views, ItemsKeepTheirOrderAndNewOnesComeLast) {
    create({{"contract_name", "鱼塘承包"}, {"findings", {{{"advice", "一"}}, {{"advice", "二"}}}}});
    edit(state, kB, {{"findings", {{{"advice", "三"}}}}});
    const Json findings = shown(state).fields["findings"];
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0]["advice"], "一");
    EXPECT_EQ(findings[2]["advice"], "三");
}

TEST_F(Views, ASetIsGivenWholeAndWrittenMemberByMember) {
    create({{"contract_name", "鱼塘承包"}, {"documents", {"draft", "standing"}}});
    merge::RecordState other = state;
    edit(state, kA, {{"documents", {"draft", "resolution"}}});
    edit(other, kB, {{"documents", {"draft", "standing", "annex"}}});
    state.join(other);
    EXPECT_EQ(shown(state).fields["documents"].size(),
              3U);  // standing removed by one, resolution and annex added
}

TEST_F(Views, ResolvingWritesOverAllSiblings) {
    create({{"contract_name", "鱼塘承包"}, {"amount", 1}});
    merge::RecordState other = state;
    edit(state, kA, {{"amount", 2}});
    edit(other, kB, {{"amount", 3}});
    state.join(other);
    ASSERT_EQ(shown(state).conflicts, std::vector<std::string>{"amount"});
    ASSERT_EQ(openConflicts(&review, state).at(0).siblings.size(), 2U);
    save(state, kA, planResolve(state, "amount", 3));
    EXPECT_TRUE(shown(state).conflicts.empty());
    EXPECT_EQ(shown(state).fields["amount"], 3);
}

TEST_F(Views, WritingTheShownValueSettlesAConflictToo) {
    create({{"contract_name", "鱼塘承包"}, {"amount", 1}});
    merge::RecordState other = state;
    edit(state, kA, {{"amount", 2}});
    edit(other, kB, {{"amount", 3}});
    state.join(other);
    edit(state, kA, {{"amount", shown(state).fields["amount"]}});
    EXPECT_TRUE(shown(state).conflicts.empty());
}

TEST_F(Views, AMergedTextIsTheFieldsValueAndNamedAsSuch) {
    create({{"contract_name", "鱼塘承包"}, {"remarks", "一。二。三。"}});
    merge::RecordState other = state;
    edit(state, kA, {{"remarks", "壹。二。三。"}});
    edit(other, kB, {{"remarks", "一。二。叁。"}});
    state.join(other, keepsPast(&review));
    const View v = shown(state);
    EXPECT_EQ(v.fields["remarks"], "壹。二。叁。");
    EXPECT_EQ(v.merged, std::vector<std::string>{"remarks"});
    EXPECT_TRUE(v.conflicts.empty() && openConflicts(&review, state).empty());
    EXPECT_NE(searchText(&review, v.fields).find("壹"), std::string::npos);
    save(state, kA, planResolve(state, "remarks", v.fields["remarks"]));
    EXPECT_TRUE(shown(state).merged.empty());
    EXPECT_EQ(shown(state).fields["remarks"], "壹。二。叁。");
}

TEST_F(Views, AVerificationOfAMergedTextHolds) {
    create({{"contract_name", "鱼塘承包"}, {"remarks", "一。二。三。"}});
    merge::RecordState other = state;
    edit(state, kA, {{"remarks", "壹。二。三。"}});
    edit(other, kB, {{"remarks", "一。二。叁。"}});
    state.join(other, keepsPast(&review));
    save(state, kB, planState(state, state.seen(), kVerified));
    EXPECT_EQ(shown(state).state, kVerified);
}

TEST_F(Views, AnUnknownTypeNeverMergesTexts) {
    create({{"contract_name", "鱼塘承包"}, {"remarks", "一。二。三。"}});
    merge::RecordState other = state;
    edit(state, kA, {{"remarks", "壹。二。三。"}});
    edit(other, kB, {{"remarks", "一。二。叁。"}});
    state.join(other, keepsPast(nullptr));
    EXPECT_EQ(view(nullptr, "x", state).fields["remarks"], "一。二。叁。");
}

TEST_F(Views, AnOpenConflictKeepsARecordFromCountingAsVerified) {
    create({{"contract_name", "鱼塘承包"}, {"amount", 1}});
    merge::RecordState other = state;
    edit(state, kA, {{"amount", 2}});
    edit(other, kB, {{"amount", 3}});
    state.join(other);
    save(state, kB, planState(state, state.seen(), kVerified));
    EXPECT_EQ(shown(state).state, kSubmitted);
    EXPECT_TRUE(shown(state).changedSinceVerified);
}

TEST_F(Views, ARemarkDoesNotUndoAVerification) {
    create({{"contract_name", "鱼塘承包"}});
    save(state, kB, planState(state, state.seen(), kVerified));
    Plan remark;
    addRemark(remark, "amount", "请附评估报告");
    save(state, kB, remark);
    EXPECT_EQ(shown(state).state, kVerified);
    ASSERT_EQ(shown(state).remarks.size(), 1U);
    EXPECT_EQ(shown(state).remarks[0].field, "amount");
}

TEST_F(Views, TwoDeletesThatTogetherSawEverythingDelete) {
    create({{"contract_name", "鱼塘承包"}});
    merge::RecordState other = state;
    edit(state, kA, {{"amount", 2}});
    edit(other, kB, {{"subject", "乙"}});
    save(state, kA, planDelete(state, state.seen()));
    save(other, kB, planDelete(other, other.seen()));
    state.join(other);
    EXPECT_TRUE(shown(state).deleted);
}

TEST_F(Views, ConcurrentMovesLeaveTheRecordInBothUnitsAndAskAPerson) {
    create({{"contract_name", "鱼塘承包"}});
    merge::RecordState other = state;
    save(state, kA, planMove(state, state.seen(), "500115002"));
    save(other, kB, planMove(other, other.seen(), "500115003"));
    state.join(other);
    const View v = shown(state);
    EXPECT_EQ(v.orgs.size(), 2U);
    EXPECT_EQ(v.conflicts, std::vector<std::string>{"$org"});
}

TEST_F(Views, RestoringAVersionWritesItsValuesAnew) {
    create({{"contract_name", "旧名"}});
    const std::vector<Write> first = planCreate(review, {{"contract_name", "旧名"}}, "").writes;
    edit(state, kB, {{"contract_name", "新名"}});
    save(state, kA, planRestore(state, {kA, 1}, first));
    EXPECT_EQ(shown(state).fields["contract_name"], "旧名");
    EXPECT_EQ(shown(state).state, kDraft);
}

TEST_F(Views, AnUnknownTypeKeepsAllItHas) {
    create({{"contract_name", "鱼塘承包"}, {"documents", {"draft"}}, {"findings", {{{"advice", "一"}}}}});
    const View v = view(nullptr, "next-year", state);
    EXPECT_EQ(v.fields["contract_name"], "鱼塘承包");
    EXPECT_EQ(v.fields["documents"], Json::array({"draft"}));
    EXPECT_EQ(v.fields["findings"][0]["advice"], "一");
}

TEST_F(Views, RegistersThatContradictEachOtherAreShownSomehowAndNeverThrow) {
    create({{"contract_name", "鱼塘承包"}});
    state.apply({kB, 1}, HybridTime::of(Millis(9)),
                {{"mixed", "plain", {}, {}},
                 {"mixed:member", true, {}, {}},
                 {"mixed/~1", 1, {}, {}},
                 {"mixed/~1/x", 2, {}, {}},
                 {"$remark:~2", Json{{"field", 7}, {"text", Json::array()}}, {}, {}},
                 {"$org", 9, {}, {}},
                 {"$state", 9, {}, {}}});
    EXPECT_EQ(shown(state).fields["contract_name"], "鱼塘承包");
    EXPECT_EQ(shown(state).fields["mixed"].size(), 1U);
    EXPECT_EQ(view(nullptr, "x", state).state, kDraft);
}

}  // namespace
}  // namespace fayi::records
