// SPDX-License-Identifier: Apache-2.0
// The one file of the hub that sees libqrencode and libgd.
#include "invitations.h"

#include <gd.h>
#include <gdfontg.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace fayi::hub {
namespace {

using Image = std::unique_ptr<gdImageStruct, decltype(&gdImageDestroy)>;
using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

// In pixels: sharp on a screen, a hand wide on paper at 300 dots an inch.
constexpr int kModule = 10;  ///< a side of the smallest square of the code
constexpr int kQuiet = 4;    ///< such squares around it that stay white (ISO/IEC 18004)
constexpr int kLetters = 2;  ///< how much larger the built-in letters are drawn
constexpr int kNarrowest = 640;

/// The words below the code, each line at most that long: an address goes on in the next one.
std::vector<std::string> wordsOf(const protocol::Invitation& invitation, const std::string& expires,
                                 std::size_t width) {
    std::vector<std::string> out;
    for (std::string line : {"Server " + invitation.server, "Code   " + invitation.code,
                             "Until  " + expires.substr(0, 10) + " " + expires.substr(11, 5)})
        for (; !line.empty(); line.erase(0, width))
            out.push_back(line.substr(0, width));
    return out;
}

Image blank(int width, int height) {
    Image out(gdImageCreateTrueColor(width, height), &gdImageDestroy);
    if (out)
        gdImageFilledRectangle(out.get(), 0, 0, width - 1, height - 1, gdTrueColor(255, 255, 255));
    return out;
}

void drawCode(const Image& onto, const QRcode& code, int left) {
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x)
            if (code.data[y * code.width + x] & 1) {
                const int at = left + x * kModule, down = (kQuiet + y) * kModule;
                gdImageFilledRectangle(onto.get(), at, down, at + kModule - 1, down + kModule - 1,
                                       gdTrueColor(0, 0, 0));
            }
}

void drawWords(const Image& onto, const std::vector<std::string>& words, int left, int top) {
    gdFont* const font = gdFontGetGiant();
    for (std::string line : words) {
        const int width = font->w * static_cast<int>(line.size());
        const Image small = blank(width, font->h);
        if (!small)
            return;
        gdImageString(small.get(), font, 0, 0, reinterpret_cast<unsigned char*>(line.data()),
                      gdTrueColor(0, 0, 0));
        gdImageCopyResized(onto.get(), small.get(), left, top, 0, 0, width * kLetters, font->h * kLetters,
                           width, font->h);
        top += (font->h + font->h / 2) * kLetters;
    }
}

Error cannotDraw() {
    return {ErrorCode::Internal, {"无法画出二维码", "the QR code cannot be drawn"}};
}

Result<Bytes> asPicture(const protocol::Invitation& invitation, const std::string& uri,
                        const std::string& expires) {
    const Code code(QRcode_encodeString8bit(uri.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return cannotDraw();
    const gdFont& font = *gdFontGetGiant();
    const int side = (code->width + 2 * kQuiet) * kModule, margin = kQuiet * kModule;
    const int width = std::max(side, kNarrowest);
    const auto words =
        wordsOf(invitation, expires, static_cast<std::size_t>((width - 2 * margin) / (font.w * kLetters)));
    const int lines = static_cast<int>(words.size()) * (font.h + font.h / 2) * kLetters;
    const Image sheet = blank(width, side + lines + margin);
    if (!sheet)
        return cannotDraw();
    drawCode(sheet, *code, (width - code->width * kModule) / 2);
    drawWords(sheet, words, margin, side);
    int count = 0;
    void* const bytes = gdImagePngPtr(sheet.get(), &count);
    if (bytes == nullptr)
        return cannotDraw();
    Bytes out(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
    gdFree(bytes);
    return out;
}

Bytes asText(const protocol::Invitation& invitation, const std::string& uri, const std::string& expires) {
    const std::string until = expires.substr(0, 10) + " " + expires.substr(11, 5);
    return "法驿：加入区县的邀请，只给一个人用。在窗口里按“打开邀请”，选这个文件。\n"
           "Fayi: an invitation to join a district, for one person. Press “Open an invitation” and choose "
           "this "
           "file.\n\n"
           "服务器 / Server: " +
           invitation.server + "\n注册码 / Code: " + invitation.code + "\n有效至 / Until: " + until + "\n\n" +
           uri + "\n";
}

}  // namespace

Result<InvitationForm> invitationFormOf(const std::string& file) {
    if (file.ends_with(".png"))
        return InvitationForm::Picture;
    if (file.ends_with(".txt"))
        return InvitationForm::Text;
    return Error{ErrorCode::Usage,
                 {"邀请的文件名应以 .png（二维码图片）或 .txt（文字）结尾：" + file,
                  "the name of an invitation ends in .png (a picture) or .txt (a text): " + file}};
}

Result<Bytes> written(const protocol::Invitation& invitation, const std::string& expires,
                      InvitationForm form) {
    FAYI_LET(uri, protocol::toUri(invitation));
    return form == InvitationForm::Picture ? asPicture(invitation, uri, expires)
                                           : Result<Bytes>(asText(invitation, uri, expires));
}

}  // namespace fayi::hub
