// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/merge/record_state.h"

namespace fayi::records {

/// An attachment as a record names it. Its value is {"blob","name","bytes","media"}, and "thumbnail" where
/// there is a small picture of it: another blob.
struct NamedBlob {
    std::string blob;
    std::uint64_t bytes = 0;
    std::string thumbnail;  ///< empty: none
};

/// What these writes name, whatever the record's type; what was erased names nothing.
std::vector<NamedBlob> blobsNamedBy(const std::vector<merge::Write>& writes);
/// What any version in these registers names.
std::vector<NamedBlob> blobsNamedBy(const merge::RecordState& state);

}  // namespace fayi::records
