// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fayi::blobs {

/// Bytes of a blob from `first` to `last`, both included.
struct Range {
    std::uint64_t first = 0, last = 0;
    std::uint64_t count() const { return last - first + 1; }
    bool operator==(const Range&) const = default;
};

/// What a Range header asks of a blob of `total` bytes (RFC 9110 §14.2).
struct Asked {
    enum class Kind {
        Whole,  ///< nothing we understand, or several ranges: such a header may be ignored
        Part,   ///< `range`, within the blob
        Unsatisfiable
    };
    Kind kind = Kind::Whole;
    Range range;
};
Asked parseRange(std::string_view header, std::uint64_t total);

/// A Content-Range header (RFC 9110 §14.4): "bytes 0-99/1000", or "bytes */1000" without a range.
struct ContentRange {
    std::optional<Range> range;
    std::uint64_t total = 0;
    bool operator==(const ContentRange&) const = default;
};
/// Nothing: it is no such header, or its range does not lie within its total.
std::optional<ContentRange> parseContentRange(std::string_view header);
std::string toText(const ContentRange& range);

}  // namespace fayi::blobs
