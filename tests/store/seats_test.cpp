// SPDX-License-Identifier: Apache-2.0
// PINs of the people who share a computer.
#include "fayi/store/seats.h"

#include "fayi/testing/cheap_pin.h"
#include "store_fixture.h"

namespace fayi::store {
namespace {

using Verdict = PinTry::Verdict;

struct SeatsTest : ::testing::Test {
    TestStore one{1, true};

    std::unique_ptr<Seats> seats() { return Seats::open(one.folder / "data", one.clock).value(); }
    void give() { ASSERT_TRUE(testing::giveCheapPin(one.folder / "data", 1).ok()); }
    PinTry tryPin(const std::string& pin) { return seats()->tryPin(1, pin).value(); }
    std::string kept() {
        auto database = sqlite::Database::open(one.folder / "data" / "station.db", {}).value();
        auto row = database->prepare("SELECT pin FROM seat WHERE person=1");
        return row.step() ? row.text(0) : std::string();
    }
};

TEST_F(SeatsTest, APinIsKeptAsArgon2idAndNeverItself) {
    ASSERT_TRUE(seats()->changePin(1, {}, "246810").value().right());
    EXPECT_TRUE(kept().starts_with("$argon2id$")) << kept();
    EXPECT_EQ(kept().find("246810"), std::string::npos);
    EXPECT_TRUE(tryPin("246810").right());
    EXPECT_EQ(tryPin("246811").verdict, Verdict::Wrong);
    EXPECT_TRUE(seats()->seat(1).value().hasPin);
}

TEST_F(SeatsTest, FiveAreFreeThenTheWaitDoublesAndOutlivesTheProgram) {
    give();
    for (unsigned left = Seats::kFreeTries - 1; left > 0; --left)
        EXPECT_EQ(tryPin("0000").left, left);
    EXPECT_EQ(tryPin("0000").wait, Millis(Seats::kFirstWait));
    // Every try is with a connection of its own, as after a restart.
    EXPECT_EQ(tryPin("246810").verdict, Verdict::Wait) << "the right one is not looked at either";
    EXPECT_EQ(seats()->seat(1).value().wait, Millis(Seats::kFirstWait));
    one.clock.advance(Seats::kFirstWait);
    EXPECT_EQ(tryPin("0000").wait, 2 * Millis(Seats::kFirstWait));
    one.clock.advance(2 * Seats::kFirstWait);
    EXPECT_TRUE(tryPin("246810").right());
    EXPECT_EQ(tryPin("0000").left, Seats::kFreeTries - 1) << "a right one wipes the slate";
}

TEST(Seats, TheWaitDoublesUpToAnHour) {
    EXPECT_EQ(Seats::waitAfter(4), Millis(0));
    EXPECT_EQ(Seats::waitAfter(5), Millis(Seats::kFirstWait));
    EXPECT_EQ(Seats::waitAfter(8), 8 * Millis(Seats::kFirstWait));
    EXPECT_EQ(Seats::waitAfter(1000), Millis(Seats::kLongestWait));
}

TEST_F(SeatsTest, AClockThatIsPutBackMakesNobodyWaitLonger) {
    give();
    for (unsigned i = 0; i < Seats::kFreeTries; ++i)
        (void)tryPin("0000");
    one.clock.jump(-std::chrono::hours(24 * 365));
    EXPECT_EQ(seats()->seat(1).value().wait, Millis(Seats::kFirstWait));
}

TEST_F(SeatsTest, TheOldOneIsAskedToChangeAndToRemove) {
    give();
    EXPECT_EQ(seats()->changePin(1, "0000", "13579").value().verdict, Verdict::Wrong);
    EXPECT_EQ(seats()->removePin(1, "0000").value().verdict, Verdict::Wrong);
    EXPECT_TRUE(seats()->changePin(1, "246810", "法驿站里人").value().right());
    EXPECT_TRUE(tryPin("法驿站里人").right());
    EXPECT_TRUE(seats()->removePin(1, "法驿站里人").value().right());
    EXPECT_EQ(kept(), "");
    EXPECT_TRUE(tryPin("anything").right()) << "there is none";
}

TEST_F(SeatsTest, OneThatIsTooShortOrTooLongIsRefusedAndChangesNothing) {
    give();
    for (const std::string& pin : {std::string("123"), std::string(65, '1'), std::string("\xff\xff\xff\xff")})
        EXPECT_EQ(seats()->changePin(1, "246810", pin).error().code, ErrorCode::Usage);
    EXPECT_TRUE(tryPin("246810").right());
}

TEST_F(SeatsTest, WhatWasVouchedForForgetsPinAndWait) {
    give();
    for (unsigned i = 0; i < Seats::kFreeTries; ++i)
        (void)tryPin("0000");
    ASSERT_TRUE(seats()->forgetPin(1).ok());
    const Seat seat = seats()->seat(1).value();
    EXPECT_FALSE(seat.hasPin);
    EXPECT_EQ(seat.wait, Millis(0));
}

TEST_F(SeatsTest, IdleTimeAndAdviceArePerPerson) {
    const std::int64_t other = one.store->addPerson("周文静").value();
    ASSERT_TRUE(seats()->setIdle(1, std::chrono::minutes(5)).ok());
    ASSERT_TRUE(seats()->noteTold(other).ok());
    EXPECT_EQ(seats()->seat(1).value().idle, std::chrono::minutes(5));
    EXPECT_FALSE(seats()->seat(1).value().told);
    EXPECT_FALSE(seats()->seat(other).value().idle.has_value());
    EXPECT_TRUE(seats()->seat(other).value().told);
    ASSERT_TRUE(one.store->removePerson(other).ok());
    EXPECT_FALSE(seats()->seat(other).value().told) << "it goes with the person";
}

}  // namespace
}  // namespace fayi::store
