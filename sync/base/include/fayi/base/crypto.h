// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "fayi/base/ids.h"
#include "fayi/base/random.h"

namespace fayi {

inline constexpr std::size_t kHashBytes = 32;       ///< BLAKE2b-256 and SHA-256
inline constexpr std::size_t kSignatureBytes = 64;  ///< Ed25519
inline constexpr std::size_t kSeedBytes = 32;       ///< an Ed25519 secret seed

/// BLAKE2b (RFC 7693) of `size` bytes (16 to 64), keyed if `key` is not empty (16 to 64 bytes).
Bytes blake2b(std::string_view message, std::string_view key = {}, std::size_t size = kHashBytes);

/// SHA-256 (FIPS 180-4), raw 32 bytes.
Bytes sha256(std::string_view message);

/// SHA-256 in pieces, for text too long to hold.
class Sha256 {
public:
    Sha256();
    void add(std::string_view piece);
    Bytes finish();

private:
    alignas(8) unsigned char m_state[128];
};

/// An Ed25519 key pair (RFC 8032); the secret is the 32-byte seed.
struct SigningKey {
    Bytes seed;
    Bytes publicKey;

    static SigningKey generate(Random& random);
    static SigningKey fromSeed(Bytes seed);
    Bytes sign(std::string_view message) const;
};

bool verifySignature(std::string_view publicKey, std::string_view message, std::string_view signature);

/// Lower-case hexadecimal.
std::string toHex(std::string_view bytes);
/// Nothing but an even number of hexadecimal digits parses; else empty.
Bytes fromHex(std::string_view hex);
/// Base 64 for URLs, without padding (RFC 4648 §5).
std::string toBase64Url(std::string_view bytes);

/// Compares without telling by its time where the two differ.
bool equalSecret(std::string_view a, std::string_view b);

}  // namespace fayi
