// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/figures_model.h"

#include <algorithm>

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "register_names.h"

namespace fayi::ui {
namespace {

const std::string kReport = "annual";

}  // namespace

void FiguresModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &FiguresModel::load);
        connect(m_session, &StationSession::identityChanged, this, &FiguresModel::load);
        connect(m_session, &StationSession::languageChanged, this, &FiguresModel::load);
    });
    if (!fresh)
        return;
    if (m_session && m_from.isEmpty())
        showYear(thisYear());
    else
        load();
    emit sessionChanged();
}

void FiguresModel::setFrom(const QString& from) {
    if (from == m_from)
        return;
    m_from = from;
    emit periodChanged();
    load();
}

void FiguresModel::setTo(const QString& to) {
    if (to == m_to)
        return;
    m_to = to;
    emit periodChanged();
    load();
}

void FiguresModel::showYear(int year) {
    m_from = QStringLiteral("%1-01-01").arg(year);
    m_to = QStringLiteral("%1-12-31").arg(year);
    emit periodChanged();
    load();
}

int FiguresModel::thisYear() const {
    return m_session ? toQt(m_session->today()).left(4).toInt() : 0;
}

void FiguresModel::load() {
    beginResetModel();
    m_figures.clear();
    m_problem = {};
    if (m_session && m_session->station()) {
        auto figures = m_session->station()->figures(kReport, fromQt(m_from), fromQt(m_to), {});
        if (figures.ok())
            m_figures = std::move(figures).value();
        else
            m_problem = figures.error().message;
    }
    endResetModel();
    emit loaded();
}

QString FiguresModel::title() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    const schema::Report* report = station ? station->catalog().report(kReport) : nullptr;
    return report ? toQt(report->labels, m_session->spoken()) : QString();
}

QString FiguresModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString FiguresModel::labelOf(const QString& figure) const {
    const std::string id = fromQt(figure);
    for (const station::FigureValue& one : m_figures)
        if (one.id == id)
            return toQt(one.labels, m_session->spoken());
    return figure;
}

QVariantList FiguresModel::recordsBehind(const QString& figure) const {
    QVariantList out;
    if (!m_session || !m_session->station())
        return out;
    const station::Station& station = *m_session->station();
    const Language language = m_session->spoken();
    const auto records = station.figureRecords(kReport, fromQt(figure), fromQt(m_from), fromQt(m_to), {});
    if (!records.ok())
        return out;
    for (const station::Record& record : *records)
        out << QVariantMap{{QStringLiteral("recordId"), toQt(toText(record.id))},
                           {QStringLiteral("title"), recordTitle(station, record.view.type,
                                                                 record.view.fields, record.title, language)},
                           {QStringLiteral("secondary"),
                            spokenDate(record.view.happenedOn, language) + QStringLiteral(" · ") +
                                toQt(station.orgTree().pathName(record.view.org, language))},
                           {QStringLiteral("word"),
                            record.view.conflicts.empty() ? toQt(record.sync) : QStringLiteral("conflict")}};
    return out;
}

int FiguresModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const station::FigureValue& figure = m_figures[static_cast<std::size_t>(index.row())];
    const Language language = m_session->spoken();
    switch (role) {
        case IdRole:
            return toQt(figure.id);
        case LabelRole:
            return toQt(figure.labels, language);
        case ShownRole:
            return toQt(figure.shown, language);
        case UnitRole:
            return toQt(figure.unit, language);
        case DefinitionRole:
            return toQt(figure.definition, language);
        case PartialRole:
            return toQt(figure.partial, language);
        case RecordsRole:
            return static_cast<int>(figure.records);
        default:
            return {};
    }
}

QHash<int, QByteArray> FiguresModel::roleNames() const {
    return {{IdRole, "figureId"},    {LabelRole, "label"},           {ShownRole, "shown"},
            {UnitRole, "unit"},      {DefinitionRole, "definition"}, {PartialRole, "partial"},
            {RecordsRole, "records"}};
}

}  // namespace fayi::ui
