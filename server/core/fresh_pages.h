// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"
#include "visibility.h"

namespace fayi::hub {

/// The current state of everything in a station's scope, page by page: what a station is given that holds
/// nothing, another scope, another epoch, or has been away for so long that the log is the longer way.
///
/// The log goes on from where it stood when the pull began, so what changes meanwhile comes after; states
/// that are newer than that are no harm, applying a change twice does nothing.
class FreshPages {
public:
    FreshPages(Context& context, const Reference& reference, const StationScope& scope)
        : m_context(context), m_reference(reference), m_visible(scope, reference) {}

    /// One page, inside the caller's read transaction: states, fresh, freshEnds, cursor position, more.
    Status fill(protocol::FreshPull start, protocol::SyncResponse& response);
    /// The state of a record in the scope if it takes more than its siblings to show it: texts being merged.
    /// Left out if the page is full; the view asks people then.
    Status addIfMerged(RecordId id, protocol::SyncResponse& response);

private:
    bool add(HubRecord record, protocol::SyncResponse& response, std::size_t most);
    /// False: the page is full.
    Result<bool> take(const RecordPlace& place, protocol::SyncResponse& response);

    Context& m_context;
    const Reference& m_reference;
    Visibility m_visible;
    std::size_t m_bytes = 0, m_versions = 0;
};

}  // namespace fayi::hub
