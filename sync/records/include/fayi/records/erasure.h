// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/protocol/chain.h"

namespace fayi::records {

using merge::Json;

/// The reference type that orders are recorded in; every station reads them.
inline constexpr std::string_view kErasureType = "erasure";

/// An order to erase values of a record (ruling 9). It names no content. A write it does not cover, later or
/// concurrent, is an ordinary write.
struct Erasure {
    RecordId record;
    std::vector<std::string> paths;  ///< fields, or single registers; empty: the whole record
    merge::VersionVector seen;       ///< what the hub had of the record: these versions go, no others
    std::string reason, by, at;

    /// The names of items and of members of sets, and the marks of the product but remarks, are no values:
    /// they are signed and stay.
    bool covers(std::string_view path, Dot version) const;
};

/// The fields of its record, and back; nothing: they are not those of an order.
Json fieldsOf(const Erasure& order);
std::optional<Erasure> erasureFrom(const Json& fields);

/// What the orders erase of the changes of a pen.
protocol::Erases erasesOf(const std::vector<Erasure>& orders);

}  // namespace fayi::records
