// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fayi/merge/record_state.h"

namespace fayi::protocol {

/// Attachments have an address each: "/v1/blobs/" and the SHA-256 of the content in lower-case hexadecimal.
inline constexpr std::string_view kBlobsTarget = "/v1/blobs/";
inline constexpr std::string_view kBlobMedia = "application/octet-stream";

inline std::string blobTarget(std::string_view name) {
    return std::string(kBlobsTarget).append(name);
}

/// A part of an attachment in a bundle, by the target of its item: "/v1/blobs/NAME?first=0&total=5000000"
/// with the bytes from `first` on, or, without `total`, the question for all from there on.
struct BlobPiece {
    std::string name;
    std::uint64_t first = 0;
    std::optional<std::uint64_t> total{};
    bool operator==(const BlobPiece&) const = default;
};
std::string targetOf(const BlobPiece& piece);
/// Nothing: it is the target of something else. The name is any text.
std::optional<BlobPiece> blobPieceFrom(std::string_view target);

/// How much of a blob the hub has from this station; stored: it has all of it, whoever sent it.
struct BlobProgress {
    std::uint64_t have = 0;
    bool stored = false;
    bool operator==(const BlobProgress&) const = default;
};
merge::Json toJson(const BlobProgress& progress);
std::optional<BlobProgress> blobProgressFrom(std::string_view body);

}  // namespace fayi::protocol
