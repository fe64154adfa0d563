// SPDX-License-Identifier: Apache-2.0
// What a report that is handed in, or that was closed, says of itself.
#include "fayi/ui/report_controller.h"
#include "fayi/ui/words.h"
#include "record_rows.h"

namespace fayi::ui {

using station::CheckValue;

/// By the definition of now; an unknown report by its name.
QString ReportController::labelOf(const std::string& report, const std::string& from,
                                  const std::string& to) const {
    const schema::Report* known = m_session->station()->catalog().report(report);
    return tr("%1, %2 – %3")
        .arg(known ? toQt(known->labels, m_session->spoken()) : toQt(report), toQt(from), toQt(to));
}

QString ReportController::unitName(const std::string& unit) const {
    return unit.empty() ? QString()
                        : toQt(m_session->station()->orgTree().pathName(unit, m_session->spoken()));
}

QString ReportController::title() const {
    return known() ? labelOf(m_data->wish.report, m_data->wish.from, m_data->wish.to) : QString();
}

QString ReportController::office() const {
    return known() ? toQt(m_data->office, m_session->spoken()) : QString();
}

QString ReportController::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QStringList ReportController::missing() const {
    QStringList out;
    if (known())
        for (const Text& name : m_data->missingNames)
            out << toQt(name, m_session->spoken());
    return out;
}

QVariantList ReportController::checks() const {
    QVariantList out;
    if (!known())
        return out;
    const Language language = m_session->spoken();
    for (const CheckValue& check : m_data->checks)
        if (check.matters())
            out << QVariantMap{{QStringLiteral("text"),
                                tr("%1: %2 (%3)")
                                    .arg(toQt(check.check.labels, language),
                                         toQt(check.check.message, language), toQt(check.shown, language))},
                               {QStringLiteral("wrong"), !check.holds}};
    return out;
}

bool ReportController::hasDocument() const {
    return known() && m_data->definition->source.contains("document");
}

bool ReportController::mayClose() const {
    return known() && !m_data->frozen && office::mayClose(*m_session->station());
}

QVariantList ReportController::closed() const {
    QVariantList out;
    if (!known())
        return out;
    for (const store::FrozenReport& one : m_closed) {
        const QString unit = unitName(one.unit), label = labelOf(one.report, one.from, one.to);
        const QString when = spokenTime(one.at, m_session->clock().now(), m_session->spoken());
        out << QVariantMap{{QStringLiteral("number"), static_cast<qlonglong>(one.number)},
                           {QStringLiteral("label"), unit.isEmpty() ? label : tr("%1, %2").arg(label, unit)},
                           {QStringLiteral("who"), tr("closed by %1, %2").arg(toQt(one.person), when)}};
    }
    return out;
}

QString ReportController::closedBy() const {
    if (!known() || !m_data->frozen)
        return {};
    const office::Frozen& frozen = *m_data->frozen;
    return tr("closed by %1, %2")
        .arg(toQt(frozen.by), spokenTime(frozen.at, m_session->clock().now(), m_session->spoken()));
}

QVariantList ReportController::differences() const {
    QVariantList out;
    if (!known() || !m_data->frozen)
        return out;
    const Language language = m_session->spoken();
    for (std::size_t i = 0; i < m_data->figures.size(); ++i) {
        const schema::FigureAnswer &then = m_data->figures[i], &now = m_data->frozen->now[i];
        if (then.shown != now.shown)
            out << QVariantMap{{QStringLiteral("label"), toQt(then.labels, language)},
                               {QStringLiteral("then"), toQt(then.shown, language)},
                               {QStringLiteral("now"), toQt(now.shown, language)}};
    }
    return out;
}

int ReportController::changedRecords() const {
    return known() && m_data->frozen ? static_cast<int>(m_data->frozen->changed.size()) : 0;
}

QVariantList ReportController::records() const {
    if (!known() || !m_data->frozen)
        return {};
    std::vector<station::Record> out;
    for (const std::string& id : m_data->frozen->changed) {
        const auto parsed = parseRecordId(id);
        auto record = parsed ? m_session->station()->get(*parsed) : Result<station::Record>(Error{});
        if (record.ok() && out.size() < kListed)
            out.push_back(std::move(record).value());
    }
    return recordRows(*m_session, out);
}

}  // namespace fayi::ui
