// SPDX-License-Identifier: Apache-2.0
// Whole pages of the window against the pictures of them that were looked at and accepted.
// FAYI_ACCEPT_PICTURES=1, or
// ./dev look --accept, takes what is drawn now; look at the difference before it is committed.
#include <gtest/gtest.h>

#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QPainter>
#include <map>
#include <set>
#include <tuple>

#include "drawing.h"
#include "fayi/testing/fakes.h"
#include "page_camera.h"
#include "picture.h"
#include "qml_plugins.h"

namespace fayi::testing {
namespace {

QString kept(const Shot& shot) {
    return QStringLiteral(FAYI_PICTURES "/%1.png").arg(shot.name());
}

class PagePictures : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        qputenv("PATH", "");  // the printers of this computer are in no picture
        s_folder = std::make_unique<TemporaryFolder>();
        s_camera = std::make_unique<PageCamera>(furnish(s_folder->path()));
    }
    static void TearDownTestSuite() {
        s_camera.reset();
        s_folder.reset();
    }

    static void accept(const Shot& shot, const QImage& seen) {
        const QImage old(kept(shot));
        const bool same = !old.isNull() && compare(old, seen).mean == 0;
        EXPECT_TRUE(same || seen.save(kept(shot), "PNG", 0)) << kept(shot).toStdString();
    }

    static std::unique_ptr<TemporaryFolder> s_folder;
    static std::unique_ptr<PageCamera> s_camera;
};

std::unique_ptr<TemporaryFolder> PagePictures::s_folder;
std::unique_ptr<PageCamera> PagePictures::s_camera;

TEST_F(PagePictures, EveryPageLooksAsItWasAccepted) {
    const QDir failed(QStringLiteral(FAYI_FAILED));
    QDir(failed).removeRecursively();
    ASSERT_TRUE(QDir().mkpath(failed.path()));
    for (const Shot& shot : shots()) {
        const QImage seen = s_camera->take(shot);
        ASSERT_FALSE(seen.isNull()) << shot.name().toStdString() << " does not come to rest";
        if (qEnvironmentVariableIsSet("FAYI_ACCEPT_PICTURES")) {
            accept(shot, seen);
            continue;
        }
        const QImage accepted(kept(shot));
        ASSERT_FALSE(accepted.isNull()) << "nobody accepted " << kept(shot).toStdString();
        const Apart apart = compare(accepted, seen);
        if (!apart.tooFar())
            continue;
        const QString file = failed.filePath(shot.name() + QStringLiteral(".png"));
        EXPECT_TRUE(seen.save(file));
        ADD_FAILURE() << shot.name().toStdString() << ": at " << apart.at.x() << ',' << apart.at.y()
                      << " a tile is " << apart.mean << " apart; it looks like " << file.toStdString()
                      << ", accepted was " << kept(shot).toStdString()
                      << "; if this is meant: ./dev look --accept";
    }
}

TEST(PageShots, AreAllKeptAndSmall) {
    std::set<QString> wanted;
    for (const Shot& shot : shots())
        EXPECT_TRUE(wanted.insert(kept(shot)).second) << shot.name().toStdString();
    qint64 bytes = 0;
    for (QDirIterator files(QStringLiteral(FAYI_PICTURES), {"*.png"}, QDir::Files); files.hasNext();) {
        const QString file = files.next();
        EXPECT_TRUE(wanted.contains(file)) << file.toStdString() << " is compared with nothing";
        bytes += files.fileInfo().size();
    }
    EXPECT_LT(bytes, 3 << 20);
}

/// The choice in shots.cpp: every dress there is, and every daily page in every size, mood, size of text and
/// language.
TEST(PageShots, MeetEveryDressAndEveryDailyPageInAllWays) {
    std::set<std::tuple<int, Mood, int, bool>> dresses;
    std::map<QString, std::set<int>> widths, moods, scales, languages;
    for (const Shot& shot : shots()) {
        dresses.emplace(shot.size.width(), shot.mood, shot.scale, shot.chinese);
        widths[shot.page].insert(shot.size.width());
        moods[shot.page].insert(static_cast<int>(shot.mood));
        scales[shot.page].insert(shot.scale);
        languages[shot.page].insert(shot.chinese ? 1 : 0);
    }
    EXPECT_EQ(dresses.size(), 3U * 3 * 2 * 2);
    int daily = 0;
    for (const auto& [page, met] : widths) {
        if (met.size() == 1)
            continue;
        ++daily;
        EXPECT_EQ(met.size(), 3U) << page.toStdString();
        EXPECT_EQ(moods[page].size(), 3U) << page.toStdString();
        EXPECT_EQ(scales[page].size(), 2U) << page.toStdString();
        EXPECT_EQ(languages[page].size(), 2U) << page.toStdString();
    }
    EXPECT_EQ(daily, 12);
    EXPECT_GE(widths.size(), 24U);
}

/// Stores of the same year show the same, however often it is lived.
TEST_F(PagePictures, AnotherStoreMadeAlikeLooksAlike) {
    const TemporaryFolder folder;
    PageCamera other(furnish(folder.path()));
    const Shot home = shots().front();
    const QImage seen = s_camera->take(home);
    ASSERT_FALSE(seen.isNull());
    EXPECT_EQ(compare(seen, other.take(home)).mean, 0);
}

TEST_F(PagePictures, AChangeOfAPageIsCaught) {
    const Shot home = shots().front();
    const QImage seen = s_camera->take(home);
    ASSERT_FALSE(seen.isNull());
    QImage moved = seen.convertToFormat(QImage::Format_RGB32);
    QPainter(&moved).drawImage(QRect(300, 0, 980, 800), seen, QRect(298, 0, 980, 800));
    EXPECT_TRUE(compare(seen, moved).tooFar());
    Shot other = home;
    other.scale = 105;
    EXPECT_TRUE(compare(seen, s_camera->take(other)).tooFar());
}

}  // namespace
}  // namespace fayi::testing

int main(int argc, char* argv[]) {
    ::testing::InitGoogleTest(&argc, argv);
    fayi::testing::drawAlikeEverywhere();
    const QGuiApplication app(argc, argv);
    return RUN_ALL_TESTS();
}
