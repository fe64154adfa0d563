// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/crypto.h"

#include <sodium.h>

#include <cstdlib>
#include <new>

#include "raw_bytes.h"

namespace fayi {
namespace {

[[maybe_unused]] const bool kReady = [] {
    if (sodium_init() < 0)
        std::abort();
    return true;
}();

struct KeyPair {
    Bytes publicKey = Bytes(crypto_sign_PUBLICKEYBYTES, '\0');
    Bytes secret = Bytes(crypto_sign_SECRETKEYBYTES, '\0');
    explicit KeyPair(const Bytes& seed) {
        if (seed.size() != kSeedBytes)
            std::abort();
        crypto_sign_seed_keypair(raw(publicKey), raw(secret), raw(std::string_view(seed)));
    }
    ~KeyPair() { sodium_memzero(secret.data(), secret.size()); }
};

}  // namespace

Bytes blake2b(std::string_view message, std::string_view key, std::size_t size) {
    Bytes out(size, '\0');
    crypto_generichash(raw(out), out.size(), raw(message), message.size(), key.empty() ? nullptr : raw(key),
                       key.size());
    return out;
}

Bytes sha256(std::string_view message) {
    Bytes out(kHashBytes, '\0');
    crypto_hash_sha256(raw(out), raw(message), message.size());
    return out;
}

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

Sha256::Sha256() : m_state{} {
    crypto_hash_sha256_init(new (m_state) crypto_hash_sha256_state);
}

void Sha256::add(std::string_view piece) {
    crypto_hash_sha256_update(reinterpret_cast<crypto_hash_sha256_state*>(m_state), raw(piece), piece.size());
}

Bytes Sha256::finish() {
    Bytes out(kHashBytes, '\0');
    crypto_hash_sha256_final(reinterpret_cast<crypto_hash_sha256_state*>(m_state), raw(out));
    return out;
}

SigningKey SigningKey::generate(Random& random) {
    return fromSeed(random.bytes(kSeedBytes));
}

SigningKey SigningKey::fromSeed(Bytes seed) {
    Bytes publicKey = KeyPair(seed).publicKey;
    return {std::move(seed), std::move(publicKey)};
}

Bytes SigningKey::sign(std::string_view message) const {
    const KeyPair pair(seed);
    Bytes out(kSignatureBytes, '\0');
    crypto_sign_detached(raw(out), nullptr, raw(message), message.size(), raw(std::string_view(pair.secret)));
    return out;
}

bool verifySignature(std::string_view publicKey, std::string_view message, std::string_view signature) {
    return publicKey.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == kSignatureBytes &&
           crypto_sign_verify_detached(raw(signature), raw(message), message.size(), raw(publicKey)) == 0;
}

std::string toHex(std::string_view bytes) {
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), raw(bytes), bytes.size());
    out.pop_back();
    return out;
}

Bytes fromHex(std::string_view hex) {
    Bytes out(hex.size() / 2, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    sodium_hex2bin(raw(out), out.size(), hex.data(), hex.size(), nullptr, &size, &end);
    return size * 2 == hex.size() && end == hex.data() + hex.size() ? out : Bytes();
}

std::string toBase64Url(std::string_view bytes) {
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string out(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(out.data(), out.size(), raw(bytes), bytes.size(), kVariant);
    out.pop_back();
    return out;
}

bool equalSecret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace fayi
