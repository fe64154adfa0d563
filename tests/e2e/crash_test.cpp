// SPDX-License-Identifier: Apache-2.0
// kill -9 at random points: what was told is there, nothing is twice, the next sync makes both sides equal.
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>

#include "process.h"

namespace fayi::testing {
namespace {

/// In each test; FAYI_CRASHES asks for more.
int kills() {
    const char* wanted = std::getenv("FAYI_CRASHES");
    return wanted == nullptr ? 30 : std::atoi(wanted);
}
constexpr int kKilled = 128 + SIGKILL;

/// Only what died of the signal counts; the moment moves over the whole life of a program, however fast the
/// build is: a kill that came too late shortens the wait, one in time lengthens it.
class Killing {
public:
    explicit Killing(const char* what) : m_what(what) {}
    ~Killing() {
        std::printf("%s: %d kills -9 (%d came too late), %zu records told, %zu lost\n", m_what, m_hits,
                    m_misses, told, lost);
    }
    Killing(const Killing&) = delete;
    Killing& operator=(const Killing&) = delete;

    bool goesOn() const { return m_hits < kills() && m_misses < 10 * kills(); }
    int round() const { return m_hits + m_misses; }
    void wait() {
        ::usleep(std::uniform_int_distribution<useconds_t>(0, static_cast<useconds_t>(m_longest))(m_random));
    }
    void note(bool inTime) {
        ++(inTime ? m_hits : m_misses);
        m_longest = std::clamp(m_longest * (inTime ? 1.1 : 0.7), 2'000.0, 2'000'000.0);
    }
    int hits() const { return m_hits; }

    std::size_t told = 0, lost = 0;

private:
    const char* m_what;
    std::mt19937 m_random{20261124};
    double m_longest = 60'000;  ///< microseconds
    int m_hits = 0, m_misses = 0;
};

struct Crash : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli a{folder / "a"}, b{folder / "b"};

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

    void settle() {
        for (const Cli* cli : {&a, &b, &a, &b})
            cli->good({"sync"});
    }

    void expectSound() const {
        EXPECT_EQ(a.digest(), b.digest());
        EXPECT_TRUE(a.good({"check"}).json().at("faults").empty());
        EXPECT_TRUE(b.good({"check"}).json().at("faults").empty());
        EXPECT_TRUE(hub.admin({"verify-log"}).json().at("ok").get<bool>());
    }

    /// Both stations hold what was told, and all stores agree.
    void expectAll(const std::set<std::string>& ids, Killing& killing) {
        settle();
        std::set<std::string> held;
        for (const Json& line : a.good({"dump"}).lines())
            if (line.contains("id"))
                held.insert(line["id"].get<std::string>());
        killing.told = ids.size();
        for (const std::string& id : ids)
            killing.lost += held.contains(id) ? 0 : 1;
        EXPECT_EQ(killing.lost, 0U);
        EXPECT_EQ(killing.hits(), kills());
        m_held = held.size();
        expectSound();
    }

    static void note(std::set<std::string>& ids, const Ran& created) {
        for (const Json& line : created.lines())
            if (line.is_object() && line.contains("id"))
                ids.insert(line["id"].get<std::string>());
    }

    std::size_t m_held = 0;  ///< records, told or not
};

TEST_F(Crash, AStationKilledInTheMiddleOfASyncLosesAndDoublesNothing) {
    Killing killing("a station in the middle of a sync");
    std::set<std::string> told;
    while (killing.goesOn()) {
        note(told, a.good({"create", "outreach", "-"}, lines(killing.round(), 20)));
        Running sync((killing.round() % 2 == 0 ? a : b).command({"sync"}));
        killing.wait();
        sync.signal(SIGKILL);
        killing.note(sync.wait().code == kKilled);
    }
    expectAll(told, killing);
    EXPECT_EQ(m_held, told.size());
}

TEST_F(Crash, AHubKilledInTheMiddleOfAPushLosesAndDoublesNothing) {
    Killing killing("a hub in the middle of a push");
    std::set<std::string> told;
    while (killing.goesOn()) {
        note(told, a.good({"create", "outreach", "-"}, lines(1000 + killing.round(), 20)));
        Running sync(a.command({"sync"}));
        killing.wait();
        hub.kill9();
        const int code = sync.wait().code;
        EXPECT_TRUE(code == 0 || code == 4) << code;
        killing.note(code != 0);
        hub.start();
    }
    expectAll(told, killing);
    EXPECT_EQ(m_held, told.size());
}

TEST_F(Crash, AStationKilledWhileSavingKeepsEverythingItHadPrinted) {
    Killing killing("a station while saving");
    std::set<std::string> told;
    while (killing.goesOn()) {
        Running create(a.command({"create", "outreach", "-"}), lines(2000 + killing.round(), 60));
        killing.wait();
        create.signal(SIGKILL);
        const Ran ran = create.wait();
        note(told, ran);
        killing.note(ran.code == kKilled);
    }
    expectAll(told, killing);
}

}  // namespace
}  // namespace fayi::testing
