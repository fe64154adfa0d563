// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/link_controller.h"

#include "fayi/station/json.h"
#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {

using Proxy = station::LinkSettings::Proxy;

namespace {
constexpr unsigned kMegabyte = 20;  // as a shift
}

void LinkController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &LinkController::changed);
        connect(m_session, &StationSession::identityChanged, this, &LinkController::changed);
        connect(m_session, &StationSession::recordsChanged, this, &LinkController::changed);
    });
    if (fresh)
        emit changed();
}

station::LinkSettings LinkController::settings() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    return station ? station->linkSettings() : station::LinkSettings{};
}

QString LinkController::proxy() const {
    const Proxy proxy = settings().proxy;
    return proxy == Proxy::System ? QStringLiteral("system")
           : proxy == Proxy::None ? QStringLiteral("none")
                                  : QStringLiteral("manual");
}

QString LinkController::address() const {
    return toQt(station::withoutPassword(settings().proxyUrl));
}

QString LinkController::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

bool LinkController::metered() const {
    return settings().metered;
}

int LinkController::dayMegabytes() const {
    return static_cast<int>(settings().dayBytes >> kMegabyte);
}

QString LinkController::spent() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    if (!station || settings().dayBytes == 0)
        return {};
    return spokenSize(station->spentToday());
}

void LinkController::setMetered(bool metered) {
    station::LinkSettings next = settings();
    next.metered = metered;
    keep(next);
}

void LinkController::setDayMegabytes(int megabytes) {
    station::LinkSettings next = settings();
    next.dayBytes = static_cast<std::uint64_t>(std::max(megabytes, 0)) << kMegabyte;
    keep(next);
}

void LinkController::useNoAddress(bool system) {
    station::LinkSettings next = settings();
    next.proxy = system ? Proxy::System : Proxy::None;
    next.proxyUrl.clear();
    keep(next);
}

bool LinkController::useAddress(const QString& typed) {
    const QString wanted = typed.trimmed();
    station::LinkSettings next = settings();
    if (next.proxy == Proxy::Manual && wanted == address())
        return keep(next);
    if (wanted.contains(QLatin1String(":***@"))) {
        m_problem = {"密码没有显示出来。地址改了，请把密码也重新输入。",
                     "the password is not shown: with another address, type it again too"};
        emit changed();
        return false;
    }
    next.proxy = Proxy::Manual;
    next.proxyUrl = fromQt(wanted);
    return keep(next);
}

bool LinkController::keep(const station::LinkSettings& settings) {
    auto* station = m_session ? m_session->station() : nullptr;
    if (!station)
        return false;
    const bool fresh = settings != station->linkSettings();
    const Status status = fresh ? station->setLinkSettings(settings) : Status();
    m_problem = status.ok() ? Text{} : status.error().message;
    emit changed();
    if (fresh && status.ok())
        emit taken();
    return status.ok();
}

}  // namespace fayi::ui
