// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/blob.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace fayi::protocol {

using merge::Json;

namespace {

constexpr std::string_view kFirst = "?first=", kTotal = "&total=";

/// Digits, all of them.
std::optional<std::uint64_t> numberOf(std::string_view digits) {
    std::uint64_t out = 0;
    const auto end = digits.data() + digits.size();
    const auto [at, failure] = std::from_chars(digits.data(), end, out);
    return failure == std::errc() && at == end ? std::optional(out) : std::nullopt;
}

}  // namespace

std::string targetOf(const BlobPiece& piece) {
    std::string out = blobTarget(piece.name).append(kFirst) + std::to_string(piece.first);
    if (piece.total)
        out.append(kTotal) += std::to_string(*piece.total);
    return out;
}

std::optional<BlobPiece> blobPieceFrom(std::string_view target) {
    const auto mark = target.find(kFirst);
    if (!target.starts_with(kBlobsTarget) || mark == std::string_view::npos)
        return std::nullopt;
    BlobPiece out{std::string(target.substr(kBlobsTarget.size(), mark - kBlobsTarget.size()))};
    std::string_view first = target.substr(mark + kFirst.size());
    if (const auto amp = first.find(kTotal); amp != std::string_view::npos) {
        out.total = numberOf(first.substr(amp + kTotal.size()));
        if (!out.total)
            return std::nullopt;
        first = first.substr(0, amp);
    }
    const auto from = numberOf(first);
    if (!from)
        return std::nullopt;
    out.first = *from;
    return out;
}

Json toJson(const BlobProgress& progress) {
    return {{"have", progress.have}, {"stored", progress.stored}};
}

std::optional<BlobProgress> blobProgressFrom(std::string_view body) {
    constexpr std::size_t kMostBytes = 1000;
    const Json json = body.size() <= kMostBytes ? Json::parse(body, nullptr, false) : Json();
    if (!json.is_object())
        return std::nullopt;
    const auto have = json.find("have"), stored = json.find("stored");
    if (have == json.end() || !have->is_number_unsigned() || stored == json.end() || !stored->is_boolean())
        return std::nullopt;
    return BlobProgress{have->get<std::uint64_t>(), stored->get<bool>()};
}

}  // namespace fayi::protocol
