// SPDX-License-Identifier: Apache-2.0
// Every sheet of the gallery against the picture of it that was looked at and accepted.
// FAYI_ACCEPT_PICTURES=1, or
// ./dev look --accept, takes what is drawn now; look at the difference before it is committed.
#include <gtest/gtest.h>

#include <QDir>
#include <QDirIterator>
#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <array>
#include <set>

#include "gallery.h"
#include "picture.h"
#include "qml_plugins.h"

Q_IMPORT_QML_PLUGIN(Fayi_GalleryPlugin)

namespace fayi::testing {
namespace {

/// A page comes to rest in a few frames; one that moves after that many is not fit for a picture.
constexpr int kMostFrames = 60;
constexpr QSize kWide(800, 640), kNarrow(360, 640);

/// Six dresses, in which any two of the five choices meet in all four ways (TheDressesMeetInPairs).
constexpr std::array<std::array<bool, 5>, 6> kChoices = {{{false, false, false, false, false},
                                                          {true, false, true, false, true},
                                                          {true, false, true, true, false},
                                                          {true, true, false, true, false},
                                                          {false, true, true, false, true},
                                                          {false, true, false, true, true}}};

struct Shot {
    QString name;
    QString sheet;
    Dress dress;
};

Shot shotOf(const QString& sheet, const std::array<bool, 5>& choices) {
    const auto [dark, contrast, english, large, narrow] = choices;
    QString name = sheet;
    for (const auto& [chosen, word] :
         {std::pair{dark, "dark"}, std::pair{contrast, "contrast"}, std::pair{english, "en"},
          std::pair{large, "200"}, std::pair{narrow, "narrow"}})
        if (chosen)
            name += QLatin1Char('-') + QLatin1String(word);
    return {name, sheet, {dark, contrast, !english, large ? 200 : 100, narrow ? kNarrow : kWide}};
}

QString kept(const QString& name) {
    return QStringLiteral(FAYI_PICTURES "/%1.png").arg(name);
}

class Pictures : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        s_gallery = std::make_unique<Gallery>(true);
        ASSERT_NE(s_gallery->window(), nullptr);
    }
    static void TearDownTestSuite() { s_gallery.reset(); }

    static std::vector<Shot> shots() {
        std::vector<Shot> out;
        for (const QString& sheet : s_gallery->sheets())
            for (const auto& choices : kChoices)
                out.push_back(shotOf(sheet, choices));
        return out;
    }

    /// What is drawn once two frames in a row are the same; null: it never rests.
    static QImage take(const Shot& shot) {
        s_gallery->dress(shot.dress);
        if (!s_gallery->show(shot.sheet))
            return {};
        QImage before;
        for (int frame = 0; frame < kMostFrames; ++frame) {
            QCoreApplication::processEvents();
            // The sheet before goes now, with its popups: nobody runs the loop that would end it.
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            s_gallery->window()->update();
            const QImage now = s_gallery->window()->grabWindow();
            if (frame > 2 && now == before && now.size() == shot.dress.size)
                return simplified(now);
            before = now;
        }
        return {};
    }

    static std::unique_ptr<Gallery> s_gallery;
};

std::unique_ptr<Gallery> Pictures::s_gallery;

TEST_F(Pictures, EverySheetLooksAsItWasAccepted) {
    const bool accepting = qEnvironmentVariableIsSet("FAYI_ACCEPT_PICTURES");
    const QDir failed(QStringLiteral(FAYI_FAILED));
    QDir(failed).removeRecursively();
    ASSERT_TRUE(QDir().mkpath(failed.path()));
    for (const Shot& shot : shots()) {
        const QImage seen = take(shot);
        ASSERT_FALSE(seen.isNull()) << shot.name.toStdString() << " does not come to rest";
        if (accepting) {
            const QImage old(kept(shot.name));
            const bool same = !old.isNull() && compare(old, seen).mean == 0;
            EXPECT_TRUE(same || seen.save(kept(shot.name), "PNG", 0)) << kept(shot.name).toStdString();
            continue;
        }
        const QImage accepted(kept(shot.name));
        ASSERT_FALSE(accepted.isNull()) << "nobody accepted " << kept(shot.name).toStdString();
        const Apart apart = compare(accepted, seen);
        if (!apart.tooFar())
            continue;
        const QString file = failed.filePath(shot.name + QStringLiteral(".png"));
        EXPECT_TRUE(seen.save(file));
        ADD_FAILURE() << shot.name.toStdString() << ": at " << apart.at.x() << ',' << apart.at.y()
                      << " a tile is " << apart.mean << " apart; it looks like " << file.toStdString()
                      << ", accepted was " << kept(shot.name).toStdString()
                      << "; if this is meant: ./dev look --accept";
    }
}

TEST_F(Pictures, NoPictureIsKeptThatNobodyComparesAndTheyAreSmall) {
    std::set<QString> wanted;
    for (const Shot& shot : shots())
        wanted.insert(kept(shot.name));
    EXPECT_GE(wanted.size(), 60U);
    qint64 bytes = 0;
    for (QDirIterator files(QStringLiteral(FAYI_PICTURES), {"*.png"}, QDir::Files); files.hasNext();) {
        const QString file = files.next();
        EXPECT_TRUE(wanted.contains(file)) << file.toStdString();
        bytes += files.fileInfo().size();
    }
    EXPECT_LT(bytes, 4 << 20);
}

TEST_F(Pictures, TheDressesMeetInPairs) {
    for (std::size_t one = 0; one < 5; ++one)
        for (std::size_t other = one + 1; other < 5; ++other) {
            std::set<std::pair<bool, bool>> met;
            for (const auto& choices : kChoices)
                met.emplace(choices[one], choices[other]);
            EXPECT_EQ(met.size(), 4U) << one << " and " << other;
        }
}

/// The blue that fills most of the picture: the accent, on the buttons.
QRgb mostBlue(const QImage& picture) {
    QHash<QRgb, int> counted;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (const QRgb pixel = picture.pixel(x, y); qBlue(pixel) > qRed(pixel) + 40)
                ++counted[pixel];
    QRgb most = 0;
    for (auto it = counted.cbegin(); it != counted.cend(); ++it)
        if (it.value() > counted.value(most))
            most = it.key();
    return most;
}

/// The comparison is worth something: each of these is a change that a reviewer would see.
TEST_F(Pictures, AChangeThatIsSeenIsCaught) {
    const QImage seen = take(shots().front()).convertToFormat(QImage::Format_RGB32);
    ASSERT_FALSE(seen.isNull());
    ASSERT_FALSE(compare(seen, seen).tooFar());

    // The accent of the theme one step lighter.
    const QRgb accent = mostBlue(seen);
    ASSERT_NE(accent, 0U);
    QImage tinted = seen;
    for (int y = 0; y < seen.height(); ++y)
        for (int x = 0; x < seen.width(); ++x)
            if (seen.pixel(x, y) == accent)
                tinted.setPixel(x, y, qRgb(qRed(accent) + 17, qGreen(accent) + 17, qBlue(accent) + 17));
    EXPECT_TRUE(compare(seen, tinted).tooFar());

    // Everything two pixels lower.
    QImage moved(seen.size(), QImage::Format_RGB32);
    moved.fill(seen.pixel(0, 0));
    QPainter(&moved).drawImage(0, 2, seen);
    EXPECT_TRUE(compare(seen, moved).tooFar());

    // A word that is gone.
    QImage wiped = seen;
    QPainter(&wiped).fillRect(QRect(24, 24, 60, 14), seen.pixel(0, 0));
    EXPECT_TRUE(compare(seen, wiped).tooFar());

    EXPECT_TRUE(compare(seen, seen.copy(0, 0, seen.width() - 1, seen.height())).tooFar());
}

TEST_F(Pictures, AnotherPaletteOrSizeOfTextIsCaught) {
    Shot shot = shots().front();
    const QImage seen = take(shot);
    shot.dress.scale = 105;
    EXPECT_TRUE(compare(seen, take(shot)).tooFar());
    shot.dress.scale = 100;
    shot.dress.contrast = true;
    EXPECT_TRUE(compare(seen, take(shot)).tooFar());
    shot.dress.contrast = false;
    EXPECT_FALSE(compare(seen, take(shot)).tooFar()) << "the same dress again";
}

/// A letter smoothed a little otherwise is no change.
TEST_F(Pictures, AnEdgeThatIsSmoothedOtherwiseIsNotCaught) {
    QImage one(64, 64, QImage::Format_RGB32);
    one.fill(Qt::white);
    QImage other = one;
    for (int y = 0; y < 64; ++y) {
        one.setPixel(20, y, qRgb(120, 120, 120));
        other.setPixel(20, y, qRgb(150, 150, 150));
    }
    EXPECT_FALSE(compare(one, other).tooFar());
}

TEST(GallerySheets, HoldEveryControl) {
    QString sheets;
    for (QDirIterator files(QStringLiteral(FAYI_SHEETS), {"*.qml"}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        sheets += QString::fromUtf8(file.readAll());
    }
    // Drawn by the controls that hold them and by every sheet, or not drawn at all.
    const std::set<QString> within = {"AppScrollBar", "Calendar", "Composing", "FocusRing",
                                      "FocusSight",   "OnDemand", "Steps"};
    int controls = 0;
    for (QDirIterator files(QStringLiteral(FAYI_CONTROLS), {"*.qml"}, QDir::Files); files.hasNext();) {
        files.next();
        const QString name = files.fileInfo().completeBaseName();
        ++controls;
        EXPECT_TRUE(within.contains(name) || sheets.contains(name))
            << name.toStdString() << " is on no sheet";
    }
    EXPECT_GE(controls, 28);
}

}  // namespace
}  // namespace fayi::testing

int main(int argc, char* argv[]) {
    ::testing::InitGoogleTest(&argc, argv);
    const QGuiApplication app(argc, argv);
    return RUN_ALL_TESTS();
}
