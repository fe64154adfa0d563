// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/stick_controller.h"

#include <QStandardPaths>

#include "fayi/ui/words.h"
#include "station_work.h"

namespace fayi::ui {
namespace {

using station::BundleReport;
using station::Station;

std::string counted(std::uint64_t count) {
    return std::to_string(count);
}

Text wordsOfWritten(const BundleReport& report) {
    const std::string size = fromQt(spokenSize(report.bytes));
    return {"已写好：" + counted(report.changes) + " 处修改、" + counted(report.attachments) + " 个附件，" +
                size + "。请交给区县，带回信来读取。",
            "Written: " + counted(report.changes) + " changes, " + counted(report.attachments) +
                " attachments, " + size + ". Take it to the district and bring the answer back."};
}

Text wordsOfAnswer(const BundleReport& report) {
    const station::SyncReport& sync = report.sync;
    Text out{"已读取回信：上报 " + counted(sync.pushed) + "，接收 " + counted(sync.pulled) + "，附件收到 " +
                 counted(sync.blobsDown) + "。",
             "The answer is read: " + counted(sync.pushed) + " pushed, " + counted(sync.pulled) +
                 " pulled, " + counted(sync.blobsDown) + " attachments received."};
    const Text rest =
        report.late
            ? Text{"本机已有更新的进展，这份回信没有（全部）采用；没有内容丢失，请再写一包。",
                   " This computer has gone on since, and (some of) the answer was not taken; nothing "
                   "is lost, write another file."}
        : report.more ? Text{"还没有交换完，请再写一包。", " There is more to exchange: write another file."}
                      : Text{};
    return {out.zh + rest.zh, out.en + rest.en};
}

}  // namespace

void StickController::setSession(StationSession* session) {
    if (session == m_session)
        return;
    m_session = session;
    if (m_session) {
        connect(m_session, &StationSession::languageChanged, this, &StickController::changed);
        connect(m_session, &QObject::destroyed, this, [this] { m_session = nullptr; });
    }
    emit sessionChanged();
}

QString StickController::told() const {
    return m_session ? toQt(m_told, m_session->spoken()) : QString();
}

QUrl StickController::suggestedFile() const {
    const bool open = m_session && m_session->station();
    const QString name =
        open ? QStringLiteral("%1 %2.fayi")
                   .arg(toQt(m_session->station()->status().station), toQt(m_session->today()))
             : QStringLiteral("法驿.fayi");
    return QUrl::fromLocalFile(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                               QLatin1Char('/') + name);
}

void StickController::write(const QUrl& file, bool attachments) {
    const std::filesystem::path path = fromQt(file.toLocalFile());
    run([path, attachments](Station& station) {
        return station.writeBundle(
            path, 0, [](std::uint64_t, std::uint64_t) {}, attachments);
    });
}

void StickController::read(const QList<QUrl>& files) {
    std::vector<std::filesystem::path> paths;
    for (const QUrl& file : files)
        paths.emplace_back(fromQt(file.toLocalFile()));
    run([paths](Station& station) { return station.readBundle(paths); });
}

void StickController::run(Work work) {
    if (!m_session || !m_session->station() || m_running)
        return;
    m_running = true;
    m_troubled = false;
    m_told = {};
    emit changed();
    m_thread =
        atWork<BundleReport>(*m_session, this, std::move(work), [this](const auto& result) { end(result); });
}

void StickController::end(const Result<BundleReport>& result) {
    m_running = false;
    m_troubled = !result.ok() || result->needsAttention() || result->more;
    m_told = !result.ok()       ? result.error().message
             : result->answered ? wordsOfAnswer(*result)
                                : wordsOfWritten(*result);
    if (result.ok() && result->answered) {
        if (m_session && m_session->enrolled())
            m_session->touch();
        else if (m_session)
            m_session->reopen();
        emit applied();
    }
    emit changed();
}

}  // namespace fayi::ui
