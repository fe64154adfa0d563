// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>

#include "fayi/base/result.h"
#include "fayi/schema/catalog.h"
#include "fayi/server/hub_store.h"

namespace fayi::hub {

/// The reference data types that the hub itself reads and writes.
inline constexpr std::string_view kOrgUnitType = "org-unit";
inline constexpr std::string_view kPersonType = "person";
inline constexpr std::string_view kDefinitionType = "record-type";

/// The district's definitions and org tree as of a position. Immutable.
struct Reference {
    Position version;
    schema::Catalog catalog;
    schema::OrgTree tree;
};

/// Keeps the latest Reference and reads it anew when org units or definitions were written, by whichever
/// process. Thread safe.
class References {
public:
    Result<std::shared_ptr<const Reference>> current(HubStore& store);

private:
    std::mutex m_mutex;
    std::shared_ptr<const Reference> m_current;
};

/// The fields of an `org-unit` record for a unit, and back.
Json fieldsOf(const schema::OrgUnit& unit);
schema::OrgUnit orgUnitOf(const Json& fields);

}  // namespace fayi::hub
