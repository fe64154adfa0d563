// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/report_controller.h"

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "station_work.h"
#include "table_files.h"

namespace fayi::ui {

ReportController::ReportController(QObject* parent) : QObject(parent), m_folder(tableFolder()) {}

void ReportController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &ReportController::load);
        connect(m_session, &StationSession::languageChanged, this, &ReportController::changed);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void ReportController::setQuestion(const QVariantMap& question) {
    if (question == m_question)
        return;
    m_question = question;
    m_data = nullptr;
    load();
}

void ReportController::setFolder(const QString& folder) {
    m_folder = folder;
    emit changed();
}

office::ReportWish ReportController::wish() const {
    const auto said = [this](const char* key) {
        return fromQt(m_question.value(QLatin1String(key)).toString());
    };
    return {said("report"), said("from"), said("to"), said("unit")};
}

/// One count at a time; what changes meanwhile is counted after it.
void ReportController::load() {
    if (m_counting) {
        m_again = true;
        return;
    }
    if (!m_session || !m_session->station() || m_question.isEmpty())
        return;
    m_counting = true;
    emit changed();
    const Clock& clock = m_session->clock();
    const qlonglong number = m_question.value(QStringLiteral("number")).toLongLong();
    m_counter = atWork<Counted>(
        *m_session, this,
        [wish = wish(), number, &clock](station::Station& station) -> Result<Counted> {
            FAYI_LET(data, number != 0 ? office::frozenReport(station, number, clock)
                                       : office::makeReport(station, wish, clock));
            FAYI_LET(closed, office::frozenReports(station, clock));
            return Counted{std::make_shared<const office::ReportData>(std::move(data)), std::move(closed)};
        },
        [this](const Result<Counted>& counted) { end(counted); });
}

void ReportController::end(const Result<Counted>& counted) {
    m_counting = false;
    if (std::exchange(m_again, false)) {
        load();
        return;
    }
    m_problem = counted.ok() ? Text{} : counted.error().message;
    const Counted told = counted.ok() && m_session && m_session->station() ? *counted : Counted();
    m_data = told.data;
    m_closed = told.closed;
    emit changed();
}

/// Something is to be done with what is shown. False: there is nothing, or something else is being done.
bool ReportController::begin() {
    if (!m_session || !m_session->station() || !m_data || m_working)
        return false;
    m_file.clear();
    m_problem = {};
    return true;
}

void ReportController::write(const QString& ending) {
    if (!begin())
        return;
    const auto name = tableFile(*m_session, m_folder, title(), QLatin1Char('.') + ending);
    if (!name.ok()) {
        m_problem = name.error().message;
        emit changed();
        return;
    }
    m_working = true;
    emit changed();
    const Clock& clock = m_session->clock();
    m_worker = atWork<QString>(
        *m_session, this,
        [data = m_data, file = *name, document = ending == QLatin1String("docx"),
         language = m_session->spoken(), &clock](station::Station&) -> Result<QString> {
            FAYI_TRY(document ? office::writeDocument(*data, fromQt(file), language, clock)
                              : office::writeSheet(*data, fromQt(file), language, clock));
            return file;
        },
        [this](const Result<QString>& file) {
            m_working = false;
            m_file = file.ok() ? *file : QString();
            m_problem = file.ok() ? Text{} : file.error().message;
            emit changed();
        });
}

void ReportController::close() {
    if (!begin())
        return;
    m_working = true;
    emit changed();
    const Clock& clock = m_session->clock();
    m_worker = atWork<std::int64_t>(
        *m_session, this,
        [wish = wish(), &clock](station::Station& station) {
            return office::freezeReport(station, wish, clock);
        },
        [this](const Result<std::int64_t>& number) {
            m_working = false;
            if (number.ok())
                load();
            else
                m_problem = number.error().message;
            emit changed();
            if (number.ok())
                emit wasClosed(*number);
        });
}

}  // namespace fayi::ui
