// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "fayi/runtime/sync_session.h"
#include "fayi/store/attachments.h"

namespace fayi::runtime {

/// What a sync does beside the records.
struct SyncWishes {
    bool attachments = true;
    /// So long attachments may keep the records waiting that others wrote meanwhile; unset: to their end.
    /// One's own go first in any case, between two chunks.
    std::optional<Millis> atMost = std::nullopt;
    /// Called after each request about an attachment: one of them has come further.
    std::function<void()> stepped = {};
};

/// Records first, as syncAll() does it; when nothing of them is left to be sent, attachments: thumbnails both
/// ways, then originals to the hub, small before large. Originals of others are fetched when somebody asks.
/// `more`: time was up.
SyncResult syncWithAttachments(store::Store& store, transport::Transport& transport, const Clock& clock,
                               const SyncWishes& wishes);

/// Fetches one attachment wholly, going on where an earlier try broke off.
SyncResult fetchBlob(store::Attachments& book, transport::Transport& transport, const std::string& name);

}  // namespace fayi::runtime
