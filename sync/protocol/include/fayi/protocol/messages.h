// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/protocol/chain.h"
#include "fayi/protocol/dictionary.h"
#include "fayi/protocol/page.h"
#include "fayi/protocol/receipt.h"
#include "fayi/protocol/states.h"

/// What a station and the hub say to each other; docs/PROTOCOL.md is the same in prose, with examples.
namespace fayi::protocol {

/// The protocol version this program speaks; a hub serves the previous one too.
inline constexpr int kVersion = 1;

/// What bodies are compressed with where the link is not known to be slow (zstd: 1 to 19).
inline constexpr int kZstdLevel = 3;

inline constexpr std::string_view kSyncTarget = "/v1/sync";
inline constexpr std::string_view kEnrolTarget = "/v1/enrol";
inline constexpr std::string_view kHistoryTarget = "/v1/history";
inline constexpr std::string_view kProbeTarget = "/v1/probe";
inline constexpr std::string_view kHealthTarget = "/healthz";
inline constexpr std::string_view kCborMedia = "application/cbor";
inline constexpr std::string_view kBytesMedia = "application/octet-stream";
inline constexpr std::string_view kJsonMedia = "application/json";

/// A pen introduced to the hub: once, with its first push or at enrolment.
struct PenIntroduction {
    ReplicaId replica;
    RecordId person;  ///< whose pen it is; none: the person being enrolled
    Bytes publicKey;  ///< Ed25519
    bool operator==(const PenIntroduction&) const = default;
};

/// Asks to join a district with a one-time code. Travels as JSON, so that a plain HTTP client can ask too.
struct EnrolRequest {
    std::string code;
    std::string stationName;  ///< what colleagues will read in histories, e.g. "凤城司法所一号机"
    std::optional<std::uint64_t>
        station;        ///< set when a further person joins a station that is enrolled already
    std::string token;  ///< that station's token, then
    PenIntroduction pen;
};

/// The keys by which bundles go to the hub and come from it; one pair each for the life of a district.
struct HubKeys {
    Bytes seal;  ///< X25519: what is sealed to it only the hub opens
    Bytes sign;  ///< Ed25519: what the hub signs in bundles
    bool operator==(const HubKeys&) const = default;
};
Json toJson(const HubKeys& keys);
/// Throws on anything else; for decoders that turn it into an Error.
HubKeys hubKeysFrom(const Json& json);

struct EnrolResponse {
    std::uint64_t station = 0;
    std::string token;  ///< secret of this station; the hub keeps only its hash
    RecordId person;
    std::string personName;
    std::string role;
    std::string org;                 ///< home org unit; records without one are taken to be here
    std::vector<std::string> scope;  ///< roots of the org-unit subtrees that the person may see
    std::string district, districtName;
    std::uint64_t epoch = 0;
    Millis hubTime{0};
    Json certificate;  ///< a Certificate, for the station to keep as it is
    HubKeys keys{};
};

/// A replica's part of a push: up to where the page goes and its signature over that head.
struct SignedHead {
    ReplicaId replica;
    std::uint64_t seq = 0;
    Bytes hash;
    Bytes signature;
    bool operator==(const SignedHead&) const = default;
};

/// How far a fresh pull has come. A station that holds nothing, or another scope, gets the current state of
/// every record in it, page by page in order of record ids, reference data first; then the log goes on from
/// `upTo`.
struct FreshPull {
    Position upTo;         ///< the hub's last position when it began; what came later is in the log
    bool records = false;  ///< all reference data were sent
    RecordId after;        ///< the last record looked at; none at the beginning
    bool operator==(const FreshPull&) const = default;
};

/// A series of official numbers: each counts for itself.
struct NumberSeries {
    std::string org;  ///< the office
    std::string kind;
    int year = 0;
    auto operator<=>(const NumberSeries&) const = default;
};

/// Numbers of a series that one station may give, without asking anybody.
struct NumberBlock {
    NumberSeries series;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool operator==(const NumberBlock&) const = default;
};

/// How far a station has come in a block; above the number after its last: it gave the rest up. `first` 0:
/// few are left of that series, and `next` is the last that it holds, of any block (number_limits.h).
struct NumberUse {
    NumberSeries series;
    std::uint64_t first = 0;
    std::uint64_t next = 0;  ///< the lowest that it has not given
    bool operator==(const NumberUse&) const = default;
};

struct SyncRequest {
    Cursor cursor;
    std::optional<FreshPull> fresh;  ///< under way: where to go on
    std::uint64_t scopeVersion =
        0;            ///< of the scope the station holds; another one than the hub's: a fresh pull
    Millis clock{0};  ///< the station's wall clock as it sends: how the hub measures its offset
    std::vector<PenIntroduction> pens;             ///< not known to the hub as far as the station knows
    std::vector<merge::VersionVector::Entry> own;  ///< own replicas and the seq each has reached
    std::vector<SignedHead> heads;                 ///< one for each replica in the page
    std::vector<SentChange> changes;  ///< unsent changes, each replica's in order and without gaps
    std::uint64_t backup = 0;         ///< number of the hub's last backup that the station has heard of
    std::vector<Receipt> receipts;    ///< for what is sent again, one a replica at most
    /// The page does not hold all that is unsent: it is only to be taken, the news come with the last page.
    bool more = false;
    DictionaryId dictionary = 0;  ///< the newest that the station carries: the answer may use it
    /// Carried by hand, so that the time it was on its way says nothing of the clock: what the station last
    /// knew of its offset, hub minus station.
    std::optional<Millis> offset = {};
    std::size_t pages = 1;                ///< the most of news that the station takes in one answer
    bool slow = false;                    ///< the link is slow: the hub should compress harder
    std::vector<NumberUse> numbers = {};  ///< of each block that is in use; the hub adds where few are left
};

/// The hub's answer to one replica's part of a push: every change up to seq is durable, or refused. Lower
/// than what it has answered before: the hub was put back to a backup and asks for the rest again.
struct Ack {
    ReplicaId replica;
    std::uint64_t seq = 0;
    std::vector<std::pair<std::uint64_t, HybridTime>> effective;  ///< only where it is not the claimed time
    std::vector<Refusal> refused;
    ReplicaId hub{};  ///< whose key signed the receipt
    Bytes receipt{};  ///< signature over receiptMessage(); empty: none
    bool operator==(const Ack&) const = default;
};

/// What the last verified backup of the hub holds of a station's own replicas.
struct SafeSeqs {
    std::uint64_t backup = 0;  ///< its number
    std::vector<merge::VersionVector::Entry> seqs;
    bool operator==(const SafeSeqs&) const = default;
};

/// Whose pen a replica is, so that histories can be read without the network.
struct PenName {
    ReplicaId replica;
    RecordId person;
    std::string personName, stationName;
    std::string org;  ///< home org unit of the person on that station: where its records without $org belong
    bool operator==(const PenName&) const = default;
};

/// A replica of which the hub knows another chain, or more than the store that asks: an old copy (invariant
/// 9).
struct Fork {
    ReplicaId replica;
    std::uint64_t common = 0;  ///< the last seq up to which both are the same as far as the hub can tell
    bool operator==(const Fork&) const = default;
};

struct SyncResponse {
    Cursor cursor;                   ///< where the station has read to once it applied this answer
    bool more = false;               ///< there is more news: ask again at once
    bool freshBegins = false;        ///< this is the first answer of a fresh pull
    bool freshEnds = false;          ///< and this the last: what it did not bring is not in the scope
    std::optional<FreshPull> fresh;  ///< where the fresh pull goes on, until it ends
    std::vector<SentState> states;   ///< of a fresh pull, or of records whose changes are not enough
    Millis hubTime{0};               ///< 0: in the pages after the first of one answer
    std::uint64_t scopeVersion = 0;
    std::vector<std::string> scope;  ///< roots; only when scopeVersion differs from the request's
    std::vector<Ack> acks;
    std::vector<Fork> forked;
    std::vector<PenName> pens;           ///< of every foreign replica in the page
    std::vector<SentChange> changes;     ///< news, by position
    std::vector<RecordId> leaving;       ///< records that left the scope
    std::optional<SafeSeqs> safe;        ///< there is another backup than the request knows
    DictionaryId dictionary = 0;         ///< the newest that the hub carries: further requests may use it
    std::vector<NumberBlock> numbers{};  ///< of this station, in the series that the request names
};

/// What a station would ask next that has applied the answer and has nothing more to send. Of a bundle the
/// hub asks it in the station's place, and the station knows by it what the next answer answers.
SyncRequest followUp(const SyncRequest& asked, const SyncResponse& answer);

/// Asks for the changes of one record, oldest first by position: a station that was sent its state alone, or
/// has pruned, reads them on demand.
struct HistoryRequest {
    RecordId record;
    Position after;  ///< of the page before
};
struct HistoryResponse {
    std::vector<PenName> pens;
    std::vector<SentChange> changes;
    bool more = false;
};

Json toJson(const EnrolRequest& request);
Result<EnrolRequest> enrolRequestFrom(const Json& json);
Json toJson(const EnrolResponse& response);
Result<EnrolResponse> enrolResponseFrom(const Json& json);

/// CBOR, zstd when that is smaller, `with` a dictionary that both ends carry; the first byte tells (a zstd
/// frame starts with 0x28, our CBOR with a map).
Bytes encode(const SyncRequest& request, DictionaryId with = 0, int level = kZstdLevel);
Result<SyncRequest> decodeSyncRequest(std::string_view body);
Bytes encode(const SyncResponse& response, DictionaryId with = 0, int level = kZstdLevel);
Result<SyncResponse> decodeSyncResponse(std::string_view body);
Bytes encode(const HistoryRequest& request);
Result<HistoryRequest> decodeHistoryRequest(std::string_view body);
Bytes encode(const HistoryResponse& response);
Result<HistoryResponse> decodeHistoryResponse(std::string_view body);

/// How the hub says no to a whole request: HTTP status 4xx with this as JSON.
struct Denial {
    std::string
        code;  ///< "unknown-code", "used-code", "expired-code", "revoked", "token", "too-large", "version", …
    Text reason;
};
Json toJson(const Denial& denial);
std::optional<Denial> denialFrom(std::string_view body);

}  // namespace fayi::protocol
