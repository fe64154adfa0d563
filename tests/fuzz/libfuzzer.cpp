// SPDX-License-Identifier: Apache-2.0
// The first byte of an input says which decoder reads the rest; FAYI_FUZZ_TARGET=N gives all of them to one,
// so that none is left out of a run of given length.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const char* const kAsked = std::getenv("FAYI_FUZZ_TARGET");
    std::string input(reinterpret_cast<const char*>(data), size);
    if (kAsked != nullptr && !input.empty())
        input[0] = static_cast<char>(std::atoi(kAsked));
    fayi::fuzz::runTarget(input);
    return 0;
}
