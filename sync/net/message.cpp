// SPDX-License-Identifier: Apache-2.0
#include "fayi/net/message.h"

#include <algorithm>

namespace fayi::net {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalNames(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

const std::string* findHeader(const std::vector<Header>& headers, std::string_view name) {
    for (const Header& header : headers)
        if (equalNames(header.name, name))
            return &header.value;
    return nullptr;
}

std::string mediaType(std::string_view contentType) {
    contentType = contentType.substr(0, contentType.find(';'));
    const auto first = contentType.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    const auto last = contentType.find_last_not_of(" \t");
    std::string type(contentType.substr(first, last - first + 1));
    std::transform(type.begin(), type.end(), type.begin(), lower);
    return type;
}

}  // namespace fayi::net
