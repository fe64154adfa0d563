// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk.h"
#include "fayi/net/http_server.h"
#include "fayi/server/administration.h"
#include "fayi/server/enrol.h"
#include "fayi/server/service.h"
#include "fayi/server/sqlite_hub_store.h"

namespace fayi::station {

/// A district hub behind a socket of this machine, and stations that share its time.
struct District : ::testing::Test {
    testing::TemporaryFolder folder;
    testing::FakeClock clock;
    testing::SeededRandom random{7};
    std::unique_ptr<hub::SqliteHubStore> store = must(hub::SqliteHubStore::create(folder.path()));
    hub::References references;
    hub::Context context{*store, clock, random, references};
    hub::BlobStore blobs = hub::BlobStore::inFolder(folder.path());
    std::unique_ptr<hub::Service> service;
    std::unique_ptr<net::HttpServer> server;

    District() {
        EXPECT_TRUE(hub::initHub(*store, clock, random, "500115", "长寿区").ok());
        service = std::make_unique<hub::Service>(
            [this]() -> Result<std::unique_ptr<hub::HubStore>> {
                FAYI_LET(opened, hub::SqliteHubStore::open(folder.path()));
                return std::unique_ptr<hub::HubStore>(std::move(opened));
            },
            clock, random, hub::Service::Log(), &blobs);
        server =
            must(net::HttpServer::start({}, [this](const net::Request& r) { return service->handle(r); }));
    }

    std::string codeFor(RecordId person) {
        return must(hub::issueCode(context, person, std::chrono::hours(24)))["code"];
    }
    std::string code(const std::string& name, const std::string& role, const std::string& org) {
        const Json person = must(hub::addPerson(context, name, role, org));
        return codeFor(*parseRecordId(person["person"].get<std::string>()));
    }
    void join(Desk& desk, const std::string& name, const std::string& role, const std::string& org) {
        const Enrolled enrolled = must(desk->enrol(server->url(), code(name, role, org), ""));
        EXPECT_EQ(enrolled.person.name, name);
        must(desk->sync());
    }
    /// a pushes, b pushes and pulls, a pulls.
    static void syncBoth(Desk& a, Desk& b) {
        must(a->sync());
        must(b->sync());
        must(a->sync());
    }
};

}  // namespace fayi::station
