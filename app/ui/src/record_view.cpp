// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/record_view.h"

#include <algorithm>
#include <array>

#include "fayi/schema/describe.h"
#include "fayi/ui/finder.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "form_rows.h"
#include "record_rows.h"
#include "register_names.h"

namespace fayi::ui {

using schema::FieldKind;
using schema::Json;

namespace {

/// What the hub refused of a record; its creation goes before an edit.
Result<std::optional<station::Attention>> refusalOf(const station::Station& station, RecordId id) {
    FAYI_LET(all, station.needsAttention());
    std::optional<station::Attention> out;
    for (station::Attention& one : all)
        if (one.record == id && (!out || one.change == one.record.created))
            out = std::move(one);
    return out;
}

}  // namespace

RecordView::RecordView(QObject* parent) : QAbstractListModel(parent) {}
RecordView::~RecordView() = default;

void RecordView::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::renamed, this, &RecordView::follow);
        connect(m_session, &StationSession::recordsChanged, this, &RecordView::load);
        connect(m_session, &StationSession::sendingChanged, this, &RecordView::changed);
        connect(m_session, &StationSession::languageChanged, this, &RecordView::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void RecordView::setRecordId(const QString& id) {
    if (id == m_id)
        return;
    m_id = id;
    m_revealed.clear();
    m_said.clear();
    emit recordIdChanged();
    load();
}

/// recordsChanged() follows, and reads it again.
void RecordView::follow() {
    const QString now = m_session->nowCalled(m_id);
    if (now == m_id)
        return;
    m_id = now;
    emit recordIdChanged();
}

void RecordView::setUncovered(bool uncovered) {
    if (uncovered) {
        show(stillCovered());
        return;
    }
    m_revealed.clear();
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
}

bool RecordView::reveal(const QString& path) {
    return show({fromQt(path)});
}

/// What is not in the ledger is not shown.
bool RecordView::show(const std::vector<std::string>& paths) {
    if (!m_record)
        return false;
    const Status noted = station::noteReveals(*m_session->station(), fromQt(m_session->folder()),
                                              m_session->clock(), *m_record, paths, "page");
    m_problem = noted.ok() ? Text{} : noted.error().message;
    if (noted.ok())
        m_revealed.insert(paths.begin(), paths.end());
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
    return noted.ok();
}

bool RecordView::isCovered(const FormRow& row) const {
    return row.kind == FormRow::Kind::Field && !m_revealed.contains(row.path) &&
           textOf(row, false) != textOf(row, true);
}

std::vector<std::string> RecordView::stillCovered() const {
    std::vector<std::string> out;
    for (const FormRow& row : m_rows)
        if (isCovered(row))
            out.push_back(row.path);
    return out;
}

bool RecordView::uncovered() const {
    return !m_revealed.empty() && stillCovered().empty();
}

void RecordView::load() {
    beginResetModel();
    m_rows.clear();
    m_record.reset();
    m_refusal.reset();
    m_steps = {};
    m_warnings.clear();
    m_remarks.clear();
    m_type = nullptr;
    auto* station = m_session ? m_session->station() : nullptr;
    const auto id = parseRecordId(fromQt(m_id));
    if (station && id) {
        auto record = station->get(*id);
        if (record.ok()) {
            m_record = std::move(record).value();
            m_type = station->catalog().type(m_record->view.type);
        }
    }
    if (m_record) {
        m_steps = station::stepsOf(*station, *m_record);
        auto warnings = station::warningsOf(*station, *m_record);
        m_problem = warnings.ok() ? m_problem : warnings.error().message;
        if (warnings.ok())
            m_warnings = std::move(warnings).value();
        auto remarks = station::remarksOf(*station, *m_record);
        m_problem = remarks.ok() ? m_problem : remarks.error().message;
        if (remarks.ok())
            m_remarks = std::move(remarks).value();
    }
    if (m_record && m_record->sync == "refused") {
        auto refusal = refusalOf(*station, m_record->id);
        m_problem = refusal.ok() ? m_problem : refusal.error().message;
        if (refusal.ok())
            m_refusal = std::move(refusal).value();
    }
    if (m_type) {
        Json present = m_record->view.fields;  // a field that was erased by order keeps its place
        for (const std::string& path : m_record->view.erased)
            if (m_type->find(path) != nullptr)
                present[path] = records::told(Json::binary({}));
        m_rows = rowsOf(*m_type, present, false);
    }
    endResetModel();
    emit changed();
}

QString RecordView::type() const {
    return m_record ? toQt(m_record->view.type) : QString();
}

QString RecordView::typeLabel() const {
    return m_type ? toQt(m_type->labels, m_session->spoken()) : type();
}

QString RecordView::title() const {
    return m_record ? recordTitle(*m_session->station(), m_record->view.type, m_record->view.fields,
                                  m_record->title, m_session->spoken())
                    : QString();
}

QString RecordView::org() const {
    if (!m_record || m_record->view.org.empty())
        return {};
    return toQt(m_session->station()->orgTree().pathName(m_record->view.org, m_session->spoken()));
}

QString RecordView::word() const {
    if (!m_record)
        return {};
    return wordOf(*m_session, m_record->sync, m_record->view.conflicts.size());
}

QString RecordView::updated() const {
    if (!m_record)
        return {};
    return toQt(m_record->updatedBy) + QStringLiteral(" · ") +
           spokenTime(m_record->view.updated.wall(), m_session->clock().now(), m_session->spoken());
}

QString RecordView::received() const {
    const auto at = m_record ? m_session->station()->receivedAt(*m_record) : std::nullopt;
    return at ? spokenTime(*at, m_session->clock().now(), m_session->spoken()) : QString();
}

QString RecordView::verified() const {
    if (!m_record || !m_record->view.verified)
        return {};
    const records::Verification& last = *m_record->view.verified;
    return toQt(m_session->station()->author(last.version)) + QStringLiteral(" · ") +
           spokenTime(last.at.wall(), m_session->clock().now(), m_session->spoken());
}

QString RecordView::refusal() const {
    return m_refusal ? toQt(m_refusal->reason, m_session->spoken()) : QString();
}

QString RecordView::refusedChange() const {
    return m_refusal ? toQt(toText(m_refusal->change)) : QString();
}

QVariantList RecordView::fieldsNamed(const QString& words) const {
    QVariantList out;
    if (!m_type)
        return out;
    for (const schema::Field& field : m_type->fields)
        if (const QString label = toQt(field.labels, m_session->spoken()); isFound(label, words))
            out << QVariantMap{{QStringLiteral("code"), toQt(field.name)}, {QStringLiteral("label"), label}};
    return out;
}

int RecordView::conflicts() const {
    return m_record ? static_cast<int>(m_record->view.conflicts.size()) : 0;
}

bool RecordView::hasPersonal() const {
    return std::any_of(m_rows.begin(), m_rows.end(), [this](const FormRow& row) {
        return row.kind == FormRow::Kind::Field && textOf(row, false) != textOf(row, true);
    });
}

QStringList RecordView::obstacles() const {
    QStringList out;
    if (m_record && maySubmit())
        for (const schema::Problem& problem : m_record->problems)
            if (problem.severity == schema::Problem::Severity::Error)
                out << toQt(problem.message, m_session->spoken());
    return out;
}

QVariantList RecordView::warnings() const {
    QVariantList out;
    const auto add = [&](const Text& text, const QString& record, const char* mood) {
        out << QVariantMap{{QStringLiteral("text"), toQt(text, m_session->spoken())},
                           {QStringLiteral("record"), record},
                           {QStringLiteral("mood"), QString::fromLatin1(mood)}};
    };
    for (const Text& said : m_said)
        if (std::ranges::none_of(m_warnings, [&](const auto& one) { return one.text.zh == said.zh; }))
            add(said, {}, "warning");
    for (const station::Warning& one : m_warnings)
        add(one.text, one.other ? toQt(toText(*one.other)) : QString(),
            one.kind == schema::Problem::Kind::Locked ? "calm" : "warning");
    return out;
}

QVariantList RecordView::numbers() const {
    QVariantList out;
    for (const schema::NumberRule* rule : m_steps.numbers)
        out << QVariantMap{{QStringLiteral("kind"), toQt(rule->kind)},
                           {QStringLiteral("label"), toQt(rule->labels, m_session->spoken())}};
    return out;
}

QVariantMap RecordView::decision(Dot version, HybridTime at, const std::string& reason) const {
    return {{QStringLiteral("by"), toQt(m_session->station()->author(version))},
            {QStringLiteral("when"), spokenTime(at.wall(), m_session->clock().now(), m_session->spoken())},
            {QStringLiteral("reason"), toQt(reason)}};
}

QVariantMap RecordView::voided() const {
    if (!m_record || !m_record->view.voided)
        return {};
    const records::Voided& it = *m_record->view.voided;
    return decision(it.version, it.at, it.reason);
}

QVariantMap RecordView::restricted() const {
    if (!m_record || !m_record->view.restricted)
        return {};
    const records::Restricted& it = *m_record->view.restricted;
    return decision(it.version, it.at, it.reason);
}

QString RecordView::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

bool RecordView::done(const Result<station::Record>& answer) {
    m_problem = answer.ok() ? Text{} : answer.error().message;
    m_said.clear();
    if (answer.ok()) {
        for (const schema::Problem& problem : answer->problems)
            if (problem.field.empty() && problem.severity == schema::Problem::Severity::Warning)
                m_said.push_back(problem.message);
        m_session->wrote();
    }
    emit changed();
    return answer.ok();
}

bool RecordView::submit() {
    return m_record && done(m_session->station()->submit(m_record->id, m_record->shown));
}

bool RecordView::verify() {
    return m_record && done(m_session->station()->verify(m_record->id, m_record->shown));
}

bool RecordView::giveNumber(const QString& kind) {
    return m_record && done(m_session->station()->number(m_record->id, fromQt(kind)));
}

bool RecordView::giveBack(const QString& remark, const QString& field) {
    return m_record && done(m_session->station()->giveBack(m_record->id, fromQt(remark.trimmed()),
                                                           fromQt(field), m_record->shown));
}

bool RecordView::makeVoid(const QString& reason) {
    return m_record &&
           done(m_session->station()->makeVoid(m_record->id, fromQt(reason.trimmed()), m_record->shown));
}

bool RecordView::restrict(const QString& reason) {
    return m_record && done(m_session->station()->restrict(m_record->id, fromQt(reason.trimmed())));
}

bool RecordView::lift() {
    return m_record && done(m_session->station()->restrict(m_record->id, std::nullopt));
}

bool RecordView::remove() {
    return m_record && done(m_session->station()->remove(m_record->id, m_record->shown));
}

bool RecordView::restore() {
    return m_record && done(m_session->station()->restore(m_record->id));
}

const Json& RecordView::valueOf(const FormRow& row) const {
    return valueAt(m_record->view.fields, partsOf(row.path));
}

QString RecordView::textOf(const FormRow& row, bool uncovered) const {
    const Language language = m_session->spoken();
    if (std::ranges::count(m_record->view.erased, row.path) > 0)
        return toQt(Text{"按规定已删除", "Erased by order"}, language);
    const Json& value = valueOf(row);
    if (row.field->kind == FieldKind::Reference && value.is_string()) {
        const auto id = parseRecordId(value.get<std::string>());
        const auto record = id ? m_session->station()->get(*id) : Result<station::Record>(Error{});
        if (record.ok())
            return recordTitle(*m_session->station(), record->view.type, record->view.fields, record->title,
                               language);
    }
    return valueText(*m_session->station(), *row.field, value, !uncovered, language);
}

int RecordView::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RecordView::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || !m_record)
        return {};
    const FormRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isField = row.kind == FormRow::Kind::Field;
    const auto& conflicts = m_record->view.conflicts;
    switch (role) {
        case RowKindRole:
            return row.kind == FormRow::Kind::Section    ? QStringLiteral("section")
                   : row.kind == FormRow::Kind::ItemHead ? QStringLiteral("item")
                                                         : QStringLiteral("field");
        case PathRole:
            return toQt(row.path);
        case LabelRole: {
            const QString label = toQt(row.label, m_session->spoken());
            return row.kind == FormRow::Kind::ItemHead
                       ? label + QLatin1Char(' ') + QString::number(row.number)
                       : label;
        }
        case TextRole:
            return isField ? textOf(row, m_revealed.contains(row.path)) : QString();
        case CoveredRole:
            return isCovered(row);
        case ConflictRole:
            return isField && std::find(conflicts.begin(), conflicts.end(), row.path) != conflicts.end();
        case MergedRole:
            return isField && std::ranges::count(m_record->view.merged, row.path) > 0;
        case RemarkRole: {
            QStringList told;
            for (const auto& remark : m_record->view.remarks)
                if (isField && remark.field == row.path)
                    told << toQt(remark.text);
            return told.join(QLatin1Char('\n'));
        }
        case WideRole:
            return !isField || row.field->kind == FieldKind::LongText || row.field->kind == FieldKind::Tags;
        default:
            return {};
    }
}

QHash<int, QByteArray> RecordView::roleNames() const {
    return {{RowKindRole, "rowKind"}, {PathRole, "path"},         {LabelRole, "label"},
            {TextRole, "text"},       {CoveredRole, "isCovered"}, {ConflictRole, "inConflict"},
            {MergedRole, "isMerged"}, {RemarkRole, "remark"},     {WideRole, "isWide"}};
}

}  // namespace fayi::ui
