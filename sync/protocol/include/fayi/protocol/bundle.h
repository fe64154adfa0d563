// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "fayi/base/random.h"
#include "fayi/base/seal.h"
#include "fayi/protocol/messages.h"

/// A sync that is carried by hand: the requests that a station would send, sealed to the hub, and its
/// answers, sealed to the station (docs/PROTOCOL.md, "Bundles").
namespace fayi::protocol {

/// POST: a bundle, answered by the bundle that answers it. GET of this, a slash and the id of a bundle in
/// hexadecimal: the answer that a relay has got.
inline constexpr std::string_view kBundlesTarget = "/v1/bundles";
inline constexpr std::string_view kBundleMedia = "application/vnd.fayi.bundle";
/// The item that opens a bundle to the hub.
inline constexpr std::string_view kHeadTarget = "head";

inline constexpr std::size_t kBundleIdBytes = 16;
/// Pages of changes, or of news, in one bundle: five million changes.
inline constexpr std::size_t kMostPages = 10'000;
/// Parts of attachments in one bundle, and attachments asked for: 4 GB of full chunks.
inline constexpr std::size_t kMostPieces = 4'000;
inline constexpr std::size_t kMostAsked = 1'000;
/// Items of one bundle, the few of another kind included. An answer holds the answers too.
inline constexpr std::size_t kMostItems = 2 * (kMostPages + kMostPieces + kMostAsked + 100);

/// What is written outside, and all that whoever carries it can read.
struct BundleHeader {
    std::string district;
    Bytes id;                   ///< 16 random bytes
    Bytes to;                   ///< the public key it is sealed to
    Bytes answers{};            ///< id of the bundle that it answers; empty: it goes to the hub
    std::uint64_t station = 0;  ///< of an answer: whose it is
    std::string stationName{};
    bool isAnswer() const { return !answers.empty(); }
};

/// A request, or what was answered to one.
struct BundleItem {
    std::string target;
    std::uint64_t status = 0;  ///< HTTP; 0: a request
    Bytes body{};
};

/// Who writes to the hub.
struct BundleHead {
    std::uint64_t station = 0;  ///< 0: not enrolled yet, the bundle asks for it
    std::string token;
    ReplicaId replica;  ///< the pen that signs
    Bytes publicKey;    ///< of that pen
    Bytes sealKey;      ///< the store's: the answer is sealed to it
    Millis clock{0};
};
Bytes encode(const BundleHead& head);
Result<BundleHead> decodeBundleHead(std::string_view body);

/// Writes one bundle, item by item; its memory does not grow.
class BundleWriter {
public:
    using Sink = std::function<Status(std::string_view)>;

    /// ErrorCode::Usage: `header.to` is no key.
    static Result<BundleWriter> begin(const BundleHeader& header, Sink sink, Random& random);
    Status add(const BundleItem& item);
    /// Signs what was written: `sign` makes the signature of a message.
    Status finish(const std::function<Result<Bytes>(std::string_view)>& sign);
    std::uint64_t bytes() const { return m_bytes; }

private:
    BundleWriter(Bytes header, SealedStream stream, Sink sink);
    Status put(std::string_view piece, SealedStream::Tag tag);
    Status write(std::string_view bytes);

    Bytes m_header;
    SealedStream m_stream;
    Sink m_sink;
    Bytes m_fold;
    std::uint64_t m_bytes = 0;
    bool m_first = true;
};

/// Reads one bundle, item by item. Nothing of it is to be believed before its end was reached and its
/// signature checked: read it once for that, and once more for use. Errors are ErrorCode::Validation.
class BundleReader {
public:
    /// The next bytes, at most so many; fewer only at the end.
    using Source = std::function<Result<Bytes>(std::size_t)>;

    /// Reads what is written outside.
    static Result<BundleReader> open(Source source);
    const BundleHeader& header() const { return m_outside; }
    /// False: it was sealed to another key, or what is written outside was altered.
    bool unlock(const SealKey& key);
    /// Nothing: the end, and it is whole.
    Result<std::optional<BundleItem>> next();
    /// At the end: what was signed, and the signature.
    Bytes message() const;
    const Bytes& signature() const { return m_signature; }

private:
    BundleReader(Source source, Bytes header, BundleHeader outside, Bytes sealed, Bytes streamHeader);
    Result<std::pair<Bytes, SealedStream::Tag>> piece();

    Source m_source;
    Bytes m_header;
    BundleHeader m_outside;
    Bytes m_sealedKey, m_streamHeader;
    std::optional<SealedStream> m_stream;
    Bytes m_fold, m_signature;
    std::size_t m_items = 0;
    bool m_first = true, m_ended = false;
};

/// A source over bytes in memory, which must stay.
BundleReader::Source sourceOf(std::string_view bytes);

/// What somebody carries to a store without a network so that it can enrol: written by the hub as JSON.
struct EnrolFile {
    std::string code;
    Millis issued{0};
    std::string server;  ///< address of the hub, if it has one that the district knows; else empty
    std::string district, districtName;
    HubKeys keys;
    RecordId person;
    std::string personName, role, org;
    std::vector<std::string> scope;
};
Json toJson(const EnrolFile& file);
Result<EnrolFile> enrolFileFrom(std::string_view text);

}  // namespace fayi::protocol
