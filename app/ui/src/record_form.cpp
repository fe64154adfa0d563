// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/record_form.h"

#include <algorithm>

#include "fayi/schema/check.h"
#include "fayi/schema/describe.h"
#include "fayi/ui/field_value.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "form_aids.h"
#include "form_rows.h"
#include "form_writer.h"

namespace fayi::ui {

using schema::Field;
using schema::FieldKind;
using schema::Json;
using schema::Problem;

RecordForm::RecordForm(QObject* parent) : QAbstractListModel(parent) {
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(kKeepMs);
    connect(&m_keepTimer, &QTimer::timeout, this, [this] { keepNow(); });
    m_againTimer.setSingleShot(true);
    m_againTimer.setInterval(kAgainMs);
    connect(&m_againTimer, &QTimer::timeout, this, [this] { keepNow(); });
}

/// A page that goes without a word keeps what is typed in it.
RecordForm::~RecordForm() {
    if (m_keepTimer.isActive())
        keepNow();
}

void RecordForm::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::renamed, this, &RecordForm::follow);
        connect(m_session, &StationSession::leaving, this, &RecordForm::stow);
        connect(m_session, &StationSession::languageChanged, this, [this] {
            if (!m_rows.empty())
                emit dataChanged(index(0), index(rowCount() - 1));
            emit loaded();
            emit changed();
        });
    });
    if (!fresh)
        return;
    emit sessionChanged();
}

QString RecordForm::type() const {
    return m_type ? toQt(m_type->name) : QString();
}

QString RecordForm::typeLabel() const {
    return m_type ? toQt(m_type->labels, m_session->spoken()) : QString();
}

QString RecordForm::recordId() const {
    return m_record ? toQt(toText(m_record->id)) : QString();
}

QString RecordForm::title() const {
    return m_record ? toQt(m_record->title) : QString();
}

bool RecordForm::differs() const {
    return m_type && (!m_unread.empty() || m_fields != m_loaded);
}

bool RecordForm::dirty() const {
    return differs() || !m_unfit.empty();
}

int RecordForm::errors() const {
    const auto isError = [](const Problem& p) { return p.severity == Problem::Severity::Error; };
    return static_cast<int>(std::count_if(m_problems.begin(), m_problems.end(), isError) +
                            static_cast<std::ptrdiff_t>(m_unread.size()));
}

bool RecordForm::maySubmit() const {
    const bool open = !m_record || m_record->view.state == "draft" || m_record->view.state == "returned";
    return m_type && open && !m_mending && m_session->station() &&
           m_session->station()->may(schema::Action::Submit, m_type->name);
}

QString RecordForm::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

bool RecordForm::begin(const QString& type) {
    const auto* station = m_session ? m_session->station() : nullptr;
    m_type = station ? station->catalog().type(fromQt(type)) : nullptr;
    if (!m_type)
        return false;
    m_record.reset();
    m_mending.reset();
    m_tried = false;
    m_problem = {};
    m_unfit = Json::array();
    fill(beginningOf(*station, *m_type, m_session->today()));
    resume();
    return true;
}

bool RecordForm::open(const QString& recordId) {
    auto* station = m_session ? m_session->station() : nullptr;
    const auto id = parseRecordId(fromQt(recordId));
    if (!station || !id)
        return false;
    auto record = station->get(*id);
    if (!record.ok()) {
        m_problem = record.error().message;
        emit changed();
        return false;
    }
    m_tried = record->view.state != "draft";
    m_mending.reset();
    m_problem = {};
    m_unfit = Json::array();
    if (!noteLook(*record))
        return false;
    take(std::move(record).value());
    resume();
    return m_type != nullptr;
}

/// A form covers nothing: opening one is a look at all that is personal in it.
bool RecordForm::noteLook(const station::Record& record) {
    const station::Station& station = *m_session->station();
    const schema::RecordType* type = station.catalog().type(record.view.type);
    if (!type)
        return true;
    const Status noted =
        station::noteReveals(station, fromQt(m_session->folder()), m_session->clock(), record,
                             station::coveredFields(*type, record.view.fields), "form");
    if (noted.ok())
        return true;
    m_problem = noted.error().message;
    emit changed();
    return false;
}

bool RecordForm::mend(const QString& change) {
    auto* station = m_session ? m_session->station() : nullptr;
    const auto dot = parseDot(fromQt(change));
    if (!station || !dot)
        return false;
    auto record = station->mendable(*dot);
    if (!record.ok()) {
        m_problem = record.error().message;
        emit changed();
        return false;
    }
    m_tried = true;
    m_mending = *dot;
    m_problem = {};
    m_unfit = Json::array();
    if (!noteLook(*record))
        return false;
    take(std::move(record).value());
    resume();
    return m_type != nullptr;
}

QString RecordForm::refusal() const {
    if (!m_mending || !m_session->station())
        return {};
    const auto refused = m_session->station()->needsAttention();
    if (!refused.ok())
        return toQt(whyUnread(refused.error()), m_session->spoken());
    const auto one = std::ranges::find(*refused, *m_mending, &station::Attention::change);
    return one != refused->end() ? toQt(one->reason, m_session->spoken()) : QString();
}

/// Before or after what is typed here: both the old day and the new one.
QString RecordForm::lockNotice() const {
    auto* station = m_session ? m_session->station() : nullptr;
    if (!station || !m_type)
        return {};
    std::vector<std::string> orgs{station->person().org};
    if (m_record)
        orgs = m_record->view.orgs.empty() ? std::vector{m_record->view.org} : m_record->view.orgs;
    for (const Json* fields : {&m_fields, &m_loaded}) {
        const auto day = fields->find(m_type->happenedOn);
        if (day == fields->end() || !day->is_string() || (fields == &m_loaded && !m_record))
            continue;
        if (const Text told = station->lockOf(orgs, day->get<std::string>()); !told.zh.empty())
            return toQt(told, m_session->spoken());
    }
    return {};
}

QVariantMap RecordForm::remarks() const {
    QVariantMap out;
    if (!m_record)
        return out;
    for (const records::Remark& remark : records::toMend(m_record->view)) {
        const QString path = toQt(remark.field);
        const QString before = out.value(path).toString();
        out[path] = before.isEmpty() ? toQt(remark.text) : before + QLatin1Char('\n') + toQt(remark.text);
    }
    return out;
}

void RecordForm::take(station::Record record) {
    m_type = m_session->station()->catalog().type(record.view.type);
    m_record = std::move(record);
    if (m_type)
        fill(m_record->view.fields);
}

void RecordForm::fill(Json fields) {
    m_fields = std::move(fields);
    m_typed.clear();
    m_unread.clear();
    m_pending.clear();
    m_steps.clear();
    m_stepPath.clear();
    m_takenBack = Millis(0);
    m_person = m_session->seat();
    m_forks = m_session->forks();
    beginKeeping();
    nameItems();
    m_loaded = m_fields;
    review();
    beginResetModel();
    m_rows = rowsOf(*m_type, m_fields, true);
    endResetModel();
    emit loaded();
    emit changed();
}

/// Every item gets a name, so that its lines have paths.
void RecordForm::nameItems() {
    for (const Field& field : m_type->fields) {
        if (field.kind != FieldKind::Items || !m_fields.contains(field.name))
            continue;
        for (Json& item : m_fields[field.name])
            if (item.is_object() && itemId(item).empty())
                item[schema::kItemKey] = "+" + std::to_string(++m_newItems);
    }
}

void RecordForm::set(const QString& path, const QVariant& typed) {
    const Field* field = fieldAt(path);
    if (!field || !m_session)
        return;
    Step before = step();
    Reading reading = read(*field, typed, m_session->today());
    const std::string name = fromQt(path);
    std::erase_if(m_unread, [&](const Problem& p) { return p.field == name; });
    if (reading.problem)
        m_unread.push_back({name, *reading.problem, {}, Problem::Severity::Error, Problem::Kind::Malformed});
    m_typed[path] = typed;
    const FormPath parts = partsOf(name);
    Json* scope = parts.item.empty() ? &m_fields : findItem(m_fields, parts.field, parts.item);
    const std::string& key = parts.item.empty() ? parts.field : parts.within;
    if (!scope)
        return;
    if (reading.value.is_null())
        scope->erase(key);
    else
        (*scope)[key] = reading.value;
    if (!parts.item.empty())
        gatherCode(*m_type, *field, reading.value, m_fields);
    else if (const station::Station* station = m_session->station())
        takeAlong(*station, *m_type, *field, before.fields.value(key, Json()),
                  m_record ? Json::object() : m_loaded, m_fields);
    m_problem = {};
    took(std::move(before), path);
    review();
    updateRows();
}

void RecordForm::settle(const QString& path) {
    const std::string name = fromQt(path);
    m_stepPath.clear();
    if (std::any_of(m_unread.begin(), m_unread.end(), [&](const Problem& p) { return p.field == name; }))
        return;
    if (m_stowed)  // the page is going; its letters were put aside as they are
        return;
    if (m_typed.remove(path) > 0)
        updateRows();
}

void RecordForm::addItem(const QString& list) {
    addItem(list, false);
}

void RecordForm::addAlike(const QString& list) {
    addItem(list, true);
}

void RecordForm::addItem(const QString& list, bool alike) {
    const std::string name = fromQt(list);
    const Field* field = m_type ? m_type->find(name) : nullptr;
    if (!field || field->kind != FieldKind::Items)
        return;
    Step before = step();
    Json& items = m_fields[name];
    if (!items.is_array())
        items = Json::array();
    if (items.size() >= field->maxItems)
        return;
    const std::string id = "+" + std::to_string(++m_newItems);
    items.push_back(newItem(*field, id, alike && !items.empty() ? &items.back() : nullptr));
    took(std::move(before), {});
    review();
    updateRows();
    emit itemAdded(list + QLatin1Char('/') + toQt(id));
}

void RecordForm::removeItem(const QString& path) {
    const FormPath parts = partsOf(fromQt(path));
    const auto at = m_fields.find(parts.field);
    if (at == m_fields.end() || !at->is_array())
        return;
    Step before = step();
    std::erase_if(at->get_ref<Json::array_t&>(),
                  [&](const Json& item) { return itemId(item) == parts.item; });
    if (at->empty())
        m_fields.erase(at);
    const std::string prefix = parts.field + "/" + parts.item + "/";
    std::erase_if(m_unread, [&](const Problem& p) { return p.field.starts_with(prefix); });
    m_typed.removeIf([&](const auto& entry) { return fromQt(entry.key()).starts_with(prefix); });
    took(std::move(before), {});
    review();
    updateRows();
}

void RecordForm::moveItem(const QString& path, int by) {
    const FormPath parts = partsOf(fromQt(path));
    const auto list = m_fields.find(parts.field);
    if (list == m_fields.end() || !list->is_array())
        return;
    auto& items = list->get_ref<Json::array_t&>();
    const auto at =
        std::find_if(items.begin(), items.end(), [&](const Json& i) { return itemId(i) == parts.item; });
    const auto to = at - items.begin() + (by < 0 ? -1 : 1);
    if (at == items.end() || to < 0 || to >= static_cast<std::ptrdiff_t>(items.size()))
        return;
    Step before = step();
    std::iter_swap(at, items.begin() + to);
    took(std::move(before), {});
    m_problem = {};
    review();
    updateRows();
}

void RecordForm::review() {
    m_problems = schema::checkSave(*m_type, m_fields);
    if (!schema::hasErrors(m_problems)) {
        auto more = schema::checkSubmit(*m_type, m_fields, m_session->today());
        std::move(more.begin(), more.end(), std::back_inserter(m_problems));
    }
    for (Problem& problem : m_problems) {
        problem.field = localPath(problem.field);
        for (std::string& field : problem.also)
            field = localPath(field);
    }
}

/// Turns the place of an item without an id ("findings/0/advice") into the name the form gave it.
std::string RecordForm::localPath(const std::string& path) const {
    const FormPath parts = partsOf(path);
    if (parts.item.empty() || parts.item.find_first_not_of("0123456789") != std::string::npos)
        return path;
    const auto at = m_fields.find(parts.field);
    const std::size_t place = std::stoul("0" + parts.item.substr(0, 9));
    if (at == m_fields.end() || !at->is_array() || place >= at->size())
        return path;
    const std::string head = parts.field + "/" + itemId((*at)[place]);
    return parts.within.empty() ? head : head + "/" + parts.within;
}

/// Tells the view which lines came and went; what a person types in the others is not disturbed.
void RecordForm::updateRows() {
    const std::vector<FormRow> now = rowsOf(*m_type, m_fields, true);
    const auto holds = [](const std::vector<FormRow>& rows, const FormRow& row) {
        return std::any_of(rows.begin(), rows.end(), [&](const FormRow& r) { return r.sameAs(row); });
    };
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (holds(now, m_rows[static_cast<std::size_t>(i)]))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(now.size()); ++i) {
        const FormRow& row = now[static_cast<std::size_t>(i)];
        if (i < rowCount() && m_rows[static_cast<std::size_t>(i)].sameAs(row)) {
            m_rows[static_cast<std::size_t>(i)] = row;
            continue;
        }
        const auto later = std::find_if(m_rows.begin() + std::min(i, rowCount()), m_rows.end(),
                                        [&](const FormRow& r) { return r.sameAs(row); });
        if (later != m_rows.end()) {
            const int from = static_cast<int>(later - m_rows.begin());
            beginMoveRows({}, from, from, {}, i);
            std::rotate(m_rows.begin() + i, later, later + 1);
            m_rows[static_cast<std::size_t>(i)] = row;
            endMoveRows();
            continue;
        }
        beginInsertRows({}, i, i);
        m_rows.insert(m_rows.begin() + i, row);
        endInsertRows();
    }
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
    keepSoon();
    emit changed();
}

const Field* RecordForm::fieldAt(const QString& path) const {
    if (!m_type)
        return nullptr;
    const FormPath parts = partsOf(fromQt(path));
    return parts.within.empty() ? m_type->find(parts.field) : m_type->find(parts.field, parts.within);
}

const Json& RecordForm::valueAt(const QString& path) const {
    return ui::valueAt(m_fields, partsOf(fromQt(path)));
}

/// What is missing is told only once somebody wanted to submit; all else as soon as it is typed.
const Problem* RecordForm::problemAt(const FormRow& row) const {
    for (const Problem& problem : m_unread)
        if (problem.field == row.path)
            return &problem;
    const Problem* found = nullptr;
    for (const Problem& problem : m_problems) {
        const bool meant = problem.field == row.path || std::find(problem.also.begin(), problem.also.end(),
                                                                  row.path) != problem.also.end();
        if (!meant || (problem.kind == Problem::Kind::Missing && !m_tried))
            continue;
        if (!found ||
            (found->severity == Problem::Severity::Warning && problem.severity == Problem::Severity::Error))
            found = &problem;
    }
    return found;
}

int RecordForm::firstError() const {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (const Problem* problem = problemAt(m_rows[i]);
            problem && problem->severity == Problem::Severity::Error)
            return static_cast<int>(i);
    return -1;
}

int RecordForm::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QHash<int, QByteArray> RecordForm::roleNames() const {
    return {{RowKindRole, "rowKind"},     {PathRole, "path"},       {KindRole, "kind"},
            {LabelRole, "label"},         {HintRole, "hint"},       {UnitRole, "unit"},
            {ValueRole, "value"},         {EchoRole, "echo"},       {ChoicesRole, "choices"},
            {RequiredRole, "isRequired"}, {ProblemRole, "problem"}, {WarningRole, "isWarning"},
            {WideRole, "isWide"},         {NestedRole, "isNested"}, {LimitRole, "limit"},
            {ListedRole, "isListed"},     {FirstRole, "isFirst"},   {LastRole, "isLast"}};
}

}  // namespace fayi::ui
