// SPDX-License-Identifier: Apache-2.0
// kill -9 at random points: what was told is there, nothing is twice, the next sync makes both sides equal.
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <random>

#include "process.h"

namespace fayi::testing {
namespace {

/// In each test; FAYI_CRASHES asks for more.
int kills() {
    const char* wanted = std::getenv("FAYI_CRASHES");
    return wanted == nullptr ? 50 : std::atoi(wanted);
}

struct Crash : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli a{folder / "a"}, b{folder / "b"};
    std::mt19937 random{20261124};

    void SetUp() override {
        hub.start();
        a.good({"init", "--name", "甲"});
        b.good({"init", "--name", "乙"});
        a.enrol(hub, hub.code("张甲", "district", "500115"));
        b.enrol(hub, hub.code("李乙", "district", "500115"));
    }

    std::string lines(int round, int count) const {
        return run({FAYI_SAMPLE, "--type", "outreach", "--count", std::to_string(count), "--seed",
                    std::to_string(round)})
            .out;
    }

    /// A moment between starting and the end of what it does.
    void aMoment(int mostMs) {
        ::usleep(
            std::uniform_int_distribution<useconds_t>(0, static_cast<useconds_t>(mostMs) * 1000)(random));
    }

    void settle() {
        for (const Cli* cli : {&a, &b, &a, &b})
            cli->good({"sync"});
    }

    void expectWhole(std::size_t records) {
        settle();
        EXPECT_EQ(a.digest(), b.digest());
        EXPECT_EQ(a.good({"dump"}).lines().back().at("records").get<std::size_t>(), records);
        EXPECT_TRUE(a.good({"check"}).json().at("faults").empty());
        EXPECT_TRUE(b.good({"check"}).json().at("faults").empty());
        EXPECT_TRUE(hub.admin({"verify-log"}).json().at("ok").get<bool>());
    }
};

TEST_F(Crash, AStationKilledInTheMiddleOfASyncLosesAndDoublesNothing) {
    std::size_t told = 0;
    for (int i = 0; i < kills(); ++i) {
        told += a.good({"create", "outreach", "-"}, lines(i, 20)).lines().size();
        Running sync((i % 2 == 0 ? a : b).command({"sync"}));
        aMoment(60);
        sync.signal(SIGKILL);
        sync.wait();
    }
    expectWhole(told);
}

TEST_F(Crash, AHubKilledInTheMiddleOfAPushLosesAndDoublesNothing) {
    std::size_t told = 0;
    for (int i = 0; i < kills(); ++i) {
        told += a.good({"create", "outreach", "-"}, lines(1000 + i, 20)).lines().size();
        Running sync(a.command({"sync"}));
        aMoment(60);
        hub.kill9();
        const int code = sync.wait().code;
        EXPECT_TRUE(code == 0 || code == 4) << code;
        hub.start();
    }
    expectWhole(told);
}

TEST_F(Crash, AStationKilledWhileSavingKeepsEverythingItHadPrinted) {
    std::size_t told = 0;
    for (int i = 0; i < kills(); ++i) {
        Running create(a.command({"create", "outreach", "-"}), lines(2000 + i, 300));
        aMoment(60);
        create.signal(SIGKILL);
        for (const Json& line : create.wait().lines())
            told += line.is_object() && line.contains("id") ? 1 : 0;
    }
    settle();
    EXPECT_GE(a.good({"dump"}).lines().back().at("records").get<std::size_t>(), told);
    EXPECT_EQ(a.digest(), b.digest());
    EXPECT_TRUE(a.good({"check"}).json().at("faults").empty());
}

}  // namespace
}  // namespace fayi::testing
