// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/attention_model.h"

#include "fayi/station/returned.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"
#include "register_names.h"

namespace fayi::ui {

namespace {

/// A form puts right what was written in fields, and what could not be submitted; who decided on a record
/// decides again or lets it be.
bool isForAForm(const station::Attention& one) {
    const auto state = one.writes.find("$state");
    if (one.creation || (state != one.writes.end() && *state == records::kSubmitted))
        return true;
    return std::ranges::any_of(one.writes.items(),
                               [](const auto& write) { return !write.key().starts_with('$'); });
}

}  // namespace

void AttentionModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &AttentionModel::load);
        connect(m_session, &StationSession::languageChanged, this, &AttentionModel::load);
        connect(m_session, &StationSession::identityChanged, this, &AttentionModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void AttentionModel::load() {
    beginResetModel();
    read();
    endResetModel();
    emit countChanged();
}

void AttentionModel::read() {
    m_rows.clear();
    m_total = 0;
    m_problem = {};
    if (m_session && m_session->station()) {
        addRefused();
        addReturned();
        addConflicts();
    }
}

/// What is shown stays where it is, so that nobody loses their place: of each kind the new ones come after
/// it.
void AttentionModel::showMore() {
    const std::vector<Row> before = m_rows;
    m_most += kRows;
    read();
    std::vector<Row> all = std::exchange(m_rows, before);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const int at = static_cast<int>(i);
        if (i < m_rows.size() && m_rows[i].isLike(all[i]))
            continue;
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, all[i]);
        endInsertRows();
    }
    if (m_rows.size() != all.size())  // some of what was shown has gone
        load();
    emit countChanged();
}

void AttentionModel::showFirst() {
    if (m_most == kRows)
        return;
    m_most = kRows;
    load();
}

void AttentionModel::addRefused() {
    auto found = m_session->station()->needsAttention();
    if (!found.ok()) {
        m_problem = whyUnread(found.error());
        return;
    }
    std::vector<station::Attention> refused = std::move(found).value();
    const bool isAll = refused.size() < station::kMostAttention;
    // An edit goes with the creation it rests on.
    std::erase_if(refused, [](const auto& one) { return one.creation && one.change != one.record.created; });
    m_total += isAll ? refused.size() : m_session->station()->status().refused;
    refused.resize(std::min(refused.size(), m_most));
    for (const auto& one : refused)
        m_rows.push_back({QStringLiteral("refused"), toQt(toText(one.record)), toQt(one.title),
                          toQt(one.reason, m_session->spoken()), toQt(toText(one.change)), contentOf(one),
                          one.creation, QString(), isForAForm(one)});
}

/// What was refused, field by field; of a creation all that its record shows.
QVariantList AttentionModel::contentOf(const station::Attention& one) const {
    const station::Station& station = *m_session->station();
    const schema::RecordType* type = station.catalog().type(one.type);
    const auto shown = station.mendable(one.change);
    const schema::Json fields = shown.ok() ? shown->view.fields : schema::Json::object();
    const Language language = m_session->spoken();
    QVariantList out;
    for (const auto& [path, value] : (one.creation ? fields : one.writes).items())
        out << QVariantMap{
            {QStringLiteral("label"), registerName(station, type, path, fields, language)},
            {QStringLiteral("text"), registerText(station, type, path, value, language, true)}};
    return out;
}

bool AttentionModel::discard(const QString& change) {
    const auto dot = parseDot(fromQt(change));
    if (!m_session || !m_session->station() || !dot || !m_session->station()->discard(*dot).ok())
        return false;
    m_session->wrote();
    return true;
}

void AttentionModel::addReturned() {
    const auto records = station::returnedHere(*m_session->station(), m_most);
    const auto all = station::returnedCount(*m_session->station());
    if (!records.ok() || !all.ok()) {
        m_problem = whyUnread(records.ok() ? all.error() : records.error());
        return;
    }
    m_total += *all;
    for (const station::Record& record : *records) {
        const records::View& view = record.view;
        const std::vector<records::Remark> asked = records::toMend(view);
        m_rows.push_back(
            {QStringLiteral("returned"),
             toQt(toText(record.id)),
             recordTitle(*m_session->station(), view.type, view.fields, record.title, m_session->spoken()),
             asked.empty() ? QString() : toQt(asked.back().text),
             {},
             {},
             false,
             standingOf(view)});
    }
}

QString AttentionModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString AttentionModel::titleOf(const station::RecordRow& row) const {
    return recordTitle(*m_session->station(), row.type, row.fields.read(), row.title, m_session->spoken());
}

void AttentionModel::addConflicts() {
    station::ListQuery query;
    query.limit = m_most;
    query.conflicts = true;
    const auto rows = m_session->station()->list(query);
    const auto all = m_session->station()->count(query);
    if (!rows.ok() || !all.ok()) {
        m_problem = whyUnread(rows.ok() ? all.error() : rows.error());
        return;
    }
    m_total += *all;
    const Language language = m_session->spoken();
    for (const station::RecordRow& row : *rows) {
        const QString who = toQt(row.updatedBy) + QStringLiteral(" · ") +
                            spokenTime(row.updated.wall(), m_session->clock().now(), language);
        m_rows.push_back({QStringLiteral("conflict"),
                          toQt(toText(row.id)),
                          titleOf(row),
                          who,
                          {},
                          {},
                          false,
                          standingOf(row)});
    }
}

int AttentionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AttentionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case KindRole:
            return row.kind;
        case IdRole:
            return row.id;
        case TitleRole:
            return row.title;
        case ReasonRole:
            return row.reason;
        case ChangeRole:
            return row.change;
        case WritesRole:
            return row.writes;
        case GoneRole:
            return row.gone;
        case StandingRole:
            return row.standing;
        case MendableRole:
            return row.mendable;
        default:
            return {};
    }
}

QHash<int, QByteArray> AttentionModel::roleNames() const {
    return {{KindRole, "kind"},     {IdRole, "recordId"},       {TitleRole, "title"},
            {ReasonRole, "reason"}, {ChangeRole, "change"},     {WritesRole, "writes"},
            {GoneRole, "removes"},  {StandingRole, "standing"}, {MendableRole, "mendable"}};
}

}  // namespace fayi::ui
