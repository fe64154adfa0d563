// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "fayi/schema/paper.h"

namespace fayi::schema {
namespace {

Error unclear(std::string_view place) {
    const std::string shown(place);
    return {ErrorCode::Validation,
            {"{" + shown + "} 的写法不对", "{" + shown + "} is not written as it must be"}};
}

std::optional<PaperPlace::Format> formatOf(std::string_view word) {
    if (word == "capital")
        return PaperPlace::Format::Capital;
    if (word == "chinese")
        return PaperPlace::Format::Chinese;
    return word == "ticks" ? std::optional(PaperPlace::Format::Ticks) : std::nullopt;
}

/// What stands between the braces: NAME, NAME.NAME, either followed by |FORMAT.
Result<PaperPlace> placeOf(std::string_view inside) {
    PaperPlace place;
    std::string_view rest = inside;
    if (const auto bar = rest.find('|'); bar != std::string_view::npos) {
        const auto format = formatOf(rest.substr(bar + 1));
        if (!format)
            return unclear(inside);
        place.format = *format;
        rest = rest.substr(0, bar);
    }
    if (const auto dot = rest.find('.'); dot != std::string_view::npos) {
        place.linked = std::string(rest.substr(dot + 1));
        rest = rest.substr(0, dot);
        if (place.linked.empty())
            return unclear(inside);
    }
    place.name = std::string(rest);
    if (place.name.empty())
        return unclear(inside);
    return place;
}

}  // namespace

Result<std::vector<PaperPiece>> piecesOf(std::string_view text) {
    std::vector<PaperPiece> out;
    while (!text.empty()) {
        const auto open = text.find('{');
        PaperPiece piece{std::string(text.substr(0, open)), std::nullopt};
        if (open == std::string_view::npos) {
            out.push_back(std::move(piece));
            break;
        }
        const auto close = text.find('}', open);
        if (close == std::string_view::npos)
            return unclear(text.substr(open + 1));
        FAYI_LET(place, placeOf(text.substr(open + 1, close - open - 1)));
        piece.place = std::move(place);
        out.push_back(std::move(piece));
        text = text.substr(close + 1);
    }
    return out;
}

}  // namespace fayi::schema
