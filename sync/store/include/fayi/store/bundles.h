// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/protocol/bundle.h"

namespace fayi::store {

/// The hub as far as bundles need it.
struct HubAddress {
    std::string district, districtName;
    protocol::HubKeys keys;
};

/// Somebody who enrols by a file: asked for in the next bundle.
struct Joining {
    protocol::EnrolFile file;
    std::int64_t person = 0;  ///< local number
};

/// What a bundle said, as far as its answer needs it.
struct BundleSaid {
    enum class Kind { Enrol, Rejoin, Ask, Tell, Sync };
    struct Step {
        Kind kind = Kind::Sync;
        std::int64_t from = 0, reached = 0;  ///< of a telling; of an enrolment `from` is the person
        protocol::SyncRequest request;       ///< of a sync, without its changes
    };
    std::uint64_t forks = 0;  ///< how often the store had gone on under new names
    std::uint64_t epoch = 0;
    std::vector<Step> steps;
    std::uint64_t changes = 0;  ///< that it carries
};
Bytes encode(const BundleSaid& said);
Result<BundleSaid> decodeBundleSaid(std::string_view bytes);

/// An answer that is being applied: where it has come to.
struct BundleAnswer {
    Bytes id;
    BundleSaid said;
    std::size_t at = 0;
    protocol::SyncRequest last;              ///< what the last sync answer answered
    std::optional<protocol::Denial> denied;  ///< what the hub said no to, with all behind it
};

}  // namespace fayi::store
