// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

#include "fayi/base/text.h"

namespace fayi {

/// What kind of failure it is: decides the exit code and whether trying again can help.
enum class ErrorCode {
    Usage,        ///< the caller asked for something that does not exist or makes no sense
    NotFound,     ///< a record, person or file that is not there
    Validation,   ///< bad content; nothing was written
    Unreachable,  ///< the other side cannot be reached now; safe to repeat
    Refused,      ///< the hub refuses this station, person or code
    Damaged,      ///< a store that is broken
    TooNew,       ///< a store or peer newer than this program
    Io,           ///< disk, memory or operating system
    Full,         ///< no space left on the device
    Internal,     ///< a bug
};

/// A failure: its kind and what to tell the user, in both languages. Context is put in front on the way up.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    Text message;

    /// The same failure seen from one level up: "reading members.csv: …".
    [[nodiscard]] Error within(const Text& context) const {
        return {code, {context.zh + "：" + message.zh, context.en + ": " + message.en}};
    }
};

/// A value or an Error. Reading the wrong one is a bug and ends the program.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return ok() ? std::get<0>(m_state) : fail(); }
    const T& value() const& { return ok() ? std::get<0>(m_state) : const_cast<Result*>(this)->fail(); }
    T&& value() && { return std::move(ok() ? std::get<0>(m_state) : fail()); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const {
        if (ok())
            std::abort();
        return std::get<1>(m_state);
    }

private:
    [[noreturn]] T& fail() { std::abort(); }
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}
    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error& error() const {
        if (m_ok)
            std::abort();
        return m_error;
    }

private:
    Error m_error;
    bool m_ok = true;
};

using Status = Result<void>;

}  // namespace fayi

/// Hands an Error upwards: FAYI_TRY(store.begin());
#define FAYI_TRY(expression)                            \
    do {                                                \
        if (auto fayiTry = (expression); !fayiTry.ok()) \
            return fayiTry.error();                     \
    } while (false)

#define FAYI_CONCAT_(a, b) a##b
#define FAYI_CONCAT(a, b) FAYI_CONCAT_(a, b)

/// Binds the value or hands the Error upwards: FAYI_LET(record, store.get(id));
#define FAYI_LET(name, expression)                      \
    auto FAYI_CONCAT(fayiLet, __LINE__) = (expression); \
    if (!FAYI_CONCAT(fayiLet, __LINE__).ok())           \
        return FAYI_CONCAT(fayiLet, __LINE__).error();  \
    auto name = std::move(FAYI_CONCAT(fayiLet, __LINE__)).value()
