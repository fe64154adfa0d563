// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gd.h>

#include <memory>
#include <string_view>

namespace fayi::station {

using Picture = std::unique_ptr<gdImageStruct, decltype(&gdImageDestroy)>;

/// A JPEG or PNG, decoded. Null: it is neither, it has more than limits::kImagePixels, or it is broken. The
/// one place where pictures from outside are decoded.
Picture pictureOf(std::string_view bytes);

}  // namespace fayi::station
