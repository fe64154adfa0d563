// SPDX-License-Identifier: Apache-2.0
// Power cuts at any write, what they leave put on a real file system and opened there: no save that was told
// of is missing.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>

#include "disk.h"
#include "fayi/records/plan.h"
#include "fayi/store/store.h"
#include "fayi/testing/fakes.h"

namespace fayi::sim {
namespace {

constexpr const char* kFile = "station.db";

int crashes() {
    const char* wanted = std::getenv("FAYI_CRASHES");
    return wanted == nullptr ? 60 : std::atoi(wanted) * 3;
}

/// The files as a program finds them after the restart.
void putOnRealFiles(const Disk& disk, const std::filesystem::path& folder) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const auto& [name, bytes] : disk.copy())
        std::ofstream(folder / name, std::ios::binary) << bytes;
}

TEST(TornWrites, EverySaveThatWasToldOfIsThereAfterEachPowerCut) {
    testing::TemporaryFolder real;
    testing::FakeClock clock;
    testing::SeededRandom random(20261126);
    Chance chance(20261126);
    SimulatedDisks disks(1);
    Disk disk;
    const auto folder = disks.folder("station", disk);
    auto store = store::Store::create(folder, "一号机", clock, random).value();
    SimulatedDisks::stand(folder / kFile);
    std::set<RecordId> told;
    std::uint64_t lost = 0;
    for (int i = 0, most = crashes(); i < most; ++i) {
        disk.cutAfter(1 + chance() % 200);
        while (!disk.dead()) {
            clock.advance(Millis(1000));
            const records::Plan plan = records::planCreate(
                *store->catalog().type("outreach"), {{"theme", "主题" + std::to_string(told.size())}}, "");
            if (const auto saved = store->save(1, {{std::nullopt, "outreach", plan.writes}}))
                told.insert(saved->front());
        }
        store.reset();
        disk.restart(chance, true);
        putOnRealFiles(disk, real / "data");
        {
            const auto there = store::Store::open(real / "data", clock, random);
            ASSERT_TRUE(there.ok()) << "after " << i << " cuts: " << there.error().message.en;
            for (const RecordId id : told)
                lost += (*there)->get(id).ok() ? 0 : 1;
            const auto report = (*there)->check();
            ASSERT_TRUE(report.ok() && report->faults.empty()) << "after " << i << " cuts";
        }
        ASSERT_EQ(lost, 0U) << "after " << i << " cuts";
        store = store::Store::open(folder, clock, random).value();
    }
    EXPECT_GT(told.size(), static_cast<std::size_t>(crashes()));
    EXPECT_GT(disk.counts().torn, 0U);
    EXPECT_GT(disk.counts().lost, 0U);
    store.reset();
}

}  // namespace
}  // namespace fayi::sim
