// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/dossier_model.h"

#include <QUrl>
#include <algorithm>

#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {

using schema::Json;
using schema::Paper;

void DossierModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &DossierModel::load);
        connect(m_session, &StationSession::languageChanged, this, &DossierModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void DossierModel::setRecordId(const QString& id) {
    if (id == m_id)
        return;
    m_id = id;
    m_problem = {};
    emit recordIdChanged();
    load();
}

/// The same papers as before keep their lines: who ticks one after the other keeps their place.
void DossierModel::load() {
    Found found;
    const auto id = parseRecordId(fromQt(m_id));
    if (m_session && m_session->station() && id)
        if (const auto record = m_session->station()->get(*id); record.ok())
            found = find(*record);
    const bool others = found.codes != m_found.codes;
    if (others)
        beginResetModel();
    m_found = std::move(found);
    if (others)
        endResetModel();
    else if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
}

DossierModel::Found DossierModel::find(const station::Record& record) const {
    Found out;
    const station::Station& station = *m_session->station();
    const schema::RecordType* type = station.catalog().type(record.view.type);
    if (type == nullptr || type->dossier.field.empty())
        return out;
    out.field = type->dossier.field;
    out.list = schema::checklistOf(*type, record.view.fields, station.today());
    for (const Paper& paper : out.list.papers)
        out.codes.push_back(paper.choice->code);
    if (!record.view.papers.empty())
        out.scans = scansOf(record);
    return out;
}

std::map<std::string, DossierModel::Scans> DossierModel::scansOf(const station::Record& record) const {
    std::map<std::string, Scans> out;
    const auto files = m_session->station()->attachments(record.id);
    for (const station::AttachmentState& file :
         files.ok() ? *files : std::vector<station::AttachmentState>()) {
        if (file.paper.empty())
            continue;
        Scans& scans = out[file.paper];
        ++scans.count;
        if (scans.thumbnail.isEmpty() && !file.thumbnail.empty())
            scans.thumbnail = QUrl::fromLocalFile(toQt(file.thumbnail.string())).toString();
    }
    return out;
}

int DossierModel::filed() const {
    return static_cast<int>(std::ranges::count(m_found.list.papers, true, &Paper::there));
}

QString DossierModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

bool DossierModel::tick(const QString& code, bool there) {
    const auto id = parseRecordId(fromQt(m_id));
    if (!m_session || !m_session->station() || !id || m_found.field.empty())
        return false;
    station::Station& station = *m_session->station();
    const auto record = station.get(*id);
    if (!record.ok())
        return false;
    Json papers = record->view.fields.value(m_found.field, Json::array());
    const Json paper(fromQt(code));
    const auto at = std::ranges::find(papers, paper);
    if (there && at == papers.end())
        papers.push_back(paper);
    else if (!there && at != papers.end())
        papers.erase(at);
    const auto answer = station.edit(*id, {{m_found.field, std::move(papers)}}, record->shown);
    m_problem = answer.ok() ? Text{} : answer.error().message;
    if (answer.ok())
        m_session->wrote();
    else
        emit changed();
    return answer.ok();
}

int DossierModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found.list.papers.size());
}

QVariant DossierModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || !m_session)
        return {};
    const Paper& paper = m_found.list.papers[static_cast<std::size_t>(index.row())];
    const auto scans = m_found.scans.find(paper.choice->code);
    switch (role) {
        case CodeRole:
            return toQt(paper.choice->code);
        case LabelRole:
            return toQt(paper.choice->labels, m_session->spoken());
        case RequiredRole:
            return paper.required;
        case ThereRole:
            return paper.there;
        case MissingRole:
            return paper.missing;
        case InPlaceRole: {
            QStringList others;
            for (const schema::Choice* other : paper.inPlace)
                others << toQt(other->labels, m_session->spoken());
            return others.join(tr(" or "));
        }
        case ScansRole:
            return scans == m_found.scans.end() ? 0 : scans->second.count;
        case ThumbnailRole:
            return scans == m_found.scans.end() ? QString() : scans->second.thumbnail;
        default:
            return {};
    }
}

QHash<int, QByteArray> DossierModel::roleNames() const {
    return {{CodeRole, "code"},     {LabelRole, "label"},        {RequiredRole, "isRequired"},
            {ThereRole, "isThere"}, {MissingRole, "isMissing"},  {InPlaceRole, "inPlace"},
            {ScansRole, "scans"},   {ThumbnailRole, "thumbnail"}};
}

}  // namespace fayi::ui
