// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "fayi/protocol/messages.h"
#include "fayi/records/view.h"
#include "fayi/schema/org_tree.h"
#include "fayi/schema/record_type.h"

namespace fayi::records {

/// A person as far as permission goes: a role, and the roots of the subtrees it holds in.
struct Authority {
    std::string role;                ///< advisor, clerk, head, district, admin, auditor
    std::vector<std::string> scope;  ///< org-unit codes
    bool revoked = false;
};

/// What a change does, as permission names it; a change may do several things at once.
std::set<schema::Action> actionsOf(const protocol::Change& change);

/// Why the hub refuses this change, or nothing. It validates single writes, never the merged state (ruling
/// 7): wrong kinds of value, over-long text, too many writes, a role that may not, an org unit outside the
/// scope. Unknown fields, unknown choices and unknown record types pass. `type` null: not known here; `org`:
/// the unit(s) the record is in before the change (for a creation: where it will be).
std::optional<protocol::Refusal> judge(const protocol::Change& change, const schema::RecordType* type,
                                       const Authority& author, const std::vector<std::string>& orgs,
                                       const schema::OrgTree& tree);

/// Where a record belongs as far as the lock of a period goes.
struct Place {
    std::vector<std::string> orgs;  ///< every unit it is in
    std::string happenedOn;         ///< empty: of no period, never locked
};

/// The unit whose lock closes the record's day; null: open.
const schema::OrgUnit* lockOn(const Place& place, const schema::OrgTree& tree);

/// Why the hub refuses this change because of a locked period, or nothing: the record lies in one before it
/// (nullptr: it creates the record), or after it, or it writes a day of one. Judged on arrival, without grace
/// (ruling 7).
std::optional<protocol::Refusal> judgeLock(const protocol::Change& change, const schema::RecordType* type,
                                           const Place* before, const Place& after,
                                           const schema::OrgTree& tree);

/// Why the hub refuses this change because of the state that the record is in, or nothing. A void record
/// takes no change any more but one more void; only one that was submitted or verified becomes void, and with
/// a reason. `before`: the state shown before the change; empty: it creates the record. Judged on arrival.
std::optional<protocol::Refusal> judgeVoid(const protocol::Change& change, std::string_view before);

/// What to tell about a lock, in both languages.
Text lockReason(const schema::OrgUnit& locked, const std::string& happenedOn);

/// True if any of the units lies within the scope.
bool inScope(const std::vector<std::string>& orgs, const std::vector<std::string>& scope,
             const schema::OrgTree& tree);

}  // namespace fayi::records
