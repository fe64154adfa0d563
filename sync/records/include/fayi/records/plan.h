// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/merge/record_state.h"
#include "fayi/protocol/change.h"
#include "fayi/schema/check.h"
#include "fayi/schema/record_type.h"

namespace fayi::records {

using merge::Json;
using merge::Write;

/// What a save would write, or everything that keeps it from being written.
struct Plan {
    std::vector<Write> writes;
    std::vector<schema::Problem> refused;  ///< not empty: nothing is to be written
};

/// A new record from its fields, JSON as people give it (docs/SCHEMA.md, "Values"). `org` empty: left to the
/// author's home unit. Null and empty fields are not written.
Plan planCreate(const schema::RecordType& type, const Json& fields, std::string_view org);

/// Writes only what `patch` names and what differs from what is shown; a list item by its "item" id, a new
/// item without one, a removed one as {"item": ID, "removed": true}, a moved one with "after": the id of the
/// item it goes behind, `~N` for the N-th this edit adds, null for the first place; a set as the whole set
/// that is meant; null clears. `shown` is what the author had been shown of the record (ruling 2).
Plan planEdit(const schema::RecordType& type, const merge::RecordState& state,
              const merge::VersionVector& shown, const Json& patch);

/// Adds one member to a set, tags or attachments, and touches no other; one that is there with another value
/// gets this one.
Plan planMember(const schema::RecordType& type, const merge::RecordState& state,
                const merge::VersionVector& shown, const schema::Field& field, const Json& member);

/// Moves through the workflow. A verification carries the context of the whole record (ruling 1).
Plan planState(const merge::RecordState& state, const merge::VersionVector& shown, std::string_view to);
/// Makes it void, and says why.
Plan planVoid(const merge::RecordState& state, const merge::VersionVector& shown, std::string_view reason);
/// Restricts it, and says why; without a reason: lifts that.
Plan planRestrict(const merge::RecordState& state, const merge::VersionVector& shown,
                  std::optional<std::string_view> reason);
/// Adds a remark; `field` empty: about the record.
void addRemark(Plan& plan, std::string_view field, std::string_view text);
/// A remark without a return.
Plan planNote(std::string_view field, std::string_view text);
/// Says which paper of the dossier an attachment is; to a plan that may add the attachment itself.
void addPaper(Plan& plan, const merge::RecordState& state, const merge::VersionVector& shown,
              std::string_view blob, std::string_view code);
Plan planDelete(const merge::RecordState& state, const merge::VersionVector& shown);
Plan planUndelete(const merge::RecordState& state, const merge::VersionVector& shown);
Plan planMove(const merge::RecordState& state, const merge::VersionVector& shown, std::string_view org);

/// Settles one register by writing `value` over all its siblings.
Plan planResolve(const merge::RecordState& state, std::string_view path, const Json& value);

/// Gives registers the values that an earlier change gave them (`restore --version`).
Plan planRestore(const merge::RecordState& state, Dot version, const std::vector<Write>& itsWrites);

/// Writes once more what was refused, corrected (ruling 16). `refused`: the changes that go together, in the
/// order of their making: for a creation all changes of its record, with `state` empty. A register gets the
/// value they show taken together, on top of what `state` shows now, with that as its context; what is shown
/// already is not written. Items that `state` lacks are made anew. `correction` is as for planEdit(), its
/// items by the names the refused changes gave them; `org` empty: as refused. Of a creation neither a
/// deletion nor a verification comes along: nobody has seen the new record yet.
Plan planMend(const schema::RecordType& type, const merge::RecordState& state,
              const std::vector<protocol::Change>& refused, const Json& correction, std::string_view org);

}  // namespace fayi::records
