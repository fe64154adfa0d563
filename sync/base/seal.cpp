// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/seal.h"

#include <sodium.h>

#include <cstdlib>

#include "raw_bytes.h"

namespace fayi {
namespace {

static_assert(kSealKeyBytes == crypto_box_PUBLICKEYBYTES);
static_assert(SealedStream::kKeyBytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(SealedStream::kHeaderBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(SealedStream::kOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(static_cast<unsigned>(SealedStream::Tag::Ends) ==
              crypto_secretstream_xchacha20poly1305_TAG_PUSH);
static_assert(static_cast<unsigned>(SealedStream::Tag::Last) ==
              crypto_secretstream_xchacha20poly1305_TAG_FINAL);

/// As crypto_box_seal derives it.
Bytes sealNonce(std::string_view ephemeral, std::string_view recipient) {
    const Bytes keys = Bytes(ephemeral) + Bytes(recipient);
    Bytes nonce(crypto_box_NONCEBYTES, '\0');
    crypto_generichash(raw(nonce), nonce.size(), raw(std::string_view(keys)), keys.size(), nullptr, 0);
    return nonce;
}

}  // namespace

SealKey SealKey::fromSeed(const Bytes& seed) {
    if (seed.size() != crypto_box_SEEDBYTES)
        std::abort();
    SealKey out{Bytes(crypto_box_SECRETKEYBYTES, '\0'), Bytes(crypto_box_PUBLICKEYBYTES, '\0')};
    crypto_box_seed_keypair(raw(out.publicKey), raw(out.secret), raw(std::string_view(seed)));
    return out;
}

/// Byte for byte what crypto_box_seal makes; its key pair of one use comes from our own door to chance.
Bytes sealTo(std::string_view publicKey, std::string_view message, Random& random) {
    if (publicKey.size() != kSealKeyBytes)
        return {};
    const SealKey once = SealKey::fromSeed(random.bytes(crypto_box_SEEDBYTES));
    Bytes box(message.size() + crypto_box_MACBYTES, '\0');
    const Bytes nonce = sealNonce(once.publicKey, publicKey);
    if (crypto_box_easy(raw(box), raw(message), message.size(), raw(std::string_view(nonce)), raw(publicKey),
                        raw(std::string_view(once.secret))) != 0)
        return {};
    return once.publicKey + box;
}

std::optional<Bytes> openSealed(const SealKey& key, std::string_view sealed) {
    if (sealed.size() < crypto_box_SEALBYTES)
        return std::nullopt;
    Bytes out(sealed.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(raw(out), raw(sealed), sealed.size(), raw(std::string_view(key.publicKey)),
                             raw(std::string_view(key.secret))) != 0)
        return std::nullopt;
    return out;
}

struct SealedStream::State {
    crypto_secretstream_xchacha20poly1305_state stream;
};

/// Both directions begin in the same state, made of key and header; init_push would only draw the header
/// itself.
SealedStream::SealedStream(std::string_view key, std::string_view header)
    : m_state(std::make_unique<State>()) {
    if (key.size() != kKeyBytes || header.size() != kHeaderBytes)
        std::abort();
    crypto_secretstream_xchacha20poly1305_init_pull(&m_state->stream, raw(header), raw(key));
}

SealedStream::~SealedStream() {
    if (m_state)
        sodium_memzero(&m_state->stream, sizeof m_state->stream);
}

SealedStream::SealedStream(SealedStream&&) noexcept = default;
SealedStream& SealedStream::operator=(SealedStream&&) noexcept = default;

Bytes SealedStream::push(std::string_view piece, Tag tag, std::string_view with) {
    Bytes out(piece.size() + kOverhead, '\0');
    crypto_secretstream_xchacha20poly1305_push(&m_state->stream, raw(out), nullptr, raw(piece), piece.size(),
                                               raw(with), with.size(), static_cast<unsigned char>(tag));
    return out;
}

std::optional<std::pair<Bytes, SealedStream::Tag>> SealedStream::pull(std::string_view sealed,
                                                                      std::string_view with) {
    if (sealed.size() < kOverhead)
        return std::nullopt;
    Bytes out(sealed.size() - kOverhead, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&m_state->stream, raw(out), nullptr, &tag, raw(sealed),
                                                   sealed.size(), raw(with), with.size()) != 0)
        return std::nullopt;
    if (tag != static_cast<unsigned char>(Tag::GoesOn) && tag != static_cast<unsigned char>(Tag::Ends) &&
        tag != static_cast<unsigned char>(Tag::Last))
        return std::nullopt;
    return std::pair(std::move(out), static_cast<Tag>(tag));
}

}  // namespace fayi
