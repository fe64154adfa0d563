// SPDX-License-Identifier: Apache-2.0
#include "table_files.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

#include "fayi/ui/words.h"

namespace fayi::ui {
namespace {

/// Tables of one name that are saved within a second.
constexpr int kMostOfASecond = 100;

}  // namespace

QString tableFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("法驿表格"));
}

Result<QString> tableFile(const StationSession& session, const QString& folder, const QString& what,
                          const QString& ending) {
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io,
                     {"无法建立文件夹 " + fromQt(folder), "cannot make the folder " + fromQt(folder)}};
    // What a file system, or the stick it goes to, does not take in a name.
    static const QRegularExpression kNotInNames(QStringLiteral("[/\\\\:*?\"<>|]"));
    const QString when = toQt(toIsoChina(session.clock().now()).substr(0, 19)).remove(QLatin1Char(':'));
    const QString mark =
        session.practising() ? toQt(Text{"练习 ", "PRACTICE "}, session.spoken()) : QString();
    const QString name =
        mark + QString(what).replace(kNotInNames, QStringLiteral("-")) + QLatin1Char(' ') + when;
    QString out = QDir(folder).filePath(name + ending);
    for (int i = 2; QFile::exists(out) && i <= kMostOfASecond; ++i)
        out = QDir(folder).filePath(name + QStringLiteral(" (%1)").arg(i) + ending);
    return out;
}

}  // namespace fayi::ui
