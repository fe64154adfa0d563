// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/server/context.h"

namespace fayi::hub {

struct ErasureOrder {
    RecordId record;
    std::vector<std::string> paths;  ///< fields or single registers; empty: the whole record
    std::string reason, by;
};

/// Erases every version of the named values of a record (ruling 9): from the log, the refused changes, the
/// record, and what the file still holds of them. The chains stay what they were. The order itself is
/// reference data: every station that reads it erases likewise. {"record","values","changes"}, and "emptied":
/// false if somebody was reading the file, so that its log could not be emptied; repeat the order then.
/// ErrorCode::NotFound: the hub never heard of the record; Validation: it is reference data, or no reason is
/// given, or it holds none of the fields.
Result<Json> erase(Context& context, const ErasureOrder& order);

}  // namespace fayi::hub
