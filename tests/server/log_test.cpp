// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "fayi/sqlite/database.h"
#include "fixture.h"

namespace fayi::hub::testing {
namespace {

using ::testing::SizeIs;

class Log : public HubTest {
protected:
    /// Somebody with the file in hand.
    void tamper(const std::string& sql) {
        const auto file = must(sqlite::Database::open(folder / "hub.sqlite", {}));
        const Status done = file->execute(sql);
        ASSERT_TRUE(done.ok()) << done.error().message.en;
    }
    /// A station with five changes in the log and one refused among them.
    FakeStation five() {
        FakeStation a = station(person("clerk", "500115001"));
        for (int i = 0; i < 5; ++i) {
            a.create("outreach", i == 2 ? std::map<std::string, Json>{{"theme", 7}} : kOutreach);
            a.sync(context);
        }
        return a;
    }
    static std::string where(const FakeStation& a, std::uint64_t seq) {
        return " WHERE replica = " + std::to_string(static_cast<std::int64_t>(a.pens[0].id.value)) +
               " AND seq = " + std::to_string(seq);
    }
    std::string firstBad() {
        const Json answer = must(verifyLog(context));
        EXPECT_EQ(answer["ok"], answer["first_bad"].is_null());
        return answer["first_bad"].is_null() ? std::string() : answer["first_bad"].get<std::string>();
    }
};

TEST_F(Log, ASoundLogVerifies) {
    five();
    const Json answer = must(verifyLog(context));
    EXPECT_EQ(answer["ok"], true);
    EXPECT_EQ(answer["changes"], must(store->lastPosition()).value + 1);
    EXPECT_TRUE(answer["first_bad"].is_null());
}

TEST_F(Log, BodiesAreCompressedAgainstASampleThatHoldsNoContent) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId record = a.create("outreach", kOutreach);
    a.syncAll(context);
    const auto file = must(sqlite::Database::open(folder / "hub.sqlite", {}));
    auto row = file->prepare("SELECT length(body) FROM change ORDER BY position DESC LIMIT 1");
    ASSERT_TRUE(row.step());
    const Bytes body = protocol::encodeChange(a.pens[0].log[0]);
    EXPECT_LT(row.number(0), body.size());
    EXPECT_EQ(must(store->changeOf(record.created))->body, body);
    auto sample = file->prepare("SELECT content FROM sample");
    ASSERT_TRUE(sample.step());
    EXPECT_EQ(sample.text(0).find("民法典宣讲"), std::string::npos);
}

TEST_F(Log, AnAlteredValueIsNamed) {
    const FakeStation a = five();
    Change forged = a.pens[0].log[1];
    forged.writes[0].value = "2026-03-02";
    tamper("UPDATE change SET body = x'" + toHex(protocol::encodeChange(forged)) + "'" + where(a, 2));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 2}));
}

TEST_F(Log, ADroppedChangeIsNamed) {
    const FakeStation a = five();
    tamper("DELETE FROM change" + where(a, 4));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 4}));
}

TEST_F(Log, ADroppedEndIsNamed) {
    const FakeStation a = five();
    tamper("DELETE FROM change" + where(a, 5));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 5}));
}

TEST_F(Log, ADroppedRefusalIsNamed) {
    const FakeStation a = five();
    tamper("DELETE FROM refused" + where(a, 3));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 3}));
}

TEST_F(Log, AnAlteredContextOrTimeOrTypeOrAuthorityIsNamed) {
    const FakeStation a = five();
    const auto named = [&](std::uint64_t seq, auto alter) {
        const Change& sound = a.pens[0].log[seq - 1];
        Change forged = sound;
        alter(forged);
        tamper("UPDATE change SET body = x'" + toHex(protocol::encodeChange(forged)) + "'" + where(a, seq));
        std::string out = firstBad();
        tamper("UPDATE change SET body = x'" + toHex(protocol::encodeChange(sound)) + "'" + where(a, seq));
        return out;
    };
    const std::string second = toText(Dot{a.pens[0].id, 2});
    EXPECT_EQ(named(2, [](Change& c) { c.writes[0].context.include(Dot{{4}, 4}); }), second);
    EXPECT_EQ(named(2, [](Change& c) { c.writes[0].wide.include(Dot{{4}, 4}); }), second);
    EXPECT_EQ(named(2, [](Change& c) { c.time = c.time.next(); }), second);
    EXPECT_EQ(named(2, [](Change& c) { c.type = "consultation"; }), second);
    EXPECT_EQ(named(2, [](Change& c) { ++c.authority.value; }), second);
    EXPECT_EQ(named(1, [](Change& c) { c.seed[0] ^= 1; }), toText(Dot{a.pens[0].id, 1}));
    EXPECT_EQ(firstBad(), "");
}

TEST_F(Log, TheEffectiveTimeIsTheHubsOwnAndNotSigned) {
    const FakeStation a = five();
    tamper("UPDATE change SET effective = effective + 65536" + where(a, 2));
    EXPECT_EQ(firstBad(), "") << "no pen signed it: verify-log cannot speak for it";
}

TEST_F(Log, SwappedChangesAreNamedByTheFirst) {
    const FakeStation a = five();
    for (const auto& [at, body] : {std::pair<std::uint64_t, std::size_t>{4, 4}, {5, 3}})
        tamper("UPDATE change SET body = x'" + toHex(protocol::encodeChange(a.pens[0].log[body])) + "'" +
               where(a, at));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 4}));
}

TEST_F(Log, AnInsertedChangeIsNamed) {
    FakeStation a = five();
    protocol::ChainHead head = a.pens[0].head;
    Change forged = a.pens[0].log[4];
    forged.dot.seq = 6;
    forged.record = {forged.dot};
    head = protocol::extend(head, forged);
    tamper("CREATE TEMP TABLE one AS SELECT * FROM change" + where(a, 5) +
           "; UPDATE one SET position = (SELECT max(position) + 1 FROM change), seq = 6, record_seq = 6, "
           "chain = "
           "x'" +
           toHex(head.hash) + "', body = x'" + toHex(protocol::encodeChange(forged)) +
           "'; INSERT INTO change SELECT * FROM one");
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 6}));
    tamper("UPDATE pen SET head_seq = 6, head_hash = x'" + toHex(head.hash) +
           "' WHERE replica = " + std::to_string(static_cast<std::int64_t>(a.pens[0].id.value)));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 6})) << "whoever owns the pen never signed it";
}

TEST_F(Log, AnAlteredRefusalOrHeadIsNamed) {
    const FakeStation a = five();
    Change forged = a.pens[0].log[2];
    forged.writes[0].value = 8;
    tamper("UPDATE refused SET body = x'" + toHex(protocol::encodeChange(forged)) + "'" + where(a, 3));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 3}));
    tamper("UPDATE refused SET body = x'" + toHex(protocol::encodeChange(a.pens[0].log[2])) + "'" +
           where(a, 3));
    EXPECT_EQ(firstBad(), "");
    tamper("UPDATE signed_head SET signature = zeroblob(64)" + where(a, 4));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 4}));
    tamper("DELETE FROM signed_head" + where(a, 4));
    EXPECT_EQ(firstBad(), "") << "a later head covers it as well";
    tamper("UPDATE pen SET head_hash = zeroblob(32) WHERE replica = " +
           std::to_string(static_cast<std::int64_t>(a.pens[0].id.value)));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 5}));
}

TEST_F(Log, ARecomputedChainFailsAtItsSignature) {
    const FakeStation a = five();
    std::vector<Change> log = a.pens[0].log;
    log[3].writes[0].value = "2026-03-02";
    auto head = protocol::ChainHead::start(a.pens[0].id);
    for (std::size_t i = 0; i < log.size(); ++i) {
        head = protocol::extend(head, log[i]);
        tamper("UPDATE change SET chain = x'" + toHex(head.hash) + "', body = x'" +
               toHex(protocol::encodeChange(log[i])) + "'" + where(a, i + 1));
    }
    tamper("UPDATE pen SET head_hash = x'" + toHex(head.hash) +
           "' WHERE replica = " + std::to_string(static_cast<std::int64_t>(a.pens[0].id.value)));
    EXPECT_EQ(firstBad(), toText(Dot{a.pens[0].id, 4}));
}

TEST_F(Log, TheHistoryOfARecordTellsEveryVersion) {
    FakeStation a = station(person("clerk", "500115001", "王五"), "凤城一号机");
    const RecordId record = a.create("outreach", kOutreach);
    clock.advance(std::chrono::minutes(1));
    const merge::VersionVector seen({{a.pens[0].id, 1}});
    a.pens[0].write(clock, random, {}, record, {{"theme", "改题", seen, {}}});
    clock.advance(std::chrono::minutes(1));
    a.pens[0].write(clock, random, {}, record, {{"theme", "同时改题", seen, {}}});
    clock.advance(std::chrono::minutes(1));
    a.write(record, {{"theme", 7}});
    a.syncAll(context);
    const Json lines = must(history(context, record));
    ASSERT_THAT(lines, SizeIs(4));
    EXPECT_EQ(lines[0]["version"], toText(record.created));
    EXPECT_EQ(lines[0]["by"], "王五");
    EXPECT_EQ(lines[0]["station"], "凤城一号机");
    EXPECT_EQ(lines[0]["at"], toIsoChina(clock.now() - std::chrono::minutes(3)));
    EXPECT_EQ(lines[0]["writes"]["theme"], "民法典宣讲");
    EXPECT_EQ(lines[0]["state"], "shown") << "its date still is";
    EXPECT_EQ(lines[1]["state"], "sibling");
    EXPECT_EQ(lines[2]["state"], "shown");
    EXPECT_EQ(lines[3]["state"], "refused");
    EXPECT_EQ(lines[3]["reason"]["code"], "validation");
}

TEST_F(Log, TheHistoryOfAnUnknownRecordIsNotFound) {
    const auto answer = history(context, RecordId{{ReplicaId{9}, 9}});
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace fayi::hub::testing
