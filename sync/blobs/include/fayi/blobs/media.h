// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "fayi/base/text.h"

namespace fayi::blobs {

/// As many bytes of a file as mediaOf() looks at.
inline constexpr std::size_t kMagicBytes = 4096;

/// The media type of a file by its first bytes, whatever its name says; "application/octet-stream" where they
/// say nothing.
std::string_view mediaOf(std::string_view beginning);

/// Why files of this type are not taken as attachments; empty: they are. What would run on the computer of
/// whoever opens it is refused: programs, scripts, shortcuts, web pages.
Text whyRefused(std::string_view media);

struct ImageSize {
    std::uint64_t width = 0, height = 0;  ///< each below 2^32
    std::uint64_t pixels() const { return width * height; }
};
/// Of a JPEG or PNG, read from its headers alone; nothing: it is none, or they are broken.
std::optional<ImageSize> imageSizeOf(std::string_view bytes);

}  // namespace fayi::blobs
