// SPDX-License-Identifier: Apache-2.0
// Every page of the window, read letter by letter and gone around with the keyboard, in its narrowest and its
// widest dress, in both languages, at 100 and at 200 %. tests/eyes says what is looked for, and shows that it
// is found.
#include <gtest/gtest.h>

#include <QDir>
#include <QGuiApplication>
#include <QQuickWindow>
#include <iostream>

#include "drawing.h"
#include "eyes.h"
#include "page_visit.h"
#include "qml_plugins.h"

namespace fayi::testing {
namespace {

/// Its window is the system's.
constexpr auto kSystems = "stick-file";

class PageWalk : public ::testing::TestWithParam<Shot> {
protected:
    static void SetUpTestSuite() {
        qputenv("PATH", "");  // the printers of this computer are on no page
        chooseFont();
        s_folder = std::make_unique<TemporaryFolder>();
        s_furnished = std::make_unique<Furnished>(furnish(s_folder->path()));
    }
    static void TearDownTestSuite() {
        s_furnished.reset();
        s_folder.reset();
    }

    PageWalk() {
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        // A binding that fails leaves its property as it was, and nothing else tells.
        QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine, [](const QList<QQmlError>& errors) {
            for (const QQmlError& error : errors)
                ADD_FAILURE() << error.toString().toStdString();
        });
    }

    /// Opens every page that has something to show, and expects what `faultsOf` finds there to be nothing.
    template <class FaultsOf>
    void expectNoneOnAnyPage(FaultsOf faultsOf) {
        PageVisit visit(m_engine, *s_furnished, GetParam());
        const QString only = qEnvironmentVariable("FAYI_PAGE");
        int opened = 0;
        for (const QString& page : visit.pages()) {
            if (page == QLatin1String(kSystems) || (!only.isEmpty() && page != only) || !visit.open(page))
                continue;
            ++opened;
            const std::vector<Fault> faults = faultsOf(visit.window());
            for (const Fault& fault : faults)
                ADD_FAILURE() << page.toStdString() << ": " << told(fault);
            if (!faults.empty())
                keep(page, visit.atRest());
        }
        EXPECT_GE(opened, only.isEmpty() ? 45 : 1);
    }

    /// What it looked like, for whoever mends it.
    static void keep(const QString& page, const QImage& seen) {
        Shot shot = GetParam();
        shot.page = page;
        const QDir failed(QStringLiteral(FAYI_FAILED));
        const QString file = failed.filePath(QStringLiteral("walk-%1.png").arg(shot.name()));
        EXPECT_TRUE(QDir().mkpath(failed.path()) && seen.save(file));
        std::cout << "it looked like " << file.toStdString() << '\n';
    }

    static std::unique_ptr<TemporaryFolder> s_folder;
    static std::unique_ptr<Furnished> s_furnished;
    QQmlApplicationEngine m_engine;
};

std::unique_ptr<TemporaryFolder> PageWalk::s_folder;
std::unique_ptr<Furnished> PageWalk::s_furnished;

TEST_P(PageWalk, NothingIsCutCoveredNamelessOrSmall) {
    expectNoneOnAnyPage(look);
}

/// Of pages in another language or size of text the keyboard knows nothing.
class KeyboardWalk : public PageWalk {};

TEST_P(KeyboardWalk, TheKeyboardReachesEveryControlAndItIsSeen) {
    expectNoneOnAnyPage(goAround);
}

Shot dress(QSize size, int scale, bool chinese) {
    return {QString(), size, Mood::Light, scale, chinese};
}

std::string nameOf(const ::testing::TestParamInfo<Shot>& shot) {
    return "Wide" + std::to_string(shot.param.size.width()) + "Scale" + std::to_string(shot.param.scale) +
           (shot.param.chinese ? "Zh" : "En");
}

const Shot kNarrow = dress({360, 640}, 200, false), kWide = dress({1280, 800}, 100, true);

INSTANTIATE_TEST_SUITE_P(, PageWalk,
                         ::testing::Values(kNarrow, dress({360, 640}, 200, true), kWide,
                                           dress({1280, 800}, 200, false)),
                         nameOf);
INSTANTIATE_TEST_SUITE_P(, KeyboardWalk, ::testing::Values(kNarrow, kWide), nameOf);

}  // namespace
}  // namespace fayi::testing

int main(int argc, char* argv[]) {
    ::testing::InitGoogleTest(&argc, argv);
    fayi::testing::drawAlikeEverywhere();
    const QGuiApplication app(argc, argv);
    return RUN_ALL_TESTS();
}
