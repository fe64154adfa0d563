// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <latch>

#include "fixture.h"
#include "raw_socket.h"

namespace fayi::net::testing {

using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

void waitUntilRefused(std::uint16_t port) {
    while (RawSocket::connect(port).isOpen())
        std::this_thread::yield();
}

}  // namespace

TEST(Stopping, IdleConnectionsAreClosedAndNewOnesRefused) {
    const auto server = startOrFail();
    std::vector<RawSocket> idle;
    for (int i = 0; i < 50; ++i) {
        idle.push_back(RawSocket::connect(server->port()));
        if (i % 2 == 0) {
            idle.back().send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            ASSERT_THAT(idle.back().readMessage(), StartsWith("HTTP/1.1 200 "));
        }
    }
    server->stop();
    for (RawSocket& socket : idle)
        EXPECT_EQ(socket.readToEnd(), "");
    EXPECT_FALSE(RawSocket::connect(server->port()).isOpen());
    EXPECT_EQ(server->connections(), 0u);
    server->stop();
}

TEST(Stopping, ARequestInFlightIsStillAnswered) {
    std::latch entered(1);
    std::latch released(1);
    const auto server = startOrFail({}, [&](const Request& request) {
        entered.count_down();
        released.wait();
        return echo(request);
    });
    RawSocket socket = RawSocket::connect(server->port());
    socket.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi");
    entered.wait();
    std::thread stopper([&] { server->stop(); });
    waitUntilRefused(server->port());
    released.count_down();
    const std::string answer = socket.readToEnd();
    stopper.join();
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
    EXPECT_THAT(answer, HasSubstr("Connection: close"));
    EXPECT_THAT(answer, ::testing::EndsWith("\r\n\r\nhi"));
}

TEST(Stopping, ARequestThatNeverBecomesWholeDoesNotHoldIt) {
    ListenOptions options;
    options.stopTimeout = Millis(100);
    const auto server = startOrFail(options);
    RawSocket half = RawSocket::connect(server->port());
    half.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n");
    ASSERT_THAT(half.readUntil("\r\n\r\n"), HasSubstr("100"));
    server->stop();
    EXPECT_EQ(half.readToEnd(), "");
}

TEST(Stopping, TheDestructorStops) {
    auto server = startOrFail();
    const std::uint16_t port = server->port();
    RawSocket idle = RawSocket::connect(port);
    server.reset();
    EXPECT_EQ(idle.readToEnd(), "");
    EXPECT_FALSE(RawSocket::connect(port).isOpen());
}

TEST(Stopping, ThePortIsFreeForTheNextAtOnce) {
    ListenOptions options;
    {
        const auto server = startOrFail();
        options.port = server->port();
        EXPECT_TRUE(answers(*server));
    }
    const auto next = startOrFail(options);
    EXPECT_TRUE(answers(*next));
}

}  // namespace fayi::net::testing
