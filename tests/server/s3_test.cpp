// SPDX-License-Identifier: Apache-2.0
// Attachments in an S3-compatible storage: a stand-in that verifies every signature.
#include <gmock/gmock.h>

#include "fayi/base/limits.h"
#include "fayi/server/s3_keeper.h"
#include "fixture.h"
#include "s3_stand_in.h"

namespace fayi::hub::testing {
namespace {

class S3 : public HubTest {
protected:
    S3Settings settings() const {
        return {storage.url(),         S3StandIn::kBucket,    S3StandIn::kRegion,
                S3StandIn::kAccessKey, S3StandIn::kSecretKey, {}};
    }
    void put(const std::string& range, std::string_view bytes, const std::string& expected) {
        const auto answer = must(
            takeChunk(context, blobs, mine.credentials, {name, *blobs::parseContentRange(range), bytes}));
        EXPECT_EQ(protocol::toJson(goodOf(answer)).dump(), expected);
    }

    S3StandIn storage;
    BlobStore blobs{BlobStore::treeIn(folder.path()),
                    std::make_unique<S3Keeper>(settings(), BlobStore::treeIn(folder.path()))};
    FakeStation mine = station(person("clerk", "500115001"));
    const std::string content = SeededRandom(6).bytes(700'000), name = toHex(sha256(content));
};

TEST_F(S3, TakesWhatIsWholeAndGivesPartsOfIt) {
    put("bytes 0-499999/700000", std::string_view(content).substr(0, 500'000),
        R"({"have":500000,"stored":false})");
    EXPECT_TRUE(storage.objects().empty()) << "what is on its way stays here";
    put("bytes 500000-699999/700000", std::string_view(content).substr(500'000),
        R"({"have":700000,"stored":true})");
    EXPECT_EQ(storage.objects().at(name), content);
    EXPECT_TRUE(blobs.tree.unfinished().empty());
    EXPECT_EQ(goodOf(must(readableBlob(context, blobs, mine.credentials, name))), 700'000U);
    EXPECT_EQ(must(blobs.keeper->read(name, 699'990, 100)), content.substr(699'990));
    put("bytes */700000", "", R"({"have":700000,"stored":true})");
    EXPECT_EQ(storage.refused(), 0);
}

TEST_F(S3, LosesWhatNothingNames) {
    put("bytes 0-699999/700000", content, R"({"have":700000,"stored":true})");
    clock.advance(limits::kBlobGraceAtHub + std::chrono::hours(1));
    must(collectBlobs(context, blobs));
    EXPECT_TRUE(storage.objects().empty());
    EXPECT_EQ(denialOf(must(readableBlob(context, blobs, mine.credentials, name))), "no-blob");
    must(blobs.keeper->remove(name));
}

TEST_F(S3, ThatIsDownLosesNothing) {
    storage.failWith(503);
    const auto range = *blobs::parseContentRange("bytes 0-699999/700000");
    const auto refused = takeChunk(context, blobs, mine.credentials, {name, range, content});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Io);
    storage.failWith(0);
    put("bytes 0-699999/700000", content, R"({"have":700000,"stored":true})");
    EXPECT_EQ(storage.objects().at(name), content);
}

TEST_F(S3, WithWrongKeysIsRefusedAtTheStart) {
    S3Settings wrong = settings();
    wrong.secretKey = "another";
    const Status probed = S3Keeper(wrong, BlobStore::treeIn(folder.path())).probe();
    ASSERT_FALSE(probed.ok());
    EXPECT_NE(probed.error().message.en.find("403"), std::string::npos);
    EXPECT_EQ(storage.refused(), 1);
    wrong = settings();
    wrong.bucket = "nowhere";
    EXPECT_FALSE(S3Keeper(wrong, BlobStore::treeIn(folder.path())).probe().ok());
    must(S3Keeper(settings(), BlobStore::treeIn(folder.path())).probe());
}

}  // namespace
}  // namespace fayi::hub::testing
