// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "fayi/protocol/messages.h"

namespace fayi::protocol {

/// POST: what other authors had written, told to a hub that has forgotten it by a station that holds it.
inline constexpr std::string_view kTestifyTarget = "/v1/testify";

/// First which replicas, then what they wrote past what the hub has (ruling 6). Own changes are not
/// testified: they are sent again, signed.
struct Testimony {
    std::uint64_t epoch = 0;                         ///< as the hub's last answer said
    std::vector<merge::VersionVector::Entry> asked;  ///< foreign replicas and the last seq held of each
    std::vector<PenName> pens;                       ///< of all replicas in the page
    std::vector<SentChange> changes;                 ///< whole, a record's in an order in which they apply
    std::vector<SentState> states;                   ///< of records whose changes are not all held
};

struct TestimonyAnswer {
    std::uint64_t epoch = 0;  ///< another one than the testimony's: nothing was taken, begin again
    std::vector<merge::VersionVector::Entry>
        behind;               ///< of the asked: those the hub has less of, and how much
    std::uint64_t taken = 0;  ///< changes that were news to the hub
};

Bytes encode(const Testimony& testimony);
Result<Testimony> decodeTestimony(std::string_view body);
Bytes encode(const TestimonyAnswer& answer);
Result<TestimonyAnswer> decodeTestimonyAnswer(std::string_view body);

/// A state as the changes that left it, one for each dot; none of them is what its author signed. The one
/// that creates the record comes first, also if none of its versions is left.
std::vector<SentChange> partsOf(const SentState& state);

}  // namespace fayi::protocol
