// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/board_model.h"

#include <algorithm>

#include "fayi/office/export.h"
#include "fayi/station/locks.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"
#include "station_work.h"
#include "table_files.h"

namespace fayi::ui {

using station::Board;
using station::BoardRow;

BoardModel::BoardModel(QObject* parent) : QAbstractListModel(parent), m_folder(tableFolder()) {}

void BoardModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &BoardModel::load);
        connect(m_session, &StationSession::identityChanged, this, &BoardModel::begin);
        connect(m_session, &StationSession::languageChanged, this, &BoardModel::load);
    });
    if (!fresh)
        return;
    begin();
    emit sessionChanged();
}

void BoardModel::begin() {
    m_parent.clear();
    m_year = thisYear();
    emit asked();
    load();
}

void BoardModel::setUnit(const QString& unit) {
    if (unit == m_parent)
        return;
    m_parent = unit;
    emit asked();
    load();
}

void BoardModel::setYear(int year) {
    if (year == m_year)
        return;
    m_year = year;
    emit asked();
    load();
}

void BoardModel::setSilentDays(int days) {
    if (days == m_silentDays)
        return;
    m_silentDays = days;
    emit asked();
    load();
}

void BoardModel::setFolder(const QString& folder) {
    m_folder = folder;
    emit exported();
}

int BoardModel::thisYear() const {
    return m_session ? toQt(m_session->today()).left(4).toInt() : 0;
}

station::BoardQuestion BoardModel::question() const {
    const std::string year = std::to_string(m_year);
    return {fromQt(m_parent), year + "-01-01", year + "-12-31", m_silentDays};
}

/// One count at a time; what is asked meanwhile is counted after it.
void BoardModel::load() {
    if (!m_session || !m_session->station())
        return;
    if (m_counting) {
        m_again = true;
        return;
    }
    m_counting = true;
    emit loaded();
    m_thread = atWork<Rows>(
        *m_session, this,
        [asked = question()](station::Station& station) { return Board(station).rows(asked); },
        [this](const Result<Rows>& rows) { end(rows); });
}

void BoardModel::end(const Result<Rows>& rows) {
    m_counting = false;
    if (m_again) {
        m_again = false;
        load();
        return;
    }
    m_problem = rows.ok() ? Text{} : rows.error().message;
    m_all = rows.ok() ? *rows : Rows();
    choose();
}

void BoardModel::choose() {
    beginResetModel();
    m_rows = m_all;
    if (m_onlyOverdue)
        std::erase_if(m_rows, [](const BoardRow& row) { return !row.overdue; });
    endResetModel();
    emit loaded();
}

void BoardModel::setOnlyOverdue(bool only) {
    if (only == m_onlyOverdue)
        return;
    m_onlyOverdue = only;
    choose();
}

int BoardModel::overdue() const {
    return static_cast<int>(std::ranges::count_if(m_all, &BoardRow::overdue));
}

QString BoardModel::nameOf(const QString& unit) const {
    if (!m_session || !m_session->station())
        return unit;
    const schema::OrgUnit* known = m_session->station()->orgTree().find(fromQt(unit));
    return known ? toQt(known->name, m_session->spoken()) : unit;
}

QVariantList BoardModel::path() const {
    QVariantList out;
    if (!m_session || !m_session->station())
        return out;
    const std::string root = Board(*m_session->station()).root();
    const schema::OrgTree& tree = m_session->station()->orgTree();
    for (const schema::OrgUnit* unit = tree.find(m_parent.isEmpty() ? root : fromQt(m_parent));
         unit != nullptr; unit = unit->code == root ? nullptr : tree.find(unit->parent))
        out.prepend(QVariantMap{{QStringLiteral("code"), toQt(unit->code)},
                                {QStringLiteral("label"), toQt(unit->name, m_session->spoken())}});
    return out;
}

bool BoardModel::mayLock() const {
    return m_session && m_session->station() && station::Locks(*m_session->station()).mayLock();
}

QString BoardModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString BoardModel::exportProblem() const {
    return m_session ? toQt(m_exportProblem, m_session->spoken()) : QString();
}

QVariantList BoardModel::recordsOf(const QString& unit, const QString& state) const {
    if (!m_session || !m_session->station())
        return {};
    const station::BoardQuestion asked = question();
    const auto records =
        Board(*m_session->station()).records(fromQt(unit), fromQt(state), asked.from, asked.to);
    return records.ok() ? recordRows(*m_session, *records) : QVariantList();
}

bool BoardModel::exportTable() {
    m_file.clear();
    m_exportProblem = {};
    if (!m_session || !m_session->station())
        return false;
    station::Station& station = *m_session->station();
    const QString parent = m_parent.isEmpty() ? toQt(Board(station).root()) : m_parent;
    const auto name =
        tableFile(*m_session, m_folder, tr("Board of %1").arg(nameOf(parent)), QStringLiteral(".xlsx"));
    const auto written = name.ok() ? office::exportBoard(station, m_rows, question(), fromQt(*name),
                                                         m_session->spoken(), m_session->clock())
                                   : Result<office::ExportDone>(name.error());
    if (written.ok())
        m_file = *name;
    else
        m_exportProblem = written.error().message;
    emit exported();
    return written.ok();
}

QString BoardModel::overdueSince(const BoardRow& row) const {
    if (!row.overdue)
        return {};
    return row.reported.empty()
               ? tr("has not reported anything yet")
               : tr("has not reported since %1").arg(spokenDate(row.reported, m_session->spoken()));
}

QStringList BoardModel::computersOf(const BoardRow& row) const {
    QStringList out;
    for (const store::Computer& one : row.computers) {
        const QString when =
            one.newest.wall() == Millis(0)
                ? tr("nothing yet")
                : spokenTime(one.newest.wall(), m_session->clock().now(), m_session->spoken());
        out << tr("%1: %2").arg(one.name.empty() ? tr("without a name") : toQt(one.name), when);
    }
    return out;
}

QString BoardModel::silence(const BoardRow& row) const {
    if (row.silent == 0)
        return {};
    const QString since =
        row.oldestVisit.empty()
            ? tr("no visit logged yet")
            : tr("no visit logged since %1").arg(spokenDate(row.oldestVisit, m_session->spoken()));
    return row.villages > 1 ? tr("%1 of %2 villages: %3").arg(row.silent).arg(row.villages).arg(since)
                            : since;
}

QString BoardModel::lockOf(const BoardRow& row) const {
    if (row.lockedUntil.empty())
        return {};
    const QString until = spokenDate(row.lockedUntil, m_session->spoken());
    return row.lockedBy == row.org ? tr("locked until %1").arg(until)
                                   : tr("locked until %1, with %2").arg(until, nameOf(toQt(row.lockedBy)));
}

int BoardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant BoardModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count() || !m_session->station())
        return {};
    const BoardRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case UnitRole:
            return toQt(row.org);
        case NameRole:
            return nameOf(toQt(row.org));
        case BelowRole:
            return row.below;
        case RecordsRole:
            return static_cast<int>(row.records);
        case SubmittedRole:
            return static_cast<int>(row.submitted);
        case VerifiedRole:
            return static_cast<int>(row.verified);
        case ReturnedRole:
            return static_cast<int>(row.returned);
        case LastDayRole:
            return row.lastDay.empty() ? QString() : spokenDate(row.lastDay, m_session->spoken());
        case HeardRole:
            return row.heard == Millis(0)
                       ? QString()
                       : spokenTime(row.heard, m_session->clock().now(), m_session->spoken());
        case OverdueRole:
            return overdueSince(row);
        case ComputersRole:
            return computersOf(row);
        case SilentRole:
            return silence(row);
        case LockRole:
            return lockOf(row);
        default:
            return {};
    }
}

QHash<int, QByteArray> BoardModel::roleNames() const {
    return {{UnitRole, "unit"},         {NameRole, "name"},           {BelowRole, "below"},
            {RecordsRole, "records"},   {SubmittedRole, "submitted"}, {VerifiedRole, "verified"},
            {ReturnedRole, "returned"}, {LastDayRole, "lastDay"},     {HeardRole, "heard"},
            {OverdueRole, "overdue"},   {ComputersRole, "computers"}, {SilentRole, "silent"},
            {LockRole, "lock"}};
}

}  // namespace fayi::ui
