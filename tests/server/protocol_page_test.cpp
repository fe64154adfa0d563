// SPDX-License-Identifier: Apache-2.0
// The examples of docs/PROTOCOL.md are what the code does. When the wire changes on purpose, the failure
// message holds the new text.
#include <fstream>
#include <sstream>

#include "fayi/base/limits.h"
#include "fayi/protocol/answer_pages.h"
#include "fayi/protocol/blob.h"
#include "fayi/protocol/bundle.h"
#include "fayi/protocol/compress.h"
#include "fayi/protocol/invitation.h"
#include "fayi/protocol/testimony.h"
#include "fixture.h"

namespace fayi::hub::testing {
namespace {

std::string readPage() {
    std::ifstream file(FAYI_PROTOCOL_PAGE);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

/// The fenced block after the line `<!-- example NAME -->`.
std::string example(const std::string& name) {
    static const std::string kPage = readPage();
    const std::string mark = "<!-- example " + name + " -->";
    const std::size_t at = kPage.find(mark);
    if (at == std::string::npos)
        return {};
    const std::size_t fence = kPage.find("```", at);
    const std::size_t begin = kPage.find('\n', fence) + 1;
    return kPage.substr(begin, kPage.find("```", begin) - begin);
}

Bytes hexExample(const std::string& name) {
    std::string digits;
    for (const char c : example(name))
        if (c != '\n' && c != ' ')
            digits += c;
    return fromHex(digits);
}

std::string wrapped(const Bytes& bytes) {
    constexpr std::size_t kLine = 96;
    const std::string digits = toHex(bytes);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); i += kLine)
        out += digits.substr(i, kLine) + "\n";
    return out;
}

/// CBOR as JSON, byte strings as "h'00ff'" (RFC 8949, diagnostic notation).
Json readable(const Json& value) {
    if (value.is_binary()) {
        const auto& raw = value.get_binary();
        return "h'" + toHex(Bytes(raw.begin(), raw.end())) + "'";
    }
    Json out = value;
    if (value.is_structured())
        for (auto& [key, member] : out.items())
            member = readable(member);
    return out;
}

void expectHex(const std::string& name, const Bytes& bytes) {
    EXPECT_EQ(toHex(hexExample(name)), toHex(bytes)) << "<!-- example " << name << " -->\n" << wrapped(bytes);
}

void expectJson(const std::string& name, const Json& value) {
    EXPECT_EQ(Json::parse(example(name), nullptr, false), value) << "<!-- example " << name << " -->\n"
                                                                 << value.dump(1);
}

/// The pen, the record and the save of the page.
struct Story {
    SigningKey key = SigningKey::fromSeed(Bytes(32, '\x01'));
    ReplicaId replica{0x0123456789abcdef};
    Change change;
    protocol::ChainHead head;
    SyncRequest request;
    SyncResponse response;

    Story() {
        change.dot = {replica, 1};
        change.time = HybridTime::of(Millis{1'772'413'200'000});
        change.record = {change.dot};
        change.type = "outreach";
        change.authority = {110};
        change.seed = Bytes("0123456789abcdef");
        change.writes = {
            {"attendance", 40, {}, {}}, {"theme", "民法典宣讲", {}, {}}, {"$state", "draft", {}, {}}};
        head = protocol::extend(protocol::ChainHead::start(replica), change);
        request.cursor = {1, {110}};
        request.scopeVersion = 7;
        request.clock = Millis{1'772'413'260'000};
        request.pens = {{replica, {{ReplicaId{0xfedc}, 90}}, key.publicKey}};
        request.own = {{replica, 1}};
        request.heads = {{replica, 1, head.hash, key.sign(protocol::headMessage(replica, head))}};
        request.changes = {{change, {}, {}}};
        response.cursor = {1, {111}};
        response.hubTime = Millis{1'772'413'260'500};
        response.scopeVersion = 7;
        response.acks = {{replica, 1, {}, {}}};
        Change other = change;
        other.dot = {ReplicaId{0x77}, 1};
        other.record = {other.dot};
        other.writes = {{"theme", "送法下乡", {}, {}}};
        response.pens = {{ReplicaId{0x77}, {{ReplicaId{0xfedc}, 91}}, "李四", "晏家一号机", "500115001"}};
        response.changes = {{other, HybridTime::of(Millis{1'772'413'201'000}), {108}}};
    }
};

TEST(ProtocolPage, TheChangeIsItsCanonicalBytes) {
    const Story story;
    const Bytes bytes = protocol::encodeChange(story.change);
    expectHex("change", bytes);
    expectJson("change-json", readable(must(protocol::fromCbor(bytes))));
    const auto decoded = protocol::decodeChange(hexExample("change"));
    ASSERT_TRUE(decoded.ok()) << decoded.error().message.en;
    EXPECT_EQ(*decoded, story.change);
}

TEST(ProtocolPage, AFreshPullIsAsThePageHasIt) {
    const Story story;
    SyncResponse answer;
    answer.cursor = {1, {110}};
    answer.hubTime = story.response.hubTime;
    answer.scopeVersion = 7;
    answer.scope = {"500115001"};
    answer.freshBegins = answer.more = true;
    answer.fresh = protocol::FreshPull{{110}, true, story.change.record};
    protocol::SentState state{story.change.record, "outreach", {}};
    state.state.apply(story.change.dot, story.change.time, story.change.writes);
    state.state.apply({ReplicaId{0x77}, 3}, HybridTime::of(Millis{1'772'413'250'000}),
                      {{"attendance", 44, merge::VersionVector({{story.replica, 1}}), {}}});
    answer.states = {state};
    answer.pens = story.response.pens;
    const Bytes bytes = must(protocol::decompress(protocol::encode(answer), limits::kInflatedBytes));
    expectHex("fresh-answer", bytes);
    expectJson("fresh-answer-json", readable(must(protocol::fromCbor(bytes))));
    const auto back = protocol::decodeSyncResponse(bytes);
    ASSERT_TRUE(back.ok()) << back.error().message.en;
    EXPECT_EQ(back->states, answer.states);
}

TEST(ProtocolPage, TheChainIsItsHashes) {
    const Story story;
    expectHex("chain-start", protocol::ChainHead::start(story.replica).hash);
    expectHex("chain-one", story.head.hash);
    const Bytes salt = blake2b(protocol::toCbor(0), story.change.seed, 64).substr(16, 16);
    expectHex("salt", salt);
    expectHex("digest", blake2b(protocol::toCbor("民法典宣讲"), salt));
}

TEST(ProtocolPage, AnErasedValueLeavesTheSameChain) {
    const Story story;
    std::vector<Change> block{story.change};
    EXPECT_EQ(protocol::eraseValues(
                  block, {}, [](const Change&, const merge::Write& write) { return write.path == "theme"; }),
              1U);
    expectHex("erased", protocol::encodeChange(block[0]));
    const auto decoded = protocol::decodeChange(hexExample("erased"));
    ASSERT_TRUE(decoded.ok()) << decoded.error().message.en;
    EXPECT_EQ(protocol::extend(protocol::ChainHead::start(story.replica), *decoded).hash, story.head.hash);
}

TEST(ProtocolPage, TheSignatureVerifies) {
    const Story story;
    expectHex("public-key", story.key.publicKey);
    expectHex("head-message", protocol::headMessage(story.replica, story.head));
    expectHex("signature", story.request.heads[0].signature);
    EXPECT_TRUE(
        verifySignature(hexExample("public-key"), hexExample("head-message"), hexExample("signature")));
}

TEST(ProtocolPage, TheSyncRequestDecodes) {
    const Story story;
    const auto decoded = protocol::decodeSyncRequest(hexExample("sync-request"));
    EXPECT_TRUE(decoded.ok());
    if (decoded) {
        EXPECT_EQ(decoded->changes, story.request.changes);
        EXPECT_EQ(decoded->heads, story.request.heads);
        EXPECT_EQ(decoded->pens, story.request.pens);
        EXPECT_EQ(decoded->own, story.request.own);
        EXPECT_EQ(decoded->cursor, story.request.cursor);
        EXPECT_EQ(decoded->clock, story.request.clock);
    }
    const Bytes plain = [&] {
        Bytes body = protocol::encode(story.request);
        return body[0] == '\x28' ? must(protocol::decompress(body, 1 << 20)) : body;
    }();
    expectHex("sync-request", plain);
    expectJson("sync-request-json", readable(must(protocol::fromCbor(plain))));
}

TEST(ProtocolPage, TheSyncAnswerDecodes) {
    const Story story;
    const auto decoded = protocol::decodeSyncResponse(hexExample("sync-answer"));
    EXPECT_TRUE(decoded.ok());
    if (decoded) {
        EXPECT_EQ(decoded->changes, story.response.changes);
        EXPECT_EQ(decoded->acks, story.response.acks);
        EXPECT_EQ(decoded->pens, story.response.pens);
    }
    const Bytes plain = [&] {
        Bytes body = protocol::encode(story.response);
        return body[0] == '\x28' ? must(protocol::decompress(body, 1 << 20)) : body;
    }();
    expectHex("sync-answer", plain);
    expectJson("sync-answer-json", readable(must(protocol::fromCbor(plain))));
}

TEST(ProtocolPage, NumbersAreAskedForAndReserved) {
    SyncRequest request;
    request.cursor = {1, {110}};
    request.scopeVersion = 7;
    request.clock = Millis{1'772'413'260'000};
    request.numbers = {{{"500115001", "contract-opinion", 2026}, 1, 5},
                       {{"500115001", "mediation-dossier", 2026}, 0, 40}};
    const Bytes asked = protocol::encode(request);
    const Bytes plain = asked[0] == '\x28' ? must(protocol::decompress(asked, 1 << 20)) : asked;
    expectJson("numbers-request", readable(must(protocol::fromCbor(plain))));
    EXPECT_EQ(must(protocol::decodeSyncRequest(asked)).numbers, request.numbers);
    SyncResponse response;
    response.cursor = {1, {111}};
    response.hubTime = Millis{1'772'413'260'500};
    response.scopeVersion = 7;
    response.numbers = {{{"500115001", "mediation-dossier", 2026}, 61, 80}};
    const Bytes told = protocol::encode(response);
    const Bytes answer = told[0] == '\x28' ? must(protocol::decompress(told, 1 << 20)) : told;
    expectJson("numbers-answer", readable(must(protocol::fromCbor(answer))));
    EXPECT_EQ(must(protocol::decodeSyncResponse(told)).numbers, response.numbers);
}

TEST(ProtocolPage, SeveralPagesAreOneAfterTheOther) {
    SyncResponse first, second;
    first.cursor = {1, {112}};
    first.hubTime = Story().response.hubTime;
    first.scopeVersion = second.scopeVersion = 7;
    first.more = true;
    second.cursor = {1, {113}};
    const Bytes packed = protocol::encodePages({first, second}, protocol::kZstdLevel, 0);
    expectHex("sync-pages", must(protocol::decompress(packed, limits::kInflatedBytes)));
    for (const Bytes& body : {packed, hexExample("sync-pages")}) {
        const auto decoded = must(protocol::decodePages(body));
        EXPECT_TRUE(decoded.whole);
        ASSERT_EQ(decoded.pages.size(), 2U);
        EXPECT_EQ(decoded.pages[0].hubTime, first.hubTime);
        EXPECT_EQ(decoded.pages[1].cursor, second.cursor);
    }
}

TEST(ProtocolPage, AReceiptCoversTheChainAndWhatWasRefused) {
    const Story story;
    const Bytes refused = protocol::foldRefused({}, 1);
    expectHex("fold-refused", refused);
    expectHex("receipt-message",
              protocol::receiptMessage(ReplicaId{0xfedc}, story.replica, 1, story.head.hash, refused));
    SyncRequest request = story.request;
    request.backup = 3;
    request.receipts = {{story.replica, 1, ReplicaId{0xfedc}, "s", {{1, "permission", {"否", "no"}}}}};
    const SyncRequest again = must(protocol::decodeSyncRequest(protocol::encode(request)));
    EXPECT_EQ(again.receipts, request.receipts);
    EXPECT_EQ(again.backup, 3U);
    SyncResponse response = story.response;
    response.acks[0].hub = {0xfedc};
    response.acks[0].receipt = "s";
    response.safe = protocol::SafeSeqs{3, {{story.replica, 1}}};
    const SyncResponse answered = must(protocol::decodeSyncResponse(protocol::encode(response)));
    EXPECT_EQ(answered.acks, response.acks);
    EXPECT_EQ(answered.safe, response.safe);
}

TEST(ProtocolPage, ATestimonyIsWhatItShows) {
    const Story story;
    protocol::Testimony told;
    told.epoch = 1'814'951'116'800'512;
    told.asked = {{ReplicaId{0x77}, 9}};
    told.pens = story.response.pens;
    told.changes = {{story.response.changes[0].change, story.response.changes[0].effective, {}}};
    const Bytes plain = [&] {
        Bytes body = protocol::encode(told);
        return body[0] == '\x28' ? must(protocol::decompress(body, 1 << 20)) : body;
    }();
    expectHex("testimony", plain);
    expectJson("testimony-json", readable(must(protocol::fromCbor(plain))));
    const auto decoded = must(protocol::decodeTestimony(plain));
    EXPECT_EQ(decoded.epoch, told.epoch);
    EXPECT_EQ(decoded.asked, told.asked);
    EXPECT_EQ(decoded.pens, told.pens);
    EXPECT_EQ(decoded.changes, told.changes);
    const auto answer =
        must(protocol::decodeTestimonyAnswer(protocol::encode(protocol::TestimonyAnswer{7, told.asked, 3})));
    EXPECT_EQ(answer.epoch, 7U);
    EXPECT_EQ(answer.behind, told.asked);
    EXPECT_EQ(answer.taken, 3U);
}

TEST(ProtocolPage, TheStandOfAnUploadIsWhatItShows) {
    const protocol::BlobProgress progress{65'536, false};
    expectJson("blob-progress", protocol::toJson(progress));
    EXPECT_EQ(protocol::blobProgressFrom(example("blob-progress")), progress);
    EXPECT_EQ(protocol::blobProgressFrom("{}"), std::nullopt);
    EXPECT_EQ(protocol::blobProgressFrom(R"({"have":-1,"stored":false})"), std::nullopt);
}

TEST(ProtocolPage, EnrolmentAndDenialAreWhatTheyShow) {
    const Story story;
    const protocol::EnrolRequest ask{
        "4F7Q-9K2M-X3TD", "凤城司法所一号机", {}, {}, {story.replica, {}, story.key.publicKey}};
    expectJson("enrol-request", protocol::toJson(ask));
    EXPECT_EQ(must(protocol::toUri({"https://fayi.example.gov.cn", ask.code})) + "\n", example("invitation"));
    const Bytes token = "q0d0Yy1sE3mJ8xkWc7uVt9Zb";
    protocol::Certificate said{ReplicaId{0xfedc},
                               {},
                               1,
                               "凤城司法所一号机",
                               {{ReplicaId{0xfedc}, 90}},
                               "王五",
                               "clerk",
                               "500115001",
                               {"500115001"},
                               story.replica,
                               story.key.publicKey,
                               Millis{1'772'413'200'000}};
    const Bytes message = protocol::certificateMessage(said, "500115", blake2b(token, "fayi station token"));
    expectHex("certificate-message", message);
    said.signature = SigningKey::fromSeed(Bytes(32, '\x02')).sign(message);
    EXPECT_EQ(must(protocol::certificateFrom(toJson(said))), said);
    EXPECT_EQ(must(protocol::rejoinFrom({{"version", 1}, {"certificates", {toJson(said)}}})),
              std::vector{said});
    const protocol::EnrolResponse answer{
        1,
        token,
        {{ReplicaId{0xfedc}, 90}},
        "王五",
        "clerk",
        "500115001",
        {"500115001"},
        "500115",
        "长寿区",
        1,
        Millis{1'772'413'200'000},
        toJson(said),
        {SealKey::fromSeed(Bytes(32, '\x04')).publicKey, SigningKey::fromSeed(Bytes(32, '\x05')).publicKey}};
    expectJson("enrol-answer", protocol::toJson(answer));
    expectJson("denial", protocol::toJson(protocol::Denial{
                             "used-code", {"这个加入码已经用过", "this code has been used"}}));
}

/// Chance that is always the same.
class Steady final : public Random {
public:
    Bytes bytes(std::size_t count) override { return Bytes(count, '\x06'); }
};

TEST(ProtocolPage, ABundleIsWhatItShows) {
    const Story story;
    const SealKey hub = SealKey::fromSeed(Bytes(32, '\x04'));
    SyncRequest idle;
    idle.cursor = {1, {110}};
    idle.scopeVersion = 7;
    idle.clock = story.request.clock;
    idle.own = story.request.own;
    idle.offset = Millis(-1200);
    const protocol::BundleHead head{1,
                                    "q0d0Yy1sE3mJ8xkWc7uVt9Zb",
                                    story.replica,
                                    story.key.publicKey,
                                    SealKey::fromSeed(Bytes(32, '\x03')).publicKey,
                                    idle.clock};
    expectHex("bundle-head", protocol::encode(head));
    expectHex("bundle-request", protocol::encode(idle));
    Steady chance;
    Bytes bytes;
    auto writer = must(protocol::BundleWriter::begin(
        {"500115", Bytes(16, '\x10'), hub.publicKey},
        [&bytes](std::string_view piece) {
            bytes.append(piece);
            return Status();
        },
        chance));
    must(writer.add({std::string(protocol::kHeadTarget), 0, protocol::encode(head)}));
    must(writer.add({std::string(protocol::kSyncTarget), 0, protocol::encode(idle)}));
    Bytes signedBytes;
    must(writer.finish([&](std::string_view message) -> Result<Bytes> {
        signedBytes = message;
        return story.key.sign(message);
    }));
    expectHex("bundle-message", signedBytes);
    expectHex("bundle", bytes);
    const Bytes shown = hexExample("bundle");
    auto reader = must(protocol::BundleReader::open(protocol::sourceOf(shown)));
    ASSERT_TRUE(reader.unlock(hub));
    EXPECT_EQ(must(reader.next())->body, protocol::encode(head));
    EXPECT_EQ(must(reader.next())->body, protocol::encode(idle));
    EXPECT_FALSE(must(reader.next()));
    EXPECT_TRUE(verifySignature(story.key.publicKey, reader.message(), reader.signature()));
    protocol::EnrolFile file{"4F7Q-9K2M-X3TD",
                             Millis{1'772'413'200'000},
                             "https://hub.example",
                             "500115",
                             "长寿区",
                             {hub.publicKey, SigningKey::fromSeed(Bytes(32, '\x05')).publicKey},
                             {{ReplicaId{0xfedc}, 90}},
                             "王五",
                             "clerk",
                             "500115001",
                             {"500115001"}};
    expectJson("enrol-file", protocol::toJson(file));
}

}  // namespace
}  // namespace fayi::hub::testing
