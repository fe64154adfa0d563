// SPDX-License-Identifier: Apache-2.0
#include "fayi/runtime/sync_thread.h"

#include "fayi/blobs/ranges.h"
#include "fayi/net/http_server.h"
#include "fayi/protocol/blob.h"
#include "fayi/store/attachments.h"
#include "fayi/store/sync_days.h"
#include "simple_hub.h"
#include "store_fixture.h"

namespace fayi::runtime {
namespace {

using namespace std::chrono_literals;
using protocol::Trouble;

/// A simple hub behind a real socket, and snapshots that a test can wait for.
struct SyncThreadTest : ::testing::Test {
    store::TestStore station{1};
    testing::SimpleHub hub;
    std::mutex mutex;
    std::condition_variable told;
    SyncSnapshot latest;
    bool stepsOnTheWay = false;  ///< a snapshot of a sync that ran told that attachments had come further
    bool hold = false;           ///< the hub does not answer while it is set
    std::unique_ptr<net::HttpServer> server =
        net::HttpServer::start({}, [this](const net::Request& request) { return answer(request); }).value();

    net::Response answer(const net::Request& request) {
        std::unique_lock lock(mutex);
        told.wait(lock, [&] { return !hold; });
        if (request.target.starts_with(protocol::kBlobsTarget))
            return keep(request);
        const auto decoded = protocol::decodeSyncRequest(request.body);
        if (!decoded)
            return {400, {}, {}};
        return {200,
                {{"Content-Type", std::string(protocol::kCborMedia)}},
                protocol::encode(hub.answer(*decoded))};
    }

    /// Takes a piece of an attachment, and remembers no more than how far it goes.
    static net::Response keep(const net::Request& request) {
        const auto part = blobs::parseContentRange(*net::findHeader(request.headers, "Content-Range"));
        const std::uint64_t have = part->range ? part->range->last + 1 : 0;
        const protocol::BlobProgress progress{have, have == part->total};
        return {
            200, {{"Content-Type", std::string(protocol::kJsonMedia)}}, protocol::toJson(progress).dump()};
    }

    /// An attachment that a record names.
    void attach(std::uint64_t bytes) {
        const auto book = store::Attachments::open(station.folder / "data", station.clock).value();
        const auto kept = book->files().takeIn(station.random.bytes(bytes)).value();
        ASSERT_TRUE(book->noteTakenIn(kept.name, kept.bytes, false).ok());
        store::Json fields = store::outreach("甲");
        fields["attachments"] = {
            {{"blob", kept.name}, {"name", "照片.jpg"}, {"bytes", bytes}, {"media", "image/jpeg"}}};
        station.create("outreach", fields);
    }

    void enrolAt(const std::string& url) {
        protocol::EnrolResponse reply;
        reply.person = {{{9}, 1}};
        reply.personName = "张甲";
        reply.role = "clerk";
        reply.org = "500115001";
        reply.hubTime = station.clock.now();
        ASSERT_TRUE(station.store->penFor(1).ok());
        ASSERT_TRUE(station.store->enrol({url, "", 1, "t", "500115", "长寿区"}, reply, 1).ok());
    }

    std::unique_ptr<SyncThread> thread() {
        return std::make_unique<SyncThread>(station.folder / "data", station.clock, station.random,
                                            [this](const SyncSnapshot& snapshot) {
                                                const std::lock_guard lock(mutex);
                                                latest = snapshot;
                                                stepsOnTheWay |= snapshot.running && snapshot.steps > 0;
                                                told.notify_all();
                                            });
    }

    template <typename Condition>
    void await(Condition condition) {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(told.wait_for(lock, 30s, [&] { return condition(latest); }));
    }
};

TEST_F(SyncThreadTest, ItSendsWhatWaitsAsSoonAsItStarts) {
    const RecordId id = station.create("outreach", store::outreach("甲"));
    enrolAt(server->url());
    const auto sync = thread();
    await([](const SyncSnapshot& s) { return s.syncs >= 1 && !s.running; });
    EXPECT_EQ(latest.last.trouble, Trouble::None);
    EXPECT_EQ(latest.counts.waiting, 0U);
    EXPECT_EQ(station.store->get(id).value().sync, "received");
}

TEST_F(SyncThreadTest, APressIsAnsweredEvenWithoutAHub) {
    enrolAt("http://127.0.0.1:9");
    const auto sync = thread();
    await([](const SyncSnapshot& s) { return s.syncs >= 1; });
    sync->syncNow();
    await([](const SyncSnapshot& s) { return s.syncs >= 2 && !s.running; });
    EXPECT_EQ(latest.last.trouble, Trouble::NoConnection);
    EXPECT_FALSE(latest.last.words.zh.empty());
    EXPECT_TRUE(latest.pressed);
}

TEST_F(SyncThreadTest, WhatRunsByItselfIsNotTakenForAPress) {
    enrolAt("http://127.0.0.1:9");
    const auto sync = thread();
    await([](const SyncSnapshot& s) { return s.syncs >= 1; });
    EXPECT_FALSE(latest.pressed);
    sync->syncNow();
    await([](const SyncSnapshot& s) { return s.syncs >= 2 && s.pressed && !s.running; });
    sync->linkUp();
    await([](const SyncSnapshot& s) { return s.syncs >= 3 && !s.running; });
    EXPECT_FALSE(latest.pressed);
}

TEST_F(SyncThreadTest, AttachmentsThatComeFurtherAreToldOfBeforeTheSyncHasEnded) {
    attach(300'000);
    enrolAt(server->url());
    const auto sync = thread();
    await([](const SyncSnapshot& s) { return s.syncs >= 1 && !s.running; });
    EXPECT_EQ(latest.last.trouble, Trouble::None) << latest.last.words.en;
    EXPECT_EQ(latest.last.blobsUp, 1U);
    EXPECT_TRUE(stepsOnTheWay);
}

TEST_F(SyncThreadTest, WhatADayOfSyncsCameToIsRemembered) {
    station.create("outreach", store::outreach("甲"));
    enrolAt("http://127.0.0.1:9");
    EXPECT_GT(station.store->unsentBytes(), 100U);
    {
        const auto sync = thread();
        await([](const SyncSnapshot& s) { return s.syncs >= 1 && !s.running; });
    }
    enrolAt(server->url());
    const auto sync = thread();
    await([](const SyncSnapshot& s) { return s.last.pushed > 0 && !s.running; });
    EXPECT_EQ(station.store->unsentBytes(), 0U);
    const auto days = store::SyncDays::open(station.folder / "data", station.clock);
    ASSERT_TRUE(days);
    ASSERT_EQ((*days)->list()->size(), 1U);
    const store::SyncDay day = (*days)->list()->front();
    EXPECT_EQ(day.day, dateInChina(station.clock.now()));
    EXPECT_GE(day.tries, 2U);
    EXPECT_GE(day.failures, 1U);
    EXPECT_EQ(day.pushed, latest.last.pushed);
    EXPECT_GT(day.bytesUp, 0U);
    EXPECT_EQ(day.last, station.clock.now());
    EXPECT_FALSE(day.problem.zh.empty()) << "of the one that failed";
}

TEST_F(SyncThreadTest, AStoreThatJoinsLaterIsNoticed) {
    const auto sync = thread();
    await([](const SyncSnapshot& s) { return s.counts.records == 0; });
    EXPECT_FALSE(latest.enrolled);
    station.create("outreach", store::outreach("甲"));
    enrolAt(server->url());
    sync->enrolled();
    await([](const SyncSnapshot& s) {
        return s.syncs >= 1 && !s.running && s.counts.records == 1 && s.counts.waiting == 0;
    });
}

TEST_F(SyncThreadTest, ItEndsWhileARequestIsUnderWay) {
    hold = true;
    enrolAt(server->url());
    auto sync = thread();
    await([](const SyncSnapshot& s) { return s.running; });
    sync.reset();
    {
        const std::lock_guard lock(mutex);
        hold = false;
    }
    told.notify_all();
}

TEST_F(SyncThreadTest, TwoProgramsOverOneFolderSyncOneAtATime) {
    enrolAt(server->url());
    const SyncLock other(station.folder / "data");
    ASSERT_TRUE(other.held());
    const auto sync = thread();
    await([](const SyncSnapshot& s) { return s.syncs >= 1 && !s.running; });
    EXPECT_EQ(latest.last.trouble, Trouble::Busy);
}

TEST_F(SyncThreadTest, WhoeverAsksOnWhateverThreadIsHeard) {
    enrolAt(server->url());
    const auto sync = thread();
    const RecordId first = station.create("outreach", store::outreach("甲"));
    {
        std::vector<std::jthread> askers;
        for (int i = 0; i < 4; ++i)
            askers.emplace_back([&] {
                for (int round = 0; round < 25; ++round) {
                    sync->linkUp();
                    sync->fetchHistory(first);
                    sync->syncNow();
                }
            });
        for (int i = 0; i < 5; ++i) {
            station.create("outreach", store::outreach("乙"));
            sync->saved();
        }
    }
    sync->syncNow();
    await([](const SyncSnapshot& s) {
        return s.histories >= 1 && !s.running && s.counts.records == 6 && s.counts.waiting == 0;
    });
}

}  // namespace
}  // namespace fayi::runtime
