// SPDX-License-Identifier: Apache-2.0
// What is void: who says so, with what words, and that nothing changes it.
#include <gtest/gtest.h>

#include "fayi/records/judge.h"
#include "fayi/records/plan.h"
#include "fayi/schema/catalog.h"
#include "replicas.h"

namespace fayi::records {
namespace {

struct Void : ::testing::Test {
    schema::Catalog catalog = schema::Catalog::builtIn().value();
    const schema::RecordType& review = *catalog.type("contract-review");
    merge::RecordState state;
    std::uint64_t seqs[2] = {0, 0};
    std::uint64_t time = 0;

    Void() {
        save(kA, planCreate(review, {{"contract_name", "鱼塘承包"}, {"amount", 100}}, "500115001"));
        save(kA, planState(state, state.seen(), kSubmitted));
    }
    void save(ReplicaId who, const Plan& plan) {
        state.apply({who, ++seqs[who.value - 0xA]}, HybridTime::of(Millis(++time)), plan.writes,
                    keepsPast(&review));
    }
    View shown() { return view(&review, "contract-review", state); }

    static protocol::Change change(std::vector<merge::Write> writes) {
        protocol::Change out;
        out.dot = {{5}, 2};
        out.record.created = {{5}, 1};
        out.writes = std::move(writes);
        return out;
    }
    static std::string verdict(const std::vector<merge::Write>& writes, std::string_view before) {
        const auto refused = judgeVoid(change(writes), before);
        if (!refused)
            return "accepted";
        EXPECT_FALSE(refused->reason.zh.empty() || refused->reason.en.empty());
        return refused->code;
    }
    std::vector<merge::Write> voiding(std::string_view why = "重复登记") {
        return planVoid(state, state.seen(), why).writes;
    }
};

TEST_F(Void, ShowsWhoSaidSoAndWhyAndKeepsEveryWord) {
    save(kB, planVoid(state, state.seen(), "重复登记"));
    const View v = shown();
    EXPECT_EQ(v.state, kVoid);
    ASSERT_TRUE(v.voided.has_value());
    EXPECT_EQ(v.voided->reason, "重复登记");
    EXPECT_EQ(v.voided->version, (Dot{kB, 1}));
    EXPECT_EQ(v.fields["contract_name"], "鱼塘承包");
    EXPECT_FALSE(v.deleted);
}

TEST_F(Void, StandsWhateverWasWrittenWithoutKnowing) {
    const merge::VersionVector before = state.seen();
    const Plan verify = planState(state, before, kVerified);
    const Plan voids = planVoid(state, before, "重复登记");
    save(kB, voids);
    save(kA, verify);  // later, and unaware
    EXPECT_EQ(shown().state, kVoid);
    EXPECT_FALSE(shown().verified.has_value());
    save(kA, planEdit(review, state, before, {{"amount", 900}}));
    EXPECT_EQ(shown().state, kVoid);
}

TEST_F(Void, ADeleteThatDidNotKnowLeavesItShown) {
    const merge::VersionVector before = state.seen();
    const Plan gone = planDelete(state, before);
    const Plan voids = planVoid(state, before, "重复登记");
    save(kA, gone);
    save(kB, voids);
    EXPECT_FALSE(shown().deleted);
    EXPECT_TRUE(shown().revived);
    EXPECT_EQ(shown().state, kVoid);
}

TEST_F(Void, OfTwoReasonsTheLaterIsShown) {
    const merge::VersionVector before = state.seen();
    const Plan one = planVoid(state, before, "重复登记");
    const Plan other = planVoid(state, before, "填错了村");
    save(kA, one);
    save(kB, other);
    EXPECT_EQ(shown().voided->reason, "填错了村");
    EXPECT_EQ(shown().voided->version, (Dot{kB, 1}));
    EXPECT_EQ(state.find(merge::kVoidReason)->siblings().size(), 2U) << "both are kept";
}

TEST_F(Void, HasNothingLeftToSettle) {
    const merge::VersionVector before = state.seen();
    const Plan one = planEdit(review, state, before, {{"amount", 1}});
    const Plan other = planEdit(review, state, before, {{"amount", 2}});
    save(kA, one);
    save(kB, other);
    ASSERT_EQ(shown().conflicts.size(), 1U);
    save(kB, planVoid(state, state.seen(), "重复登记"));
    EXPECT_TRUE(shown().conflicts.empty());
    EXPECT_TRUE(openConflicts(&review, state).empty());
}

TEST_F(Void, OnlyWhatWasSubmittedBecomesVoidAndOnlyWithAReason) {
    EXPECT_EQ(verdict(voiding(), kSubmitted), "accepted");
    EXPECT_EQ(verdict(voiding(), kVerified), "accepted");
    EXPECT_EQ(verdict(voiding(), kVoid), "accepted") << "two people may say so";
    for (const std::string_view before : {std::string_view(""), kDraft, kReturned})
        EXPECT_EQ(verdict(voiding(), before), "void") << before;
    EXPECT_EQ(verdict(voiding(" \n"), kSubmitted), "validation");
    EXPECT_EQ(verdict({{"$state", "void", {}, {}}}, kSubmitted), "validation");
    EXPECT_EQ(verdict({{"$void", "重复", {}, {}}}, kSubmitted), "validation");
    std::vector<merge::Write> more = voiding();
    more.push_back({"amount", 5, {}, {}});
    EXPECT_EQ(verdict(more, kSubmitted), "validation");
}

TEST_F(Void, NothingChangesIt) {
    for (const Plan& plan :
         {planEdit(review, state, state.seen(), {{"amount", 5}}), planState(state, state.seen(), kVerified),
          planState(state, state.seen(), kDraft), planState(state, state.seen(), kReturned),
          planDelete(state, state.seen()), planMove(state, state.seen(), "500115002")}) {
        EXPECT_EQ(verdict(plan.writes, kVoid), "void");
        EXPECT_EQ(verdict(plan.writes, kVerified), "accepted");
    }
    EXPECT_EQ(verdict({{"$shine", 1, {}, {}}}, kVoid), "void");
}

TEST_F(Void, IsForThoseWhomTheTypeNames) {
    const schema::OrgTree& tree = *catalog.orgTree("500115");
    const auto asked = [&](const char* role) {
        return judge(change(voiding()), &review, {role, {"500115001"}, false}, {"500115001"}, tree);
    };
    EXPECT_EQ(asked("advisor")->code, "permission");
    EXPECT_FALSE(asked("head").has_value());
    const auto long1 = judge(change(voiding(std::string(30'000, 'x'))), &review,
                             {"head", {"500115001"}, false}, {"500115001"}, tree);
    EXPECT_EQ(long1->code, "validation");
}

TEST_F(Void, MendingARefusedCreationDoesNotMakeTheNewOneVoid) {
    protocol::Change create = change(planCreate(review, {{"contract_name", "x"}}, "500115001").writes);
    create.type = "contract-review";
    create.record.created = create.dot;
    protocol::Change gone = change(voiding());
    gone.record = create.record;
    gone.dot.seq = 3;
    const Plan plan = planMend(review, {}, {create, gone}, Json::object(), "");
    for (const merge::Write& write : plan.writes) {
        EXPECT_NE(write.value, Json("void"));
        EXPECT_NE(write.path, "$void");
    }
}

TEST_F(Void, MendedWhereTheRecordIsVoidAlreadyAsksForNothing) {
    const protocol::Change refused = change(voiding("重复登记"));
    EXPECT_EQ(planMend(review, state, {refused}, Json::object(), "").writes.size(), 2U);
    save(kB, planVoid(state, state.seen(), "另一个理由"));
    const Plan plan = planMend(review, state, {refused}, Json::object(), "");
    EXPECT_TRUE(plan.refused.empty());
    EXPECT_TRUE(plan.writes.empty()) << "a reason by itself is refused";
}

}  // namespace
}  // namespace fayi::records
