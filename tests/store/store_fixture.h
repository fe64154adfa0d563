// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "fayi/records/plan.h"
#include "fayi/store/store.h"
#include "fayi/testing/fakes.h"

namespace fayi::store {

/// A store in a folder of its own, and the verbs that tests speak in.
struct TestStore {
    testing::TemporaryFolder folder;
    testing::FakeClock clock;
    testing::SeededRandom random;
    std::unique_ptr<Store> store;

    explicit TestStore(std::uint64_t seed, bool enrolled = false) : random(seed) {
        store = Store::create(folder / "data", "一号机", clock, random).value();
        if (enrolled)
            enrol(seed);
    }

    void enrol(std::uint64_t station) {
        protocol::EnrolResponse answer;
        answer.station = station;
        answer.token = "token";
        answer.person = {{{9}, station}};
        answer.personName = "某甲" + std::to_string(station);
        answer.role = "clerk";
        answer.org = "500115001";
        answer.scope = {"500115"};
        answer.hubTime = clock.now();
        ASSERT_TRUE(store->penFor(1).ok());
        ASSERT_TRUE(
            store->enrol({"http://127.0.0.1:1", "", station, "token", "500115", "长寿区"}, answer, 1).ok());
    }

    void reopen() {
        store.reset();
        store = Store::open(folder / "data", clock, random).value();
    }

    RecordId create(const std::string& type, const Json& fields) {
        clock.advance(Millis(1000));
        const auto plan = records::planCreate(*store->catalog().type(type), fields, "");
        EXPECT_TRUE(plan.refused.empty()) << plan.refused[0].message.en;
        return store->save(1, {{std::nullopt, type, plan.writes}}).value().at(0);
    }

    void edit(RecordId id, const Json& patch, std::optional<merge::VersionVector> shown = std::nullopt) {
        clock.advance(Millis(1000));
        const auto state = store->state(id).value();
        const auto* type = store->catalog().type(store->get(id).value().view.type);
        const auto plan = records::planEdit(*type, state, shown.value_or(state.seen()), patch);
        ASSERT_TRUE(plan.refused.empty()) << plan.refused[0].message.en;
        ASSERT_TRUE(store->save(1, {{id, "", plan.writes}}).ok());
    }

    void write(RecordId id, const records::Plan& plan) {
        ASSERT_TRUE(store->save(1, {{id, "", plan.writes}}).ok());
    }

    Json fields(RecordId id) { return store->get(id).value().view.fields; }

    /// Every record as text, for comparing stores.
    std::string everything() {
        std::string out;
        EXPECT_TRUE(store
                        ->forEach([&](const StoredRecord& r) {
                            out += toText(r.id) + r.view.fields.dump() + r.view.state + r.view.org +
                                   std::to_string(r.view.updated.packed) + Json(r.view.conflicts).dump() +
                                   "\n";
                            return Status();
                        })
                        .ok());
        return out;
    }

    void expectSound() {
        const auto report = store->check().value();
        EXPECT_TRUE(report.faults.empty()) << report.faults[0].en;
    }
};

inline Json outreach(const std::string& theme, int attendance = 30) {
    return {{"theme", theme},
            {"happened_on", "2026-03-01"},
            {"place", "村委会会议室"},
            {"attendance", attendance}};
}

}  // namespace fayi::store
