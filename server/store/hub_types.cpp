// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/hub_types.h"

namespace fayi::hub {

std::string joinCodes(const std::vector<std::string>& codes) {
    std::string out;
    for (const std::string& code : codes)
        out += (out.empty() ? "" : ",") + code;
    return out;
}

std::vector<std::string> splitCodes(std::string_view joined) {
    std::vector<std::string> out;
    while (!joined.empty()) {
        const std::size_t comma = joined.find(',');
        out.emplace_back(joined.substr(0, comma));
        joined = comma == std::string_view::npos ? std::string_view() : joined.substr(comma + 1);
    }
    return out;
}

}  // namespace fayi::hub
