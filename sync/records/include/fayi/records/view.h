// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fayi/merge/policy.h"
#include "fayi/merge/record_state.h"
#include "fayi/schema/record_type.h"

namespace fayi::records {

using merge::Json;

/// The workflow states of a record; "verified" is told only while it holds for every current version.
inline constexpr std::string_view kDraft = "draft";
inline constexpr std::string_view kSubmitted = "submitted";
inline constexpr std::string_view kVerified = "verified";
inline constexpr std::string_view kReturned = "returned";
inline constexpr std::string_view kVoid = "void";

/// A reviewer's remark, pinned to a field or to the record as a whole (field empty).
struct Remark {
    Dot dot;
    HybridTime time;
    std::string field;
    std::string text;
    bool note = false;  ///< written alone; else it is why the record was returned
};

/// Which version says "verified", and since when.
struct Verification {
    Dot version;
    HybridTime at;
};

/// Which version made a record void, since when and why.
struct Voided {
    Dot version;
    HybridTime at;
    std::string reason;
};

/// Which version restricted a record, since when and why: nothing is done with it any more but to keep and
/// protect it (PIPL 47).
struct Restricted {
    Dot version;
    HybridTime at;
    std::string reason;
};

/// What people see of a record: a pure function of its type and its registers.
struct View {
    std::string type;
    std::string org;                ///< the org unit shown; empty: that of its creator (never written)
    std::vector<std::string> orgs;  ///< all siblings of it: it is in the scope of each (ruling 11)
    std::string state{kDraft};
    bool deleted = false;
    bool revived = false;                  ///< a delete lost against an edit it had not seen: to be looked at
    std::optional<Verification> verified;  ///< the last one, whether it holds still or not
    bool changedSinceVerified =
        false;  ///< verified once, but a version that verification had not seen is shown now
    std::optional<Voided> voided;  ///< set where `state` is void: whatever else was written at the same time
    std::optional<Restricted> restricted;  ///< as long as one sibling says so
    Json fields = Json::object();  ///< shown values by name; cleared ones left out; unknown fields included
    std::vector<std::string> conflicts;  ///< paths of registers with an open conflict, ascending
    std::vector<std::string> merged;     ///< paths that show what several people's edits give together
    std::vector<std::string> erased;     ///< paths of registers that hold nothing since an order, ascending
    std::vector<Remark> remarks;         ///< oldest first
    std::vector<Dot> returns;  ///< the returns that stand: nobody who had seen them went on from there
    std::map<std::string, std::string> papers;  ///< by attachment, the code of the paper that it is
    std::string happenedOn;                     ///< value of the field that decides the period; empty: none
    Dot updatedBy;                              ///< the change with the latest effective time
    HybridTime updated;
};

/// Those of the remarks that a standing return asks to mend.
std::vector<Remark> toMend(const View& view);

/// `type` may be null: an unknown record type keeps all it has, every register under `latest`.
View view(const schema::RecordType* type, std::string_view typeName, const merge::RecordState& state);

/// The policy of a register; what is not declared is `latest`, sets are `union`.
merge::Policy policyOf(const schema::RecordType* type, std::string_view path);

/// Which registers keep superseded versions: long texts, to be merged by. Borrows the type; null keeps none.
merge::KeepsPast keepsPast(const schema::RecordType* type);

/// One register as people see it in a conflict: its field and every sibling with what the policy shows.
struct OpenConflict {
    std::string path;
    merge::Policy policy;
    std::vector<merge::Version> siblings;
};
std::vector<OpenConflict> openConflicts(const schema::RecordType* type, const merge::RecordState& state);

/// A value as it is told outside: {"erased":true} in the place of one that was erased by order.
Json told(const Json& value);

/// What search looks through: all that is searchable, or of that only names, titles and the like: no long
/// text.
enum class Searched { All, Names };
/// Searchable fields joined by line feeds.
std::string searchText(const schema::RecordType* type, const Json& fields, Searched which = Searched::All);
}  // namespace fayi::records
