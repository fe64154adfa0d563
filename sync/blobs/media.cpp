// SPDX-License-Identifier: Apache-2.0
#include "fayi/blobs/media.h"

#include <algorithm>
#include <array>

#include "fayi/base/big_endian.h"

namespace fayi::blobs {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUnknown = "application/octet-stream";
constexpr std::string_view kZip = "application/zip";

/// Bytes at a place that tell a type. The first line that fits counts.
struct Sign {
    std::size_t at;
    std::string_view bytes;
    std::string_view media;
};
constexpr std::array kSigns{
    Sign{0, "\xFF\xD8\xFF"sv, "image/jpeg"},
    Sign{0, "\x89PNG\r\n\x1A\n"sv, "image/png"},
    Sign{0, "GIF8"sv, "image/gif"},
    Sign{8, "WEBP"sv, "image/webp"},
    Sign{0, "BM"sv, "image/bmp"},
    Sign{0, "II*\0"sv, "image/tiff"},
    Sign{0, "MM\0*"sv, "image/tiff"},
    Sign{4, "ftypheic"sv, "image/heic"},
    Sign{4, "ftypheix"sv, "image/heic"},
    Sign{4, "ftypmif1"sv, "image/heif"},
    Sign{4, "ftypqt"sv, "video/quicktime"},
    Sign{4, "ftypM4A"sv, "audio/mp4"},
    Sign{4, "ftyp3gp"sv, "video/3gpp"},
    Sign{4, "ftyp"sv, "video/mp4"},
    Sign{8, "AVI "sv, "video/x-msvideo"},
    Sign{0, "\x1A\x45\xDF\xA3"sv, "video/webm"},
    Sign{8, "WAVE"sv, "audio/wav"},
    Sign{0, "ID3"sv, "audio/mpeg"},
    Sign{0, "\xFF\xFB"sv, "audio/mpeg"},
    Sign{0, "#!AMR"sv, "audio/amr"},
    Sign{0, "OggS"sv, "audio/ogg"},
    Sign{0, "%PDF-"sv, "application/pdf"},
    Sign{0, "{\\rtf"sv, "application/rtf"},
    Sign{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "application/x-ole-storage"},  // .doc, .xls, .wps
    Sign{0, "PK\x03\x04"sv, kZip},
    Sign{0, "Rar!\x1A\x07"sv, "application/vnd.rar"},
    Sign{0, "7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed"},
    Sign{0, "\x1F\x8B"sv, "application/gzip"},
    Sign{0, "MZ"sv, "application/x-msdownload"},
    Sign{0,
         "\x7F"
         "ELF"sv,
         "application/x-executable"},
    Sign{0, "\xCF\xFA\xED\xFE"sv, "application/x-mach-binary"},
    Sign{0, "\xCA\xFE\xBA\xBE"sv, "application/x-mach-binary"},
    Sign{0, "dex\n"sv, "application/x-executable"},
    Sign{0, "L\0\0\0\x01\x14\x02\0"sv, "application/x-ms-shortcut"},
    Sign{0, "#!"sv, "text/x-script"},
};

/// What tells the documents that are a ZIP archive: the name of an entry near its beginning.
constexpr std::array kArchives{
    Sign{0, "word/"sv, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    Sign{0, "xl/"sv, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Sign{0, "ppt/"sv, "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    Sign{0, "OFD.xml"sv, "application/ofd"},
    Sign{0, "mimetypeapplication/vnd.oasis"sv, "application/vnd.oasis.opendocument"},
    Sign{0, "AndroidManifest.xml"sv, "application/vnd.android.package-archive"},
    Sign{0, "META-INF/MANIFEST.MF"sv, "application/java-archive"},
};

bool isLetterOf(char c, char lower) {
    return c == lower || c == static_cast<char>(lower - 'a' + 'A');
}

/// ASCII case ignored; `word` is lower case.
bool beginsWithWord(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char lower, char c) {
               return lower >= 'a' && lower <= 'z' ? isLetterOf(c, lower) : c == lower;
           });
}

/// Text, told by having no control characters; a character that is cut in two at the end is let pass.
std::string_view mediaOfText(std::string_view beginning) {
    std::string_view text = beginning;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const std::string_view shown = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    for (const std::string_view word : {"<!doctype html"sv, "<html"sv, "<head"sv, "<script"sv, "<hta"sv})
        if (beginsWithWord(shown, word))
            return "text/html";
    if (beginsWithWord(shown, "@echo off"))
        return "text/x-script";
    const bool binary = std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f';
    });
    if (text.empty() || binary)
        return kUnknown;
    for (std::size_t cut = 0; cut < 4 && cut < text.size(); ++cut)
        if (isUtf8(text.substr(0, text.size() - cut)))
            return beginsWithWord(shown, "<?xml") ? "text/xml" : "text/plain";
    return kUnknown;
}

/// IHDR comes first (ISO/IEC 15948, 5.6).
std::optional<ImageSize> sizeOfPng(std::string_view bytes) {
    constexpr std::size_t kHeader = 24;
    if (bytes.size() < kHeader || bytes.substr(12, 4) != "IHDR")
        return std::nullopt;
    return ImageSize{fromBigEndian(bytes.substr(16, 4)), fromBigEndian(bytes.substr(20, 4))};
}

/// The first frame header (ITU-T T.81, B.2.2), over the segments before it.
std::optional<ImageSize> sizeOfJpeg(std::string_view bytes) {
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (static_cast<unsigned char>(bytes[at]) != 0xFF)
            return std::nullopt;
        if (marker == 0xFF) {  // fill
            ++at;
            continue;
        }
        const std::uint64_t length = fromBigEndian(bytes.substr(at + 2, 2));
        const bool frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && length >= 7 && at + 9 <= bytes.size())
            return ImageSize{fromBigEndian(bytes.substr(at + 7, 2)), fromBigEndian(bytes.substr(at + 5, 2))};
        if (frame || length < 2 || marker == 0xDA)
            return std::nullopt;
        at += 2 + length;
    }
    return std::nullopt;
}

}  // namespace

std::string_view mediaOf(std::string_view beginning) {
    beginning = beginning.substr(0, kMagicBytes);
    for (const Sign& sign : kSigns) {
        if (beginning.size() < sign.at || !beginning.substr(sign.at).starts_with(sign.bytes))
            continue;
        if (sign.media != kZip)
            return sign.media;
        for (const Sign& archive : kArchives)
            if (beginning.find(archive.bytes) != std::string_view::npos)
                return archive.media;
        return kZip;
    }
    return mediaOfText(beginning);
}

Text whyRefused(std::string_view media) {
    static constexpr std::array kRuns{"application/x-msdownload"sv,
                                      "application/x-executable"sv,
                                      "application/x-mach-binary"sv,
                                      "application/vnd.android.package-archive"sv,
                                      "application/java-archive"sv,
                                      "application/x-ms-shortcut"sv,
                                      "text/x-script"sv};
    if (media == "text/html")
        return {
            "网页不能作为附件：打开时会运行其中的程序；请另存为 PDF 或图片",
            "a web page is not taken as an attachment: what is in it would run when it is opened; save it "
            "as a PDF or a picture"};
    if (std::ranges::find(kRuns, media) != kRuns.end())
        return {"程序、脚本和快捷方式不能作为附件",
                "programs, scripts and shortcuts are not taken as attachments"};
    return {};
}

std::optional<ImageSize> imageSizeOf(std::string_view bytes) {
    const std::string_view media = mediaOf(bytes);
    const auto size = media == "image/png"    ? sizeOfPng(bytes)
                      : media == "image/jpeg" ? sizeOfJpeg(bytes)
                                              : std::optional<ImageSize>();
    return size && size->width > 0 && size->height > 0 ? size : std::nullopt;
}

}  // namespace fayi::blobs
