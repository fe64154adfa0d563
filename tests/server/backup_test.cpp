// SPDX-License-Identifier: Apache-2.0
// Backing a hub up, and putting it back: a new life that knows its old ones.
#include "fayi/server/backup.h"

#include <gmock/gmock.h>

#include "fayi/server/rejoin.h"
#include "fayi/sqlite/database.h"
#include "fixture.h"
#include "restored.h"

namespace fayi::hub::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Backup : public RestoredHubTest {};

TEST_F(Backup, IsRememberedWithWhatEveryPenHadReachedInIt) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    a.syncAll(context);
    EXPECT_FALSE(must(store->lastBackup()));
    const BackupNote first = backUp();
    a.create("outreach", kOutreach);
    a.syncAll(context);
    EXPECT_EQ(must(store->safeSeq(a.pens[0].id)), 1U);
    EXPECT_EQ(first.number, 1U);
    EXPECT_EQ(first.at, clock.now());
    EXPECT_EQ(first.position.value + 1, must(store->lastPosition()).value);
    EXPECT_EQ(backUp().number, 2U);
    EXPECT_EQ(must(store->lastBackup())->position, must(store->lastPosition()));
    EXPECT_EQ(must(store->safeSeq(a.pens[0].id)), 2U);
    EXPECT_EQ(must(store->safeSeq(ReplicaId{1})), 0U);
}

TEST_F(Backup, OfAnAlteredLogIsNotTakenForOne) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    a.syncAll(context);
    must(must(sqlite::Database::open(folder / "hub.sqlite", {}))
             ->execute("UPDATE change SET effective = effective, chain = zeroblob(32) WHERE position = "
                       "(SELECT max(position) FROM change)"));
    const auto examined = examineCopy(context);
    ASSERT_FALSE(examined.ok());
    EXPECT_EQ(examined.error().code, ErrorCode::Damaged);
}

TEST_F(Backup, PutBackTwiceMakesTwoEpochsTwoPensAndNoNumberTwice) {
    backUp();
    const FakeStation later = station(person("clerk", "500115001"));
    std::set<std::uint64_t> epochs{must(store->identity()).epoch};
    std::set<ReplicaId> pens{must(store->identity()).replica};
    for (int i = 0; i < 2; ++i) {
        const Restoration restored = putBack();
        const HubIdentity hub = must(store->identity());
        EXPECT_EQ(hub.epoch, restored.epoch);
        EXPECT_GT(hub.epoch, *epochs.begin());
        EXPECT_TRUE(epochs.insert(hub.epoch).second);
        EXPECT_TRUE(pens.insert(hub.replica).second);
        EXPECT_GT(station(person("clerk", "500115001")).credentials.station, later.credentials.station + 900);
        EXPECT_EQ(must(verifyLog(context))["ok"], true);
    }
    EXPECT_THAT(must(store->restorations()), SizeIs(1)) << "the second began at the same backup";
    EXPECT_EQ(must(store->lastBackup())->number, 1U) << "the backup it was made of is one";
}

TEST_F(Backup, AnEpochRisesThoughTheClockStoodInThePast) {
    backUp();
    const Restoration first = putBack();
    backUp();
    clock.jump(-std::chrono::hours(24 * 365 * 40));
    EXPECT_GT(putBack().epoch, first.epoch);
    EXPECT_LT(must(store->identity()).epoch, std::uint64_t{1} << 53);
    EXPECT_THAT(must(store->restorations()), SizeIs(2));
}

TEST_F(Backup, CodesThatMayHaveBeenUsedSinceExpire) {
    const std::string given = code(person("clerk", "500115001"));
    backUp();
    putBack();
    EXPECT_EQ(denialOf(enrolWith(given)), "expired-code");
}

TEST_F(Backup, AStationThatEnrolledAfterItIsTakenBackOnItsCertificate) {
    backUp();
    FakeStation late = station(person("clerk", "500115001", "周文静"), "新机");
    putBack();
    EXPECT_EQ(denialOf(late.sync(context)), "token");
    EXPECT_EQ(goodOf(must(rejoin(context, late.credentials, late.certificates))).people, 1U);
    const RecordId record = late.create("outreach", kOutreach);
    late.syncAll(context);
    EXPECT_THAT(late.refused, IsEmpty());
    EXPECT_TRUE(must(store->record(record)));
    EXPECT_EQ(must(store->station(late.credentials.station))->name, "新机");
    EXPECT_EQ(goodOf(must(rejoin(context, late.credentials, late.certificates))).people, 0U);
}

TEST_F(Backup, ACertificateOfAnEpochThatWasForgottenTooIsGood) {
    backUp();
    putBack();
    FakeStation late = station(person("clerk", "500115001"));
    putBack();
    EXPECT_EQ(goodOf(must(rejoin(context, late.credentials, late.certificates))).people, 1U);
}

TEST_F(Backup, OnlyACertificateOfThisHubForThisTokenIsTaken) {
    backUp();
    FakeStation late = station(person("clerk", "500115001"));
    EXPECT_EQ(goodOf(late.sync(context)).acks.size(), 0U);
    EXPECT_EQ(denialOf(must(rejoin(context, late.credentials, late.certificates))), "token")
        << "this hub was never restored";
    putBack();
    auto better = late.certificates;
    better[0].role = "admin";
    EXPECT_EQ(denialOf(must(rejoin(context, late.credentials, better))), "token");
    Credentials other = late.credentials;
    other.token += "x";
    EXPECT_EQ(denialOf(must(rejoin(context, other, late.certificates))), "token");
    EXPECT_EQ(denialOf(must(rejoin(context, late.credentials, {}))), "token");
    EXPECT_FALSE(must(store->station(late.credentials.station)));
}

TEST_F(Backup, SomebodyWhoJoinedAKnownStationLaterIsTakenBackThere) {
    FakeStation pc = station(person("clerk", "500115001"));
    const RecordId second = person("clerk", "500115002");
    backUp();
    join(pc, second);
    putBack();
    EXPECT_EQ(goodOf(must(rejoin(context, pc.credentials, pc.certificates))).people, 1U);
    pc.create("outreach", kOutreach, 1);
    pc.syncAll(context);
    EXPECT_THAT(pc.refused, IsEmpty());
    EXPECT_THAT(must(store->membersOf(pc.credentials.station)), SizeIs(2));
}

}  // namespace
}  // namespace fayi::hub::testing
