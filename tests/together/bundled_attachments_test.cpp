// SPDX-License-Identifier: Apache-2.0
// Attachments that travel by stick.
#include "attachments.h"
#include "fayi/runtime/bundle_session.h"
#include "fayi/server/bundle.h"

namespace fayi::testing {
namespace {

constexpr std::uint64_t kAny = std::numeric_limits<std::uint64_t>::max();

struct BundledAttachments : Attachments {
    Bytes written(Office& office, std::uint64_t most = kAny) {
        office.clock.advance(Millis(1000));
        Bytes out;
        const auto book = office.book();
        lastWritten = must(runtime::writeBundle(*office.store, 1, office.random,
                                                [&out](std::string_view piece) {
                                                    out.append(piece);
                                                    return Status();
                                                },
                                                {book.get(), most}));
        return out;
    }
    hub::BundleTaken taken(const Bytes& bundle) {
        clock.advance(Millis(1000));
        auto out = must(hub::takeBundle(hub.context, again(bundle), &hub.blobs));
        EXPECT_TRUE(std::holds_alternative<hub::BundleTaken>(out));
        return std::get<hub::BundleTaken>(std::move(out));
    }
    Bytes answered(const hub::BundleTaken& read, std::uint64_t most = kAny) {
        clock.advance(Millis(1000));
        Bytes out;
        const auto said = must(hub::answerBundle(
            hub.context, read.answer,
            [&out](std::string_view piece) {
                out.append(piece);
                return Status();
            },
            &hub.blobs, most));
        lastAnswer = std::get<hub::BundleAnswered>(said);
        return out;
    }
    runtime::SyncResult read(Office& office, const Bytes& answer) {
        office.clock.advance(Millis(1000));
        const auto book = office.book();
        return must(runtime::readAnswer(*office.store, again(answer), book.get())).sync;
    }
    runtime::SyncResult carried(Office& office, std::uint64_t most = kAny) {
        return read(office, answered(taken(written(office, most))));
    }

    runtime::WrittenBundle lastWritten;
    hub::BundleAnswered lastAnswer;
};

TEST_F(BundledAttachments, ComeToTheHubAndFromThereToWhoeverAsksByBundle) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(2'500'000, 1), name = a.attach(id, content, "小图");
    EXPECT_EQ(carried(a).blobsUp, 2U);
    EXPECT_EQ(lastWritten.attachments, 2U);
    EXPECT_EQ(a.waiting(), 0U);
    EXPECT_EQ(must(hub.blobs.keeper->read(name, 0, content.size())), content);
    EXPECT_EQ(carried(b).blobsDown, 0U) << "it cannot ask for what it does not know";
    EXPECT_EQ(b.fields(id)["attachments"][0]["blob"], name);
    EXPECT_EQ(carried(b).blobsDown, 2U);
    EXPECT_EQ(b.content(name), content);
    EXPECT_TRUE(b.has(nameOf("小图")));
    EXPECT_EQ(carried(b).blobsDown, 0U);
}

TEST_F(BundledAttachments, AppliedTwiceOrAfterANetworkTheyDoNoHarm) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(1'500'000, 2), name = a.attach(id, content);
    const Bytes bundle = written(a);
    EXPECT_EQ(taken(bundle).attachments, 1U);
    const auto second = taken(bundle);
    const Bytes answer = answered(second);
    a.carried();
    EXPECT_EQ(a.waiting(), 0U);
    EXPECT_EQ(read(a, answer).trouble, Trouble::None);
    EXPECT_EQ(read(a, answer).blobsUp, 0U);
    EXPECT_EQ(a.content(name), content);
    b.carried();
    const Bytes asked = written(b);
    const Bytes told = answered(taken(asked));
    EXPECT_EQ(b.fetch(name).blobsDown, 1U);
    EXPECT_EQ(read(b, told).blobsDown, 0U) << "it came by network meanwhile";
    EXPECT_EQ(b.content(name), content);
}

TEST_F(BundledAttachments, ABundleGoesOnWhereANetworkBrokeOffAndANetworkWhereABundleDid) {
    const RecordId id = a.create("宣讲");
    const std::string content = bytesOf(3'000'000, 3), name = a.attach(id, content);
    int chunks = 0;
    a.wire.cutUp = [&] { return ++chunks > 4; };
    a.carry();
    a.wire.cutUp = nullptr;
    ASSERT_GT(must(a.book()->find(name))->sent, 0U);
    EXPECT_EQ(taken(written(a)).attachments, 1U) << "whatever the sizes of their parts";
    EXPECT_TRUE(hubHas(name));

    b.carried();
    b.wire.cutDown = [&](transport::Reply& reply) {
        reply.body.resize(700'001);
        return true;
    };
    EXPECT_EQ(b.fetch(name).trouble, Trouble::CutShort);
    EXPECT_EQ(carried(b).blobsDown, 1U);
    EXPECT_EQ(b.content(name), content);
}

TEST_F(BundledAttachments, WhatDoesNotFitWaitsForTheNextAndRecordsGoFirst) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < 5; ++i)
        names.push_back(a.attach(a.create("宣讲" + std::to_string(i)), bytesOf(400'000 + i, i)));
    EXPECT_EQ(carried(a, 1'000'000).pushed, 10U);
    EXPECT_EQ(lastWritten.attachments, 2U);
    EXPECT_LE(lastWritten.bytes, 1'000'000U);
    EXPECT_EQ(a.waiting(), 3U);
    EXPECT_EQ(carried(a).blobsUp, 3U);
    b.carried();
    EXPECT_EQ(read(b, answered(taken(written(b)), 700'000)).blobsDown, 2U);
    EXPECT_TRUE(lastAnswer.more);
    EXPECT_EQ(carried(b).blobsDown, 3U);
    EXPECT_FALSE(lastAnswer.more);
    for (const std::string& name : names)
        EXPECT_TRUE(b.has(name));
}

TEST_F(BundledAttachments, OfRecordsOutOfTheScopeAreNotHandedOut) {
    Office far{hub, hub.person("clerk", "500115002", "王五"), 3};
    const std::string name = a.attach(a.create("宣讲"), bytesOf(5'000, 4), "小图");
    carried(a);
    // Somebody who knows the name asks for it.
    Bytes bundle;
    {
        const auto hubKeys = *far.store->hubAddress();
        const auto head = must(far.store->bundleHead(1));
        auto writer = must(protocol::BundleWriter::begin(
            {hubKeys.district, far.random.bytes(protocol::kBundleIdBytes), hubKeys.keys.seal},
            [&bundle](std::string_view piece) {
                bundle.append(piece);
                return Status();
            },
            far.random));
        ASSERT_TRUE(writer.add({std::string(protocol::kHeadTarget), 0, protocol::encode(head)}).ok());
        ASSERT_TRUE(writer.add({protocol::targetOf(protocol::BlobPiece{name, 0}), 0, {}}).ok());
        ASSERT_TRUE(
            writer.finish([&](std::string_view m) { return far.store->signAs(head.replica, m); }).ok());
    }
    answered(taken(bundle));
    EXPECT_EQ(lastAnswer.attachments, 0U);
}

TEST_F(BundledAttachments, AlteredOnTheirWayTheyAreRefusedWithAllElse) {
    a.attach(a.create("宣讲"), bytesOf(100'000, 5));
    Bytes bundle = written(a);
    bundle[bundle.size() / 2] = static_cast<char>(bundle[bundle.size() / 2] ^ 1);
    const auto out = must(hub::takeBundle(hub.context, again(bundle), &hub.blobs));
    EXPECT_TRUE(std::holds_alternative<hub::Denied>(out));
    EXPECT_TRUE(hub.blobs.tree.unfinished().empty());
}

TEST_F(BundledAttachments, WhoseFileIsDamagedHereIsLeftOutAndTheOthersGo) {
    const RecordId id = a.create("宣讲");
    const std::string broken = a.attach(id, bytesOf(5'000, 6)), sound = a.attach(id, bytesOf(6'000, 7));
    ASSERT_TRUE(writeAt(a.book()->files().fileOf(broken), 10, "x").ok());
    EXPECT_EQ(carried(a).blobsUp, 1U);
    EXPECT_TRUE(hubHas(sound));
    EXPECT_FALSE(hubHas(broken));
}

TEST_F(BundledAttachments, AHubThatTakesNoneLeavesThemWaitingWithTheStation) {
    a.attach(a.create("宣讲"), bytesOf(5'000, 8));
    auto out = must(hub::takeBundle(hub.context, again(written(a))));
    EXPECT_EQ(read(a, answered(std::get<hub::BundleTaken>(out))).pushed, 2U);
    EXPECT_EQ(a.waiting(), 1U);
}

}  // namespace
}  // namespace fayi::testing
