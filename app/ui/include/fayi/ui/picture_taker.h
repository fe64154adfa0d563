// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

class QQuickWindow;

namespace fayi::ui {

/// Goes through every page of the window and saves a picture of each, "list.png", "form.png" …
///
/// The window offers three functions of its own: pictureNames() names the pages, showPicture(name) opens one
/// and says whether the store has something to show there, and goOnWithPicture() does what takes a page that
/// is laid out, and says whether there was anything.
class PictureTaker : public QObject {
    Q_OBJECT

public:
    PictureTaker(QQuickWindow& window, QString folder, QObject* parent = nullptr);

    void start();

signals:
    /// `failed` pictures could not be written.
    void finished(int failed);

private:
    void next();
    void take(const QString& page);

    QQuickWindow& m_window;
    QString m_folder;
    QStringList m_pages;
    int m_failed = 0;
};

}  // namespace fayi::ui
