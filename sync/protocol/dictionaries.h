// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace fayi::protocol {

/// The files of sync/protocol/dictionaries in their order, written into the program by
/// embed_dictionaries.cmake.
std::span<const std::string_view> embeddedDictionaries();

}  // namespace fayi::protocol
