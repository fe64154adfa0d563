// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/relay.h"

#include <condition_variable>
#include <thread>

#include "fayi/base/crypto.h"
#include "fayi/engine/engine.h"
#include "fayi/net/http_server.h"
#include "fayi/protocol/bundle.h"
#include "fayi/runtime/sync_session.h"
#include "relay_shelf.h"

namespace fayi::station {
namespace {

using protocol::Trouble;
using Kind = RelayEvent::Kind;

net::Response denial(int status, const std::string& code, const Text& words) {
    return {status,
            {{"Content-Type", std::string(protocol::kJsonMedia)}},
            protocol::toJson(protocol::Denial{code, words}).dump()};
}

net::Response answered(const RelayShelf::Answer& answer) {
    const std::string_view media = answer.status == 200 ? protocol::kBundleMedia : protocol::kJsonMedia;
    return {answer.status, {{"Content-Type", std::string(media)}}, answer.body};
}

/// It will be looked at again: nothing to hand out yet.
net::Response kept() {
    return {202, {{"Content-Type", std::string(protocol::kBundleMedia)}}, {}};
}

/// The word of a denial for whoever handed the bundle in: what its sync would say.
std::string wordFor(Trouble trouble) {
    return trouble == Trouble::Revoked   ? "revoked"
           : trouble == Trouble::Token   ? "token"
           : trouble == Trouble::Version ? "version"
           : trouble == Trouble::Code    ? "used-code"
                                         : "malformed";
}

/// A no that is meant for the bundle, not for the moment.
bool isFinal(const transport::Reply& reply) {
    return reply.status >= 400 && reply.status < 500 && reply.status != 429 && reply.status != 408 &&
           reply.status != 404 && protocol::healingOf(reply.trouble) != protocol::Healing::ByWaiting;
}

}  // namespace

std::string_view nameOf(RelayEvent::Kind kind) {
    switch (kind) {
        case Kind::Taken:
            return "taken";
        case Kind::Refused:
            return "refused";
        case Kind::Forwarded:
            return "forwarded";
        case Kind::Denied:
            return "denied";
        case Kind::Unreachable:
            return "unreachable";
        case Kind::HandedOut:
            break;
    }
    return "handed-out";
}

class Relay::Impl {
public:
    Impl(std::unique_ptr<RelayShelf> shelf, std::string district, std::unique_ptr<transport::Transport> hub,
         const Clock& clock, Random& random, Log log)
        : m_shelf(std::move(shelf)),
          m_district(std::move(district)),
          m_hub(std::move(hub)),
          m_clock(clock),
          m_random(random),
          m_log(std::move(log)) {}
    ~Impl();

    Status listen(net::ListenOptions options);
    std::string url() const { return m_server->url(); }
    void wake();

private:
    net::Response handle(const net::Request& request);
    net::Response take(const net::Request& request);
    net::Response handOut(const std::string& id);
    void carry();
    bool wait(const std::optional<Millis>& until);
    engine::Exchanged forwardOne();
    void tell(const RelayEvent& event);

    std::unique_ptr<RelayShelf> m_shelf;
    const std::string m_district;
    std::unique_ptr<transport::Transport> m_hub;
    const Clock& m_clock;
    Random& m_random;
    Log m_log;
    std::mutex m_logMutex;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_came = false, m_stop = false;  ///< guarded by m_mutex
    std::unique_ptr<net::HttpServer> m_server;
    std::thread m_thread;
};

Relay::Impl::~Impl() {
    if (m_server)
        m_server->stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_hub->cancel();
    if (m_thread.joinable())
        m_thread.join();
}

Status Relay::Impl::listen(net::ListenOptions options) {
    options.refusal = [](int status) {
        return denial(status, status == 413 ? "too-large" : "malformed",
                      status == 413
                          ? Text{"数据包超过 8 MB，请用 U 盘", "the bundle is over 8 MB; carry it on a stick"}
                          : Text{"请求不合规定", "malformed request"});
    };
    FAYI_LET(server, net::HttpServer::start(options,
                                            [this](const net::Request& request) { return handle(request); }));
    m_server = std::move(server);
    m_thread = std::thread([this] { carry(); });
    return {};
}

void Relay::Impl::tell(const RelayEvent& event) {
    const std::lock_guard lock(m_logMutex);
    m_log(event);
}

void Relay::Impl::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_came = true;
    }
    m_changed.notify_all();
}

net::Response Relay::Impl::handle(const net::Request& request) {
    const std::string target = request.target.substr(0, request.target.find('?'));
    const std::string bundles(protocol::kBundlesTarget);
    if (target == bundles && request.method == "POST")
        return take(request);
    if (target.starts_with(bundles + "/") && request.method == "GET")
        return handOut(target.substr(bundles.size() + 1));
    return denial(
        404, "not-found",
        {"代转处没有这个地址；这里只收数据包", "the relay has no such address; it takes bundles only"});
}

net::Response Relay::Impl::take(const net::Request& request) {
    const auto reader = protocol::BundleReader::open(protocol::sourceOf(request.body));
    const auto refuse = [&](int status, const std::string& code, const Text& words) {
        tell({Kind::Refused, {}, request.body.size(), words});
        return denial(status, code, words);
    };
    if (!reader)
        return refuse(400, "malformed", reader.error().message);
    if (reader->header().isAnswer() || reader->header().district != m_district)
        return refuse(409, "district",
                      {"这不是给本区县的数据包", "this is no bundle for the district of this relay"});
    const std::string id = toHex(reader->header().id);
    if (const auto answer = m_shelf->answer(id))
        return answered(*answer);
    if (const Status taken = m_shelf->take(id, request.body); !taken)
        return refuse(taken.error().code == ErrorCode::Full ? 507 : 503, "full", taken.error().message);
    tell({Kind::Taken, id, request.body.size(), {}});
    wake();
    return kept();
}

net::Response Relay::Impl::handOut(const std::string& id) {
    if (fromHex(id).size() != protocol::kBundleIdBytes || toHex(fromHex(id)) != id)
        return denial(404, "not-found", {"没有这个数据包", "there is no such bundle"});
    if (const auto answer = m_shelf->answer(id)) {
        tell({Kind::HandedOut, id, answer->body.size(), {}});
        return answered(*answer);
    }
    return m_shelf->isWaiting(id) ? kept()
                                  : denial(404, "not-found", {"没有这个数据包", "there is no such bundle"});
}

/// False: it is to end.
bool Relay::Impl::wait(const std::optional<Millis>& until) {
    std::unique_lock lock(m_mutex);
    const auto due = [this] { return m_came || m_stop; };
    if (until)
        m_changed.wait_for(lock, std::max(Millis(0), *until - m_clock.steady()), due);
    else
        m_changed.wait(lock, due);
    return !m_stop;
}

void Relay::Impl::carry() {
    engine::Engine engine(engine::Schedule(), m_random);
    engine::Command next = engine.on(engine::LinkUp{}, m_clock.steady());
    for (;;) {
        if (std::holds_alternative<engine::Exchange>(next))
            next = engine.on(forwardOne(), m_clock.steady());
        const auto* rest = std::get_if<engine::Wait>(&next);
        if (!wait(rest == nullptr ? std::optional(m_clock.steady()) : rest->until))
            return;
        bool came = false;
        {
            const std::lock_guard lock(m_mutex);
            came = std::exchange(m_came, false);
        }
        if (came)
            next = engine.on(engine::LinkUp{}, m_clock.steady());
        else if (rest != nullptr)
            next = engine.on(engine::Ticked{}, m_clock.steady());
    }
}

/// Carries one bundle to the hub and keeps what it says.
engine::Exchanged Relay::Impl::forwardOne() {
    const auto id = m_shelf->next();
    if (!id)
        return {};
    const auto bundle = m_shelf->read(*id);
    if (!bundle) {
        tell({Kind::Unreachable, *id, 0, bundle.error().message});
        return {Trouble::Busy, false, {}};
    }
    const transport::Reply reply = m_hub->post(protocol::kBundlesTarget, *bundle, protocol::kBundleMedia);
    const bool good = reply.trouble == Trouble::None && !reply.body.empty();
    if (!good && !isFinal(reply)) {
        tell({Kind::Unreachable, *id, 0, reply.words});
        return {Trouble::Busy, false, reply.retryAfter};
    }
    const RelayShelf::Answer answer =
        good ? RelayShelf::Answer{200, reply.body}
             : RelayShelf::Answer{
                   reply.status,
                   protocol::toJson(protocol::Denial{wordFor(reply.trouble), reply.words}).dump()};
    if (const Status put = m_shelf->answered(*id, answer); !put) {
        tell({Kind::Unreachable, *id, 0, put.error().message});
        return {Trouble::Busy, false, {}};
    }
    tell({good ? Kind::Forwarded : Kind::Denied, *id, bundle->size(), good ? Text() : reply.words});
    return {Trouble::None, m_shelf->waiting() > 0, {}};
}

Relay::Relay(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Relay::~Relay() = default;

std::string Relay::url() const {
    return m_impl->url();
}

void Relay::linkUp() {
    m_impl->wake();
}

Result<std::unique_ptr<Relay>> Relay::start(const RelayOptions& options, const Clock& clock, Random& random,
                                            Log log) {
    auto listen = net::listenOn(options.listen);
    if (!listen)
        return Error{ErrorCode::Usage,
                     {"--listen 应为 地址:端口，收到的是“" + options.listen + "”",
                      "--listen takes address:port, not \"" + options.listen + "\""}};
    listen->tlsCert = options.tlsCert;
    listen->tlsKey = options.tlsKey;
    FAYI_LET(store, store::Store::open(options.data, clock, random));
    const auto enrolment = store->enrolment();
    auto hub = runtime::transportFor(*store);
    if (!enrolment || !hub)
        return Error{ErrorCode::Usage,
                     {"代转的电脑要先用网络加入区县",
                      "a station that relays has to join a district by network first"}};
    FAYI_LET(shelf, RelayShelf::open(options.data / "relay"));
    auto impl = std::make_unique<Impl>(std::move(shelf), enrolment->district, std::move(hub), clock, random,
                                       std::move(log));
    FAYI_TRY(impl->listen(std::move(*listen)));
    return std::unique_ptr<Relay>(new Relay(std::move(impl)));
}

}  // namespace fayi::station
