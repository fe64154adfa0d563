// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/ids.h"

#include <charconv>

namespace fayi {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kReplicaChars = 13;  // 13 × 5 = 65 bits hold 64

/// The value of one character, reading the usual slips (O as 0, I and L as 1, lower case) as Crockford does.
std::optional<std::uint64_t> valueOf(char c) {
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    const std::size_t at = kAlphabet.find(c);
    if (at == std::string_view::npos)
        return std::nullopt;
    return at;
}

}  // namespace

std::string toText(ReplicaId id) {
    std::string out(kReplicaChars, '0');
    std::uint64_t rest = id.value;
    for (std::size_t i = kReplicaChars; i-- > 0; rest >>= 5)
        out[i] = kAlphabet[rest & 31];
    return out;
}

std::string toText(Dot dot) {
    return toText(dot.replica) + "-" + std::to_string(dot.seq);
}

std::string toText(RecordId id) {
    return toText(id.created);
}

std::optional<ReplicaId> parseReplicaId(std::string_view text) {
    if (text.size() != kReplicaChars || valueOf(text[0]).value_or(16) > 15)
        return std::nullopt;
    std::uint64_t out = 0;
    for (const char c : text) {
        const auto digit = valueOf(c);
        if (!digit)
            return std::nullopt;
        out = (out << 5) | *digit;
    }
    if (out == 0)
        return std::nullopt;
    return ReplicaId{out};
}

std::optional<Dot> parseDot(std::string_view text) {
    if (text.size() < kReplicaChars + 2 || text[kReplicaChars] != '-')
        return std::nullopt;
    const auto replica = parseReplicaId(text.substr(0, kReplicaChars));
    const std::string_view digits = text.substr(kReplicaChars + 1);
    std::uint64_t seq = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), seq);
    if (!replica || failure != std::errc() || end != digits.data() + digits.size() || seq == 0 ||
        digits[0] == '0')
        return std::nullopt;
    return Dot{*replica, seq};
}

std::optional<RecordId> parseRecordId(std::string_view text) {
    const auto dot = parseDot(text);
    if (!dot)
        return std::nullopt;
    return RecordId{*dot};
}

}  // namespace fayi
