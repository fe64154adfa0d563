// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <latch>
#include <stdexcept>

#include "fixture.h"
#include "raw_socket.h"

namespace fayi::net::testing {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

namespace {

/// Sends raw bytes and returns all that comes until the server closes.
std::string exchangeToEnd(const HttpServer& server, std::string_view bytes) {
    RawSocket socket = RawSocket::connect(server.port());
    socket.send(bytes);
    return socket.readToEnd();
}

std::string everyByte(std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 131) >> 3);
    return bytes;
}

}  // namespace

TEST(Server, AnEchoComesBackWhole) {
    const auto server = startOrFail();
    HttpClient client(directly());
    const std::string body = everyByte(3u << 20);
    const Outcome outcome = client.send(server->url(), post(body), kMedia);
    EXPECT_EQ(outcome.failure, Failure::None) << outcome.words.en;
    EXPECT_EQ(outcome.response.status, 200);
    EXPECT_TRUE(outcome.response.body == body);
    EXPECT_EQ(outcome.words, Text{});
}

TEST(Server, TheHandlerSeesMethodTargetAndHeaders) {
    Request seen;
    const auto server = startOrFail({}, [&](const Request& request) {
        seen = request;
        return echo(request);
    });
    HttpClient client(directly());
    Request request{"PUT", "/v1/blobs/ab?from=10", {{"X-Fayi-Empty", ""}, {"X-Fayi", "two words"}}, "data"};
    ASSERT_TRUE(client.send(server->url() + "/", request, kMedia).ok());
    EXPECT_EQ(seen.method, "PUT");
    EXPECT_EQ(seen.target, "/v1/blobs/ab?from=10");
    ASSERT_NE(seen.header("x-fayi"), nullptr);
    EXPECT_EQ(*seen.header("x-fayi"), "two words");
    ASSERT_NE(seen.header("x-fayi-empty"), nullptr);
    EXPECT_EQ(*seen.header("x-fayi-empty"), "");
    EXPECT_EQ(seen.body, "data");
}

TEST(Server, OneConnectionServesManyRequests) {
    const auto server = startOrFail();
    HttpClient client(directly());
    Traffic total;
    for (int i = 0; i < 20; ++i) {
        const Outcome outcome = client.send(server->url(), post(std::to_string(i)), kMedia);
        ASSERT_EQ(outcome.response.body, std::to_string(i));
        total += outcome.traffic;
    }
    EXPECT_EQ(total.requests, 20u);
    EXPECT_EQ(total.connections, 1u);
    EXPECT_EQ(server->connections(), 1u);
}

TEST(Server, HeadAnnouncesTheBodyAndDoesNotSendIt) {
    const auto server = startOrFail({}, [](const Request&) { return Response{200, {}, "12345"}; });
    const std::string answer =
        exchangeToEnd(*server, "HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(answer, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n");
    HttpClient client(directly());
    const Outcome outcome = client.send(server->url(), {"HEAD", "/", {}, {}}, "");
    EXPECT_TRUE(outcome.ok()) << outcome.words.en;
    EXPECT_EQ(outcome.response.body, "");
}

TEST(Server, NoContentHasNoLength) {
    const auto server = startOrFail({}, [](const Request&) { return Response{204, {}, {}}; });
    HttpClient client(directly());
    const Outcome outcome = client.send(server->url(), {"GET", "/", {}, {}}, kMedia);
    EXPECT_TRUE(outcome.ok()) << outcome.words.en;
    EXPECT_EQ(outcome.response.header("Content-Length"), nullptr);
}

TEST(Server, ItsOwnHeadersAreFew) {
    const auto server = startOrFail();
    RawSocket socket = RawSocket::connect(server->port());
    socket.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi");
    EXPECT_EQ(socket.readMessage(),
              "HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Length: 2\r\n\r\nhi");
}

TEST(Server, RequestsSentWithoutWaitingAreAnsweredInOrder) {
    const auto server = startOrFail();
    RawSocket socket = RawSocket::connect(server->port());
    socket.send(
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\naPOST / HTTP/1.1\r\nHost: h\r\n"
        "Content-Length: 1\r\n\r\nb");
    EXPECT_THAT(socket.readMessage(), EndsWith("\r\n\r\na"));
    EXPECT_THAT(socket.readMessage(), EndsWith("\r\n\r\nb"));
}

TEST(Server, AChunkedBodyIsPutTogether) {
    const auto server = startOrFail();
    RawSocket socket = RawSocket::connect(server->port());
    socket.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    socket.send("4;ext=1\r\none \r\n");
    socket.send("3\r\ntwo\r\n0\r\nTrailer: x\r\n\r\n");
    EXPECT_THAT(socket.readMessage(), EndsWith("\r\n\r\none two"));
}

TEST(Server, AChunkedBodyOverTheLimitIs413) {
    ListenOptions options;
    options.bodyBytes = 1000;
    const auto server = startOrFail(options);
    std::string request = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 3; ++i)
        request += "190\r\n" + std::string(400, 'x') + "\r\n";
    EXPECT_THAT(exchangeToEnd(*server, request), StartsWith("HTTP/1.1 413 "));
    EXPECT_TRUE(answers(*server));
}

TEST(Server, EndlessTrailersAndTinyChunksAreNotReadToTheirEnd) {
    ListenOptions options;
    options.bodyBytes = 100'000;
    const auto server = startOrFail(options);
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    std::string trailers = head + "0\r\n";
    std::string chunks = head;
    for (int i = 0; i < 1000; ++i)
        trailers += "X-" + std::to_string(i) + ": " + std::string(90, 't') + "\r\n";
    for (int i = 0; i < 10'000; ++i)
        chunks += "1;e=x\r\nc\r\n";
    for (const std::string& request : {trailers, chunks})
        EXPECT_THAT(exchangeToEnd(*server, request), StartsWith("HTTP/1.1 4"));
    EXPECT_TRUE(answers(*server));
}

TEST(Server, ABodyOfExactlyTheLimitIsTaken) {
    ListenOptions options;
    options.bodyBytes = 1000;
    const auto server = startOrFail(options);
    HttpClient client(directly());
    EXPECT_TRUE(client.send(server->url(), post(std::string(1000, 'x')), kMedia).ok());
    EXPECT_EQ(client.send(server->url(), post(std::string(1001, 'x')), kMedia).response.status, 413);
}

TEST(Server, AnAnnouncedBodyOf200MegabytesIsRefusedBeforeItArrives) {
    const auto server = startOrFail();
    const std::string answer =
        exchangeToEnd(*server, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 209715200\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 413 "));
    EXPECT_THAT(answer, HasSubstr("Connection: close"));
    EXPECT_TRUE(answers(*server));
}

TEST(Server, ABodyOf40MegabytesReallySentIsRefusedInWords) {
    const auto server = startOrFail();
    HttpClient client(directly());
    const Outcome outcome = client.send(server->url(), post(std::string(40u << 20, 'x')), kMedia);
    EXPECT_EQ(outcome.failure, Failure::Http);
    EXPECT_EQ(outcome.response.status, 413);
    EXPECT_THAT(outcome.words.en, HasSubstr("too big"));
    EXPECT_LT(outcome.traffic.bytesUp, 20u << 20) << "the client stops when it is refused";
    EXPECT_TRUE(client.send(server->url(), post("small"), kMedia).ok());
}

TEST(Server, ExpectContinueIsAnsweredBeforeTheBody) {
    const auto server = startOrFail();
    RawSocket socket = RawSocket::connect(server->port());
    socket.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(socket.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    socket.send("hi");
    EXPECT_THAT(socket.readMessage(), EndsWith("\r\n\r\nhi"));
}

TEST(Server, HeadersOverTheLimitAre431) {
    const auto server = startOrFail();
    std::string request = "GET / HTTP/1.1\r\nHost: h\r\n";
    for (int i = 0; i < 400; ++i)
        request += "X-Header-" + std::to_string(i) + ": " + std::string(50, 'v') + "\r\n";
    EXPECT_THAT(exchangeToEnd(*server, request + "\r\n"), StartsWith("HTTP/1.1 431 "));
    EXPECT_THAT(exchangeToEnd(*server, "GET / HTTP/1.1\r\n" + std::string(40'000, 'n') + ": v\r\n\r\n"),
                StartsWith("HTTP/1.1 4"));
    EXPECT_TRUE(answers(*server));
}

TEST(Server, MalformedRequestsAre400) {
    const auto server = startOrFail();
    for (const char* request :
         {"NONSENSE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "GET / HTTP/1.1\r\nHost h\r\n\r\n", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
          "0\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"})
        EXPECT_THAT(exchangeToEnd(*server, request), StartsWith("HTTP/1.1 400 ")) << request;
    EXPECT_TRUE(answers(*server));
}

TEST(Server, OtherMethodsAre405) {
    const auto server = startOrFail();
    for (const char* method : {"PATCH", "CONNECT", "TRACE", "OPTIONS", "BREW"})
        EXPECT_THAT(exchangeToEnd(*server, std::string(method) + " / HTTP/1.1\r\nHost: h\r\n\r\n"),
                    StartsWith("HTTP/1.1 405 "))
            << method;
}

TEST(Server, OldHttpIsAnsweredAndClosed) {
    const auto server = startOrFail();
    EXPECT_THAT(exchangeToEnd(*server, "GET / HTTP/1.0\r\n\r\n"), HasSubstr("Connection: close"));
}

TEST(Server, AThrowingHandlerIs500) {
    const auto server = startOrFail({}, [](const Request& request) -> Response {
        if (request.target == "/throw")
            throw std::runtime_error("a bug");
        if (request.target == "/odd")
            throw 7;
        return echo(request);
    });
    HttpClient client(directly());
    for (const char* target : {"/throw", "/odd"}) {
        const Outcome outcome = client.send(server->url(), post("", target), kMedia);
        EXPECT_EQ(outcome.failure, Failure::Http);
        EXPECT_EQ(outcome.response.status, 500);
    }
    EXPECT_TRUE(answers(*server));
}

TEST(Server, AnAnswerThatCannotBeSentIs500) {
    Response answer;
    const auto server = startOrFail({}, [&](const Request&) { return answer; });
    HttpClient client(directly());
    for (const Response& wrong :
         {Response{200, {{"X", "a\r\nSet-Cookie: b"}}, {}}, Response{200, {{"X Y", "a"}}, {}},
          Response{100, {}, {}}, Response{1000, {}, {}}, Response{200, {{"content-length", "7"}}, {}},
          Response{200, {{"X", std::string(20'000, 'v')}}, {}}}) {
        answer = wrong;
        EXPECT_EQ(client.send(server->url(), {"GET", "/", {}, {}}, "").response.status, 500);
    }
}

TEST(Server, AThousandIdleConnectionsLeaveANewRequestAnswered) {
    const auto server = startOrFail();
    std::vector<RawSocket> idle;
    for (int i = 0; i < 1000; ++i) {
        idle.push_back(RawSocket::connect(server->port()));
        ASSERT_TRUE(idle.back().isOpen()) << "connection " << i;
    }
    // Half of them silent after a first request, as stations between two syncs are.
    for (std::size_t i = 0; i < idle.size(); i += 2)
        idle[i].send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    for (std::size_t i = 0; i < idle.size(); i += 2)
        ASSERT_THAT(idle[i].readMessage(), StartsWith("HTTP/1.1 200 "));
    EXPECT_TRUE(answers(*server));
    EXPECT_GE(server->connections(), 1000u);
}

TEST(Server, OverTheConnectionLimitANewOneIsTold) {
    ListenOptions options;
    options.connections = 2;
    const auto server = startOrFail(options);
    RawSocket first = RawSocket::connect(server->port());
    RawSocket second = RawSocket::connect(server->port());
    for (RawSocket* socket : {&first, &second}) {
        socket->send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        ASSERT_THAT(socket->readMessage(), StartsWith("HTTP/1.1 200 "));
    }
    RawSocket third = RawSocket::connect(server->port());
    const std::string answer = third.readToEnd();
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 503 "));
    EXPECT_THAT(answer, HasSubstr("Retry-After: "));
    first.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(first.readToEnd(), StartsWith("HTTP/1.1 200 "));
}

TEST(Server, TooManyBytesInFlightAreRefusedUntilSomeAreDone) {
    ListenOptions options;
    options.bodiesBytes = 1000;
    const auto server = startOrFail(options);
    RawSocket slow = RawSocket::connect(server->port());
    slow.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 800\r\nExpect: 100-continue\r\n\r\n");
    ASSERT_THAT(slow.readUntil("\r\n\r\n"), HasSubstr("100"));
    HttpClient client(directly());
    const Outcome refused = client.send(server->url(), post(std::string(300, 'x')), kMedia);
    EXPECT_EQ(refused.failure, Failure::Http);
    EXPECT_EQ(refused.response.status, 503);
    ASSERT_NE(refused.response.header("Retry-After"), nullptr);
    slow.send(std::string(800, 'y'));
    EXPECT_THAT(slow.readMessage(), StartsWith("HTTP/1.1 200 "));
    EXPECT_TRUE(client.send(server->url(), post(std::string(300, 'x')), kMedia).ok());
}

TEST(Server, AClientThatDoesNotReadItsAnswerHoldsNoBytesInFlight) {
    ListenOptions options;
    options.bodiesBytes = 1000;
    options.threads = 1;  // the next request is read when the answer to the first is on its way
    std::latch handled(1);
    const auto server = startOrFail(options, [&](const Request& request) {
        if (request.body.size() < 800)
            return echo(request);
        handled.count_down();
        return Response{200, {}, std::string(64u << 20, 'x')};
    });
    RawSocket deaf = RawSocket::connect(server->port());
    deaf.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 800\r\n\r\n" + std::string(800, 'y'));
    handled.wait();
    HttpClient client(directly());
    EXPECT_EQ(client.send(server->url(), post(std::string(300, 'x')), kMedia).response.status, 200);
    EXPECT_EQ(server->connections(), 2U);
}

TEST(Server, AClientThatStopsInTheMiddleIsCutOff) {
    ListenOptions options;
    options.readTimeout = Millis(100);
    const auto server = startOrFail(options);
    for (const char* half : {"GET / HT", "GET / HTTP/1.1\r\nHost:",
                             "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nhalf",
                             "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"})
        EXPECT_EQ(exchangeToEnd(*server, half), "") << half;
    EXPECT_TRUE(answers(*server));
}

TEST(Server, ASilentConnectionIsClosed) {
    ListenOptions options;
    options.idleTimeout = Millis(100);
    const auto server = startOrFail(options);
    EXPECT_EQ(exchangeToEnd(*server, ""), "");
    RawSocket socket = RawSocket::connect(server->port());
    socket.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_THAT(socket.readToEnd(), StartsWith("HTTP/1.1 200 "));
}

TEST(Server, AClientThatDoesNotReadIsCutOff) {
    ListenOptions options;
    options.readTimeout = Millis(200);
    options.idleTimeout = Millis(200);
    const auto server = startOrFail(options, [](const Request&) {
        return Response{200, {}, std::string(64u << 20, 'x')};
    });
    RawSocket deaf = RawSocket::connect(server->port());
    deaf.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    while (server->connections() == 0)
        std::this_thread::yield();
    while (server->connections() > 0)
        std::this_thread::yield();
    EXPECT_LT(deaf.readToEnd().size(), 64u << 20);
}

TEST(Server, AnAddressInUseOrWrongIsNamed) {
    const auto server = startOrFail();
    ListenOptions same;
    same.port = server->port();
    const auto second = HttpServer::start(same, echo);
    ASSERT_FALSE(second.ok());
    EXPECT_THAT(second.error().message.en, HasSubstr(std::to_string(server->port())));
    ListenOptions wrong;
    wrong.address = "not-an-address";
    const auto third = HttpServer::start(wrong, echo);
    ASSERT_FALSE(third.ok());
    EXPECT_THAT(third.error().message.zh, HasSubstr("not-an-address"));
}

TEST(Server, ItListensOnIpv6Too) {
    ListenOptions options;
    options.address = "::1";
    auto server = HttpServer::start(options, echo);
    if (!server.ok())
        GTEST_SKIP() << "this machine has no IPv6 loopback";
    EXPECT_THAT((*server)->url(), StartsWith("http://[::1]:"));
    EXPECT_TRUE(answers(**server));
}

}  // namespace fayi::net::testing
