// SPDX-License-Identifier: Apache-2.0
// A real station and a real hub over a link that is weak, cut, or leads somewhere else. Bytes and requests
// are counted on the link itself.
#include "fayi/testing/weak_link.h"

#include "fayi/base/limits.h"
#include "fayi/net/http_server.h"
#include "fayi/testing/wasting.h"
#include "hub_and_station.h"

namespace fayi::runtime {
namespace {

using protocol::Trouble;
using testing::Wasting;
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
    using Cursors = std::pair<std::uint64_t, std::uint64_t>;
    Cursors cursor() const {
        const auto at = a.local.store->nextRequest().value().cursor;
        return {at.epoch, at.position.value};
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

/// After the first exchange there is no hub any more.
class Once final : public transport::Transport {
public:
    explicit Once(transport::Transport& way) : m_way(way) {}
    transport::Reply post(std::string_view target, const Bytes& body, std::string_view media) override {
        transport::Reply none;
        none.trouble = Trouble::NoConnection;
        return m_over ? none : (m_over = true, m_way.post(target, body, media));
    }

private:
    transport::Transport& m_way;
    bool m_over = false;
};

TEST_F(WeakLinkTest, AHubThatDiesBetweenTakingAPushAndSayingSoLosesAndDoublesNothing) {
    const std::vector<RecordId> made{a.create(), a.create(), a.create()};
    const std::uint16_t port = server->port();
    link.cutAnswerAfter(1);  // it has taken the push and its answer does not arrive
    Once once(*way);
    EXPECT_NE(syncAll(*a.local.store, once).trouble, Trouble::None);
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

/// So much text that no compression makes it small.
std::string longText(std::uint64_t seed, std::size_t characters) {
    testing::SeededRandom random(seed);
    std::string out;
    for (std::size_t i = 0; i < characters; ++i) {
        const unsigned point = 0x4E00U + static_cast<unsigned>(random.u64() % 5000);
        out += static_cast<char>(0xE0U | point >> 12U);
        out += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    }
    return out;
}

TEST_F(WeakLinkTest, FiftyRecordsArriveOverALinkThatBreaksAndATenthAtMostIsSentInVain) {
    ASSERT_EQ(sync().trouble, Trouble::None);  // what everybody reads is here
    std::vector<RecordId> made;
    for (std::uint64_t i = 0; i < 50; ++i)
        made.push_back(a.create({{"theme", "讲座" + std::to_string(i)},
                                 {"happened_on", "2026-03-01"},
                                 {"summary", longText(i, 3000)}}));
    link.become({.cutEveryBytes = 100'000});
    Wasting counting(*way);
    for (int tries = 0; tries < 30 && a.local.store->hasUnsent(); ++tries)
        syncAll(*a.local.store, counting);
    expectAllAtTheHub(made);
    EXPECT_GE(link.counts().cuts, 2U) << "else the test shows nothing";
    EXPECT_GT(counting.wasted, 0U);
    EXPECT_LE(counting.wasted * 10, counting.all)
        << counting.wasted << " of " << counting.all << " bytes in " << counting.requests << " requests";
}

TEST_F(WeakLinkTest, ManyPagesComeInOneAnswerAndEachStaysWhenItBreaks) {
    constexpr std::size_t kRecords = 5 * limits::kNewsChanges;
    b.sync();
    ASSERT_EQ(sync().trouble, Trouble::None);
    for (std::size_t i = 0; i < kRecords; ++i)
        b.create({{"theme", longText(i, 200)}, {"happened_on", "2026-03-01"}});
    b.sync();
    const Cursors before = cursor();
    link.cutAnswerAfter(60'000);
    const SyncResult broken = exchange(*a.local.store, *way);
    EXPECT_EQ(broken.trouble, Trouble::CutShort);
    EXPECT_GE(broken.pulled, limits::kNewsChanges);
    EXPECT_LT(broken.pulled, kRecords);
    EXPECT_EQ(broken.pulled % limits::kNewsChanges, 0U) << "whole pages";
    EXPECT_GT(cursor(), before) << "and the cursor with them";
    const SyncResult rest = exchange(*a.local.store, *way);
    EXPECT_EQ(rest.trouble, Trouble::None);
    EXPECT_EQ(rest.traffic.requests, 1U);
    EXPECT_EQ(rest.pulled, kRecords - broken.pulled) << "nothing comes twice";
    EXPECT_FALSE(rest.more);
    EXPECT_EQ(a.local.store->counts().records, kRecords);
    a.local.expectSound();
}

TEST_F(WeakLinkTest, AFirstSyncOfThreeHundredRecordsIsOneRequest) {
    for (int i = 0; i < 300; ++i)
        b.create();
    b.sync();
    const SyncResult first = sync();
    EXPECT_EQ(first.trouble, Trouble::None);
    EXPECT_EQ(first.traffic.requests, 1U);
    EXPECT_EQ(a.local.store->counts().records, 300U);
}

TEST_F(WeakLinkTest, WhatAPersonSavesBetweenTwoPagesOfAnAnswerStays) {
    ASSERT_EQ(sync().trouble, Trouble::None);
    std::vector<RecordId> theirs;
    for (std::size_t i = 0; i < 3 * limits::kNewsChanges; ++i)
        theirs.push_back(b.create({{"theme", longText(i, 100)}, {"happened_on", "2026-03-01"}}));
    b.sync();
    link.cutAnswerAfter(20'000);
    EXPECT_GT(exchange(*a.local.store, *way).pulled, 0U);
    a.local.edit(theirs.front(), {{"attendance", 31}});
    const RecordId mine = a.create();
    ASSERT_EQ(sync().trouble, Trouble::None);
    b.sync();
    EXPECT_EQ(b.theme(mine), "民法典");
    EXPECT_EQ(b.local.fields(theirs.front())["attendance"], 31);
    EXPECT_EQ(a.local.store->counts().records, theirs.size() + 1);
    EXPECT_EQ(a.local.everything(), b.local.everything());
    a.local.expectSound();
}

}  // namespace
}  // namespace fayi::runtime
