// SPDX-License-Identifier: Apache-2.0
// Who reads which types of record (`roles.see`): what is no work of a station's people is not sent to it.
#include "fayi/server/references.h"
#include "fayi/server/sync.h"
#include "together.h"

namespace fayi::testing {
namespace {

constexpr const char* kVillage = "500115001200";

struct Seen : Together {
    Computer advisor{hub, hub.person("advisor", kVillage, "顾问"), 1},
        clerk{hub, hub.person("clerk", "500115001", "司法助理员"), 2};

    /// An application for legal aid, which advisors do not see.
    RecordId apply(const std::string& applicant, const std::string& org = kVillage) {
        clock.advance(Millis(1000));
        const auto plan = records::planCreate(*clerk.store->catalog().type("aid-application"),
                                              {{"applicant", applicant}, {"received_on", "2026-03-01"}}, org);
        EXPECT_TRUE(plan.refused.empty());
        return must(clerk.store->save(1, {{std::nullopt, "aid-application", plan.writes}})).at(0);
    }
    void define(const std::string& type, const std::vector<std::string>& roles) {
        const auto reference = must(hub.references.current(*hub.store));
        Json definition = reference->catalog.type(type)->source;
        definition["version"] = definition["version"].get<int>() + 1;
        for (auto& [action, who] : definition["roles"].items())
            std::erase_if(who.get_ref<Json::array_t&>(), [&](const Json& role) {
                return std::ranges::find(roles, role.get<std::string>()) == roles.end();
            });
        must(hub::addDefinition(hub.context, definition.dump(), "test"));
    }
};

TEST_F(Seen, WhatIsNoWorkOfAnAdvisorIsSentNeitherAsStateNorAsNews) {
    const RecordId before = apply("早先的申请人"), talk = clerk.create("宣讲", kVillage);
    clerk.sync();
    advisor.sync();
    const RecordId after = apply("后来的申请人");
    clerk.sync();
    advisor.sync();
    EXPECT_TRUE(advisor.holds(talk));
    EXPECT_FALSE(advisor.holds(before));
    EXPECT_FALSE(advisor.holds(after));
    advisor.expectSound();
    Computer head(hub, hub.person("head", "500115001", "所长"), 3);
    head.sync();
    EXPECT_TRUE(head.holds(before) && head.holds(after));
}

TEST_F(Seen, NorIsItsHistory) {
    const RecordId id = apply("申请人"), talk = clerk.create("宣讲", kVillage);
    clerk.sync();
    advisor.sync();
    const auto ask = [&](RecordId record) {
        const auto known = *advisor.store->enrolment();
        hub::Credentials credentials;
        credentials.station = known.station;
        credentials.token = known.token;
        protocol::HistoryRequest request;
        request.record = record;
        return must(hub::recordHistory(hub.context, credentials, request));
    };
    EXPECT_TRUE(std::holds_alternative<protocol::HistoryResponse>(ask(talk)));
    EXPECT_TRUE(std::holds_alternative<hub::Denied>(ask(id)));
}

TEST_F(Seen, WhoJoinsBringsTheTypesOfTheirRoleAndWhoGoesTakesThemAway) {
    const RecordId id = apply("申请人");
    clerk.sync();
    advisor.sync();
    ASSERT_FALSE(advisor.holds(id));
    const RecordId second = hub.person("clerk", kVillage, "兼职助理员");
    advisor.join(second, must(advisor.store->addPerson("兼职助理员")));
    advisor.sync();
    EXPECT_TRUE(advisor.holds(id));
    must(hub::revokePerson(hub.context, second, false));
    advisor.sync();
    EXPECT_FALSE(advisor.holds(id));
    advisor.expectSound();
}

TEST_F(Seen, TheScopeOfARoleIsThatOfThePeopleWhoHaveIt) {
    advisor.join(hub.person("clerk", "500115002", "邻街助理员"),
                 must(advisor.store->addPerson("邻街助理员")));
    const RecordId here = apply("本村的"), talk = clerk.create("宣讲", kVillage);
    clerk.sync();
    advisor.sync();
    EXPECT_TRUE(advisor.holds(talk)) << "the advisor's village";
    EXPECT_FALSE(advisor.holds(here)) << "the clerk's street is another";
}

TEST_F(Seen, ADefinitionThatTakesATypeFromARoleTakesItsRecordsFromTheirStations) {
    const RecordId mine = advisor.create("顾问的宣讲", kVillage), theirs = clerk.create("宣讲", kVillage);
    clerk.sync();
    advisor.sync();
    ASSERT_TRUE(advisor.holds(theirs));
    define("outreach", {"clerk", "head", "district"});
    advisor.sync();
    EXPECT_FALSE(advisor.holds(theirs));
    EXPECT_FALSE(advisor.holds(mine)) << "the hub has it";
    clerk.sync();
    EXPECT_TRUE(clerk.holds(mine) && clerk.holds(theirs));
    advisor.expectSound();
    hub.expectSound();
}

TEST_F(Seen, WhatWasTypedBeforeTheStationKnewIsSentOrKept) {
    const RecordId id = clerk.create("宣讲", kVillage);
    clerk.sync();
    advisor.sync();
    define("outreach", {"clerk", "head", "district"});
    advisor.edit(id, {{"place", "村委会"}});
    advisor.sync();
    const bool taken = must(hub.store->record(id))->fields["place"] == "村委会";
    EXPECT_TRUE(taken || advisor.store->attention().value().size() == 1U);
    advisor.expectSound();
}

}  // namespace
}  // namespace fayi::testing
