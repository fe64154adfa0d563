// SPDX-License-Identifier: Apache-2.0
// The one file that sees libgd.
#include "thumbnail.h"

#include <gd.h>

#include <algorithm>
#include <memory>

#include "fayi/base/limits.h"
#include "fayi/blobs/media.h"

namespace fayi::station {
namespace {

using Image = std::unique_ptr<gdImageStruct, decltype(&gdImageDestroy)>;

/// Tried in turn until it is small enough.
constexpr int kQualities[] = {75, 50, 25};

void sayNothing(int, const char*, va_list) {}

Image decode(std::string_view picture) {
    void* const bytes = const_cast<char*>(picture.data());  // libgd reads only
    const int count = static_cast<int>(picture.size());
    const bool png = blobs::mediaOf(picture) == "image/png";
    return {png ? gdImageCreateFromPngPtr(count, bytes) : gdImageCreateFromJpegPtr(count, bytes),
            &gdImageDestroy};
}

/// On white: a JPEG has no transparency.
Image scaled(const Image& image) {
    const int width = gdImageSX(image.get()), height = gdImageSY(image.get());
    const int longest = std::max(width, height);
    const auto shrunk = [longest](int side) { return std::max(1, side * limits::kThumbnailSide / longest); };
    Image out(gdImageCreateTrueColor(shrunk(width), shrunk(height)), &gdImageDestroy);
    if (!out)
        return out;
    gdImageFilledRectangle(out.get(), 0, 0, gdImageSX(out.get()), gdImageSY(out.get()),
                           gdTrueColor(255, 255, 255));
    gdImageCopyResampled(out.get(), image.get(), 0, 0, 0, 0, gdImageSX(out.get()), gdImageSY(out.get()),
                         width, height);
    return out;
}

}  // namespace

std::optional<Bytes> thumbnailOf(std::string_view picture) {
    const auto size = blobs::imageSizeOf(picture);
    constexpr std::uint32_t kSide = limits::kThumbnailSide;
    const bool small = size && size->width <= kSide && size->height <= kSide;
    if (!size || size->pixels() > limits::kImagePixels ||
        (small && picture.size() <= limits::kThumbnailBytes))
        return std::nullopt;
    gdSetErrorMethod(&sayNothing);
    const Image image = decode(picture);
    if (!image)
        return std::nullopt;
    const Image little = scaled(image);
    for (const int quality : kQualities) {
        int count = 0;
        void* const bytes = little ? gdImageJpegPtr(little.get(), &count, quality) : nullptr;
        if (bytes == nullptr)
            return std::nullopt;
        Bytes out(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
        gdFree(bytes);
        if (out.size() <= limits::kThumbnailBytes)
            return out;
    }
    return std::nullopt;
}

}  // namespace fayi::station
