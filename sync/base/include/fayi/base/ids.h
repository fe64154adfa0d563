// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace fayi {

/// Bytes that travel or are stored; text is UTF-8 and uses std::string too.
using Bytes = std::string;

/// A writer identity: one person's pen in one store. Random, made without any network; 0 is none.
struct ReplicaId {
    std::uint64_t value = 0;
    auto operator<=>(const ReplicaId&) const = default;
};

/// Names one change, and the version that it gave to each register it wrote. seq counts from 1; 0 is none.
struct Dot {
    ReplicaId replica;
    std::uint64_t seq = 0;
    auto operator<=>(const Dot&) const = default;
    explicit operator bool() const { return seq != 0; }
};

/// A record is named by the dot of the change that created it: nothing random on the wire (ruling 15).
struct RecordId {
    Dot created;
    auto operator<=>(const RecordId&) const = default;
    explicit operator bool() const { return static_cast<bool>(created); }
};

/// The hub's own running number for accepted changes, from 1.
struct Position {
    std::uint64_t value = 0;
    auto operator<=>(const Position&) const = default;
};

/// How far a station has read the hub: which life of the hub (it starts a new epoch when restored) and where.
struct Cursor {
    std::uint64_t epoch = 0;
    Position position;
    auto operator<=>(const Cursor&) const = default;
};

/// 13 characters of Crockford base 32, most significant first: sorts like the number, survives dictation.
std::string toText(ReplicaId id);
/// "REPLICA-SEQ": the public name of a version (`resolve --take`, `restore --version`).
std::string toText(Dot dot);
/// The public name of a record: that of its creating dot.
std::string toText(RecordId id);

std::optional<ReplicaId> parseReplicaId(std::string_view text);
std::optional<Dot> parseDot(std::string_view text);
std::optional<RecordId> parseRecordId(std::string_view text);

}  // namespace fayi

template <>
struct std::hash<fayi::Dot> {
    std::size_t operator()(const fayi::Dot& dot) const noexcept {
        return static_cast<std::size_t>((dot.replica.value ^ (dot.seq * 0x9E3779B97F4A7C15ULL)));
    }
};
template <>
struct std::hash<fayi::RecordId> {
    std::size_t operator()(const fayi::RecordId& id) const noexcept {
        return std::hash<fayi::Dot>{}(id.created);
    }
};
