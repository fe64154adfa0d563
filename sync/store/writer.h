// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/limits.h"
#include "row.h"

namespace fayi::store {

/// Appends changes to the chain of one pen, within one transaction.
class Store::Writer {
public:
    Writer(Store& store, Pen pen, Position authority);

    /// One save, made now by the pen's person.
    Result<RecordId> append(const Save& save);
    /// What another pen had written, under this one's name: dot and salt are ours, all else is as given.
    Status appendAgain(protocol::Change change);
    const Pen& pen() const { return m_pen; }
    /// Signs what is not signed yet and keeps the head of the chain.
    Status finish();

private:
    Result<protocol::Change> make(const Save& save);
    Result<RecordRow> rowOf(const protocol::Change& change);
    HybridTime estimate(HybridTime claimed) const;
    Status keep(const protocol::Change& change, std::int64_t record, std::size_t most = limits::kChangeBytes);
    Status sign();

    Store& m_store;
    Pen m_pen;
    Position m_authority;
    Millis m_offset;
    HybridTime m_last;  ///< claimed, of the last change
    std::size_t m_changes = 0, m_bytes = 0;
};

}  // namespace fayi::store
