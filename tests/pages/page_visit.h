// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QQmlApplicationEngine>
#include <QStringList>
#include <memory>

#include "fayi/testing/fakes.h"
#include "fayi/ui/language_switch.h"
#include "fayi/ui/preferences.h"
#include "fayi/ui/station_session.h"
#include "furnished.h"
#include "shots.h"

class QQuickWindow;

namespace fayi::testing {

/// The window of `fayi`, in some dress, over a copy of the furnished store and at the time of its pictures.
class PageVisit {
public:
    /// The page of the dress is not opened yet.
    PageVisit(QQmlApplicationEngine& engine, const Furnished& furnished, const Shot& dress);
    ~PageVisit();

    /// All that PictureBook.qml knows; some have nothing to show over this store.
    QStringList pages() const;
    /// False: the page has nothing to show, or does not come to rest.
    bool open(const QString& page);

    QQuickWindow& window() { return *m_window; }
    /// What is drawn once nobody works for it any more and two looks in a row see the same; null: it moves on
    /// and on.
    QImage atRest();

private:
    TemporaryFolder m_folder;
    FakeClock m_clock{kPictured};
    SeededRandom m_random{1};
    ui::Preferences m_preferences;
    std::unique_ptr<ui::LanguageSwitch> m_language;
    std::unique_ptr<ui::StationSession> m_session;
    std::unique_ptr<QObject> m_made;
    QQuickWindow* m_window = nullptr;
};

}  // namespace fayi::testing
