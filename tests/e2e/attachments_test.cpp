// SPDX-License-Identifier: Apache-2.0
// kill -9 while an attachment travels: it arrives as it was, and what was acknowledged is not sent again.
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>
#include <sstream>

#include "process.h"

namespace fayi::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBytes = 12'000'000;

struct AttachmentCrash : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli a{folder / "a"}, b{folder / "b"};
    fs::path scan = folder / "scan.bin";
    std::string blob;
    std::mt19937 dice{20261126};

    void SetUp() override {
        hub.start();
        a.good({"init", "--name", "甲"});
        b.good({"init", "--name", "乙"});
        a.enrol(hub, hub.code("张甲", "district", "500115"));
        b.enrol(hub, hub.code("李乙", "district", "500115"));
        std::ofstream(scan, std::ios::binary) << SeededRandom(3).bytes(kBytes);
        const std::string id = a.create("outreach", {{"theme", "有扫描件的"}});
        blob = a.good({"attach", id, "attachments", scan.string()}).json().at("blob");
    }
    void wait() { ::usleep(std::uniform_int_distribution<useconds_t>(1'000, 200'000)(dice)); }
    std::uint64_t waiting() const { return a.good({"status"}).json().at("blob_bytes_waiting"); }
    static std::string read(const fs::path& path) {
        std::ostringstream out;
        out << std::ifstream(path, std::ios::binary).rdbuf();
        return out.str();
    }
    /// b fetches it, killed on the way again and again, and has what a had.
    void expectThatItArrives() {
        b.good({"sync"});
        const std::string out = (folder / "out").string();
        for (int i = 0; i < 5; ++i) {
            Running fetch(b.command({"blob", blob, "-o", out}));
            wait();
            fetch.signal(SIGKILL);
            fetch.wait();
        }
        b.good({"blob", blob, "-o", out});
        EXPECT_EQ(read(out), read(scan));
        EXPECT_EQ(waiting(), 0U);
        EXPECT_EQ(a.digest(), b.digest());
    }
};

TEST_F(AttachmentCrash, AStationKilledWhileItSendsGoesOnWhereItWas) {
    std::uint64_t left = waiting();
    EXPECT_EQ(left, kBytes);
    for (int i = 0; i < 12 && left > 0; ++i) {
        Running sync(a.command({"sync"}));
        wait();
        sync.signal(SIGKILL);
        sync.wait();
        const std::uint64_t now = waiting();
        EXPECT_LE(now, left) << "nothing that was acknowledged is sent again";
        left = now;
    }
    a.good({"sync"});
    expectThatItArrives();
}

TEST_F(AttachmentCrash, AHubKilledWhileItReceivesLosesAChunkAtMost) {
    constexpr std::uint64_t kChunk = 1u << 20;
    for (int i = 0; i < 8 && waiting() > 0; ++i) {
        const std::uint64_t before = waiting();
        Running sync(a.command({"sync"}));
        wait();
        hub.kill9();
        const int code = sync.wait().code;
        EXPECT_TRUE(code == 0 || code == 4) << code;
        hub.start();
        EXPECT_LE(waiting(), before + kChunk);
    }
    a.good({"sync"});
    expectThatItArrives();
}

}  // namespace
}  // namespace fayi::testing
