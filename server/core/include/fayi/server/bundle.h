// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "fayi/protocol/bundle.h"
#include "fayi/server/blobs.h"
#include "fayi/server/sync.h"

namespace fayi::hub {

/// A bundle from its beginning, as often as asked: it is read once to be checked and once to be taken.
using BundleBytes = std::function<Result<protocol::BundleReader::Source>()>;

/// What reading a bundle did.
struct BundleTaken {
    ReadBundle answer;  ///< what answerBundle() needs
    std::string stationName;
    SyncCounts counts;
    std::uint64_t attachments = 0;  ///< that have come wholly
    bool enrolled = false;          ///< it asked to enrol its station or a person, and did
    /// A later one of the same store was read before: what it says is known or taken; it is answered for, and
    /// brings no news.
    bool older = false;
    std::optional<Denied> stopped;  ///< a request in it that was denied: what lies behind was not looked at
};

/// Takes in what a station wrote; repeating it does nothing. All that it brings is durable when it returns.
/// Denied as a whole, with nothing written: cut short or altered ("malformed"), for another district
/// ("district"), an answer instead of a question, not signed by a pen of the station ("signature", "pen"),
/// signed by somebody cut off ("revoked"), or what an enrolment is denied with. Without a `blobs` its
/// attachments are passed over, and the station keeps them. ErrorCode::Full: reading it again goes on where
/// it stopped.
Answer<BundleTaken> takeBundle(Context& context, const BundleBytes& bytes, BlobStore* blobs = nullptr);

struct BundleAnswered {
    std::string stationName;
    std::uint64_t pages = 0, bytes = 0;
    std::uint64_t attachments = 0;  ///< that go with it wholly
    bool more = false;              ///< not all fitted: the next bundle goes on
};

/// Writes the answer: what became of all that was said, what is new to the station up to now, and the
/// attachments that it asked for and may read; it ends at the first page or part past `most` bytes. The
/// station that gets it needs nothing else. Denied: "token".
Answer<BundleAnswered> answerBundle(Context& context, const ReadBundle& bundle,
                                    const protocol::BundleWriter::Sink& sink, BlobStore* blobs = nullptr,
                                    std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

}  // namespace fayi::hub
