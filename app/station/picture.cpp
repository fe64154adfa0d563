// SPDX-License-Identifier: Apache-2.0
#include "picture.h"

#include "fayi/base/limits.h"
#include "fayi/blobs/media.h"

namespace fayi::station {
namespace {

void sayNothing(int, const char*, va_list) {}

}  // namespace

/// The size is read from the headers first: what would not fit into memory is not decoded.
Picture pictureOf(std::string_view bytes) {
    const auto size = blobs::imageSizeOf(bytes);
    if (!size || size->pixels() > limits::kImagePixels)
        return {nullptr, &gdImageDestroy};
    gdSetErrorMethod(&sayNothing);
    void* const data = const_cast<char*>(bytes.data());  // libgd reads only
    const int count = static_cast<int>(bytes.size());
    const bool png = blobs::mediaOf(bytes) == "image/png";
    return {png ? gdImageCreateFromPngPtr(count, data) : gdImageCreateFromJpegPtr(count, data),
            &gdImageDestroy};
}

}  // namespace fayi::station
