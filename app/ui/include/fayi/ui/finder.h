// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>

namespace fayi::ui {

/// Whether a label is one that somebody looks for: every word stands in it, in any order, case aside, or is
/// the pinyin initials of some of its characters in a row. No words: every label is.
bool isFound(const QString& label, const QString& words);

/// The same for pages.
class Finder : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    Q_INVOKABLE bool finds(const QString& label, const QString& words) const { return isFound(label, words); }
};

}  // namespace fayi::ui
