// SPDX-License-Identifier: Apache-2.0
// Attachments between stations and a hub: they come after the records, go on at the byte where they broke
// off, and arrive as they were.
#include "attachments.h"

#include <fstream>

namespace fayi::testing {
namespace {

TEST_F(Attachments, GoToTheHubAndComeToWhoeverAsksForThem) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(700'000, 1), name = a.attach(id, content);
    EXPECT_EQ(a.waiting(), 1U);
    EXPECT_EQ(a.carried().blobsUp, 1U);
    EXPECT_EQ(a.waiting(), 0U);
    EXPECT_TRUE(hubHas(name));
    EXPECT_EQ(b.carried().blobsDown, 0U) << "an original is fetched when somebody asks";
    EXPECT_EQ(b.fields(id)["attachments"][0]["blob"], name);
    EXPECT_EQ(b.fetch(name).blobsDown, 1U);
    EXPECT_EQ(b.content(name), content);
    EXPECT_EQ(b.fetch(name).traffic.requests, 0U) << "it is here";
}

TEST_F(Attachments, ThumbnailsComeWithTheRecord) {
    const RecordId id = a.create("宣讲");
    const std::string name = a.attach(id, bytesOf(300'000, 1), "小图");
    EXPECT_EQ(a.carried().blobsUp, 2U);
    EXPECT_EQ(b.carried().blobsDown, 1U);
    EXPECT_TRUE(b.has(nameOf("小图")));
    EXPECT_FALSE(b.has(name));
    b.wire.log.clear();
    EXPECT_EQ(b.carried().blobsDown, 0U);
    EXPECT_EQ(b.wire.log.size(), 1U) << "an idle sync is one request";
}

TEST_F(Attachments, AThumbnailThatIsNotThereYetIsNotAskedForAtEverySync) {
    const RecordId id = a.create("宣讲");
    a.attach(id, bytesOf(1000, 1), "小图");
    a.carry(false);
    b.carried();
    b.wire.log.clear();
    b.carried();
    EXPECT_EQ(b.wire.log.size(), 1U);
    a.carried();
    clock.advance(std::chrono::minutes(2));
    EXPECT_EQ(b.carried().blobsDown, 1U);
}

TEST_F(Attachments, AreLeftWhenOnlyRecordsAreWanted) {
    const RecordId id = a.create("宣讲");
    const std::string name = a.attach(id, bytesOf(1000, 1));
    EXPECT_EQ(a.carry(false).pushed, 2U);
    EXPECT_FALSE(hubHas(name));
    EXPECT_EQ(a.waiting(), 1U);
}

TEST_F(Attachments, FiftyRecordsAreAtTheHubBeforeTheFirstOfAHundredPhotos) {
    std::vector<RecordId> ids;
    for (int i = 0; i < 50; ++i)
        ids.push_back(a.create("宣讲" + std::to_string(i)));
    for (std::size_t i = 0; i < 100; ++i)
        a.attach(ids[i % 50], bytesOf(40'000 + i * 100, i), "小图" + std::to_string(i));
    std::optional<std::uint64_t> held;
    std::vector<std::string> puts;
    a.wire.alterUp = [&](net::Request& request) {
        puts.push_back(request.target.substr(protocol::kBlobsTarget.size()));
        if (!held) {
            held = 0;
            for (const RecordId id : ids)
                *held += must(hub.store->record(id)) ? 1 : 0;
        }
    };
    EXPECT_EQ(a.carried().blobsUp, 200U);
    EXPECT_EQ(held, 50U);
    std::set<std::string> little;
    for (std::size_t i = 0; i < 100; ++i)
        little.insert(nameOf("小图" + std::to_string(i)));
    ASSERT_GE(puts.size(), 200U);
    for (std::size_t i = 0; i < 100; ++i)
        EXPECT_TRUE(little.contains(puts[i])) << "thumbnails go before originals: " << i;
    std::uint64_t before = 0;
    for (std::size_t i = 100; i < puts.size(); ++i) {
        const std::uint64_t bytes = must(a.book()->find(puts[i]))->bytes.value();
        EXPECT_GE(bytes, before) << "small ones go before large ones";
        before = bytes;
    }
}

TEST_F(Attachments, ARecordThatIsSavedMeanwhileGoesBetweenTwoChunks) {
    const RecordId id = a.create("宣讲");
    a.attach(id, bytesOf(1'000'000, 1));
    std::optional<RecordId> late;
    std::size_t putsBefore = 0, putsAfter = 0;
    a.wire.alterUp = [&](net::Request& request) {
        if (!request.body.empty() && !late)
            late = a.create("在传照片时记下的");
        ++(late && must(hub.store->record(*late)) ? putsAfter : putsBefore);
    };
    a.carried();
    EXPECT_LE(putsBefore, 2U) << "the question, and one chunk";
    EXPECT_GT(putsAfter, 1U);
}

TEST_F(Attachments, AnUploadThatIsCutAnywhereGoesOnAtTheByteAndLosesAChunkACutAtMost) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(1'500'000, 3), name = a.attach(id, content);
    std::mt19937 dice(7);
    int cuts = 0;
    std::uint64_t lost = 0;
    a.wire.cutUp = [&] { return dice() % 3 == 0 && ++cuts > 0; };  // the request is lost
    a.wire.cutDown = [&](transport::Reply& reply) {                // it arrived, the answer is lost
        if (dice() % 4 != 0)
            return false;
        ++cuts;
        reply.body.clear();
        return true;
    };
    int tries = 0;
    while (!hubHas(name) && tries < 200) {
        ++tries;
        (void)a.carry();
    }
    a.wire.cutUp = nullptr;
    a.wire.cutDown = nullptr;
    a.carried();
    EXPECT_TRUE(hubHas(name));
    EXPECT_EQ(a.waiting(), 0U);
    EXPECT_GT(cuts, 5);
    lost = a.wire.bytesUp - content.size();
    EXPECT_LE(lost, static_cast<std::uint64_t>(cuts) * limits::kBlobChunkBytes);
    EXPECT_EQ(must(hub.blobs.keeper->read(name, 0, content.size())), content);
}

TEST_F(Attachments, ADownloadThatIsCutAtAnyByteLosesNothingThatCame) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(3'000'000, 4), name = a.attach(id, content);
    a.carried();
    b.carried();
    std::mt19937 dice(11);
    int cuts = 0;
    b.wire.cutDown = [&](transport::Reply& reply) {
        reply.body.resize(dice() % (reply.body.size() / 16 + 1));
        ++cuts;
        return true;
    };
    for (int i = 0; i < 12; ++i)
        EXPECT_EQ(b.fetch(name).trouble, Trouble::CutShort);
    b.wire.cutDown = nullptr;
    EXPECT_EQ(b.fetch(name).trouble, Trouble::None);
    EXPECT_EQ(b.content(name), content);
    EXPECT_EQ(b.wire.bytesDown, content.size()) << "not a byte came twice";
}

TEST_F(Attachments, AnotherProcessGoesOnWhereTheFirstWasKilled) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(1'000'000, 5), name = a.attach(id, content);
    int chunks = 0;
    a.wire.cutUp = [&] { return ++chunks > 4; };
    EXPECT_EQ(a.carry().trouble, Trouble::CutShort);
    const std::uint64_t sent = must(a.book()->find(name))->sent;
    ASSERT_GT(sent, 0U);
    // The hub comes back as another process, over the same folder; of the station there is the folder too.
    hub::BlobStore blobs = hub::BlobStore::inFolder(hub.folder.path());
    hub::Service service([this] { return hub.open(); }, clock, hub.random, {}, &blobs);
    const auto enrolment = *a.store->enrolment();
    transport::LoopbackTransport way([&](const net::Request& r) { return service.handle(r); },
                                     transport::bearer(enrolment.station, enrolment.token));
    const auto store = must(store::Store::open(a.folder / "data", clock, a.random));
    Wire wire(way);
    EXPECT_EQ(runtime::syncWithAttachments(*store, wire, clock, {}).blobsUp, 1U);
    EXPECT_EQ(wire.bytesUp, content.size() - sent);
    EXPECT_TRUE(hubHas(name));
}

TEST_F(Attachments, WhatAKilledHubWroteBehindWhatItAcknowledgedIsWrittenAnew) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(200'000, 6), name = a.attach(id, content);
    int chunks = 0;
    a.wire.cutUp = [&] { return ++chunks > 2; };
    a.carry();
    const std::string key = std::to_string(a.store->enrolment()->station) + "-" + name;
    const auto file = hub.blobs.tree.unfinishedFile(key);
    ASSERT_TRUE(fs::exists(file));
    ASSERT_TRUE(writeAt(file, fs::file_size(file), "half a chunk that nobody acknowledged").ok());
    a.wire.cutUp = nullptr;
    EXPECT_EQ(a.carried().blobsUp, 1U);
    EXPECT_EQ(must(hub.blobs.keeper->read(name, 0, content.size())), content);
}

TEST_F(Attachments, AlteredOnTheWayUpAreThrownAwayByTheHubAndSentAgain) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(5'000, 7), name = a.attach(id, content);
    a.wire.alterUp = [](net::Request& request) {
        request.body[100] = static_cast<char>(request.body[100] ^ 1);
    };
    const auto first = a.carried();
    EXPECT_EQ(first.blobsUp, 0U);
    EXPECT_NE(first.notice.en.find("altered"), std::string::npos) << first.notice.en;
    EXPECT_FALSE(hubHas(name));
    a.wire.alterUp = nullptr;
    clock.advance(std::chrono::minutes(2));
    EXPECT_EQ(a.carried().blobsUp, 1U);
    EXPECT_EQ(must(hub.blobs.keeper->read(name, 0, content.size())), content);
}

TEST_F(Attachments, AlteredOnTheWayDownAreThrownAwayByTheStation) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(5'000, 8), name = a.attach(id, content);
    a.carried();
    b.carried();
    b.wire.alterDown = [](transport::Reply& reply) {
        if (reply.body.size() == 5'000)
            reply.body[77] = static_cast<char>(reply.body[77] ^ 1);
    };
    EXPECT_NE(b.fetch(name).words.en.find("altered"), std::string::npos);
    EXPECT_FALSE(b.has(name));
    b.wire.alterDown = nullptr;
    EXPECT_EQ(b.fetch(name).blobsDown, 1U);
    EXPECT_EQ(b.content(name), content);
}

TEST_F(Attachments, AFileThatWasDamagedHereIsSaidAndNotSentForEver) {
    const RecordId id = a.create("宣讲");
    const std::string name = a.attach(id, bytesOf(5'000, 9));
    std::ofstream(a.book()->files().fileOf(name), std::ios::binary) << bytesOf(5'000, 10);
    const auto said = a.carried();
    EXPECT_NE(said.notice.en.find("damaged"), std::string::npos) << said.notice.en;
    EXPECT_EQ(a.waiting(), 0U);
    a.wire.log.clear();
    a.carried();
    EXPECT_EQ(a.wire.log.size(), 1U);
}

TEST_F(Attachments, TheSameFileInTwoRecordsIsKeptAndSentOnce) {
    const std::string content = bytesOf(500'000, 11);
    const std::string name = a.attach(a.create("一"), content);
    EXPECT_EQ(a.attach(a.create("二"), content), name);
    EXPECT_EQ(a.carried().blobsUp, 1U);
    const RecordId third = b.create("三");
    b.attach(third, content);
    EXPECT_EQ(b.carried().blobsUp, 0U) << "the hub has it";
    EXPECT_LT(b.wire.bytesUp, 1000U);
    EXPECT_EQ(b.waiting(), 0U);
}

TEST_F(Attachments, WhatTheHubDoesNotHaveIsSaid) {
    const RecordId id = a.create("宣讲");
    const std::string name = a.attach(id, bytesOf(5'000, 12));
    a.carry(false);
    b.carried();
    const auto said = b.fetch(name);
    EXPECT_NE(said.trouble, Trouble::None);
    EXPECT_NE(said.words.en.find("does not have this attachment yet"), std::string::npos) << said.words.en;
}

}  // namespace
}  // namespace fayi::testing
