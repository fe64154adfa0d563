// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "fayi/runtime/sync_session.h"
#include "fayi/store/attachments.h"

namespace fayi::runtime {

/// A bundle from its beginning, as often as asked: it is read once to be checked and once to be applied.
using BundleBytes = std::function<Result<protocol::BundleReader::Source>()>;

struct WrittenBundle {
    Bytes id;
    std::uint64_t changes = 0, bytes = 0;
    std::uint64_t attachments = 0;  ///< of `bytes`, wholly
};

/// What of the attachments goes into a bundle.
struct BundledAttachments {
    const store::Attachments* book = nullptr;                        ///< null: none of them
    std::uint64_t most = std::numeric_limits<std::uint64_t>::max();  ///< bytes of the whole bundle with them
};

/// Writes all that the store has to say to the hub, signed for the person and sealed to the hub; records
/// before attachments. Hold the SyncLock. ErrorCode::Usage: the store knows no hub.
Result<WrittenBundle> writeBundle(store::Store& store, std::int64_t person, Random& random,
                                  const protocol::BundleWriter::Sink& sink,
                                  const BundledAttachments& attachments = {});

struct ReadAnswer {
    SyncResult sync;
    bool late = false;
};
/// Applies the answer to a bundle of this store; repeating it does nothing. Hold the SyncLock. `late`: the
/// store has gone on by another way, and what is left of the answer was not taken.
/// ErrorCode::Validation: cut short, altered, or not signed by the hub; nothing was written. Usage: it is
/// another's. NotFound: of a bundle that the store does not remember. Without a `book` attachments are passed
/// over: they come with the next.
Result<ReadAnswer> readAnswer(store::Store& store, const BundleBytes& bytes,
                              store::Attachments* book = nullptr);

}  // namespace fayi::runtime
