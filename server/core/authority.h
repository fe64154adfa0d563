// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <optional>

#include "fayi/records/judge.h"
#include "fayi/server/hub_store.h"
#include "fayi/server/references.h"

namespace fayi::hub {

/// How long a permission that was taken away is still honoured for changes made while the store did not know
/// (ruling 7).
inline constexpr std::chrono::hours kGrace{90 * 24};

/// A person's permissions: now, and what they were.
struct Author {
    RecordId person;
    std::vector<PersonAuthority> history;  ///< ascending, never empty

    const PersonAuthority& now() const { return history.back(); }
    /// What held when the store had read up to `authority`, unless it holds still or the grace is over.
    const PersonAuthority* then(Position authority, Millis today) const;
};

/// ErrorCode::NotFound: no such person.
Result<Author> authorOf(HubStore& store, RecordId person);

/// Why the hub refuses this change of this author, or nothing: judged by what is permitted now, and, if that
/// refuses it, by what was permitted as far as the author's store knew.
std::optional<protocol::Refusal> judgeFor(const Author& author, const protocol::Change& change,
                                          const schema::RecordType* type,
                                          const std::vector<std::string>& orgs, const schema::OrgTree& tree,
                                          Millis today);

/// What a station may see: the union of what its people may, see Visibility.
struct StationScope {
    std::vector<std::string> roots;  ///< ascending; those of people who are not revoked
    std::map<std::string, std::vector<std::string>> byRole;  ///< the same, of the people of each role
    std::uint64_t version = 0;  ///< differs whenever the set of visible units or types differs; never 0
    bool anybody = false;       ///< somebody at this station is not revoked
    bool endedNow = false;      ///< nobody is, and one was revoked without grace
};

StationScope scopeOf(const std::vector<Author>& people, const Reference& reference);

}  // namespace fayi::hub
