// SPDX-License-Identifier: Apache-2.0
// The one file that sees ZXing.
#include "fayi/station/invitation.h"

#define ZX_USE_UTF8  // what a code says comes as UTF-8; with ZXing 2 it always does
#include <ZXing/ReadBarcode.h>

#include "fayi/base/files.h"
#include "fayi/base/limits.h"
#include "fayi/base/text.h"
#include "fayi/blobs/media.h"
#include "fayi/protocol/bundle.h"
#include "picture.h"

namespace fayi::station {
namespace {

/// More codes than that are on no sheet that somebody was given.
constexpr std::uint8_t kMostCodes = 8;

/// The brightness of each pixel; what is transparent lies on white.
std::vector<std::uint8_t> brightnessOf(const gdImageStruct& image) {
    const int width = gdImageSX(&image), height = gdImageSY(&image);
    auto* const readable = const_cast<gdImageStruct*>(&image);  // libgd reads only
    std::vector<std::uint8_t> out;
    out.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int colour = gdImageGetTrueColorPixel(readable, x, y);
            const int clear = gdTrueColorGetAlpha(colour);
            const int grey = (306 * gdTrueColorGetRed(colour) + 601 * gdTrueColorGetGreen(colour) +
                              117 * gdTrueColorGetBlue(colour)) >>
                             10;
            out.push_back(
                static_cast<std::uint8_t>((grey * (gdAlphaMax - clear) + 255 * clear) / gdAlphaMax));
        }
    return out;
}

/// What the QR codes of a picture say.
std::vector<std::string> codesIn(const gdImageStruct& image) {
    const auto brightness = brightnessOf(image);
    const ZXing::ImageView view(brightness.data(), gdImageSX(&image), gdImageSY(&image),
                                ZXing::ImageFormat::Lum);
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode).setMaxNumberOfSymbols(kMostCodes);
    std::vector<std::string> out;
    for (const ZXing::Result& code : ZXing::ReadBarcodes(view, hints))
        if (code.isValid())
            out.push_back(code.text());
    return out;
}

Result<Invitation> inPicture(std::string_view bytes) {
    const auto size = blobs::imageSizeOf(bytes);
    if (size && size->pixels() > limits::kImagePixels)
        return Error{ErrorCode::Usage,
                     {"这张图片太大，请裁小一些再试", "this picture is too large; cut it to what matters"}};
    const Picture picture = pictureOf(bytes);
    if (!picture)
        return Error{ErrorCode::Validation,
                     {"这张图片读不出来，可能没有拷贝完整",
                      "this picture cannot be read; perhaps it was not copied whole"}};
    std::vector<std::string> codes;
    try {
        codes = codesIn(*picture);
    } catch (const std::exception&) {
        codes.clear();  // a code that the library cannot take apart is none that we can read
    }
    if (codes.empty())
        return Error{ErrorCode::NotFound,
                     {"这张图片里没有看到二维码。请正对着拍，拍近一些、清楚一些",
                      "no QR code is seen in this picture; photograph it straight on, near and sharp"}};
    for (const std::string& code : codes)
        if (protocol::isInvitation(code))
            return protocol::invitationFrom(code);
    return Error{
        ErrorCode::NotFound,
        {"图片里的二维码不是区县的邀请", "the QR code in this picture is no invitation of a district"}};
}

/// A file of `enrol-code --file` is for computers without a network, and may keep the hub's address.
Result<Invitation> inEnrolFile(const protocol::EnrolFile& file) {
    const Invitation out{file.server, file.code};
    if (protocol::toUri(out).ok())
        return out;
    return Error{ErrorCode::NotFound,
                 {"这是给没有网络的电脑用的加入文件，请用 fayi-station enrol --file",
                  "this enrolment file is for a computer without a network: fayi-station enrol --file"}};
}

}  // namespace

Result<Invitation> invitationOf(std::string_view content) {
    if (blobs::mediaOf(content).starts_with("image/"))
        return inPicture(content);
    if (!isUtf8(content))
        return Error{ErrorCode::NotFound,
                     {"这个文件不是图片（PNG、JPEG），也不是文字",
                      "this file is neither a picture (PNG, JPEG) nor a text"}};
    if (content.size() <= protocol::kInvitationTextBytes)
        if (const auto file = protocol::enrolFileFrom(content))
            return inEnrolFile(*file);
    return protocol::invitationIn(content);
}

bool mayHoldInvitation(std::string_view text) {
    const auto found = protocol::invitationIn(text);
    return found.ok() ||
           (found.error().code != ErrorCode::NotFound && found.error().code != ErrorCode::Usage);
}

Result<Invitation> readInvitation(const std::filesystem::path& file) {
    std::error_code failure;
    const std::uintmax_t bytes = std::filesystem::file_size(file, failure);
    if (!failure && bytes > kInvitationFileBytes)
        return Error{ErrorCode::Usage,
                     {"这个文件太大，不会是邀请", "this file is too large to be an invitation"}};
    const auto content = failure ? Result<Bytes>(Error{ErrorCode::NotFound, {}})
                                 : readAt(file, 0, static_cast<std::size_t>(bytes));
    if (!content)
        return Error{ErrorCode::NotFound,
                     {"读不了这个文件：" + file.string(), "this file cannot be read: " + file.string()}};
    return invitationOf(*content);
}

}  // namespace fayi::station
