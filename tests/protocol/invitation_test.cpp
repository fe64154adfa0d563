// SPDX-License-Identifier: Apache-2.0
// The line that somebody joins a district with.
#include "fayi/protocol/invitation.h"

#include <gtest/gtest.h>

namespace fayi::protocol {
namespace {

const Invitation kHers{"https://fayi.example.gov.cn", "4F7Q-9K2M-X3TD"};
const std::string kLine = "fayi:enrol?server=https://fayi.example.gov.cn&code=4F7Q-9K2M-X3TD";

ErrorCode codeOf(std::string_view uri) {
    const auto read = invitationFrom(uri);
    return read.ok() ? ErrorCode::Internal : read.error().code;
}

TEST(Invitation, IsOneLineAndReadAgainAsItWasWritten) {
    EXPECT_EQ(*toUri(kHers), kLine);
    for (const Invitation& one : {kHers, Invitation{"http://10.0.0.1:8787", "4f7q9k2mx3td"},
                                  Invitation{"https://[2001:db8::1]:8443/hub_1/~a", "0000-0000-0000"}})
        EXPECT_EQ(*invitationFrom(*toUri(one)), one);
    EXPECT_EQ(*invitationFrom("fayi:enrol?code=4F7Q-9K2M-X3TD&server=https%3A%2f%2Ffayi.example.gov.cn"),
              kHers);
}

TEST(Invitation, IsNotMadeOfWhatNoHubOrCodeIs) {
    for (const char* server :
         {"", "fayi.example.gov.cn", "ftp://a", "https://", "https:///x", "https://a b", "https://名字.cn",
          "https://a@b", "https://a?b=c", "https://a#b", "javascript:1"})
        EXPECT_EQ(toUri({server, kHers.code}).error().code, ErrorCode::Usage) << server;
    EXPECT_FALSE(toUri({"https://" + std::string(kInvitationServerBytes, 'a'), kHers.code}).ok());
    for (const char* code : {"", "4F7Q-9K2M", "4F7Q-9K2M-X3TD-", "4F7Q-9K2M-X3TD-A", "4F7Q 9K2M X3TD"})
        EXPECT_EQ(toUri({kHers.server, code}).ok(), std::string(code) == "4F7Q-9K2M-X3TD-") << code;
}

TEST(Invitation, IsReadStrictly) {
    EXPECT_EQ(codeOf(""), ErrorCode::NotFound);
    EXPECT_EQ(codeOf("https://fayi.example.gov.cn"), ErrorCode::NotFound);
    EXPECT_EQ(codeOf("fayi:enrol"), ErrorCode::NotFound);
    for (const char* uri :
         {"fayi:enrol?", "fayi:enrol?server", "fayi:enrol?server=https://a", "fayi:enrol?code=4F7Q-9K2M-X3TD",
          "fayi:enrol?server=https://a&code=4F7Q-9K2M-X3TD&", "fayi:enrol?=a",
          "fayi:enrol?server=https://a&server=https://b&code=4F7Q-9K2M-X3TD",
          "fayi:enrol?server=https://a%2&code=4F7Q-9K2M-X3TD",
          "fayi:enrol?server=https://a%zz&code=4F7Q-9K2M-X3TD",
          "fayi:enrol?server=https://a%00&code=4F7Q-9K2M-X3TD", "fayi:enrol?server=a&code=4F7Q-9K2M-X3TD"})
        EXPECT_EQ(codeOf(uri), ErrorCode::Validation) << uri;
    EXPECT_EQ(codeOf(kLine + "&ca=1"), ErrorCode::TooNew);
    EXPECT_EQ(codeOf(kLine + std::string(5000, 'A')), ErrorCode::Validation);
}

TEST(Invitation, IsFoundInATextAmongOtherWords) {
    const std::string text = "\xEF\xBB\xBF法驿\r\n服务器：见下\r\n\t " + kLine + " \r\n谢谢\n";
    EXPECT_EQ(*invitationIn(text), kHers);
    EXPECT_EQ(*invitationIn("\xEF\xBB\xBF" + kLine), kHers);
    EXPECT_EQ(invitationIn("没有\n也没有").error().code, ErrorCode::NotFound);
    EXPECT_EQ(invitationIn("").error().code, ErrorCode::NotFound);
    EXPECT_EQ(invitationIn("fayi:enrol?x\n" + kLine).error().code, ErrorCode::Validation)
        << "what is broken is told, not passed over";
    EXPECT_EQ(invitationIn(std::string(kInvitationTextBytes + 1, '\n')).error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace fayi::protocol
