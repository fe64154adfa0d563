// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/export_controller.h"

#include "fayi/office/export.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "station_work.h"
#include "table_files.h"

namespace fayi::ui {

struct ExportController::Answer {
    QString file;
    office::ExportDone done;
};

ExportController::ExportController(QObject* parent) : QObject(parent), m_folder(tableFolder()) {}

ExportController::~ExportController() {
    m_stop.request_stop();
}

void ExportController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &ExportController::changed);
    });
    if (fresh)
        emit sessionChanged();
}

void ExportController::setFolder(const QString& folder) {
    m_folder = folder;
    emit changed();
}

QString ExportController::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QStringList ExportController::covered(const QString& type) const {
    QStringList out;
    const auto* station = m_session ? m_session->station() : nullptr;
    const schema::RecordType* known = station ? station->catalog().type(fromQt(type)) : nullptr;
    if (known)
        for (const schema::Field& field : known->fields)
            if (field.privacy >= schema::Privacy::Personal)
                out << toQt(field.labels, m_session->spoken());
    return out;
}

void ExportController::forget() {
    m_file.clear();
    m_problem = {};
    emit changed();
}

void ExportController::exportList(const QString& type, const QString& where, const QString& words,
                                  const QString& order, const QString& ending, const QString& reason) {
    if (!m_session || !m_session->station() || m_running)
        return;
    forget();
    office::ExportWish wish;
    wish.type = fromQt(type);
    wish.where = fromQt(where);
    wish.words = fromQt(words.trimmed());
    wish.order = fromQt(order);
    wish.reason = fromQt(reason.trimmed());
    wish.identified = !wish.reason.empty();
    wish.language = m_session->spoken();
    const schema::RecordType* known = m_session->station()->catalog().type(wish.type);
    const auto name = tableFile(*m_session, m_folder, known ? toQt(known->labels, wish.language) : type,
                                QLatin1Char('.') + ending);
    if (!name.ok()) {
        m_problem = name.error().message;
        emit changed();
        return;
    }
    wish.file = fromQt(*name);
    m_running = true;
    m_stop = std::stop_source();
    wish.stop = m_stop.get_token();
    emit changed();
    const QString file = *name;
    const Clock& clock = m_session->clock();
    m_thread = atWork<Answer>(
        *m_session, this,
        [wish, file, &clock](station::Station& station) -> Result<Answer> {
            FAYI_LET(done, office::exportList(station, wish, clock));
            return Answer{file, std::move(done)};
        },
        [this](const Result<Answer>& answer) { end(answer); });
}

void ExportController::end(const Result<Answer>& answer) {
    m_running = false;
    if (answer.ok()) {
        m_file = answer->file;
        m_records = static_cast<int>(answer->done.records);
        m_restricted = static_cast<int>(answer->done.restricted);
    } else {
        m_problem = answer.error().message;
    }
    emit changed();
    if (answer.ok())
        emit done();
}

}  // namespace fayi::ui
