// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "fayi/net/message.h"
#include "fayi/server/blobs.h"
#include "fayi/server/enrol.h"
#include "fayi/server/probe.h"
#include "fayi/server/rejoin.h"
#include "fayi/server/sync.h"
#include "fayi/server/testimony.h"

namespace fayi::hub {

/// The hub as an HTTP handler: routes, media types, credentials, and what a failure looks like to a client.
/// Thread safe: each request borrows a store of its own; those that write go one at a time.
class Service {
public:
    /// Told of every failure of the hub itself, on the thread of the request.
    using Log = std::function<void(const Error&)>;

    /// `clock`, `random` and `blobs` must outlive it; without `blobs` it takes no attachments.
    Service(StoreFactory stores, const Clock& clock, Random& random, Log log = {},
            BlobStore* blobs = nullptr);
    ~Service();

    net::Response handle(const net::Request& request);
    /// The denial behind a status with which the listener refuses a request before it gets here.
    static net::Response refusal(int status);

private:
    class Borrowed;

    net::Response route(const net::Request& request, std::string_view path);
    net::Response syncRoute(const net::Request& request);
    net::Response enrolRoute(const net::Request& request);
    net::Response rejoinRoute(const net::Request& request);
    net::Response testifyRoute(const net::Request& request);
    net::Response historyRoute(const net::Request& request);
    net::Response bundleRoute(const net::Request& request);
    net::Response probeRoute(const net::Request& request);
    net::Response lockRoute(const net::Request& request);
    net::Response blobRoute(const net::Request& request, std::string_view name);
    net::Response readBlob(const net::Request& request, const std::string& name);
    net::Response takeBlob(const net::Request& request, const std::string& name);
    net::Response partOf(const net::Request& request, const std::string& name, std::uint64_t total);
    void tendBlobs();
    net::Response health();
    net::Response metrics();
    net::Response denied(const Denied& denied);
    net::Response failed(const Error& error);
    Result<std::unique_ptr<HubStore>> borrow();
    void giveBack(std::unique_ptr<HubStore> store);

    StoreFactory m_stores;
    const Clock& m_clock;
    Random& m_random;
    Log m_log;
    References m_references;
    std::mutex m_writing;  ///< held while a request writes
    std::mutex m_idleMutex;
    std::vector<std::unique_ptr<HubStore>> m_idle;  ///< as many as requests ever ran at once

    struct Counters {
        std::atomic<std::uint64_t> syncs{0}, testified{0}, accepted{0}, refused{0}, known{0}, sent{0},
            blobsReceived{0}, blobsRead{0}, enrolments{0}, bundles{0}, denials{0}, failures{0}, bytesIn{0},
            bytesOut{0};
    };
    Counters m_counters;

    BlobStore* const m_blobs;
    /// Uploads of one blob go one at a time; those of others rarely wait for it.
    std::array<std::mutex, 64> m_uploading;
    std::atomic<std::int64_t> m_tended{0};  ///< when attachments were last looked after
};

}  // namespace fayi::hub
