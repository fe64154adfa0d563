// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/due_model.h"

#include <algorithm>

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"
#include "register_names.h"
#include "station_work.h"

namespace fayi::ui {

void DueModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &DueModel::load);
        connect(m_session, &StationSession::languageChanged, this, &DueModel::load);
        connect(m_session, &StationSession::identityChanged, this, &DueModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

/// One look at a time; what changes meanwhile is looked at after it.
void DueModel::load() {
    if (!m_session || !m_session->station())
        return;
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    emit countChanged();
    m_thread = atWork<Found>(
        *m_session, this, [day = m_session->today()](station::Station& station) { return station.due(day); },
        [this](const Result<Found>& found) { end(found); });
}

void DueModel::end(const Result<Found>& found) {
    m_looking = false;
    if (m_again) {
        m_again = false;
        load();
        return;
    }
    beginResetModel();
    m_found = found.ok() ? *found : Found();
    m_problem = found.ok() ? Text{} : whyUnread(found.error());
    endResetModel();
    emit countChanged();
}

int DueModel::moreOverdue() const {
    return static_cast<int>(std::count_if(m_found.begin() + count(), m_found.end(),
                                          [](const auto& one) { return one.days < 0; }));
}

void DueModel::showMore() {
    const int before = count(), after = static_cast<int>(std::min(m_found.size(), m_shown + kStep));
    if (after == before)
        return;
    beginInsertRows({}, before, after - 1);
    m_shown += kStep;
    endInsertRows();
    emit countChanged();
}

void DueModel::showFirst() {
    if (m_shown == kRows)
        return;
    beginResetModel();
    m_shown = kRows;
    endResetModel();
    emit countChanged();
}

QString DueModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString DueModel::when(const station::Due& due) const {
    const Language language = m_session->spoken();
    QString left = tr("today");
    if (due.days < 0)
        left = tr("%1 days overdue").arg(-due.days);
    else if (due.days > 0)
        left = tr("in %1 days").arg(due.days);
    QStringList parts{spokenDate(due.on, language), left, toQt(due.basis, language)};
    if (due.assumed)
        parts << tr("holidays of that year not announced yet");
    return parts.join(QStringLiteral(" · "));
}

int DueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant DueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const station::Due& due = m_found[static_cast<std::size_t>(index.row())];
    const QString what = toQt(due.labels, m_session->spoken());
    switch (role) {
        case IdRole:
            return due.record ? toQt(toText(due.record->id)) : QString();
        case TitleRole:
            return due.record
                       ? what + QStringLiteral(" · ") +
                             recordTitle(*m_session->station(), due.record->view.type,
                                         due.record->view.fields, due.record->title, m_session->spoken())
                       : what;
        case WhenRole:
            return when(due);
        case WordRole:
            return due.days < 0    ? QStringLiteral("overdue")
                   : due.days == 0 ? QStringLiteral("today")
                                   : QStringLiteral("soon");
        case StandingRole:
            return due.record ? standingOf(due.record->view) : QString();
        default:
            return {};
    }
}

QHash<int, QByteArray> DueModel::roleNames() const {
    return {{IdRole, "recordId"},
            {TitleRole, "title"},
            {WhenRole, "when"},
            {WordRole, "word"},
            {StandingRole, "standing"}};
}

}  // namespace fayi::ui
