// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "fayi/sqlite/database.h"
#include "fayi/store/sync_days.h"
#include "store_fixture.h"

namespace fayi::store {
namespace {

TEST(Store, ASaveIsThereAfterReopening) {
    TestStore s(1);
    const RecordId id = s.create("outreach", outreach("民法典进村"));
    s.reopen();
    EXPECT_EQ(s.fields(id)["theme"], "民法典进村");
    s.expectSound();
}

TEST(Store, ManySavesInOneCallAreAllOrNothing) {
    TestStore s(1);
    const auto plan = records::planCreate(*s.store->catalog().type("outreach"), outreach("甲"), "");
    const Save good{std::nullopt, "outreach", plan.writes};
    const Save bad{RecordId{{{77}, 7}}, "", plan.writes};
    EXPECT_FALSE(s.store->save(1, {good, good, bad}).ok());
    EXPECT_EQ(s.store->counts().records, 0U);
    EXPECT_EQ(s.store->save(1, {good, good}).value().at(1).created.seq, 2U);
    s.expectSound();
}

TEST(Store, ALargeSaveEndsAtSignedHeadsThatFitAPage) {
    TestStore s(1, true);
    const auto plan = records::planCreate(*s.store->catalog().type("outreach"), outreach("甲"), "");
    ASSERT_TRUE(s.store->save(1, std::vector<Save>(1200, Save{std::nullopt, "outreach", plan.writes})).ok());
    const auto request = s.store->nextRequest().value();
    EXPECT_EQ(request.changes.size(), 500U);
    EXPECT_EQ(request.heads.at(0).seq, 500U);
}

TEST(Store, AnyTwoChineseCharactersAreFound) {
    TestStore s(1);
    const RecordId id = s.create("outreach", outreach("防范电信网络诈骗"));
    s.create("outreach", outreach("土地承包经营权"));
    const auto found = [&](const std::string& words) {
        ListQuery query;
        query.type = "outreach";
        query.text = words;
        return s.store->list(query).value();
    };
    for (const char* words : {"防范", "信网", "诈骗", "骗", "电信网络", "网络 防范"}) {
        ASSERT_EQ(found(words).size(), 1U) << words;
        EXPECT_EQ(found(words)[0].id, id);
    }
    EXPECT_TRUE(found("信诈").empty());
    EXPECT_TRUE(found("信网防").empty());
}

TEST(Store, NamesAreFoundByPinyinInitialsAndLongTextIsNot) {
    TestStore s(1);
    Json fields = outreach("重庆火锅店合同");
    fields["summary"] = "土地承包经营权确权登记";
    const RecordId id = s.create("outreach", fields);
    s.create("outreach", outreach("ZQ集团讲座"));
    const auto found = [&](const std::string& words) {
        ListQuery query;
        query.type = "outreach";
        query.text = words;
        return s.store->list(query).value();
    };
    for (const char* words : {"cqhg", "ZQHGD", "hgd", "hgdht 重庆", "重庆 ht"}) {
        ASSERT_EQ(found(words).size(), 1U) << words;
        EXPECT_EQ(found(words)[0].id, id);
    }
    EXPECT_EQ(found("zq").size(), 2U) << "a word of that beginning, or initials";
    EXPECT_TRUE(found("tdcb").empty()) << "of a long text anything would be found";
    EXPECT_TRUE(found("cqht").empty()) << "not in a row";
    s.edit(id, {{"theme", "双龙镇法治讲座"}});
    EXPECT_TRUE(found("hgd").empty());
    EXPECT_EQ(found("slzfz").size(), 1U);
}

TEST(Store, DaysOfSyncsAreKeptForABoundedTime) {
    TestStore s(1);
    const auto days = SyncDays::open(s.folder / "data", s.clock);
    ASSERT_TRUE(days);
    for (std::uint64_t i = 0; i < SyncDays::kKept + 5; ++i) {
        ASSERT_TRUE((*days)->note({.tries = 1, .pushed = i}).ok());
        ASSERT_TRUE((*days)->note({.tries = 1, .failures = 1, .problem = {"没有网络", "no link"}}).ok());
        s.clock.advance(std::chrono::hours(24));
    }
    const auto all = (*days)->list();
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), SyncDays::kKept);
    EXPECT_EQ(all->front().pushed, SyncDays::kKept + 4) << "the newest first";
    EXPECT_EQ(all->front().tries, 2U);
    EXPECT_EQ(all->front().problem.en, "no link");
    EXPECT_EQ((*days)->list(3)->size(), 3U);
}

TEST(Store, SearchForgetsTheOldTextAndFindsTheNew) {
    TestStore s(1);
    const RecordId id = s.create("outreach", outreach("旧主题"));
    s.edit(id, {{"theme", "新主题"}});
    ListQuery query;
    query.text = "旧主";
    EXPECT_TRUE(s.store->list(query).value().empty());
    query.text = "新主";
    EXPECT_EQ(s.store->list(query).value().size(), 1U);
}

TEST(Store, PagesByKeysetShowEveryRecordOnce) {
    TestStore s(1);
    for (int i = 0; i < 25; ++i)
        s.create("outreach", outreach("第" + std::to_string(i) + "场", i % 4));
    for (const char* order :
         {"-updated", "updated", "happened_on", "attendance", "-attendance", "theme", "summary"}) {
        ListQuery query;
        query.type = "outreach";
        query.order = order;
        query.limit = 7;
        std::set<RecordId> seen;
        for (int page = 0; page < 5; ++page) {
            const auto rows = s.store->list(query).value();
            for (const auto& row : rows)
                EXPECT_TRUE(seen.insert(row.id).second) << order;
            if (!rows.empty())
                query.after = rows.back().id;
        }
        EXPECT_EQ(seen.size(), 25U) << order;
    }
}

TEST(Store, ConditionsNarrowAListAndAnUnknownFieldIsNamed) {
    TestStore s(1);
    s.create("outreach", outreach("甲", 10));
    Json tagged = outreach("乙", 50);
    tagged["co_organisers"] = {"妇联", "团委"};
    s.create("outreach", tagged);
    ListQuery query;
    query.type = "outreach";
    query.where = {{"attendance", Condition::Op::More, 20}};
    EXPECT_EQ(s.store->count(query).value(), 1U);
    query.where = {{"co_organisers", Condition::Op::Equals, "团委"}};
    EXPECT_EQ(s.store->count(query).value(), 1U);
    query.where = {{"theme'; DROP TABLE record; --", Condition::Op::Equals, 1}};
    ASSERT_FALSE(s.store->count(query).ok());
    EXPECT_EQ(s.store->count(query).error().code, ErrorCode::Usage);
}

TEST(Store, AListWithinAUnitHoldsWhatIsOfItOrBelowItOrNamesAPlaceThere) {
    TestStore s(1);
    s.create("outreach", outreach("无处"));
    const auto at = [&](const char* theme, const char* village) {
        Json fields = outreach(theme);
        fields["village"] = village;
        s.create("outreach", fields);
    };
    at("龙滩村一场", "500115127200");
    at("双龙社区一场", "500115127001");
    at("别处一场", "500115001001");
    const auto within = [&](const char* unit) {
        ListQuery query;
        query.type = "outreach";
        query.order = "theme";
        query.within = unit;
        std::set<std::string> out;
        const std::vector<RecordLine> lines = s.store->lines(query).value();
        for (const RecordLine& line : lines)
            out.insert(line.title);
        EXPECT_EQ(s.store->count(query).value(), out.size());
        return out;
    };
    using Titles = std::set<std::string>;
    EXPECT_EQ(within("500115127200"), (Titles{"龙滩村一场"}));
    EXPECT_EQ(within("500115127"), (Titles{"龙滩村一场", "双龙社区一场"}));
    EXPECT_EQ(within("500115").size(), 3U);
    EXPECT_EQ(within("").size(), 4U);
    ListQuery nowhere;
    nowhere.type = "outreach";
    nowhere.within = "999";
    EXPECT_EQ(s.store->lines(nowhere).error().code, ErrorCode::Usage);
}

TEST(Store, AFieldNamedLikeSomethingOfTheListIsReachedByItsPrefix) {
    TestStore s(1);
    s.create("plan-item", {{"text", "甲"}, {"state", "done"}});
    s.create("plan-item", {{"text", "乙"}, {"state", "open"}});
    ListQuery query;
    query.type = "plan-item";
    query.where = {{"state", Condition::Op::Equals, "draft"}};
    EXPECT_EQ(s.store->count(query).value(), 2U) << "the state of the record";
    query.where = {{"fields.state", Condition::Op::Equals, "done"}};
    EXPECT_EQ(s.store->count(query).value(), 1U);
    query.where = {{"fields.no_such", Condition::Op::Equals, "done"}};
    EXPECT_EQ(s.store->count(query).error().code, ErrorCode::Usage);
}

TEST(Store, ListItemsGetIdsAndAreEditedByThem) {
    TestStore s(1);
    const RecordId id = s.create(
        "contract-review",
        {{"contract_name", "鱼塘承包"}, {"findings", {{{"advice", "明确四至"}}, {{"advice", "补充验收"}}}}});
    Json findings = s.fields(id)["findings"];
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0]["advice"], "明确四至");
    s.edit(id, {{"findings",
                 {{{"item", findings[1]["item"]}, {"advice", "补充验收条款"}}, {{"advice", "第三条"}}}}});
    findings = s.fields(id)["findings"];
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[1]["advice"], "补充验收条款");
    EXPECT_EQ(findings[2]["advice"], "第三条");
    s.edit(id, {{"findings", {{{"item", findings[0]["item"]}, {"removed", true}}}}});
    EXPECT_EQ(s.fields(id)["findings"].size(), 2U);
}

TEST(Store, ADeletedRecordIsInTheBinAndComesBackAsItWas) {
    TestStore s(1);
    const RecordId id = s.create("outreach", outreach("甲"));
    const auto state = s.store->state(id).value();
    s.write(id, records::planDelete(state, state.seen()));
    ListQuery query;
    EXPECT_EQ(s.store->count(query).value(), 0U);
    query.deleted = true;
    EXPECT_EQ(s.store->count(query).value(), 1U);
    const auto gone = s.store->state(id).value();
    s.write(id, records::planUndelete(gone, gone.seen()));
    EXPECT_FALSE(s.store->get(id).value().view.deleted);
    EXPECT_EQ(s.fields(id)["theme"], "甲");
}

TEST(Store, AStoreOfANewerProgramIsNotTouched) {
    TestStore s(1);
    s.store.reset();
    {
        auto database = sqlite::Database::open(s.folder / "data/station.db", {}).value();
        ASSERT_TRUE(database->execute("PRAGMA user_version=99").ok());
    }
    const auto opened = Store::open(s.folder / "data", s.clock, s.random);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::TooNew);
}

TEST(Store, AFileThatIsNoStoreIsCalledDamaged) {
    testing::TemporaryFolder folder;
    testing::FakeClock clock;
    testing::SeededRandom random(1);
    std::ofstream(folder / "station.db") << "这不是数据库，只是一些文字而已，应当被认出来";
    const auto opened = Store::open(folder.path(), clock, random);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::Damaged);
}

TEST(Store, CheckNamesARecordWhoseRegistersWereAltered) {
    TestStore s(1);
    const RecordId id = s.create("outreach", outreach("甲"));
    {
        auto database = sqlite::Database::open(s.folder / "data/station.db", {}).value();
        ASSERT_TRUE(database->execute("UPDATE record SET registers=x'80'").ok());
    }
    const auto report = s.store->check().value();
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_NE(report.faults[0].en.find(toText(id)), std::string::npos);
}

TEST(Store, CheckNamesAChangeThatWasRemovedFromAChain) {
    TestStore s(1);
    s.create("outreach", outreach("甲"));
    s.create("outreach", outreach("乙"));
    {
        auto database = sqlite::Database::open(s.folder / "data/station.db", {}).value();
        ASSERT_TRUE(database->execute("DELETE FROM change WHERE seq=1").ok());
    }
    EXPECT_GE(s.store->check().value().faults.size(), 1U);
}

TEST(Store, ABackupRestoredElsewhereWritesWithANewPen) {
    TestStore s(1);
    const RecordId id = s.create("outreach", outreach("甲"));
    ASSERT_TRUE(s.store->backup(s.folder / "backup.db").ok());
    const RecordId later = s.create("outreach", outreach("备份之后"));
    ASSERT_TRUE(Store::restoreBackup(s.folder / "backup.db", s.folder / "again", s.clock, s.random).ok());
    auto again = Store::open(s.folder / "again", s.clock, s.random).value();
    EXPECT_TRUE(again->get(id).ok());
    EXPECT_FALSE(again->get(later).ok());
    const auto plan = records::planCreate(*again->catalog().type("outreach"), outreach("乙"), "");
    const RecordId fresh = again->save(1, {{std::nullopt, "outreach", plan.writes}}).value().at(0);
    EXPECT_NE(fresh.created.replica, later.created.replica);
}

TEST(Store, ARestoreNeverOverwritesAStore) {
    TestStore s(1);
    s.create("outreach", outreach("甲"));
    ASSERT_TRUE(s.store->backup(s.folder / "backup.db").ok());
    EXPECT_FALSE(Store::restoreBackup(s.folder / "backup.db", s.folder / "data", s.clock, s.random).ok());
}

TEST(Store, TwoConnectionsOverOneFolderSeeEachOthersSaves) {
    TestStore s(1);
    auto other = Store::open(s.folder / "data", s.clock, s.random).value();
    const RecordId id = s.create("outreach", outreach("甲"));
    EXPECT_TRUE(other->get(id).ok());
    const auto plan = records::planCreate(*other->catalog().type("outreach"), outreach("乙"), "");
    EXPECT_EQ(other->save(1, {{std::nullopt, "outreach", plan.writes}}).value().at(0).created.seq, 2U);
}

}  // namespace
}  // namespace fayi::store
