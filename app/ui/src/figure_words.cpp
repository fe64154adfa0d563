// SPDX-License-Identifier: Apache-2.0
// What a figure says beside its number: what it is a part of, what it was, and what else counts the same.
#include <algorithm>
#include <cmath>

#include "fayi/ui/figures_model.h"
#include "fayi/ui/words.h"

namespace fayi::ui {
namespace {

QString plainNumber(double value) {
    return toQt(schema::shownAs(schema::Figure{}, value));
}

}  // namespace

QString FiguresModel::labelOf(const QString& figure) const {
    const schema::Report* report = definition();
    const schema::Figure* known = report ? report->find(fromQt(figure)) : nullptr;
    return known ? toQt(known->labels, m_session->spoken()) : figure;
}

QString FiguresModel::ratioOf(const schema::Measured& measured) const {
    return measured.denominator
               ? tr("%1 of %2").arg(plainNumber(measured.value), plainNumber(*measured.denominator))
               : QString();
}

QString FiguresModel::wholeRatioOf(const station::FigureValue& figure) const {
    const QString whole = toQt(figure.denominatorText, m_session->spoken());
    const QString ratio = ratioOf(figure);
    return ratio.isEmpty() || whole.isEmpty() ? ratio : tr("%1 (the whole: %2)").arg(ratio, whole);
}

QString FiguresModel::beforeOf(const station::FigureValue& figure) const {
    if (!figure.before)
        return {};
    const Language language = m_session->spoken();
    const QString shown = tr("%1 %2").arg(toQt(figure.before->shown, language), toQt(figure.unit, language));
    const QString ratio = ratioOf(*figure.before);
    return ratio.isEmpty() ? shown : tr("%1 (%2)").arg(shown, ratio);
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

/// Those that stand in this report, with how much both count where a check tells it.
QVariantList FiguresModel::overlapsOf(const std::string& figure) const {
    QVariantList out;
    const schema::Report* report = definition();
    const schema::Figure* known = report ? report->find(figure) : nullptr;
    if (known == nullptr)
        return out;
    for (const std::string& other : known->overlaps)
        if (rowOf(toQt(other)) >= 0) {
            const QString shared = sharedBy(figure, other), label = labelOf(toQt(other));
            out << QVariantMap{
                {QStringLiteral("figure"), toQt(other)},
                {QStringLiteral("label"), shared.isEmpty() ? label : tr("%1 (both: %2)").arg(label, shared)}};
        }
    return out;
}

QString FiguresModel::sharedBy(const std::string& one, const std::string& other) const {
    const Language language = m_session->spoken();
    for (const station::CheckValue& check : m_counted.checks) {
        const auto& figures = check.check.figures;
        if (check.check.kind == schema::Check::Kind::Overlap && std::ranges::count(figures, one) > 0 &&
            std::ranges::count(figures, other) > 0)
            return toQt(check.shown, language);
    }
    return {};
}

QVariantMap FiguresModel::brokenOf(const station::CheckValue& check) const {
    const Language language = m_session->spoken();
    QVariantList figures;
    const std::size_t named = std::min(check.check.figures.size(), std::size_t{kNamed});
    for (std::size_t i = 0; i < named; ++i) {
        const QString id = toQt(check.check.figures[i]), label = labelOf(id);
        const bool told = i < check.values.size();
        figures << QVariantMap{
            {QStringLiteral("figure"), id},
            {QStringLiteral("label"), told ? tr("%1: %2").arg(label, plainNumber(check.values[i])) : label}};
    }
    QString message = toQt(check.check.message, language);
    if (check.check.kind == schema::Check::Kind::Within)
        message = tr("%1: %2").arg(message, toQt(check.shown, language));
    return {{QStringLiteral("label"), toQt(check.check.labels, language)},
            {QStringLiteral("message"), message},
            {QStringLiteral("figures"), figures}};
}

QVariantList FiguresModel::broken() const {
    QVariantList out;
    for (const station::CheckValue& check : m_counted.checks)
        if (!check.holds && m_session && m_session->station())
            out << brokenOf(check);
    return out;
}

}  // namespace fayi::ui
