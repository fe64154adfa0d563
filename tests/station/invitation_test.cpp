// SPDX-License-Identifier: Apache-2.0
// An invitation as people get it: a picture, a photo of one, a text; and what is none.
#include "fayi/station/invitation.h"

#include <gd.h>
#include <qrencode.h>

#include <fstream>

#include "desk.h"
#include "fayi/base/limits.h"
#include "fayi/protocol/bundle.h"

namespace fayi::station {
namespace {

const Invitation kHers{"https://fayi.example.gov.cn", "4F7Q-9K2M-X3TD"};
const std::string kLine = "fayi:enrol?server=https://fayi.example.gov.cn&code=4F7Q-9K2M-X3TD";

/// A sheet in memory, drawn on by a test.
struct Sheet {
    gdImagePtr image;

    Sheet(int width, int height, int ground = gdTrueColor(255, 255, 255)) {
        image = gdImageCreateTrueColor(width, height);
        gdImageSaveAlpha(image, 1);
        gdImageAlphaBlending(image, 0);
        gdImageFilledRectangle(image, 0, 0, width - 1, height - 1, ground);
    }
    ~Sheet() { gdImageDestroy(image); }
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    Sheet& code(const std::string& words, int left, int top, int module = 6) {
        QRcode* const code = QRcode_encodeString8bit(words.c_str(), 0, QR_ECLEVEL_M);
        for (int y = 0; y < code->width; ++y)
            for (int x = 0; x < code->width; ++x)
                if (code->data[y * code->width + x] & 1)
                    gdImageFilledRectangle(image, left + x * module, top + y * module,
                                           left + (x + 1) * module - 1, top + (y + 1) * module - 1,
                                           gdTrueColor(20, 20, 30));
        QRcode_free(code);
        return *this;
    }
    /// As a hand holds a phone: not straight, and not evenly lit.
    void photograph() {
        gdImagePtr turned = gdImageRotateInterpolated(image, 17, gdTrueColor(180, 170, 150));
        gdImageDestroy(image);
        image = turned;
        for (int y = 0; y < gdImageSY(image); ++y)
            for (int x = 0; x < gdImageSX(image); ++x) {
                const int colour = gdImageGetTrueColorPixel(image, x, y), noise = (x * 31 + y * 17) % 23;
                const auto dim = [&](int part) { return part * (160 + x % 60) / 255 + noise; };
                gdImageSetPixel(image, x, y,
                                gdTrueColor(dim(gdTrueColorGetRed(colour)), dim(gdTrueColorGetGreen(colour)),
                                            dim(gdTrueColorGetBlue(colour))));
            }
    }
    std::string bytes(bool png = true) const {
        int count = 0;
        void* const made = png ? gdImagePngPtr(image, &count) : gdImageJpegPtr(image, &count, 70);
        std::string out(static_cast<const char*>(made), static_cast<std::size_t>(count));
        gdFree(made);
        return out;
    }
};

/// "1 there is no QR code…": what kind of error, and the words.
ErrorCode kindOf(const Result<Invitation>& read) {
    EXPECT_FALSE(read.ok());
    if (read.ok())
        return ErrorCode::Internal;
    EXPECT_FALSE(read.error().message.zh.empty());
    EXPECT_FALSE(read.error().message.en.empty());
    return read.error().code;
}

TEST(InvitationPictures, AreReadAsPngAsJpegAndAsAPhoto) {
    EXPECT_EQ(must(invitationOf(Sheet(400, 400).code(kLine, 40, 40).bytes())), kHers);
    EXPECT_EQ(must(invitationOf(Sheet(400, 400).code(kLine, 40, 40).bytes(false))), kHers);
    Sheet photo(900, 700);
    photo.code(kLine, 250, 150, 8);
    photo.photograph();
    EXPECT_EQ(must(invitationOf(photo.bytes(false))), kHers);
}

TEST(InvitationPictures, OnNothingAreReadAsIfOnWhite) {
    EXPECT_EQ(
        must(invitationOf(
            Sheet(400, 400, gdTrueColorAlpha(0, 0, 0, gdAlphaTransparent)).code(kLine, 40, 40).bytes())),
        kHers);
}

TEST(InvitationPictures, WithOtherCodesBesideAreReadAllTheSame) {
    EXPECT_EQ(
        must(invitationOf(
            Sheet(800, 400).code("https://example.gov.cn/notice", 40, 40).code(kLine, 440, 40).bytes())),
        kHers);
}

TEST(InvitationPictures, WithoutACodeOrWithAnotherOneSaySo) {
    Sheet field(600, 400, gdTrueColor(120, 160, 90));
    for (int i = 0; i < 300; ++i)
        gdImageFilledEllipse(field.image, i * 37 % 600, i * 91 % 400, 30, 20,
                             gdTrueColor(i * 53 % 256, i * 29 % 256, i * 71 % 256));
    const auto none = invitationOf(field.bytes(false));
    EXPECT_EQ(kindOf(none), ErrorCode::NotFound);
    EXPECT_NE(none.error().message.zh.find("没有看到二维码"), std::string::npos);
    const auto other = invitationOf(Sheet(400, 400).code("https://example.gov.cn/notice", 40, 40).bytes());
    EXPECT_EQ(kindOf(other), ErrorCode::NotFound);
    EXPECT_NE(other.error().message.zh.find("不是区县的邀请"), std::string::npos);
}

TEST(InvitationPictures, ThatAreBrokenOrSayTooLittleOrTooMuchSaySo) {
    const std::string whole = Sheet(400, 400).code(kLine, 40, 40).bytes(false);
    EXPECT_EQ(kindOf(invitationOf(Sheet(400, 400).code(kLine, 40, 40).bytes().substr(0, 200))),
              ErrorCode::Validation);
    EXPECT_EQ(kindOf(invitationOf(whole.substr(0, 100))), ErrorCode::Validation);
    EXPECT_EQ(kindOf(invitationOf(Sheet(400, 400).code("fayi:enrol?server=https://a", 40, 40).bytes())),
              ErrorCode::Validation);
    EXPECT_EQ(kindOf(invitationOf(Sheet(500, 500).code(kLine + "&ca=1", 40, 40).bytes())), ErrorCode::TooNew);
}

/// The sizes in the head of a PNG; nothing behind them.
std::string headOfPng(std::uint32_t side) {
    std::string out = "\x89PNG\r\n\x1a\n" + std::string(3, '\0') + "\rIHDR";
    for (int twice = 0; twice < 2; ++twice)
        for (int shift = 24; shift >= 0; shift -= 8)
            out += static_cast<char>(side >> shift & 0xff);
    return out + std::string("\x08\x02\0\0\0", 5);
}

TEST(InvitationPictures, OfTooManyPixelsAreNotDecoded) {
    EXPECT_EQ(kindOf(invitationOf(headOfPng(30'000))), ErrorCode::Usage);
}

struct InvitationFiles : ::testing::Test {
    testing::TemporaryFolder folder;

    std::filesystem::path file(const std::string& name, std::string_view content) {
        std::ofstream(folder / name, std::ios::binary) << content;
        return folder / name;
    }
};

TEST_F(InvitationFiles, AreTakenByWhatTheyHoldWhateverTheirName) {
    EXPECT_EQ(must(readInvitation(file("a.txt", Sheet(400, 400).code(kLine, 40, 40).bytes()))), kHers);
    EXPECT_EQ(must(readInvitation(file("b.png", "区县的邀请\n" + kLine + "\n"))), kHers);
}

TEST_F(InvitationFiles, ThatAreSomethingElseSaySo) {
    EXPECT_EQ(kindOf(readInvitation(folder / "none")), ErrorCode::NotFound);
    EXPECT_EQ(kindOf(readInvitation(folder.path())), ErrorCode::NotFound);
    EXPECT_EQ(kindOf(readInvitation(file("empty", ""))), ErrorCode::NotFound);
    EXPECT_EQ(kindOf(readInvitation(file("letter.txt", "您好"))), ErrorCode::NotFound);
    const auto other = readInvitation(file("x.zip", std::string_view("PK\x03\x04\xff\xfe", 6)));
    EXPECT_EQ(kindOf(other), ErrorCode::NotFound);
    EXPECT_NE(other.error().message.en.find("neither a picture"), std::string::npos);
}

TEST_F(InvitationFiles, ThatAreTooLargeAreNotRead) {
    const auto large = file("large.png", "");
    std::filesystem::resize_file(large, kInvitationFileBytes + 1);
    EXPECT_EQ(kindOf(readInvitation(large)), ErrorCode::Usage);
    EXPECT_EQ(kindOf(readInvitation(file("long.txt", std::string(protocol::kInvitationTextBytes + 1, 'a')))),
              ErrorCode::Usage);
}

TEST_F(InvitationFiles, ForAComputerWithoutANetworkServeWhereTheyKeepAnAddress) {
    protocol::EnrolFile enrolment;
    enrolment.code = kHers.code;
    enrolment.server = kHers.server;
    enrolment.person = {{ReplicaId{1}, 1}};
    enrolment.keys.sign = Bytes(32, '\1');
    enrolment.keys.seal = Bytes(32, '\2');
    EXPECT_EQ(must(readInvitation(file("join.json", protocol::toJson(enrolment).dump()))), kHers);
    enrolment.server.clear();
    const auto without = readInvitation(file("join.json", protocol::toJson(enrolment).dump()));
    EXPECT_EQ(kindOf(without), ErrorCode::NotFound);
    EXPECT_NE(without.error().message.en.find("enrol --file"), std::string::npos);
}

TEST(InvitationTexts, AreKnownBeforeTheyAreRead) {
    EXPECT_TRUE(mayHoldInvitation("a\n" + kLine));
    EXPECT_TRUE(mayHoldInvitation("fayi:enrol?server="));
    EXPECT_FALSE(mayHoldInvitation("https://fayi.example.gov.cn"));
    EXPECT_FALSE(mayHoldInvitation(""));
    EXPECT_FALSE(mayHoldInvitation(std::string(protocol::kInvitationTextBytes + 1, 'a')));
}

}  // namespace
}  // namespace fayi::station
