// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/preferences.h"

#include <QSettings>
#include <algorithm>

namespace fayi::ui {
namespace {

QString knownLanguage(const QString& language) {
    return language == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh");
}

}  // namespace

void Preferences::setFile(const QString& file) {
    if (file == m_file)
        return;
    m_file = file;
    if (!m_file.isEmpty()) {
        const QSettings kept(m_file, QSettings::IniFormat);
        m_language = knownLanguage(kept.value(QStringLiteral("language")).toString());
        m_dark = kept.value(QStringLiteral("dark")).toBool();
        m_contrast = kept.value(QStringLiteral("contrast")).toBool();
        m_textScale =
            std::clamp(kept.value(QStringLiteral("text_scale"), kSmallest).toInt(), kSmallest, kLargest);
        m_printer = kept.value(QStringLiteral("printer")).toString();
    }
    emit fileChanged();
    emit languageChanged();
    emit lookChanged();
    emit printerChanged();
}

void Preferences::setLanguage(const QString& language) {
    const QString known = knownLanguage(language);
    if (known == m_language)
        return;
    m_language = known;
    keep(QStringLiteral("language"), known);
    emit languageChanged();
}

void Preferences::setDark(bool dark) {
    if (dark == m_dark)
        return;
    m_dark = dark;
    keep(QStringLiteral("dark"), dark);
    emit lookChanged();
}

void Preferences::setContrast(bool contrast) {
    if (contrast == m_contrast)
        return;
    m_contrast = contrast;
    keep(QStringLiteral("contrast"), contrast);
    emit lookChanged();
}

void Preferences::setTextScale(int percent) {
    const int bounded = std::clamp(percent, kSmallest, kLargest);
    if (bounded == m_textScale)
        return;
    m_textScale = bounded;
    keep(QStringLiteral("text_scale"), bounded);
    emit lookChanged();
}

void Preferences::setPrinter(const QString& printer) {
    if (printer == m_printer)
        return;
    m_printer = printer;
    keep(QStringLiteral("printer"), printer);
    emit printerChanged();
}

void Preferences::override(const QString& language, bool dark, bool contrast, int textScale) {
    if (!language.isEmpty())
        m_language = knownLanguage(language);
    m_dark = m_dark || dark;
    m_contrast = m_contrast || contrast;
    if (textScale > 0)
        m_textScale = std::clamp(textScale, kSmallest, kLargest);
    emit languageChanged();
    emit lookChanged();
}

void Preferences::keep(const QString& key, const QVariant& value) const {
    if (!m_file.isEmpty())
        QSettings(m_file, QSettings::IniFormat).setValue(key, value);
}

}  // namespace fayi::ui
