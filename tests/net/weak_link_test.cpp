// SPDX-License-Identifier: Apache-2.0
// The weak link that other tests stand on does what it says. Times are those of a clock that runs as fast as
// the test likes.
#include "fayi/testing/weak_link.h"

#include <gmock/gmock.h>

#include <future>
#include <thread>

#include "fayi/testing/fakes.h"
#include "fayi/testing/sign_in_proxy.h"
#include "fixture.h"
#include "raw_socket.h"

namespace fayi::net::testing {

using fayi::testing::FakeClock;
using fayi::testing::SignInProxy;
using fayi::testing::WeakLink;
using fayi::testing::Weakness;
using ::testing::HasSubstr;

namespace {

using namespace std::chrono_literals;

/// Moves a clock until told to stop.
class Runner {
public:
    explicit Runner(FakeClock& clock)
        : m_thread([&clock](const std::stop_token& stop) {
              while (!stop.stop_requested()) {
                  clock.advance(Millis(1));
                  std::this_thread::yield();
              }
          }) {}

private:
    std::jthread m_thread;
};

/// When the whole of what was sent had arrived, in milliseconds of the clock.
std::int64_t arrivalOf(std::size_t bytes, const Weakness& weakness) {
    FakeClock clock;
    std::promise<std::int64_t> arrived;
    RawServer server([&](RawSocket& socket) {
        socket.readBytes(bytes);
        arrived.set_value(clock.steady().count());
    });
    WeakLink link(server.port(), weakness, clock);
    RawSocket client = RawSocket::connect(link.port());
    client.send(std::string(bytes, 'x'));
    const Runner running(clock);
    return arrived.get_future().get();
}

}  // namespace

TEST(WeakLink, AByteTakesARoundTripToConnectAndOneWayToArrive) {
    EXPECT_GE(arrivalOf(1, {.delay = 300ms}), 900);
}

TEST(WeakLink, ARateIsKept) {
    EXPECT_GE(arrivalOf(4000, {.bytesPerSecond = 1000}), 4000);
}

TEST(WeakLink, ALostSegmentComesLater) {
    EXPECT_GE(arrivalOf(1, {.delay = 100ms, .loss = 1}), 300 + 300);
}

TEST(WeakLink, ACutComesAtItsByte) {
    FakeClock clock;
    std::promise<std::string> got;
    RawServer server([&](RawSocket& socket) { got.set_value(socket.readToEnd()); });
    WeakLink link(server.port(), {.cutEveryBytes = 4000}, clock);
    RawSocket client = RawSocket::connect(link.port());
    client.send(std::string(10'000, 'x'));
    client.readToEnd();
    EXPECT_LE(got.get_future().get().size(), 4000u);
    EXPECT_EQ(link.counts().up, 4000u);
    EXPECT_EQ(link.counts().cuts, 1u);
}

TEST(WeakLink, ACutComesInItsTime) {
    FakeClock clock;
    RawServer server([](RawSocket& socket) { socket.readToEnd(); });
    WeakLink link(server.port(), {.cutEvery = 30s}, clock);
    RawSocket client = RawSocket::connect(link.port());
    client.send("still here");
    clock.advance(31s);
    EXPECT_EQ(client.readToEnd(), "");
    EXPECT_EQ(link.counts().cuts, 1u);
}

TEST(WeakLink, ItRefusesAnswersItselfLeadsElsewhereAndPassesAgain) {
    const auto server = startOrFail();
    const auto other = startOrFail({}, [](const Request&) {
        return Response{200, {{"Content-Type", std::string(kMedia)}}, "the other"};
    });
    FakeClock clock;
    WeakLink link(server->port(), {}, clock);
    const auto ask = [&] {
        HttpClient client(directly());
        return client.send(link.url(), post("body"), kMedia);
    };
    EXPECT_EQ(ask().response.body, "body");
    link.refuse();
    EXPECT_EQ(ask().failure, Failure::NoConnection);
    link.pass();
    link.answerWith("HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(ask().failure, Failure::Captive);
    link.pass();
    link.leadTo(other->port());
    EXPECT_EQ(ask().response.body, "the other");
    link.pass();
    link.cutAnswerAfter(20);
    EXPECT_EQ(ask().failure, Failure::CutShort);
    EXPECT_EQ(ask().response.body, "body");
}

TEST(SignInProxy, LetsThroughWhoSignsInAndTellsTheOthers) {
    const auto server = startOrFail();
    const SignInProxy proxy("zhang", "p@ss");
    ClientOptions options;
    options.proxy = "http://zhang:p%40ss@" + proxy.url().substr(7);
    HttpClient known(options);
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(known.send(server->url(), post("body"), kMedia).response.body, "body");
    EXPECT_EQ(proxy.passed(), 2);
    options.proxy = proxy.url();
    HttpClient unknown(options);
    const Outcome refused = unknown.send(server->url(), post("body"), kMedia);
    EXPECT_EQ(refused.failure, Failure::Proxy);
    EXPECT_THAT(refused.words.en, HasSubstr("407"));
    EXPECT_EQ(proxy.refused(), 1);
}

}  // namespace fayi::net::testing
