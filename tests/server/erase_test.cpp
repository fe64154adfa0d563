// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/erase.h"

#include <gmock/gmock.h>

#include "fayi/sqlite/database.h"
#include "fixture.h"

namespace fayi::hub::testing {
namespace {

const std::map<std::string, Json> kDivorce{{"theme", "翃霙离婚一事"}, {"happened_on", "2026-03-01"}};

class Erasure : public HubTest {
protected:
    FakeStation a = station(person("clerk", "500115001"));

    Json erased(RecordId record, const std::vector<std::string>& paths = {}) {
        return must(erase(context, {record, paths, "当事人申请", "区局"}));
    }
    std::string firstBad() {
        const Json answer = must(verifyLog(context));
        return answer["first_bad"].is_null() ? std::string() : answer["first_bad"].get<std::string>();
    }
    Change stored(std::uint64_t seq) {
        return must(protocol::decodeChange(must(store->changeOf({a.pens[0].id, seq}))->body));
    }
    /// Somebody with the file in hand.
    void put(const Change& change) { must(store->replaceBody(change.dot, protocol::encodeChange(change))); }
};

TEST_F(Erasure, EveryVersionOfTheFieldGoesAndTheRestStays) {
    const RecordId record = a.create("outreach", kDivorce);
    a.write(record, {{"theme", "龘靐家事"}, {"place", "院坝"}});
    const RecordId neighbour = a.create("outreach", {{"theme", "宪法宣传"}, {"happened_on", "2026-03-02"}});
    a.syncAll(context);
    const Json answer = erased(record, {"theme"});
    EXPECT_EQ(answer["values"], 2);
    EXPECT_EQ(answer["changes"], 2);
    EXPECT_EQ(firstBad(), "");
    const HubRecord kept = *must(store->record(record));
    EXPECT_EQ(kept.fields, (Json{{"happened_on", "2026-03-01"}, {"place", "院坝"}}));
    EXPECT_EQ(must(store->record(neighbour))->fields["theme"], "宪法宣传");
    EXPECT_TRUE(stored(1).seed.empty()) << "the key that leads to its salt is gone";
    const Json lines = must(history(context, record));
    EXPECT_EQ(lines[0]["writes"]["theme"], (Json{{"erased", true}}));
    EXPECT_EQ(lines[0]["writes"]["happened_on"], "2026-03-01");
}

TEST_F(Erasure, ALongHistoryGoesWithItsRegisters) {
    const RecordId record = a.create("outreach", kDivorce);
    for (int i = 0; i < 80; ++i)
        a.write(record, {{"theme", "翃霙" + std::to_string(i)}});
    a.syncAll(context);
    EXPECT_EQ(erased(record)["values"], 82);
    EXPECT_EQ(firstBad(), "");
    const HubRecord kept = *must(store->record(record));
    for (const auto& [path, reg] : kept.registers.registers())
        for (const merge::Version& version : reg.siblings())
            EXPECT_TRUE(path[0] == '$' || merge::isErased(version.value)) << path;
    a.create("outreach", kDivorce);
    a.syncAll(context);
    EXPECT_EQ(firstBad(), "") << "the pen goes on in the same salt block";
}

TEST_F(Erasure, TheBodyOfARefusedChangeGoesToo) {
    const RecordId record = a.create("outreach", kDivorce);
    a.write(record, {{"theme", 7}, {"place", "爩籱坝"}});
    a.syncAll(context);
    ASSERT_EQ(a.refused.size(), 1U);
    EXPECT_EQ(erased(record)["values"], 4);
    const RefusedChange kept = *must(store->refusedOf({a.pens[0].id, 2}));
    EXPECT_EQ(kept.body.find("爩籱坝"), Bytes::npos);
    EXPECT_EQ(firstBad(), "");
}

TEST_F(Erasure, AnAlterationAfterwardsIsNamed) {
    const RecordId record = a.create("outreach", kDivorce);
    a.create("outreach", {{"theme", "宪法宣传"}, {"happened_on", "2026-03-02"}});
    a.write(record, {{"theme", "龘靐家事"}});
    a.syncAll(context);
    erased(record, {"theme"});
    const auto altered = [&](std::uint64_t seq, const std::function<void(Change&)>& alter) {
        const Change sound = stored(seq);
        Change forged = sound;
        alter(forged);
        put(forged);
        const std::string named = firstBad();
        put(sound);
        EXPECT_EQ(firstBad(), "");
        return named;
    };
    const auto theme = [](Change& change) -> merge::Write& {
        return *std::ranges::find(change.writes, "theme", &merge::Write::path);
    };
    EXPECT_EQ(altered(1, [&](Change& c) { theme(c).value = Json::binary(std::vector<std::uint8_t>(32, 1)); }),
              toText(Dot{a.pens[0].id, 1}))
        << "the digest of what was erased";
    EXPECT_EQ(altered(2, [&](Change& c) { theme(c).value = "宪法宣讲"; }), toText(Dot{a.pens[0].id, 2}))
        << "a neighbour";
    EXPECT_EQ(altered(2, [](Change& c) { c.salts->each[0][5] ^= 1; }), toText(Dot{a.pens[0].id, 2}))
        << "the salt of a neighbour";
    EXPECT_EQ(altered(3, [&](Change& c) { theme(c).path = "place"; }), toText(Dot{a.pens[0].id, 3}))
        << "what it was that was erased";
}

TEST_F(Erasure, AStationThatNeverGotItsAnswerSendsTheValueAgainAndItStaysErased) {
    const RecordId record = a.create("outreach", kDivorce);
    a.syncAll(context);
    erased(record);
    a.pens[0].acked = 0;  // the answer was lost
    a.create("outreach", {{"theme", "宪法宣传"}, {"happened_on", "2026-03-02"}});
    const SyncResponse answer = goodOf(a.sync(context));
    EXPECT_TRUE(answer.forked.empty());
    EXPECT_EQ(a.pens[0].acked, 2U);
    EXPECT_FALSE(must(store->record(record))->fields.contains("theme"));
    EXPECT_EQ(firstBad(), "");
}

TEST_F(Erasure, TheOrderReachesEverybodyAndHoldsNoContent) {
    FakeStation other = station(person("clerk", "500115002"));
    const RecordId record = a.create("outreach", kDivorce);
    a.syncAll(context);
    other.syncAll(context);
    const Json answer = erased(record, {"theme"});
    other.syncAll(context);
    const auto order = parseDot(answer["order"].get<std::string>());
    ASSERT_TRUE(other.news.contains(*order));
    const Bytes body = protocol::encodeChange(other.news.at(*order).change);
    EXPECT_EQ(body.find("翃霙"), Bytes::npos);
    EXPECT_NE(body.find(toText(record)), Bytes::npos);
}

TEST_F(Erasure, AnOrderThatCannotBeCarriedOutSaysWhyAndWritesNothing) {
    const RecordId record = a.create("outreach", kDivorce);
    a.syncAll(context);
    const Position before = must(store->lastPosition());
    const auto refusedWith = [&](const ErasureOrder& order) { return erase(context, order).error().code; };
    EXPECT_EQ(refusedWith({record, {}, "", ""}), ErrorCode::Validation);
    EXPECT_EQ(refusedWith({record, {"no_such_field"}, "依据", ""}), ErrorCode::Validation);
    EXPECT_EQ(refusedWith({{{ReplicaId{9}, 9}}, {}, "依据", ""}), ErrorCode::NotFound);
    EXPECT_EQ(refusedWith({a.pens[0].person, {}, "依据", ""}), ErrorCode::Validation);
    EXPECT_EQ(must(store->lastPosition()), before);
    erased(record, {"theme"});
    const Json again = erased(record, {"theme"});
    EXPECT_EQ(again["values"], 0) << "given twice it finds nothing more";
    EXPECT_FALSE(again.contains("order"));
}

}  // namespace
}  // namespace fayi::hub::testing
