// SPDX-License-Identifier: Apache-2.0
// The remarks of a record that is read.
#include "fayi/ui/record_view.h"
#include "fayi/ui/words.h"
#include "form_rows.h"
#include "register_names.h"

namespace fayi::ui {

QVariantMap RecordView::told(const station::RemarkStanding& one) const {
    const station::Station& station = *m_session->station();
    const Language language = m_session->spoken();
    const records::Remark& remark = one.remark;
    const schema::Field* field = m_type ? m_type->find(partsOf(remark.field).field) : nullptr;
    const auto when = [&](HybridTime at) {
        return spokenTime(at.wall(), m_session->clock().now(), language);
    };
    QString seenBy;
    if (one.settledBy)
        seenBy =
            toQt(station.author(one.settledBy->version)) + QStringLiteral(" · ") + when(one.settledBy->at);
    return {
        {QStringLiteral("field"),
         field ? registerName(station, m_type, remark.field, m_record->view.fields, language) : QString()},
        {QStringLiteral("path"), toQt(remark.field)},
        {QStringLiteral("open"), one.open},
        {QStringLiteral("asked"), one.open && !remark.note},
        {QStringLiteral("round"), one.round},
        {QStringLiteral("seenBy"), seenBy},
        {QStringLiteral("by"), toQt(station.author(remark.dot))},
        {QStringLiteral("text"), toQt(remark.text)},
        {QStringLiteral("when"), when(remark.time)}};
}

QVariantList RecordView::remarks() const {
    QVariantList out;
    for (const station::RemarkStanding& one : m_remarks)
        out << told(one);
    return out;
}

bool RecordView::remark(const QString& text, const QString& field) {
    return m_record &&
           done(m_session->station()->remark(m_record->id, fromQt(text.trimmed()), fromQt(field)));
}

}  // namespace fayi::ui
