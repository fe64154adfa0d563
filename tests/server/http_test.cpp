// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "certificates.h"
#include "fayi/net/http_client.h"
#include "fayi/net/http_server.h"
#include "fayi/server/service.h"
#include "fixture.h"
#include "raw_socket.h"

namespace fayi::hub::testing {
namespace {

using net::testing::RawSocket;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// The hub behind a real socket of the loopback.
class Http : public HubTest {
protected:
    Http()
        : service(
              [this]() -> Result<std::unique_ptr<HubStore>> {
                  FAYI_LET(opened, SqliteHubStore::open(folder.path()));
                  return std::unique_ptr<HubStore>(std::move(opened));
              },
              clock, random),
          server(must(net::HttpServer::start(options(),
                                             [this](const net::Request& r) { return service.handle(r); }))) {}

    static net::ListenOptions options() {
        net::ListenOptions out;
        out.refusal = Service::refusal;
        return out;
    }
    net::Outcome send(const net::Request& request, std::string_view media = "") {
        net::ClientOptions options;
        options.proxy = "";
        net::HttpClient client(options);
        return client.send(server->url(), request, media);
    }
    static net::Request syncRequest(const FakeStation& station, const Bytes& body) {
        return {"POST",
                std::string(protocol::kSyncTarget),
                {{"Content-Type", std::string(protocol::kCborMedia)},
                 {"Authorization",
                  "Bearer " + std::to_string(station.credentials.station) + "." + station.credentials.token}},
                body};
    }
    static std::string codeOf(const net::Outcome& outcome) {
        const auto denial = protocol::denialFrom(outcome.response.body);
        return denial ? denial->code : "none: " + outcome.response.body;
    }
    bool isUp() { return send({"GET", "/healthz", {}, {}}).response.status == 200; }

    Service service;
    std::unique_ptr<net::HttpServer> server;
};

TEST_F(Http, EnrolmentAndSyncTravelOverTheWire) {
    const RecordId who = person("clerk", "500115001");
    const SigningKey key = SigningKey::generate(random);
    const protocol::EnrolRequest ask{code(who), "凤城一号机", {}, {}, {ReplicaId{7}, {}, key.publicKey}};
    const auto enrolled = send({"POST",
                                "/v1/enrol",
                                {{"Content-Type", "application/json; charset=utf-8"}},
                                protocol::toJson(ask).dump()},
                               protocol::kJsonMedia);
    ASSERT_EQ(enrolled.response.status, 200) << enrolled.response.body;
    const auto answer = must(protocol::enrolResponseFrom(Json::parse(enrolled.response.body)));
    FakeStation a(clock, random);
    a.credentials = {answer.station, answer.token};
    a.pens.push_back({who, key, ReplicaId{7}, protocol::ChainHead::start({7}), {}, 0, true, {}});
    const RecordId record = a.create("outreach", kOutreach);
    const auto synced = send(syncRequest(a, protocol::encode(a.request())), protocol::kCborMedia);
    ASSERT_EQ(synced.response.status, 200) << synced.response.body;
    a.apply(must(protocol::decodeSyncResponse(synced.response.body)));
    EXPECT_EQ(a.pens[0].acked, 1U);
    EXPECT_TRUE(must(store->record(record)));
}

TEST_F(Http, AnIdleSyncIsSixHundredBytesAtMost) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    a.syncAll(context);
    const auto idle = send(syncRequest(a, protocol::encode(a.request())), protocol::kCborMedia);
    ASSERT_EQ(idle.response.status, 200);
    EXPECT_EQ(idle.traffic.requests, 1U);
    EXPECT_LE(idle.traffic.bytesUp + idle.traffic.bytesDown, 600U);
}

TEST_F(Http, GarbageIsDeniedInWordsAndTheHubStaysUp) {
    FakeStation a = station(person("clerk", "500115001"));
    const Bytes good = protocol::encode(a.request());
    const std::vector<Bytes> bodies{"",
                                    "garbage",
                                    good.substr(0, good.size() / 2),
                                    Bytes(100'000, '\x9f'),
                                    Bytes("\x28\xb5\x2f\xfd\x00", 5),
                                    "<html>login</html>"};
    for (const Bytes& body : bodies) {
        const auto outcome = send(syncRequest(a, body));
        EXPECT_EQ(outcome.response.status, 400);
        EXPECT_EQ(codeOf(outcome), "malformed");
    }
    for (const Bytes& body :
         {Bytes("["), Bytes("[1]"), Bytes(100'000, '['), Bytes("{\"code\": 5}"), Bytes("{}")}) {
        const auto outcome = send({"POST", "/v1/enrol", {{"Content-Type", "application/json"}}, body});
        EXPECT_EQ(outcome.response.status, 400);
        EXPECT_EQ(codeOf(outcome), "malformed");
    }
    EXPECT_TRUE(isUp());
}

TEST_F(Http, EveryByteOfARequestMayBeDamaged) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    const Bytes good = protocol::encode(a.request());
    const std::uint64_t before = must(store->lastPosition()).value;
    for (std::size_t i = 0; i < good.size(); ++i) {
        Bytes damaged = good;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
        const auto response = service.handle(syncRequest(a, damaged));
        EXPECT_LT(response.status, 500) << "byte " << i << ": " << response.body;
    }
    EXPECT_LE(must(store->lastPosition()).value, before + 1)
        << "only the signed change itself may have got in";
}

TEST_F(Http, AWrongMediaTypeIsDenied) {
    FakeStation a = station(person("clerk", "500115001"));
    net::Request request = syncRequest(a, protocol::encode(a.request()));
    request.headers[0].value = "application/json";
    const auto outcome = send(request);
    EXPECT_EQ(outcome.response.status, 415);
    EXPECT_EQ(codeOf(outcome), "media-type");
}

TEST_F(Http, AWrongTokenIsDenied) {
    FakeStation a = station(person("clerk", "500115001"));
    a.credentials.token += "x";
    const auto outcome = send(syncRequest(a, protocol::encode(a.request())));
    EXPECT_EQ(outcome.response.status, 401);
    EXPECT_EQ(codeOf(outcome), "token");
    for (const char* header :
         {"", "Bearer", "Bearer 1", "Bearer x.y", "Basic YTpi", "Bearer 99999999999999999999.x"}) {
        net::Request request = syncRequest(a, protocol::encode(a.request()));
        request.headers[1].value = header;
        EXPECT_EQ(codeOf(send(request)), "token") << header;
    }
}

TEST_F(Http, AnotherVersionIsToldSo) {
    FakeStation a = station(person("clerk", "500115001"));
    const Bytes body = protocol::toCbor({{"v", 99}, {"c", {0, 0}}, {"g", 0}, {"t", 0}});
    const auto outcome = send(syncRequest(a, body));
    EXPECT_EQ(outcome.response.status, 426);
    EXPECT_EQ(codeOf(outcome), "version");
    const auto enrolment = send(
        {"POST", "/v1/enrol", {{"Content-Type", "application/json"}}, R"({"version": 99, "code": "x"})"});
    EXPECT_EQ(codeOf(enrolment), "version");
}

TEST_F(Http, TooManyWrongCodesAreToldWhenToComeBack) {
    const std::string given = code(person("clerk", "500115001"));
    const protocol::EnrolRequest ask{
        given.substr(0, 5) + "0000-0000", "x", {}, {}, {ReplicaId{7}, {}, Bytes(32, 'k')}};
    net::Outcome outcome;
    for (int i = 0; i <= kFreeTries; ++i)
        outcome =
            send({"POST", "/v1/enrol", {{"Content-Type", "application/json"}}, protocol::toJson(ask).dump()});
    EXPECT_EQ(outcome.response.status, 429);
    ASSERT_NE(outcome.response.header("Retry-After"), nullptr);
    EXPECT_EQ(*outcome.response.header("Retry-After"), "30");
}

TEST_F(Http, ABodyOfTwoHundredMegabytesIsRefusedAtOnce) {
    RawSocket socket = RawSocket::connect(server->port());
    ASSERT_TRUE(
        socket.send("POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Type: application/cbor\r\n"
                    "Content-Length: 209715200\r\n\r\n"));
    const std::string answer = socket.readMessage();
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 413"));
    EXPECT_THAT(answer, HasSubstr("too-large"));
    EXPECT_TRUE(isUp());
}

TEST_F(Http, ABodyThatStopsHalfWayChangesNothing) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    const net::Request request = syncRequest(a, protocol::encode(a.request()));
    const std::uint64_t before = must(store->lastPosition()).value;
    {
        RawSocket socket = RawSocket::connect(server->port());
        socket.send("POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Type: application/cbor\r\nAuthorization: " +
                    request.headers[1].value + "\r\nContent-Length: " + std::to_string(request.body.size()) +
                    "\r\n\r\n" + request.body.substr(0, request.body.size() / 2));
    }
    EXPECT_TRUE(isUp());
    EXPECT_EQ(must(store->lastPosition()).value, before);
}

TEST_F(Http, AProbeIsBoundedBothWaysAndOnlyForStations) {
    const FakeStation a = station(person("clerk", "500115001"));
    net::Request ask = syncRequest(a, Bytes(1000, 'x'));
    ask.headers[0].value = protocol::kBytesMedia;
    ask.target = "/v1/probe?bytes=5000";
    const auto answer = send(ask, protocol::kBytesMedia);
    ASSERT_EQ(answer.response.status, 200) << answer.response.body;
    EXPECT_EQ(answer.response.body.size(), 5008U);
    std::uint64_t told = 0;
    for (const char byte : answer.response.body.substr(0, 8))
        told = told << 8U | static_cast<unsigned char>(byte);
    EXPECT_EQ(told, static_cast<std::uint64_t>(clock.now().count()));
    for (const char* wish : {"?bytes=9999999999", "?bytes=-1", "?bytes=x", ""}) {
        ask.target = std::string("/v1/probe") + wish;
        const auto bounded = send(ask, protocol::kBytesMedia);
        EXPECT_EQ(bounded.response.status, 200) << wish;
        EXPECT_LE(bounded.response.body.size(), 8 + limits::kProbeBytes) << wish;
    }
    ask.body = Bytes(limits::kProbeBytes + 1, 'x');
    EXPECT_EQ(codeOf(send(ask)), "too-large");
    ask.body.clear();
    ask.headers[1].value += "x";
    EXPECT_EQ(send(ask).response.status, 401);
    ask.headers.pop_back();
    EXPECT_EQ(send(ask).response.status, 401);
}

TEST_F(Http, UnknownAddressesAndMethodsAreTold) {
    EXPECT_EQ(service.handle({"GET", "/", {}, {}}).status, 404);
    EXPECT_EQ(service.handle({"GET", "/v1/sync", {}, {}}).status, 405);
    EXPECT_EQ(service.handle({"POST", "/healthz", {}, {}}).status, 405);
}

TEST_F(Http, MetricsCountWhatHappened) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    a.create("outreach", {{"theme", 7}});
    service.handle(syncRequest(a, protocol::encode(a.request())));
    const auto metrics = send({"GET", "/metrics", {}, {}});
    EXPECT_EQ(metrics.response.status, 200);
    EXPECT_THAT(metrics.response.body, HasSubstr("\nfayi_hub_syncs_total 1\n"));
    EXPECT_THAT(metrics.response.body, HasSubstr("\nfayi_hub_changes_accepted_total 1\n"));
    EXPECT_THAT(metrics.response.body, HasSubstr("\nfayi_hub_changes_refused_total 1\n"));
}

TEST_F(Http, ManyStationsPushAtOnceAndNothingIsLost) {
    std::vector<FakeStation> stations;
    for (int i = 0; i < 8; ++i) {
        stations.push_back(station(person("clerk", "500115001")));
        for (int k = 0; k < 10; ++k)
            stations.back().create("outreach", kOutreach);
    }
    std::vector<std::thread> threads;
    std::vector<int> statuses(stations.size());
    for (std::size_t i = 0; i < stations.size(); ++i)
        threads.emplace_back([&, i] {
            const auto outcome = send(syncRequest(stations[i], protocol::encode(stations[i].request())));
            statuses[i] = outcome.response.status;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_THAT(statuses, ::testing::Each(200));
    for (const FakeStation& each : stations)
        EXPECT_EQ(must(store->pen(each.pens[0].id))->head.seq, 10U);
    EXPECT_EQ(must(verifyLog(context))["ok"], true);
}

/// What requests share (references, counters, idle stores) while all kinds of them run at once.
TEST_F(Http, WhoReadsWhileOthersWriteIsAnsweredWhole) {
    constexpr int kRounds = 4;
    std::vector<FakeStation> stations;
    for (int i = 0; i < 4; ++i) {
        stations.push_back(station(person("clerk", "500115001")));
        for (int k = 0; k < 5; ++k)
            stations.back().create("outreach", kOutreach);
    }
    const RecordId known = stations[0].create("outreach", kOutreach);
    stations[0].syncAll(context);
    net::Request past = syncRequest(stations[0], protocol::encode(protocol::HistoryRequest{known, {}}));
    past.target = protocol::kHistoryTarget;
    std::atomic<int> bad{0};
    const auto ask = [&](const net::Request& request) {
        const auto outcome = send(request);
        bad += outcome.response.status == 200 ? 0 : 1;
        return outcome.response.body;
    };
    std::vector<std::jthread> threads;
    for (FakeStation& each : stations)
        threads.emplace_back([&] {
            for (int round = 0; round < kRounds; ++round)
                if (const auto answer = protocol::decodeSyncResponse(
                        ask(syncRequest(each, protocol::encode(each.request())))))
                    each.apply(*answer);
        });
    threads.emplace_back([&] {
        for (int round = 0; round < kRounds; ++round)
            for (const net::Request& request :
                 {past, net::Request{"GET", "/metrics", {}, {}}, net::Request{"GET", "/healthz", {}, {}}})
                ask(request);
    });
    for (const char* day : {"2025-10-31", "2025-11-30", "2025-12-31"})
        EXPECT_TRUE(lockPeriod(context, "500115001", day).ok());
    threads.clear();
    EXPECT_EQ(bad, 0);
    for (FakeStation& each : stations) {
        each.syncAll(context);
        EXPECT_EQ(each.pens[0].acked, each.pens[0].log.size());
        EXPECT_TRUE(each.holds(known));
    }
}

}  // namespace
}  // namespace fayi::hub::testing
