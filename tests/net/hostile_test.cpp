// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "certificates.h"
#include "fixture.h"
#include "raw_socket.h"

namespace fayi::net::testing {

namespace {

constexpr unsigned kSeed = 20260301;
constexpr int kRounds = 500;

constexpr std::string_view kGood =
    "POST /v1/sync?x=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/cbor\r\n"
    "Transfer-Encoding: chunked\r\nExpect: "
    "100-continue\r\n\r\n5\r\nhello\r\n10;e=\"v\"\r\n0123456789abcdef\r\n0\r\n\r\n";

/// Random bytes, or a good request with some of them changed, cut, doubled.
std::string hostileBytes(std::mt19937& random, int round) {
    const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random()) % below; };
    std::string bytes;
    if (round % 3 == 0) {
        bytes.resize(pick(4000));
        for (char& byte : bytes)
            byte = static_cast<char>(random());
        return bytes;
    }
    bytes = std::string(kGood);
    for (std::size_t i = 0; i < 1 + pick(8); ++i)
        bytes[pick(bytes.size())] = static_cast<char>(random());
    if (round % 3 == 1)
        bytes.insert(pick(bytes.size()), bytes.substr(pick(bytes.size())));
    else
        bytes.resize(pick(bytes.size()) + 1);
    return bytes;
}

void bombard(const HttpServer& server) {
    std::mt19937 random(kSeed);
    for (int round = 0; round < kRounds; ++round) {
        RawSocket socket = RawSocket::connect(server.port());
        ASSERT_TRUE(socket.isOpen()) << "seed " << kSeed << " round " << round;
        socket.send(hostileBytes(random, round));
        if (round % 5 == 0)
            continue;  // gone without a farewell
        socket.shutdownSend();
        socket.readToEnd();
    }
}

}  // namespace

TEST(Hostile, FiveHundredRoundsOfGarbageLeaveTheServerAnswering) {
    const auto server = startOrFail();
    bombard(*server);
    EXPECT_TRUE(answers(*server));
}

TEST(Hostile, GarbageInsteadOfTlsLeavesTheServerAnswering) {
    const ScratchFolder folder;
    const CertificateFiles files = makeCertificate(folder, "hub", "IP:127.0.0.1");
    ListenOptions options;
    options.tlsCert = files.certificate;
    options.tlsKey = files.key;
    const auto server = startOrFail(options);
    bombard(*server);
    ClientOptions trusting = directly();
    trusting.caFile = files.certificate;
    HttpClient client(trusting);
    const Outcome outcome = client.send(server->url(), post("hi"), kMedia);
    EXPECT_EQ(outcome.failure, Failure::None) << outcome.words.en;
}

}  // namespace fayi::net::testing
