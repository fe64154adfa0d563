// SPDX-License-Identifier: Apache-2.0
// The envelope of a bundle, and files over several sticks.
#include "fayi/protocol/bundle.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include "fayi/base/crypto.h"
#include "fayi/base/fresh_file.h"
#include "fayi/base/split_file.h"
#include "fayi/testing/fakes.h"

namespace fayi::protocol {
namespace {

namespace fs = std::filesystem;

const SealKey kKey = SealKey::fromSeed(Bytes(kSealKeyBytes, '\x07'));
const SigningKey kSigner = SigningKey::fromSeed(Bytes(kSeedBytes, '\x01'));

struct Envelope {
    testing::SeededRandom random{3};
    Bytes bytes;

    explicit Envelope(const std::vector<BundleItem>& items) {
        auto writer = BundleWriter::begin(
            {"500115", Bytes(kBundleIdBytes, 'i'), kKey.publicKey},
            [this](std::string_view piece) {
                bytes.append(piece);
                return Status();
            },
            random);
        EXPECT_TRUE(writer.ok());
        for (const BundleItem& item : items)
            EXPECT_TRUE(writer->add(item).ok());
        EXPECT_TRUE(writer->finish([](std::string_view m) -> Result<Bytes> { return kSigner.sign(m); }).ok());
        EXPECT_EQ(writer->bytes(), bytes.size());
    }
};

/// All items, if it is whole and signed.
std::optional<std::vector<BundleItem>> readAll(std::string_view bytes, const SealKey& key = kKey) {
    auto reader = BundleReader::open(sourceOf(bytes));
    if (!reader || !reader->unlock(key))
        return std::nullopt;
    std::vector<BundleItem> out;
    for (;;) {
        auto item = reader->next();
        if (!item)
            return std::nullopt;
        if (!*item)
            break;
        out.push_back(std::move(**item));
    }
    if (!verifySignature(kSigner.publicKey, reader->message(), reader->signature()))
        return std::nullopt;
    return out;
}

TEST(Bundle, WhatGoesInComesOutHoweverLargeAnItemIs) {
    const Bytes large(200'000, 'x');
    const Envelope envelope({{"/v1/sync", 0, "one"}, {"/v1/sync", 200, large}, {"", 0, ""}});
    const auto items = readAll(envelope.bytes);
    ASSERT_TRUE(items);
    ASSERT_EQ(items->size(), 3U);
    EXPECT_EQ((*items)[0].body, "one");
    EXPECT_EQ((*items)[1].body, large);
    EXPECT_EQ((*items)[1].status, 200U);
    EXPECT_EQ((*items)[2].target, "");
    EXPECT_EQ(envelope.bytes.find("/v1/sync"), Bytes::npos) << "whoever carries it reads nothing";
}

TEST(Bundle, EveryFlippedBitAndEveryCutIsSeen) {
    const Envelope envelope({{"/v1/sync", 0, "a small body"}, {"/v1/testify", 0, ""}});
    for (std::size_t at = 0; at < envelope.bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            Bytes flipped = envelope.bytes;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            ASSERT_FALSE(readAll(flipped)) << "byte " << at << " bit " << bit;
        }
        ASSERT_FALSE(readAll(std::string_view(envelope.bytes).substr(0, at))) << "cut at " << at;
    }
    EXPECT_FALSE(readAll(envelope.bytes + "x"));
    EXPECT_TRUE(readAll(envelope.bytes));
}

TEST(Bundle, OnlyTheHolderOfTheKeyOpensIt) {
    const Envelope envelope({{"/v1/sync", 0, "one"}});
    EXPECT_FALSE(readAll(envelope.bytes, SealKey::fromSeed(Bytes(kSealKeyBytes, '\x08'))));
    testing::SeededRandom random(1);
    const Bytes sealed = sealTo(kKey.publicKey, "secret", random);
    EXPECT_EQ(openSealed(kKey, sealed), "secret");
    EXPECT_EQ(sealTo("short", "secret", random), "");
}

/// With FAYI_CORPUS_BUNDLE=file writes the envelope that the fuzzers begin from.
TEST(Bundle, AHeadIsReadAsItWasWritten) {
    BundleHead head{7, "token", ReplicaId{9}, kSigner.publicKey, kKey.publicKey, Millis(1'772'413'200'000)};
    const auto read = decodeBundleHead(encode(head));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->station, 7U);
    EXPECT_EQ(read->token, "token");
    EXPECT_EQ(read->replica, head.replica);
    EXPECT_EQ(read->sealKey, kKey.publicKey);
    EXPECT_FALSE(decodeBundleHead("").ok());
    const Envelope envelope({{std::string(kHeadTarget), 0, encode(head)}, {"/v1/sync", 0, "\xA0"}});
    EXPECT_TRUE(readAll(envelope.bytes));
    if (const char* file = std::getenv("FAYI_CORPUS_BUNDLE"); file != nullptr)
        std::ofstream(file, std::ios::binary) << '\x0D' << envelope.bytes;
}

class Parts : public ::testing::Test {
protected:
    testing::TemporaryFolder folder;
    const Bytes id = Bytes(16, 'p');
    Bytes content;

    Parts() {
        testing::SeededRandom random(5);
        content = random.bytes(5000);
    }
    Result<std::uint64_t> put(std::uint64_t most) {
        std::ofstream(folder / "whole", std::ios::binary) << content;
        return putParts(folder / "whole", folder / "b", id, most, [](std::uint64_t, std::uint64_t) {});
    }
    static Result<Bytes> read(const std::vector<fs::path>& files) {
        FAYI_LET(reader, PartsReader::open(files));
        Bytes out;
        for (;;) {
            FAYI_LET(piece, reader.read(700));
            out += piece;
            if (piece.size() < 700)
                return out;
        }
    }
};

TEST_F(Parts, OneFileStaysAsItIs) {
    EXPECT_EQ(put(0).value(), 1U);
    EXPECT_EQ(read({folder / "b"}).value(), content);
    EXPECT_FALSE(fs::exists(folder / "whole"));
}

TEST_F(Parts, AFreshFileLargerThanAnyBufferIsDividedWhole) {
    content.clear();
    while (content.size() < 300'000)
        content += std::to_string(content.size()) + ' ';
    FreshFile fresh(folder / "b");
    ASSERT_TRUE(fresh.write(content).ok());
    ASSERT_TRUE(fresh.close().ok());
    const auto quiet = [](std::uint64_t, std::uint64_t) {};
    EXPECT_EQ(putParts(fresh.path(), folder / "b", id, 100'000, quiet).value(), 4U);
    EXPECT_EQ(read({folder / "b"}).value(), content);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 4)
        << "the parts and nothing else";
}

TEST_F(Parts, SeveralAreFoundBesideEachOtherOrNamedInAnyOrder) {
    EXPECT_EQ(put(2000).value(), 3U);
    EXPECT_EQ(read({folder / "b"}).value(), content);
    EXPECT_EQ(read({folder / "b.2"}).value(), content);
    fs::create_directories(folder / "stick");
    fs::rename(folder / "b.2", folder / "stick" / "b.2");
    const auto missing = read({folder / "b"});
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_NE(missing.error().message.en.find("part 2 of 3"), std::string::npos);
    EXPECT_EQ(read({folder / "stick" / "b.2", folder / "b.3", folder / "b"}).value(), content);
}

TEST_F(Parts, EachIsCheckedByItself) {
    ASSERT_EQ(put(2000).value(), 3U);
    const fs::path second = folder / "b.2";
    std::fstream file(second, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(1000);
    file.put('\x55');
    file.close();
    const auto damaged = read({folder / "b"});
    ASSERT_FALSE(damaged.ok());
    EXPECT_EQ(damaged.error().code, ErrorCode::Validation);
    EXPECT_NE(damaged.error().message.en.find("b.2"), std::string::npos);
    fs::resize_file(second, 40);
    EXPECT_FALSE(read({folder / "b"}).ok());
}

TEST_F(Parts, APartOfSomethingElseIsNotMixedIn) {
    ASSERT_EQ(put(2000).value(), 3U);
    std::ofstream(folder / "other", std::ios::binary) << content;
    ASSERT_TRUE(
        putParts(folder / "other", folder / "c", Bytes(16, 'q'), 2000, [](std::uint64_t, std::uint64_t) {
        }).ok());
    fs::rename(folder / "c.2", folder / "b.2");
    const auto mixed = read({folder / "b"});
    ASSERT_FALSE(mixed.ok());
    EXPECT_EQ(mixed.error().code, ErrorCode::Validation);
    EXPECT_EQ(put(200).error().code, ErrorCode::Usage) << "no part is that small";
}

}  // namespace
}  // namespace fayi::protocol
