// SPDX-License-Identifier: Apache-2.0
#include "fayi/blobs/media.h"

#include <gtest/gtest.h>

namespace fayi::blobs {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPng = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x01\x2C\0\0\0\xC8\x08\x02\0\0\0"sv;
/// An application segment, then a frame of 100 by 80.
constexpr std::string_view kJpeg =
    "\xFF\xD8\xFF\xE0\0\x04JF\xFF\xC0\0\x11\x08\0\x50\0\x64\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"sv;

TEST(Media, IsToldByTheFirstBytes) {
    EXPECT_EQ(mediaOf(kPng), "image/png");
    EXPECT_EQ(mediaOf(kJpeg), "image/jpeg");
    EXPECT_EQ(mediaOf("%PDF-1.7\n"), "application/pdf");
    EXPECT_EQ(mediaOf("#!AMR\n"), "audio/amr");
    EXPECT_EQ(mediaOf("PK\x03\x04..........word/document.xml"),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(mediaOf("PK\x03\x04..........OFD.xml"), "application/ofd");
    EXPECT_EQ(mediaOf("PK\x03\x04..........photo.jpg"), "application/zip");
}

TEST(Media, OfTextIsToldByHavingNoControlCharacters) {
    EXPECT_EQ(mediaOf("调解笔录\n第一项"), "text/plain");
    EXPECT_EQ(mediaOf("调解笔录"sv.substr(0, 11)), "text/plain")
        << "the beginning may end within a character";
    EXPECT_EQ(mediaOf("\xEF\xBB\xBF<?xml version=\"1.0\"?>"), "text/xml");
    EXPECT_EQ(mediaOf("\x01\x02\x03"), "application/octet-stream");
    EXPECT_EQ(mediaOf(""), "application/octet-stream");
    EXPECT_EQ(mediaOf("\xB7\xA8\xC2\xC9"), "application/octet-stream") << "another encoding";
}

TEST(Media, ThatRunsIsRefused) {
    for (const std::string_view bytes :
         {"MZ\x90\0"sv,
          "\x7F"
          "ELF\x02"sv,
          "#!/bin/sh\n"sv, "  <!DOCTYPE HTML><p>"sv, "<script>alert(1)</script>"sv, "@ECHO OFF\r\n"sv,
          "PK\x03\x04......AndroidManifest.xml"sv, "L\0\0\0\x01\x14\x02\0"sv}) {
        const Text why = whyRefused(mediaOf(bytes));
        EXPECT_FALSE(why.zh.empty()) << mediaOf(bytes);
        EXPECT_FALSE(why.en.empty()) << mediaOf(bytes);
    }
    for (const std::string_view bytes : {kPng, kJpeg, "%PDF-1.4"sv, "笔录"sv, "\x01\x02"sv})
        EXPECT_TRUE(whyRefused(mediaOf(bytes)).zh.empty()) << mediaOf(bytes);
}

TEST(ImageSize, IsReadFromTheHeadersAlone) {
    EXPECT_EQ(imageSizeOf(kPng)->width, 300U);
    EXPECT_EQ(imageSizeOf(kPng)->height, 200U);
    EXPECT_EQ(imageSizeOf(kJpeg)->width, 100U);
    EXPECT_EQ(imageSizeOf(kJpeg)->height, 80U);
}

TEST(ImageSize, OfABrokenPictureIsNone) {
    for (std::size_t cut = 0; cut < 24; ++cut)
        EXPECT_FALSE(imageSizeOf(kPng.substr(0, cut))) << cut;
    for (std::size_t cut = 0; cut < 17; ++cut)
        EXPECT_FALSE(imageSizeOf(kJpeg.substr(0, cut))) << cut;
    EXPECT_FALSE(imageSizeOf("%PDF-1.7"));
    EXPECT_FALSE(imageSizeOf("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\0\0\0\0\xC8"sv)) << "without a width";
}

}  // namespace
}  // namespace fayi::blobs
