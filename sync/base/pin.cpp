// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/pin.h"

#include <sodium.h>

#include <array>
#include <cerrno>

namespace fayi {
namespace {

Error noMemory() {
    return {ErrorCode::Io,
            {"内存不足，暂时无法核对 PIN，请关闭一些程序再试",
             "there is not enough memory to check a PIN; close some programs and try again"}};
}

/// Before the first use, whatever else of libsodium was used.
bool isReady() {
    return sodium_init() >= 0;
}

}  // namespace

Result<std::string> pinVerifier(std::string_view pin) {
    const std::size_t points = lengthOf(pin);
    if (!isUtf8(pin) || points < kPinLeast || points > kPinMost)
        return Error{
            ErrorCode::Usage,
            {"PIN 要有 " + std::to_string(kPinLeast) + " 到 " + std::to_string(kPinMost) + " 个字符",
             "a PIN has " + std::to_string(kPinLeast) + " to " + std::to_string(kPinMost) + " characters"}};
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (!isReady() || crypto_pwhash_str(out.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_MODERATE,
                                        crypto_pwhash_MEMLIMIT_MODERATE) != 0)
        return noMemory();
    return std::string(out.data());
}

Result<bool> isPin(const std::string& verifier, std::string_view pin) {
    if (!isReady())
        return noMemory();
    errno = 0;
    if (crypto_pwhash_str_verify(verifier.c_str(), pin.data(), pin.size()) == 0)
        return true;
    if (errno == ENOMEM)
        return noMemory();
    return false;
}

}  // namespace fayi
