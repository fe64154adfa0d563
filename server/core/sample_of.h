// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/schema/catalog.h"
#include "fayi/server/hub_types.h"

namespace fayi::hub {

/// What changes of the catalog's types will look like, field names and codes and no content: changes that
/// write every field once, and every code. At most 256 KiB.
Bytes sampleOf(const schema::Catalog& catalog, const std::string& district);

}  // namespace fayi::hub
