// SPDX-License-Identifier: Apache-2.0
// Void at one station while others, who do not know, go on with the record: the hub judges on arrival, void
// stands, and nobody loses a word.
#include "together.h"

namespace fayi::testing {
namespace {

class Voiding : public Together {
protected:
    Computer clerk{hub, hub.person("clerk", "500115001"), 1};
    Computer head{hub, hub.person("head", "500115001"), 2};
    Computer district{hub, hub.person("district", "500115"), 3};
    RecordId id;

    void SetUp() override {
        id = clerk.create("讲座");
        take(clerk, records::kSubmitted);
        syncEverybody();
    }
    void syncEverybody() {
        for (int round = 0; round < 2; ++round)
            for (Computer* one : {&clerk, &head, &district})
                one->sync();
    }
    void take(Computer& at, std::string_view to) {
        const auto state = must(at.store->state(id));
        at.write(id, records::planState(state, state.seen(), to));
    }
    void makeVoid(Computer& at, const std::string& why = "重复登记") {
        const auto state = must(at.store->state(id));
        at.write(id, records::planVoid(state, state.seen(), why));
    }
    records::View shown(Computer& at) { return must(at.store->get(id)).view; }
    std::string atHub() { return must(hub.store->record(id))->state; }

    void expectVoidEverywhere(const std::string& why = "重复登记") {
        syncEverybody();
        EXPECT_EQ(atHub(), "void");
        for (Computer* one : {&clerk, &head, &district}) {
            EXPECT_EQ(shown(*one).state, "void");
            ASSERT_TRUE(shown(*one).voided.has_value());
            EXPECT_EQ(shown(*one).voided->reason, why);
            one->expectSound();
        }
        EXPECT_EQ(clerk.everything(), head.everything());
        hub.expectSound();
    }
    std::uint64_t counted() {
        const Json answer =
            must(hub::figures(hub.context, {"annual", "2026-01-01", "2026-12-31", ""}, Language::En));
        std::uint64_t out = 0;
        for (const Json& figure : answer["figures"])
            out += figure["records"].get<std::uint64_t>();
        return out;
    }
};

TEST_F(Voiding, AVerifiedRecordIsKeptAndShownAndCountsNoMore) {
    head.edit(id, {{"speaker_role", "village-advisor"}});
    take(head, records::kVerified);
    syncEverybody();
    ASSERT_EQ(atHub(), "verified");
    ASSERT_GT(counted(), 0U);
    makeVoid(district);
    expectVoidEverywhere();
    EXPECT_EQ(counted(), 0U);
    EXPECT_EQ(clerk.fields(id)["theme"], "讲座");
    EXPECT_EQ(clerk.listed(), 1U);
}

TEST_F(Voiding, AnEditThatArrivesLaterIsRefusedAndKept) {
    clerk.edit(id, {{"place", "村委会"}});
    makeVoid(head);
    head.sync();
    const auto result = clerk.sync();
    ASSERT_EQ(result.refused.size(), 1U);
    EXPECT_EQ(result.refused[0].code, "void");
    EXPECT_EQ(clerk.store->attention().value()[0].writes["place"], "村委会")
        << "what was typed is still there";
    EXPECT_EQ(shown(clerk).state, "void");
    expectVoidEverywhere();
}

TEST_F(Voiding, AnEditThatArrivesFirstIsKeptInTheVoidRecord) {
    makeVoid(head);
    clerk.edit(id, {{"place", "村委会"}});
    EXPECT_TRUE(clerk.sync().refused.empty());
    EXPECT_TRUE(head.sync().refused.empty());
    expectVoidEverywhere();
    EXPECT_EQ(head.fields(id)["place"], "村委会");
}

TEST_F(Voiding, StandsAgainstAVerificationWhicheverArrivesFirst) {
    makeVoid(head);
    take(district, records::kVerified);  // later, and unaware
    district.sync();
    EXPECT_TRUE(head.sync().refused.empty());
    expectVoidEverywhere();
    EXPECT_EQ(counted(), 0U);
}

TEST_F(Voiding, AVerificationThatArrivesLaterIsRefused) {
    take(district, records::kVerified);
    makeVoid(head);
    head.sync();
    ASSERT_EQ(district.sync().refused.size(), 1U);
    expectVoidEverywhere();
}

TEST_F(Voiding, AVoidThatFindsTheRecordReturnedIsRefused) {
    take(district, records::kReturned);
    district.sync();
    makeVoid(head);
    const auto result = head.sync();
    ASSERT_EQ(result.refused.size(), 1U);
    EXPECT_EQ(result.refused[0].code, "void");
    syncEverybody();
    EXPECT_EQ(atHub(), "returned");
}

TEST_F(Voiding, TwoWhoSaySoAgreeAndTheLaterReasonIsShown) {
    makeVoid(head, "重复登记");
    makeVoid(district, "填错了村");
    head.sync();
    EXPECT_TRUE(district.sync().refused.empty());
    expectVoidEverywhere("填错了村");
}

TEST_F(Voiding, ADeleteThatArrivesLaterIsRefusedAndOneThatCameFirstDoesNotHideIt) {
    clerk.remove(id);
    makeVoid(head);
    clerk.sync();
    EXPECT_TRUE(head.sync().refused.empty());
    expectVoidEverywhere();
    EXPECT_FALSE(shown(clerk).deleted);
    clerk.remove(id);
    EXPECT_EQ(clerk.sync().refused.size(), 1U);
    EXPECT_FALSE(must(hub.store->record(id))->deleted);
}

TEST_F(Voiding, TheHubRefusesWhatAStationWouldNotWrite) {
    const auto state = must(clerk.store->state(id));
    clerk.write(id, records::Plan{{{"$state", "void", state.contextFor("$state", state.seen()), {}}}, {}});
    EXPECT_EQ(clerk.sync().refused[0].code, "validation") << "without a reason";
    Computer advisor(hub, hub.person("advisor", "500115001"), 4);
    advisor.sync();
    makeVoid(advisor);
    EXPECT_EQ(advisor.sync().refused[0].code, "permission");
    EXPECT_EQ(atHub(), "submitted");
}

TEST_F(Voiding, AFreshStationReadsItAsVoid) {
    makeVoid(head);
    head.sync();
    Computer late(hub, hub.person("clerk", "500115001", "李四"), 5);
    late.sync();
    EXPECT_EQ(shown(late).voided->reason, "重复登记");
}

}  // namespace
}  // namespace fayi::testing
