// SPDX-License-Identifier: Apache-2.0
// How the hub is reached: the proxy, and what may be spent on it.
#include "fayi/base/text.h"
#include "fayi/station/json.h"
#include "fayi/station/station.h"

namespace fayi::station {
namespace {

using Proxy = LinkSettings::Proxy;

bool isProxyUrl(const std::string& url) {
    constexpr std::size_t kLongest = 2000;
    const bool known =
        url.starts_with("http://") || url.starts_with("https://") || url.starts_with("socks5h://");
    return known && url.size() <= kLongest && isUtf8(url) &&
           std::ranges::none_of(url, [](char c) { return static_cast<unsigned char>(c) <= ' '; }) &&
           url.find("://") + 3 < url.size();
}

std::string_view nameOf(Proxy proxy) {
    return proxy == Proxy::None ? "none" : proxy == Proxy::Manual ? "manual" : "system";
}

}  // namespace

std::string withoutPassword(const std::string& url) {
    const auto begin = url.find("://");
    const auto at = url.rfind('@');
    if (begin == std::string::npos || at == std::string::npos || at < begin)
        return url;
    const auto colon = url.find(':', begin + 3);
    return colon < at ? url.substr(0, colon) + ":***" + url.substr(at) : url;
}

LinkSettings Station::linkSettings() const {
    return m_store->linkSettings();
}

Status Station::setLinkSettings(const LinkSettings& settings) {
    if (settings.proxy == Proxy::Manual && !isProxyUrl(settings.proxyUrl))
        return Error{ErrorCode::Usage,
                     {"代理地址应写作 http://主机:端口（或 https://、socks5h://），需要登录时 "
                      "http://用户:密码@主机:端口，特殊字符写成 %XX",
                      "a proxy is written http://host:port (or https://, socks5h://), with a sign-in "
                      "http://user:password@host:port, special characters as %XX"}};
    return m_store->setLinkSettings(settings);
}

std::uint64_t Station::spentToday() const {
    return m_store->spentToday();
}

Json toJson(const LinkSettings& settings, std::uint64_t spentToday) {
    return {{"proxy", nameOf(settings.proxy)},
            {"proxy_url", settings.proxyUrl.empty() ? Json() : Json(withoutPassword(settings.proxyUrl))},
            {"metered", settings.metered},
            {"daily_bytes", settings.dayBytes == 0 ? Json() : Json(settings.dayBytes)},
            {"bytes_today", spentToday}};
}

}  // namespace fayi::station
