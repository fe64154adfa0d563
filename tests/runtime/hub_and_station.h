// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>

#include "fayi/runtime/sync_session.h"
#include "fayi/server/administration.h"
#include "fayi/server/backup.h"
#include "fayi/server/enrol.h"
#include "fayi/server/reports.h"
#include "fayi/server/service.h"
#include "fayi/server/sqlite_hub_store.h"
#include "store_fixture.h"

/// A hub and stations in one process, asked over nothing.
namespace fayi::runtime {

using hub::Json;

inline const Json kOutreach{{"theme", "民法典"}, {"happened_on", "2026-03-01"}};

/// A hub in a folder, asked over nothing.
struct TestHub {
    testing::TemporaryFolder folder;
    testing::FakeClock clock;
    testing::SeededRandom random{11};
    std::unique_ptr<hub::SqliteHubStore> store = hub::SqliteHubStore::create(folder.path()).value();
    std::unique_ptr<hub::References> references = std::make_unique<hub::References>();
    std::unique_ptr<hub::Service> service;
    int requests = 0;

    TestHub() {
        EXPECT_TRUE(hub::initHub(*store, clock, random, "500115", "长寿区").ok());
        serve();
    }
    hub::Context context() { return {*store, clock, random, *references}; }
    void serve() {
        service = std::make_unique<hub::Service>(
            [this]() -> Result<std::unique_ptr<hub::HubStore>> {
                FAYI_LET(opened, hub::SqliteHubStore::open(folder.path()));
                return std::unique_ptr<hub::HubStore>(std::move(opened));
            },
            clock, random);
    }
    void backUp() {
        ASSERT_TRUE(store->backupTo((folder / "copy").string()).ok());
        hub::Context live = context();
        auto note = hub::examineCopy(live);
        ASSERT_TRUE(note.ok()) << note.error().message.en;
        ASSERT_TRUE(hub::noteBackup(live, *note).ok());
    }
    void putBack() {
        clock.advance(std::chrono::minutes(1));
        service.reset();
        store.reset();
        for (const char* name : {"hub.sqlite", "hub.sqlite-wal", "hub.sqlite-shm"})
            std::filesystem::remove(folder / name);
        std::filesystem::copy_file(folder / "copy", folder / "hub.sqlite");
        store = hub::SqliteHubStore::open(folder.path()).value();
        references = std::make_unique<hub::References>();
        hub::Context live = context();
        ASSERT_TRUE(hub::beginEpoch(live, hub::examineCopy(live).value()).ok());
        serve();
    }
    RecordId person(const std::string& name, const std::string& org, const std::string& role = "clerk") {
        hub::Context live = context();
        return *parseRecordId(hub::addPerson(live, name, role, org).value()["person"].get<std::string>());
    }
    Json history(RecordId id) {
        hub::Context live = context();
        const auto out = hub::history(live, id);
        return out ? *out : Json();
    }
    bool verifies() {
        hub::Context live = context();
        return hub::verifyLog(live).value()["ok"].get<bool>();
    }
};

/// A station with its store, joined to the hub.
struct TestStation {
    store::TestStore local;
    TestHub& hub;
    std::uint64_t number = 0;
    std::string token;

    TestStation(std::uint64_t seed, TestHub& at, RecordId person) : local(seed), hub(at) {
        hub::Context live = hub.context();
        const std::string code = hub::issueCode(live, person, std::chrono::hours(9)).value()["code"];
        const std::string name = "第" + std::to_string(seed) + "机";
        const auto pen = local.store->penFor(1).value();
        const auto said = hub::enrol(live, {code, name, {}, {}, pen}).value();
        const auto& answer = std::get<protocol::EnrolResponse>(said);
        number = answer.station;
        token = answer.token;
        EXPECT_TRUE(
            local.store->enrol({"http://hub", "", number, token, "500115", "长寿区"}, answer, 1).ok());
    }
    /// The folder of another station, copied to a second computer.
    TestStation(std::uint64_t seed, TestStation& of)
        : local(seed), hub(of.hub), number(of.number), token(of.token) {
        const auto mine = local.folder / "data", theirs = of.local.folder / "data";
        local.store.reset();
        of.local.store.reset();
        std::filesystem::remove_all(mine);
        std::filesystem::copy(theirs, mine, std::filesystem::copy_options::recursive);
        local.reopen();
        of.local.reopen();
    }
    /// Through `between`, which sees each request on its way.
    SyncResult sync(const std::function<void(net::Request&)>& between = {}) {
        transport::LoopbackTransport way(
            [&](net::Request request) {
                ++hub.requests;
                if (between)
                    between(request);
                return hub.service->handle(request);
            },
            transport::bearer(number, token));
        hub.requests = 0;
        SyncResult out = syncAll(*local.store, way);
        EXPECT_EQ(out.trouble, protocol::Trouble::None) << out.words.en;
        return out;
    }
    RecordId create(const Json& fields = kOutreach) { return local.create("outreach", fields); }
    Json theme(RecordId id) { return local.fields(id)["theme"]; }
};

}  // namespace fayi::runtime
