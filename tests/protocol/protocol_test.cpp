// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/protocol/blob.h"
#include "fayi/protocol/chain.h"
#include "fayi/protocol/compress.h"
#include "fayi/protocol/messages.h"

namespace fayi::protocol {
namespace {

using merge::VersionVector;

/// A change out of a handful of numbers; everything a valid change may be.
Change changeFrom(const std::vector<int>& choices, std::uint64_t replica, std::uint64_t seq) {
    Change out;
    out.dot = {{replica}, seq};
    out.time = HybridTime::of(Millis(1'700'000'000'000 + static_cast<std::int64_t>(seq) * 977), 3);
    const bool create = choices.empty() || choices[0] % 2 == 0;
    out.record.created = create ? out.dot : Dot{{77}, 5};
    out.type = create ? "contract-review" : "";
    out.authority.value = choices.size();
    if (opensSaltBlock(seq))
        out.seed = Bytes(kSaltSeedBytes, 's');
    const Json values[] = {"建议将违约金调整为10%", 12345, nullptr, true, Json{{"blob", "ab"}, {"bytes", 12}},
                           Json::array({1, 2})};
    const char* paths[] = {"title", "findings/~1",       "findings/~1/advice", "topics:civil-code",
                           "$org",  "findings/~2/advice"};
    for (std::size_t i = 0; i < choices.size() + 1 && i < 12; ++i) {
        const auto pick = i < choices.size() ? static_cast<unsigned>(choices[i]) : 0U;
        merge::Write write{paths[pick % 6], values[(pick / 6) % 6], {}, {}};
        if (pick % 5 == 1)
            write.context =
                VersionVector({{{77}, 5}, {{replica}, std::min<std::uint64_t>(seq - 1, 1 + pick % 9)}});
        if (pick % 7 == 2)
            write.wide = VersionVector({{{78}, 9}});
        out.writes.push_back(write);
    }
    return out;
}

std::vector<SentChange> pageFrom(const std::vector<std::vector<int>>& shapes, bool pulled) {
    std::vector<SentChange> out;
    std::uint64_t seq[2] = {60, 0};
    for (std::size_t i = 0; i < shapes.size() && i < 80; ++i) {
        const std::size_t pen = shapes[i].size() % 2;
        const Change change = changeFrom(shapes[i], pen + 1, ++seq[pen]);
        out.push_back({change,
                       pulled ? HybridTime{change.time.packed + i % 3} : HybridTime{},
                       {pulled ? 100 + i * 2 : 0}});
    }
    return out;
}

RC_GTEST_PROP(Codec, DecodingAChangeIsTheInverseOfEncodingIt, (std::vector<int> choices)) {
    const Change change = changeFrom(choices, 0xFFFF'FFFF'FFFF'FFF0ULL, 1 + choices.size());
    const auto back = decodeChange(encodeChange(change));
    RC_ASSERT(back.ok());
    RC_ASSERT(*back == change);
    RC_ASSERT(encodeChange(*back) == encodeChange(change));
}

RC_GTEST_PROP(Codec, DecodingAPageIsTheInverseOfEncodingIt,
              (std::vector<std::vector<int>> shapes, bool pulled)) {
    const auto page = pageFrom(shapes, pulled);
    const auto wire = fromCbor(toCbor(encodePage(page)));
    RC_ASSERT(wire.ok());
    const auto back = decodePage(*wire);
    RC_ASSERT(back.ok());
    RC_ASSERT(*back == page);
}

/// Writes by three pens over registers that two of them have seen more or less of.
merge::RecordState stateFrom(const std::vector<int>& choices) {
    merge::RecordState out;
    std::uint64_t seq = 0;
    for (const int choice : choices) {
        const auto bits = static_cast<unsigned>(choice);
        const Dot dot{{1 + bits % 3}, ++seq};
        const std::string path = bits % 2 == 0 ? "remarks" : "topics:a";
        VersionVector context = out.contextFor(path, out.seen());
        if (bits % 5 == 0)
            context = context.within(VersionVector({{{1}, seq / 2}}));
        out.apply(dot, {1000 - seq},
                  {{path, bits % 7 == 0 ? Json() : Json("文" + std::to_string(bits % 11)), context,
                    bits % 4 == 0 ? out.seen() : VersionVector()}},
                  [](std::string_view of) { return of == "remarks"; });
    }
    return out;
}

/// The states of some records out of changes as above.
std::vector<SentState> statesFrom(const std::vector<std::vector<int>>& shapes) {
    std::vector<SentState> out{{{{{77}, 5}}, "contract-review", {}}, {{{{5}, 1}}, "outreach", {}}};
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Change change = changeFrom(shapes[i], 5 + i % 3, 1 + i / 3);
        out[i % 2].state.apply(change.dot, change.time, change.writes);
    }
    std::vector<int> flat;
    for (const std::vector<int>& shape : shapes)
        flat.insert(flat.end(), shape.begin(), shape.end());
    if (flat.size() % 3 != 0)  // texts that compete, and their past
        out.push_back({{{{9}, 9}}, "consultation", stateFrom(flat)});
    std::erase_if(out, [](const SentState& sent) { return sent.state.registers().empty(); });
    return out;
}

RC_GTEST_PROP(Codec, DecodingAPageOfStatesIsTheInverseOfEncodingIt, (std::vector<std::vector<int>> shapes)) {
    const std::vector<SentState> states = statesFrom(shapes);
    const auto wire = fromCbor(toCbor(encodeStates(states)));
    RC_ASSERT(wire.ok());
    auto back = decodeStates(*wire);
    RC_ASSERT(back.ok());
    std::ranges::sort(*back, {}, &SentState::record);  // each record is for itself: their order says nothing
    std::vector<SentState> sorted = states;
    std::ranges::sort(sorted, {}, &SentState::record);
    RC_ASSERT(*back == sorted);
}

RC_GTEST_PROP(Codec, ADamagedPageOfStatesIsAnErrorOrAPageButNeverACrash,
              (std::vector<std::vector<int>> shapes)) {
    Bytes wire = toCbor(encodeStates(statesFrom(shapes)));
    const auto at = *rc::gen::inRange<std::size_t>(0, wire.size());
    wire[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    if (const auto json = fromCbor(wire); json.ok())
        (void)decodeStates(*json);
}

RC_GTEST_PROP(Codec, ADamagedPageIsAnErrorOrAPageButNeverACrash, (std::vector<std::vector<int>> shapes)) {
    Bytes wire = toCbor(encodePage(pageFrom(shapes, true)));
    const auto hits = *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
        3, rc::gen::pair(rc::gen::inRange<std::size_t>(0, wire.size()), rc::gen::arbitrary<char>()));
    for (const auto& [place, byte] : hits)
        wire[place] = byte;
    if (const auto json = fromCbor(wire); json)
        (void)decodePage(*json).ok();
    (void)decodeSyncRequest(wire).ok();
    (void)decodeSyncResponse(wire).ok();
    (void)decodeChange(wire).ok();
    (void)decodeState(wire).ok();
}

RC_GTEST_PROP(Codec, DecodingAStateIsTheInverseOfEncodingItPastIncluded, (std::vector<int> choices)) {
    const merge::RecordState state = stateFrom(choices);
    const Bytes wire = encodeState(state);
    const auto back = decodeState(wire);
    RC_ASSERT(back.ok());
    RC_ASSERT(*back == state);
    RC_ASSERT(encodeState(*back) == wire);
    RC_ASSERT(toCbor(*fromCbor(wire)) == wire);
}

TEST(Codec, AVersionWhoseContextIsItsRegistersTakesNoByteForIt) {
    merge::RecordState state;
    state.apply({{1}, 1}, {7}, {{"t", "x", {}, {}}});
    state.apply({{2}, 1}, {8}, {{"t", "y", VersionVector({{{1}, 1}}), {}}});
    EXPECT_EQ(
        toCbor(Json::array({Json::array({Json::array({2, 1, 8})}),
                            Json::array({Json::array({"t", Json::array({1, 1}), Json::array({0, "y"})})})})),
        encodeState(state));
}

TEST(Codec, NestingByteByByteIsRefusedBeforeItOverflowsTheStack) {
    const auto deep = fromCbor(Bytes(4'000'000, '\x81'));
    EXPECT_FALSE(deep.ok());
}

TEST(Codec, MalformedUtf8IsRefusedWhereverItStands) {
    EXPECT_FALSE(fromCbor(toCbor(Json::array({"ok", std::string("\xC0\x80")}))).ok());
    EXPECT_FALSE(fromCbor(toCbor(Json{{std::string("\xED\xA0\x80"), 1}})).ok());
}

TEST(Codec, ManyCyrillicOrRareCharactersAreNoNesting) {
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += "Ж𠮷";
    EXPECT_TRUE(fromCbor(toCbor(Json(text))).ok());
}

TEST(Codec, AChangeInAnotherThanTheCanonicalFormIsRefused) {
    Bytes bytes = encodeChange(changeFrom({2}, 5, 2));
    ASSERT_TRUE(decodeChange(bytes).ok());
    // seq 2 as a two-byte integer: the same value, not the shortest form
    const std::size_t at = bytes.find('\x02', 1);
    bytes.replace(at, 1, std::string("\x18\x02"));
    EXPECT_FALSE(decodeChange(bytes).ok());
}

TEST(Codec, APageOfMoreChangesThanTheLimitIsRefused) {
    Json page = encodePage(pageFrom({{0}}, false));
    page["n"] = limits::kPageChanges + 1;
    EXPECT_FALSE(decodePage(page).ok());
}

TEST(Codec, AColumnWithLeftoversIsRefused) {
    Json page = encodePage(pageFrom({{0}}, false));
    page["t"].push_back(0);
    EXPECT_FALSE(decodePage(page).ok());
}

TEST(Chain, EveryPartOfAChangeIsCovered) {
    Change change = changeFrom({1, 7}, 9, 1);
    const Bytes hash = extend(ChainHead::start({9}), change).hash;
    const auto differs = [&](auto alter) {
        Change other = change;
        alter(other);
        return extend(ChainHead::start({9}), other).hash != hash;
    };
    EXPECT_TRUE(differs([](Change& c) { c.time = c.time.next(); }));
    EXPECT_TRUE(differs([](Change& c) { c.writes[0].wide.include(Dot{{4}, 4}); }));
    EXPECT_TRUE(differs([](Change& c) { c.record.created.seq++; }));
    EXPECT_TRUE(differs([](Change& c) { c.type = "outreach"; }));
    EXPECT_TRUE(differs([](Change& c) { c.authority.value++; }));
    EXPECT_TRUE(differs([](Change& c) { c.seed[0] ^= 1; }));
    EXPECT_TRUE(differs([](Change& c) { c.writes[0].value = "别的"; }));
    EXPECT_TRUE(differs([](Change& c) { c.writes[0].path += "x"; }));
    EXPECT_TRUE(differs([](Change& c) { c.writes[0].context.include(Dot{{4}, 4}); }));
    EXPECT_TRUE(differs([](Change& c) { c.writes.pop_back(); }));
}

/// One pen's changes from `first` on, and the head of the chain after each.
struct PenRun {
    std::vector<Change> changes;
    std::vector<ChainHead> heads{ChainHead::start({9})};
    explicit PenRun(std::size_t count) {
        for (std::uint64_t seq = 1; seq <= count; ++seq) {
            changes.push_back(changeFrom({static_cast<int>(seq), 7, 13}, 9, seq));
            heads.push_back(extend(heads.back(), changes.back()));
        }
    }
    /// Erases every title of the changes named, among those of its block up to `held`; what is kept.
    std::vector<Change> without(std::vector<Change> kept, const std::set<std::uint64_t>& seqs) const {
        const std::size_t before = (*seqs.begin() - 1) / kSaltBlock * kSaltBlock;
        std::vector<Change> block(kept.begin() + static_cast<std::ptrdiff_t>(before), kept.end());
        block.resize(std::min<std::size_t>(block.size(), kSaltBlock), block.front());
        eraseValues(block, {},
                    [&](const Change& change, const merge::Write&) { return seqs.contains(change.dot.seq); });
        std::ranges::copy(block, kept.begin() + static_cast<std::ptrdiff_t>(before));
        return kept;
    }
    void expectSameChain(const std::vector<Change>& kept) const {
        ChainHead head = ChainHead::start({9});
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const auto stored = decodeChange(encodeChange(kept[i]));
            ASSERT_TRUE(stored.ok()) << i << ": " << stored.error().message.en;
            head = extend(head, *stored);
            ASSERT_EQ(head.hash, heads[i + 1].hash) << "change " << i + 1;
        }
        EXPECT_EQ(head.seed, heads.back().seed) << "the pen goes on with the key it had";
    }
};

bool holdsKey(const std::vector<Change>& kept, const Bytes& key) {
    return std::ranges::any_of(
        kept, [&](const Change& change) { return encodeChange(change).find(key) != Bytes::npos; });
}

TEST(Chain, ErasedValuesLeaveTheChainAndNoWayBackToTheirSalts) {
    const PenRun run(70);
    for (const std::set<std::uint64_t>& seqs :
         std::initializer_list<std::set<std::uint64_t>>{{1}, {5}, {64}, {65}, {70}, {2, 40, 63}}) {
        const std::vector<Change> kept = run.without(run.changes, seqs);
        run.expectSameChain(kept);
        const std::uint64_t opening = (*seqs.begin() - 1) / kSaltBlock * kSaltBlock + 1;
        const Bytes seed = run.changes[opening - 1].seed;
        for (std::uint64_t seq = opening; seq <= *seqs.rbegin(); ++seq) {
            std::vector<Change> block(kept.begin() + static_cast<std::ptrdiff_t>(opening - 1), kept.end());
            block.resize(std::min<std::size_t>(block.size(), kSaltBlock), block.front());
            EXPECT_FALSE(holdsKey(block, keyAfter(seed, seq - opening))) << "the key of " << seq;
        }
        for (const std::uint64_t seq : seqs)
            for (const merge::Write& write : kept[seq - 1].writes)
                EXPECT_TRUE(write.value.is_binary());
    }
}

TEST(Chain, ErasingAgainInTheSameBlockWorksWhateverWasErasedBefore) {
    const PenRun run(70);
    std::vector<Change> kept = run.changes;
    for (const std::uint64_t seq : {40, 7, 64, 41, 1, 40}) {
        kept = run.without(std::move(kept), {seq});
        run.expectSameChain(kept);
    }
    EXPECT_FALSE(holdsKey({kept.begin(), kept.begin() + 64}, keyAfter(run.changes[0].seed, 63)));
}

TEST(Chain, AnErasedChangeAlteredAfterwardsBreaksTheChain) {
    const PenRun run(6);
    const std::vector<Change> kept = run.without(run.changes, {4});
    const auto hashAt = [&](const std::vector<Change>& changes) {
        ChainHead head = ChainHead::start({9});
        for (const Change& change : changes)
            head = extend(head, change);
        return head.hash;
    };
    for (std::size_t i = 0; i < kept.size(); ++i) {
        std::vector<Change> altered = kept;
        Json& value = altered[i].writes[0].value;
        value = value.is_binary() ? Json::binary(std::vector<std::uint8_t>(32, 7)) : Json("别的");
        EXPECT_NE(hashAt(altered), run.heads.back().hash) << i;
        altered = kept;
        if (!altered[i].salts || altered[i].salts->each[0].empty())
            continue;
        altered[i].salts->each[0][3] ^= 1;
        EXPECT_NE(hashAt(altered), run.heads.back().hash) << i;
    }
}

TEST(Chain, ACopyWithoutItsKeyLosesTheValueAllTheSame) {
    const PenRun run(6);
    std::vector<Change> held{run.changes[3]};
    EXPECT_EQ(eraseValues(held, {}, [](const Change&, const merge::Write&) { return true; }),
              held[0].writes.size());
    for (const merge::Write& write : held[0].writes)
        EXPECT_EQ(write.value, Json::binary({}));
    EXPECT_TRUE(decodeChange(encodeChange(held[0])).ok());
}

TEST(Codec, BytesAreNoValueUnlessItWasErased) {
    Change change = changeFrom({1}, 9, 2);
    change.writes[0].value = Json::binary(std::vector<std::uint8_t>(32, 7));
    EXPECT_FALSE(decodeChange(encodeChange(change)).ok());
    change.writes[0].value = Json::array({Json::binary({1, 2})});
    EXPECT_FALSE(decodeChange(encodeChange(change)).ok());
    EXPECT_FALSE(decodePage(encodePage({{change, {}, {}}})).ok());
}

TEST(Codec, APageCarriesErasedChangesAsTheyAre) {
    const PenRun run(66);
    std::vector<SentChange> page;
    for (const Change& change : run.without(run.changes, {65}))
        page.push_back({change, {}, {}});
    std::swap(page[10], page[64]);
    const auto wire = fromCbor(toCbor(encodePage(page)));
    ASSERT_TRUE(wire.ok());
    const auto back = decodePage(*wire);
    ASSERT_TRUE(back.ok()) << back.error().message.en;
    EXPECT_EQ(*back, page);
}

TEST(Chain, ASignedHeadVerifiesAndAnAlteredOneDoesNot) {
    const SigningKey key = SigningKey::fromSeed(Bytes(kSeedBytes, 'k'));
    const ChainHead head = extend(ChainHead::start({9}), changeFrom({1}, 9, 1));
    const Bytes signature = key.sign(headMessage({9}, head));
    EXPECT_TRUE(verifySignature(key.publicKey, headMessage({9}, head), signature));
    EXPECT_FALSE(verifySignature(key.publicKey, headMessage({8}, head), signature));
}

TEST(Compression, AFrameThatIsCutAlteredOrTooLargeIsRefused) {
    const Bytes text(100'000, 'x');
    const Bytes frame = compress(text);
    EXPECT_EQ(decompress(frame, text.size()).value(), text);
    EXPECT_FALSE(decompress(frame, text.size() - 1).ok());
    for (std::size_t size = 0; size < frame.size(); ++size)
        EXPECT_FALSE(decompress(std::string_view(frame).substr(0, size), text.size()).ok());
    EXPECT_FALSE(decompress("<html>", 1000).ok());
}

SentChange sentOf(const std::map<std::string, Json>& fields) {
    SentChange out;
    out.change = changeFrom({0}, 5, 1);
    out.change.writes.clear();
    for (const auto& [path, value] : fields)
        out.change.writes.push_back({path, value, {}, {}});
    return out;
}

SyncRequest sampleRequest() {
    SyncRequest out;
    out.cursor = {3, {99}};
    out.scopeVersion = 7;
    out.clock = Millis(1'772'413'200'000);
    out.pens = {{{5}, {{{6}, 1}}, Bytes(32, 'p')}};
    out.own = {{{5}, 2}};
    out.heads = {{{5}, 2, Bytes(32, 'h'), Bytes(64, 's')}};
    out.changes = {{changeFrom({0, 8}, 5, 1), {}, {}}, {changeFrom({1}, 5, 2), {}, {}}};
    out.more = true;
    out.dictionary = 4;
    return out;
}

TEST(Messages, ARequestSurvivesTheWire) {
    const SyncRequest request = sampleRequest();
    const auto back = decodeSyncRequest(encode(request));
    ASSERT_TRUE(back.ok()) << back.error().message.en;
    EXPECT_EQ(back->cursor, request.cursor);
    EXPECT_EQ(back->pens, request.pens);
    EXPECT_EQ(back->own, request.own);
    EXPECT_EQ(back->heads, request.heads);
    EXPECT_EQ(back->changes, request.changes);
    EXPECT_EQ(back->clock, request.clock);
    EXPECT_EQ(back->more, request.more);
    EXPECT_EQ(back->dictionary, request.dictionary);
}

TEST(Messages, AnAnswerSurvivesTheWire) {
    SyncResponse answer;
    answer.cursor = {3, {120}};
    answer.more = true;
    answer.hubTime = Millis(5);
    answer.scopeVersion = 8;
    answer.scope = {"500115001", "500115128250"};
    answer.acks = {{{5}, 2, {{1, HybridTime{77}}}, {{2, "permission", {"不可", "no"}}}}};
    answer.forked = {{{9}, 3}};
    answer.pens = {{{5}, {{{6}, 1}}, "张三", "凤城司法所", "500115001"}};
    answer.changes = {{changeFrom({0}, 5, 1), HybridTime{9}, {100}}};
    answer.leaving = {{{{5}, 1}}};
    const auto back = decodeSyncResponse(encode(answer));
    ASSERT_TRUE(back.ok()) << back.error().message.en;
    EXPECT_EQ(back->acks, answer.acks);
    EXPECT_EQ(back->scope, answer.scope);
    EXPECT_EQ(back->pens, answer.pens);
    EXPECT_EQ(back->changes, answer.changes);
    EXPECT_EQ(back->leaving, answer.leaving);
    EXPECT_EQ(back->forked, answer.forked);
    EXPECT_TRUE(back->more);
}

TEST(Messages, AFreshPullSurvivesTheWire) {
    SyncResponse answer;
    answer.cursor = {3, {40}};
    answer.freshBegins = true;
    answer.fresh = FreshPull{{40}, true, {{{9}, 2}}};
    answer.states = statesFrom({{1, 2}, {4}, {0, 7}});
    const auto back = decodeSyncResponse(encode(answer));
    ASSERT_TRUE(back.ok()) << back.error().message.en;
    EXPECT_TRUE(back->freshBegins);
    EXPECT_FALSE(back->freshEnds);
    EXPECT_EQ(back->fresh, answer.fresh);
    EXPECT_EQ(back->states, answer.states);
    SyncRequest request;
    request.fresh = answer.fresh;
    EXPECT_EQ(decodeSyncRequest(encode(request))->fresh, answer.fresh);
}

TEST(Messages, ARequestForHistorySurvivesTheWire) {
    const auto asked = decodeHistoryRequest(encode(HistoryRequest{{{{9}, 2}}, {7}}));
    ASSERT_TRUE(asked.ok());
    EXPECT_EQ(asked->record, (RecordId{{{9}, 2}}));
    EXPECT_EQ(asked->after.value, 7U);
    HistoryResponse answer;
    answer.pens.push_back({{9}, {{{1}, 1}}, "李四", "晏家一号机", "500115001"});
    answer.changes.push_back({changeFrom({1, 2}, 5, 2), HybridTime{99}, {12}});
    answer.more = true;
    const auto back = decodeHistoryResponse(encode(answer));
    ASSERT_TRUE(back.ok()) << back.error().message.en;
    EXPECT_EQ(back->pens, answer.pens);
    EXPECT_EQ(back->changes, answer.changes);
    EXPECT_TRUE(back->more);
}

RC_GTEST_PROP(Messages, ARequestOfAnyPageIsReadAsItWasWritten,
              (std::vector<std::vector<int>> shapes, std::uint32_t clock, std::uint8_t scope)) {
    SyncRequest request = sampleRequest();
    request.changes = pageFrom(shapes, false);
    request.clock = Millis(clock);
    request.scopeVersion = scope;
    const Bytes wire = encode(request);
    const auto back = decodeSyncRequest(wire);
    RC_ASSERT(back.ok());
    RC_ASSERT(back->changes == request.changes);
    RC_ASSERT(encode(*back) == wire);
}

RC_GTEST_PROP(Messages, AnAnswerOfAnyPageIsReadAsItWasWritten,
              (std::vector<std::vector<int>> shapes, std::vector<std::uint16_t> seqs, bool more)) {
    SyncResponse answer;
    answer.cursor = {1, {shapes.size()}};
    answer.more = more;
    answer.hubTime = Millis(9);
    answer.changes = pageFrom(shapes, true);
    answer.states = statesFrom(shapes);
    Ack ack{{5}, 70'000, {}, {}};
    for (const std::uint16_t seq : std::set<std::uint16_t>(seqs.begin(), seqs.end()))
        if (seq % 2 == 0)
            ack.effective.emplace_back(seq + 1U, HybridTime{seq + 2U});
        else
            ack.refused.push_back({seq, "permission", {"不可", "no"}});
    answer.acks = {ack};
    const Bytes wire = encode(answer);
    const auto back = decodeSyncResponse(wire);
    RC_ASSERT(back.ok());
    RC_ASSERT(back->changes == answer.changes);
    RC_ASSERT(back->states == answer.states);
    RC_ASSERT(back->acks == answer.acks);
    RC_ASSERT(encode(*back) == wire);
}

TEST(Messages, AStationWithMorePensThanOneContextNamesHearsWhatABackupHoldsOfThem) {
    SyncRequest request;
    SyncResponse answer;
    answer.safe = SafeSeqs{7, {}};
    for (std::uint64_t pen = 1; pen <= 4 * limits::kContextReplicas; ++pen) {
        request.own.push_back({ReplicaId{pen}, pen});
        answer.safe->seqs.push_back({ReplicaId{pen}, pen});
    }
    const auto asked = decodeSyncRequest(encode(request));
    ASSERT_TRUE(asked.ok());
    EXPECT_EQ(asked->own, request.own);
    const auto told = decodeSyncResponse(encode(answer));
    ASSERT_TRUE(told.ok());
    EXPECT_EQ(told->safe, answer.safe);
}

TEST(Messages, ABodyCutAnywhereIsRefused) {
    const Bytes body = encode(sampleRequest());
    for (std::size_t size = 0; size < body.size(); ++size)
        EXPECT_FALSE(decodeSyncRequest(std::string_view(body).substr(0, size)).ok()) << size;
}

TEST(Messages, ADictionaryMakesASmallSyncMuchSmaller) {
    SyncRequest request = sampleRequest();
    request.changes = {sentOf({{"service_on", "2026-03-02"},
                               {"advisor", "张律师"},
                               {"topic", "土地承包经营权流转纠纷的处理"},
                               {"$state", "draft"}})};
    const Bytes with = encode(request, newestDictionary());
    EXPECT_LT(with.size() * 10, encode(request).size() * 9);
    EXPECT_EQ(decodeSyncRequest(with)->changes, request.changes);
}

TEST(Messages, ADictionaryThatIsNotCarriedIsSaid) {
    const Bytes text(2000, 'x');
    Bytes frame = compress(text, 3, newestDictionary());
    ASSERT_EQ(decompress(frame, text.size()).value(), text);
    ASSERT_EQ(frame[4] & 3, 1);  // one byte of id
    frame[(frame[4] & 0x20) != 0 ? 5 : 6] = static_cast<char>(0xEE);
    const auto out = decompress(frame, text.size());
    ASSERT_FALSE(out);
    EXPECT_EQ(out.error().code, ErrorCode::TooNew);
    EXPECT_TRUE(dictionary(newestDictionary() + 1).empty() && dictionary(0).empty());
}

TEST(Messages, AnIdleRequestIsAHandfulOfBytes) {
    SyncRequest idle;
    idle.cursor = {1, {123'456}};
    idle.clock = Millis(1'772'413'200'000);
    idle.own = {{{0xFEDC'BA98'7654'3210ULL}, 4711}};
    EXPECT_LE(encode(idle).size(), 60U);
}

TEST(BlobPiece, ItsTargetIsReadAsItWasWrittenAndNothingElseIsOne) {
    const std::string name(64, 'a');
    for (const BlobPiece& piece :
         {BlobPiece{name, 0, {}}, BlobPiece{name, 7, 9}, BlobPiece{name, 0, 5'000'000'000}})
        EXPECT_EQ(blobPieceFrom(targetOf(piece)), piece);
    EXPECT_EQ(targetOf({name, 3, 9}), "/v1/blobs/" + name + "?first=3&total=9");
    for (const std::string other : {"/v1/sync", "/v1/blobs/", "/v1/blobs/x?first=", "/v1/blobs/x?first=-1",
                                    "/v1/blobs/x?first=1&total=", "/v1/blobs/x?first=1&total=9 ",
                                    "/v1/blobs/x?first=99999999999999999999", "x/v1/blobs/x?first=1"})
        EXPECT_EQ(blobPieceFrom(other), std::nullopt) << other;
}

}  // namespace
}  // namespace fayi::protocol
