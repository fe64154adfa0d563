// SPDX-License-Identifier: Apache-2.0
#include "fayi/blobs/blob_tree.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "fayi/base/crypto.h"
#include "fayi/base/files.h"
#include "fayi/testing/fakes.h"

namespace fayi::blobs {
namespace {

namespace fs = std::filesystem;

std::string nameOf(std::string_view content) {
    return toHex(sha256(content));
}

struct Tree : ::testing::Test {
    testing::TemporaryFolder folder;
    BlobTree tree{folder / "blobs"};

    fs::path file(const std::string& name, std::string_view content) {
        std::ofstream(folder / name, std::ios::binary) << content;
        return folder / name;
    }
    std::string read(const fs::path& path) { return readAt(path, 0, 1u << 20).value(); }
    std::size_t wholeFiles() {
        std::size_t out = 0;
        EXPECT_TRUE(tree.each([&](const std::string&) -> Status {
                            ++out;
                            return {};
                        })
                        .ok());
        return out;
    }
};

TEST_F(Tree, KeepsAFileUnderTheHashOfItsContentAndGivesItBack) {
    const auto taken = tree.takeIn(file("合同.pdf", "内容"), 100);
    ASSERT_TRUE(taken.ok());
    EXPECT_EQ(taken->name, nameOf("内容"));
    EXPECT_EQ(taken->bytes, 6U);
    EXPECT_EQ(tree.sizeOf(taken->name), 6U);
    EXPECT_TRUE(tree.isSound(taken->name).value());
    ASSERT_TRUE(tree.copyOut(taken->name, folder / "out").ok());
    EXPECT_EQ(read(folder / "out"), "内容");
    EXPECT_TRUE(tree.unfinished().empty());
}

TEST_F(Tree, KeepsTheSameContentOnceWhateverTheFilesAreCalled) {
    EXPECT_FALSE(tree.takeIn(file("a.jpg", "同一张照片"), 100)->wasThere);
    EXPECT_TRUE(tree.takeIn(file("b.jpg", "同一张照片"), 100)->wasThere);
    EXPECT_TRUE(tree.takeIn("同一张照片")->wasThere);
    EXPECT_EQ(wholeFiles(), 1U);
}

TEST_F(Tree, TakesNothingOfAFileThatIsTooLarge) {
    const auto taken = tree.takeIn(file("big", std::string(101, 'x')), 100);
    ASSERT_FALSE(taken.ok());
    EXPECT_EQ(taken.error().code, ErrorCode::Validation);
    EXPECT_EQ(wholeFiles(), 0U);
    EXPECT_TRUE(tree.unfinished().empty());
}

TEST_F(Tree, GrowsByPiecesAndCutsOffWhatWasWrittenBehindTheLastOneThatCounts) {
    const std::string content = "0123456789", name = nameOf(content);
    ASSERT_TRUE(tree.append(name, 0, "01234XXXXXXXX").ok());
    ASSERT_TRUE(tree.append(name, 5, "56789").ok());
    EXPECT_EQ(tree.sizeOf(name), std::nullopt) << "it has no name before it is whole";
    EXPECT_TRUE(tree.examine(name, name).value());
    ASSERT_TRUE(tree.finish(name, name).ok());
    EXPECT_EQ(tree.read(name, 3, 4).value(), "3456");
    EXPECT_EQ(tree.read(name, 8, 100).value(), "89");
    EXPECT_EQ(tree.read(name, 100, 5).value(), "");
    EXPECT_TRUE(tree.unfinished().empty());
}

TEST_F(Tree, ThrowsAwayWhatIsNotWhatItsNameSays) {
    const std::string name = nameOf("right");
    ASSERT_TRUE(tree.append(name, 0, "wrong").ok());
    EXPECT_FALSE(tree.examine(name, name).value());
    EXPECT_TRUE(tree.unfinished().empty());
    EXPECT_EQ(wholeFiles(), 0U);
}

TEST_F(Tree, DoesNotHandOutAFileThatIsDamaged) {
    const std::string name = tree.takeIn("sound")->name;
    std::ofstream(tree.fileOf(name), std::ios::binary) << "dented";
    EXPECT_FALSE(tree.isSound(name).value());
    const Status copied = tree.copyOut(name, folder / "out");
    ASSERT_FALSE(copied.ok());
    EXPECT_EQ(copied.error().code, ErrorCode::Damaged);
    EXPECT_FALSE(fs::exists(folder / "out"));
}

TEST_F(Tree, WipesAFileWithItsContent) {
    const std::string name = tree.takeIn("某人的病历")->name;
    const fs::path other = folder / "second name";
    fs::create_hard_link(tree.fileOf(name), other);
    ASSERT_TRUE(tree.wipe(name).ok());
    EXPECT_EQ(tree.sizeOf(name), std::nullopt);
    EXPECT_EQ(read(other), std::string(15, '\0')) << "what was on the disk was overwritten";
    EXPECT_TRUE(tree.wipe(name).ok()) << "twice does nothing";
}

TEST_F(Tree, SaysThatTheDiskIsFullAndGoesOnWhenThereIsRoom) {
    const std::string content(3u << 20, 'x'), name = nameOf(content);
    ASSERT_TRUE(tree.append(name, 0, content.substr(0, 1u << 20)).ok());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 2u << 20;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const Status full = tree.append(name, 1u << 20, content.substr(1u << 20));
    const auto copied = tree.takeIn(content);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(full.ok());
    EXPECT_EQ(full.error().code, ErrorCode::Full);
    ASSERT_FALSE(copied.ok());
    EXPECT_EQ(copied.error().code, ErrorCode::Full);
    ASSERT_TRUE(tree.append(name, 1u << 20, content.substr(1u << 20)).ok());
    EXPECT_TRUE(tree.examine(name, name).value());
}

TEST(BlobName, IsSixtyFourLowerCaseDigits) {
    EXPECT_TRUE(isBlobName(nameOf("")));
    EXPECT_FALSE(isBlobName(std::string(64, 'A')));
    EXPECT_FALSE(isBlobName(std::string(63, 'a')));
    EXPECT_FALSE(isBlobName("../../../etc/passwd"));
}

}  // namespace
}  // namespace fayi::blobs
