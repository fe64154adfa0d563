// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/ids.h"
#include "fayi/merge/record_state.h"
#include "fayi/protocol/messages.h"
#include "fayi/schema/report.h"

/// What a hub keeps: plain values.
namespace fayi::hub {

using Json = nlohmann::json;

/// The station number of the hub's own pen.
inline constexpr std::uint64_t kHubStation = 0;

/// Which hub this is. Its own pen writes the reference data.
struct HubIdentity {
    std::string district;  ///< six digits
    std::string name;
    std::uint64_t epoch = 1;        ///< another after each restore
    ReplicaId replica;              ///< its pen in this epoch
    Bytes keySeed;                  ///< secret of the district: see hubKey()
    std::uint64_t lastStation = 0;  ///< new stations get numbers above it
};

/// A copy of the hub that was read again and found whole.
struct BackupNote {
    std::uint64_t number = 0;  ///< counts up within an epoch
    Millis at{0};
    Position position;
    std::vector<merge::VersionVector::Entry> heads;  ///< what each pen had reached in it, by replica
};

/// That this hub was put back to a backup.
struct Restoration {
    std::uint64_t epoch = 0;  ///< which began then
    Millis at{0};
    Position position;  ///< of the backup
    ReplicaId replica;  ///< the hub's pen since
};

/// A replica as the hub knows it: whose it is, and how far its chain has come.
struct Pen {
    ReplicaId replica;
    RecordId person;  ///< none: the hub's own
    std::uint64_t station = kHubStation;
    Bytes publicKey;
    std::string
        homeOrg;  ///< where its records without $org belong; never changes, so that they do not wander
    protocol::ChainHead head;
    HybridTime lastEffective;
    Bytes refused{};  ///< protocol::foldRefused() over its refused changes
};

/// One line of the log, as much as is needed to decide who gets it.
///
/// When a record moves, its earlier changes are listed once more before the moving change (`repeats`):
/// whoever sees the record for the first time reads its whole history there, page by page like everything
/// else.
struct LogLine {
    Position position;
    Dot dot;
    RecordId record;
    bool reference = false;   ///< visible to everybody
    bool definition = false;  ///< of an org unit or a definition: what References is made of
    std::string orgs;         ///< units the record is in after the change, joined by ","
    /// Only in a move and the repeats before it: the units before. None ("") for what is listed again.
    std::optional<std::string> orgsBefore;
    Position repeats;               ///< the position of the change that is listed again; 0: none
    std::uint64_t testifiedBy = 0;  ///< the station whose word it is; 0: its author signed it
};

struct LoggedChange {
    LogLine line;
    HybridTime effective;
    Bytes chain;  ///< hash of the replica's chain up to this change; empty in a repeat
    Bytes body;   ///< protocol::encodeChange; empty in a repeat
};

/// A change that took its seq and nothing else.
struct RefusedChange {
    Dot dot;
    RecordId record;
    Bytes chain;
    Bytes seed;  ///< if it opens a salt block
    Bytes body;  ///< empty if it was oversized: then its chain hash is all that is kept
    std::string code;
    Text reason;
    Millis at{0};
};

struct Station {
    std::uint64_t number = 0;
    std::string name;
    Bytes tokenHash;
    Millis enrolled{0};
    Millis offset{0};  ///< hub minus station, as last measured
    Position cursor;
    std::optional<Millis> lastSync;
    bool confirmed = false;  ///< it has used its token: the enrolment reached it
};

/// A bundle that was read, as far as its answer needs it.
struct ReadBundle {
    std::uint64_t station = 0;
    Bytes id;
    Millis clock{0};  ///< the station's, as it wrote
    Bytes sealKey;    ///< of the station's store
    Bytes answers;    ///< to what it said, in order
    Bytes follow;     ///< a protocol::SyncRequest: what the station would ask next; empty: nothing
};

/// What a person was from a position on.
struct PersonAuthority {
    RecordId person;
    Position position;
    Millis at{0};  ///< when it was written: permission of an older one is honoured for a while after
    std::string name, role;
    std::string org;
    std::vector<std::string> scope;
    bool revoked = false;
    bool revokedNow = false;  ///< without grace
};

/// A one-time code. Its first group finds it, its hash proves it.
struct EnrolCode {
    std::string selector;
    Bytes hash;
    RecordId person;
    Millis expires{0};
    bool used = false;
    std::uint64_t usedBy = 0;  ///< station
    ReplicaId usedByPen;
};

/// Wrong tries at one selector, whether a code has it or not.
struct EnrolGuard {
    std::string selector;
    int failures = 0;
    Millis lockedUntil{0};
    Millis lastFailure{0};
};

/// A record as the hub sees it: the merged registers and what people see of them.
struct HubRecord {
    RecordId id;
    std::string type;
    std::string org;   ///< the one shown
    std::string orgs;  ///< all siblings of it, joined by ","
    std::string state;
    std::string happenedOn;
    bool deleted = false;
    bool reference = false;
    bool forgotten = false;     ///< deleted long ago, and every station has passed it: in nobody's scope
    std::uint64_t changes = 0;  ///< accepted so far
    Json fields = Json::object();
    merge::RecordState registers;
};

/// Where a record is: as much as is needed to decide who gets it.
struct RecordPlace {
    RecordId id;
    std::string orgs;  ///< as in LogLine
    std::string type;
    bool reference = false;
};

/// An attachment whose bytes the hub has.
struct StoredBlob {
    std::string name;
    std::uint64_t bytes = 0;
    std::uint64_t station = 0;  ///< who brought it; 0: not known
    Millis since{0};            ///< when it came, or lost its last name
};

/// An upload that has begun and not ended: `have` of `total` bytes are on the disk.
struct Upload {
    std::uint64_t station = 0;
    std::string name;
    std::uint64_t total = 0, have = 0;
    Millis at{0};  ///< of its last chunk
};

/// Official numbers that are reserved for a station.
struct ReservedNumbers {
    protocol::NumberSeries series;
    std::uint64_t first = 0, last = 0;
    std::uint64_t station = 0;  ///< 0: nobody's, left out since the hub was put back to a backup
    std::uint64_t epoch = 0;    ///< of the hub that reserved them
    std::uint64_t told = 0;     ///< the lowest that the station has not given; last + 2: it gave them up
    Millis at{0};
};

/// "a,b" from {"a","b"} and back. Codes are digits.
std::string joinCodes(const std::vector<std::string>& codes);
std::vector<std::string> splitCodes(std::string_view joined);

}  // namespace fayi::hub
