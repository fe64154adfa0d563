// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "fayi/schema/describe.h"
#include "fayi/ui/field_value.h"
#include "fayi/ui/record_form.h"
#include "fayi/ui/words.h"
#include "form_rows.h"
#include "form_writer.h"

/// How a form reaches the journal, and comes back from there.
namespace fayi::ui {

using schema::Field;
using schema::FieldKind;
using schema::Json;
using schema::Problem;

namespace {

/// What an editor holds: letters, yes or no, several words; null for nothing.
Json asJson(const QVariant& typed) {
    if (typed.userType() == QMetaType::Bool)
        return typed.toBool();
    if (typed.userType() == QMetaType::QString)
        return fromQt(typed.toString());
    Json out = Json::array();
    for (const QString& word : typed.toStringList())
        out.push_back(fromQt(word));
    return typed.isValid() && typed.canConvert<QStringList>() ? out : Json(nullptr);
}

QVariant fromJson(const Json& typed) {
    if (typed.is_boolean())
        return typed.get<bool>();
    if (typed.is_string())
        return toQt(typed.get<std::string>());
    if (!typed.is_array())
        return {};
    QStringList out;
    for (const Json& word : typed)
        if (word.is_string())
            out << toQt(word.get<std::string>());
    return out;
}

Json bothOf(const Text& text) {
    return {text.zh, text.en};
}

/// A value in words, as the definition of now has it: a later one may not know it.
Json saidOf(const Field& field, const Json& value) {
    Text text{schema::displayText(field, value, Language::Zh),
              schema::displayText(field, value, Language::En)};
    if (field.kind == FieldKind::Items || text.zh.empty())
        text = {value.dump(), value.dump()};
    return {{"label", bothOf(field.labels)}, {"text", bothOf(text)}};
}

/// A value whose definition nobody told.
Json saidPlainly(const std::string& path, const Json& value) {
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    return {{"label", bothOf({path, path})}, {"text", bothOf({text, text})}};
}

bool hasNoPlace(const Problem& problem) {
    return problem.kind == Problem::Kind::WrongType || problem.kind == Problem::Kind::UnknownField ||
           problem.kind == Problem::Kind::UnknownChoice;
}

void eraseIn(Json& fields, const FormPath& path) {
    if (path.item.empty() || path.within.empty())
        fields.erase(path.field);
    else if (Json* item = findItem(fields, path.field, path.item))
        item->erase(path.within);
}

}  // namespace

void RecordForm::beginKeeping() {
    if (m_writer)
        return;
    const auto told = [this](const Status& status) {
        QMetaObject::invokeMethod(
            this,
            [this, status] {
                const Text problem = status.ok() ? Text{} : status.error().message;
                if (!status.ok())
                    m_againTimer.start();
                if (problem == m_keepProblem)
                    return;
                m_keepProblem = problem;
                emit changed();
            },
            Qt::QueuedConnection);
    };
    m_writer = std::make_unique<FormWriter>(fromQt(m_session->folder()), m_person, m_session->clock(), told);
}

station::OpenForm RecordForm::asItStands() const {
    station::OpenForm out;
    out.subject = m_subject;
    out.type = m_type->name;
    out.version = m_type->version;
    if (m_record) {
        out.record = m_record->id;
        out.shown = m_record->shown;
    }
    out.mends = m_mending;
    out.loaded = m_loaded;
    out.fields = m_fields;
    for (auto one = m_typed.cbegin(); one != m_typed.cend(); ++one)
        out.typed[fromQt(one.key())] = asJson(one.value());
    for (auto one = m_pending.cbegin(); one != m_pending.cend(); ++one)
        out.pending[fromQt(one.key())] = fromQt(one.value());
    for (const Field& field : m_type->fields)
        if (const auto value = m_fields.find(field.name); value != m_fields.end())
            out.said[field.name] = saidOf(field, *value);
    out.unfit = m_unfit;
    out.focus = fromQt(m_focus);
    out.cursor = m_cursor;
    out.newItems = m_newItems;
    out.forks = m_forks;
    return out;
}

/// Not put off by further keys: it is never more than kKeepMs behind the first of them.
void RecordForm::keepSoon() {
    m_stowed = false;
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
}

void RecordForm::keepNow(bool saving) {
    m_keepTimer.stop();
    m_againTimer.stop();
    if (!m_type || m_person == 0 || !m_writer)
        return;
    if (!dirty() && m_pending.isEmpty()) {
        forgetKept();
        return;
    }
    if (m_subject.empty()) {
        if (m_mending)
            m_subject = "!" + toText(*m_mending);
        else
            m_subject = m_record ? toText(m_record->id) : "+" + m_type->name;
    }
    station::OpenForm form = asItStands();
    form.saving = saving;
    m_writer->put(std::move(form));
}

void RecordForm::forgetKept() {
    if (m_subject.empty())
        return;
    m_writer->drop(m_subject);
    m_subject.clear();
}

void RecordForm::stow() {
    if (m_stowed)  // nothing was typed since
        return;
    keepNow();
    if (m_writer)
        m_writer->flush();
    m_stowed = true;
}

void RecordForm::discard() {
    m_fields = m_loaded;
    m_typed.clear();
    m_unread.clear();
    m_pending.clear();
    m_unfit = Json::array();
    m_steps.clear();
    m_stowed = false;
    stow();
    emit changed();
}

void RecordForm::dismissUnfit() {
    m_unfit = Json::array();
    keepSoon();
    emit changed();
}

void RecordForm::noteFocus(const QString& path, int cursor) {
    if (path == m_focus && cursor == m_cursor)
        return;
    m_focus = path;
    m_cursor = cursor;
    if (dirty() && !m_stowed)
        keepSoon();
}

void RecordForm::setPending(const QString& path, const QString& letters) {
    if (letters.isEmpty())
        m_pending.remove(path);
    else
        m_pending[path] = letters;
    keepSoon();
}

QString RecordForm::takenBack() const {
    return m_takenBack == Millis(0) ? QString()
                                    : spokenTime(m_takenBack, m_session->clock().now(), m_session->spoken());
}

QString RecordForm::keepProblem() const {
    return m_session ? toQt(m_keepProblem, m_session->spoken()) : QString();
}

QVariantList RecordForm::unfit() const {
    QVariantList out;
    const std::size_t place = m_session && m_session->spoken() == Language::En ? 1 : 0;
    for (const Json& one : m_unfit)
        out << QVariantMap{
            {QStringLiteral("label"), toQt(one.at("label").at(place).get_ref<const std::string&>())},
            {QStringLiteral("text"), toQt(one.at("text").at(place).get_ref<const std::string&>())}};
    return out;
}

/// What its person left unsaved in this very form, if they did.
void RecordForm::resume() {
    if (!m_type || m_person == 0)
        return;
    m_subject.clear();
    const auto journal = station::FormJournal::open(fromQt(m_session->folder()), m_session->clock());
    auto forms =
        journal.ok() ? (*journal)->forms(m_person) : Result<std::vector<station::OpenForm>>(journal.error());
    if (!forms.ok()) {
        m_keepProblem = forms.error().message;
        return;
    }
    for (station::OpenForm& form : *forms) {
        const auto renamed = m_session->station()->store().renamedSince(form.forks);
        if (!renamed.ok())
            continue;
        for (const store::Renaming& renaming : *renamed)
            rename(form, renaming);
        if (isThis(form)) {
            takeBack(form);
            return;
        }
    }
}

bool RecordForm::isThis(const station::OpenForm& form) const {
    if (m_mending || form.mends)
        return form.mends == m_mending;
    if (m_record || form.record)
        return m_record && form.record == m_record->id;
    return form.type == m_type->name;
}

void RecordForm::takeBack(const station::OpenForm& form) {
    m_subject = form.subject;
    m_takenBack = form.at;
    m_newItems = std::max(m_newItems, form.newItems);
    m_loaded = form.loaded;
    m_fields = form.fields;
    m_unfit = form.unfit;
    m_focus = toQt(form.focus);
    m_cursor = form.cursor;
    if (m_record)
        m_record->shown = form.shown;
    if (form.version != m_type->version)
        leaveOutUnfit(form.said);
    takeLetters(form.typed);
    for (const auto& [path, letters] : form.pending.items())
        if (letters.is_string() && fieldAt(toQt(path)))
            m_pending[toQt(path)] = toQt(letters.get<std::string>());
    review();
    beginResetModel();
    m_rows = rowsOf(*m_type, m_fields, true);
    endResetModel();
    emit loaded();
    emit changed();
}

/// Letters that are no value yet live nowhere else.
void RecordForm::takeLetters(const Json& typed) {
    for (const auto& [name, letters] : typed.items()) {
        const QString path = toQt(name);
        const Field* field = fieldAt(path);
        if (!field) {
            if (!m_fields.contains(partsOf(name).field))
                m_unfit.push_back(saidPlainly(name, letters));
            continue;
        }
        m_typed[path] = fromJson(letters);
        if (const Reading reading = read(*field, m_typed[path], m_session->today()); reading.problem)
            m_unread.push_back(
                {name, *reading.problem, {}, Problem::Severity::Error, Problem::Kind::Malformed});
    }
}

/// What the person typed and a newer definition has no place for is told and taken out; what the record held
/// before stays as it is.
void RecordForm::leaveOutUnfit(const Json& said) {
    for (const Problem& problem : schema::checkSave(*m_type, m_fields)) {
        if (!hasNoPlace(problem))
            continue;
        std::string name = localPath(problem.field);
        name.resize(std::min(name.size(), name.find(':')));
        const FormPath path = partsOf(name);
        const Json value = ui::valueAt(m_fields, path);
        if (value.is_null() || value == ui::valueAt(m_loaded, path))
            continue;
        const bool whole = path.within.empty();
        m_unfit.push_back(whole && said.contains(path.field) ? said[path.field] : saidPlainly(name, value));
        eraseIn(m_fields, path);
    }
}

}  // namespace fayi::ui
