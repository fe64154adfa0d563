// SPDX-License-Identifier: Apache-2.0
// attach and blob as a person uses them: files, pictures, words.
#include <gd.h>

#include <fstream>

#include "district.h"
#include "fayi/base/crypto.h"
#include "fayi/base/files.h"
#include "fayi/base/limits.h"
#include "fayi/blobs/media.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A picture with something in it.
std::string picture(int width, int height, bool png) {
    gdImagePtr image = gdImageCreateTrueColor(width, height);
    for (int x = 0; x < width; x += 3)
        for (int y = 0; y < height; y += 3)
            gdImageSetPixel(image, x, y, gdTrueColor(x % 256, y % 256, (x * y) % 256));
    int count = 0;
    void* const bytes = png ? gdImagePngPtr(image, &count) : gdImageJpegPtr(image, &count, 90);
    std::string out(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
    gdFree(bytes);
    gdImageDestroy(image);
    return out;
}

struct AttachTest : District {
    Desk a{1}, b{2, "二号机"};
    testing::TemporaryFolder files;

    fs::path file(const std::string& name, std::string_view content) {
        std::ofstream(files / name, std::ios::binary) << content;
        return files / name;
    }
    RecordId record(Desk& desk) { return desk.create("outreach", wholeOutreach("宣讲", "2026-03-01")); }
    std::string refusal(Desk& desk, RecordId id, const fs::path& path,
                        const std::string& field = "attachments") {
        const auto attached = desk->attach(id, field, path);
        EXPECT_FALSE(attached.ok());
        return attached.ok() ? "" : attached.error().message.en;
    }
    static std::string read(const fs::path& path) { return must(readAt(path, 0, 64u << 20)); }
};

TEST_F(AttachTest, TakesAFileInWithoutAnyNetworkAndGivesItBack) {
    const RecordId id = record(a);
    const std::string content = "%PDF-1.4 合同扫描件";
    const Attached attached = must(a->attach(id, "attachments", file("合同.pdf", content)));
    EXPECT_EQ(attached.blob, toHex(sha256(content)));
    EXPECT_EQ(attached.bytes, content.size());
    const Json expected{{"blob", attached.blob},
                        {"name", "合同.pdf"},
                        {"bytes", content.size()},
                        {"media", "application/pdf"}};
    EXPECT_EQ(a.get(id).view.fields["attachments"], Json::array({expected}));
    must(a->writeBlob(attached.blob, files / "out.pdf"));
    EXPECT_EQ(read(files / "out.pdf"), content);
    EXPECT_EQ(a->status().blobsWaiting, 1U);
    EXPECT_EQ(a->status().blobBytesWaiting, content.size());
}

TEST_F(AttachTest, AScanOfAPaperPutsThePaperIntoTheDossierInOneSave) {
    join(a, "文员", "clerk", "500115001");
    const RecordId id =
        a.create("mediation-case", {{"accepted_on", "2026-03-01"}, {"documents", {"notice"}}});
    const std::size_t before = must(a->history(id)).size();
    const Attached scan =
        must(a->attach(id, "attachments", file("身份证.pdf", "%PDF-1.4 身份证"), "identity"));
    must(a->attach(id, "attachments", file("其他.pdf", "%PDF-1.4 其他")));
    EXPECT_EQ(must(a->history(id)).size(), before + 2);
    EXPECT_EQ(a.get(id).view.fields["documents"], Json::array({"identity", "notice"}));
    EXPECT_EQ(a.get(id).view.fields["attachments"][0].size(), 4U) << "no key more than older programs take";
    must(a->sync());
    EXPECT_EQ(a->status().refused, 0U);
    join(b, "所长", "head", "500115001");
    must(b->sync());
    std::map<std::string, std::string> papers;
    for (const AttachmentState& one : must(b->attachments(id)))
        papers[one.name] = one.paper;
    EXPECT_EQ(papers, (std::map<std::string, std::string>{{"身份证.pdf", "identity"}, {"其他.pdf", ""}}));
    must(a->attach(id, "attachments", file("身份证.pdf", "%PDF-1.4 身份证"), "mandate"));
    EXPECT_EQ(a.get(id).view.papers.at(scan.blob), "mandate") << "one file is one paper";
}

TEST_F(AttachTest, APaperThatTheDossierDoesNotKnowIsRefused) {
    const RecordId plain = record(a);
    const auto none = a->attach(plain, "attachments", file("a.txt", "笔录"), "identity");
    ASSERT_FALSE(none.ok());
    EXPECT_THAT(none.error().message.en, HasSubstr("no such paper"));
    EXPECT_TRUE(must(a->attachments(plain)).empty());
}

TEST_F(AttachTest, TwiceTheSameIsThereOnceAndWritesNothing) {
    const RecordId id = record(a);
    const fs::path path = file("a.txt", "笔录");
    must(a->attach(id, "attachments", path));
    const std::size_t before = must(a->history(id)).size();
    must(a->attach(id, "attachments", path));
    EXPECT_EQ(must(a->history(id)).size(), before);
    must(a->attach(id, "attachments", file("b.txt", "另一份笔录")));
    EXPECT_EQ(a.get(id).view.fields["attachments"].size(), 2U);
}

TEST_F(AttachTest, GivesAPictureASmallOneBesideIt) {
    const RecordId id = record(a);
    for (const bool png : {true, false}) {
        const Attached attached =
            must(a->attach(id, "attachments", file(png ? "a" : "b", picture(1000, 500, png))));
        ASSERT_FALSE(attached.thumbnail.empty());
        const auto book = must(store::Attachments::open(a.folder / "data", a.clock));
        const std::string little = must(book->files().read(attached.thumbnail, 0, 1u << 20));
        EXPECT_LE(little.size(), limits::kThumbnailBytes);
        EXPECT_EQ(blobs::mediaOf(little), "image/jpeg");
        EXPECT_EQ(blobs::imageSizeOf(little)->width, 256U);
        EXPECT_EQ(blobs::imageSizeOf(little)->height, 128U);
    }
}

TEST_F(AttachTest, APictureThatCannotBeDecodedOrIsTooManyPixelsIsAttachedWithoutOne) {
    const RecordId id = record(a);
    const std::string whole = picture(1000, 500, true);
    EXPECT_TRUE(must(a->attach(id, "attachments", file("cut.png", whole.substr(0, 500)))).thumbnail.empty());
    std::string bomb = whole;
    bomb.replace(16, 8, std::string("\0\0\xFF\xFF\0\0\xFF\xFF", 8));
    EXPECT_TRUE(must(a->attach(id, "attachments", file("bomb.png", bomb))).thumbnail.empty());
    EXPECT_EQ(a.get(id).view.fields["attachments"].size(), 2U);
}

TEST_F(AttachTest, SaysInPlainWordsWhatItDoesNotTake) {
    const RecordId id = record(a);
    EXPECT_THAT(refusal(a, id, file("empty", "")), HasSubstr("is empty"));
    EXPECT_THAT(refusal(a, id, file("照片.jpg", "MZ\x90")), HasSubstr("programs"));
    EXPECT_THAT(refusal(a, id, file("page.pdf", "<html>")), HasSubstr("web page"));
    EXPECT_THAT(refusal(a, id, files / "not there"), HasSubstr("no such file"));
    EXPECT_THAT(refusal(a, id, file("x", "x"), "theme"), HasSubstr("no attachments field"));
    const fs::path large = file("large", "x");
    fs::resize_file(large, limits::kBlobBytes + 1);
    EXPECT_THAT(refusal(a, id, large), HasSubstr("50 MB at most"));
    EXPECT_TRUE(a.get(id).view.fields.value("attachments", Json::array()).empty());
    EXPECT_EQ(a->writeBlob(std::string(64, '0'), files / "out").error().code, ErrorCode::NotFound);
    EXPECT_EQ(a->writeBlob("no name", files / "out").error().code, ErrorCode::Usage);
}

TEST_F(AttachTest, TravelsOverASocketAndIsFetchedWhenSomebodyAsks) {
    join(a, "张三", "clerk", "500115001");
    join(b, "李四", "clerk", "500115001");
    const RecordId id = record(a);
    const std::string photo = picture(1600, 1200, false);
    const Attached attached = must(a->attach(id, "attachments", file("现场.jpg", photo)));
    const SyncReport left = must(a->sync({false}));
    EXPECT_EQ(left.pushed, 2U);
    EXPECT_EQ(left.blobsUp, 0U);
    const SyncReport sent = must(a->sync());
    EXPECT_EQ(sent.blobsUp, 2U);
    EXPECT_GT(sent.bytesUp, photo.size());
    EXPECT_LT(sent.bytesUp, photo.size() + limits::kThumbnailBytes + 20'000);
    EXPECT_EQ(a->status().blobsWaiting, 0U);
    EXPECT_EQ(must(b->sync()).blobsDown, 1U);
    must(b->writeBlob(attached.blob, files / "fetched.jpg"));
    EXPECT_EQ(read(files / "fetched.jpg"), photo);
    server->stop();
    must(b->writeBlob(attached.blob, files / "again.jpg"));
    EXPECT_EQ(read(files / "again.jpg"), photo);
}

TEST_F(AttachTest, FetchesAnewWhatWasDamagedOrDeletedHere) {
    join(a, "张三", "clerk", "500115001");
    const RecordId id = record(a);
    const Attached attached = must(a->attach(id, "attachments", file("a.txt", "笔录原文")));
    must(a->sync());
    const auto book = must(store::Attachments::open(a.folder / "data", a.clock));
    EXPECT_TRUE(must(a->check()).faults.empty());
    std::ofstream(book->files().fileOf(attached.blob)) << "别的内容";
    EXPECT_EQ(must(a->check()).faults.size(), 1U);
    must(a->writeBlob(attached.blob, files / "one"));
    EXPECT_EQ(read(files / "one"), "笔录原文");
    fs::remove(book->files().fileOf(attached.blob));
    must(a->writeBlob(attached.blob, files / "two"));
    EXPECT_EQ(read(files / "two"), "笔录原文");
}

TEST_F(AttachTest, WithoutANetworkItSaysThatTheContentIsElsewhere) {
    join(a, "张三", "clerk", "500115001");
    join(b, "李四", "clerk", "500115001");
    const RecordId id = record(a);
    const Attached attached = must(a->attach(id, "attachments", file("a.txt", "笔录原文")));
    must(a->sync({false}));
    must(b->sync());
    EXPECT_THAT(b->writeBlob(attached.blob, files / "out").error().message.en,
                HasSubstr("does not have this attachment yet"));
    server->stop();
    EXPECT_EQ(b->writeBlob(attached.blob, files / "out").error().code, ErrorCode::Unreachable);
    EXPECT_FALSE(fs::exists(files / "out"));
}

}  // namespace
}  // namespace fayi::station
