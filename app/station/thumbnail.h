// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "fayi/base/ids.h"

namespace fayi::station {

/// A small JPEG of a picture, its longest side at most limits::kThumbnailSide, its bytes at most
/// limits::kThumbnailBytes. Nothing: it is no JPEG or PNG, it cannot be decoded, it has more than
/// limits::kImagePixels, or it is that small itself.
std::optional<Bytes> thumbnailOf(std::string_view picture);

}  // namespace fayi::station
