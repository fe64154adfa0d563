// SPDX-License-Identifier: Apache-2.0
#include "fayi/engine/engine.h"

#include <gtest/gtest.h>

#include "fayi/testing/fakes.h"

namespace fayi::engine {
namespace {

using namespace std::chrono_literals;
using protocol::Trouble;

struct EngineTest : ::testing::Test {
    testing::SeededRandom random{1};
    Engine engine{Schedule(), random};

    static bool exchanges(const Command& command) { return std::holds_alternative<Exchange>(command); }
    static std::optional<Millis> wakes(const Command& command) { return std::get<Wait>(command).until; }
};

TEST_F(EngineTest, APressIsTriedAtOnceEvenWhileBackingOff) {
    EXPECT_TRUE(exchanges(engine.on(Pressed{}, 0ms)));
    engine.on(Exchanged{Trouble::NoConnection}, 10ms);
    EXPECT_TRUE(exchanges(engine.on(Pressed{}, 20ms)));
}

TEST_F(EngineTest, ASaveWaitsALittleForTheNextOne) {
    EXPECT_EQ(wakes(engine.on(Saved{}, 1000ms)), 3000ms);
    EXPECT_EQ(wakes(engine.on(Saved{}, 2000ms)), 3000ms);
    EXPECT_FALSE(exchanges(engine.on(Ticked{}, 2999ms)));
    EXPECT_TRUE(exchanges(engine.on(Ticked{}, 3000ms)));
}

TEST_F(EngineTest, WhatHappensDuringAnExchangeIsLookedAtWhenItEnds) {
    engine.on(Pressed{}, 0ms);
    EXPECT_FALSE(exchanges(engine.on(Pressed{}, 1ms)));
    EXPECT_TRUE(exchanges(engine.on(Exchanged{}, 2ms)));
    engine.on(Saved{}, 3ms);
    EXPECT_EQ(wakes(engine.on(Exchanged{}, 10ms)), 2010ms);
}

TEST_F(EngineTest, MoreNewsIsFetchedAtOnceAndThenItRests) {
    engine.on(LinkUp{}, 0ms);
    EXPECT_TRUE(exchanges(engine.on(Exchanged{Trouble::None, true}, 1ms)));
    EXPECT_EQ(wakes(engine.on(Exchanged{}, 2ms)), 2ms + 5min);
}

TEST_F(EngineTest, ItBacksOffWithChanceInItAndNeverBeyondTheLongest) {
    Millis now{0};
    for (int i = 0; i < 40; ++i) {
        engine.on(Pressed{}, now);
        const auto wake = wakes(engine.on(Exchanged{Trouble::NoConnection}, now));
        ASSERT_TRUE(wake.has_value());
        const Millis whole = std::min<Millis>(5s * (1 << std::min(i, 16)), 15min);
        EXPECT_GE(*wake - now, whole / 2);
        EXPECT_LE(*wake - now, whole);
        now = *wake;
    }
}

TEST_F(EngineTest, TheHubsOwnWishIsObeyed) {
    engine.on(Pressed{}, 0ms);
    EXPECT_EQ(wakes(engine.on(Exchanged{Trouble::Busy, false, 1h}, 0ms)), Millis(1h));
}

TEST_F(EngineTest, WhatNeedsAPersonIsNotTriedAgainByItself) {
    engine.on(Pressed{}, 0ms);
    EXPECT_EQ(wakes(engine.on(Exchanged{Trouble::Token}, 1ms)), std::nullopt);
    EXPECT_EQ(wakes(engine.on(Saved{}, 2ms)), std::nullopt);
    EXPECT_TRUE(exchanges(engine.on(Pressed{}, 3ms)));
}

TEST_F(EngineTest, ARevokedStationDoesNotLoopOnAPressThatCameMeanwhile) {
    engine.on(Pressed{}, 0ms);
    engine.on(Pressed{}, 1ms);
    EXPECT_EQ(wakes(engine.on(Exchanged{Trouble::Revoked}, 2ms)), std::nullopt);
}

TEST_F(EngineTest, AnEarlyTickDoesNothing) {
    EXPECT_FALSE(exchanges(engine.on(Ticked{}, 0ms)));
}

TEST_F(EngineTest, AfterARegainedLinkItTriesAtOnceWhateverTheTrouble) {
    engine.on(Pressed{}, 0ms);
    engine.on(Exchanged{Trouble::Captive}, 1ms);
    EXPECT_TRUE(exchanges(engine.on(LinkUp{}, 2ms)));
}

TEST_F(EngineTest, OnAMeteredLinkOnlyWhatAPersonAsksForCarriesMoreThanRecords) {
    engine.on(Allowance{.metered = true}, 0ms);
    EXPECT_TRUE(std::get<Exchange>(engine.on(LinkUp{}, 1ms)).recordsOnly);
    EXPECT_TRUE(std::get<Exchange>(engine.on(Exchanged{Trouble::None, true}, 2ms)).recordsOnly);
    engine.on(Pressed{}, 3ms);
    EXPECT_FALSE(std::get<Exchange>(engine.on(Exchanged{}, 4ms)).recordsOnly);
    EXPECT_FALSE(std::get<Exchange>(engine.on(Exchanged{Trouble::None, true}, 5ms)).recordsOnly);
    engine.on(Allowance{}, 6ms);
    engine.on(Exchanged{}, 7ms);
    EXPECT_FALSE(std::get<Exchange>(engine.on(LinkUp{}, 8ms)).recordsOnly);
}

TEST_F(EngineTest, AnAttachmentThatFailsHoldsUpAttachmentsOnly) {
    engine.on(LinkUp{}, 0ms);
    const auto again = wakes(engine.on(Exchanged{Trouble::Timeout, false, 1h, true}, 0ms));
    EXPECT_EQ(again, Millis(1h));
    EXPECT_EQ(wakes(engine.on(Saved{}, 10s)), 12000ms) << "a save does not wait for that";
    EXPECT_TRUE(std::get<Exchange>(engine.on(Ticked{}, 12s)).recordsOnly);
    EXPECT_EQ(wakes(engine.on(Exchanged{}, 13s)), 13s + 5min);
    for (Millis now = 13s + 5min; now < 1h; now += 5min) {
        EXPECT_TRUE(std::get<Exchange>(engine.on(Ticked{}, now)).recordsOnly) << now.count();
        EXPECT_EQ(wakes(engine.on(Exchanged{}, now)), std::min<Millis>(now + 5min, 1h));
    }
    EXPECT_FALSE(std::get<Exchange>(engine.on(Ticked{}, 1h)).recordsOnly);
}

TEST_F(EngineTest, AttachmentsThatFailAgainAndAgainAreTriedLessAndLess) {
    Millis now{0};
    engine.on(LinkUp{}, now);
    for (int i = 0; i < 12; ++i) {
        const Millis whole = std::min<Millis>(5s * (1 << i), 15min);
        const auto wake = wakes(engine.on(Exchanged{Trouble::Timeout, false, 0ms, true}, now));
        ASSERT_TRUE(wake.has_value());
        EXPECT_GE(*wake - now, whole / 2);
        engine.on(Saved{}, now);
        Command next = engine.on(Ticked{}, now + 2s);
        while (exchanges(next) && std::get<Exchange>(next).recordsOnly) {
            now = *wakes(engine.on(Exchanged{}, now));
            next = engine.on(Ticked{}, now);
        }
        EXPECT_EQ(now, *wake);
        ASSERT_TRUE(exchanges(next));
    }
}

TEST_F(EngineTest, ASaveDuringTheAttachmentsGoesSoonAfterTheyFail) {
    engine.on(LinkUp{}, 0ms);
    engine.on(Saved{}, 1ms);
    EXPECT_EQ(wakes(engine.on(Exchanged{Trouble::Timeout, false, 1h, true}, 10ms)), 2010ms);
}

TEST_F(EngineTest, APressAndARegainedLinkTryAttachmentsAtOnce) {
    engine.on(LinkUp{}, 0ms);
    engine.on(Exchanged{Trouble::Timeout, false, 1h, true}, 1ms);
    EXPECT_FALSE(std::get<Exchange>(engine.on(Pressed{}, 2ms)).recordsOnly);
    engine.on(Exchanged{Trouble::Timeout, false, 1h, true}, 3ms);
    EXPECT_FALSE(std::get<Exchange>(engine.on(LinkUp{}, 4ms)).recordsOnly);
}

TEST_F(EngineTest, WhenTheBytesOfTheDayAreSpentOnlyAPersonStartsAnExchange) {
    engine.on(Allowance{.spent = true}, 0ms);
    EXPECT_EQ(wakes(engine.on(LinkUp{}, 1ms)), 1ms + 5min);
    EXPECT_EQ(wakes(engine.on(Saved{}, 2ms)), 1ms + 5min);
    EXPECT_FALSE(exchanges(engine.on(Ticked{}, 6min)));
    EXPECT_TRUE(exchanges(engine.on(Pressed{}, 6min)));
    EXPECT_TRUE(exchanges(engine.on(Exchanged{Trouble::None, true}, 7min)))
        << "what was asked for is finished";
    EXPECT_FALSE(exchanges(engine.on(Exchanged{}, 8min)));
    engine.on(Allowance{}, 13min);
    EXPECT_TRUE(exchanges(engine.on(Ticked{}, 13min))) << "the next day";
}

TEST_F(EngineTest, WhatIsSpentOnTheWayEndsWhatNobodyAskedFor) {
    engine.on(LinkUp{}, 0ms);
    engine.on(Allowance{.spent = true}, 1ms);
    EXPECT_FALSE(exchanges(engine.on(Exchanged{Trouble::None, true}, 2ms)));
}

TEST_F(EngineTest, APressIsTriedWhateverTheTroubleWas) {
    for (std::size_t i = 0; i < protocol::kTroubles; ++i) {
        engine.on(Pressed{}, 0ms);
        engine.on(Exchanged{static_cast<Trouble>(i)}, 1ms);
        EXPECT_TRUE(exchanges(engine.on(Pressed{}, 2ms))) << i;
        engine.on(Exchanged{}, 3ms);
    }
}

TEST_F(EngineTest, ByItselfItTriesAgainExactlyWhatWaitingHeals) {
    for (std::size_t i = 1; i < protocol::kTroubles; ++i) {
        const auto trouble = static_cast<Trouble>(i);
        engine.on(Pressed{}, 0ms);
        const auto wake = wakes(engine.on(Exchanged{trouble}, 1ms));
        EXPECT_EQ(wake.has_value(), protocol::healingOf(trouble) == protocol::Healing::ByWaiting)
            << protocol::nameOf(trouble);
    }
}

}  // namespace
}  // namespace fayi::engine
