// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace fayi::sim {

/// The switches of fayi/base/bugs.h, each where the product asks for it, and what goes wrong then.
struct Bug {
    std::string_view name, what;
    std::uint64_t after = 0;  ///< so many of the first seeds are known not to catch it
};
inline constexpr std::array kBugs{
    Bug{"skip-context", "a write says that its author had seen nothing"},
    Bug{"context-at-save", "a write says that its author had seen what came in after the form was loaded"},
    Bug{"ignore-cover", "what was superseded stays beside what superseded it"},
    Bug{"last-writer-wins", "of siblings only the latest is kept"},
    Bug{"delete-wins", "a delete takes an edit with it that its author had not seen"},
    Bug{"removed-item-returns", "an item of a list that was removed is shown again"},
    Bug{"verified-for-good", "a verification speaks for what came after it"},
    Bug{"keep-contexts", "what a fork issues again keeps the old names in its contexts"},
    Bug{"no-sync", "what was told to be saved was not synced"},
    Bug{"claimed-time", "the hub believes a station's clock"},
    Bug{"deaf-to-forks", "the hub takes another change of the same name for one it knows"},
    Bug{"refused-as-accepted", "a refusal is not told"},
    Bug{"early-cursor", "the cursor moves before what it covers is applied"},
    Bug{"half-page", "the last change of a page is not applied"},
    Bug{"left-behind", "a record that left the scope stays"},
    Bug{"every-type", "a station is sent records that are no work of its people's roles", 50},
    Bug{"stale-line", "a list does not tell that a record was changed since it was verified"},
    Bug{"late-answer", "what an old bundle is answered with is believed although the store has gone on"},
    Bug{"forget-unsent", "a record that left the scope goes with what was not sent of it"},
};

}  // namespace fayi::sim
