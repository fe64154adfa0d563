// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "fayi/base/result.h"

namespace fayi::station {

/// ErrorCode::Usage: `server` is no address of a server, or there is no such file of certificates.
Status checkAddress(const std::string& server, const std::string& caFile);

}  // namespace fayi::station
