// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "fixture.h"

namespace fayi::hub::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::map<std::string, Json> kLecture{{"theme", "民法典讲座"},
                                           {"happened_on", "2026-03-01"},
                                           {"form", "lecture"},
                                           {"audience_groups:veteran", true},
                                           {"law_topics:civil-code", true},
                                           {"campaigns:law-to-grassroots", true}};

using Administration = HubTest;

TEST_F(Administration, TheOrgTreeIsThereFromTheStart) {
    const Json orgs = must(listOrgs(context));
    const auto street =
        std::ranges::find_if(orgs, [](const Json& unit) { return unit["code"] == "500115001"; });
    ASSERT_NE(street, orgs.end());
    EXPECT_EQ((*street)["name"], "凤城街道");
    EXPECT_EQ((*street)["parent"], "500115");
    EXPECT_GE(orgs.size(), 20U);
}

TEST_F(Administration, ADistrictWithoutATreeIsRefused) {
    TemporaryFolder other;
    const auto empty = must(SqliteHubStore::create(other.path()));
    const Status made = initHub(*empty, clock, random, "999999", "无");
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().code, ErrorCode::Usage);
}

TEST_F(Administration, ASecondHubInTheSameFolderIsRefused) {
    const auto again = SqliteHubStore::create(folder.path());
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, ErrorCode::Usage);
}

TEST_F(Administration, PeopleAreCheckedAndListed) {
    EXPECT_EQ(addPerson(context, "张三", "king", "500115").error().code, ErrorCode::Validation);
    EXPECT_EQ(addPerson(context, "张三", "clerk", "110101").error().code, ErrorCode::Validation);
    EXPECT_EQ(addPerson(context, "", "clerk", "500115").error().code, ErrorCode::Validation);
    const RecordId who = person("clerk", "500115001", "张三");
    EXPECT_EQ(setScope(context, who, {"110101"}).error().code, ErrorCode::Validation);
    EXPECT_EQ(setScope(context, RecordId{{ReplicaId{9}, 9}}, {"500115"}).error().code, ErrorCode::NotFound);
    must(setScope(context, who, {"500115003", "500115002"}));
    const Json people = must(listPeople(context));
    ASSERT_THAT(people, SizeIs(1));
    EXPECT_EQ(people[0]["name"], "张三");
    EXPECT_EQ(people[0]["scope"], (Json{"500115002", "500115003"}));
    EXPECT_EQ(people[0]["revoked"], false);
}

TEST_F(Administration, ScopeAndRevocationAreReferenceDataToo) {
    const RecordId who = person("clerk", "500115001");
    must(setScope(context, who, {"500115003", "500115002"}));
    EXPECT_EQ(must(store->record(who))->fields["scope"], (Json{"500115002", "500115003"}));
    must(revokePerson(context, who, false));
    EXPECT_EQ(must(store->record(who))->fields["active"], false);
}

TEST_F(Administration, AnotherConnectionSeesWhatWasWrittenAtOnce) {
    const auto service = must(SqliteHubStore::open(folder.path()));
    References shared;
    Context running{*service, clock, random, shared};
    must(listOrgs(running));
    const RecordId who = person("clerk", "500115001");
    const std::string given = code(who);
    const SigningKey key = SigningKey::generate(random);
    goodOf(must(enrol(running, {given, "一号机", {}, {}, {ReplicaId{3}, {}, key.publicKey}})));
}

TEST_F(Administration, StationsAreListedWithTheirPeopleAndHowFarTheyHaveRead) {
    FakeStation a = station(person("clerk", "500115001", "张三"), "凤城一号机");
    a.clockError = -Millis(60'000);
    a.syncAll(context);
    clock.advance(std::chrono::minutes(2));
    a.sync(context);
    const Json stations = must(listStations(context));
    ASSERT_THAT(stations, SizeIs(1));
    EXPECT_EQ(stations[0]["name"], "凤城一号机");
    EXPECT_EQ(stations[0]["people"][0]["name"], "张三");
    EXPECT_EQ(stations[0]["offset_ms"], 60'000);
    EXPECT_EQ(stations[0]["behind"], 0);
}

TEST_F(Administration, AWrongDefinitionIsRefusedAndAnUpdateReplacesTheRecord) {
    EXPECT_FALSE(addDefinition(context, "{", "broken.json").ok());
    EXPECT_FALSE(addDefinition(context, R"({"kind": "code-list"})", "poor.json").ok());
    const auto list = [](int version) {
        return R"({"kind": "code-list", "name": "local", "version": )" + std::to_string(version) +
               R"(, "labels": {"zh": "本地", "en": "Local"},
                "choices": [{"code": "a", "labels": {"zh": "甲", "en": "A"}}]})";
    };
    const Json first = must(addDefinition(context, list(1), "local.json"));
    const Json second = must(addDefinition(context, list(2), "local.json"));
    EXPECT_EQ(first["record"], second["record"]);
    const auto reference = must(references.current(*store));
    ASSERT_NE(reference->catalog.codeList("local"), nullptr);
    EXPECT_EQ(reference->catalog.codeList("local")->version, 2);
}

TEST_F(Administration, AFigureCountsVerifiedRecordsAndOpensThem) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId counted = a.create("outreach", kLecture);
    const auto& log = a.pens[0].log;
    merge::Write verified{"$state", "verified", {}, merge::VersionVector({{a.pens[0].id, log.size()}})};
    a.pens[0].write(clock, random, {}, counted, {verified}, a.position);
    a.create("outreach", kLecture);  // a draft
    a.syncAll(context);
    ASSERT_THAT(a.refused, IsEmpty());
    const FigureQuestion year{"annual", "2026-01-01", "2026-12-31", {}};
    const Json report = must(figures(context, year, Language::Zh));
    EXPECT_EQ(report["unit"], "500115");
    const auto figure =
        std::ranges::find_if(report["figures"], [](const Json& each) { return each["id"] == "F29"; });
    ASSERT_NE(figure, report["figures"].end());
    EXPECT_EQ((*figure)["value"], 1);
    EXPECT_EQ((*figure)["records"], 1);
    EXPECT_FALSE((*figure)["shown"].get<std::string>().empty());
    EXPECT_EQ((*figure)["unit"], "场");
    const auto records = must(figureRecords(context, year, "F29"));
    ASSERT_THAT(records, SizeIs(1));
    EXPECT_EQ(records[0]["id"], toText(counted));
    FigureQuestion elsewhere = year;
    elsewhere.unit = "500115002";
    EXPECT_THAT(must(figureRecords(context, elsewhere, "F29")), IsEmpty());
    FigureQuestion before = year;
    before.to = "2026-02-28";
    EXPECT_THAT(must(figureRecords(context, before, "F29")), IsEmpty());
}

TEST_F(Administration, AQuestionThatMakesNoSenseIsRefusedInWords) {
    for (const FigureQuestion& wrong : {FigureQuestion{"weekly", "2026-01-01", "2026-12-31", {}},
                                        FigureQuestion{"annual", "2026-13-01", "2026-12-31", {}},
                                        FigureQuestion{"annual", "2026-12-31", "2026-01-01", {}},
                                        FigureQuestion{"annual", "2026-01-01", "2026-12-31", "110101"}}) {
        const auto answer = figures(context, wrong, Language::Zh);
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().code, ErrorCode::Usage);
    }
    EXPECT_FALSE(figureRecords(context, {"annual", "2026-01-01", "2026-12-31", {}}, "F99").ok());
}

TEST_F(Administration, ABackupOpensAsAHub) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId record = a.create("outreach", kLecture);
    a.syncAll(context);
    TemporaryFolder other;
    must(store->backupTo((other / "hub.sqlite").string()));
    const auto copy = must(SqliteHubStore::open(other.path()));
    EXPECT_TRUE(must(copy->record(record)));
    EXPECT_THAT(copy->faults(), IsEmpty());
}

}  // namespace
}  // namespace fayi::hub::testing
