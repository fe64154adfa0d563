// SPDX-License-Identifier: Apache-2.0
// Several pages in one answer: whole, cut anywhere, damaged anywhere.
#include "fayi/protocol/answer_pages.h"

#include <gtest/gtest.h>

#include "fayi/base/limits.h"
#include "fayi/testing/fakes.h"

namespace fayi::protocol {
namespace {

/// A page with some content of its own.
SyncResponse page(std::uint64_t position, bool more) {
    testing::SeededRandom random(position);
    SyncResponse out;
    out.cursor = {3, {position}};
    out.scopeVersion = 2;
    out.more = more;
    for (int i = 0; i < 20; ++i)
        out.leaving.push_back({{ReplicaId{random.u64() | 1U}, random.u64() % 1000 + 1}});
    return out;
}

std::vector<SyncResponse> pages() {
    return {page(10, true), page(20, true), page(30, false)};
}

TEST(AnswerPages, ComeBackAsTheyWent) {
    for (const DictionaryId with : {DictionaryId{0}, newestDictionary()})
        for (const int level : {kZstdLevel, 9}) {
            const auto back = decodePages(encodePages(pages(), level, with));
            ASSERT_TRUE(back.ok()) << back.error().message.en;
            EXPECT_TRUE(back->whole);
            ASSERT_EQ(back->pages.size(), 3U);
            for (std::size_t i = 0; i < 3; ++i) {
                EXPECT_EQ(back->pages[i].cursor, pages()[i].cursor);
                EXPECT_EQ(back->pages[i].leaving, pages()[i].leaving);
            }
        }
}

TEST(AnswerPages, OnePageIsAnAnswerLikeAnyOther) {
    EXPECT_EQ(encodePages({page(10, false)}, kZstdLevel, 0), encode(page(10, false)));
    const auto back = decodePages(encode(page(10, false)));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back->pages.size(), 1U);
}

TEST(AnswerPages, OfABodyThatWasCutTheWholePagesCount) {
    const Bytes body = encodePages(pages(), kZstdLevel, newestDictionary());
    std::size_t arrived = 0;
    for (std::size_t cut = 0; cut < body.size(); ++cut) {
        const auto back = decodePages(std::string_view(body).substr(0, cut));
        ASSERT_TRUE(back.ok()) << "cut at " << cut << ": " << back.error().message.en;
        EXPECT_FALSE(back->whole) << "cut at " << cut;
        EXPECT_GE(back->pages.size(), arrived) << "cut at " << cut;
        arrived = back->pages.size();
        for (std::size_t i = 0; i < arrived; ++i)
            EXPECT_EQ(back->pages[i].leaving, pages()[i].leaving);
    }
    EXPECT_GE(arrived, 2U) << "each page can be read as soon as it has arrived";
}

TEST(AnswerPages, DamageIsRefusedOrHarmless) {
    const Bytes good = encodePages(pages(), kZstdLevel, 0);
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes damaged = good;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        const auto back = decodePages(damaged);
        if (back) {
            EXPECT_LE(back->pages.size(), 3U);
        }
    }
    for (const char* body : {"", "A", "<html>", "\x58", "\x40", "\x5f\x41"}) {
        const auto back = decodePages(body);
        EXPECT_TRUE(!back || back->pages.empty()) << body;
    }
}

TEST(AnswerPages, WhatFollowsIsAskedWithWhatThePageLeft) {
    SyncRequest request;
    request.cursor = {3, {5}};
    request.scopeVersion = 1;
    request.own = {{ReplicaId{7}, 9}};
    request.pens = {{ReplicaId{7}, {}, Bytes(32, 'k')}};
    request.heads = {{ReplicaId{7}, 9, Bytes(32, 'h'), Bytes(64, 's')}};
    request.changes.resize(1);
    const SyncRequest next = followUp(request, page(10, true));
    EXPECT_EQ(next.cursor, page(10, true).cursor);
    EXPECT_EQ(next.scopeVersion, 2U);
    EXPECT_EQ(next.own, request.own);
    EXPECT_TRUE(next.pens.empty() && next.heads.empty() && next.changes.empty());
}

TEST(AnswerPages, NothingFollowsAForkAnotherLifeOrAPushThatIsNotOver) {
    SyncRequest request;
    request.cursor = {3, {5}};
    EXPECT_TRUE(goesOn(request, page(10, true)));
    EXPECT_FALSE(goesOn(request, page(10, false)));
    SyncResponse forked = page(10, true);
    forked.forked.push_back({ReplicaId{7}, 1});
    EXPECT_FALSE(goesOn(request, forked));
    SyncRequest other = request;
    other.cursor.epoch = 2;
    EXPECT_FALSE(goesOn(other, page(10, true)));
    SyncRequest pushing = request;
    pushing.more = true;
    EXPECT_FALSE(goesOn(pushing, page(10, true)));
}

}  // namespace
}  // namespace fayi::protocol
