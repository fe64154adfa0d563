// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/link_test_model.h"

#include "fayi/ui/words.h"
#include "station_work.h"

namespace fayi::ui {

void LinkTestModel::setSession(StationSession* session) {
    if (session == m_session)
        return;
    m_session = session;
    if (m_session) {
        connect(m_session, &StationSession::languageChanged, this, &LinkTestModel::speakAgain);
        connect(m_session, &QObject::destroyed, this, [this] { m_session = nullptr; });
    }
    emit sessionChanged();
}

void LinkTestModel::speakAgain() {
    beginResetModel();
    endResetModel();
    emit changed();
}

void LinkTestModel::start() {
    if (!m_session || m_running)
        return;
    beginResetModel();
    m_report.reset();
    endResetModel();
    m_running = true;
    m_problem = {};
    emit changed();
    m_thread = atWork<station::LinkReport>(
        *m_session, this, [](station::Station& station) { return station.testLink(); },
        [this](const auto& result) { end(result); });
}

void LinkTestModel::end(const Result<station::LinkReport>& result) {
    beginResetModel();
    m_running = false;
    if (result.ok())
        m_report = *result;
    else
        m_problem = result.error().message;
    endResetModel();
    emit changed();
}

QString LinkTestModel::problem() const {
    return m_session ? plainWords(toQt(m_problem, m_session->spoken())) : QString();
}

int LinkTestModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant LinkTestModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count() || !m_session)
        return {};
    const station::LinkStep& step = m_report->steps[static_cast<std::size_t>(index.row())];
    const Language language = m_session->spoken();
    switch (role) {
        case StepRole:
            return toQt(step.label, language);
        case StateRole:
            return toQt(station::nameOf(step.state));
        case FoundRole: {
            const QString words = plainWords(toQt(step.words, language));
            return step.took ? tr("%1 · %2 ms").arg(words).arg(step.took->count()) : words;
        }
        case AdviceRole:
            return toQt(step.advice, language);
        default:
            return {};
    }
}

QHash<int, QByteArray> LinkTestModel::roleNames() const {
    return {{StepRole, "step"}, {StateRole, "verdict"}, {FoundRole, "found"}, {AdviceRole, "advice"}};
}

}  // namespace fayi::ui
