// SPDX-License-Identifier: Apache-2.0
// Refusals over the real programs: mended, discarded, locked, too large.
#include <gtest/gtest.h>

#include <set>

#include "process.h"

namespace fayi::testing {
namespace {

struct Refusal : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli a{folder / "a"}, b{folder / "b"};

    void SetUp() override {
        hub.start();
        a.good({"init", "--name", "村居顾问"});
        b.good({"init", "--name", "司法所"});
        a.enrol(hub, hub.code("王顾问", "advisor", "500115127200"));
        b.enrol(hub, hub.code("赵所长", "head", "500115127"));
        sync();
    }
    /// Exit codes of a's syncs: 6 where something needs attention.
    int sync() const {
        const int code = a.run({"sync"}).code;
        b.run({"sync"});
        a.run({"sync"});
        return code;
    }
    Json attention() const { return a.good({"attention"}).json(); }
    std::string outreach(const std::string& theme) const {
        return a.create("outreach", {{"theme", theme}, {"happened_on", "2026-03-01"}, {"attendance", 30}});
    }
    std::string outside() const {
        const Ran ran = a.run({"create", "outreach", R"({"theme":"外镇","happened_on":"2026-03-01"})",
                               "--org", "500115001", "--unchecked"});
        EXPECT_EQ(ran.code, 0) << ran.err;
        return ran.json().at("id");
    }
};

TEST_F(Refusal, AnEditInALockedPeriodIsRefusedWarnedOfMendedAfterwardsAndArrives) {
    const std::string id = outreach("民法典");
    sync();
    EXPECT_EQ(hub.admin({"lock", "--org", "500115127", "--until", "2026-03-31"}).json().at("until"),
              "2026-03-31");
    EXPECT_TRUE(a.good({"edit", id, R"({"attendance":44})"}).err.empty()) << "it has not heard of the lock";
    EXPECT_EQ(sync(), 6);
    const Json refused = attention();
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].at("code"), "locked");
    EXPECT_EQ(refused[0].at("record"), id);
    EXPECT_EQ(refused[0].at("writes").at("attendance"), 44);
    EXPECT_NE(refused[0].at("reason").get<std::string>().find("2026-03-31"), std::string::npos);
    EXPECT_EQ(a.good({"status"}).json().at("needs_attention").size(), 1U);

    const Ran warned = a.good({"edit", id, R"({"place":"广场"})"});
    EXPECT_FALSE(warned.err.empty());
    EXPECT_EQ(warned.json().at("problems").back().at("severity"), "warning");
    EXPECT_EQ(sync(), 6);
    EXPECT_EQ(attention().size(), 2U);
    EXPECT_EQ(hub.admin({"lock", "--org", "500115127", "--lift"}).json().at("until"), Json());
    for (const Json& one : attention())
        EXPECT_FALSE(a.good({"mend", one.at("change")}).json().contains("was"));
    EXPECT_TRUE(attention().empty());
    EXPECT_EQ(sync(), 0);
    const Json record = b.good({"get", id}).json();
    EXPECT_EQ(record.at("fields").at("attendance"), 44);
    EXPECT_EQ(record.at("fields").at("place"), "广场");
    EXPECT_EQ(a.digest(), b.digest());
}

TEST_F(Refusal, AnEditIsMendedWithACorrection) {
    const std::string id = outreach("民法典");
    sync();
    hub.admin({"lock", "--org", "500115", "--until", "2026-03-31"});
    a.good({"edit", id, R"({"attendance":44,"place":"广场"})"});
    sync();
    hub.admin({"lock", "--org", "500115", "--until", ""});
    const std::string change = attention()[0].at("change");
    EXPECT_EQ(a.run({"mend", change, R"({"attendance":"many"})"}).code, 3);
    EXPECT_EQ(attention().size(), 1U);
    const Json mended = a.good({"mend", change, R"({"attendance":45})"}).json();
    EXPECT_EQ(mended.at("fields").at("attendance"), 45);
    EXPECT_EQ(mended.at("fields").at("place"), "广场");
    EXPECT_EQ(mended.at("mended"), Json::array({change}));
    EXPECT_EQ(sync(), 0);
    EXPECT_EQ(a.digest(), b.digest());
    EXPECT_EQ(a.run({"mend", change}).code, 2);
}

TEST_F(Refusal, ACreationWithLaterEditsIsMendedAsOneNewRecord) {
    const std::string id = outside();
    a.good({"edit", id, R"({"attendance":12})", "--unchecked"});
    EXPECT_EQ(sync(), 6);
    const Json refused = attention();
    ASSERT_EQ(refused.size(), 2U);
    std::set<std::string> codes;
    for (const Json& one : refused)
        codes.insert(one.at("code"));
    EXPECT_EQ(codes, (std::set<std::string>{"permission", "rests-on-refused"}));
    EXPECT_EQ(a.good({"get", id}).json().at("sync"), "refused");
    EXPECT_EQ(a.good({"dump"}).lines().back().at("records"), 0);
    const Ran later = a.run({"edit", id, R"({"attendance":13})", "--unchecked"});
    EXPECT_EQ(later.code, 3);
    EXPECT_FALSE(later.err.empty());

    const Json mended = a.good({"mend", id, R"({"org":"500115127200","theme":"本村"})"}).json();
    EXPECT_EQ(mended.at("was"), id);
    EXPECT_EQ(mended.at("mended").size(), 2U);
    EXPECT_TRUE(attention().empty());
    EXPECT_EQ(sync(), 0);
    const Json record = b.good({"get", mended.at("id")}).json();
    EXPECT_EQ(record.at("fields").at("theme"), "本村");
    EXPECT_EQ(record.at("fields").at("attendance"), 12);
    EXPECT_EQ(a.run({"get", id}).code, 2);
    EXPECT_EQ(a.digest(), b.digest());
    EXPECT_TRUE(a.good({"check"}).json().at("faults").empty());
    EXPECT_TRUE(hub.admin({"verify-log"}).json().at("ok").get<bool>());
}

TEST_F(Refusal, WhatIsDiscardedIsGoneAndNothingElseIs) {
    const std::string id = outside(), kept = outreach("本村");
    sync();
    const Json gone = a.good({"discard", id}).json();
    EXPECT_EQ(gone.at("discarded"), id);
    EXPECT_EQ(gone.at("removed"), true);
    EXPECT_EQ(a.run({"get", id}).code, 2);
    EXPECT_EQ(a.run({"discard", id}).code, 2);
    hub.admin({"lock", "--org", "500115127", "--until", "2026-03-31"});
    a.good({"edit", kept, R"({"attendance":44})"});
    sync();
    const std::string change = attention()[0].at("change");
    EXPECT_EQ(a.good({"discard", change}).json().at("removed"), false);
    EXPECT_TRUE(attention().empty());
    EXPECT_EQ(a.good({"get", kept}).json().at("sync"), "received");
    EXPECT_EQ(a.good({"get", kept}).json().at("fields").at("attendance"), 30);
    EXPECT_EQ(sync(), 0);
    EXPECT_EQ(a.digest(), b.digest());
    EXPECT_TRUE(a.good({"check"}).json().at("faults").empty());
}

TEST_F(Refusal, AnOversizedChangeStaysAtTheStationToBeMended) {
    std::string text;
    for (int i = 0; i < 1950; ++i)
        text += "字";
    Json findings = Json::array();
    for (int i = 0; i < 95; ++i)
        findings.push_back({{"advice", text}});
    const std::string large = Json{{"contract_name", "巨额合同"}, {"findings", findings}}.dump();
    EXPECT_EQ(a.run({"create", "contract-review", "-"}, large).code, 3);
    const Ran made = a.run({"create", "contract-review", "-", "--unchecked"}, large);
    ASSERT_EQ(made.code, 0) << made.err;
    const std::string id = made.lines().at(0).at("id");
    EXPECT_EQ(sync(), 6);
    const Json refused = attention();
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].at("code"), "size");
    const Json items = a.good({"get", id}).json().at("fields").at("findings");
    ASSERT_EQ(items.size(), 95U);
    Json removed = Json::array();
    for (std::size_t i = 1; i < items.size(); ++i)
        removed.push_back({{"item", items[i].at("item")}, {"removed", true}});
    const Json mended = a.good({"mend", id, Json{{"findings", removed}}.dump()}).json();
    EXPECT_EQ(mended.at("fields").at("findings").size(), 1U);
    EXPECT_EQ(sync(), 0);
    EXPECT_EQ(b.good({"get", mended.at("id")}).json().at("fields").at("findings")[0].at("advice"), text);
    EXPECT_TRUE(hub.admin({"verify-log"}).json().at("ok").get<bool>());
}

}  // namespace
}  // namespace fayi::testing
