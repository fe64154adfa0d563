// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "fixture.h"

namespace fayi::hub::testing {
namespace {

using ::testing::MatchesRegex;

using Enrol = HubTest;

/// The same first group, which is what a code is found by, and a wrong rest.
std::string wrongRest(std::string code) {
    for (std::size_t i = 5; i < code.size(); ++i)
        if (code[i] != '-')
            code[i] = code[i] == '7' ? '8' : '7';
    return code;
}

TEST_F(Enrol, ACodeIsReadableAndGivesAStationItsTokenAndItsScope) {
    const RecordId who = person("head", "500115001", "王五");
    const std::string given = code(who);
    EXPECT_THAT(given, MatchesRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"));
    const auto answer = goodOf(enrolWith(given));
    EXPECT_EQ(answer.station, 1U);
    EXPECT_EQ(answer.token.size(), 24U);
    EXPECT_EQ(answer.person, who);
    EXPECT_EQ(answer.personName, "王五");
    EXPECT_EQ(answer.role, "head");
    EXPECT_EQ(answer.org, "500115001");
    EXPECT_EQ(answer.scope, std::vector<std::string>{"500115001"});
    EXPECT_EQ(answer.district, "500115");
    EXPECT_EQ(answer.districtName, "长寿区");
    EXPECT_EQ(answer.epoch, 1U);
    EXPECT_EQ(answer.hubTime, clock.now());
}

TEST_F(Enrol, HowACodeIsTypedDoesNotMatter) {
    std::string given = code(person("head", "500115001"));
    std::string typed;
    for (const char c : given)
        if (c == '-')
            typed += ' ';
        else if (c == '0')
            typed += 'o';
        else if (c == '1')
            typed += 'l';
        else
            typed += static_cast<char>(std::tolower(c));
    goodOf(enrolWith(typed));
}

TEST_F(Enrol, NeitherCodesNorTokensAreStored) {
    const std::string given = code(person("head", "500115001"));
    const auto answer = goodOf(enrolWith(given));
    const auto kept = must(store->code(given.substr(0, 4)));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->hash.find(given.substr(5, 4)), std::string::npos);
    EXPECT_NE(must(store->station(answer.station))->tokenHash, answer.token);
}

TEST_F(Enrol, AnUnknownCodeIsDenied) {
    EXPECT_EQ(denialOf(enrolWith("0000-0000-0000")), "unknown-code");
    EXPECT_EQ(denialOf(enrolWith("")), "unknown-code");
    EXPECT_EQ(denialOf(enrolWith("七号楼")), "unknown-code");
    EXPECT_EQ(denialOf(enrolWith(std::string(100'000, 'A'))), "unknown-code");
}

TEST_F(Enrol, ACodeWorksOnce) {
    const std::string given = code(person("head", "500115001"));
    goodOf(enrolWith(given, 1));
    EXPECT_EQ(denialOf(enrolWith(given, 2)), "used-code");
    EXPECT_EQ(must(store->stations()).size(), 1U);
}

TEST_F(Enrol, AnAnswerThatGotLostIsGivenAgainUntilTheStationSyncs) {
    const std::string given = code(person("head", "500115001"));
    const auto lost = goodOf(enrolWith(given));
    const auto again = goodOf(enrolWith(given));
    EXPECT_EQ(again.station, lost.station);
    EXPECT_NE(again.token, lost.token);
    SyncRequest hello;
    hello.clock = clock.now();
    EXPECT_EQ(denialOf(must(hub::sync(context, {lost.station, lost.token}, hello))), "token");
    goodOf(must(hub::sync(context, {again.station, again.token}, hello)));
    EXPECT_EQ(denialOf(enrolWith(given)), "used-code");
}

TEST_F(Enrol, ACodeExpires) {
    const std::string given = code(person("head", "500115001"));
    clock.advance(std::chrono::hours(24) - Millis(1));
    const std::string other = code(person("head", "500115002"));
    clock.advance(Millis(1));
    EXPECT_EQ(denialOf(enrolWith(given)), "expired-code");
    goodOf(enrolWith(other));
}

TEST_F(Enrol, FiveWrongTriesLockACodeAndEachFurtherOneDoublesTheWait) {
    const std::string given = code(person("head", "500115001"));
    for (int i = 0; i < kFreeTries; ++i)
        EXPECT_EQ(denialOf(enrolWith(wrongRest(given))), "unknown-code");
    const auto locked = enrolWith(given);
    EXPECT_EQ(denialOf(locked), "too-many-tries") << "the right code has to wait as well";
    EXPECT_EQ(std::get<Denied>(locked).status, 429);
    EXPECT_EQ(std::get<Denied>(locked).retryAfter, kFirstLock);
    clock.advance(kFirstLock);
    EXPECT_EQ(denialOf(enrolWith(wrongRest(given))), "unknown-code");
    EXPECT_EQ(std::get<Denied>(enrolWith(given)).retryAfter, 2 * kFirstLock);
    clock.advance(2 * kFirstLock);
    goodOf(enrolWith(given));
}

TEST_F(Enrol, WrongTriesAtOneCodeDoNotLockAnother) {
    const std::string attacked = code(person("head", "500115001")), other = code(person("head", "500115002"));
    for (int i = 0; i < 20; ++i)
        enrolWith(wrongRest(attacked));
    goodOf(enrolWith(other));
}

TEST_F(Enrol, AFurtherPersonJoinsAStationThatProvesItself) {
    FakeStation a = station(person("head", "500115001"));
    const std::string given = code(person("clerk", "500115002"));
    const protocol::PenIntroduction pen{ReplicaId{5}, {}, SigningKey::generate(random).publicKey};
    EXPECT_EQ(denialOf(must(enrol(context, {given, {}, a.credentials.station, "wrong", pen}))), "token");
    const protocol::EnrolRequest request{given, {}, a.credentials.station, a.credentials.token, pen};
    const auto answer = goodOf(must(enrol(context, request)));
    EXPECT_EQ(answer.station, a.credentials.station);
    EXPECT_EQ(answer.token, a.credentials.token);
    a.syncAll(context);
    goodOf(must(enrol(context, request)));
    EXPECT_EQ(must(store->stations()).size(), 1U);
}

TEST_F(Enrol, APenThatBelongsToAnotherStationIsDeniedAndTheCodeStaysGood) {
    const std::string first = code(person("head", "500115001")), second = code(person("head", "500115002"));
    goodOf(enrolWith(first, 1));
    EXPECT_EQ(denialOf(enrolWith(second, 1)), "pen");
    goodOf(enrolWith(second, 2));
}

TEST_F(Enrol, ARevokedPersonDoesNotJoinAndGetsNoCode) {
    const RecordId who = person("head", "500115001");
    const std::string given = code(who);
    must(revokePerson(context, who, false));
    EXPECT_EQ(denialOf(enrolWith(given)), "revoked");
    EXPECT_FALSE(issueCode(context, who, std::chrono::hours(1)).ok());
}

}  // namespace
}  // namespace fayi::hub::testing
