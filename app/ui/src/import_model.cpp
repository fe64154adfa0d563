// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/import_model.h"

#include <algorithm>

#include "fayi/office/import_errors.h"
#include "fayi/ui/finder.h"
#include "fayi/ui/words.h"
#include "field_options.h"
#include "follow_session.h"
#include "record_rows.h"
#include "register_names.h"
#include "station_work.h"
#include "table_files.h"

namespace fayi::ui {
namespace {

using station::ImportReport;
using station::Json;

const Text kUnit{"所属机构", "Org unit"};

}  // namespace

ImportModel::ImportModel(QObject* parent)
    : QAbstractListModel(parent), m_state(QStringLiteral("none")), m_folder(tableFolder()) {}

/// What is read only is given up; what is being written is finished first.
ImportModel::~ImportModel() {
    m_stop.request_stop();
}

void ImportModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, [this] {
            emit asked();
            emit loaded();
            emit saved();
            if (columns() > 0)
                emit dataChanged(index(0), index(columns() - 1));
        });
    });
    if (fresh)
        emit sessionChanged();
}

void ImportModel::setType(const QString& type) {
    if (fromQt(type) == m_wish.type || m_state == QLatin1String("writing"))
        return;
    m_wish.type = fromQt(type);
    m_wish.columns.clear();
    emit asked();
    load();
}

void ImportModel::setFile(const QUrl& file) {
    if (m_state == QLatin1String("writing"))
        return;
    m_wish.file = fromQt(file.toLocalFile());
    m_wish.sheet.clear();
    m_wish.columns.clear();
    m_sheets.clear();
    emit asked();
    load();
}

void ImportModel::setSheet(const QString& sheet) {
    if (sheet == this->sheet() || m_state == QLatin1String("writing"))
        return;
    m_wish.sheet = fromQt(sheet);
    m_wish.columns.clear();
    load();
}

void ImportModel::setField(int row, const QString& field) {
    if (row < 0 || row >= columns() || m_state != QLatin1String("read"))
        return;
    m_wish.columns[m_report.columns[static_cast<std::size_t>(row)].heading] = fromQt(field);
    load();
}

void ImportModel::readAgain() {
    if (m_state != QLatin1String("writing"))
        load();
}

/// One reading at a time; what is chosen meanwhile ends it and is read after it.
void ImportModel::load() {
    m_notice = {};
    m_errorFile.clear();
    m_errorProblem = {};
    emit saved();
    if (m_running) {
        m_again = true;
        m_stop.request_stop();
        return;
    }
    if (m_wish.type.empty() || m_wish.file.empty()) {
        forget();
        setState(QStringLiteral("none"));
        return;
    }
    start(false);
}

void ImportModel::import(bool goodOnly) {
    if (m_state != QLatin1String("read") || m_running || m_report.created == 0 || (bad() > 0 && !goodOnly))
        return;
    m_wish.partial = goodOnly;
    start(true);
}

void ImportModel::start(bool writes) {
    if (!m_session || !m_session->station())
        return;
    m_running = true;
    m_stop = std::stop_source();
    setState(writes ? QStringLiteral("writing") : QStringLiteral("reading"));
    station::ImportWish wish = m_wish;
    if (!writes)
        wish.stop = m_stop.get_token();
    m_thread = atWork<Answer>(
        *m_session, this,
        [wish, writes](station::Station& station) -> Result<Answer> {
            Answer out{wish, {}, {}};
            FAYI_LET(sheets, station::sheetsOf(wish.file));
            out.sheets = std::move(sheets);
            if (writes) {
                out.wish.dryRun = false;
                FAYI_LET(report, station.import(out.wish));
                out.report = std::move(report);
                // Without it the columns are chosen once more the next time; the records are there.
                if (out.report.created > 0)
                    (void)station::ColumnMemory(station.store().folder()).remember(wish.type, wish.columns);
                return out;
            }
            out.wish.partial = true;  // what is good is counted, whatever else is wrong
            FAYI_LET(report, station::tryImport(station, out.wish));
            out.report = std::move(report);
            return out;
        },
        [this, writes](const Result<Answer>& answer) { end(answer, writes); });
}

void ImportModel::end(const Result<Answer>& answer, bool wrote) {
    m_running = false;
    if (std::exchange(m_again, false)) {
        load();
        return;
    }
    if (wrote && answer.ok() && answer->report.created == 0) {
        m_notice = {"文件在检查之后变了，什么都没有导入；下面是重新检查的结果。",
                    "The file changed after it was checked. Nothing was imported; below it is checked anew."};
        start(false);
        return;
    }
    m_problem = answer.ok() ? Text{} : answer.error().message;
    show(answer.ok() ? answer->report : ImportReport());
    if (answer.ok()) {
        m_wish.columns = answer->wish.columns;
        m_sheets.clear();
        if (answer->sheets.size() > 1)
            for (const std::string& sheet : answer->sheets)
                m_sheets << toQt(sheet);
    }
    const bool made = wrote && answer.ok();
    setState(made ? QStringLiteral("done") : QStringLiteral("read"));
    if (made) {
        m_session->wrote();
        emit imported();
    }
}

void ImportModel::forget() {
    m_problem = {};
    show({});
}

/// A choice that was just made keeps the keyboard: the same columns stay where they are.
void ImportModel::show(const ImportReport& report) {
    const bool same = std::ranges::equal(report.columns, m_report.columns, {}, &ImportReport::Column::heading,
                                         &ImportReport::Column::heading);
    if (!same)
        beginResetModel();
    m_report = report;
    if (!same)
        endResetModel();
    else if (columns() > 0)
        emit dataChanged(index(0), index(columns() - 1));
}

void ImportModel::setState(const QString& state) {
    m_state = state;
    emit loaded();
}

QUrl ImportModel::file() const {
    return m_wish.file.empty() ? QUrl() : QUrl::fromLocalFile(toQt(m_wish.file.string()));
}

QString ImportModel::fileName() const {
    return toQt(m_wish.file.filename().string());
}

QString ImportModel::sheet() const {
    return m_wish.sheet.empty() && !m_sheets.isEmpty() ? m_sheets.first() : toQt(m_wish.sheet);
}

const schema::RecordType* ImportModel::definition() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    return station ? station->catalog().type(m_wish.type) : nullptr;
}

QString ImportModel::typeLabel() const {
    const schema::RecordType* type = definition();
    return type ? toQt(type->labels, m_session->spoken()) : QString();
}

QString ImportModel::labelOf(const std::string& field) const {
    const schema::RecordType* type = definition();
    if (field == "org")
        return toQt(kUnit, m_session->spoken());
    const schema::Field* known = type ? type->find(field) : nullptr;
    return known ? toQt(known->labels, m_session->spoken()) : toQt(field);
}

int ImportModel::bad() const {
    return static_cast<int>(m_report.skipped - m_report.already);
}

QString ImportModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString ImportModel::notice() const {
    return m_session ? toQt(m_notice, m_session->spoken()) : QString();
}

QVariantList ImportModel::problems() const {
    QVariantList out;
    if (!m_session)
        return out;
    for (const ImportReport::RowError& error : m_report.errors) {
        if (out.size() >= static_cast<qsizetype>(kMostShown))
            break;
        const QString words = toQt(error.message, m_session->spoken());
        out << QVariantMap{
            {QStringLiteral("row"), static_cast<int>(error.row)},
            {QStringLiteral("text"),
             error.field.empty() ? words : labelOf(error.field) + QStringLiteral("：") + words}};
    }
    return out;
}

int ImportModel::moreProblems() const {
    return static_cast<int>(m_report.errors.size() - std::min(m_report.errors.size(), kMostShown));
}

bool ImportModel::givenUp() const {
    return m_report.errors.size() >= ImportReport::kMostErrors;
}

QStringList ImportModel::leftOut() const {
    QStringList out;
    for (const ImportReport::Column& column : m_report.columns)
        if (column.field.empty() && !column.ours && !column.heading.empty())
            out << toQt(column.heading);
    return out;
}

QVariantMap ImportModel::previewOf(const Json& fields) const {
    const auto& station = *m_session->station();
    const Language language = m_session->spoken();
    const schema::RecordType* type = definition();
    QStringList lines;
    const auto org = fields.find("org");
    if (org != fields.end() && org->is_string())
        lines << toQt(kUnit, language) + QStringLiteral("：") +
                     toQt(station.orgTree().pathName(org->get<std::string>(), language));
    for (const schema::Field& field : type->fields)
        if (const auto value = fields.find(field.name); value != fields.end())
            lines << toQt(field.labels, language) + QStringLiteral("：") +
                         valueText(station, field, *value, false, language);
    return {{QStringLiteral("title"), recordTitle(station, m_wish.type, fields, {}, language)},
            {QStringLiteral("lines"), lines}};
}

QVariantList ImportModel::preview() const {
    QVariantList out;
    if (!definition())
        return out;
    for (const Json& fields : m_report.preview)
        out << previewOf(fields);
    return out;
}

QVariantList ImportModel::fields(const QString& words) const {
    QVariantList out;
    const schema::RecordType* type = definition();
    if (!type)
        return out;
    for (const schema::Field& field : type->fields)
        if (field.kind != schema::FieldKind::Attachments)
            out << option(toQt(field.name), toQt(field.labels, m_session->spoken()));
    out << option(QStringLiteral("org"), toQt(kUnit, m_session->spoken()));
    out.removeIf([&](const QVariant& one) {
        return !isFound(one.toMap()[QStringLiteral("label")].toString(), words);
    });
    return out;
}

QVariantList ImportModel::types(const QString& words) const {
    QVariantList out;
    const auto* station = m_session ? m_session->station() : nullptr;
    if (!station)
        return out;
    for (const schema::RecordType* type : station->catalog().types()) {
        const QString label = toQt(type->labels, m_session->spoken());
        if (!type->reference && station->may(schema::Action::Create, type->name) && isFound(label, words))
            out << option(toQt(type->name), label);
    }
    return out;
}

QVariantList ImportModel::made() const {
    std::vector<station::Record> records;
    if (!m_session || !m_session->station())
        return {};
    for (const RecordId id : m_report.made) {
        if (records.size() >= kMostListed)
            break;
        if (auto record = m_session->station()->get(id); record.ok())
            records.push_back(std::move(record).value());
    }
    return recordRows(*m_session, records);
}

void ImportModel::setFolder(const QString& folder) {
    m_folder = folder;
    emit saved();
}

QString ImportModel::errorProblem() const {
    return m_session ? toQt(m_errorProblem, m_session->spoken()) : QString();
}

bool ImportModel::saveErrors() {
    m_errorFile.clear();
    m_errorProblem = {};
    if (!m_session || m_report.errors.empty())
        return false;
    const auto name =
        tableFile(*m_session, m_folder, tr("Rows to mend of %1").arg(toQt(m_wish.file.stem().string())),
                  QStringLiteral(".xlsx"));
    const Status written =
        name.ok() ? office::writeRejected(m_report, fromQt(*name), m_session->spoken(), m_session->clock())
                  : Status(name.error());
    if (written.ok())
        m_errorFile = *name;
    else
        m_errorProblem = written.error().message;
    emit saved();
    return written.ok();
}

int ImportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns();
}

QVariant ImportModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= columns())
        return {};
    const ImportReport::Column& column = m_report.columns[static_cast<std::size_t>(index.row())];
    switch (role) {
        case HeadingRole:
            return toQt(column.heading);
        case SampleRole:
            return toQt(column.sample);
        case FieldRole:
            return toQt(column.field);
        case LabelRole:
            return column.field.empty() ? QString() : labelOf(column.field);
        case OursRole:
            return column.ours || column.heading.empty();
        default:
            return {};
    }
}

QHash<int, QByteArray> ImportModel::roleNames() const {
    return {{HeadingRole, "heading"},
            {SampleRole, "sample"},
            {FieldRole, "field"},
            {LabelRole, "label"},
            {OursRole, "ours"}};
}

}  // namespace fayi::ui
