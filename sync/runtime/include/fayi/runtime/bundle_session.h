// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/runtime/sync_session.h"

namespace fayi::runtime {

/// A bundle from its beginning, as often as asked: it is read once to be checked and once to be applied.
using BundleBytes = std::function<Result<protocol::BundleReader::Source>()>;

struct WrittenBundle {
    Bytes id;
    std::uint64_t changes = 0, bytes = 0;
};

/// Writes all that the store has to say to the hub, signed for the person and sealed to the hub. Hold the
/// SyncLock. ErrorCode::Usage: the store knows no hub.
Result<WrittenBundle> writeBundle(store::Store& store, std::int64_t person, Random& random,
                                  const protocol::BundleWriter::Sink& sink);

/// Applies the answer to a bundle of this store; repeating it does nothing. Hold the SyncLock. `late`: the
/// store has gone on by another way, and what is left of the answer was not taken.
/// ErrorCode::Validation: cut short, altered, or not signed by the hub; nothing was written. Usage: it is
/// another's. NotFound: of a bundle that the store does not remember.
struct ReadAnswer {
    SyncResult sync;
    bool late = false;
};
Result<ReadAnswer> readAnswer(store::Store& store, const BundleBytes& bytes);

}  // namespace fayi::runtime
