// SPDX-License-Identifier: Apache-2.0
// One window with one flaw each: it is found, and nothing else is; and the same window without it, in which
// nothing is.
#include "eyes.h"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTimer>
#include <memory>

namespace fayi::testing {
namespace {

/// A window of 360 × 300 around some QML. `Press` and `Words` are there for short.
class Sick : public ::testing::Test {
protected:
    QQuickWindow& open(const QByteArray& content) {
        QQmlComponent component(&m_engine);
        component.setData(R"(
            import QtQuick
            import QtQuick.Templates as T
            T.ApplicationWindow {
                id: window
                width: 360; height: 300; visible: true
                component Words: Text { font.pixelSize: 15 }
                component Press: T.Button {
                    width: 80; height: 44; text: "Print"
                    background: Rectangle { border.width: parent.activeFocus ? 2 : 0 }
                    Accessible.role: Accessible.Button; Accessible.name: text
                }
            )" + content + "}",
                          QUrl());
        m_made.reset(component.create());
        auto* window = qobject_cast<QQuickWindow*>(m_made.get());
        if (!window)
            qFatal("%s", qPrintable(component.errorString()));
        for (int look = 0; look < 50 && !window->isActive(); ++look)
            pass();
        (void)window->grabWindow();
        pass();
        return *window;
    }

    std::vector<Fault> seen(const QByteArray& content) { return look(open(content)); }
    std::vector<Fault> walked(const QByteArray& content) { return goAround(open(content)); }

private:
    static void pass() {
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
    }

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_made;
};

void expectNone(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults)
        ADD_FAILURE() << told(fault);
}

void expectOne(const std::vector<Fault>& faults, Flaw flaw) {
    EXPECT_EQ(faults.size(), 1U);
    for (const Fault& fault : faults)
        EXPECT_EQ(fault.flaw, flaw) << told(fault);
}

constexpr auto kLong = "法律顾问在村里的一次服务记录，写得比一行长得多";

TEST_F(Sick, WordsThatEndInDotsAreFound) {
    const QByteArray words = QByteArray("Words { text: '") + kLong + "'; width: 200; ";
    expectOne(seen(words + "elide: Text.ElideRight }"), Flaw::Cut);
    expectNone(seen(words + "wrapMode: Text.Wrap }"));
}

TEST_F(Sick, WordsWiderOrHigherThanTheirItemAreFound) {
    const QByteArray words = QByteArray("Words { text: '") + kLong + "'; ";
    expectOne(seen(words + "width: 200 }"), Flaw::Cut);
    expectOne(seen(words + "width: 200; height: 20; wrapMode: Text.Wrap }"), Flaw::Cut);
    expectNone(seen(words + "width: 200; height: 60; wrapMode: Text.Wrap }"));
}

TEST_F(Sick, WordsOutsideOfTheWindowOrAClipAreFound) {
    expectOne(seen("Words { x: 340; text: 'Print' }"), Flaw::Cut);
    expectOne(seen("Item { width: 100; height: 20; clip: true; Words { x: 80; text: 'Print' } }"), Flaw::Cut);
    expectNone(seen("Item { width: 100; height: 20; Words { x: 80; text: 'Print' } }"));
}

TEST_F(Sick, WhatScrollingShowsIsNotCutAndWhatItDoesNotIs) {
    const QByteArray list =
        "Flickable { width: 200; height: 100; clip: true; contentWidth: 200; contentHeight: ";
    expectNone(seen(list + "400; Words { y: 350; text: 'Print' } }"));
    expectOne(seen(list + "400; Words { y: 420; text: 'Print' } }"), Flaw::Cut);
    expectOne(seen(list + "400; Words { x: 180; text: 'Print' } }"), Flaw::Cut);
}

TEST_F(Sick, WordsOverWordsAreFound) {
    expectOne(seen("Words { text: 'Print' } Words { x: 10; text: 'Send' }"), Flaw::Covered);
    expectNone(seen("Words { text: 'Print' } Words { y: 40; text: 'Send' }"));
}

TEST_F(Sick, AControlWithoutANameIsFound) {
    expectOne(seen("Press { Accessible.name: '' }"), Flaw::Nameless);
    expectNone(seen("Press { }"));
}

TEST_F(Sick, AControlWithoutARoleIsFound) {
    expectOne(seen("MouseArea { width: 50; height: 50 }"), Flaw::Roleless);
    expectOne(seen("Item { width: 50; height: 50; TapHandler { } }"), Flaw::Roleless);
    expectNone(seen(
        "MouseArea { width: 50; height: 50; Accessible.role: Accessible.Button; Accessible.name: 'P' }"));
}

TEST_F(Sick, ASmallTargetIsFound) {
    expectOne(seen("Press { height: 43 }"), Flaw::Small);
    expectOne(seen("Press { width: 30 }"), Flaw::Small);
    expectNone(seen("Press { enabled: false; height: 30 }"));
}

TEST_F(Sick, AControlThatTheKeyboardDoesNotReachIsFound) {
    expectOne(walked("Column { Press { } Press { focusPolicy: Qt.NoFocus } Press { } }"), Flaw::Unreached);
    expectOne(walked("Column { Press { } MouseArea { width: 50; height: 50 } }"), Flaw::Unreached);
    expectNone(walked("Column { Press { } Press { } Press { } }"));
}

TEST_F(Sick, ATrapOfTheKeyboardIsFound) {
    expectOne(walked("Column { Press { } Press { Keys.onTabPressed: {} } Press { } }"), Flaw::Unreached);
}

TEST_F(Sick, RowsOfAListAreReachedByTheArrow) {
    const QByteArray list = R"(ListView { width: 300; height: 200; model: 3; activeFocusOnTab: true
        delegate: Press { width: 300; height: 50; focusPolicy: Qt.ClickFocus } )";
    expectNone(walked(list + "keyNavigationEnabled: true }"));
    EXPECT_EQ(walked(list + "keyNavigationEnabled: false }").size(), 2U);
}

TEST_F(Sick, WhatHasTheKeyboardOutOfSightIsFound) {
    const QByteArray list =
        "Flickable { id: list; width: 200; height: 100; clip: true; contentHeight: 400; Press { y: 300; ";
    expectOne(walked(list + "} }"), Flaw::Unseen);
    expectNone(walked(list + "onActiveFocusChanged: list.contentY = 260 } }"));
}

TEST_F(Sick, AControlThatDoesNotShowThatItHasTheKeyboardIsFound) {
    expectOne(walked("Column { spacing: 20; Press { } Press { background: null } Press { } }"), Flaw::Unseen);
}

TEST_F(Sick, UnderAnOpenQuestionOnlyItsOwnControlsCount) {
    expectNone(seen(
        "Press { width: 20 } T.Popup { visible: true; modal: true; width: 200; height: 100; Press { } }"));
    expectOne(
        seen(
            "Press { } T.Popup { visible: true; modal: true; width: 200; height: 100; Press { width: 20 } }"),
        Flaw::Small);
}

}  // namespace
}  // namespace fayi::testing

int main(int argc, char* argv[]) {
    ::testing::InitGoogleTest(&argc, argv);
    const QGuiApplication app(argc, argv);
    return RUN_ALL_TESTS();
}
