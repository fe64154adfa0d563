// SPDX-License-Identifier: Apache-2.0
// The whole way once: two offices without a network, a hub, a conflict, a report.
#include <gtest/gtest.h>

#include <set>

#include "fayi/sqlite/database.h"
#include "process.h"

namespace fayi::testing {
namespace {

Json contract() {
    return {{"contract_name", "双龙社区鱼塘承包合同"},
            {"client", "双龙社区居民委员会"},
            {"counterparty", "丰禾养殖专业合作社"},
            {"received_on", "2026-02-20"},
            {"findings", {{{"advice", "明确四至界限"}}}}};
}

struct Story : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli a{folder / "a"}, b{folder / "b"};

    void SetUp() override {
        hub.start();
        a.good({"init", "--name", "凤城司法所"});
        b.good({"init", "--name", "长寿区司法局"});
    }

    void enrolBoth() {
        a.enrol(hub, hub.code("张甲", "clerk", "500115001"));
        b.enrol(hub, hub.code("李乙", "district", "500115"));
    }

    /// Exit code 6 (attention needed) is no failure here.
    static void sync(const Cli& cli) {
        const Ran ran = cli.run({"sync"});
        EXPECT_TRUE(ran.code == 0 || ran.code == 6) << ran.code << ran.err;
    }
    void syncAll() {
        for (const Cli* cli : {&a, &b, &a, &b})
            sync(*cli);
    }
    static std::string valueOf(const Cli& cli, const std::string& id, const std::string& field) {
        return cli.good({"get", id}).json().at("fields").value(field, Json()).dump();
    }
    static std::string sample(const std::string& type, int count, int seed,
                              const std::string& org = "500115") {
        return run({FAYI_SAMPLE, "--type", type, "--count", std::to_string(count), "--seed",
                    std::to_string(seed), "--org", org})
            .out;
    }
};

TEST_F(Story, TwoOfficesWriteOfflineJoinEditTheSameRecordSettleAndTheDistrictReadsAFigure) {
    const std::string id = a.create("contract-review", contract());
    const std::string districts =
        b.create("outreach", {{"theme", "民法典宣传"}, {"happened_on", "2026-03-01"}});
    EXPECT_EQ(a.good({"get", id}).json().at("sync"), "draft");
    enrolBoth();
    syncAll();
    EXPECT_EQ(a.good({"get", id}).out, b.good({"get", id}).out);

    a.good({"edit", id, R"({"conclusion":"pass"})"});
    const Json types = a.good({"types", "contract-review"}).json();
    b.good({"edit", id, R"({"amount":1200000})"});
    a.good({"edit", id, R"({"amount":1300000})"});
    syncAll();
    for (const Cli* cli : {&a, &b}) {
        const Json conflicts = cli->good({"conflicts", id}).json();
        ASSERT_EQ(conflicts.size(), 1U);
        EXPECT_EQ(conflicts[0].at("field"), "amount");
        ASSERT_EQ(conflicts[0].at("siblings").size(), 2U);
        std::set<Json> values, people;
        for (const Json& sibling : conflicts[0]["siblings"]) {
            values.insert(sibling.at("value"));
            people.insert(sibling.at("by"));
            EXPECT_FALSE(sibling.at("at").get<std::string>().empty());
            EXPECT_FALSE(sibling.at("station").get<std::string>().empty());
        }
        EXPECT_EQ(values, (std::set<Json>{1200000, 1300000}));
        EXPECT_EQ(people, (std::set<Json>{"张甲", "李乙"}));
    }
    const Json siblings = b.good({"conflicts", id}).json()[0].at("siblings");
    b.good({"resolve", id, "amount", "--take", siblings[0].at("version").get<std::string>()});
    syncAll();
    for (const Cli* cli : {&a, &b}) {
        EXPECT_TRUE(cli->good({"conflicts"}).json().empty());
        EXPECT_EQ(valueOf(*cli, id, "amount"), siblings[0].at("value").dump());
    }
    EXPECT_EQ(a.good({"get", id}).out, b.good({"get", id}).out);
    EXPECT_EQ(a.run({"get", districts}).code, 2)
        << "a record of the district is not in the scope of an office";
}

TEST_F(Story, TheSameLatestFieldIsNoConflictAndTheLoserCanBeRestored) {
    const std::string id = a.create("outreach", {{"theme", "甲"}, {"happened_on", "2026-03-01"}});
    enrolBoth();
    syncAll();
    a.good({"edit", id, R"({"theme":"甲改"})"});
    b.good({"edit", id, R"({"theme":"乙改"})"});
    syncAll();
    EXPECT_TRUE(a.good({"conflicts", id}).json().empty());
    const std::string shown = valueOf(a, id, "theme");
    EXPECT_EQ(shown, valueOf(b, id, "theme"));
    const Json history = a.good({"history", id}).json();
    std::string loser;
    for (const Json& entry : history)
        if (entry.at("state") == "sibling")
            loser = entry.at("version").get<std::string>();
    ASSERT_FALSE(loser.empty()) << history.dump(1);
    a.good({"restore", id, "--version", loser});
    syncAll();
    EXPECT_NE(valueOf(b, id, "theme"), shown);
    EXPECT_EQ(a.digest(), b.digest());
}

TEST_F(Story, TwoOpinionsAddedAtOnceAndTwoFieldsEditedAtOnceAreAllThere) {
    const std::string id = a.create("contract-review", contract());
    enrolBoth();
    syncAll();
    a.good({"edit", id, R"({"findings":[{"advice":"甲的意见"}],"subject":"鱼塘二十亩"})"});
    b.good({"edit", id, R"({"findings":[{"advice":"乙的意见"}],"counterparty":"丰禾合作社"})"});
    syncAll();
    const Json fields = a.good({"get", id}).json().at("fields");
    EXPECT_EQ(fields.at("findings").size(), 3U);
    EXPECT_EQ(fields.at("subject"), "鱼塘二十亩");
    EXPECT_EQ(fields.at("counterparty"), "丰禾合作社");
    EXPECT_TRUE(a.good({"conflicts", id}).json().empty());
    EXPECT_EQ(a.digest(), b.digest());
}

TEST_F(Story, AChangeOutsideTheScopeIsRefusedWithItsReasonAndTheNextGoThrough) {
    Cli village(folder / "village");
    village.good({"init", "--name", "村居顾问"});
    village.enrol(hub, hub.code("王顾问", "advisor", "500115127200"));
    village.good({"sync"});
    const Ran outside = village.run({"create", "outreach", R"({"theme":"外镇","happened_on":"2026-03-01"})",
                                     "--org", "500115001", "--unchecked"});
    ASSERT_EQ(outside.code, 0) << outside.err;
    const std::string refused = outside.json().at("id");
    const std::string next = village.create("outreach", {{"theme", "本村"}, {"happened_on", "2026-03-02"}});
    const Ran sync = village.run({"sync"});
    EXPECT_EQ(sync.code, 6) << sync.err;
    ASSERT_EQ(sync.json().at("refused").size(), 1U) << sync.out;
    EXPECT_EQ(village.good({"get", refused}).json().at("sync"), "refused");
    EXPECT_EQ(village.good({"get", refused}).json().at("fields").at("theme"), "外镇");
    EXPECT_EQ(village.good({"get", next}).json().at("sync"), "received");
    EXPECT_EQ(village.run({"create", "outreach", R"({"theme":"x"})", "--org", "500115001"}).code, 3);
}

TEST_F(Story, TenThousandRecordsArriveWholeAndAHundredEditedOnBothSidesLoseNothing) {
    a.good({"create", "outreach", "-"}, sample("outreach", 4000, 1));
    a.good({"create", "contract-review", "-"}, sample("contract-review", 3000, 2));
    a.good({"create", "consultation", "-"}, sample("consultation", 2000, 3));
    a.good({"create", "service-visit", "-"}, sample("service-visit", 1000, 4));
    a.enrol(hub, hub.code("张甲", "district", "500115"));
    b.enrol(hub, hub.code("李乙", "district", "500115"));
    syncAll();
    const auto end = a.good({"dump"}).lines().back();
    EXPECT_EQ(end.at("records"), 10'000);
    EXPECT_EQ(end.at("sha256"), b.digest());

    std::vector<std::string> ids;
    for (const Json& record : a.good({"list", "contract-review", "--limit", "100"}).lines())
        ids.push_back(record.at("id"));
    ASSERT_EQ(ids.size(), 100U);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::string mine = "甲" + std::to_string(i), theirs = "乙" + std::to_string(i);
        a.good({"edit", ids[i], Json{{"archive_no", mine}}.dump()});
        if (i % 3 == 0)
            b.good({"edit", ids[i],
                    Json{{"archive_no", theirs}}.dump()});  // latest: one shown, one in the history
        else if (i % 3 == 1)
            b.good({"edit", ids[i], Json{{"opinion_no", theirs}}.dump()});  // another field: both shown
        else
            b.good({"edit", ids[i], Json{{"amount", 100 + i}}.dump()});
        if (i % 3 == 2)
            a.good({"edit", ids[i], Json{{"amount", 200 + i}}.dump()});  // review: an open conflict
    }
    syncAll();
    EXPECT_EQ(a.digest(), b.digest());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::string history = b.good({"history", ids[i]}).out;
        EXPECT_NE(history.find("甲" + std::to_string(i)), std::string::npos);
        if (i % 3 != 2) {
            EXPECT_NE(history.find("乙" + std::to_string(i)), std::string::npos);
        }
    }
    EXPECT_EQ(b.good({"conflicts"}).json().size(), 33U);
    EXPECT_TRUE(a.good({"check"}).json().at("faults").empty());
    EXPECT_TRUE(hub.admin({"verify-log"}).json().at("ok").get<bool>());
}

TEST_F(Story, FiguresAreTheRecordsBehindThemAndAnIndependentQueryCountsTheSame) {
    a.enrol(hub, hub.code("张甲", "head", "500115"));
    b.enrol(hub, hub.code("李乙", "district", "500115"));
    for (const char* type : {"outreach", "contract-review", "consultation"})
        for (const Json& record : a.good({"create", type, "-"}, sample(type, 24, 7)).lines()) {
            const std::string id = record.at("id");
            const Ran submitted = a.run({"submit", id});
            EXPECT_EQ(submitted.code, 0) << submitted.err;
            if (std::hash<std::string>{}(id) % 4 != 0)
                a.good({"verify", id});
        }
    syncAll();
    auto database = sqlite::Database::open(b.folder() / "station.db", {}).value();
    const auto recount = [&](const std::string& where) {
        auto row = database
                       ->prepareOnce(
                           "SELECT count(*) FROM record WHERE state='verified' AND NOT deleted AND " + where)
                       .value();
        row.step();
        return row.integer(0);
    };
    const Json report = b.good({"figures", "annual", "--from", "2000-01-01", "--to", "2099-12-31"}).json();
    std::map<std::string, Json> figures;
    for (const Json& figure : report.at("figures"))
        figures[figure.at("id")] = figure;
    for (const char* id : {"F05", "F23", "F29", "F31", "F36", "F37", "F51"}) {
        ASSERT_TRUE(figures.contains(id)) << id;
        EXPECT_FALSE(figures[id].at("unit").empty());
        const auto behind =
            b.good({"figures", "annual", id, "--records", "--from", "2000-01-01", "--to", "2099-12-31"})
                .lines();
        EXPECT_EQ(behind.size(), figures[id].at("records").get<std::size_t>()) << id;
        for (const Json& record : behind)
            EXPECT_EQ(record.at("state"), "verified");
    }
    EXPECT_EQ(figures["F37"].at("value").get<std::int64_t>(),
              recount("type='contract-review' AND json_extract(fields,'$.level')='village' AND "
                      "json_extract(fields,'$.returned_on') IS NOT NULL"));
    EXPECT_GT(figures["F37"].at("value").get<std::int64_t>(), 0);
    EXPECT_GT(recount("type='outreach'"), 0);
}

TEST_F(Story, ASubmittedRecordIsReturnedWithARemarkMendedAndVerified) {
    a.enrol(hub, hub.code("王顾问", "advisor", "500115127200"));
    b.enrol(hub, hub.code("赵所长", "head", "500115127"));
    const std::string line = sample("outreach", 1, 9, "500115127200");
    const std::string id =
        a.good({"create", "outreach", "-", "--org", "500115127200"}, line).lines().at(0).at("id");
    a.good({"submit", id});
    syncAll();
    b.good({"return", id, "--remark", "人数请核对", "--field", "attendance"});
    syncAll();
    const Json returned = a.good({"get", id}).json();
    EXPECT_EQ(returned.at("state"), "returned");
    EXPECT_NE(returned.dump().find("人数请核对"), std::string::npos);
    EXPECT_EQ(a.run({"verify", id}).code, 3);
    a.good({"edit", id, R"({"attendance":77})"});
    a.good({"submit", id});
    syncAll();
    b.good({"verify", id});
    syncAll();
    EXPECT_EQ(a.good({"get", id}).json().at("state"), "verified");
    a.good({"edit", id, R"({"attendance":78})"});
    syncAll();
    EXPECT_EQ(b.good({"get", id}).json().at("state"), "submitted");
}

TEST_F(Story, AnIdleSyncIsOneRequestOfAtMostSixHundredBytes) {
    a.create("outreach", {{"theme", "甲"}, {"happened_on", "2026-03-01"}});
    enrolBoth();
    sync(a);
    const Json idle = a.good({"sync"}).json();
    EXPECT_EQ(idle.at("requests"), 1);
    EXPECT_LE(idle.at("bytes_up").get<int>() + idle.at("bytes_down").get<int>(), 600) << idle.dump();
    EXPECT_EQ(idle.at("pulled"), 0);
}

TEST_F(Story, ABackupRestoredAfterLaterWorkLosesNothing) {
    enrolBoth();
    a.create("outreach", {{"theme", "备份前"}, {"happened_on", "2026-03-01"}});
    syncAll();
    a.good({"backup", folder / "a.backup"});
    a.create("outreach", {{"theme", "备份后"}, {"happened_on", "2026-03-01"}});
    syncAll();
    const Cli again(folder / "again");
    again.good({"restore-backup", folder / "a.backup"});
    again.create("outreach", {{"theme", "恢复后"}, {"happened_on", "2026-03-01"}});
    sync(again);
    sync(b);
    sync(again);
    EXPECT_EQ(again.digest(), b.digest());
    EXPECT_EQ(again.good({"list", "outreach"}).lines().size(), 3U);
}

TEST_F(Story, TwoStationsClonedFromOneFolderBothKeepWorkingAndThePersonIsToldOnce) {
    enrolBoth();
    const std::string shared = a.create("contract-review", contract());
    syncAll();
    a.create("outreach", {{"theme", "复制之前未上报"}, {"happened_on", "2026-03-01"}});
    std::filesystem::copy(folder / "a", folder / "clone", std::filesystem::copy_options::recursive);
    const Cli clone(folder / "clone");
    for (int i = 0; i < 3; ++i) {
        a.create("outreach", {{"theme", "原机" + std::to_string(i)}, {"happened_on", "2026-03-01"}});
        const std::string made =
            clone.create("outreach", {{"theme", "副本" + std::to_string(i)}, {"happened_on", "2026-03-01"}});
        clone.good({"edit", made, R"({"attendance":5})"});
    }
    a.good({"edit", shared, R"({"subject":"原机改"})"});
    clone.good({"edit", shared, R"({"findings":[{"advice":"副本的意见"}]})"});
    a.good({"sync"});
    const Ran told = clone.run({"sync"});
    EXPECT_EQ(told.code, 0) << told.err;
    EXPECT_NE(told.err.find("副本"), std::string::npos);
    EXPECT_TRUE(clone.good({"sync"}).err.empty());
    a.create("outreach", {{"theme", "原机继续"}, {"happened_on", "2026-03-01"}});
    clone.create("outreach", {{"theme", "副本继续"}, {"happened_on", "2026-03-01"}});
    for (const Cli* cli : std::initializer_list<const Cli*>{&a, &clone, &a, &clone})
        EXPECT_TRUE(cli->good({"sync"}).err.empty());
    EXPECT_EQ(a.digest(), clone.digest());
    EXPECT_EQ(a.good({"list", "outreach"}).lines().size(), 9U);
    EXPECT_EQ(a.good({"get", shared}).json().at("fields").at("findings").size(), 2U);
    EXPECT_EQ(a.good({"get", shared}).json().at("fields").at("subject"), "原机改");
    for (const Cli* cli : std::initializer_list<const Cli*>{&a, &clone})
        EXPECT_TRUE(cli->good({"check"}).json().at("faults").empty());
    EXPECT_TRUE(hub.admin({"verify-log"}).json().at("ok").get<bool>());
}

}  // namespace
}  // namespace fayi::testing
