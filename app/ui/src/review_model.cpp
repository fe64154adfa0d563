// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/review_model.h"

#include <algorithm>
#include <numeric>

#include "fayi/station/remarks.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"
#include "register_names.h"

namespace fayi::ui {

using schema::Action;
using station::Review;

namespace {

QVariantMap choice(const std::string& code, const QString& label) {
    return {{QStringLiteral("code"), toQt(code)}, {QStringLiteral("label"), label}};
}

}  // namespace

void ReviewModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &ReviewModel::load);
        connect(m_session, &StationSession::languageChanged, this, &ReviewModel::load);
        connect(m_session, &StationSession::identityChanged, this, &ReviewModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void ReviewModel::setType(const QString& type) {
    if (type == m_type)
        return;
    m_type = type;
    load();
}

void ReviewModel::setOrg(const QString& org) {
    if (org == m_org)
        return;
    m_org = org;
    load();
}

void ReviewModel::setOfficesToo(bool officesToo) {
    if (officesToo == m_officesToo)
        return;
    m_officesToo = officesToo;
    load();
}

void ReviewModel::load() {
    beginResetModel();
    m_queue = {};
    m_problem = {};
    if (m_session && m_session->station()) {
        auto queue = Review(*m_session->station()).queue({fromQt(m_type), fromQt(m_org), m_officesToo});
        if (queue.ok())
            m_queue = std::move(queue).value();
        else
            m_problem = queue.error().message;
    }
    endResetModel();
    emit loaded();
}

bool ReviewModel::mayWiden() const {
    return m_session && m_session->station() && m_session->station()->person().role == "district";
}

bool ReviewModel::mayReview() const {
    const auto* station = m_session ? m_session->station() : nullptr;
    if (!station || !m_session->enrolled())
        return false;
    const auto types = station->catalog().types();
    return std::any_of(types.begin(), types.end(), [&](const schema::RecordType* type) {
        return station->may(Action::Verify, type->name) || station->may(Action::Return, type->name);
    });
}

int ReviewModel::waiting() const {
    const auto& types = m_queue.types;
    return std::accumulate(types.begin(), types.end(), 0, [](int sum, const station::ReviewQueue::Type& one) {
        return sum + static_cast<int>(one.waiting);
    });
}

QVariantList ReviewModel::types() const {
    QVariantList out;
    if (m_queue.types.size() < 2 && m_type.isEmpty())
        return out;
    out << choice({}, tr("All (%1)").arg(waiting()));
    for (const auto& one : m_queue.types)
        out << choice(
            one.type->name,
            QStringLiteral("%1 (%2)").arg(toQt(one.type->labels, m_session->spoken())).arg(one.waiting));
    return out;
}

QVariantList ReviewModel::orgs() const {
    QVariantList out;
    if (m_queue.orgs.size() < 2 && m_org.isEmpty())
        return out;
    out << choice({}, tr("All units"));
    for (const std::string& org : m_queue.orgs)
        out << choice(org, toQt(m_session->station()->orgTree().pathName(org, m_session->spoken())));
    return out;
}

QString ReviewModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString ReviewModel::idAt(int row) const {
    return row >= 0 && row < count() ? toQt(toText(m_queue.records[static_cast<std::size_t>(row)].id))
                                     : QString();
}

int ReviewModel::rowOf(const QString& recordId) const {
    const auto id = parseRecordId(fromQt(recordId));
    const auto& records = m_queue.records;
    const auto at = std::find_if(records.begin(), records.end(),
                                 [&](const station::Record& one) { return id && one.id == *id; });
    return at == records.end() ? -1 : static_cast<int>(at - records.begin());
}

QString ReviewModel::secondary(const station::Record& record) const {
    const auto* station = m_session->station();
    const Language language = m_session->spoken();
    const schema::RecordType* type = station->catalog().type(record.view.type);
    const QStringList parts{type ? toQt(type->labels, language) : toQt(record.view.type),
                            spokenDate(record.view.happenedOn, language),
                            toQt(station->orgTree().pathName(record.view.org, language)),
                            toQt(record.updatedBy),
                            spokenTime(record.view.updated.wall(), m_session->clock().now(), language)};
    QStringList told;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(told),
                 [](const QString& part) { return !part.isEmpty(); });
    return told.join(QStringLiteral(" · "));
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count() || !m_session->station())
        return {};
    const station::Record& record = m_queue.records[static_cast<std::size_t>(index.row())];
    switch (role) {
        case IdRole:
            return toQt(toText(record.id));
        case TitleRole:
            return recordTitle(*m_session->station(), record.view.type, record.view.fields, record.title,
                               m_session->spoken());
        case SecondaryRole:
            return secondary(record);
        case WordRole:
            return !record.view.conflicts.empty()      ? QStringLiteral("conflict")
                   : record.view.changedSinceVerified  ? QStringLiteral("changed")
                   : station::wasReturned(record.view) ? QStringLiteral("again")
                                                       : QStringLiteral("submitted");
        case StandingRole:
            return standingOf(record.view);
        default:
            return {};
    }
}

QHash<int, QByteArray> ReviewModel::roleNames() const {
    return {{IdRole, "recordId"},
            {TitleRole, "title"},
            {SecondaryRole, "secondary"},
            {WordRole, "word"},
            {StandingRole, "standing"}};
}

}  // namespace fayi::ui
