// SPDX-License-Identifier: Apache-2.0
// Whatever goes wrong has a clear word and its exit code, and nothing is lost or half done.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "fayi/net/http_client.h"
#include "process.h"

namespace fayi::testing {
namespace {

/// Answers every connection with the same bytes: a captive portal, a proxy's page, a body cut short.
class FixedAnswer {
public:
    explicit FixedAnswer(std::string answer) : m_answer(std::move(answer)) {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(m_listener, 16) != 0)
            std::abort();
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        m_url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
        m_thread = std::thread([this] { serve(); });
    }
    ~FixedAnswer() {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    const std::string& url() const { return m_url; }

private:
    void serve() {
        for (int peer = ::accept(m_listener, nullptr, nullptr); peer >= 0;
             peer = ::accept(m_listener, nullptr, nullptr)) {
            char request[65536];
            if (::recv(peer, request, sizeof request, 0) > 0)
                (void)::send(peer, m_answer.data(), m_answer.size(), MSG_NOSIGNAL);
            ::close(peer);
        }
    }
    std::string m_answer, m_url;
    int m_listener = -1;
    std::thread m_thread;
};

struct Hostile : ::testing::Test {
    TemporaryFolder folder;
    Hub hub{folder / "hub"};
    Cli a{folder / "a"};
    std::string id;

    void SetUp() override {
        hub.start();
        a.good({"init", "--name", "甲"});
        id = a.create("outreach", {{"theme", "民法典"}, {"happened_on", "2026-03-01"}});
    }

    /// One request to the hub, past all that the product would do about it.
    net::Response ask(const std::string& method, const std::string& target, const std::string& media,
                      Bytes body) {
        net::Request request{method, target, {}, std::move(body)};
        if (!media.empty())
            request.headers.push_back({"Content-Type", media});
        return net::HttpClient({}).send(hub.url(), request, "").response;
    }

    /// The command failed with this code, said something, and what was there is there still.
    void expectFails(const Ran& ran, int code) {
        EXPECT_EQ(ran.code, code) << ran.out << ran.err;
        EXPECT_FALSE(ran.err.empty());
        EXPECT_EQ(a.good({"get", id}).json().at("fields").at("theme"), "民法典");
        EXPECT_EQ(ask("GET", "/healthz", "", {}).status, 200);
    }

    Ran enrolAt(const std::string& server, const std::string& code) {
        return a.run({"enrol", "--server", server, "--code", code});
    }
};

TEST_F(Hostile, AHubThatCannotBeReached) {
    expectFails(enrolAt("http://127.0.0.1:9", "AAAA-AAAA-AAAA"), 4);
    a.enrol(hub, hub.code("张甲", "clerk", "500115001"));
    ASSERT_TRUE(hub.stop());
    const Ran sync = a.run({"sync"});
    EXPECT_EQ(sync.code, 4);
    EXPECT_EQ(a.good({"get", id}).json().at("sync"), "waiting");
    hub.start();
    a.good({"sync"});
    EXPECT_EQ(a.good({"get", id}).json().at("sync"), "received");
}

TEST_F(Hostile, AWrongCode) {
    expectFails(enrolAt(hub.url(), "AAAA-AAAA-AAAA"), 5);
}

TEST_F(Hostile, ACodeUsedTwice) {
    const std::string code = hub.code("张甲", "clerk", "500115001");
    const Cli other(folder / "other");
    other.good({"init"});
    other.enrol(hub, code);
    expectFails(enrolAt(hub.url(), code), 5);
}

TEST_F(Hostile, AnExpiredCode) {
    const std::string person = hub.person("张甲", "clerk", "500115001");
    const std::string code = hub.admin({"enrol-code", "--person", person, "--hours", "0"}).json().at("code");
    expectFails(enrolAt(hub.url(), code), 5);
}

TEST_F(Hostile, ACaptivePortalInsteadOfTheHub) {
    const FixedAnswer portal(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>login</html>\r\n");
    expectFails(enrolAt(portal.url(), "AAAA-AAAA-AAAA"), 4);
    const FixedAnswer redirect(
        "HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\nContent-Length: 0\r\n\r\n");
    expectFails(enrolAt(redirect.url(), "AAAA-AAAA-AAAA"), 4);
}

TEST_F(Hostile, AnAnswerCutShort) {
    const FixedAnswer cut(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"station\":1,");
    expectFails(enrolAt(cut.url(), "AAAA-AAAA-AAAA"), 4);
}

TEST_F(Hostile, BadRecordsAreRefusedWithEveryReasonAndNothingIsWritten) {
    const Json bad{{"theme", std::string(3000, 'x')},
                   {"happened_on", "2026-02-30"},
                   {"no_such_field", 1},
                   {"attendance", "many"}};
    const Ran ran = a.run({"create", "outreach", bad.dump()});
    expectFails(ran, 3);
    for (const char* field : {"theme", "happened_on", "no_such_field", "attendance"})
        EXPECT_NE(ran.err.find(field), std::string::npos) << field;
    EXPECT_EQ(a.good({"list", "outreach"}).lines().size(), 1U);
    expectFails(a.run({"create", "outreach", "{not json"}), 2);
    expectFails(a.run({"create", "no-such-type", "{}"}), 2);
    expectFails(a.run({"edit", "0000000000001-1", "{}"}), 2);
    expectFails(a.run({"create", "outreach", "{\"theme\":\"\xC0\x80\"}"}), 2);
}

TEST_F(Hostile, ABodyOfTwoHundredMegabytesIsTurnedAwayAndTheHubStaysUp) {
    EXPECT_EQ(ask("POST", "/v1/sync", "application/cbor", Bytes(200u << 20, 'x')).status, 413);
    a.enrol(hub, hub.code("张甲", "clerk", "500115001"));
    a.good({"sync"});
}

TEST_F(Hostile, AnImportWithBadRowsChangesNothingAndNamesEachRow) {
    std::ofstream(folder / "ledger.csv")
        << "主题,发生日期,参加人数\n民法典,2026-03-01,30\n禁毒,2026-13-01,20\n反诈,2026-03-03,许多\n";
    const Ran ran = a.run({"import", "outreach", folder / "ledger.csv"});
    EXPECT_EQ(ran.code, 3) << ran.out << ran.err;
    EXPECT_EQ(a.good({"list", "outreach"}).lines().size(), 1U);
}

TEST_F(Hostile, ADamagedStoreIsCalledSoAndNotWritten) {
    const auto file = a.folder() / "station.db";
    {
        std::fstream store(file, std::ios::in | std::ios::out | std::ios::binary);
        store << "this is no longer a database at all, not even by its first sixteen bytes";
    }
    EXPECT_EQ(a.run({"list", "outreach"}).code, 7);
}

}  // namespace
}  // namespace fayi::testing
