// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/language_switch.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QQmlEngine>

#include "fayi/ui/preferences.h"

namespace fayi::ui {

LanguageSwitch::LanguageSwitch(QQmlEngine& engine, const Preferences& preferences) : m_engine(engine) {
    if (!m_ours.load(QStringLiteral(":/i18n/fayi_zh_CN.qm")))
        qWarning("the Chinese texts are missing from this program");
    // Texts of Qt's own; a computer without them shows English there.
    (void)m_qt.load(QStringLiteral("qt_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    connect(&preferences, &Preferences::languageChanged, this,
            [this, &preferences] { speak(preferences.language()); });
    speak(preferences.language());
}

LanguageSwitch::~LanguageSwitch() {
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void LanguageSwitch::speak(const QString& language) {
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    const bool chinese = language != QLatin1String("en");
    if (chinese) {
        QCoreApplication::installTranslator(&m_qt);
        QCoreApplication::installTranslator(&m_ours);
    }
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_engine.retranslate();
}

}  // namespace fayi::ui
