// SPDX-License-Identifier: Apache-2.0
// No space left, on the station while it pulls and on the hub while it takes a push: at every point where a
// disk can fill up, nothing is half there, it is said in words, and all goes on once there is room.
#include "fayi/testing/sick_disk.h"
#include "hub_and_station.h"

namespace fayi::runtime {
namespace {

using protocol::Trouble;
using testing::SmallDisk;

struct DiskFull : ::testing::Test {
    TestHub hub;
    TestStation a{1, hub, hub.person("张甲", "500115001")};
    TestStation b{2, hub, hub.person("李乙", "500115001")};

    SyncResult tryToSync(TestStation& station) {
        transport::LoopbackTransport way(
            [&](const net::Request& request) { return hub.service->handle(request); },
            transport::bearer(station.number, station.token));
        return syncAll(*station.local.store, way);
    }
};

/// From no room at all to enough, in steps of about a page of the file.
constexpr std::int64_t kStep = 3 * 4096 + 100;
constexpr std::int64_t kMost = 4 << 20;

TEST_F(DiskFull, AStationThatPullsKeepsWhatItHadAndGoesOnWhenThereIsRoom) {
    b.sync();
    for (int i = 0; i < 40; ++i)
        a.create();
    a.sync();
    const std::string before = b.local.everything();
    int full = 0;
    bool done = false;
    for (std::int64_t room = 0; !done && room < kMost; room += kStep) {
        const auto cursor = b.local.store->nextRequest().value().cursor.position;
        SyncResult out;
        bool wasFull = false;
        {
            const SmallDisk disk(b.local.folder.path(), room);
            out = tryToSync(b);
            wasFull = disk.wasFull();
        }
        done = out.trouble == Trouble::None;
        if (out.trouble != Trouble::Full)
            continue;
        ++full;
        EXPECT_TRUE(wasFull);
        EXPECT_NE(out.words.zh.find("磁盘已满"), std::string::npos) << out.words.zh;
        EXPECT_NE(out.words.en.find("full"), std::string::npos) << out.words.en;
        const bool none = b.local.everything() == before;
        EXPECT_TRUE(none || b.local.store->counts().records == 40) << "half of a page was applied";
        EXPECT_EQ(none, b.local.store->nextRequest().value().cursor.position == cursor);
    }
    EXPECT_TRUE(done);
    EXPECT_GE(full, 3);
    b.local.expectSound();
    EXPECT_EQ(a.local.everything(), b.local.everything());
}

TEST_F(DiskFull, AHubThatTakesAPushTakesAllOrNothingAndSaysSo) {
    std::vector<RecordId> made;
    for (int i = 0; i < 40; ++i)
        made.push_back(a.create());
    int full = 0;
    bool done = false;
    for (std::int64_t room = 0; !done && room < kMost; room += kStep) {
        SyncResult out;
        {
            const SmallDisk disk(hub.folder.path(), room);
            out = tryToSync(a);
        }
        done = out.trouble == Trouble::None;
        if (done)
            continue;
        ++full;
        EXPECT_EQ(out.trouble, Trouble::HubFull) << out.words.en;
        EXPECT_NE(out.words.zh.find("磁盘已满"), std::string::npos) << out.words.zh;
        EXPECT_EQ(a.local.store->counts().waiting, 40U);
        EXPECT_TRUE(hub.history(made.front()).is_null()) << "a part of the push was taken";
        EXPECT_TRUE(hub.history(made.back()).is_null());
    }
    EXPECT_TRUE(done);
    EXPECT_GE(full, 3);
    EXPECT_TRUE(hub.verifies());
    for (const RecordId id : made)
        EXPECT_EQ(hub.history(id).size(), 1U);
}

}  // namespace
}  // namespace fayi::runtime
