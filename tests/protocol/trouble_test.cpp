// SPDX-License-Identifier: Apache-2.0
// The table of what can go wrong between a station and its hub, whether it heals, and what a person reads.
#include "fayi/protocol/trouble.h"

#include <gtest/gtest.h>

#include <set>

namespace fayi::protocol {
namespace {

TEST(Troubles, EveryDenialTheHubKnowsHasAMeaningHere) {
    for (const char* code : {"unknown-code", "used-code", "expired-code", "revoked", "token", "too-large",
                             "malformed", "version", "dictionary", "pen", "person"})
        EXPECT_TRUE(troubleOfDenial(code).has_value()) << code;
    EXPECT_FALSE(troubleOfDenial("a word of next year").has_value());
}

/// The table, line by line, as a person would write it down again.
TEST(Troubles, EachHealsAsItsLineSaysAndEndsAProgramWithItsCode) {
    using enum Healing;
    const std::vector<std::tuple<Trouble, std::string_view, Healing, ErrorCode>> lines{
        {Trouble::None, "none", ByWaiting, ErrorCode::Internal},
        {Trouble::NoName, "no-name", ByWaiting, ErrorCode::Unreachable},
        {Trouble::NoConnection, "no-connection", ByWaiting, ErrorCode::Unreachable},
        {Trouble::Tls, "tls", ByPerson, ErrorCode::Unreachable},
        {Trouble::Timeout, "timeout", ByWaiting, ErrorCode::Unreachable},
        {Trouble::CutShort, "cut-short", ByWaiting, ErrorCode::Unreachable},
        {Trouble::Captive, "captive", ByWaiting, ErrorCode::Unreachable},
        {Trouble::Proxy, "proxy", ByWaiting, ErrorCode::Unreachable},
        {Trouble::Busy, "busy", ByWaiting, ErrorCode::Unreachable},
        {Trouble::HubFull, "hub-full", ByWaiting, ErrorCode::Unreachable},
        {Trouble::HubBroken, "hub-broken", ByWaiting, ErrorCode::Unreachable},
        {Trouble::TooLarge, "too-large", ByPerson, ErrorCode::Refused},
        {Trouble::Malformed, "malformed", ByPerson, ErrorCode::Refused},
        {Trouble::Version, "version", ByPerson, ErrorCode::Refused},
        {Trouble::Dictionary, "dictionary", ByWaiting, ErrorCode::Unreachable},
        {Trouble::Token, "token", ByPerson, ErrorCode::Refused},
        {Trouble::Revoked, "revoked", Never, ErrorCode::Refused},
        {Trouble::Code, "code", ByPerson, ErrorCode::Refused},
        {Trouble::Full, "full", ByWaiting, ErrorCode::Full},
        {Trouble::Store, "store", ByPerson, ErrorCode::Io},
        {Trouble::Cancelled, "cancelled", ByWaiting, ErrorCode::Unreachable}};
    ASSERT_EQ(lines.size(), kTroubles);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& [trouble, name, healing, code] = lines[i];
        EXPECT_EQ(trouble, static_cast<Trouble>(i)) << "a line is missing or doubled at " << name;
        EXPECT_EQ(nameOf(trouble), name);
        EXPECT_EQ(healingOf(trouble), healing) << name;
        EXPECT_EQ(codeOf(trouble), code) << name;
    }
}

TEST(Troubles, EachHasWordsOfItsOwnInBothLanguages) {
    std::set<std::string> zh, en;
    for (std::size_t i = 0; i < kTroubles; ++i) {
        const Text words = wordsOf(static_cast<Trouble>(i));
        EXPECT_FALSE(words.zh.empty() || words.en.empty()) << i;
        EXPECT_TRUE(zh.insert(words.zh).second) << words.zh;
        EXPECT_TRUE(en.insert(words.en).second) << words.en;
    }
}

TEST(Troubles, AFullDiskIsWaitedForAndADamagedStoreIsNot) {
    EXPECT_EQ(troubleOfStore(ErrorCode::Full), Trouble::Full);
    EXPECT_EQ(troubleOfStore(ErrorCode::Io), Trouble::Store);
    EXPECT_EQ(troubleOfStore(ErrorCode::Damaged), Trouble::Store);
}

}  // namespace
}  // namespace fayi::protocol
