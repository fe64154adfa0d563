// SPDX-License-Identifier: Apache-2.0
// Official numbers between real stations and a real hub: never twice, and every gap has its reason.
#include "fayi/server/numbers.h"

#include "fayi/protocol/answer_pages.h"
#include "fayi/protocol/number_limits.h"
#include "fayi/server/backup.h"
#include "together.h"

namespace fayi::testing {
namespace {

using protocol::NumberSeries;

class Numbers : public Together {
protected:
    const NumberSeries series{"500115001", "contract-opinion", yearNow()};

    int yearNow() const { return std::stoi(dateInChina(clock.now()).substr(0, 4)); }
    std::unique_ptr<Computer> computer(std::uint64_t seed) {
        auto out = std::make_unique<Computer>(
            hub, hub.person("head", "500115001", "所长" + std::to_string(seed)), seed);
        EXPECT_TRUE(out->store->wantNumbers({series}).ok());
        return out;
    }
    std::uint64_t take(Computer& at) { return must(at.store->takeNumber(series)); }
    /// A review that carries the number.
    RecordId numbered(Computer& at, std::uint64_t number) {
        clock.advance(Millis(1000));
        const std::string text =
            "凤城街道合审〔" + std::to_string(series.year) + "〕" + std::to_string(number) + "号";
        const auto plan = records::planCreate(*at.store->catalog().type("contract-review"),
                                              {{"contract_name", "鱼塘承包"}, {"opinion_no", text}}, "");
        return must(at.store->save(1, {{std::nullopt, "contract-review", plan.writes}})).at(0);
    }
    Json listed() {
        const Json all = must(hub::listNumbers(hub.context, {}, Language::En));
        return all.empty() ? Json() : all[0];
    }
    static std::string reasonOf(const Json& listed, std::uint64_t number) {
        for (const Json& gap : listed["gaps"])
            if (gap["from"] <= number && number <= gap["to"])
                return gap["reason"];
        return "";
    }
};

TEST_F(Numbers, AreGivenWithoutANetworkAndTwoComputersOfAnOfficeNeverCollide) {
    auto a = computer(1), b = computer(2);
    EXPECT_FALSE(a->store->takeNumber(series).ok()) << "none before the first sync";
    a->sync();
    b->sync();
    std::set<std::uint64_t> given;
    for (std::uint64_t i = 0; i < limits::kNumberBlock; ++i) {
        EXPECT_TRUE(given.insert(take(*a)).second);
        EXPECT_TRUE(given.insert(take(*b)).second);
    }
    EXPECT_FALSE(a->store->takeNumber(series).ok()) << "a block is bounded";
    EXPECT_EQ(a->store->takeNumber(series).error().code, ErrorCode::NotFound);
    for (int round = 0; round < 4; ++round) {
        a->sync();
        b->sync();
        for (int i = 0; i < 10; ++i) {
            EXPECT_TRUE(given.insert(take(*a)).second);
            EXPECT_TRUE(given.insert(take(*b)).second);
        }
    }
    EXPECT_EQ(given.size(), 120u);
    EXPECT_EQ(*given.rbegin(), 120u) << "no number was left out";
    EXPECT_TRUE(listed()["twice"].empty());
    a->expectSound();
    hub.expectSound();
}

TEST_F(Numbers, MoreAreFetchedBeforeTheLastIsGivenAndNoneWithoutNeed) {
    auto a = computer(1);
    a->sync();
    a->sync();
    a->sync();
    EXPECT_EQ(listed()["reserved"], limits::kNumberBlock);
    for (std::uint64_t i = 0; i + limits::kNumbersLow < limits::kNumberBlock; ++i)
        take(*a);
    a->sync();
    EXPECT_EQ(listed()["reserved"], limits::kNumberBlock) << "ten are enough";
    take(*a);
    a->sync();
    EXPECT_EQ(listed()["reserved"], 2 * limits::kNumberBlock);
    EXPECT_EQ(take(*a), 12u) << "what is begun is used up first";
}

TEST_F(Numbers, AnAnswerThatIsLostLeavesNoGap) {
    auto a = computer(1);
    a->sync();
    for (int i = 0; i < 15; ++i)
        take(*a);
    const auto asked = must(a->store->nextRequest());
    ASSERT_GE(asked.numbers.size(), 2u);
    clock.advance(Millis(1000));
    const auto first =
        a->transport->post(protocol::kSyncTarget, protocol::encode(asked), protocol::kCborMedia);
    ASSERT_EQ(first.trouble, protocol::Trouble::None);
    EXPECT_EQ(must(protocol::decodePages(first.body)).pages.at(0).numbers.at(0).first, 21u);
    a->sync();  // the answer above never came
    EXPECT_EQ(listed()["reserved"], 2 * limits::kNumberBlock);
    for (int i = 0; i < 5; ++i)
        take(*a);
    EXPECT_EQ(take(*a), 21u);
}

TEST_F(Numbers, EveryGapHasItsReason) {
    auto a = computer(1), b = computer(2);
    a->sync();
    b->sync();
    const RecordId used = numbered(*a, take(*a)), deleted = numbered(*a, take(*a)),
                   gone = numbered(*a, take(*a));
    take(*a);  // what it was for was never saved
    const auto state = must(a->store->state(deleted));
    a->write(deleted, records::planDelete(state, state.seen()));
    const auto of = must(a->store->state(gone));
    a->write(gone, records::planState(of, of.seen(), records::kSubmitted));
    const auto submitted = must(a->store->state(gone));
    a->write(gone, records::planVoid(submitted, submitted.seen(), "填错合同"));
    a->sync();
    const Json now = listed();
    EXPECT_EQ(now["used"], 1);
    EXPECT_EQ(now["reserved"], 2 * limits::kNumberBlock);
    EXPECT_EQ(reasonOf(now, 1), "");
    EXPECT_EQ(reasonOf(now, 2), "its record was deleted");
    EXPECT_EQ(reasonOf(now, 3), "its record is void: 填错合同");
    EXPECT_TRUE(reasonOf(now, 4).starts_with("given at 一号机1, but no record carries it"))
        << reasonOf(now, 4);
    EXPECT_TRUE(reasonOf(now, 5).starts_with("reserved for 一号机1 on")) << reasonOf(now, 5);
    EXPECT_TRUE(reasonOf(now, 21).starts_with("reserved for 一号机2 on"));
    const Json people = must(hub::listPeople(hub.context));
    must(hub::revokePerson(hub.context, *parseRecordId(people[1]["person"].get<std::string>()), false));
    EXPECT_TRUE(reasonOf(listed(), 21).starts_with("一号机2 is revoked")) << reasonOf(listed(), 21);
    clock.advance(std::chrono::hours(24 * 366));
    EXPECT_TRUE(reasonOf(listed(), 5).find("not used when the year ended") != std::string::npos);
    EXPECT_EQ(must(hub.store->record(used))->state, "draft");
}

TEST_F(Numbers, ACopiedFolderGivesItsBlockUpAndACollisionIsTold) {
    auto a = computer(1);
    a->sync();
    const RecordId mine = numbered(*a, take(*a));
    const auto backup = a->folder / "copy.db";
    ASSERT_TRUE(a->store->backup(backup).ok());
    const std::uint64_t second = take(*a);
    numbered(*a, second);
    a->sync();
    SeededRandom random(77);
    ASSERT_TRUE(store::Store::restoreBackup(backup, a->folder / "restored", clock, random).ok());
    a->store = must(store::Store::open(a->folder / "restored", clock, random));
    EXPECT_FALSE(a->store->takeNumber(series).ok()) << "the number after the backup was given already";
    a->sync();
    EXPECT_EQ(take(*a), 21u);
    numbered(*a, second);  // somebody types a number that is taken
    a->sync();
    const Json now = listed();
    EXPECT_TRUE(reasonOf(now, 5).starts_with("given up")) << reasonOf(now, 5);
    ASSERT_EQ(now["twice"].size(), 1u);
    EXPECT_EQ(now["twice"][0]["number"], second);
    EXPECT_EQ(now["used"], 2);
    EXPECT_TRUE(a->holds(mine));
}

TEST_F(Numbers, WhatAStationMayNotHaveGetsNoBlock) {
    Computer a(hub, hub.person("head", "500115001"), 1);
    ASSERT_TRUE(a.store
                    ->wantNumbers({{"500115002", "contract-opinion", yearNow()},
                                   {"500115001", "no-such-kind", yearNow()},
                                   {"500115001", "contract-opinion", yearNow() + 5},
                                   {"nowhere", "contract-opinion", yearNow()}})
                    .ok());
    a.sync();
    EXPECT_TRUE(a.store->numberStock().empty());
    EXPECT_TRUE(must(hub::listNumbers(hub.context, {}, Language::En)).empty());
}

/// A hub that was put back has forgotten what it reserved since: it leaves numbers out rather than give one
/// twice.
TEST_F(Numbers, AHubThatWasPutBackGivesNoNumberAgain) {
    auto a = computer(1);
    a->sync();
    must(hub::beginEpoch(hub.context, must(hub::examineCopy(hub.context))));
    auto b = computer(2);
    b->sync();
    EXPECT_EQ(take(*b), 1 + limits::kNumberBlock + limits::kNumbersForgotten);
    EXPECT_EQ(reasonOf(listed(), 30), "left out since the hub was put back to a backup");
}

}  // namespace
}  // namespace fayi::testing
