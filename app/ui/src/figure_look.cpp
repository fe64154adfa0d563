// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/figure_look.h"

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"
#include "station_work.h"

namespace fayi::ui {
namespace {

QVariant numberOf(const std::optional<double>& value) {
    return value ? QVariant(*value) : QVariant();
}

}  // namespace

void FigureLook::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &FigureLook::load);
        connect(m_session, &StationSession::languageChanged, this, &FigureLook::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void FigureLook::setQuestion(const QVariantMap& question) {
    m_question = question;
    load();
}

std::string FigureLook::asked(const char* key) const {
    return fromQt(m_question.value(QLatin1String(key)).toString());
}

void FigureLook::load() {
    if (m_reading) {
        m_again = true;
        return;
    }
    if (!m_session || !m_session->station() || m_question.isEmpty())
        return;
    m_reading = true;
    emit loaded();
    m_thread = atWork<Read>(
        *m_session, this,
        [report = asked("report"), figure = asked("figure"), from = asked("from"), to = asked("to"),
         unit = asked("unit"),
         months = asked("what") == "months"](station::Station& station) -> Result<Read> {
            Read out;
            if (months) {
                FAYI_LET(values, station::monthsOf(station, report, figure, to, unit));
                out.months = std::move(values);
            } else {
                FAYI_LET(records, station.figureRecords(report, figure, from, to, unit));
                out.records = std::move(records);
            }
            return out;
        },
        [this](const Result<Read>& read) { end(read); });
}

void FigureLook::end(const Result<Read>& read) {
    m_reading = false;
    if (std::exchange(m_again, false)) {
        load();
        return;
    }
    m_problem = read.ok() ? Text{} : whyUnread(read.error());
    const bool open = read.ok() && m_session && m_session->station();
    m_records = open ? recordRows(*m_session, read->records) : QVariantList();
    m_months = open ? read->months : std::vector<station::MonthValue>();
    emit loaded();
}

QString FigureLook::label() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    const schema::Report* report = station ? station->catalog().report(asked("report")) : nullptr;
    const schema::Figure* known = report ? report->find(asked("figure")) : nullptr;
    return known ? toQt(known->labels, m_session->spoken()) : QString();
}

QString FigureLook::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QVariantList FigureLook::months() const {
    QVariantList out;
    for (const station::MonthValue& one : m_months)
        out << QVariantMap{{QStringLiteral("month"), toQt(one.month)},
                           {QStringLiteral("label"), QString::number(toQt(one.month).mid(5).toInt())},
                           {QStringLiteral("now"), numberOf(one.now)},
                           {QStringLiteral("before"), numberOf(one.before)},
                           {QStringLiteral("shown"), toQt(one.shown, m_session->spoken())},
                           {QStringLiteral("shownBefore"), toQt(one.shownBefore, m_session->spoken())}};
    return out;
}

}  // namespace fayi::ui
