// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSize>
#include <QStringList>
#include <memory>

#include "fayi/ui/language_switch.h"
#include "fayi/ui/preferences.h"

namespace fayi::testing {

/// How a sheet is shown.
struct Dress {
    bool dark = false, contrast = false, chinese = true;
    int scale = 100;
    QSize size;
};

/// The window of tests/gallery, with a font that every computer with the project's packages has, drawn the
/// same everywhere: without hinting, smoothed in grey, its caret not blinking.
class Gallery {
public:
    /// `bare`: a sheet and nothing else.
    explicit Gallery(bool bare);

    /// Null if it did not load.
    QQuickWindow* window() const { return m_window; }
    void dress(const Dress& dress);
    QStringList sheets() const;
    /// False: there is no such sheet.
    bool show(const QString& sheet) const;

private:
    ui::Preferences m_preferences;
    QQmlApplicationEngine m_engine;
    std::unique_ptr<ui::LanguageSwitch> m_language;
    QQuickWindow* m_window = nullptr;
};

}  // namespace fayi::testing
