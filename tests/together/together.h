// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "fayi/records/plan.h"
#include "fayi/runtime/bundle_session.h"
#include "fayi/runtime/sync_session.h"
#include "fayi/server/administration.h"
#include "fayi/server/enrol.h"
#include "fayi/server/reports.h"
#include "fayi/server/service.h"
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/store/store.h"
#include "fayi/testing/fakes.h"

namespace fayi::testing {

using store::Json;

/// The value of a Result, or a failed test and the end of the program.
template <typename T>
T must(Result<T> result) {
    if (!result.ok()) {
        ADD_FAILURE() << result.error().message.en;
        std::abort();
    }
    return std::move(result).value();
}

/// A bundle that is read from its start each time; `bytes` must outlive it.
inline runtime::BundleBytes again(const Bytes& bytes) {
    return [&bytes]() -> Result<protocol::BundleReader::Source> { return protocol::sourceOf(bytes); };
}

/// A hub of Changshou as its HTTP handler.
struct Hub {
    TemporaryFolder folder;
    FakeClock& clock;
    SeededRandom random;
    std::unique_ptr<hub::SqliteHubStore> store;
    hub::References references;
    hub::Context context;
    hub::BlobStore blobs;
    hub::Service service;

    explicit Hub(FakeClock& time, std::uint64_t seed = 1)
        : clock(time),
          random(seed),
          store(must(hub::SqliteHubStore::create(folder.path()))),
          context{*store, clock, random, references},
          blobs(hub::BlobStore::inFolder(folder.path())),
          service([this] { return open(); }, clock, random, {}, &blobs) {
        EXPECT_TRUE(hub::initHub(*store, clock, random, "500115", "长寿区").ok());
    }
    Result<std::unique_ptr<hub::HubStore>> open() {
        auto opened = hub::SqliteHubStore::open(folder.path());
        if (!opened)
            return opened.error();
        return std::unique_ptr<hub::HubStore>(std::move(*opened));
    }

    RecordId person(const std::string& role, const std::string& org, const std::string& name = "张三") {
        return *parseRecordId(must(hub::addPerson(context, name, role, org))["person"].get<std::string>());
    }
    void scope(RecordId who, const std::vector<std::string>& orgs) {
        ASSERT_TRUE(hub::setScope(context, who, orgs).ok());
    }
    void expectSound() {
        const Json verified = must(hub::verifyLog(context));
        EXPECT_EQ(verified["ok"], true) << verified.dump();
    }
};

/// A real station, reached without sockets.
struct Computer {
    TemporaryFolder folder;
    Hub& hub;
    FakeClock& clock;
    SeededRandom random;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<transport::LoopbackTransport> transport;

    Computer(Hub& district, RecordId person, std::uint64_t seed)
        : hub(district), clock(district.clock), random(seed) {
        store = must(store::Store::create(folder / "data", "一号机" + std::to_string(seed), clock, random));
        join(person, 1);
    }

    void join(RecordId person, std::int64_t local) {
        const auto code = must(hub::issueCode(hub.context, person, std::chrono::hours(24)));
        protocol::EnrolRequest request;
        request.code = code["code"];
        request.stationName = store->name();
        request.pen = must(store->penFor(local));
        if (const auto known = store->enrolment()) {
            request.station = known->station;
            request.token = known->token;
        }
        const auto answer = must(hub::enrol(hub.context, request));
        const auto& enrolled = std::get<protocol::EnrolResponse>(answer);
        must(store->enrol(
            {"http://hub", "", enrolled.station, enrolled.token, enrolled.district, enrolled.districtName},
            enrolled, local));
        transport = std::make_unique<transport::LoopbackTransport>(
            [this](const net::Request& asked) { return hub.service.handle(asked); },
            transport::bearer(enrolled.station, enrolled.token));
    }

    runtime::SyncResult sync() {
        clock.advance(Millis(1000));
        auto out = runtime::syncAll(*store, *transport);
        EXPECT_EQ(out.trouble, protocol::Trouble::None) << out.words.en;
        return out;
    }
    /// One request and its answer; a long sync is cut after it.
    runtime::SyncResult once() { return runtime::exchange(*store, *transport); }

    RecordId create(const std::string& theme, const std::string& org = "") {
        clock.advance(Millis(1000));
        const auto plan =
            records::planCreate(*store->catalog().type("outreach"),
                                {{"theme", theme}, {"happened_on", "2026-03-01"}, {"attendance", 30}}, org);
        return must(store->save(1, {{std::nullopt, "outreach", plan.writes}})).at(0);
    }
    void write(RecordId id, const records::Plan& plan) {
        clock.advance(Millis(1000));
        ASSERT_TRUE(plan.refused.empty()) << plan.refused[0].message.en;
        ASSERT_TRUE(store->save(1, {{id, "", plan.writes}}).ok());
    }
    void edit(RecordId id, const Json& patch) {
        const auto state = must(store->state(id));
        write(id, records::planEdit(*store->catalog().type("outreach"), state, state.seen(), patch));
    }
    void remove(RecordId id) {
        const auto state = must(store->state(id));
        write(id, records::planDelete(state, state.seen()));
    }
    void move(RecordId id, const std::string& org) {
        const auto state = must(store->state(id));
        write(id, records::planMove(state, state.seen(), org));
    }

    bool holds(RecordId id) { return store->get(id).ok(); }
    Json fields(RecordId id) { return must(store->get(id)).view.fields; }
    std::uint64_t listed() {
        store::ListQuery query;
        query.type = "outreach";
        return must(store->count(query));
    }
    /// Every record as text, for comparing stores.
    std::string everything() {
        std::string out;
        EXPECT_TRUE(store
                        ->forEach([&](const store::StoredRecord& r) {
                            out += toText(r.id) + r.view.fields.dump() + r.view.state + r.view.org +
                                   std::to_string(r.view.updated.packed) + Json(r.view.conflicts).dump() +
                                   "\n";
                            return Status();
                        })
                        .ok());
        return out;
    }
    void expectSound() {
        const auto report = must(store->check());
        EXPECT_TRUE(report.faults.empty()) << report.faults[0].en;
    }
};

/// A district in one process.
struct Together : ::testing::Test {
    FakeClock clock;
    Hub hub{clock};
};

}  // namespace fayi::testing
