// SPDX-License-Identifier: Apache-2.0
#include "fayi/blobs/ranges.h"

#include <algorithm>
#include <charconv>

namespace fayi::blobs {
namespace {

constexpr std::string_view kUnit = "bytes";

/// A number at the beginning of `text`, which is cut off it.
std::optional<std::uint64_t> takeNumber(std::string_view& text) {
    std::uint64_t out = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (failure != std::errc() || end == text.data())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return out;
}

bool take(std::string_view& text, std::string_view beginning) {
    if (!text.starts_with(beginning))
        return false;
    text.remove_prefix(beginning.size());
    return true;
}

}  // namespace

Asked parseRange(std::string_view header, std::uint64_t total) {
    if (!take(header, kUnit) || !take(header, "="))
        return {};
    if (take(header, "-")) {
        const auto suffix = takeNumber(header);
        if (!suffix || !header.empty())
            return {};
        if (*suffix == 0 || total == 0)
            return {Asked::Kind::Unsatisfiable, {}};
        return {Asked::Kind::Part, {total - std::min(total, *suffix), total - 1}};
    }
    const auto first = takeNumber(header);
    if (!first || !take(header, "-"))
        return {};
    const auto last = takeNumber(header);
    if (!header.empty() || (last && *last < *first))
        return {};
    if (*first >= total)
        return {Asked::Kind::Unsatisfiable, {}};
    return {Asked::Kind::Part, {*first, std::min(last.value_or(total - 1), total - 1)}};
}

std::optional<ContentRange> parseContentRange(std::string_view header) {
    ContentRange out;
    if (!take(header, kUnit) || !take(header, " "))
        return std::nullopt;
    if (!take(header, "*")) {
        const auto first = takeNumber(header);
        if (!first || !take(header, "-"))
            return std::nullopt;
        const auto last = takeNumber(header);
        if (!last || *last < *first)
            return std::nullopt;
        out.range = Range{*first, *last};
    }
    if (!take(header, "/"))
        return std::nullopt;
    const auto total = takeNumber(header);
    if (!total || !header.empty() || (out.range && out.range->last >= *total))
        return std::nullopt;
    out.total = *total;
    return out;
}

std::string toText(const ContentRange& range) {
    const std::string part =
        range.range ? std::to_string(range.range->first) + "-" + std::to_string(range.range->last) : "*";
    return std::string(kUnit) + " " + part + "/" + std::to_string(range.total);
}

}  // namespace fayi::blobs
