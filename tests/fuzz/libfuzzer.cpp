// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fayi::fuzz::runTarget({reinterpret_cast<const char*>(data), size});
    return 0;
}
