// SPDX-License-Identifier: Apache-2.0
// Who may have an attachment, how long it stays, and what happens when there is no room.
#include "attachments.h"
#include "fayi/testing/sick_disk.h"

namespace fayi::testing {
namespace {

TEST_F(Attachments, OfRecordsOutOfTheScopeAreNotHandedOut) {
    Office far(hub, hub.person("clerk", "500115002", "外人"), 3);
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(5'000, 13), name = a.attach(id, content);
    a.carried();
    far.carried();
    const auto asked = far.transport->send({"GET", protocol::blobTarget(name), {}, {}}, protocol::kBlobMedia);
    EXPECT_EQ(asked.code, "no-blob");
    const auto own = a.transport->send({"GET", protocol::blobTarget(name), {}, {}}, protocol::kBlobMedia);
    EXPECT_EQ(own.body, content);
    Office boss(hub, hub.person("district", "500115", "局长"), 4);
    boss.carried();
    boss.move(id, "500115002");
    boss.carried();
    far.carried();
    EXPECT_EQ(far.fetch(name).blobsDown, 1U) << "the record moved into its scope";
}

TEST_F(Attachments, GoWithTheRecordThatLeavesTheScopeUnlessAnotherNamesThem) {
    const RecordId who = hub.person("district", "500115");
    Office boss(hub, who, 4);
    const RecordId leaving = a.create("会移走的"), staying = a.create("留下的");
    const std::string both = a.attach(leaving, bytesOf(5'000, 14)),
                      one = a.attach(leaving, bytesOf(6'000, 15), "小图");
    a.attach(staying, bytesOf(5'000, 14));
    a.carried();
    boss.carried();
    const fs::path file = a.book()->files().fileOf(one), kept = a.folder / "kept";
    fs::create_hard_link(file, kept);
    boss.move(leaving, "500115002");
    boss.carried();
    a.carried();
    EXPECT_FALSE(a.holds(leaving));
    EXPECT_FALSE(a.has(one));
    EXPECT_FALSE(a.has(nameOf("小图")));
    EXPECT_TRUE(a.has(both)) << "another record names it";
    EXPECT_EQ(must(readAt(kept, 0, 10'000)), std::string(6'000, '\0')) << "wiped, not only unlinked";
}

TEST_F(Attachments, StayAsLongAsAnyVersionNamesThemAndGoWhenNoneDoes) {
    const RecordId id = a.create("宣讲");
    const std::string name = a.attach(id, bytesOf(5'000, 16));
    a.carried();
    a.detach(id);
    a.carried();
    clock.advance(std::chrono::hours(48));
    a.carried();
    EXPECT_TRUE(a.has(name)) << "its history is here and names it";
    const std::string nobodys = must(a.book()->files().takeIn("没有保存的")).name;
    ASSERT_TRUE(a.book()->noteTakenIn(nobodys, 15, false).ok());
    a.carried();
    EXPECT_TRUE(a.has(nobodys)) << "a save may be about to name it";
    clock.advance(limits::kBlobGraceHere + std::chrono::hours(1));
    a.carried();
    EXPECT_FALSE(a.has(nobodys));
    EXPECT_TRUE(a.has(name));
}

TEST_F(Attachments, StayWhileAnUnsentARefusedOrACompetingVersionNamesThem) {
    const RecordId id = a.create("宣讲");
    a.carried();
    b.carried();
    const std::string mine = a.attach(id, bytesOf(5'000, 17));
    b.edit(id, {{"attendance", 5}});
    clock.advance(std::chrono::hours(72));
    b.carried();
    ASSERT_TRUE(a.book()->collect().ok());
    EXPECT_TRUE(a.has(mine)) << "unsent";
    a.carried();
    const RecordId refused = a.create("别的镇的", "500115127");
    const std::string kept = a.attach(refused, bytesOf(5'000, 18));
    EXPECT_GE(a.carried().refused.size(), 1U);
    clock.advance(std::chrono::hours(72));
    a.carried();
    EXPECT_TRUE(a.has(kept)) << "refused, and to be mended";
    EXPECT_FALSE(hubHas(kept)) << "the hub did not take the record";
    const auto attention = a.store->attention().value();
    ASSERT_FALSE(attention.empty());
    for (const auto& one : attention)
        if (one.creation)
            must(a.store->discard(one.change));
    clock.advance(std::chrono::hours(72));
    a.carried();
    EXPECT_FALSE(a.has(kept)) << "discarded with its record";
}

TEST_F(Attachments, AtTheHubStayWithTheLogAndGoWhenNothingNamedThemForAMonth) {
    const RecordId id = a.create("宣讲");
    const std::string name = a.attach(id, bytesOf(5'000, 19));
    a.carried();
    a.detach(id);
    a.carried();
    const std::string stray = bytesOf(1'000, 20), orphan = nameOf(stray);
    net::Request put{"PUT", protocol::blobTarget(orphan), {{"Content-Range", "bytes 0-999/1000"}}, stray};
    EXPECT_EQ(a.transport->send(put, protocol::kJsonMedia).body, R"({"have":1000,"stored":true})");
    EXPECT_EQ(a.transport->send({"GET", protocol::blobTarget(orphan), {}, {}}, protocol::kBlobMedia).body,
              stray)
        << "who brought it may have it back";
    tend();
    EXPECT_TRUE(hubHas(orphan)) << "a stick with the record may be on its way";
    clock.advance(limits::kBlobGraceAtHub);
    tend();
    EXPECT_FALSE(hubHas(orphan));
    EXPECT_TRUE(hubHas(name)) << "the log names it";
}

TEST_F(Attachments, ThatAreErasedByOrderGoFromTheHubAndFromEveryStation) {
    const RecordId id = a.create("宣讲");
    const std::string name = a.attach(id, bytesOf(5'000, 21), "小图");
    a.carried();
    b.carried();
    b.fetch(name);
    ASSERT_TRUE(b.has(name));
    must(hub::erase(hub.context, {id, {"attachments"}, "当事人申请", "区局"}));
    tend();
    EXPECT_FALSE(hubHas(name));
    EXPECT_FALSE(hubHas(nameOf("小图")));
    a.carried();
    b.carried();
    EXPECT_FALSE(a.has(name));
    EXPECT_FALSE(b.has(name));
    EXPECT_FALSE(b.has(nameOf("小图")));
    a.expectSound();
    hub.expectSound();
}

TEST_F(Attachments, TooLargeForTheHubAreLaidAsideAndTheOthersGoOn) {
    std::uint64_t bytes = limits::kBlobBytes + 1;
    net::Request put{"PUT",
                     protocol::blobTarget(nameOf("x")),
                     {{"Content-Range", "bytes 0-0/" + std::to_string(bytes)}},
                     "x"};
    EXPECT_EQ(a.transport->send(put, protocol::kJsonMedia).code, "too-large");
    const RecordId id = a.create("宣讲");
    const std::string first = a.attach(id, bytesOf(4'000, 22)), second = a.attach(id, bytesOf(5'000, 23));
    a.wire.alterUp = [&](net::Request& request) {
        if (request.target.ends_with(first))
            request.headers[0].value = "bytes 0-3999/" + std::to_string(bytes);
    };
    const auto said = a.carried();
    EXPECT_EQ(said.blobsUp, 1U);
    EXPECT_TRUE(hubHas(second));
    EXPECT_EQ(a.waiting(), 1U);
}

TEST_F(Attachments, AStationHasABoundedNumberOfUnfinishedUploads) {
    for (std::size_t i = 0; i < limits::kUnfinishedUploads + 3; ++i) {
        clock.advance(Millis(1000));
        net::Request put{"PUT",
                         protocol::blobTarget(nameOf(std::to_string(i))),
                         {{"Content-Range", "bytes 0-9/1000"}},
                         "0123456789"};
        EXPECT_EQ(a.transport->send(put, protocol::kJsonMedia).body, R"({"have":10,"stored":false})");
    }
    EXPECT_EQ(must(hub.store->uploadsOf(a.store->enrolment()->station)).size(), limits::kUnfinishedUploads);
    EXPECT_EQ(hub.blobs.tree.unfinished().size(), limits::kUnfinishedUploads);
    clock.advance(std::chrono::hours(24 * 8));
    tend();
    EXPECT_TRUE(hub.blobs.tree.unfinished().empty()) << "nobody went on with them";
}

TEST_F(Attachments, ADiskThatIsFullAtTheHubIsSaidAndTheUploadGoesOnWhenThereIsRoom) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(9'000'000, 24), name = a.attach(id, content);
    std::uint64_t sent = 0;
    {
        const FullDisk full(6u << 20);
        const auto said = a.carry();
        EXPECT_EQ(said.trouble, Trouble::HubFull);
        EXPECT_EQ(said.pushed, 2U) << "the records are through";
        EXPECT_NE(said.words.en.find("records are synced"), std::string::npos) << said.words.en;
        sent = must(a.book()->find(name))->sent;
        EXPECT_GT(sent, 3'000'000U);
        EXPECT_FALSE(hubHas(name));
    }
    const std::uint64_t before = a.wire.bytesUp;
    EXPECT_EQ(a.carried().blobsUp, 1U);
    EXPECT_EQ(a.wire.bytesUp - before, content.size() - sent);
    EXPECT_EQ(must(hub.blobs.keeper->read(name, 0, content.size())), content);
}

TEST_F(Attachments, ADiskThatIsFullHereIsSaidAndTheDownloadGoesOnWhenThereIsRoom) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(9'000'000, 25), name = a.attach(id, content);
    a.carried();
    b.carried();
    {
        const FullDisk full(6u << 20);
        const auto said = b.fetch(name);
        EXPECT_EQ(said.trouble, Trouble::Store);
        EXPECT_NE(said.words.en.find("disk is full"), std::string::npos) << said.words.en;
        EXPECT_FALSE(b.has(name));
        EXPECT_GT(must(b.book()->find(name))->here, 3'000'000U);
    }
    const std::uint64_t here = must(b.book()->find(name))->here, before = b.wire.bytesDown;
    EXPECT_EQ(b.fetch(name).blobsDown, 1U);
    EXPECT_EQ(b.wire.bytesDown - before, content.size() - here);
    EXPECT_EQ(b.content(name), content);
}

TEST_F(Attachments, WhatACrashLeftWithoutARowIsSwept) {
    const std::string stray = must(a.book()->files().takeIn("断电前刚写完")).name;
    ASSERT_TRUE(a.book()->files().append(nameOf("半个"), 0, "半").ok());
    clock.advance(std::chrono::hours(48));
    a.carried();
    EXPECT_FALSE(a.has(stray));
    EXPECT_TRUE(a.book()->files().unfinished().empty());
}

}  // namespace
}  // namespace fayi::testing
