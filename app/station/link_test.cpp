// SPDX-License-Identifier: Apache-2.0
// The way to the hub, tried step by step: where does it break, and what helps.
#include <algorithm>

#include "address.h"
#include "clock_note.h"
#include "fayi/base/big_endian.h"
#include "fayi/base/limits.h"
#include "fayi/runtime/sync_session.h"
#include "fayi/station/json.h"
#include "fayi/station/link_report.h"
#include "fayi/station/station.h"

namespace fayi::station {
namespace {

using protocol::Trouble;
using State = LinkStep::State;

enum Step : std::size_t { kName, kConnection, kProxy, kTls, kPortal, kSignIn, kClock, kDownload, kUpload };

/// Four seconds each way at 64 kbit/s.
constexpr std::size_t kMeasuredBytes = 32u << 10;
static_assert(kMeasuredBytes <= limits::kProbeBytes);

std::vector<LinkStep> allSteps() {
    const auto step = [](const char* name, const char* zh, const char* en) {
        return LinkStep{name, {zh, en}};
    };
    return {step("name", "服务器名字", "name"),
            step("connection", "连接", "connection"),
            step("proxy", "代理", "proxy"),
            step("tls", "加密", "TLS"),
            step("portal", "对方是区县服务器", "hub"),
            step("sign-in", "身份", "sign-in"),
            step("clock", "时钟", "clock"),
            step("download", "下载速度", "download"),
            step("upload", "上传速度", "upload")};
}

/// Where it broke, as far as the connection had come.
Step stepOf(Trouble trouble, const net::Pace& pace, bool encrypted) {
    switch (trouble) {
        case Trouble::NoName:
            return kName;
        case Trouble::NoConnection:
            return kConnection;
        case Trouble::Proxy:
            return kProxy;
        case Trouble::Tls:
            return kTls;
        case Trouble::Timeout:
        case Trouble::CutShort:
            if (pace.connect == Millis(0))
                return kConnection;
            return encrypted && pace.tls == Millis(0) ? kTls : kPortal;
        default:
            return kPortal;
    }
}

Text fine() {
    return {"正常", "fine"};
}

std::uint64_t perSecond(std::size_t bytes, Millis took) {
    return bytes * 1000 / static_cast<std::uint64_t>(std::max<Millis::rep>(1, took.count()));
}

Text rateWords(std::uint64_t rate) {
    const std::uint64_t kilo = std::max<std::uint64_t>(1, rate * 8 / 1000);
    if (kilo >= 10'000)
        return {"约 " + std::to_string(kilo / 1000) + " 兆比特/秒",
                "about " + std::to_string(kilo / 1000) + " Mbit/s"};
    const std::string kilobits = std::to_string(kilo);
    return {"约 " + kilobits + " 千比特/秒", "about " + kilobits + " kbit/s"};
}

std::optional<Millis> hubClockIn(const Bytes& body) {
    constexpr std::size_t kBytes = 8;
    if (body.size() < kBytes)
        return std::nullopt;
    return Millis(static_cast<Millis::rep>(fromBigEndian(std::string_view(body).substr(0, kBytes))));
}

/// One test, as it goes.
class LinkTest {
public:
    LinkTest(std::string server, net::ClientOptions options, const Clock& clock, Random& random)
        : m_options(std::move(options)), m_clock(clock), m_random(random) {
        m_report.server = std::move(server);
        m_report.steps = allSteps();
    }

    LinkReport run(const std::optional<store::Enrolment>& enrolment) {
        if (reach() && enrolment)
            measure(*enrolment);
        else if (!m_report.failure)
            skip(kSignIn, {"还没有加入区县", "no district joined yet"});
        return std::move(m_report);
    }

private:
    LinkStep& at(Step step) { return m_report.steps[step]; }
    void pass(Step step, std::optional<Millis> took, Text words) {
        at(step).state = State::Ok;
        at(step).took = took;
        at(step).words = std::move(words);
    }
    void skip(Step step, Text words) { at(step).words = std::move(words); }
    void fail(Step step, Trouble trouble, Text words) {
        at(step).state = State::Failed;
        at(step).words = std::move(words);
        at(step).advice = protocol::wordsOf(trouble);
        m_report.failure = protocol::codeOf(trouble);
    }

    /// Asks for nothing but whether the hub is there.
    bool reach() {
        net::HttpClient client(m_options);
        const net::Outcome outcome = client.send(
            m_report.server, {"GET", std::string(protocol::kHealthTarget), {}, {}}, protocol::kJsonMedia);
        Trouble trouble = transport::troubleOf(outcome.failure);
        const Json health = Json::parse(outcome.response.body, nullptr, false);
        if (trouble == Trouble::None && !(health.is_object() && health.contains("district")))
            trouble = Trouble::Captive;
        const bool encrypted = m_report.server.starts_with("https://");
        const Step broken = trouble == Trouble::None ? kSignIn : stepOf(trouble, outcome.pace, encrypted);
        passUpTo(broken, outcome.pace, encrypted);
        if (trouble != Trouble::None)
            fail(broken, trouble, outcome.words.zh.empty() ? protocol::wordsOf(trouble) : outcome.words);
        return trouble == Trouble::None;
    }

    void passUpTo(Step broken, const net::Pace& pace, bool encrypted) {
        const bool proxied = net::usesProxy(m_options, m_report.server);
        if (broken > kName)
            pass(kName, pace.name, fine());
        if (broken > kConnection)
            pass(kConnection, pace.connect - pace.name, fine());
        if (!proxied)
            skip(kProxy, {"不经过代理", "no proxy is used"});
        else if (broken > kProxy)
            pass(kProxy, std::nullopt, fine());
        if (!encrypted)
            skip(kTls, {"没有加密，只能用于可信的内部网络", "not encrypted: for a trusted network only"});
        else if (broken > kTls)
            pass(kTls, pace.tls - pace.connect, fine());
        if (broken > kPortal)
            pass(kPortal, pace.firstByte - std::max(pace.tls, pace.connect), fine());
    }

    void measure(const store::Enrolment& enrolment) {
        transport::HttpTransport way(m_report.server, m_options,
                                     transport::bearer(enrolment.station, enrolment.token));
        const auto ask = [&](std::size_t bytes, const Bytes& body) {
            return way.post(std::string(protocol::kProbeTarget) + "?bytes=" + std::to_string(bytes), body,
                            protocol::kBytesMedia);
        };
        const Millis began = m_clock.now();
        const transport::Reply known = ask(0, {});
        if (known.trouble != Trouble::None)
            return fail(kSignIn, known.trouble, known.words);
        pass(kSignIn, known.pace.total, fine());
        compareClocks(began, known);
        const transport::Reply down = ask(kMeasuredBytes, {});
        if (down.trouble != Trouble::None)
            return fail(kDownload, down.trouble, down.words);
        m_report.down = perSecond(down.body.size(), down.pace.total - down.pace.firstByte);
        pass(kDownload, down.pace.total, rateWords(*m_report.down));
        const transport::Reply up = ask(0, m_random.bytes(kMeasuredBytes));
        if (up.trouble != Trouble::None)
            return fail(kUpload, up.trouble, up.words);
        m_report.up = perSecond(kMeasuredBytes, up.pace.firstByte - up.pace.roundTrip);
        pass(kUpload, up.pace.total, rateWords(*m_report.up));
    }

    void compareClocks(Millis began, const transport::Reply& reply) {
        const auto hub = hubClockIn(reply.body);
        if (!hub)
            return fail(kClock, Trouble::Malformed, protocol::wordsOf(Trouble::Malformed));
        const Millis offset = *hub - (began + reply.pace.firstByte - reply.pace.roundTrip / 2);
        m_report.clockOffset = offset;
        const Text note = clockNote(offset);
        pass(kClock, std::nullopt, fine());
        if (note.zh.empty())
            return;
        at(kClock).state = State::Failed;
        at(kClock).words = {"与区县相差较大", "far from the district's"};
        at(kClock).advice = note;
    }

    net::ClientOptions m_options;
    const Clock& m_clock;
    Random& m_random;
    LinkReport m_report;
};

}  // namespace

std::string_view nameOf(LinkStep::State state) {
    return state == State::Ok ? "ok" : state == State::Failed ? "failed" : "skipped";
}

bool LinkReport::ok() const {
    return std::ranges::none_of(steps, [](const LinkStep& step) { return step.state == State::Failed; });
}

Result<LinkReport> Station::testLink(const std::string& server, const std::string& caFile) const {
    auto enrolment = m_store->enrolment();
    std::string address = server.empty() && enrolment ? enrolment->server : server;
    while (address.ends_with('/'))
        address.pop_back();
    if (address.empty())
        return Error{ErrorCode::Usage,
                     {"本机还没有加入区县，请用 --server 指明服务器地址",
                      "no district joined yet; name the server with --server"}};
    FAYI_TRY(checkAddress(address, caFile));
    if (enrolment && address != enrolment->server)
        enrolment.reset();  // the token is for its own hub alone
    net::ClientOptions options = runtime::clientOptions(*m_store);
    if (!caFile.empty())
        options.caFile = caFile;
    return LinkTest(address, std::move(options), m_clock, m_random).run(enrolment);
}

Json toJson(const LinkReport& report, Language language) {
    Json steps = Json::array();
    for (const LinkStep& step : report.steps) {
        Json one{{"step", step.name},
                 {"state", nameOf(step.state)},
                 {"ms", step.took ? Json(step.took->count()) : Json()},
                 {"words", step.words.in(language)}};
        if (!step.advice.zh.empty())
            one["advice"] = step.advice.in(language);
        steps.push_back(std::move(one));
    }
    return {{"ok", report.ok()},
            {"server", report.server},
            {"steps", std::move(steps)},
            {"clock_offset_ms", report.clockOffset ? Json(report.clockOffset->count()) : Json()},
            {"bytes_per_second_down", report.down ? Json(*report.down) : Json()},
            {"bytes_per_second_up", report.up ? Json(*report.up) : Json()}};
}

}  // namespace fayi::station
