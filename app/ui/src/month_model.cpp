// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/month_model.h"

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"
#include "station_work.h"

namespace fayi::ui {

void MonthModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &MonthModel::load);
        connect(m_session, &StationSession::languageChanged, this,
                [this] { show(std::move(m_month), m_known); });
        connect(m_session, &StationSession::identityChanged, this, &MonthModel::begin);
    });
    if (!fresh)
        return;
    begin();
    emit sessionChanged();
}

/// Somebody else may sit here: what was counted is not theirs.
void MonthModel::begin() {
    m_others = m_counting;
    m_problem = {};
    show({}, false);
    load();
}

void MonthModel::load() {
    if (m_counting) {
        m_again = true;
        return;
    }
    if (!m_session || !m_session->station())
        return;
    m_counting = true;
    emit countChanged();
    m_thread =
        atWork<Counted>(*m_session, this, countIn, [this](const Result<Counted>& month) { end(month); });
}

/// Types by name: the definitions of that connection go with it.
Result<MonthModel::Counted> MonthModel::countIn(station::Station& station) {
    const station::Month month(station);
    Counted out;
    FAYI_LET(counts, month.counts());
    for (const station::Month::Count& one : counts)
        out.counts.push_back({one.type->name, one.records, one.open});
    out.villages = month.villages().size();
    FAYI_LET(waiting, month.unvisited());
    out.waiting = std::move(waiting);
    return out;
}

void MonthModel::end(const Result<Counted>& counted) {
    m_counting = false;
    if (!m_others && m_session && m_session->station()) {
        m_problem = counted.ok() ? Text{} : whyUnread(counted.error());
        show(counted.ok() ? *counted : Counted(), counted.ok());
    }
    m_others = false;
    if (m_again) {
        m_again = false;
        load();
    } else {
        emit countChanged();
    }
}

void MonthModel::show(Counted counted, bool known) {
    beginResetModel();
    m_month = std::move(counted);
    m_known = known;
    endResetModel();
    emit countChanged();
}

QString MonthModel::title() const {
    const bool open = m_session && m_session->station();
    return open ? tr("This month (%1)").arg(m_session->today().substr(5, 2).c_str()) : QString();
}

QString MonthModel::waitingNames() const {
    QStringList out;
    for (std::size_t i = 0; i < std::min(m_month.waiting.size(), kNamed); ++i)
        if (const auto* unit = m_session->station()->orgTree().find(m_month.waiting[i]))
            out << toQt(unit->name, m_session->spoken());
    QString names = out.join(tr(", "));
    if (m_month.waiting.size() > kNamed)
        names = tr("%1 and %2 more").arg(names).arg(m_month.waiting.size() - kNamed);
    return names;
}

QVariant MonthModel::recordsOf(const QString& type) {
    if (!m_session || !m_session->station())
        return {};
    const auto records = station::Month(*m_session->station()).records(fromQt(type));
    m_problem = records.ok() ? Text{} : whyUnread(records.error());
    emit countChanged();
    return records.ok() ? recordRows(*m_session, *records) : QVariant();
}

QString MonthModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

int MonthModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant MonthModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const Count& one = m_month.counts[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NameRole:
            return toQt(one.type);
        case LabelRole: {
            const auto* station = m_session->station();
            const schema::RecordType* type = station ? station->catalog().type(one.type) : nullptr;
            return type ? toQt(type->labels, m_session->spoken()) : toQt(one.type);
        }
        case RecordsRole:
            return static_cast<qulonglong>(one.records);
        case OpenRole:
            return static_cast<qulonglong>(one.open);
        default:
            return {};
    }
}

QHash<int, QByteArray> MonthModel::roleNames() const {
    return {{NameRole, "name"}, {LabelRole, "label"}, {RecordsRole, "records"}, {OpenRole, "open"}};
}

}  // namespace fayi::ui
