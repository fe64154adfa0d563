// SPDX-License-Identifier: Apache-2.0
// What a weak link makes of a sync, a real station and a real hub on both sides of it, and how long a page
// holds the store's write lock.
#include <sqlite3.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "fayi/net/http_server.h"
#include "fayi/protocol/answer_pages.h"
#include "fayi/records/plan.h"
#include "fayi/runtime/blob_session.h"
#include "fayi/server/administration.h"
#include "fayi/server/enrol.h"
#include "fayi/server/service.h"
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/testing/wasting.h"
#include "fayi/testing/weak_link.h"
#include "pen.h"

namespace fayi::bench {
namespace {

using Json = nlohmann::json;
using Steady = std::chrono::steady_clock;
using testing::WeakLink;
using testing::Weakness;

constexpr const char* kType = "contract-review";

double millisSince(Steady::time_point begin) {
    return std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
}

void require(bool good, const std::string& what) {
    if (!good)
        fail(what);
}

/// A hub behind a socket, one person's worth of district.
struct Hub {
    std::filesystem::path folder;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<hub::SqliteHubStore> store;
    hub::References references;
    hub::Context context;
    hub::BlobStore blobs;
    hub::Service service;
    std::unique_ptr<net::HttpServer> server;

    explicit Hub(std::filesystem::path where)
        : folder(std::move(where)),
          store(must(hub::SqliteHubStore::create(folder))),
          context{*store, clock, random, references},
          blobs(hub::BlobStore::inFolder(folder)),
          service(
              [this]() -> Result<std::unique_ptr<hub::HubStore>> {
                  FAYI_LET(opened, hub::SqliteHubStore::open(folder));
                  return std::unique_ptr<hub::HubStore>(std::move(opened));
              },
              clock, random, {}, &blobs) {
        require(hub::initHub(*store, clock, random, "500115", "长寿区").ok(), "no hub");
        server =
            must(net::HttpServer::start({}, [this](const net::Request& r) { return service.handle(r); }));
    }
};

/// A station that has joined it.
struct Station {
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<store::Store> store;
    std::string token;

    Station(const std::filesystem::path& folder, Hub& hub)
        : store(must(store::Store::create(folder, "一号机", clock, random))) {
        const auto person = must(hub::addPerson(hub.context, "张甲", "district", "500115"));
        const auto id = *parseRecordId(person["person"].get<std::string>());
        const auto code = must(hub::issueCode(hub.context, id, std::chrono::hours(1)));
        protocol::EnrolRequest ask;
        ask.code = code["code"];
        ask.stationName = store->name();
        ask.pen = must(store->penFor(1));
        const auto said = must(hub::enrol(hub.context, ask));
        const auto& answer = std::get<protocol::EnrolResponse>(said);
        must(store->enrol({"http://hub", "", answer.station, answer.token, "500115", "长寿区"}, answer, 1));
        token = transport::bearer(answer.station, answer.token);
    }
    RecordId create(const Json& fields) {
        const auto plan = records::planCreate(*store->catalog().type(kType), fields, "500115001");
        return must(store->save(1, {{std::nullopt, kType, plan.writes}})).front();
    }
    std::string attach(RecordId id, const std::string& content) {
        const auto book = must(store::Attachments::open(store->folder(), clock));
        const std::string name = must(book->files().takeIn(content)).name;
        require(book->noteTakenIn(name, content.size(), false).ok(), "no attachment");
        const auto& type = *store->catalog().type(kType);
        const auto state = must(store->state(id));
        const auto plan = records::planMember(type, state, state.seen(), *type.find("attachments"),
                                              {{"blob", name},
                                               {"name", "扫描件.pdf"},
                                               {"bytes", content.size()},
                                               {"media", "application/pdf"}});
        must(store->save(1, {{id, kType, plan.writes}}));
        return name;
    }
    std::unique_ptr<transport::Transport> over(const std::string& url) const {
        net::ClientOptions options;
        options.proxy = "";
        return std::make_unique<transport::HttpTransport>(url, options, token);
    }
};

std::vector<Json> linesOf(const std::string& file) {
    std::ifstream in(file);
    require(in.good(), "cannot read " + file);
    std::vector<Json> out;
    for (std::string line; std::getline(in, line);)
        out.push_back(Json::parse(line));
    return out;
}

/// Until nothing is left to send; how long it took.
double pushAll(Station& station, transport::Transport& way) {
    const auto begin = Steady::now();
    for (int tries = 0; tries < 100 && station.store->hasUnsent(); ++tries)
        runtime::syncAll(*station.store, way);
    require(!station.store->hasUnsent(), "something did not arrive");
    return millisSince(begin);
}

struct Work {
    std::filesystem::path folder;
    std::vector<Json> records;
    bool realTime = false;
    Json out = Json::object();
};

/// The text of fifty records at 64 kbit/s, 600 ms round trip, cut every 30 s: a station that has synced
/// before.
void weak(Work& work) {
    constexpr double kRate = 8000, kRoundTrip = 600;
    Hub hub(work.folder / "weak-hub");
    Station station(work.folder / "weak", hub);
    SystemClock clock;
    WeakLink link(hub.server->port(), {}, clock);
    const auto way = station.over(link.url());
    runtime::syncAll(*station.store, *way);
    for (std::size_t i = 0; i < 50; ++i)
        station.create(work.records.at(i));
    link.become({.bytesPerSecond = static_cast<std::uint64_t>(kRate),
                 .delay = Millis(300),
                 .cutEvery = std::chrono::seconds(30)});
    const auto before = link.counts();
    const double took = pushAll(station, *station.over(link.url()));
    const auto after = link.counts();
    const double bytes = static_cast<double>(after.both() - before.both());
    work.out["weak"] = {{"ms", took},
                        {"bytes", bytes},
                        {"bound_ms", 1.3 * 1000 * bytes / kRate + 2 * kRoundTrip},
                        {"connections", after.connections - before.connections}};
}

/// Some thousand records over a link of 64 kbit/s that breaks every 30 s, in real time: what a request
/// carries follows the link's pace, so a faster link would lose more of it in a cut.
void breaking(Work& work) {
    constexpr int kTimes = 4;
    Hub hub(work.folder / "breaking-hub");
    Station station(work.folder / "breaking", hub);
    SystemClock clock;
    WeakLink link(hub.server->port(), {}, clock);
    const auto way = station.over(link.url());
    runtime::syncAll(*station.store, *way);
    for (int i = 0; i < kTimes; ++i)
        for (const Json& record : work.records)
            station.create(record);
    link.become({.bytesPerSecond = 8'000, .delay = Millis(300), .cutEvery = std::chrono::seconds(30)});
    testing::Wasting counting(*way);
    pushAll(station, counting);
    work.out["breaking"] = {{"records", kTimes * work.records.size()},
                            {"bytes", counting.all},
                            {"wasted", counting.wasted},
                            {"requests", counting.requests},
                            {"cuts", link.counts().cuts}};
}

/// A scan of 5 MB over a link that breaks every 30 s at 64 kbit/s, or, to save time, every 240 KB eight times
/// as fast. Sent in vain: what went up beyond the scan itself.
void scan(Work& work) {
    constexpr std::size_t kBytes = 5'000'000;
    Hub hub(work.folder / "scan-hub");
    Station station(work.folder / "scan", hub);
    SystemClock clock;
    WeakLink link(hub.server->port(), {}, clock);
    runtime::syncAll(*station.store, *station.over(link.url()));
    const RecordId id = station.create(work.records.at(0));
    const std::string name = station.attach(id, Bytes(SystemRandom().bytes(kBytes)));
    Weakness slow{.bytesPerSecond = 64'000, .delay = Millis(37), .cutEveryBytes = 240'000};
    if (work.realTime)
        slow = {.bytesPerSecond = 8'000, .delay = Millis(300), .cutEvery = std::chrono::seconds(30)};
    link.become(slow);
    const auto before = link.counts();
    const auto begin = Steady::now();
    const auto way = station.over(link.url());
    testing::Wasting counting(*way);
    int tries = 0;
    for (; tries < 1000 && !hub.blobs.tree.sizeOf(name); ++tries)
        runtime::syncWithAttachments(*station.store, counting, clock, {});
    require(hub.blobs.tree.sizeOf(name) == kBytes, "the scan did not arrive");
    const auto after = link.counts();
    work.out["scan"] = {{"bytes", kBytes},
                        {"up", after.up - before.up},
                        {"both", after.both() - before.both()},
                        {"cuts", after.cuts - before.cuts},
                        {"tries", tries},
                        {"ms", millisSince(begin)},
                        {"bandwidth_ms", 1000.0 * kBytes / static_cast<double>(slow.bytesPerSecond)},
                        {"chunk", limits::kBlobChunkBytes}};
}

void idle(Work& work) {
    Hub hub(work.folder / "idle-hub");
    Station station(work.folder / "idle", hub);
    SystemClock clock;
    WeakLink link(hub.server->port(), {}, clock);
    const auto way = station.over(link.url());
    runtime::syncAll(*station.store, *way);
    station.create(work.records.at(0));
    runtime::syncAll(*station.store, *way);
    const auto before = link.counts();
    const auto result = runtime::syncAll(*station.store, *way);
    work.out["idle"] = {{"requests", result.traffic.requests},
                        {"bytes", link.counts().both() - before.both()}};
}

/// A row a record in SQLite alone, as many as a page holds in one transaction: the longest of all.
double plainLongest(const std::filesystem::path& file, const std::vector<Json>& records) {
    sqlite3* database = nullptr;
    require(sqlite3_open(file.c_str(), &database) == SQLITE_OK, "no SQLite");
    const auto run = [&](const char* sql) {
        require(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK,
                sqlite3_errmsg(database));
    };
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, record "
        "TEXT)");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO t(record) VALUES(?)", -1, &insert, nullptr);
    double longest = 0;
    for (std::size_t at = 0; at < records.size(); at += limits::kNewsChanges) {
        const auto begin = Steady::now();
        run("BEGIN IMMEDIATE");
        for (std::size_t i = at; i < std::min(at + limits::kNewsChanges, records.size()); ++i) {
            const std::string text = records[i].dump();
            sqlite3_bind_text(insert, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        run("COMMIT");
        longest = std::max(longest, millisSince(begin));
    }
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return longest;
}

/// How long one page of a large sync holds the write lock, pushing and pulling.
void locks(Work& work) {
    Hub hub(work.folder / "locks-hub");
    Station writer(work.folder / "locks-writer", hub);
    Station reader(work.folder / "locks-reader", hub);
    for (const Json& record : work.records)
        writer.create(record);
    std::uint64_t bytes = 0, requests = 0;
    const auto ask = [&](Station& station, bool& more) {
        auto request = must(station.store->nextRequest());
        request.pages = limits::kAnswerPages;
        const auto reply = station.over(hub.server->url())
                               ->post(protocol::kSyncTarget, protocol::encode(request), protocol::kCborMedia);
        const auto answer = must(protocol::decodePages(reply.body));
        bytes += reply.traffic.bytesDown;
        ++requests;
        double longest = 0;
        for (const auto& page : answer.pages) {
            const auto begin = Steady::now();
            const auto applied = must(station.store->apply(request, page));
            longest = std::max(longest, millisSince(begin));
            more = applied.more || station.store->hasUnsent();
            request = protocol::followUp(request, page);
        }
        return longest;
    };
    const auto all = [&](Station& station) {
        double longest = 0;
        bool more = true;
        for (int round = 0; more && round < 10'000; ++round)
            longest = std::max(longest, ask(station, more));
        return longest;
    };
    const double push = all(writer);
    bytes = requests = 0;
    const double first = all(reader);
    work.out["first_pull"] = {{"bytes_a_record", bytes / work.records.size()}, {"requests", requests}};
    for (const Json& record : work.records)
        writer.create(record);
    all(writer);
    const double news = all(reader);
    work.out["locks"] = {{"push_ms", push},
                         {"first_pull_ms", first},
                         {"news_ms", news},
                         {"plain_ms", plainLongest(work.folder / "plain.db", work.records)},
                         {"records", work.records.size()},
                         {"records_a_page", limits::kNewsChanges}};
}

}  // namespace
}  // namespace fayi::bench

int main(int argc, char** argv) {
    CLI::App app("What a weak link makes of a sync; prints JSON");
    std::string file, folder;
    app.add_option("records", file, "contract reviews, a line each, at least 50")->required();
    app.add_option("folder", folder, "where stores are made")->required();
    fayi::bench::Work work;
    app.add_flag("--real-time", work.realTime, "the scan alone, at 64 kbit/s: eleven minutes");
    CLI11_PARSE(app, argc, argv);
    work.folder = folder;
    std::filesystem::create_directories(folder);
    work.records = fayi::bench::linesOf(file);
    using namespace fayi::bench;
    for (const auto part : work.realTime ? std::vector{scan} : std::vector{weak, breaking, scan, idle, locks})
        part(work);
    std::cout << work.out.dump() << "\n";
    return 0;
}
