// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/picture_taker.h"

#include <QCursor>
#include <QDir>
#include <QImage>
#include <QQuickWindow>
#include <QTimer>
#include <QVariant>
#include <utility>

namespace fayi::ui {
namespace {

// Layouts, fetches of lists and the short animations of pages have settled by then.
constexpr int kSettleMs = 400;

}  // namespace

PictureTaker::PictureTaker(QQuickWindow& window, QString folder, QObject* parent)
    : QObject(parent), m_window(window), m_folder(std::move(folder)) {}

void PictureTaker::start() {
    QVariant pages;
    QMetaObject::invokeMethod(&m_window, "pictureNames", Q_RETURN_ARG(QVariant, pages));
    m_pages = pages.toStringList();
    // A pointer over a control would light it up.
    QCursor::setPos(m_window.mapToGlobal(QPoint(1, 1)));
    if (!QDir().mkpath(m_folder))
        m_failed = 1;
    next();
}

void PictureTaker::next() {
    if (m_pages.isEmpty()) {
        emit finished(m_failed);
        return;
    }
    const QString page = m_pages.takeFirst();
    bool shown = false;
    QMetaObject::invokeMethod(&m_window, "showPicture", Q_RETURN_ARG(bool, shown), Q_ARG(QString, page));
    if (!shown) {
        next();
        return;
    }
    QTimer::singleShot(kSettleMs, this, [this, page] { take(page); });
}

void PictureTaker::take(const QString& page) {
    bool wentOn = false;
    QMetaObject::invokeMethod(&m_window, "goOnWithPicture", Q_RETURN_ARG(bool, wentOn));
    if (wentOn) {
        QTimer::singleShot(kSettleMs, this, [this, page] { take(page); });
        return;
    }
    const QString file = QDir(m_folder).filePath(page + QStringLiteral(".png"));
    if (!m_window.grabWindow().save(file)) {
        qWarning("cannot write %s", qPrintable(file));
        ++m_failed;
    }
    next();
}

}  // namespace fayi::ui
