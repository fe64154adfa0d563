// SPDX-License-Identifier: Apache-2.0
// What a list is narrowed to, and the order it is in.
#include <algorithm>
#include <tuple>
#include <utility>

#include "fayi/base/clock.h"
#include "fayi/ui/field_value.h"
#include "fayi/ui/finder.h"
#include "fayi/ui/record_list_model.h"
#include "fayi/ui/words.h"
#include "field_options.h"
#include "list_filter.h"

namespace fayi::ui {
namespace {

using Days = std::pair<QString, QString>;

/// The days of a period that has a name, as the calendar stands at `today`; empty for any other name.
Days daysOfPeriod(const QString& period, const std::string& today) {
    const int year = toQt(today).left(4).toInt();
    const auto yearOf = [](int number) {
        return Days(QStringLiteral("%1-01-01").arg(number), QStringLiteral("%1-12-31").arg(number));
    };
    if (period == QLatin1String("this-year"))
        return yearOf(year);
    if (period == QLatin1String("last-year"))
        return yearOf(year - 1);
    if (period != QLatin1String("this-month"))
        return {};
    const int month = toQt(today).mid(5, 2).toInt();
    const QString next = QStringLiteral("%1-%2-01")
                             .arg(month == 12 ? year + 1 : year)
                             .arg(month % 12 + 1, 2, 10, QLatin1Char('0'));
    return {toQt(today).left(8) + QStringLiteral("01"),
            toQt(dateOfDays(daysOf(fromQt(next)).value_or(1) - 1))};
}

}  // namespace

const schema::RecordType* RecordListModel::recordType() const {
    const station::Station* station = m_session ? m_session->station() : nullptr;
    return station ? station->catalog().type(fromQt(m_type)) : nullptr;
}

void RecordListModel::narrow(const ListFilter& filter) {
    if (filter == *m_filter)
        return;
    *m_filter = filter;
    emit filterChanged();
    reload();
}

QString RecordListModel::word() const {
    return m_filter->word;
}

void RecordListModel::setWord(const QString& word) {
    ListFilter next = *m_filter;
    next.word = word;
    narrow(next);
}

bool RecordListModel::bin() const {
    return m_filter->bin;
}

void RecordListModel::setBin(bool bin) {
    ListFilter next = *m_filter;
    next.bin = bin;
    narrow(next);
}

QString RecordListModel::from() const {
    return m_filter->from;
}

void RecordListModel::setFrom(const QString& day) {
    ListFilter next = *m_filter;
    next.from = day;
    narrow(next);
}

QString RecordListModel::to() const {
    return m_filter->to;
}

void RecordListModel::setTo(const QString& day) {
    ListFilter next = *m_filter;
    next.to = day;
    narrow(next);
}

QString RecordListModel::period() const {
    const Days days(m_filter->from, m_filter->to);
    if (m_session && days != Days())
        for (const char* name : {"this-month", "this-year", "last-year"})
            if (daysOfPeriod(QLatin1String(name), m_session->today()) == days)
                return QLatin1String(name);
    return {};
}

void RecordListModel::setPeriod(const QString& period) {
    if (!m_session)
        return;
    ListFilter next = *m_filter;
    std::tie(next.from, next.to) = daysOfPeriod(period, m_session->today());
    narrow(next);
}

QString RecordListModel::unit() const {
    return m_filter->unit;
}

void RecordListModel::setUnit(const QString& unit) {
    ListFilter next = *m_filter;
    next.unit = unit;
    narrow(next);
}

QString RecordListModel::unitLabel() const {
    const station::Station* station = m_session ? m_session->station() : nullptr;
    return station && !m_filter->unit.isEmpty()
               ? toQt(station->orgTree().pathName(fromQt(m_filter->unit), m_session->spoken()))
               : m_filter->unit;
}

QVariantList RecordListModel::fields() const {
    QVariantList out;
    if (const schema::RecordType* type = recordType())
        for (const schema::Field* field : findingFields(*type))
            out << QVariantMap{{QStringLiteral("name"), toQt(field->name)},
                               {QStringLiteral("label"), toQt(field->labels, m_session->spoken())}};
    return out;
}

void RecordListModel::choose(const QString& field, const QString& code) {
    ListFilter next = *m_filter;
    if (code.isEmpty())
        next.choices.remove(field);
    else
        next.choices[field] = code;
    narrow(next);
}

QVariantMap RecordListModel::chosen() const {
    QVariantMap out;
    const schema::RecordType* type = recordType();
    for (auto one = m_filter->choices.begin(); one != m_filter->choices.end(); ++one) {
        const schema::Field* field = type ? type->find(fromQt(one.key())) : nullptr;
        const schema::Choice* choice = field ? field->choice(fromQt(one.value())) : nullptr;
        out[one.key()] =
            option(one.value(), choice ? toQt(choice->labels, m_session->spoken()) : one.value());
    }
    return out;
}

/// Those that are no longer in force too: records of their time have them.
QVariantList RecordListModel::choicesOf(const QString& field, const QString& words) const {
    const schema::RecordType* type = recordType();
    const schema::Field* known = type ? type->find(fromQt(field)) : nullptr;
    QVariantList out;
    if (known)
        for (const schema::Choice& choice : known->choices)
            if (const QString label = toQt(choice.labels, m_session->spoken()); isFound(label, words))
                out << option(toQt(choice.code), label);
    return out;
}

QVariantList RecordListModel::unitsOf(const QString& words) const {
    return m_session && m_session->station() ? ownUnits(*m_session, words) : QVariantList();
}

QString RecordListModel::dayOf(const QString& typed) const {
    schema::Field day;
    day.kind = schema::FieldKind::Date;
    const Reading reading = ui::read(day, typed, m_session ? m_session->today() : std::string());
    return reading.value.is_string() ? toQt(reading.value.get<std::string>()) : QString();
}

void RecordListModel::setOrder(const QString& order) {
    if (order == m_order)
        return;
    m_order = order;
    emit filterChanged();
    reload();
}

bool RecordListModel::filtered() const {
    return !m_text.trimmed().isEmpty() || *m_filter != ListFilter();
}

int RecordListModel::narrowed() const {
    return m_filter->narrowed();
}

QString RecordListModel::periodWords() const {
    const Language language = m_session->spoken();
    const QString from = spokenDate(fromQt(m_filter->from), language);
    const QString to = spokenDate(fromQt(m_filter->to), language);
    if (to.isEmpty())
        return from.isEmpty() ? QString() : tr("from %1 on").arg(from);
    return from.isEmpty() ? tr("until %1").arg(to) : tr("%1 to %2").arg(from, to);
}

QString RecordListModel::narrowedTo() const {
    if (!m_session)
        return {};
    QStringList out;
    if (const QString period = periodWords(); !period.isEmpty())
        out << period;
    if (const QString place = unitLabel(); !place.isEmpty())
        out << place;
    const QVariantMap picked = chosen();
    for (const QVariant& field : fields()) {
        const QVariantMap one = field.toMap();
        const auto choice = picked.constFind(one[QStringLiteral("name")].toString());
        if (choice != picked.constEnd())
            out << tr("%1: %2").arg(one[QStringLiteral("label")].toString(),
                                    choice->toMap()[QStringLiteral("label")].toString());
    }
    return out.join(tr("; "));
}

void RecordListModel::resetFilters() {
    m_text.clear();
    *m_filter = {};
    emit filterChanged();
    reload();
}

QString RecordListModel::conditions() const {
    return m_filter->conditions();
}

QString RecordListModel::fileOrder() const {
    return m_order == QLatin1String("-updated") ? QStringLiteral("happened_on") : m_order;
}

}  // namespace fayi::ui
