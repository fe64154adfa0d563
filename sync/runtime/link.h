// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/store/types.h"
#include "fayi/transport/transport.h"

namespace fayi::runtime {

/// What the way to the hub is like, as measured: how much to send at once, and how hard to compress it. A
/// link that breaks every so many bytes gets pages of which a break costs little; a slow one gets pages of a
/// few seconds. Nothing is known at first: then pages grow with what was carried without a break.
class Link {
public:
    explicit Link(const store::LinkMemory& memory) : m_memory(memory) {}

    /// How large a request may be once compressed.
    std::size_t requestBytes() const;
    /// So little that waiting for the processor is worth its while (below 256 kbit/s).
    bool slow() const;
    int level() const;
    /// Learns from an exchange, a broken one too.
    void note(const transport::Reply& reply);
    const store::LinkMemory& memory() const { return m_memory; }
    /// True if the other would lead to noticeably other requests.
    bool differsFrom(const Link& other) const;

private:
    store::LinkMemory m_memory;
};

}  // namespace fayi::runtime
