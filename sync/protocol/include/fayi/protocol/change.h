// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/merge/record_state.h"

namespace fayi::protocol {

using merge::Json;

/// What is left of the salts of a block in which a value was erased by order: the key they came from is
/// dropped, each other value keeps its own (docs/PROTOCOL.md, "The chain").
struct Salts {
    std::vector<Bytes> each;  ///< one a write, 16 bytes; empty: gone, with its value
    Bytes next;               ///< key of the next change, where it gives no erased salt away; else empty
    bool operator==(const Salts&) const = default;
};

/// What one save writes: atomic, signed, never rewritten.
///
/// Its author is the person whose pen the replica is, so it is not repeated here. The record named by the
/// change's own dot is the one it creates.
struct Change {
    Dot dot;
    HybridTime time;  ///< as the author's clock claimed; the effective time is the hub's and kept beside
    RecordId record;
    std::string type;    ///< the record type; only in the change that creates the record, else empty
    Position authority;  ///< how much of the hub's news (permissions among them) the author's store held
                         ///< (ruling 7)
    Bytes seed;  ///< 16 bytes, only in changes that open a salt block; the salts of values come from it
                 ///< (ruling 9)
    std::vector<merge::Write> writes;
    std::optional<Salts> salts = std::nullopt;  ///< only after an erasure in its block

    bool creates() const { return record.created == dot; }
    bool operator==(const Change&) const = default;
};

/// Changes whose seq is ≡ 1 modulo this open a salt block: fresh random bytes every so many changes cost a
/// quarter of a byte each, and an erasure has to re-salt at most one block.
inline constexpr std::uint64_t kSaltBlock = 64;
inline constexpr std::size_t kSaltSeedBytes = 16;  ///< of keys and salts too
inline bool opensSaltBlock(std::uint64_t seq) {
    return seq % kSaltBlock == 1;
}

/// True if a write claims to have seen its own change: it would supersede itself. No valid change does.
bool seesItself(const Change& change);

/// The canonical bytes of a change with its values: one CBOR array (docs/PROTOCOL.md, "A change"). Stores
/// keep these.
Bytes encodeChange(const Change& change);
/// Refuses anything that is not the canonical form of a change within the limits.
Result<Change> decodeChange(std::string_view bytes);

/// Whether there are bytes in a value: ours are JSON, and bytes only stand for what was erased.
bool holdsBytes(const Json& value);
/// What makes it no change at all, whoever wrote it; null: nothing.
const char* flawOf(const Change& change);

/// A context as a flat CBOR array [replica, seq, replica, seq, …], ascending.
Json toJson(const merge::VersionVector& vector);
/// Throws Json::exception or std::out_of_range on anything else; for decoders that turn it into an Error.
merge::VersionVector vectorFrom(const Json& json);

/// Canonical CBOR of a value: RFC 8949 shortest forms, map keys ascending by their bytes.
Bytes toCbor(const Json& value);
/// Decodes one bounded CBOR item that fills `bytes` exactly; strings must be UTF-8. Error: what is wrong with
/// it.
Result<Json> fromCbor(std::string_view bytes);

/// The registers of one record as one CBOR item, for stores and for pages that carry whole states.
Bytes encodeState(const merge::RecordState& state);
Result<merge::RecordState> decodeState(std::string_view bytes);

}  // namespace fayi::protocol
