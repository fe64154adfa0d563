// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QtGlobal>
#include <utility>

#include "fayi/base/result.h"

namespace fayi::testing {

/// The value; an error ends the program with its words.
template <typename T>
T must(Result<T> result) {
    if (!result.ok())
        qFatal("%s", result.error().message.en.c_str());
    return std::move(result).value();
}

}  // namespace fayi::testing
