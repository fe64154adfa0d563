// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/ids.h"
#include "fayi/base/text.h"
#include "fayi/merge/version_vector.h"
#include "fayi/records/view.h"
#include "fayi/schema/check.h"
#include "fayi/schema/figure_values.h"
#include "fayi/station/importing.h"
#include "fayi/store/types.h"

/// What the station answers: plain values, safe to keep and to hand to another thread.
namespace fayi::station {

using Json = nlohmann::json;
using store::Attention;
using store::CheckReport;
using store::DumpEnd;
using store::kFieldPrefix;
using store::LinkSettings;
using store::ListQuery;

struct Identity {
    ReplicaId replica;  ///< the pen of the person acting; made when they first write
    std::string name;   ///< of the station
    bool enrolled = false;
    std::string server;
    std::string district, districtName;
};

struct Enrolled {
    std::uint64_t station = 0;
    store::Person person;
    std::vector<std::string> scope;
    bool pending = false;  ///< by a file: a bundle has to go to the hub, and its answer to come back
};

/// One record as the command line prints it and the window shows it.
struct Record {
    RecordId id;
    records::View view;
    std::string title;
    std::string updatedBy;                  ///< a person's name
    std::string sync;                       ///< draft|waiting|received|verified|returned|refused
    merge::VersionVector shown;             ///< hand this back when saving what was loaded (ruling 2)
    std::vector<schema::Problem> problems;  ///< for drafts and returned records: what a submit would refuse
    bool creationRefused = false;           ///< it is on this computer only, until mended or discarded
    Millis clockError{0};  ///< above limits::kClockTold: a clock that wrote it was so far ahead; get() knows
};

/// What must be mended, in a reviewer's words; `field` empty: the record as a whole.
struct Pin {
    std::string field, text;
};

/// A refused change that was sent again.
struct Mended {
    Record record;
    std::optional<RecordId> was;  ///< it has a new id: this was the one that the hub did not take
    std::vector<Dot> changes;     ///< that need no attention any more
};

/// One line of a list: enough to draw it without opening the record.
using RecordRow = store::RecordLine;

struct HistoryEntry {
    Dot version;
    std::string by, station;
    HybridTime at;
    Json writes;                        ///< {path: value}
    std::string state;                  ///< shown|superseded|sibling|refused
    std::optional<HybridTime> claimed;  ///< by its author's clock, where that was off by limits::kClockTold
};

struct Sibling {
    Dot version;
    Json value;
    std::string by, station;
    HybridTime at;
};

struct Conflict {
    RecordId record;
    std::string type;
    std::string field;  ///< path: "conclusion", "findings/ITEM/advice"
    std::string policy;
    std::vector<Sibling> siblings;  ///< oldest first
};

/// An attachment that was taken in or written out.
struct Attached {
    std::string blob;  ///< SHA-256 of its content
    std::uint64_t bytes = 0;
    std::string media, thumbnail;  ///< empty where not known, or where there is none
};

/// An attachment as a record shows it.
struct AttachmentState {
    std::string field, blob, name, media;
    std::uint64_t bytes = 0;
    std::filesystem::path thumbnail;  ///< a file of the store, to be read only; empty: none is here
    bool here = false, atHub = false;
    std::string paper = {};            ///< code of the paper of the dossier that it is; empty: none of them
    std::uint64_t sent = 0, came = 0;  ///< so much of it the hub has, and so much is on this disk, on the way
    bool operator==(const AttachmentState&) const = default;
};

/// One person as people name them in records; what is empty does not matter, the rest must all be found.
struct Subject {
    std::string name, idNumber, phone;
};

/// A record that tells of a person.
struct SubjectRecord {
    Record record;
    std::vector<std::string> paths;  ///< fields that name them: "client", "parties/ITEM/name"
    std::string keptUntil;           ///< "2035-12-31"; empty: for ever
};

/// What was found of a person.
struct SubjectRecords {
    std::vector<SubjectRecord> records;
    bool more = false;  ///< there are others, past the bound
};

/// A record whose retention has ended.
struct Expired {
    Record record;
    std::string keptUntil;
};

/// A form that was filled with a record and written to a file.
struct Printed {
    std::string form;
    std::size_t pages = 0;  ///< 0: a document, whose pages are broken by the program that opens it
    std::uint64_t bytes = 0;
    bool draft = false;
    std::uint64_t print = 0;  ///< of this record and form, at this computer; 0: a draft, not counted
    std::vector<Text> notes;  ///< what whoever takes the paper should know
};

/// A figure of a report, and a check between figures, with what it came to.
using FigureValue = schema::FigureAnswer;
using CheckValue = schema::CheckAnswer;

/// A clock that runs: what is to be done, by when, and why.
struct Due {
    std::string deadline;          ///< its name
    Text labels, basis;            ///< what is to be done; the article, or who says so
    bool fixed = false;            ///< by law
    std::string on;                ///< the last day
    std::int64_t days = 0;         ///< until then; negative: overdue
    bool assumed = false;          ///< the holidays of that year are not known yet: it may end later
    std::optional<Record> record;  ///< nothing for what is due each year
};

struct SyncReport {
    std::uint64_t pushed = 0, pulled = 0;
    std::vector<Attention> refused;            ///< by this sync
    std::uint64_t conflicts = 0;               ///< open after it
    Text notice;                               ///< said once, though nothing is wrong; mostly empty
    std::uint64_t blobsUp = 0, blobsDown = 0;  ///< attachments, thumbnails among them
    std::uint64_t bytesUp = 0, bytesDown = 0;
    std::uint32_t requests = 0;
    Millis took{0};
    bool needsAttention() const { return !refused.empty() || conflicts > 0; }
};

/// What came of writing, reading or handing in a bundle.
struct BundleReport {
    std::string bundle;                          ///< its id, hexadecimal; of an answer that it answers
    std::uint64_t changes = 0, attachments = 0;  ///< it carries
    std::uint64_t bytes = 0, parts = 0;
    SyncReport sync;        ///< what the answer brought
    bool answered = false;  ///< there was one
    bool kept = false;      ///< handed in at a relay, which will have the answer later
    bool late = false;      ///< the answer came when the station had gone on otherwise
    bool more = false;      ///< another bundle is to be written
    bool needsAttention() const { return sync.needsAttention() || late; }
};

struct StationStatus {
    std::string station, person, role, server;
    bool enrolled = false;
    std::uint64_t records = 0, waiting = 0, conflicts = 0, refused = 0, returned = 0;
    bool known = true;  ///< false: the store could not be read; these noughts mean nothing
    std::optional<Millis> lastSuccess;
    Text clockNote;    ///< this machine's clock is off by more than limits::kClockTold; else empty
    std::string link;  ///< "none" (not enrolled), "unknown", "fine", "failing"
    Text lastProblem;  ///< of the last failed sync; empty if the last one worked
    std::vector<std::string> scope;
    std::optional<Millis> clockOffset;                     ///< hub minus this machine
    std::uint64_t bytesWaiting = 0;                        ///< of changes to be sent, at most
    std::uint64_t blobsWaiting = 0, blobBytesWaiting = 0;  ///< attachments to be sent
    std::uint64_t thumbnailsMissing = 0;                   ///< that did not come yet
};

}  // namespace fayi::station
