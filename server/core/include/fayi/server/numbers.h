// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"

/// Official numbers such as 〔2026〕12号: reserved in blocks for stations, which give them without a network.
namespace fayi::hub {

struct NumberQuestion {
    int year = 0;      ///< 0: all
    std::string kind;  ///< empty: all
    std::string org;   ///< empty: all
};

/// [{"org","name","kind","year","reserved","used","gaps":[{"from","to","reason"}],
/// "twice":[{"number","text","records"}]}], a line for each series. A gap is a reserved number that no record
/// which counts carries, with the reason why.
Result<Json> listNumbers(Context& context, const NumberQuestion& question, Language language);

}  // namespace fayi::hub
