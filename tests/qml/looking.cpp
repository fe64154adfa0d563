// SPDX-License-Identifier: Apache-2.0
// Cameras, and what was copied elsewhere.
#include <QClipboard>
#include <QColor>
#include <QGuiApplication>
#include <QMimeData>
#include <QProcess>
#include <QRegularExpression>
#include <QUrl>

#include "hands.h"
#include "pretended.h"

namespace fayi::testing {
namespace {

constexpr Pretended kCameras[] = {
    {"高拍仪", "/dev/video0", "video/x-raw, width=640, height=480, framerate=30/1",
     "videotestsrc is-live=true pattern=ball background-color=0xffff0000"},
    {"摄像头", "/dev/video1", "video/x-raw, width=320, height=240, framerate=30/1",
     "videotestsrc is-live=true num-buffers=9 pattern=blue"},
};

}  // namespace

void Hands::plugCameras(bool in) {
    static const bool s_known = [] {
        pretendCameras(kCameras, static_cast<int>(std::size(kCameras)));
        return true;
    }();
    plugIn(in && s_known);
}

QString Hands::wordsOnPaper(const QString& file) const {
    QProcess program;
    program.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file, QStringLiteral("-")});
    if (!program.waitForFinished() || program.exitCode() != 0)
        qFatal("pdftotext cannot read %s", qPrintable(file));
    return QString::fromUtf8(program.readAllStandardOutput())
        .remove(QRegularExpression(QStringLiteral("\\s")));
}

void Hands::copyPicture() {
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::green);
    QGuiApplication::clipboard()->setImage(picture);
}

void Hands::copyPictureIn(const QString& file) {
    QGuiApplication::clipboard()->setImage(QImage(file));
}

void Hands::copyFile(const QString& file) {
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(file)});
    QGuiApplication::clipboard()->setMimeData(data);
}

void Hands::copyNothing() {
    QGuiApplication::clipboard()->clear();
}

QString Hands::cornerOf(const QImage& picture) {
    return picture.isNull() ? QString() : picture.pixelColor(0, 0).name();
}

QString Hands::sizeOf(const QImage& picture) {
    return QStringLiteral("%1x%2").arg(picture.width()).arg(picture.height());
}

QImage Hands::pictureIn(const QString& file) {
    return QImage(file);
}

}  // namespace fayi::testing
