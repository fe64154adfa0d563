// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"
#include "ledger.h"

namespace fayi::hub {

/// Writes reference data with the hub's own pen, as changes like everybody's: one log, one history. Lives
/// inside one write transaction of the caller; finish() before the commit.
class ReferenceWriter {
public:
    static Result<ReferenceWriter> begin(Context& context, const schema::Catalog& catalog);

    /// A new record of a reference type. ErrorCode::Validation names what the type refuses.
    Result<RecordId> create(std::string_view type, const Json& fields);
    /// Writes the fields that differ.
    Status edit(RecordId record, const Json& patch);
    /// Signs the head and writes everything out. The position of the last change.
    Result<Position> finish();

private:
    ReferenceWriter(Context& context, const schema::Catalog& catalog, HubIdentity hub, Pen pen);
    Status write(RecordId record, std::string_view newType, std::vector<merge::Write> writes);

    Context& m_context;
    const schema::Catalog& m_catalog;
    HubIdentity m_hub;
    Pen m_pen;
    Ledger m_ledger;
};

}  // namespace fayi::hub
