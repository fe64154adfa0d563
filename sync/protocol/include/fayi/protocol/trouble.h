// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "fayi/base/result.h"

namespace fayi::protocol {

/// Why an exchange with the hub came to nothing.
enum class Trouble {
    None,
    NoName,        ///< the hub's name is not known here
    NoConnection,  ///< nobody listens, or no route
    Tls,           ///< the certificate cannot be trusted
    Timeout,
    CutShort,  ///< the connection broke in the middle
    Captive,   ///< somebody else answered: a login page of the network
    Proxy,
    Busy,        ///< the hub asks to come back later
    HubFull,     ///< the hub's disk is full
    HubBroken,   ///< the hub failed inside
    TooLarge,    ///< the hub does not take a body of this size
    Malformed,   ///< the two did not understand each other
    Version,     ///< one of them is too old
    Dictionary,  ///< the hub does not carry what the request was compressed with: once more without it
    Token,       ///< the hub does not know this station, or a pen or person of it
    Revoked,     ///< this person or station may no more
    Code,        ///< an enrolment code that is unknown, used or expired
    Full,        ///< our own disk has no space
    Store,       ///< our own store cannot be read or written
    Cancelled,   ///< the program is closing, or the person stopped it
};
/// How many there are.
inline constexpr std::size_t kTroubles = static_cast<std::size_t>(Trouble::Cancelled) + 1;

/// What helps against a trouble.
enum class Healing {
    ByWaiting,  ///< trying again later may do
    ByPerson,   ///< somebody has to do something first; trying by itself stops, a press still tries
    Never,      ///< this identity is at its end
};

Healing healingOf(Trouble trouble);
/// Stable word for logs and JSON: "no-name", "captive", …
std::string_view nameOf(Trouble trouble);
/// The kind of Error it is for the exit code: Unreachable, Refused, Io, Full, …
ErrorCode codeOf(Trouble trouble);
/// What it is and what a person can do about it, in one sentence; an exchange may have words of its own that
/// name the server.
Text wordsOf(Trouble trouble);
/// Full or Store: what kept an answer from being applied.
Trouble troubleOfStore(ErrorCode code);
/// What a Denial's code means; nothing for a word of a later version.
std::optional<Trouble> troubleOfDenial(std::string_view code);

}  // namespace fayi::protocol
