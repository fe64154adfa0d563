// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/initials.h"

#include <gtest/gtest.h>

#include <string>

namespace fayi {
namespace {

std::string lettersOf(char32_t c) {
    std::string out;
    for (int i = 0; i < 26; ++i)
        if ((initialsOf(c) >> i & 1U) != 0)
            out += static_cast<char>('a' + i);
    return out;
}

TEST(Initials, AreThoseOfEveryReading) {
    EXPECT_EQ(lettersOf(U'镇'), "z");
    EXPECT_EQ(lettersOf(U'重'), "cz");
    EXPECT_EQ(lettersOf(U'单'), "cds");
    EXPECT_EQ(lettersOf(U'欧'), "o");
    EXPECT_EQ(lettersOf(U'嗯'), "n") << "it has no vowel to carry its tone";
    EXPECT_EQ(lettersOf(U'𬭛'), "b") << "of extension E";
}

TEST(Initials, ThatAreNotKnownAreNone) {
    for (const char32_t c : {U'a', U'1', U'，', U'あ', U'한', U'𠮷', char32_t{0}, char32_t{0x10FFFF}})
        EXPECT_EQ(initialsOf(c), 0U) << static_cast<unsigned>(c);
}

TEST(Initials, AreFoundInARowAnywhere) {
    EXPECT_TRUE(holdsInitials("长寿区双龙镇", "sl"));
    EXPECT_TRUE(holdsInitials("长寿区双龙镇", "CSQ"));
    EXPECT_TRUE(holdsInitials("长寿区双龙镇", "zsq")) << "长 is read zhang as well";
    EXPECT_FALSE(holdsInitials("长寿区双龙镇", "sz")) << "not in a row";
    EXPECT_TRUE(holdsInitials("A4复印", "a4fy"));
    EXPECT_TRUE(holdsInitials("买买提·艾力", "mmtal"));
    EXPECT_TRUE(holdsInitials("双龙镇", "双l"));
    EXPECT_TRUE(holdsInitials("双龙镇", ""));
    EXPECT_FALSE(holdsInitials("", "s"));
}

}  // namespace
}  // namespace fayi
