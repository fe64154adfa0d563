// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "fayi/net/http_server.h"

namespace fayi::net {

std::optional<ListenOptions> listenOn(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return std::nullopt;
    ListenOptions out;
    out.address = text.substr(0, colon);
    if (out.address.size() > 2 && out.address.front() == '[' && out.address.back() == ']')
        out.address = out.address.substr(1, out.address.size() - 2);
    const char* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data() + colon + 1, end, out.port);
    return failure == std::errc() && stop == end ? std::optional(out) : std::nullopt;
}

}  // namespace fayi::net
