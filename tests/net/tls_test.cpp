// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <openssl/ssl.h>

#include "certificates.h"
#include "fixture.h"
#include "raw_socket.h"

namespace fayi::net::testing {

using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

class Tls : public ::testing::Test {
protected:
    std::unique_ptr<HttpServer> serve(const CertificateFiles& files,
                                      std::size_t bodyBytes = limits::kBodyBytes) {
        ListenOptions options;
        options.tlsCert = files.certificate;
        options.tlsKey = files.key;
        options.bodyBytes = bodyBytes;
        return startOrFail(options);
    }

    static ClientOptions trusting(const CertificateFiles& files) {
        ClientOptions options = directly();
        options.caFile = files.certificate;
        return options;
    }

    std::string startError(const std::string& certificate, const std::string& key) {
        ListenOptions options;
        options.tlsCert = certificate;
        options.tlsKey = key;
        const auto server = HttpServer::start(options, echo);
        return server.ok() ? "it started" : server.error().message.en;
    }

    ScratchFolder m_folder;
    CertificateFiles m_hub = makeCertificate(m_folder, "hub", "IP:127.0.0.1");
    CertificateFiles m_other = makeCertificate(m_folder, "other", "DNS:other.example");
};

}  // namespace

TEST_F(Tls, AnEchoComesBackOverOneConnection) {
    const auto server = serve(m_hub);
    EXPECT_THAT(server->url(), StartsWith("https://127.0.0.1:"));
    HttpClient client(trusting(m_hub));
    const std::string body(2u << 20, 'b');
    const Outcome first = client.send(server->url(), post(body), kMedia);
    EXPECT_EQ(first.failure, Failure::None) << first.words.en;
    EXPECT_TRUE(first.response.body == body);
    EXPECT_EQ(client.send(server->url(), post("again"), kMedia).traffic.connections, 0u);
}

TEST_F(Tls, AnotherIssuerIsNotTrusted) {
    const auto server = serve(m_hub);
    for (const ClientOptions& options : {trusting(m_other), directly()}) {
        HttpClient client(options);
        const Outcome outcome = client.send(server->url(), post("secret"), kMedia);
        EXPECT_EQ(outcome.failure, Failure::Tls);
        EXPECT_THAT(outcome.words.en, HasSubstr("not trusted"));
        EXPECT_THAT(outcome.words.zh, HasSubstr("不可信"));
        EXPECT_EQ(outcome.traffic.requests, 0u);
    }
}

TEST_F(Tls, ACertificateForAnotherNameIsNotTrusted) {
    const auto server = serve(m_other);
    HttpClient client(trusting(m_other));
    EXPECT_EQ(client.send(server->url(), post("secret"), kMedia).failure, Failure::Tls);
}

TEST_F(Tls, AMissingIssuerFileIsNamed) {
    const auto server = serve(m_hub);
    ClientOptions options = directly();
    options.caFile = m_folder.file("nowhere.pem");
    HttpClient client(options);
    const Outcome outcome = client.send(server->url(), post("secret"), kMedia);
    EXPECT_EQ(outcome.failure, Failure::Tls);
    EXPECT_THAT(outcome.words.en, HasSubstr("nowhere.pem"));
}

TEST_F(Tls, ARefusalInTheMiddleOfABodyArrives) {
    const auto server = serve(m_hub, 1000);
    HttpClient client(trusting(m_hub));
    const Outcome outcome = client.send(server->url(), post(std::string(8u << 20, 'x')), kMedia);
    EXPECT_EQ(outcome.failure, Failure::Http);
    EXPECT_EQ(outcome.response.status, 413);
    EXPECT_TRUE(client.send(server->url(), post("small"), kMedia).ok());
}

TEST_F(Tls, PlainHttpToATlsPortIsAFailureInWords) {
    const auto server = serve(m_hub);
    HttpClient client(directly());
    const Outcome outcome =
        client.send("http://127.0.0.1:" + std::to_string(server->port()), post("hi"), kMedia);
    EXPECT_NE(outcome.failure, Failure::None);
    EXPECT_FALSE(outcome.words.zh.empty());
}

TEST_F(Tls, TlsToAPlainPortIsAFailureInWords) {
    const auto server = startOrFail();
    HttpClient client(trusting(m_hub));
    const Outcome outcome =
        client.send("https://127.0.0.1:" + std::to_string(server->port()), post("hi"), kMedia);
    EXPECT_EQ(outcome.failure, Failure::Tls);
    EXPECT_THAT(outcome.words.en, HasSubstr("encrypted"));
}

TEST_F(Tls, OldVersionsAreRefused) {
    const auto server = serve(m_hub);
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()),
                                                                    &SSL_CTX_free);
    const auto handshake = [&](int version) {
        SSL_CTX_set_min_proto_version(context.get(), version);
        SSL_CTX_set_max_proto_version(context.get(), version);
        SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
        const std::string target = "127.0.0.1:" + std::to_string(server->port());
        const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new_ssl_connect(context.get()),
                                                                &BIO_free_all);
        BIO_set_conn_hostname(bio.get(), target.c_str());
        return BIO_do_connect(bio.get()) == 1 && BIO_do_handshake(bio.get()) == 1;
    };
    EXPECT_FALSE(handshake(TLS1_1_VERSION));
    EXPECT_TRUE(handshake(TLS1_2_VERSION));
    EXPECT_TRUE(handshake(TLS1_3_VERSION));
}

TEST_F(Tls, WrongCertificateFilesAreNamed) {
    const std::string garbage = m_folder.write("garbage.pem", "no certificate");
    EXPECT_THAT(startError(m_folder.file("none.crt"), m_hub.key), HasSubstr("none.crt"));
    EXPECT_THAT(startError(garbage, m_hub.key), HasSubstr("garbage.pem"));
    EXPECT_THAT(startError(m_hub.certificate, garbage), HasSubstr("garbage.pem"));
    EXPECT_THAT(startError(m_hub.certificate, m_folder.file("none.key")), HasSubstr("none.key"));
    EXPECT_THAT(startError(m_hub.certificate, m_other.key), HasSubstr("does not belong"));
    EXPECT_THAT(startError(m_hub.certificate, ""), HasSubstr("both"));
    EXPECT_THAT(startError("", m_hub.key), HasSubstr("both"));
}

}  // namespace fayi::net::testing
