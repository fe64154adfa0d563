// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "fayi/base/ids.h"
#include "fayi/base/random.h"

namespace fayi {

inline constexpr std::size_t kSealKeyBytes = 32;

/// An X25519 key pair: what is sealed to its public half only its holder opens.
struct SealKey {
    Bytes secret;
    Bytes publicKey;

    static SealKey fromSeed(const Bytes& seed);
};

/// A sealed box of libsodium (crypto_box_seal): anonymous, 48 bytes longer than the message. Empty: that is
/// no public key.
Bytes sealTo(std::string_view publicKey, std::string_view message, Random& random);
/// Nothing if it was sealed to another key, or altered.
std::optional<Bytes> openSealed(const SealKey& key, std::string_view sealed);

/// libsodium's secretstream (XChaCha20-Poly1305): pieces under one key that can neither be altered, left out,
/// repeated nor put in another order, and whose end cannot be cut off unseen. One object goes one way.
class SealedStream {
public:
    static constexpr std::size_t kKeyBytes = 32, kHeaderBytes = 24, kOverhead = 17;
    enum class Tag : unsigned char { GoesOn = 0, Ends = 1, Last = 3 };

    /// `header`: random bytes that travel in the clear, never twice with one key.
    SealedStream(std::string_view key, std::string_view header);
    ~SealedStream();
    SealedStream(SealedStream&&) noexcept;
    SealedStream& operator=(SealedStream&&) noexcept;

    /// `with`: bytes that are not in it, and without which it does not open.
    Bytes push(std::string_view piece, Tag tag, std::string_view with = {});
    /// Nothing: it is not the next piece.
    std::optional<std::pair<Bytes, Tag>> pull(std::string_view sealed, std::string_view with = {});

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace fayi
