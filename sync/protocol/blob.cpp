// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/blob.h"

#include <nlohmann/json.hpp>

namespace fayi::protocol {

using merge::Json;

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
