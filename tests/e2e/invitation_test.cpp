// SPDX-License-Identifier: Apache-2.0
// An invitation from the hub's command line to a station that has joined by it.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "process.h"

namespace fayi::testing {
namespace {

struct Invitation : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli desk{folder / "desk"};
    std::string person;

    void SetUp() override {
        hub.start();
        desk.good({"init", "--name", "一号机"});
        person = hub.person("王顾问", "advisor", "500115127200");
    }
    Ran write(const std::string& name, const std::string& url) const {
        return hub.admin(
            {"enrol-code", "--person", person, "--invitation", (folder / name).string(), "--url", url});
    }
};

TEST_F(Invitation, AsAPictureOrATextItIsAllThatAStationNeeds) {
    for (const char* name : {"invitation.png", "invitation.txt"}) {
        const Ran given = write(name, hub.url());
        ASSERT_EQ(given.code, 0) << given.err;
        EXPECT_EQ(given.json().at("invitation"), (folder / name).string());
        const Ran joined = desk.good({"enrol", "--invitation", (folder / name).string()});
        EXPECT_EQ(joined.json().at("name"), "王顾问") << joined.out;
    }
    desk.good({"sync"});
}

TEST_F(Invitation, IsNotMadeForAnAddressThatNobodyReachesOrAFileThatNobodyReads) {
    EXPECT_EQ(write("a.png", "fayi.example.gov.cn").code, 2);
    EXPECT_EQ(write("a.jpg", hub.url()).code, 2);
    EXPECT_EQ(hub.admin({"enrol-code", "--person", person, "--invitation", (folder / "a.png").string()}).code,
              2);
    EXPECT_EQ(hub.admin({"enrol-code", "--person", person, "--url", hub.url()}).code, 2);
    EXPECT_FALSE(std::filesystem::exists(folder / "a.png"));
}

TEST_F(Invitation, TheTextSaysTheSameInWords) {
    const Ran given = write("a.txt", hub.url());
    std::ifstream file(folder / "a.txt");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (const std::string& part : {hub.url(), given.json().at("code").get<std::string>(),
                                    given.json().at("expires").get<std::string>().substr(0, 10)})
        EXPECT_NE(text.find(part), std::string::npos) << part;
}

TEST_F(Invitation, IsOneWayToJoinAndNoOtherIsGivenWithIt) {
    ASSERT_EQ(write("a.png", hub.url()).code, 0);
    const std::string picture = (folder / "a.png").string();
    EXPECT_EQ(desk.run({"enrol", "--invitation", picture, "--file", picture}).code, 2);
    EXPECT_EQ(desk.run({"enrol"}).code, 2);
    EXPECT_NE(desk.run({"enrol", "--invitation", (folder / "none.png").string()}).code, 0);
}

}  // namespace
}  // namespace fayi::testing
