// SPDX-License-Identifier: Apache-2.0
#include "fayi/merge/path.h"

namespace fayi::merge {
namespace {

/// Replaces the item part of a path if it begins with `from`.
std::string replaceItem(std::string_view text, std::string_view from, std::string_view to) {
    const std::size_t mark = text.find_first_of("/:");
    if (mark == std::string_view::npos || text.substr(mark + 1, from.size()) != from)
        return std::string(text);
    std::string out(text.substr(0, mark + 1));
    out += to;
    out += text.substr(mark + 1 + from.size());
    return out;
}

}  // namespace

std::string Path::text() const {
    switch (kind) {
        case Kind::Field:
            return field;
        case Kind::Item:
            return field + "/" + item;
        case Kind::ItemField:
            return field + "/" + item + "/" + within;
        case Kind::Member:
            return field + ":" + item;
    }
    return field;
}

Path parsePath(std::string_view text) {
    const std::size_t mark = text.find_first_of("/:");
    Path out;
    out.field = text.substr(0, mark);
    if (mark == std::string_view::npos)
        return out;
    const std::string_view rest = text.substr(mark + 1);
    if (text[mark] == ':') {
        out.kind = Path::Kind::Member;
        out.item = rest;
        return out;
    }
    const std::size_t slash = rest.find('/');
    out.item = rest.substr(0, slash);
    out.kind = slash == std::string_view::npos ? Path::Kind::Item : Path::Kind::ItemField;
    if (slash != std::string_view::npos)
        out.within = rest.substr(slash + 1);
    return out;
}

std::string itemName(Dot dot, std::size_t n) {
    return toText(dot) + "." + std::to_string(n);
}

std::string resolvePath(std::string_view path, Dot dot) {
    return replaceItem(path, "~", toText(dot) + ".");
}

std::string relativePath(std::string_view path, Dot dot) {
    return replaceItem(path, toText(dot) + ".", "~");
}

}  // namespace fayi::merge
