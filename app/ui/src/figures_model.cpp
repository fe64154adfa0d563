// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/figures_model.h"

#include <algorithm>
#include <cmath>

#include "fayi/station/trend.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"

namespace fayi::ui {
namespace {

const std::string kReport = "annual";

QVariant numberOf(const std::optional<double>& value) {
    return value ? QVariant(*value) : QVariant();
}

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
    if (!m_session || !m_session->station())
        return {};
    const auto records =
        m_session->station()->figureRecords(kReport, fromQt(figure), fromQt(m_from), fromQt(m_to), {});
    return records.ok() ? recordRows(*m_session, *records) : QVariantList();
}

QVariantList FiguresModel::monthsOf(const QString& figure) const {
    QVariantList out;
    if (!m_session || !m_session->station())
        return out;
    const Language language = m_session->spoken();
    const auto months = station::monthsOf(*m_session->station(), kReport, fromQt(figure), fromQt(m_to), {});
    if (!months.ok())
        return out;
    for (const station::MonthValue& one : *months)
        out << QVariantMap{{QStringLiteral("month"), toQt(one.month)},
                           {QStringLiteral("label"), QString::number(toQt(one.month).mid(5).toInt())},
                           {QStringLiteral("now"), numberOf(one.now)},
                           {QStringLiteral("before"), numberOf(one.before)},
                           {QStringLiteral("shown"), toQt(one.shown, language)},
                           {QStringLiteral("shownBefore"), toQt(one.shownBefore, language)}};
    return out;
}

/// Of what is counted; ratios are told beside each other and not compared.
QString FiguresModel::changeOf(const station::FigureValue& figure) const {
    if (!figure.before || figure.denominator)
        return {};
    const double more = figure.value - figure.before->value;
    if (more == 0)
        return tr("no change");
    if (figure.before->value == 0)
        return tr("none the year before");
    const int percent = static_cast<int>(std::lround(100 * more / figure.before->value));
    return percent >= 0 ? tr("+%1 %").arg(percent) : tr("−%1 %").arg(-percent);
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
        case BeforeRole:
            return figure.before ? toQt(figure.before->shown, language) : QString();
        case ChangeRole:
            return changeOf(figure);
        default:
            return {};
    }
}

QHash<int, QByteArray> FiguresModel::roleNames() const {
    return {{IdRole, "figureId"},     {LabelRole, "label"},           {ShownRole, "shown"},
            {UnitRole, "unit"},       {DefinitionRole, "definition"}, {PartialRole, "partial"},
            {RecordsRole, "records"}, {BeforeRole, "before"},         {ChangeRole, "change"}};
}

}  // namespace fayi::ui
