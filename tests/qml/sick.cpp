// SPDX-License-Identifier: Apache-2.0
// Disks and files that give trouble.
#include <QDir>
#include <QFile>

#include "fayi/sqlite/database.h"
#include "fayi/station/station.h"
#include "fayi/testing/sick_disk.h"
#include "hands.h"

namespace fayi::testing {
namespace {

std::string storeIn(const QString& folder) {
    return (folder + QStringLiteral("/station.db")).toStdString();
}

void execute(const QString& folder, const char* sql) {
    auto database = sqlite::Database::open(storeIn(folder), {});
    if (!database.ok() || !(*database)->execute(sql).ok())
        qFatal("%s", sql);
}

}  // namespace

Hands::Hands() = default;

Hands::~Hands() {
    stopHub();
}

void Hands::fillDisk(const QString& folder, int bytes) {
    m_small.reset();
    m_small = std::make_unique<SmallDisk>(folder.toStdString(), bytes);
}

void Hands::fillDiskForFiles(int bytes) {
    m_full.reset();
    m_full = std::make_unique<FullDisk>(static_cast<rlim_t>(bytes));
}

void Hands::makeRoom() {
    m_small.reset();
    m_full.reset();
}

/// What another connection wrote is to be read anew.
void Hands::breakReading(const QString& folder) {
    execute(folder, "INSERT OR REPLACE INTO meta(key,value) VALUES('test',hex(randomblob(8)))");
    m_dead = std::make_unique<DeadDisk>(folder.toStdString());
}

void Hands::mendReading() {
    m_dead.reset();
}

void Hands::scribble(const QString& file, int from, int bytes) const {
    QFile out(file);
    if (!out.open(QIODevice::ReadWrite) || !out.seek(from) || out.write(QByteArray(bytes, '\xa5')) != bytes)
        qFatal("%s", qPrintable(file));
}

void Hands::truncate(const QString& file, int bytes) const {
    if (!QFile::resize(file, bytes))
        qFatal("%s", qPrintable(file));
}

void Hands::makeNewer(const QString& folder) const {
    execute(folder, "PRAGMA user_version=9999");
}

QString Hands::backupOf(const QString& folder, const QString& shelf) const {
    const SystemClock clock;
    SystemRandom random;
    const QString file = shelf + QStringLiteral("/backup.db");
    const auto station = station::Station::open(folder.toStdString(), clock, random);
    if (!station.ok() || !(*station)->backup(file.toStdString()).ok())
        qFatal("%s", qPrintable(file));
    return file;
}

QStringList Hands::beside(const QString& folder) const {
    const QFileInfo one(folder);
    QStringList out = one.dir().entryList({one.fileName() + QStringLiteral("?*")}, QDir::Dirs, QDir::Name);
    for (QString& name : out)
        name = one.dir().filePath(name);
    return out;
}

}  // namespace fayi::testing
