// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/figures_model.h"

#include <algorithm>

#include "fayi/ui/words.h"
#include "field_options.h"
#include "follow_session.h"
#include "station_work.h"

namespace fayi::ui {
namespace {

constexpr int kYears = 3, kMonths = 4;  ///< that are offered

QVariantMap period(const QString& name, const QString& label, const QString& from, const QString& to) {
    return {{QStringLiteral("name"), name},
            {QStringLiteral("label"), label},
            {QStringLiteral("from"), from},
            {QStringLiteral("to"), to}};
}

QVariantMap yearPeriod(int index, int year) {
    return period(QStringLiteral("year-%1").arg(index), QString::number(year),
                  QStringLiteral("%1-01-01").arg(year), QStringLiteral("%1-12-31").arg(year));
}

/// The month that ends with that day.
QVariantMap monthPeriod(int index, const std::string& last, Language language) {
    const QString day = toQt(last);
    const QString label = language == Language::Zh
                              ? QStringLiteral("%1年%2月").arg(day.left(4)).arg(day.mid(5, 2).toInt())
                              : day.left(7);
    return period(QStringLiteral("whole-month-%1").arg(index), label, day.left(8) + QStringLiteral("01"),
                  day);
}

/// The last day of the month in which a day lies.
std::string endOfMonth(const std::string& day) {
    constexpr std::int64_t kIntoTheNext = 31;
    const std::string next = dateOfDays(daysOf(day.substr(0, 8) + "01").value_or(0) + kIntoTheNext);
    return dateOfDays(daysOf(next.substr(0, 8) + "01").value_or(1) - 1);
}

std::string endOfMonthBefore(const std::string& day) {
    return dateOfDays(daysOf(day.substr(0, 8) + "01").value_or(1) - 1);
}

}  // namespace

void FiguresModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &FiguresModel::load);
        connect(m_session, &StationSession::identityChanged, this, &FiguresModel::begin);
        connect(m_session, &StationSession::languageChanged, this, [this] {
            put(std::move(m_counted), m_problem);
            emit asked();
        });
    });
    if (!fresh)
        return;
    begin();
    emit sessionChanged();
}

/// Somebody else may sit here, with other reports and other units.
void FiguresModel::begin() {
    const auto offers = [](const QVariantList& choices, const QString& code) {
        return std::ranges::any_of(
            choices, [&](const QVariant& one) { return one.toMap().value(QStringLiteral("code")) == code; });
    };
    if (const QVariantList all = reports(); !offers(all, m_report))
        m_report = all.isEmpty() ? QString() : all.front().toMap().value(QStringLiteral("code")).toString();
    if (!offers(unitOptions({}), m_unit))
        m_unit.clear();
    if (m_from.isEmpty())
        choosePeriod();
    askAnew();
}

/// A month is handed in when it is over; a year is looked at while it runs.
void FiguresModel::choosePeriod() {
    const schema::Report* report = definition();
    if (report == nullptr)
        return;
    const QVariantMap chosen = periods().at(report->monthly ? 1 : 0).toMap();
    m_from = chosen.value(QStringLiteral("from")).toString();
    m_to = chosen.value(QStringLiteral("to")).toString();
}

void FiguresModel::setReport(const QString& report) {
    if (report == m_report || !m_session || !m_session->station())
        return;
    const schema::Report* before = definition();
    m_report = report;
    const schema::Report* now = definition();
    if (before == nullptr || now == nullptr || before->monthly != now->monthly)
        choosePeriod();
    askAnew();
}

void FiguresModel::setUnit(const QString& unit) {
    if (unit == m_unit)
        return;
    m_unit = unit;
    askAnew();
}

void FiguresModel::setFrom(const QString& from) {
    show(from, m_to);
}

void FiguresModel::setTo(const QString& to) {
    show(m_from, to);
}

void FiguresModel::show(const QString& from, const QString& to) {
    if (from == m_from && to == m_to)
        return;
    m_from = from;
    m_to = to;
    askAnew();
}

void FiguresModel::showYear(int year) {
    show(QStringLiteral("%1-01-01").arg(year), QStringLiteral("%1-12-31").arg(year));
}

int FiguresModel::thisYear() const {
    return m_session ? toQt(m_session->today()).left(4).toInt() : 0;
}

QVariantList FiguresModel::reports() const {
    QVariantList out;
    if (m_session && m_session->station())
        for (const schema::Report* report : m_session->station()->reports())
            out << option(toQt(report->id), toQt(report->labels, m_session->spoken()));
    return out;
}

QVariantList FiguresModel::periods() const {
    QVariantList out;
    const schema::Report* report = definition();
    if (report == nullptr)
        return out;
    if (!report->monthly) {
        for (int i = 0; i < kYears; ++i)
            out << yearPeriod(i, thisYear() - i);
        return out;
    }
    std::string last = endOfMonth(m_session->today());
    for (int i = 0; i < kMonths; ++i, last = endOfMonthBefore(last))
        out << monthPeriod(i, last, m_session->spoken());
    return out;
}

QVariantMap FiguresModel::question() const {
    return {{QStringLiteral("report"), m_report},
            {QStringLiteral("unit"), m_unit},
            {QStringLiteral("from"), m_from},
            {QStringLiteral("to"), m_to}};
}

/// What was counted does not answer what is asked now.
void FiguresModel::askAnew() {
    m_others = m_counting;
    put({}, {});
    emit asked();
    load();
}

/// One count at a time; what is asked meanwhile is counted after it.
void FiguresModel::load() {
    if (m_counting) {
        m_again = true;
        return;
    }
    if (!m_session || !m_session->station() || m_report.isEmpty())
        return;
    m_counting = true;
    emit loaded();
    m_thread = atWork<Counted>(
        *m_session, this,
        [report = fromQt(m_report), from = fromQt(m_from), to = fromQt(m_to),
         unit = fromQt(m_unit)](station::Station& station) -> Result<Counted> {
            FAYI_LET(figures, station.figures(report, from, to, unit));
            FAYI_LET(checks, station.checks(report, from, to, unit));
            return Counted{std::move(figures), std::move(checks)};
        },
        [this](const Result<Counted>& counted) { end(counted); });
}

void FiguresModel::end(const Result<Counted>& counted) {
    m_counting = false;
    if (!m_others && m_session && m_session->station())
        put(counted.ok() ? *counted : Counted(), counted.ok() ? Text{} : whyUnread(counted.error()));
    m_others = false;
    if (m_again) {
        m_again = false;
        load();
    }
    emit loaded();
}

void FiguresModel::put(Counted counted, Text problem) {
    beginResetModel();
    m_counted = std::move(counted);
    m_problem = std::move(problem);
    endResetModel();
    emit loaded();
}

const schema::Report* FiguresModel::definition() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    return station ? station->catalog().report(fromQt(m_report)) : nullptr;
}

QString FiguresModel::title() const {
    const schema::Report* report = definition();
    return report ? toQt(report->labels, m_session->spoken()) : QString();
}

QString FiguresModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

bool FiguresModel::severalUnits() const {
    return unitOptions({}).size() > 1;
}

QString FiguresModel::unitLabel() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    if (!station)
        return {};
    const auto& scope = station->person().scope;
    if (!m_unit.isEmpty())
        return toQt(station->orgTree().pathName(fromQt(m_unit), m_session->spoken()));
    if (m_session->enrolled() && scope.size() == 1)
        if (const schema::OrgUnit* own = station->orgTree().find(scope.front()))
            return toQt(own->name, m_session->spoken());
    return tr("all that I see");
}

QVariantList FiguresModel::unitOptions(const QString& words) const {
    return m_session && m_session->station() ? ownUnits(*m_session, words) : QVariantList();
}

int FiguresModel::rowOf(const QString& figure) const {
    const auto at = std::ranges::find(m_counted.figures, fromQt(figure), &station::FigureValue::id);
    return at == m_counted.figures.end() ? -1 : static_cast<int>(at - m_counted.figures.begin());
}

int FiguresModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const station::FigureValue& figure = m_counted.figures[static_cast<std::size_t>(index.row())];
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
        case RatioRole:
            return wholeRatioOf(figure);
        case DefinitionRole:
            return toQt(figure.definition, language);
        case PartialRole:
            return toQt(figure.partial, language);
        case OverlapsRole:
            return overlapsOf(figure.id);
        case RecordsRole:
            return static_cast<int>(figure.records);
        case BeforeRole:
            return beforeOf(figure);
        case ChangeRole:
            return changeOf(figure);
        default:
            return {};
    }
}

QHash<int, QByteArray> FiguresModel::roleNames() const {
    return {{IdRole, "figureId"},       {LabelRole, "label"},     {ShownRole, "shown"},
            {UnitRole, "unit"},         {RatioRole, "ratio"},     {DefinitionRole, "definition"},
            {PartialRole, "partial"},   {RecordsRole, "records"}, {BeforeRole, "before"},
            {OverlapsRole, "overlaps"}, {ChangeRole, "change"}};
}

}  // namespace fayi::ui
