// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace fayi::protocol {

/// What a body was compressed against: a zstd dictionary (RFC 8878 §5) that both ends carry; 0: none. They
/// count from 1, and a program carries every one up to its newest, so the common one of two programs is the
/// lower.
using DictionaryId = std::uint32_t;

/// The newest that this program carries.
DictionaryId newestDictionary();
/// Its bytes, for the program's lifetime; empty: it is newer than this program.
std::string_view dictionary(DictionaryId id);

}  // namespace fayi::protocol
