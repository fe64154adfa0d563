// SPDX-License-Identifier: Apache-2.0
#include "thumbnail.h"

#include <algorithm>

#include "fayi/base/limits.h"
#include "fayi/blobs/media.h"
#include "picture.h"

namespace fayi::station {
namespace {

/// Tried in turn until it is small enough.
constexpr int kQualities[] = {75, 50, 25};

/// On white: a JPEG has no transparency.
Picture scaled(const Picture& image) {
    const int width = gdImageSX(image.get()), height = gdImageSY(image.get());
    const int longest = std::max(width, height);
    const auto shrunk = [longest](int side) { return std::max(1, side * limits::kThumbnailSide / longest); };
    Picture out(gdImageCreateTrueColor(shrunk(width), shrunk(height)), &gdImageDestroy);
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
    if (!size || (small && picture.size() <= limits::kThumbnailBytes))
        return std::nullopt;
    const Picture image = pictureOf(picture);
    if (!image)
        return std::nullopt;
    const Picture little = scaled(image);
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
