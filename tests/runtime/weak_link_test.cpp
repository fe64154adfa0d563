// SPDX-License-Identifier: Apache-2.0
// A real station and a real hub over a link that is weak, cut, or leads somewhere else. Bytes and requests
// are counted on the link itself.
#include "fayi/testing/weak_link.h"

#include "fayi/net/http_server.h"
#include "hub_and_station.h"

namespace fayi::runtime {
namespace {

using protocol::Trouble;
using testing::WeakLink;

/// Both ends as they are; what lies between them is the test's.
struct WeakLinkTest : ::testing::Test {
    SystemClock real;
    TestHub hub;
    std::unique_ptr<net::HttpServer> server = serve();
    WeakLink link{server->port(), {}, real};
    TestStation a{1, hub, hub.person("张甲", "500115001")};
    TestStation b{2, hub, hub.person("李乙", "500115001")};
    std::unique_ptr<transport::HttpTransport> way = wayOf(a);

    std::unique_ptr<net::HttpServer> serve() {
        net::ListenOptions options;
        options.refusal = hub::Service::refusal;
        return net::HttpServer::start(options,
                                      [this](const net::Request& r) { return hub.service->handle(r); })
            .value();
    }
    std::unique_ptr<transport::HttpTransport> wayOf(const TestStation& station) const {
        return std::make_unique<transport::HttpTransport>(link.url(), net::ClientOptions{},
                                                          transport::bearer(station.number, station.token));
    }
    SyncResult sync() { return syncAll(*a.local.store, *way); }
    /// Everything arrived, once.
    void expectAllAtTheHub(const std::vector<RecordId>& records) {
        for (const RecordId id : records)
            EXPECT_EQ(hub.history(id).size(), 1U) << toText(id);
        EXPECT_TRUE(hub.verifies());
        EXPECT_FALSE(a.local.store->hasUnsent());
    }
};

TEST_F(WeakLinkTest, AnIdleSyncIsOneRequestOfSixHundredBytesOnTheSocket) {
    a.create();
    ASSERT_EQ(sync().trouble, Trouble::None);
    ASSERT_EQ(sync().trouble, Trouble::None);
    const WeakLink::Counts before = link.counts();
    const SyncResult idle = sync();
    const WeakLink::Counts after = link.counts();
    EXPECT_EQ(idle.traffic.requests, 1U);
    EXPECT_EQ(after.up - before.up, idle.traffic.bytesUp);
    EXPECT_EQ(after.down - before.down, idle.traffic.bytesDown);
    EXPECT_LE(after.both() - before.both(), 600U);
    EXPECT_EQ(after.connections, before.connections) << "the connection of the sync before is used again";
}

TEST_F(WeakLinkTest, ASmallSyncIsOneRequestWithItsAcknowledgementAndItsNews) {
    ASSERT_EQ(sync().trouble, Trouble::None);
    const RecordId theirs = b.create();
    b.sync();
    const RecordId ours = a.create();
    const SyncResult both = sync();
    EXPECT_EQ(both.traffic.requests, 1U);
    EXPECT_EQ(both.pushed, 1U);
    EXPECT_EQ(both.pulled, 1U);
    EXPECT_TRUE(a.local.store->get(theirs).ok());
    EXPECT_EQ(a.local.store->get(ours).value().sync, "received");
}

TEST_F(WeakLinkTest, WhoeverAnswersInsteadOfTheHubIsKnownForWhatItIsAndNothingIsLost) {
    const std::vector<RecordId> made{a.create(), a.create()};
    const std::string page = "<html>请先登录</html>";
    const auto html = [&](const std::string& status) {
        return "HTTP/1.1 " + status +
               "\r\nContent-Type: text/html\r\nContent-Length: " + std::to_string(page.size()) + "\r\n\r\n" +
               page;
    };
    for (const auto& [answer, trouble] : std::initializer_list<std::pair<std::string, Trouble>>{
             {html("200 OK"), Trouble::Captive},
             {html("511 Network Authentication Required"), Trouble::Captive},
             {"HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\nContent-Length: 0\r\n\r\n",
              Trouble::Captive},
             {"+OK this is a mail server\r\n", Trouble::Captive},
             {html("502 Bad Gateway"), Trouble::Proxy},
             {html("504 Gateway Timeout"), Trouble::Proxy},
             {"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n", Trouble::Proxy},
             {"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 40\r\nContent-Length: 0\r\n\r\n",
              Trouble::Busy},
             {"HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Length: 500\r\n\r\ncut",
              Trouble::CutShort}}) {
        link.answerWith(answer);
        const SyncResult failed = sync();
        EXPECT_EQ(failed.trouble, trouble) << answer << "\n" << failed.words.en;
        EXPECT_FALSE(failed.words.zh.empty() || failed.words.en.empty());
        if (trouble == Trouble::Busy) {
            EXPECT_EQ(failed.retryAfter, std::chrono::seconds(40));
        }
        link.pass();
    }
    link.refuse();
    EXPECT_EQ(sync().trouble, Trouble::NoConnection);
    link.pass();
    EXPECT_EQ(sync().trouble, Trouble::None);
    expectAllAtTheHub(made);
}

TEST_F(WeakLinkTest, AnAnswerMayBeCutAtAnyByte) {
    ASSERT_EQ(sync().trouble, Trouble::None);
    std::vector<RecordId> made;
    for (std::uint64_t byte = 1; byte < 300; byte += 13) {
        made.push_back(a.create());
        b.create();
        b.sync();
        link.cutAnswerAfter(byte);
        sync();
        link.pass();
        while (sync().trouble != Trouble::None) {
        }
        EXPECT_EQ(a.local.store->counts().waiting, 0U) << "cut at " << byte;
    }
    expectAllAtTheHub(made);
    b.sync();
    EXPECT_EQ(a.local.store->counts().records, b.local.store->counts().records);
}

TEST_F(WeakLinkTest, AHubThatDiesBetweenTakingAPushAndSayingSoLosesAndDoublesNothing) {
    const std::vector<RecordId> made{a.create(), a.create(), a.create()};
    const std::uint16_t port = server->port();
    link.cutAnswerAfter(1);  // it has taken the push and its answer does not arrive
    EXPECT_NE(sync().trouble, Trouble::None);
    server->stop();
    hub.service.reset();
    EXPECT_NE(sync().trouble, Trouble::None);
    hub.serve();
    net::ListenOptions options;
    options.port = port;
    server = net::HttpServer::start(options, [this](const net::Request& r) {
                 return hub.service->handle(r);
             }).value();
    EXPECT_EQ(sync().trouble, Trouble::None);
    expectAllAtTheHub(made);
}

}  // namespace
}  // namespace fayi::runtime
