// SPDX-License-Identifier: Apache-2.0
// The link test names the step at which the way breaks, and what helps; the proxy that a person set is used.
#include "certificates.h"
#include "district.h"
#include "fayi/testing/sign_in_proxy.h"
#include "fayi/testing/weak_link.h"

namespace fayi::station {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::SignInProxy;
using testing::WeakLink;
using State = LinkStep::State;

/// A station that has joined over a link which the test may break.
struct LinkTestTest : District {
    SystemClock real;
    WeakLink link{server->port(), {}, real};
    Desk desk{1, "甲机"};

    void SetUp() override {
        must(desk->enrol(link.url(), code("周文静", "clerk", "500115001"), ""));
        must(desk->sync());
    }
    /// The step that failed, after which none was tried.
    static std::string broken(const LinkReport& report) {
        std::string out;
        for (const LinkStep& step : report.steps) {
            if (!out.empty()) {
                EXPECT_EQ(step.state, State::Skipped) << step.name;
            }
            if (step.state == State::Failed) {
                out = step.name;
                EXPECT_FALSE(step.words.zh.empty() || step.words.en.empty());
                EXPECT_FALSE(step.advice.zh.empty() || step.advice.en.empty());
            }
        }
        EXPECT_EQ(out.empty(), report.ok());
        return out;
    }
    static State stateOf(const LinkReport& report, const std::string& name) {
        for (const LinkStep& step : report.steps)
            if (step.name == name)
                return step.state;
        ADD_FAILURE() << "no step " << name;
        return State::Failed;
    }
};

TEST_F(LinkTestTest, AGoodLinkIsFineAtEveryStep) {
    const LinkReport report = must(desk->testLink());
    EXPECT_EQ(broken(report), "");
    for (const char* step : {"name", "connection", "portal", "sign-in", "clock", "download", "upload"})
        EXPECT_EQ(stateOf(report, step), State::Ok) << step;
    EXPECT_EQ(stateOf(report, "proxy"), State::Skipped);
    EXPECT_EQ(stateOf(report, "tls"), State::Skipped);
    EXPECT_GT(report.down.value_or(0), 0U);
    EXPECT_GT(report.up.value_or(0), 0U);
    const Json json = toJson(report, Language::Zh);
    EXPECT_EQ(json["ok"], true);
    EXPECT_EQ(json["steps"].size(), 9U);
}

TEST_F(LinkTestTest, EachFailureIsFoundAtItsStep) {
    link.refuse();
    const LinkReport down = must(desk->testLink());
    EXPECT_EQ(broken(down), "connection");
    EXPECT_EQ(stateOf(down, "name"), State::Ok);
    EXPECT_EQ(down.failure, ErrorCode::Unreachable);
    link.pass();
    link.answerWith("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nlogin");
    EXPECT_EQ(broken(must(desk->testLink())), "portal");
    link.pass();
    EXPECT_EQ(broken(must(desk->testLink("http://no-such-host.invalid"))), "name");
    must(hub::revokePerson(context, desk->person().id, true));
    const LinkReport revoked = must(desk->testLink());
    EXPECT_EQ(broken(revoked), "sign-in");
    EXPECT_EQ(revoked.failure, ErrorCode::Refused);
}

TEST_F(LinkTestTest, AServerThatIsNoHubIsNotTakenForOne) {
    const auto other = must(net::HttpServer::start({}, [](const net::Request&) {
        return net::Response{200, {{"Content-Type", "application/json"}}, "{\"ok\":true}"};
    }));
    EXPECT_EQ(broken(must(desk->testLink(other->url()))), "portal");
}

TEST_F(LinkTestTest, ACertificateOfSomebodyElseIsFoundAtTls) {
    const net::testing::ScratchFolder scratch;
    const auto hubs = net::testing::makeCertificate(scratch, "hub", "IP:127.0.0.1");
    const auto other = net::testing::makeCertificate(scratch, "other", "IP:127.0.0.1");
    net::ListenOptions options;
    options.tlsCert = other.certificate;
    options.tlsKey = other.key;
    const auto impostor = must(net::HttpServer::start(
        options, [this](const net::Request& request) { return service->handle(request); }));
    const LinkReport report = must(desk->testLink(impostor->url(), hubs.certificate));
    EXPECT_EQ(broken(report), "tls");
    EXPECT_EQ(stateOf(report, "connection"), State::Ok);
    const LinkReport good = must(desk->testLink(impostor->url(), other.certificate));
    EXPECT_EQ(stateOf(good, "tls"), State::Ok);
    EXPECT_EQ(stateOf(good, "sign-in"), State::Skipped) << "the token is shown to its own hub alone";
}

TEST_F(LinkTestTest, AWrongClockIsToldWithoutKeepingTheRestFromBeingTried) {
    desk.clock.jump(std::chrono::hours(-3));
    const LinkReport report = must(desk->testLink());
    EXPECT_EQ(stateOf(report, "clock"), State::Failed);
    EXPECT_EQ(stateOf(report, "upload"), State::Ok);
    EXPECT_FALSE(report.failure);
    EXPECT_NEAR(static_cast<double>(report.clockOffset->count()), 3 * 3600e3, 60e3);
}

TEST_F(LinkTestTest, AProxyWithASignInIsUsedAndItsPasswordShownToNobody) {
    const SignInProxy proxy("zhang", "secret");
    LinkSettings settings;
    settings.proxy = LinkSettings::Proxy::Manual;
    settings.proxyUrl = proxy.urlWithSignIn();
    ASSERT_TRUE(desk->setLinkSettings(settings).ok());
    EXPECT_THAT(toJson(desk->linkSettings(), 0).dump(), Not(HasSubstr("secret")));
    EXPECT_THAT(toJson(desk->linkSettings(), 0).dump(), HasSubstr("zhang:***@127.0.0.1"));
    desk.create("outreach", {{"theme", "经代理"}});
    EXPECT_EQ(must(desk->sync()).pushed, 1U);
    EXPECT_EQ(proxy.passed(), 1);
    EXPECT_EQ(stateOf(must(desk->testLink()), "proxy"), State::Ok);

    settings.proxyUrl = proxy.url();
    ASSERT_TRUE(desk->setLinkSettings(settings).ok());
    const auto refused = desk->sync();
    EXPECT_EQ(refused.error().code, ErrorCode::Unreachable);
    EXPECT_THAT(refused.error().message.zh, HasSubstr("407"));
    EXPECT_EQ(broken(must(desk->testLink())), "proxy");

    settings = {};
    settings.proxy = LinkSettings::Proxy::None;
    ASSERT_TRUE(desk->setLinkSettings(settings).ok());
    EXPECT_TRUE(desk->sync().ok());
}

TEST_F(LinkTestTest, WhatNoProxyCanHaveForAnAddressIsRefused) {
    for (const char* url : {"", "proxy.example:8080", "ftp://proxy.example", "http://", "http://a b:80"}) {
        LinkSettings settings;
        settings.proxy = LinkSettings::Proxy::Manual;
        settings.proxyUrl = url;
        const Status refused = desk->setLinkSettings(settings);
        ASSERT_FALSE(refused.ok()) << url;
        EXPECT_EQ(refused.error().code, ErrorCode::Usage);
    }
    EXPECT_EQ(desk->linkSettings(), LinkSettings());
}

TEST_F(LinkTestTest, TheBytesOfADayAreCountedWhileThereIsABoundOnThem) {
    must(desk->sync());
    EXPECT_EQ(desk->spentToday(), 0U);
    LinkSettings settings;
    settings.dayBytes = 1 << 20;
    ASSERT_TRUE(desk->setLinkSettings(settings).ok());
    const SyncReport one = must(desk->sync());
    const SyncReport two = must(desk->sync());
    EXPECT_EQ(desk->spentToday(), one.bytesUp + one.bytesDown + two.bytesUp + two.bytesDown);
    desk.clock.advance(std::chrono::hours(24));
    EXPECT_EQ(desk->spentToday(), 0U);
}

}  // namespace
}  // namespace fayi::station
