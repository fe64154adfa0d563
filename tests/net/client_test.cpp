// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <future>
#include <latch>

#include "fixture.h"
#include "raw_socket.h"

namespace fayi::net::testing {

using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

std::string okAnswer(const std::string& body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// A name that no resolver is asked for: a label may have 63 characters (RFC 1035 §2.3.4).
const std::string kNoName = std::string(64, 'x') + ".invalid";

/// The outcome of one POST to a server that plays `script`.
Outcome sendTo(const std::function<void(RawSocket&)>& script, ClientOptions options = directly()) {
    const RawServer server(script);
    HttpClient client(std::move(options));
    return client.send(server.url(), post("hello"), kMedia);
}

Outcome sendToAnswer(const std::string& answer) {
    return sendTo(answering(answer));
}

}  // namespace

TEST(Client, ARequestCarriesNothingButWhatIsNeeded) {
    std::string seen;
    ASSERT_TRUE(sendTo([&](RawSocket& socket) {
                    seen = socket.readMessage();
                    socket.send(okAnswer("x"));
                }).ok());
    const auto host = seen.find("Host: ");
    ASSERT_NE(host, std::string::npos);
    seen.erase(host, seen.find("\r\n", host) + 2 - host);
    EXPECT_EQ(seen,
              "POST /v1/sync HTTP/1.1\r\nContent-Type: application/cbor\r\nContent-Length: 5\r\n\r\nhello");
}

TEST(Client, TrafficIsWhatTheSocketSaw) {
    std::promise<std::pair<std::uint64_t, std::uint64_t>> counted;
    const RawServer server([&](RawSocket& socket) {
        for (std::size_t i = 0; i < 3; ++i) {
            socket.readMessage();
            socket.send(okAnswer(std::string(i * 70'000 + 1, 'a')));
        }
        counted.set_value({socket.bytesRead(), socket.bytesSent()});
    });
    HttpClient client(directly());
    Traffic total;
    for (std::size_t size : {0u, 10u, 300'000u}) {
        const Outcome outcome = client.send(server.url(), post(std::string(size, 'b')), kMedia);
        ASSERT_TRUE(outcome.ok()) << outcome.words.en;
        EXPECT_EQ(outcome.traffic.requests, 1u);
        total += outcome.traffic;
    }
    EXPECT_EQ(total.connections, 1u);
    const auto [up, down] = counted.get_future().get();
    EXPECT_EQ(total.bytesUp, up);
    EXPECT_EQ(total.bytesDown, down);
}

TEST(Client, AnIdleSyncFitsInto600Bytes) {
    const auto server = startOrFail({}, [](const Request&) {
        return Response{200, {{"Content-Type", std::string(kMedia)}}, std::string(60, 'r')};
    });
    HttpClient client(directly());
    Request request = post(std::string(120, 'q'));
    request.headers.push_back({"Authorization", "Fayi " + std::string(100, 't')});
    const Outcome outcome = client.send(server->url(), request, kMedia);
    ASSERT_TRUE(outcome.ok());
    EXPECT_LT(outcome.traffic.bytesUp + outcome.traffic.bytesDown, 600u);
}

TEST(Client, ATruncatedBodyIsCutShort) {
    const Outcome outcome = sendToAnswer(
        "HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Length: 100\r\n\r\nonly this");
    EXPECT_EQ(outcome.failure, Failure::CutShort);
    EXPECT_EQ(outcome.response.body, "only this");
    EXPECT_THAT(outcome.words.en, HasSubstr("broke"));
    EXPECT_THAT(outcome.words.zh, HasSubstr("中途断开"));
}

TEST(Client, ATruncatedChunkedBodyIsCutShort) {
    EXPECT_EQ(
        sendToAnswer("HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "5\r\nhello\r\n5\r\nhe")
            .failure,
        Failure::CutShort);
}

TEST(Client, AConnectionClosedWithoutAnAnswerIsCutShort) {
    EXPECT_EQ(sendTo([](RawSocket& socket) { socket.readMessage(); }).failure, Failure::CutShort);
}

TEST(Client, AnHtmlPageIsACaptivePortal) {
    const Outcome outcome = sendToAnswer(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 19\r\n\r\n<html>log "
        "in</html>");
    EXPECT_EQ(outcome.failure, Failure::Captive);
    EXPECT_THAT(outcome.words.en, HasSubstr("login page"));
    EXPECT_THAT(outcome.words.zh, HasSubstr("登录"));
}

TEST(Client, AnyForeignMediaTypeOrNoneIsNotTheHub) {
    EXPECT_EQ(
        sendToAnswer("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok").failure,
        Failure::Captive);
    EXPECT_EQ(sendToAnswer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").failure, Failure::Captive);
    EXPECT_EQ(
        sendToAnswer("HTTP/1.1 404 No\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nno").failure,
        Failure::Captive);
    EXPECT_EQ(sendToAnswer("HTTP/1.1 511 Login\r\nContent-Length: 0\r\n\r\n").failure, Failure::Captive);
}

TEST(Client, ARedirectIsNotFollowed) {
    const RawServer elsewhere(answering(okAnswer("from elsewhere")));
    const Outcome outcome = sendToAnswer("HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url() +
                                         "/\r\nContent-Type: application/cbor\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(outcome.failure, Failure::Captive);
    EXPECT_EQ(elsewhere.accepted(), 0);
}

TEST(Client, SomethingThatIsNoHttpIsNotTheHub) {
    const Outcome outcome = sendToAnswer("SSH-2.0-OpenSSH_9.2\r\n");
    EXPECT_EQ(outcome.failure, Failure::Captive);
}

TEST(Client, ARefusedConnectionSaysWhereTo) {
    HttpClient client(directly());
    const std::string port = std::to_string(closedPort());
    const Outcome outcome = client.send("http://127.0.0.1:" + port, post("x"), kMedia);
    EXPECT_EQ(outcome.failure, Failure::NoConnection);
    EXPECT_THAT(outcome.words.en, HasSubstr("127.0.0.1:" + port));
    EXPECT_THAT(outcome.words.zh, HasSubstr("127.0.0.1:" + port));
    EXPECT_EQ(outcome.traffic.requests, 0u);
    EXPECT_EQ(outcome.response.status, 0);
}

TEST(Client, ANameThatDoesNotExistIsNamed) {
    HttpClient client(directly());
    const Outcome outcome = client.send("https://" + kNoName, post("x"), kMedia);
    EXPECT_EQ(outcome.failure, Failure::NoName) << outcome.words.en;
    EXPECT_THAT(outcome.words.en, HasSubstr(kNoName));
}

TEST(Client, WhatIsNoWebAddressIsSaidSo) {
    HttpClient client(directly());
    for (const char* address : {"", "hub.example:8443", "https://hub.example/?q", "https://hub.example/#f",
                                "ftp://hub.example", "file:///etc/passwd", "https://", "::"}) {
        const Outcome outcome = client.send(address, post("x"), kMedia);
        EXPECT_EQ(outcome.failure, Failure::Other) << address;
        EXPECT_THAT(outcome.words.en, HasSubstr("not a web address")) << address;
    }
}

TEST(Client, ATargetCannotChangeTheHost) {
    const auto server = startOrFail();
    HttpClient client(directly());
    EXPECT_EQ(client.send(server->url(), post("x", "@elsewhere.example/"), kMedia).failure, Failure::Other);
    EXPECT_EQ(client.send(server->url(), post("x", ""), kMedia).failure, Failure::Other);
}

TEST(Client, HeadersWithLineBreaksAreNotSent) {
    const auto server = startOrFail();
    HttpClient client(directly());
    Request request = post("x");
    request.headers.push_back({"X", "a\r\nY: b"});
    EXPECT_EQ(client.send(server->url(), request, kMedia).failure, Failure::Other);
}

TEST(Client, ATooBigAnswerIsNotReadToItsEnd) {
    ClientOptions options = directly();
    options.bodyBytes = 1000;
    EXPECT_TRUE(sendTo(answering(okAnswer(std::string(1000, 'x'))), options).ok());
    EXPECT_EQ(sendTo(answering(okAnswer(std::string(1001, 'x'))), options).failure, Failure::TooBig);
    const std::string unannounced =
        "HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\n\r\n" + std::string(5000, 'x');
    const Outcome outcome = sendTo(answering(unannounced), options);
    EXPECT_EQ(outcome.failure, Failure::TooBig);
    EXPECT_LE(outcome.response.body.size(), 1000u);
}

TEST(Client, EndlessHeadersAreNotReadToTheirEnd) {
    const Outcome outcome = sendTo([](RawSocket& socket) {
        socket.readMessage();
        socket.send("HTTP/1.1 200 OK\r\n");
        while (socket.send("X-More: " + std::string(1000, 'h') + "\r\n")) {
        }
    });
    EXPECT_EQ(outcome.failure, Failure::TooBig);
}

TEST(Client, AHubThatRefusesIsHttpWithItsBodyAndRetryAfter) {
    const Outcome outcome = sendToAnswer(
        "HTTP/1.1 503 Busy\r\nContent-Type: application/cbor\r\nRetry-After: 17\r\nContent-Length: "
        "4\r\n\r\nbusy");
    EXPECT_EQ(outcome.failure, Failure::Http);
    EXPECT_EQ(outcome.response.status, 503);
    EXPECT_EQ(outcome.response.body, "busy");
    ASSERT_NE(outcome.response.header("retry-after"), nullptr);
    EXPECT_EQ(*outcome.response.header("retry-after"), "17");
}

TEST(Client, AFullHubIsTold) {
    EXPECT_EQ(sendToAnswer("HTTP/1.1 507 Full\r\nContent-Length: 0\r\n\r\n").failure, Failure::Full);
}

TEST(Client, AGatewayThatFindsNoHubIsAProxyFailure) {
    for (const char* answer :
         {"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nno",
          "HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"}) {
        const Outcome outcome = sendToAnswer(answer);
        EXPECT_EQ(outcome.failure, Failure::Proxy) << answer;
        EXPECT_THAT(outcome.words.en, HasSubstr("proxy or gateway"));
    }
}

TEST(Client, AProxyThatRefusesTheTunnelIsAProxyFailure) {
    for (const char* status : {"407 Proxy Authentication Required", "502 Bad Gateway", "403 Forbidden"}) {
        const RawServer proxy(answering("HTTP/1.1 " + std::string(status) + "\r\nContent-Length: 0\r\n\r\n"));
        ClientOptions options;
        options.proxy = proxy.url();
        HttpClient client(options);
        const Outcome outcome = client.send("https://hub.example", post("x"), kMedia);
        EXPECT_EQ(outcome.failure, Failure::Proxy) << status;
        EXPECT_THAT(outcome.words.en, HasSubstr(std::string(status).substr(0, 3)));
    }
}

TEST(Client, AProxyIsUsedWhenSet) {
    std::string seen;
    const RawServer proxy([&](RawSocket& socket) {
        seen = socket.readMessage();
        socket.send(okAnswer("by proxy"));
    });
    ClientOptions options;
    options.proxy = proxy.url();
    HttpClient client(options);
    const Outcome outcome = client.send("http://hub.example", post("x"), kMedia);
    EXPECT_EQ(outcome.response.body, "by proxy") << outcome.words.en;
    EXPECT_THAT(seen, StartsWith("POST http://hub.example/v1/sync HTTP/1.1\r\n"));
}

TEST(Client, AProxyWhoseNameDoesNotExistIsAProxyFailure) {
    ClientOptions options;
    options.proxy = "http://" + kNoName + ":8080";
    HttpClient client(options);
    EXPECT_EQ(client.send("http://hub.example", post("x"), kMedia).failure, Failure::Proxy);
}

TEST(Client, SilenceIsATimeout) {
    ClientOptions options = directly();
    options.stallTimeout = Millis(1000);
    const Outcome outcome = sendTo(
        [](RawSocket& socket) {
            socket.readMessage();
            socket.readToEnd();
        },
        options);
    EXPECT_EQ(outcome.failure, Failure::Timeout);
    EXPECT_THAT(outcome.words.zh, HasSubstr("没有响应"));
}

TEST(Client, AHandshakeThatNeverEndsIsATimeout) {
    const RawServer silent([](RawSocket& socket) { socket.readToEnd(); });
    ClientOptions options = directly();
    options.connectTimeout = Millis(200);
    HttpClient client(options);
    const Outcome outcome =
        client.send("https://127.0.0.1:" + std::to_string(silent.port()), post("x"), kMedia);
    EXPECT_EQ(outcome.failure, Failure::Timeout) << outcome.words.en;
    EXPECT_EQ(outcome.traffic.requests, 0u);
}

TEST(Client, AHandshakeThatIsCutIsNotALackOfTrust) {
    const RawServer rude([](RawSocket& socket) { socket.readBytes(5); });
    HttpClient client(directly());
    const Outcome outcome =
        client.send("https://127.0.0.1:" + std::to_string(rude.port()), post("x"), kMedia);
    EXPECT_EQ(outcome.failure, Failure::CutShort) << outcome.words.en;
}

TEST(Client, TheEnvironmentsProxyCountsExceptForTheLoopback) {
    const RawServer proxy(answering(okAnswer("by proxy")));
    const auto hub = startOrFail();
    ::setenv("http_proxy", proxy.url().c_str(), 1);
    HttpClient client({});
    EXPECT_EQ(client.send("http://hub.example", post("x"), kMedia).response.body, "by proxy");
    EXPECT_EQ(client.send(hub->url(), post("x"), kMedia).response.body, "x");
    ::unsetenv("http_proxy");
}

TEST(Client, AConnectionThatTheHubClosedMeanwhileIsOpenedAnew) {
    const RawServer server(answering(okAnswer("x")));
    HttpClient client(directly());
    for (int i = 0; i < 5; ++i) {
        const Outcome outcome = client.send(server.url(), post("x"), kMedia);
        EXPECT_TRUE(outcome.ok()) << i << ": " << outcome.words.en;
    }
    EXPECT_EQ(server.accepted(), 5);
}

TEST(Client, CancelFromAnotherThreadEndsARunningSend) {
    std::latch asked(1);
    const RawServer server([&](RawSocket& socket) {
        if (socket.readMessage().find("first") != std::string::npos) {
            asked.count_down();
            socket.readToEnd();
        } else {
            socket.send(okAnswer("second"));
        }
    });
    HttpClient client(directly());
    std::thread canceller([&] {
        asked.wait();
        client.cancel();
    });
    const Outcome outcome = client.send(server.url(), post("first"), kMedia);
    canceller.join();
    EXPECT_EQ(outcome.failure, Failure::Cancelled);
    EXPECT_THAT(outcome.words.en, HasSubstr("cancelled"));
    EXPECT_GT(outcome.traffic.bytesUp, 0u);
    EXPECT_EQ(client.send(server.url(), post("next"), kMedia).response.body, "second");
}

TEST(Client, CancelWithoutARunningSendChangesNothing) {
    const auto server = startOrFail();
    HttpClient client(directly());
    client.cancel();
    EXPECT_TRUE(client.send(server->url(), post("x"), kMedia).ok());
}

TEST(Client, AfterShutDownEverySendEndsAtOnce) {
    const auto server = startOrFail();
    HttpClient client(directly());
    EXPECT_TRUE(client.send(server->url(), post("x"), kMedia).ok());
    client.shutDown();
    const Outcome outcome = client.send(server->url(), post("x"), kMedia);
    EXPECT_EQ(outcome.failure, Failure::Cancelled);
    EXPECT_EQ(outcome.traffic.requests, 0u);
}

TEST(Client, SendsFromSeveralThreadsWaitForEachOther) {
    const auto server = startOrFail();
    HttpClient client(directly());
    std::atomic<int> good{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 25; ++i) {
                const std::string body = std::to_string(t * 100 + i);
                good += client.send(server->url(), post(body), kMedia).response.body == body;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(good, 100);
}

TEST(Client, EveryFailureHasAName) {
    EXPECT_EQ(toText(Failure::None), "none");
    EXPECT_EQ(toText(Failure::Captive), "captive");
    EXPECT_EQ(toText(Failure::Other), "other");
}

}  // namespace fayi::net::testing
