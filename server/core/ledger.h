// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>

#include "fayi/schema/catalog.h"
#include "fayi/server/hub_store.h"

namespace fayi::hub {

/// Writes accepted changes inside one write transaction: the log, and the records they make. A record is read
/// once and written once, however many of the changes touch it.
class Ledger {
public:
    Ledger(HubStore& store, const schema::Catalog& catalog) : m_store(store), m_catalog(catalog) {}

    /// The record as of the last accept(); null: unknown. Lives until the Ledger goes.
    Result<const HubRecord*> find(RecordId id);
    /// The type of a record, or of the one that a change creates; null: not known here.
    const schema::RecordType* typeOf(const protocol::Change& change, const HubRecord* record) const;

    /// What the record would be after the change, or nothing: the registers contradict each other in a way
    /// that cannot be shown (a field that is both a set and a text).
    Result<std::optional<HubRecord>> preview(const protocol::Change& change, HybridTime effective,
                                             const HubRecord* before, const std::string& homeOrg) const;
    /// Puts a change at the end of the log; `after` is its preview. `testifiedBy`: see LogLine.
    Status accept(const protocol::Change& change, HybridTime effective, const Bytes& chain, HubRecord after,
                  std::uint64_t testifiedBy = 0);
    /// A change takes the place of its testimony: the line stays where it is, the record is worked out anew,
    /// and the change is listed again if that makes a difference.
    /// `testifiedBy`: not its author's word either, but one that tells more.
    Status confirm(const protocol::Change& change, HybridTime effective, const Bytes& chain,
                   std::uint64_t testifiedBy = 0);
    /// Takes a deleted record out of everybody's scope; the next change of it brings it back.
    Status withdraw(RecordId id);
    /// Writes the records. Call it before the commit.
    Status flush();

private:
    Result<Position> next();
    Status repeatHistory(const LogLine& moving);
    Status listAgain(Dot dot, const HubRecord& record);
    Status recallPast(HubRecord& record, const merge::KeepsPast& keeps) const;
    std::optional<HubRecord> shown(HubRecord record) const;
    void touch(RecordId id);

    HubStore& m_store;
    const schema::Catalog& m_catalog;
    std::optional<Position> m_last;
    std::unordered_map<RecordId, std::optional<HubRecord>> m_records;
    std::vector<RecordId> m_changed;
};

}  // namespace fayi::hub
