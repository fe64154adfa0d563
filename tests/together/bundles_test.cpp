// SPDX-License-Identifier: Apache-2.0
// Stations that exchange everything with the hub by bundles.
#include "fayi/base/crypto.h"
#include "fayi/protocol/testimony.h"
#include "fayi/runtime/bundle_session.h"
#include "fayi/server/bundle.h"
#include "together.h"

namespace fayi::testing {
namespace {

Bytes written(Computer& computer, std::int64_t person = 1) {
    computer.clock.advance(Millis(1000));
    Bytes out;
    must(runtime::writeBundle(*computer.store, person, computer.random, [&out](std::string_view piece) {
        out.append(piece);
        return Status();
    }));
    return out;
}

using Taken = std::variant<hub::BundleTaken, hub::Denied>;

Taken taken(Hub& hub, const Bytes& bundle) {
    hub.clock.advance(Millis(1000));
    return must(hub::takeBundle(hub.context, again(bundle)));
}

hub::BundleTaken wellTaken(Hub& hub, const Bytes& bundle) {
    Taken out = taken(hub, bundle);
    if (const auto* no = std::get_if<hub::Denied>(&out)) {
        ADD_FAILURE() << no->denial.code << ": " << no->denial.reason.en;
        std::abort();
    }
    return std::get<hub::BundleTaken>(std::move(out));
}

std::string denialOf(const Taken& answer) {
    const auto* denied = std::get_if<hub::Denied>(&answer);
    return denied != nullptr ? denied->denial.code : std::string();
}

Bytes answered(Hub& hub, const hub::ReadBundle& read) {
    hub.clock.advance(Millis(1000));
    Bytes out;
    const auto said = must(hub::answerBundle(hub.context, read, [&out](std::string_view piece) {
        out.append(piece);
        return Status();
    }));
    EXPECT_TRUE(std::holds_alternative<hub::BundleAnswered>(said));
    return out;
}

runtime::ReadAnswer read(Computer& computer, const Bytes& answer) {
    computer.clock.advance(Millis(1000));
    return must(runtime::readAnswer(*computer.store, again(answer)));
}

/// The whole way there and back.
runtime::ReadAnswer carry(Computer& computer) {
    return read(computer, answered(computer.hub, wellTaken(computer.hub, written(computer)).answer));
}

using Bundles = Together;

TEST_F(Bundles, TwoStationsThatNeverSeeANetworkExchangeEverything) {
    Computer a(hub, hub.person("clerk", "500115001"), 1), b(hub, hub.person("clerk", "500115001"), 2);
    const RecordId one = a.create("甲的"), other = b.create("乙的");
    EXPECT_EQ(carry(a).sync.pushed, 1U);
    EXPECT_EQ(carry(b).sync.pushed, 1U);
    carry(a);
    EXPECT_TRUE(a.holds(other));
    a.edit(one, {{"attendance", 31}});
    b.edit(one, {{"attendance", 35}});
    a.edit(other, {{"place", "村委会"}});
    carry(a);
    carry(b);
    carry(a);
    EXPECT_EQ(a.everything(), b.everything());
    EXPECT_EQ(must(a.store->get(one)).view.conflicts.size(), 1U);
    a.expectSound();
    b.expectSound();
    hub.expectSound();
}

TEST_F(Bundles, ALongOneHasAllThatIsUnsentAndItsAnswerAllThatIsNew) {
    Computer a(hub, hub.person("clerk", "500115001"), 1), b(hub, hub.person("clerk", "500115001"), 2);
    for (int i = 0; i < 1200; ++i)
        a.create("宣讲" + std::to_string(i));
    EXPECT_EQ(carry(a).sync.pushed, 1200U);
    carry(b);
    EXPECT_EQ(b.listed(), 1200U);
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(Bundles, AppliedTwiceOutOfOrderOrBesideANetworkNothingIsLostOrDoubled) {
    Computer a(hub, hub.person("clerk", "500115001"), 1), b(hub, hub.person("clerk", "500115001"), 2);
    a.create("第一条");
    const Bytes first = written(a);
    a.create("第二条");
    const Bytes second = written(a);
    const auto later = wellTaken(hub, second);
    EXPECT_EQ(later.counts.accepted, 2U);
    const auto earlier = wellTaken(hub, first);
    EXPECT_TRUE(earlier.older);
    EXPECT_EQ(earlier.counts.known, 1U);
    const Bytes answerToFirst = answered(hub, earlier.answer), answerToSecond = answered(hub, later.answer);
    EXPECT_EQ(read(a, answerToFirst).sync.pushed, 1U);
    EXPECT_EQ(read(a, answerToSecond).sync.pushed, 1U);
    EXPECT_EQ(read(a, answerToSecond).sync.pushed, 0U);
    EXPECT_EQ(read(a, answerToFirst).sync.pushed, 0U);
    EXPECT_EQ(wellTaken(hub, second).counts.accepted, 0U);
    b.sync();
    EXPECT_EQ(a.everything(), b.everything());
    EXPECT_EQ(a.sync().pushed, 0U);
    hub.expectSound();
    a.expectSound();
}

TEST_F(Bundles, AnAnswerThatComesAfterANetworkTookTheStationFurtherDoesNoHarm) {
    Computer a(hub, hub.person("clerk", "500115001"), 1), b(hub, hub.person("clerk", "500115001"), 2);
    const RecordId id = a.create("先用优盘");
    const Bytes bundle = written(a);
    const Bytes early = answered(hub, wellTaken(hub, bundle).answer);
    a.edit(id, {{"attendance", 31}});
    a.sync();
    b.sync();
    b.edit(id, {{"place", "后来的"}});
    b.sync();
    a.sync();
    const std::string before = a.everything();
    EXPECT_EQ(read(a, early).sync.pulled, 0U);
    EXPECT_EQ(a.everything(), before);
    // The hub knows more of the pen than the old bundle says, and takes its writer for a copy of the store.
    const Bytes stale = answered(hub, wellTaken(hub, bundle).answer);
    const auto result = read(a, stale);
    EXPECT_TRUE(result.late);
    EXPECT_FALSE(result.sync.copied);
    EXPECT_EQ(a.everything(), before);
    a.sync();
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(Bundles, CutAnywhereOrWithOneByteFlippedItIsRefusedAsAWhole) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    a.create("一条");
    const Bytes bundle = written(a);
    const Position before = must(hub.store->lastPosition());
    for (std::size_t at = 0; at < bundle.size(); ++at) {
        Bytes flipped = bundle;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        EXPECT_NE(denialOf(must(hub::takeBundle(hub.context, again(flipped)))), "") << "byte " << at;
        const Bytes cut = bundle.substr(0, at);
        EXPECT_EQ(denialOf(must(hub::takeBundle(hub.context, again(cut)))), "malformed") << "at " << at;
    }
    EXPECT_EQ(denialOf(must(hub::takeBundle(hub.context, again(bundle + "x")))), "malformed");
    EXPECT_EQ(must(hub.store->lastPosition()), before);
    const Bytes answer = answered(hub, wellTaken(hub, bundle).answer);
    const std::string state = a.everything();
    for (std::size_t at = 0; at < answer.size(); ++at) {
        Bytes flipped = answer;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        EXPECT_FALSE(runtime::readAnswer(*a.store, again(flipped)).ok()) << "byte " << at;
        const Bytes cut = answer.substr(0, at);
        EXPECT_FALSE(runtime::readAnswer(*a.store, again(cut)).ok()) << "at " << at;
    }
    EXPECT_EQ(a.everything(), state);
    EXPECT_TRUE(a.store->hasUnsent());
    EXPECT_EQ(read(a, answer).sync.pushed, 1U);
}

TEST_F(Bundles, WhatIsForAnotherSaysWhose) {
    Computer a(hub, hub.person("clerk", "500115001"), 1), b(hub, hub.person("clerk", "500115001"), 2);
    a.create("甲的");
    const Bytes bundle = written(a);
    const Bytes answer = answered(hub, wellTaken(hub, bundle).answer);
    const auto others = runtime::readAnswer(*b.store, again(answer));
    ASSERT_FALSE(others.ok());
    EXPECT_NE(others.error().message.zh.find("一号机1"), std::string::npos) << others.error().message.zh;
    EXPECT_EQ(runtime::readAnswer(*b.store, again(bundle)).error().code, ErrorCode::Usage);
    EXPECT_EQ(denialOf(taken(hub, answer)), "malformed");
    Hub another(clock, 9);
    EXPECT_EQ(denialOf(taken(another, bundle)), "malformed") << "sealed to the other hub";
    Bytes foreign;
    const auto into = [&foreign](std::string_view piece) {
        foreign.append(piece);
        return Status();
    };
    must(protocol::BundleWriter::begin({"500116", Bytes(16, 'i'), a.store->hubAddress()->keys.seal}, into,
                                       a.random));
    EXPECT_EQ(denialOf(taken(hub, foreign)), "district");
}

TEST_F(Bundles, WhoWasCutOffSignsNothingMoreAndTheColleagueDoes) {
    const RecordId who = hub.person("clerk", "500115001", "甲"),
                   other = hub.person("clerk", "500115001", "乙");
    Computer a(hub, who, 1);
    const std::int64_t second = must(a.store->addPerson({}));
    a.join(other, second);
    a.create("以前的");
    const Bytes signedByFirst = written(a, 1), signedBySecond = written(a, second);
    must(hub::revokePerson(hub.context, who, true));
    const Position before = must(hub.store->lastPosition());
    EXPECT_EQ(denialOf(taken(hub, signedByFirst)), "revoked");
    EXPECT_EQ(must(hub.store->lastPosition()), before);
    EXPECT_EQ(wellTaken(hub, signedBySecond).counts.refused, 1U) << "the colleague's goes on";
}

TEST_F(Bundles, WhoHasGraceIsStillHeard) {
    const RecordId who = hub.person("clerk", "500115001");
    Computer a(hub, who, 1);
    a.sync();
    a.create("在外面写的");
    const Bytes bundle = written(a);
    must(hub::revokePerson(hub.context, who, false));
    const auto last = wellTaken(hub, bundle);
    EXPECT_EQ(last.counts.accepted, 1U);
    const auto result = read(a, answered(hub, last.answer));
    EXPECT_EQ(result.sync.pushed, 1U);
    EXPECT_EQ(result.sync.trouble, protocol::Trouble::Revoked) << "and there is no news for nobody";
}

TEST_F(Bundles, AStationIsEnrolledByAFileAndItsDraftsGoWithIt) {
    const RecordId who = hub.person("clerk", "500115001", "周文静");
    TemporaryFolder folder;
    SeededRandom random(5);
    auto store = must(store::Store::create(folder / "data", "深山站", clock, random));
    const auto draft = [&](const std::string& theme) {
        clock.advance(Millis(1000));
        const auto plan = records::planCreate(*store->catalog().type("outreach"),
                                              {{"theme", theme}, {"happened_on", "2026-03-01"}}, "");
        return must(store->save(1, {{std::nullopt, "outreach", plan.writes}})).at(0);
    };
    const RecordId before = draft("加入前");
    const std::string code = must(hub::issueCode(hub.context, who, std::chrono::hours(24)))["code"];
    const auto file = must(
        protocol::enrolFileFrom(protocol::toJson(must(hub::enrolFile(hub.context, who, code, ""))).dump()));
    ASSERT_TRUE(store->beginJoining(file, 1).ok());
    const RecordId after = draft("等待中");
    const auto write = [&] {
        Bytes out;
        must(runtime::writeBundle(*store, 1, random, [&out](std::string_view piece) {
            out.append(piece);
            return Status();
        }));
        return out;
    };
    const Bytes lost = write(), bundle = write();
    const auto first = wellTaken(hub, lost);
    EXPECT_TRUE(first.enrolled);
    EXPECT_EQ(first.counts.accepted, 2U);
    const auto second = wellTaken(hub, bundle);
    EXPECT_EQ(second.answer.station, first.answer.station) << "asked twice, it is one station";
    for (const Bytes& answer : {answered(hub, second.answer), answered(hub, first.answer)}) {
        const auto result = must(runtime::readAnswer(*store, again(answer)));
        EXPECT_EQ(result.sync.trouble, protocol::Trouble::None) << result.sync.words.en;
    }
    ASSERT_TRUE(store->enrolment());
    EXPECT_EQ(store->people().at(0).name, "周文静");
    EXPECT_FALSE(store->joining());
    EXPECT_FALSE(store->hasUnsent());
    EXPECT_EQ(must(store->get(before)).view.org, "500115001");
    EXPECT_GT(store->orgTree().units().size(), 10U);
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    b.sync();
    EXPECT_TRUE(b.holds(before));
    EXPECT_TRUE(b.holds(after));
    // Whoever finds the file and knows the pen's public half has not its secret.
    const auto stranger = must(hub::enrol(hub.context, {code, "别人", {}, {}, must(b.store->penFor(1))}));
    EXPECT_EQ(std::get<hub::Denied>(stranger).denial.code, "used-code");
    EXPECT_TRUE(must(store->check()).faults.empty());
    hub.expectSound();
}

TEST_F(Bundles, ADayOnTheWayIsNoFaultOfTheClock) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    a.sync();
    const RecordId id = a.create("慢慢送来的");
    const HybridTime made = must(a.store->get(id)).view.updated;
    const Bytes bundle = written(a);
    clock.advance(std::chrono::hours(72));
    const Bytes answer = answered(hub, wellTaken(hub, bundle).answer);
    clock.advance(std::chrono::hours(24));
    read(a, answer);
    EXPECT_EQ(must(a.store->get(id)).view.updated, made);
    EXPECT_LT(std::chrono::abs(*a.store->syncMemory().clockOffset), limits::kOffsetNoise);
}

TEST_F(Bundles, ACopyOfAStoreIsFoundOutByABundleToo) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    const RecordId id = a.create("一份");
    a.sync();
    TemporaryFolder folder;
    ASSERT_TRUE(a.store->backup(folder / "copy.db").ok());
    a.edit(id, {{"attendance", 31}});
    a.sync();
    a.store.reset();
    std::filesystem::remove_all(a.folder / "data");
    std::filesystem::create_directories(a.folder / "data");
    std::filesystem::copy_file(folder / "copy.db", a.folder / "data" / "station.db");
    a.store = must(store::Store::open(a.folder / "data", clock, a.random));
    a.edit(id, {{"place", "旧备份上写的"}});
    EXPECT_TRUE(carry(a).sync.copied);
    carry(a);
    EXPECT_EQ(a.fields(id)["place"], "旧备份上写的");
    EXPECT_EQ(a.fields(id)["attendance"], 31);
    a.expectSound();
    hub.expectSound();
}

}  // namespace
}  // namespace fayi::testing
