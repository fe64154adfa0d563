// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTranslator>

class QQmlEngine;

namespace fayi::ui {

class Preferences;

/// Puts the texts of an engine into the language of the preferences, now and whenever it changes. The sources
/// are English; Chinese comes from the catalogue that is built in. Both outlive the switch.
class LanguageSwitch : public QObject {
    Q_OBJECT

public:
    LanguageSwitch(QQmlEngine& engine, const Preferences& preferences);
    ~LanguageSwitch() override;

    /// "zh" or "en".
    void speak(const QString& language);

private:
    QQmlEngine& m_engine;
    QTranslator m_ours, m_qt;
};

}  // namespace fayi::ui
