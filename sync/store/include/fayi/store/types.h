// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/ids.h"
#include "fayi/base/limits.h"
#include "fayi/base/text.h"
#include "fayi/merge/record_state.h"
#include "fayi/protocol/change.h"
#include "fayi/protocol/messages.h"
#include "fayi/records/view.h"
#include "fayi/schema/check.h"

namespace fayi::store {

using Json = nlohmann::json;

/// Somebody who writes in this store. Before enrolment there is one, local, without an id, a role or an org
/// unit.
struct Person {
    std::int64_t number = 0;  ///< local key
    RecordId id;              ///< none while not enrolled
    std::string name;
    std::string role;
    std::string org;                 ///< home org unit
    std::vector<std::string> scope;  ///< roots of the subtrees they may see
    ReplicaId replica;               ///< their pen in this store; 0 until they first write
};

/// How this store is joined to a district.
struct Enrolment {
    std::string server, caFile;
    std::uint64_t station = 0;
    std::string token;
    std::string district, districtName;
};

/// How much one request may carry, before it is compressed.
struct PageRoom {
    std::size_t changes = limits::kPageChanges;
    std::size_t bytes = limits::kPageBytes;
};

/// How a person wants the hub to be reached.
struct LinkSettings {
    enum class Proxy { System, None, Manual };
    Proxy proxy = Proxy::System;
    std::string proxyUrl;        ///< of a manual one, its sign-in included
    bool metered = false;        ///< paid by the byte: what is not asked for carries records only
    std::uint64_t dayBytes = 0;  ///< the most that syncs by themselves carry a day, both ways; 0: no bound
    bool operator==(const LinkSettings&) const = default;
};

/// What was measured of the way to the hub; all of it may be forgotten.
struct LinkMemory {
    std::uint64_t rate = 0;     ///< bytes a second; 0: not known
    std::uint64_t carried = 0;  ///< bytes since it broke last, or since ever
    std::uint64_t before = 0;   ///< bytes it had carried when it broke; 0: it never did
    bool operator==(const LinkMemory&) const = default;
};

/// Before the name of a field: the field it is, even where a list has something of its own by that name, as
/// the state of a record beside a field "state".
inline constexpr std::string_view kFieldPrefix = "fields.";

/// One condition on a list. `field` is a field of the type, or org, state, happened_on, sync, deleted.
struct Condition {
    enum class Op { Equals, Differs, Less, AtMost, More, AtLeast, Contains };
    std::string field;
    Op op = Op::Equals;
    Json value;
};

/// What one of several people sharing a store is shown: records of these org units, but for the types that
/// are no work of theirs, and what they made.
struct Visible {
    std::vector<std::string> orgs;
    std::vector<std::string> hidden;  ///< names of types
    std::int64_t person = 0;
};

struct ListQuery {
    std::string type;              ///< empty: all types but reference data
    std::vector<Condition> where;  ///< all must hold
    std::string within;  ///< an org unit: only what is of it or below it, or names a place there; empty: any
    std::string text;    ///< words, any two Chinese characters among them; all must be found
    std::string order{"-updated"};  ///< updated, happened_on or a field; a leading "-" turns it round
    std::size_t limit = 100;
    std::optional<RecordId> after;   ///< the last record of the page before
    bool deleted = false;            ///< the recycle bin instead of the living
    bool conflicts = false;          ///< only records with an open conflict
    std::optional<Visible> visible;  ///< nothing: all the store holds
};

/// A record as the store keeps it, what people see of it worked out.
struct StoredRecord {
    RecordId id;
    records::View view;
    std::string title;
    std::string sync;              ///< draft|waiting|received|verified|returned|refused
    std::string updatedBy;         ///< a person's name
    bool creationRefused = false;  ///< it is in this store only, until it is mended or discarded
    merge::VersionVector seen;  ///< what somebody who is shown it has seen: the context of their next write
};

/// Shown values as the store keeps them, read when they are asked for first: of the rows of a page only those
/// that are drawn are. Not for two threads at once.
class KeptFields {
public:
    KeptFields() = default;
    explicit KeptFields(std::string json) : m_json(std::move(json)) {}
    const Json& read() const;

private:
    std::string m_json;
    mutable std::optional<Json> m_read;
};

/// One line of a list: what the store keeps worked out of a record, its registers unread.
struct RecordLine {
    RecordId id;
    std::string type, title, org, state, happenedOn;
    std::string sync;       ///< as in StoredRecord
    std::string updatedBy;  ///< a person's name
    HybridTime updated;
    std::size_t conflicts = 0;  ///< open ones
    bool deleted = false;
    bool changedSinceVerified = false;
    bool restricted = false;
    KeptFields fields;
};

/// One change of a record's history.
struct StoredChange {
    Dot dot;
    HybridTime effective;
    std::string by, station;
    std::vector<merge::Write> writes;
    bool refused = false;
    HybridTime claimed;  ///< by the author's clock
};

/// Something the hub did not accept. Its content is kept until somebody mends or discards it.
struct Attention {
    Dot change;
    RecordId record;
    std::string type, title;
    bool creation = false;  ///< the record itself was refused: mending makes a new one, discarding removes it
    std::string code;
    Text reason;
    Json writes;  ///< {path: value}
};

/// Refused changes that are mended together, and what is shown without them.
struct Refused {
    RecordId record;
    std::string type, org;
    bool creation = false;                  ///< of the record: all its changes go together (ruling 16)
    std::vector<protocol::Change> changes;  ///< in the order of their making
    merge::RecordState state;               ///< of a creation: empty
};

/// What became of refused changes.
struct Closed {
    RecordId record;                        ///< as it is named now
    std::optional<RecordId> was;            ///< a mended creation is a new record; this was its name
    bool removed = false;                   ///< a discarded creation: the record is gone
    std::vector<Dot> changes;               ///< those that need no attention any more
    std::vector<schema::Problem> problems;  ///< not empty: nothing was written, nothing is closed
};

struct DumpEnd {
    std::uint64_t records = 0;
    std::string sha256;  ///< hexadecimal, of all lines with their line feeds
};

struct CheckReport {
    std::uint64_t records = 0, changes = 0;
    std::vector<Text> faults;  ///< empty: the store is sound
};

/// What is left of a block of official numbers.
struct NumberStock {
    protocol::NumberSeries series;
    std::uint64_t next = 0;
    std::uint64_t last = 0;
};

}  // namespace fayi::store
