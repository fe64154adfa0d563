// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "fayi/base/result.h"

namespace fayi {

/// Code points of a PIN: with fewer, the tries before the first wait would be a fair share of all there are;
/// with more, it is a text and no PIN.
inline constexpr std::size_t kPinLeast = 4;
inline constexpr std::size_t kPinMost = 64;

/// What tells a PIN again without holding it: Argon2id with a salt of its own (RFC 9106), as the text of
/// libsodium's `crypto_pwhash_str` at its moderate limits: about a second and 256 MB of memory, so not for a
/// thread that draws. ErrorCode::Usage: too short or too long; Io: not enough memory.
Result<std::string> pinVerifier(std::string_view pin);

/// Whether it is the PIN that the verifier was made of; as slow as making one. ErrorCode::Io: not enough
/// memory to tell.
Result<bool> isPin(const std::string& verifier, std::string_view pin);

}  // namespace fayi
