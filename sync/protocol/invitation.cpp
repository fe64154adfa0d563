// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/invitation.h"

#include <algorithm>
#include <optional>

namespace fayi::protocol {
namespace {

constexpr std::string_view kBegin = "fayi:enrol?";
constexpr std::size_t kCodeDigits = 12;  ///< hyphens apart
constexpr std::size_t kCodeBytes = 20;

// No locale has a say in what a letter is.
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetterOrDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Stands for itself in the query of a URI (RFC 3986), of what an address and a code are made of.
bool isPlain(char c) {
    return isLetterOrDigit(c) || std::string_view("-._~:/").find(c) != std::string_view::npos;
}

/// What an address has after its scheme: a host, a port, a path.
bool isServer(std::string_view server) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!server.starts_with(scheme))
            continue;
        const std::string_view rest = server.substr(scheme.size());
        return server.size() <= kInvitationServerBytes && !rest.empty() &&
               (isLetterOrDigit(rest[0]) || rest[0] == '[') &&
               std::ranges::all_of(rest, [](char c) { return isPlain(c) || c == '[' || c == ']'; });
    }
    return false;
}

bool isCode(std::string_view code) {
    return code.size() <= kCodeBytes &&
           std::ranges::all_of(code, [](char c) { return isLetterOrDigit(c) || c == '-'; }) &&
           std::ranges::count_if(code, isLetterOrDigit) == kCodeDigits;
}

std::string escaped(std::string_view value) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : value) {
        if (isPlain(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kDigits[byte / 16];
        out += kDigits[byte % 16];
    }
    return out;
}

std::optional<int> hexDigit(char c) {
    if (isDigit(c))
        return c - '0';
    const char upper = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    return upper >= 'A' && upper <= 'F' ? std::optional<int>(upper - 'A' + 10) : std::nullopt;
}

/// Nothing: a per cent sign without two digits.
std::optional<std::string> unescaped(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '%') {
            out += value[i];
            continue;
        }
        const auto high = i + 2 < value.size() ? hexDigit(value[i + 1]) : std::nullopt;
        const auto low = i + 2 < value.size() ? hexDigit(value[i + 2]) : std::nullopt;
        if (!high || !low)
            return std::nullopt;
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    return out;
}

Error brokenInvitation() {
    return {ErrorCode::Validation,
            {"这份邀请不完整或有错，请区县再发一次",
             "this invitation is not whole, or wrong; ask the district for it once more"}};
}

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view kBlanks = " \t\r\xEF\xBB\xBF";
    const std::size_t first = line.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view()
                                           : line.substr(first, line.find_last_not_of(kBlanks) + 1 - first);
}

}  // namespace

Result<std::string> toUri(const Invitation& invitation) {
    if (!isServer(invitation.server))
        return Error{
            ErrorCode::Usage,
            {"枢纽地址应写作 https://主机 或 https://主机:端口：" + invitation.server,
             "the address of the hub is written https://host or https://host:port: " + invitation.server}};
    if (!isCode(invitation.code))
        return Error{ErrorCode::Usage, {"这不是注册码", "that is no one-time code"}};
    std::string out(kBegin);
    out += "server=";
    out += escaped(invitation.server);
    out += "&code=";
    out += escaped(invitation.code);
    return out;
}

bool isInvitation(std::string_view text) {
    return text.starts_with(kBegin);
}

Result<Invitation> invitationFrom(std::string_view uri) {
    if (!isInvitation(uri))
        return Error{ErrorCode::NotFound, {"这不是区县的邀请", "this is no invitation of a district"}};
    constexpr std::size_t kLongest = kBegin.size() + 3 * (kInvitationServerBytes + kCodeBytes) + 32;
    if (uri.size() > kLongest)
        return brokenInvitation();
    std::optional<std::string> server, code;
    std::string_view rest = uri.substr(kBegin.size());
    for (bool more = true; more;) {
        const std::size_t end = rest.find('&');
        const std::string_view part = rest.substr(0, end);
        more = end != std::string_view::npos;
        rest = more ? rest.substr(end + 1) : std::string_view();
        const std::size_t equals = part.find('=');
        const std::string_view key = part.substr(0, equals);
        if (equals == std::string_view::npos || key.empty())
            return brokenInvitation();
        if (key != "server" && key != "code")
            return Error{ErrorCode::TooNew,
                         {"这份邀请来自更新的版本，请升级本程序",
                          "this invitation is of a newer version; update this program"}};
        auto& value = key == "server" ? server : code;
        if (value)
            return brokenInvitation();
        value = unescaped(part.substr(equals + 1));
        if (!value)
            return brokenInvitation();
    }
    if (!server || !code || !isServer(*server) || !isCode(*code))
        return brokenInvitation();
    return Invitation{std::move(*server), std::move(*code)};
}

Result<Invitation> invitationIn(std::string_view text) {
    if (text.size() > kInvitationTextBytes)
        return Error{ErrorCode::Usage,
                     {"这个文件太大，不会是邀请", "this file is too large to be an invitation"}};
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        if (isInvitation(line))
            return invitationFrom(line);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return Error{ErrorCode::NotFound, {"里面没有区县的邀请", "there is no invitation of a district in it"}};
}

}  // namespace fayi::protocol
