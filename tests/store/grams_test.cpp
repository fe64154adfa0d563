// SPDX-License-Identifier: Apache-2.0
#include "grams.h"

#include <gtest/gtest.h>

namespace fayi::store {
namespace {

TEST(Grams, NeighbouringCharactersArePairsAndTheLastStandsAlone) {
    EXPECT_EQ(gramsOf("合同审查"), "合同 同审 审查 查 ");
}

TEST(Grams, PunctuationEndsARun) {
    EXPECT_EQ(gramsOf("民法，典"), "民法 法 典 ");
}

TEST(Grams, AsciiWordsStayWholeInLowerCaseAndHalfWidth) {
    EXPECT_EQ(gramsOf("ＡＢ12 号"), "ab12 号 ");
}

TEST(Grams, CharactersBeyondTheBasicPlaneAreLetters) {
    EXPECT_EQ(gramsOf("𠮷某"), "𠮷某 某 ");
}

TEST(Grams, AQueryAsksForAllPairs) {
    EXPECT_EQ(matchOf("合同审"), "\"合同\" AND \"同审\"");
    EXPECT_EQ(matchOf("罪"), "\"罪\"*");
    EXPECT_EQ(matchOf("2026 合同"), "\"2026\"* AND \"合同\"");
    EXPECT_EQ(matchOf(" \"*( "), "");
}

TEST(Grams, InitialsStandForNeighboursInEveryWayTheyAreRead) {
    EXPECT_EQ(initialGramsOf("双龙镇"), "\u02C9sl \u02C9slz \u02C9lz ");
    EXPECT_EQ(initialGramsOf("重庆"), "\u02C9cq \u02C9zq ");
    EXPECT_EQ(initialGramsOf("A座，一"), "") << "no two Chinese characters in a row";
    EXPECT_EQ(initialGramsOf("吉𠮷"), "") << "nobody tells how it is read";
}

TEST(Grams, LettersAskForAWordOrForInitials) {
    EXPECT_EQ(matchOf("SL"), "(\"sl\"* OR (\"\u02C9sl\"))");
    EXPECT_EQ(matchOf("slzs 合同"), "(\"slzs\"* OR (\"\u02C9slz\" AND \"\u02C9lzs\")) AND \"合同\"");
    EXPECT_EQ(matchOf("s"), "\"s\"*");
    EXPECT_EQ(matchOf("a4"), "\"a4\"*");
}

TEST(Grams, WhateverDotIsTypedWithinANameItIsNoLetterOfIt) {
    for (const char* dot : {"·", "•", "‧", "・", "･", "∙", "⋅"}) {
        EXPECT_EQ(matchOf(std::string("阿依古丽") + dot + "买买提"), matchOf("阿依古丽·买买提")) << dot;
        EXPECT_EQ(longRuns(std::string("阿依古丽") + dot + "买买提"), longRuns("阿依古丽·买买提")) << dot;
    }
}

TEST(Grams, RunsThatPairsCannotProveAreCheckedInFull) {
    EXPECT_EQ(longRuns("合同审 法律"), (std::vector<std::string>{"合同审"}));
}

}  // namespace
}  // namespace fayi::store
