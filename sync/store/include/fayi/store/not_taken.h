// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/text.h"

namespace fayi::store {

/// Why a record whose creation the hub refused cannot be edited: the edit could not be sent.
inline const Text kNotTaken{"区县没有接受这条记录的新建，改动无法上报；请先“修改后重报”或放弃",
                            "the district refused to take this record, so changes to it cannot be sent; mend "
                            "and send it again, or discard it"};

}  // namespace fayi::store
