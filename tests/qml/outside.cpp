// SPDX-License-Identifier: Apache-2.0
// Other programs of the computer, and files that are made or shown outside the window.
#include <QDesktopServices>
#include <QFile>

#include "fayi/station/station.h"
#include "hands.h"

namespace fayi::testing {

void Hands::programsOf(const QString& folder) {
    if (m_path.isEmpty())
        m_path = qgetenv("PATH");
    qputenv("PATH", folder.isEmpty() ? std::exchange(m_path, {}) : folder.toUtf8());
}

void Hands::program(const QString& folder, const QString& name, const QString& script) const {
    const QString file = table(folder, name, QStringLiteral("#!/bin/sh\nPATH=/usr/bin:/bin\n") + script);
    if (!QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        qFatal("no program");
}

void Hands::showFiles(bool shown) {
    m_shown.clear();
    if (shown)
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "show");
    else
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

void Hands::backUp(const QString& folder, const QString& file) const {
    static const SystemClock kClock;
    SystemRandom random;
    const auto station = station::Station::open(folder.toStdString(), kClock, random);
    if (!station.ok() || !(*station)->backup(file.toStdString()).ok())
        qFatal("no backup");
}

}  // namespace fayi::testing
