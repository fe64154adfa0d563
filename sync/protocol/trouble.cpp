// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/trouble.h"

#include <array>
#include <utility>

namespace fayi::protocol {
namespace {

struct Line {
    Trouble trouble;
    std::string_view name;
    Healing healing;
    ErrorCode code;
};

constexpr std::array<Line, 20> kTable{{
    {Trouble::None, "none", Healing::ByWaiting, ErrorCode::Internal},
    {Trouble::NoName, "no-name", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::NoConnection, "no-connection", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::Tls, "tls", Healing::ByPerson, ErrorCode::Unreachable},
    {Trouble::Timeout, "timeout", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::CutShort, "cut-short", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::Captive, "captive", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::Proxy, "proxy", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::Busy, "busy", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::HubFull, "hub-full", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::HubBroken, "hub-broken", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::TooLarge, "too-large", Healing::ByPerson, ErrorCode::Refused},
    {Trouble::Malformed, "malformed", Healing::ByPerson, ErrorCode::Refused},
    {Trouble::Version, "version", Healing::ByPerson, ErrorCode::Refused},
    {Trouble::Dictionary, "dictionary", Healing::ByWaiting, ErrorCode::Unreachable},
    {Trouble::Token, "token", Healing::ByPerson, ErrorCode::Refused},
    {Trouble::Revoked, "revoked", Healing::Never, ErrorCode::Refused},
    {Trouble::Code, "code", Healing::ByPerson, ErrorCode::Refused},
    {Trouble::Store, "store", Healing::ByPerson, ErrorCode::Io},
    {Trouble::Cancelled, "cancelled", Healing::ByWaiting, ErrorCode::Unreachable},
}};

const Line& lineOf(Trouble trouble) {
    for (const Line& line : kTable)
        if (line.trouble == trouble)
            return line;
    return kTable[0];
}

}  // namespace

Healing healingOf(Trouble trouble) {
    return lineOf(trouble).healing;
}
std::string_view nameOf(Trouble trouble) {
    return lineOf(trouble).name;
}
ErrorCode codeOf(Trouble trouble) {
    return lineOf(trouble).code;
}

std::optional<Trouble> troubleOfDenial(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, Trouble>, 13> kCodes{
        {{"unknown-code", Trouble::Code},
         {"used-code", Trouble::Code},
         {"expired-code", Trouble::Code},
         {"revoked", Trouble::Revoked},
         {"token", Trouble::Token},
         {"pen", Trouble::Token},
         {"person", Trouble::Token},
         {"too-large", Trouble::TooLarge},
         {"malformed", Trouble::Malformed},
         {"version", Trouble::Version},
         {"dictionary", Trouble::Dictionary},
         {"busy", Trouble::Busy},
         {"full", Trouble::HubFull}}};
    for (const auto& [word, trouble] : kCodes)
        if (word == code)
            return trouble;
    return std::nullopt;
}

}  // namespace fayi::protocol
