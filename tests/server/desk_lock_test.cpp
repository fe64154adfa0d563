// SPDX-License-Identifier: Apache-2.0
// A lock that somebody of the district asks for from their desk.
#include <gmock/gmock.h>

#include "fayi/server/lock.h"
#include "fixture.h"

namespace fayi::hub::testing {
namespace {

struct DeskLock : HubTest {
    RecordId staff = person("district", "500115");
    RecordId chief = person("admin", "500115");
    RecordId clerk = person("clerk", "500115001");
    FakeStation office = station(staff), chiefs = station(chief), town = station(clerk);

    std::string today() { return dateInChina(clock.now()); }
    /// "" for a yes, else the code of the denial.
    std::string ask(const FakeStation& from, RecordId who, const std::string& org, const std::string& until) {
        const auto answer = must(lockFor(context, from.credentials, {who, org, until}));
        const auto* no = std::get_if<Denied>(&answer);
        return no == nullptr ? "" : no->denial.code;
    }
    std::string lockedUntil(const std::string& org) {
        return must(references.current(*store))->tree.find(org)->lockedUntil.value_or("");
    }
};

TEST_F(DeskLock, TheDistrictLocksAUnitOfItsScopeAndTheHubKeepsToIt) {
    EXPECT_EQ(ask(office, staff, "500115001", "2026-01-31"), "");
    EXPECT_EQ(lockedUntil("500115001"), "2026-01-31");
    EXPECT_EQ(ask(office, staff, "500115001", "2026-02-28"), "") << "further";
    town.create("outreach", {{"theme", "民法典"}, {"happened_on", "2026-02-01"}, {"attendance", 40}});
    town.syncAll(context);
    ASSERT_EQ(town.refused.size(), 1U);
    EXPECT_EQ(town.refused[0].code, "locked");
}

TEST_F(DeskLock, OnlyAnAdministratorOpensWhatIsLocked) {
    EXPECT_EQ(ask(office, staff, "500115", "2026-02-28"), "");
    EXPECT_EQ(ask(office, staff, "500115", "2026-01-31"), "permission");
    EXPECT_EQ(ask(office, staff, "500115", ""), "permission");
    EXPECT_EQ(lockedUntil("500115"), "2026-02-28");
    EXPECT_EQ(ask(chiefs, chief, "500115", "2026-01-31"), "");
    EXPECT_EQ(ask(chiefs, chief, "500115", ""), "");
    EXPECT_EQ(lockedUntil("500115"), "");
}

TEST_F(DeskLock, NobodyElseAndNobodyForSomebodyElseAndNotOutsideTheScope) {
    EXPECT_EQ(ask(town, clerk, "500115001", "2026-01-31"), "permission");
    EXPECT_EQ(ask(town, staff, "500115001", "2026-01-31"), "permission") << "does not work there";
    EXPECT_EQ(ask(office, staff, "no-such", "2026-01-31"), "permission");
    FakeStation stranger = office;
    stranger.credentials.token = "guess";
    EXPECT_EQ(ask(stranger, staff, "500115", "2026-01-31"), "token");
    must(revokePerson(context, staff, false));
    EXPECT_NE(ask(office, staff, "500115", "2026-01-31"), "");
    EXPECT_EQ(lockedUntil("500115"), "");
}

TEST_F(DeskLock, DaysToComeAreNotLocked) {
    EXPECT_EQ(ask(office, staff, "500115", dateOfDays(*daysOf(today()) + 1)), "validation");
    EXPECT_EQ(ask(office, staff, "500115", today()), "");
}

TEST_F(DeskLock, AWishIsReadStrictly) {
    const protocol::LockWish wish{staff, "500115", "2026-01-31"};
    const auto read = protocol::lockWishFrom(protocol::toJson(wish));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->person, staff);
    EXPECT_EQ(read->org, "500115");
    EXPECT_EQ(read->until, "2026-01-31");
    EXPECT_EQ(must(protocol::lockWishFrom(protocol::toJson({staff, "500115", ""}))).until, "");
    for (const auto& [key, value] : std::map<std::string, Json>{
             {"version", 2}, {"person", "nobody"}, {"org", 5}, {"until", "soon"}, {"until", 20260131}}) {
        Json broken = protocol::toJson(wish);
        broken[key] = value;
        EXPECT_FALSE(protocol::lockWishFrom(broken).ok()) << key;
        broken.erase(key);
        EXPECT_FALSE(protocol::lockWishFrom(broken).ok()) << key;
    }
    EXPECT_FALSE(protocol::lockWishFrom(Json::array()).ok());
}

}  // namespace
}  // namespace fayi::hub::testing
