// SPDX-License-Identifier: Apache-2.0
#include "drawing.h"

#include <QDir>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QStyleHints>
#include <QTemporaryDir>

namespace fayi::testing {
namespace {

constexpr const char* kFonts = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/wqy</dir><cachedir>%1</cachedir></fontconfig>
)";

}  // namespace

void drawAlikeEverywhere() {
    static const QTemporaryDir kHome;
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, kHome.path().toLocal8Bit());
    QFile fonts(kHome.filePath(QStringLiteral("fonts.conf")));
    if (!fonts.open(QIODevice::WriteOnly) ||
        fonts.write(QString::fromLatin1(kFonts).arg(kHome.path()).toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(fonts.fileName()));
    qputenv("FONTCONFIG_FILE", fonts.fileName().toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QT_SCALE_FACTOR", "1");
    qputenv("LC_ALL", "C.UTF-8");
}

void chooseFont() {
    QFont font(QStringLiteral("WenQuanYi Micro Hei"));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(
        static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    QGuiApplication::setFont(font);
    QGuiApplication::styleHints()->setCursorFlashTime(0);
}

}  // namespace fayi::testing
