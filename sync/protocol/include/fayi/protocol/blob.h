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

/// How much of a blob the hub has from this station; stored: it has all of it, whoever sent it.
struct BlobProgress {
    std::uint64_t have = 0;
    bool stored = false;
    bool operator==(const BlobProgress&) const = default;
};
merge::Json toJson(const BlobProgress& progress);
std::optional<BlobProgress> blobProgressFrom(std::string_view body);

}  // namespace fayi::protocol
