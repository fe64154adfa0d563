// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/backup_controller.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

#include "fayi/station/restore.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "station_work.h"

namespace fayi::ui {
namespace {

Result<std::uint64_t> backUp(const station::Station& station, const std::filesystem::path& file) {
    FAYI_TRY(station.backup(file));
    std::error_code failure;
    const std::uintmax_t bytes = std::filesystem::file_size(file, failure);
    return failure ? Result<std::uint64_t>(Error{ErrorCode::Io,
                                                 {"备份写好后读不到：" + file.string(),
                                                  "the backup cannot be read again: " + file.string()}})
                   : Result<std::uint64_t>(bytes);
}

}  // namespace

void BackupController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &BackupController::changed);
        connect(m_session, &StationSession::identityChanged, this, &BackupController::changed);
    });
    if (fresh)
        emit changed();
}

QString BackupController::told() const {
    return m_session ? toQt(m_told, m_session->spoken()) : QString();
}

QString BackupController::lastMade() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    const auto last = station ? station->lastBackup() : std::nullopt;
    return last ? spokenTime(*last, m_session->clock().now(), m_session->spoken()) : QString();
}

QStringList BackupController::kept() const {
    QStringList out;
    if (m_session && !m_session->folder().isEmpty())
        for (const auto& folder : station::keptAside(fromQt(m_session->folder())))
            out << toQt(folder.string());
    return out;
}

QUrl BackupController::suggestedFile() const {
    static const QRegularExpression kNoNames(QStringLiteral("[/\\\\:*?\"<>|]"));
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name = QStringLiteral("法驿备份 %1 %2")
                             .arg(m_session ? m_session->stationName().remove(kNoNames) : QString(),
                                  m_session ? m_session->day() : QString())
                             .simplified();
    QString file = documents.filePath(name + QStringLiteral(".db"));
    for (int next = 2; QFileInfo::exists(file); ++next)
        file = documents.filePath(QStringLiteral("%1 %2.db").arg(name).arg(next));
    return QUrl::fromLocalFile(file);
}

bool BackupController::begin() {
    if (!m_session || m_running)
        return false;
    m_running = true;
    m_failed = false;
    m_told = {};
    emit changed();
    return true;
}

void BackupController::end(const Text& told, bool failed) {
    m_running = false;
    m_told = told;
    m_failed = failed;
    emit changed();
}

void BackupController::forget() {
    if (!m_running)
        end({}, false);
}

void BackupController::write(const QUrl& file) {
    if (!m_session || !m_session->station() || !begin())
        return;
    const std::filesystem::path path = fromQt(file.toLocalFile());
    m_thread = atWork<std::uint64_t>(
        *m_session, this, [path](station::Station& station) { return backUp(station, path); },
        [this, path](const Result<std::uint64_t>& bytes) {
            if (!bytes)
                end(bytes.error().message, true);
            else
                end({"已备份到 " + path.string() + "，" + fromQt(spokenSize(*bytes)) + "。",
                     "Backed up to " + path.string() + ", " + fromQt(spokenSize(*bytes)) + "."},
                    false);
        });
}

void BackupController::restore(const QUrl& file) {
    if (!begin())
        return;
    const std::filesystem::path path = fromQt(file.toLocalFile()), folder = fromQt(m_session->folder());
    const Clock& clock = m_session->clock();
    Random& random = m_session->random();
    m_thread = std::jthread([this, path, folder, &clock, &random] {
        const auto prepared = station::prepareRestore(path, folder, clock, random);
        QMetaObject::invokeMethod(
            this,
            [this, prepared] {
                if (prepared)
                    putInPlace(*prepared, kBusyLooks);
                else
                    end(prepared.error().message, true);
            },
            Qt::QueuedConnection);
    });
}

void BackupController::putInPlace(const std::filesystem::path& prepared, int patience) {
    if (!m_session)
        return;
    if (m_session->busy() && patience > 0) {
        QTimer::singleShot(kBusyLookMs, this,
                           [this, prepared, patience] { putInPlace(prepared, patience - 1); });
        return;
    }
    const Status status = m_session->busy()
                              ? Status(Error{ErrorCode::Unreachable,
                                             {"程序正在做别的事，请等它做完再恢复",
                                              "something else is at work; restore when it has ended"}})
                              : m_session->putInPlace(prepared);
    end(status.ok() ? Text{} : status.error().message, !status.ok());
}

}  // namespace fayi::ui
