// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>

namespace fayi::ui {

/// What a person likes on this computer: language, light or dark, contrast, size of text; and
/// the printer they use. Kept in one small file; what was given on the command line is never written there.
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The file; empty: nothing is kept.
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY fileChanged)
    /// "zh" or "en"; Chinese whatever the computer speaks.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY lookChanged)
    /// Letters and lines as far from their ground as can be.
    Q_PROPERTY(bool contrast READ contrast WRITE setContrast NOTIFY lookChanged)
    /// Per cent, 100 to 200.
    Q_PROPERTY(int textScale READ textScale WRITE setTextScale NOTIFY lookChanged)
    /// Where papers went last, as PrintQueue::place; empty: none was printed yet.
    Q_PROPERTY(QString printer READ printer WRITE setPrinter NOTIFY printerChanged)

public:
    static constexpr int kSmallest = 100;
    static constexpr int kLargest = 200;

    using QObject::QObject;

    QString file() const { return m_file; }
    void setFile(const QString& file);
    QString language() const { return m_language; }
    void setLanguage(const QString& language);
    bool dark() const { return m_dark; }
    void setDark(bool dark);
    bool contrast() const { return m_contrast; }
    void setContrast(bool contrast);
    int textScale() const { return m_textScale; }
    void setTextScale(int percent);
    QString printer() const { return m_printer; }
    void setPrinter(const QString& printer);

    /// For this run only, whatever the file says; nothing: as it is.
    void override(const QString& language, bool dark, bool contrast, int textScale);

signals:
    void fileChanged();
    void languageChanged();
    void lookChanged();
    void printerChanged();

private:
    void keep(const QString& key, const QVariant& value) const;

    QString m_file;
    QString m_language = QStringLiteral("zh");
    QString m_printer;
    bool m_dark = false;
    bool m_contrast = false;
    int m_textScale = kSmallest;
};

}  // namespace fayi::ui
