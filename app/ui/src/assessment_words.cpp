// SPDX-License-Identifier: Apache-2.0
// A sheet in words: what counts, what it came to, what is still missing.
#include <algorithm>

#include "fayi/ui/assessment_model.h"
#include "fayi/ui/words.h"
#include "register_names.h"

namespace fayi::ui {

using schema::IndicatorAnswer;
using schema::Loss;
using schema::LossAnswer;

namespace {

/// "2026年3月", "2026年第一季度" for 2026-03 and 2026-Q1; in English as they are.
QString periodText(const QString& name, Language language) {
    if (language == Language::En || name.size() < 4)
        return name;
    static const QStringList kQuarters{QStringLiteral("一"), QStringLiteral("二"), QStringLiteral("三"),
                                       QStringLiteral("四")};
    const QString year = name.left(4) + QStringLiteral("年");
    if (name.size() == 7 && name[5] == QLatin1Char('Q'))
        return year + QStringLiteral("第%1季度").arg(kQuarters.value(name.mid(6).toInt() - 1));
    if (name.size() == 7)
        return year + QString::number(name.mid(5).toInt()) + QStringLiteral("月");
    return name.size() == 4 ? year : name;
}

}  // namespace

/// "到村服务：每月至少 1 次，缺一次扣 1 分"
QString AssessmentModel::ruleOf(const IndicatorAnswer& line) const {
    const Language language = m_session->spoken();
    QStringList out;
    for (const Loss& loss : line.indicator->losses) {
        QString per;
        switch (loss.per) {
            case Loss::Per::Month:
                per = tr("each month");
                break;
            case Loss::Per::Quarter:
                per = tr("each quarter");
                break;
            case Loss::Per::Year:
                per = tr("each year");
                break;
            case Loss::Per::Span:
                per = tr("in the whole time");
                break;
        }
        QString text = toQt(loss.labels, language);
        const QString unit = toQt(loss.unit, language);
        if (loss.target)
            text += tr(": %1 at least %2 %3").arg(per).arg(*loss.target).arg(unit);
        else if (loss.limit)
            text += tr(": %1 at most %2 %3").arg(per).arg(*loss.limit).arg(unit);
        if (loss.points > 0)
            text += loss.eachUnit ? tr("; %1 points taken for each one").arg(loss.points)
                                  : tr("; %1 points taken each time it is missed").arg(loss.points);
        out << text.trimmed();
    }
    if (line.indicator->cap > 0 && line.indicator->cap < line.indicator->points)
        out << tr("at most %1 points are taken in all").arg(line.indicator->cap);
    return out.join(QLatin1Char('\n'));
}

/// "缺 2026年3月、7月", or how much is missing of a target over the whole time.
QString AssessmentModel::lossText(const LossAnswer& loss) const {
    const Language language = m_session->spoken();
    const QString unit = toQt(loss.loss->unit, language);
    QStringList periods;
    for (const schema::PeriodAnswer& period : loss.periods) {
        if (period.kept)
            continue;
        const std::int64_t wanted = loss.loss->target.value_or(loss.loss->limit.value_or(0));
        const QString name =
            loss.loss->per == Loss::Per::Span ? QString() : periodText(toQt(period.name), language);
        if (loss.loss->target && (wanted > 1 || name.isEmpty()))
            periods << (name + tr(" %1 of %2 %3").arg(period.reached).arg(wanted).arg(unit)).trimmed();
        else if (loss.loss->limit)
            periods << (name +
                        tr(" %1 where at most %2 %3 are allowed").arg(period.reached).arg(wanted).arg(unit))
                           .trimmed();
        else
            periods << name;
    }
    return periods.join(language == Language::Zh ? QStringLiteral("、") : QStringLiteral(", "));
}

QString AssessmentModel::missingIn(const IndicatorAnswer& line) const {
    const Language language = m_session->spoken();
    if (line.indicator->manual())
        return line.points ? QString() : tr("To be scored by %1").arg(toQt(line.indicator->by, language));
    QStringList out;
    for (const LossAnswer& loss : line.losses)
        if (const QString text = lossText(loss); !text.isEmpty())
            out << (line.losses.size() > 1 ? toQt(loss.loss->labels, language) + tr(": ") : QString()) +
                       (loss.loss->limit ? text : tr("missing: %1").arg(text));
    return out.join(QLatin1Char('\n'));
}

/// A pack without points counts the periods that keep its rules.
QString AssessmentModel::total() const {
    if (!m_sheet || m_sheet->sheet.most == 0)
        return {};
    const auto& lines = m_sheet->pack->indicators;
    const bool counts =
        std::none_of(lines.begin(), lines.end(), [](const auto& line) { return line.points > 0; });
    return (counts ? tr("%1 of %2 periods kept") : tr("%1 of %2 points"))
        .arg(m_sheet->sheet.points)
        .arg(m_sheet->sheet.answered);
}

QString AssessmentModel::open() const {
    return m_sheet && !m_sheet->sheet.whole() ? tr("Still to be scored by people: %1 points")
                                                    .arg(m_sheet->sheet.most - m_sheet->sheet.answered)
                                              : QString();
}

QString AssessmentModel::source() const {
    return m_sheet ? toQt(m_sheet->pack->source, m_session->spoken()) : QString();
}

QString AssessmentModel::frozen() const {
    return m_frozen ? toQt(toText(m_frozen->record.id)) : QString();
}

QString AssessmentModel::frozenWord() const {
    return m_frozen ? toQt(m_frozen->record.view.state) : QString();
}

QString AssessmentModel::differs() const {
    if (!m_frozen || !m_frozen->differs)
        return {};
    return tr("Frozen at %1 points; the records come to %2 now.")
        .arg(m_frozen->record.view.fields.value("score", 0))
        .arg(m_frozen->now.sheet.points);
}

QString AssessmentModel::appeal() const {
    return m_frozen ? toQt(m_frozen->record.view.fields.value("appeal", std::string())) : QString();
}

QString AssessmentModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString AssessmentModel::refused() const {
    return m_session ? toQt(m_refused, m_session->spoken()) : QString();
}

QVariant AssessmentModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const IndicatorAnswer& line = m_sheet->sheet.lines[static_cast<std::size_t>(index.row())];
    const Language language = m_session->spoken();
    switch (role) {
        case IdRole:
            return toQt(line.indicator->id);
        case LabelRole:
            return toQt(line.indicator->labels, language);
        case RuleRole:
            return ruleOf(line);
        case PointsRole:
            return QStringLiteral("%1 / %2")
                .arg(line.points ? QString::number(*line.points) : QStringLiteral("–"))
                .arg(line.most);
        case MissingRole:
            return missingIn(line);
        case EvidenceRole: {
            const QString evidence = toQt(line.indicator->evidence, language);
            const QString by = toQt(line.indicator->by, language);
            return evidence.isEmpty() ? by : evidence + QStringLiteral(" · ") + by;
        }
        case RecordsRole: {
            int records = 0;
            for (const LossAnswer& loss : line.losses)
                records += static_cast<int>(loss.records.size());
            return records;
        }
        case ManualRole:
            return line.indicator->manual();
        case MostRole:
            return static_cast<int>(line.most);
        case GivenRole:
            return line.indicator->manual() && line.points ? static_cast<int>(*line.points) : -1;
        default:
            return {};
    }
}

QHash<int, QByteArray> AssessmentModel::roleNames() const {
    return {{IdRole, "line"},         {LabelRole, "label"},     {RuleRole, "rule"},
            {PointsRole, "points"},   {MissingRole, "missing"}, {EvidenceRole, "evidence"},
            {RecordsRole, "records"}, {ManualRole, "isManual"}, {MostRole, "most"},
            {GivenRole, "given"}};
}

}  // namespace fayi::ui
