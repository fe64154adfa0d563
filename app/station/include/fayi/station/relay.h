// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/base/result.h"

namespace fayi::station {

/// Something that came or went at a relay. There is no content in it: a relay reads none.
struct RelayEvent {
    enum class Kind {
        Taken,        ///< a bundle was handed in and is on the disk
        Refused,      ///< it was not taken
        Forwarded,    ///< the hub has it, its answer is here
        Denied,       ///< the hub said no to it; whoever asks for the answer hears so
        Unreachable,  ///< the hub cannot be reached; it is tried again
        HandedOut,    ///< an answer was fetched
    };
    Kind kind = Kind::Taken;
    std::string bundle;  ///< id, hexadecimal; empty: of none
    std::uint64_t bytes = 0;
    Text words;  ///< why it was refused or denied, or what is wrong with the way
};
/// Stable word: "taken", "forwarded", …
std::string_view nameOf(RelayEvent::Kind kind);

struct RelayOptions {
    std::filesystem::path data;  ///< the station's folder; bundles lie in "relay" below it
    std::string listen;          ///< ADDRESS:PORT; port 0 picks a free one
    std::string tlsCert, tlsKey;
};

/// Takes sealed bundles from stations on the office network, keeps them until the hub can be reached, and
/// hands out what it answered. Runs from start() until it is destroyed.
class Relay {
public:
    /// Called from several threads, one at a time.
    using Log = std::function<void(const RelayEvent&)>;

    /// ErrorCode::Usage: the station has joined no district, or has no address of the hub; or the address to
    /// listen on is none.
    static Result<std::unique_ptr<Relay>> start(const RelayOptions& options, const Clock& clock,
                                                Random& random, Log log);
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    /// "http://127.0.0.1:8788"
    std::string url() const;
    /// The hub may be reached again: tries at once.
    void linkUp();

private:
    class Impl;
    explicit Relay(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace fayi::station
