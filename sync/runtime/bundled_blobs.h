// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/blob.h"
#include "fayi/runtime/bundle_session.h"

namespace fayi::runtime {

/// Writes into a bundle what of the attachments can be sent, wholly, as far as `most` bytes of them allow,
/// and asks for those that are missing here. From the first byte on: whatever the hub has told of an upload
/// before may no longer hold when the stick arrives.
struct SaidBlobs {
    std::uint64_t attachments = 0, bytes = 0;
};
Result<SaidBlobs> sayBlobs(const store::Attachments& book, std::uint64_t most,
                           protocol::BundleWriter& writer);

/// What an answer says about one: how far it has come at the hub, or a part of one that was asked for. What
/// does not fit what is here (it came by another way meanwhile) is passed over.
Status hearPiece(store::Attachments& book, const protocol::BlobPiece& piece, const protocol::BundleItem& item,
                 SyncResult& out);

}  // namespace fayi::runtime
