// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/attachments_model.h"

#include <QStandardPaths>

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "station_work.h"

namespace fayi::ui {
namespace {

using station::AttachmentState;
using station::Station;

QString kindOf(const std::string& media) {
    if (media.starts_with("image/"))
        return QStringLiteral("picture");
    return media == "application/pdf" ? QStringLiteral("pdf") : QStringLiteral("document");
}

std::string fieldFor(const Station& station, RecordId id) {
    const auto record = station.get(id);
    const auto* type = record.ok() ? station.catalog().type(record->view.type) : nullptr;
    if (type == nullptr)
        return {};
    const auto field = std::ranges::find(type->fields, schema::FieldKind::Attachments, &schema::Field::kind);
    return field == type->fields.end() ? std::string() : field->name;
}

}  // namespace

void AttachmentsModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &AttachmentsModel::load);
        connect(m_session, &StationSession::languageChanged, this, &AttachmentsModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void AttachmentsModel::setRecordId(const QString& id) {
    if (id == m_id)
        return;
    m_id = id;
    m_problem = {};
    emit recordIdChanged();
    load();
}

void AttachmentsModel::load() {
    beginResetModel();
    m_found.clear();
    m_field.clear();
    const auto id = parseRecordId(fromQt(m_id));
    if (m_session && m_session->station() && id) {
        m_field = fieldFor(*m_session->station(), *id);
        auto found = m_session->station()->attachments(*id);
        if (found.ok())
            m_found = std::move(found).value();
    }
    endResetModel();
    emit changed();
}

void AttachmentsModel::add(const QList<QUrl>& files) {
    std::vector<std::filesystem::path> paths;
    for (const QUrl& file : files)
        paths.emplace_back(fromQt(file.toLocalFile()));
    const auto id = parseRecordId(fromQt(m_id));
    if (!id || m_field.empty())
        return;
    run(
        [paths, id = *id, field = m_field](Station& station) -> Result<std::size_t> {
            for (const std::filesystem::path& path : paths) {
                const auto attached = station.attach(id, field, path);
                if (!attached && !station.refusedBecause().empty())
                    return Error{attached.error().code, station.refusedBecause().front().message};
                if (!attached)
                    return attached.error();
            }
            return paths.size();
        },
        true);
}

void AttachmentsModel::save(int row, const QUrl& file) {
    if (row < 0 || row >= count())
        return;
    const std::filesystem::path path = fromQt(file.toLocalFile());
    run(
        [blob = m_found[static_cast<std::size_t>(row)].blob, path](Station& station) -> Result<std::size_t> {
            FAYI_LET(written, station.writeBlob(blob, path));
            return static_cast<std::size_t>(written.bytes);
        },
        false);
}

QUrl AttachmentsModel::suggestedFile(int row) const {
    if (row < 0 || row >= count())
        return {};
    // The name comes from another computer: no part of it may lead to another folder.
    QString name = toQt(m_found[static_cast<std::size_t>(row)].name);
    name.replace(QLatin1Char('/'), QLatin1Char('_'));
    return QUrl::fromLocalFile(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) +
                               QLatin1Char('/') + name);
}

void AttachmentsModel::remove(int row) {
    const auto id = parseRecordId(fromQt(m_id));
    if (row < 0 || row >= count() || !id)
        return;
    const AttachmentState gone = m_found[static_cast<std::size_t>(row)];
    run(
        [id = *id, gone](Station& station) -> Result<std::size_t> {
            FAYI_LET(record, station.get(id));
            schema::Json left = schema::Json::array();
            for (const schema::Json& member : record.view.fields.value(gone.field, schema::Json::array()))
                if (member.value("blob", std::string()) != gone.blob)
                    left.push_back(member);
            FAYI_LET(written, station.edit(id, {{gone.field, std::move(left)}}));
            return std::size_t{1};
        },
        true);
}

void AttachmentsModel::run(Work work, bool writes) {
    if (!m_session || m_running)
        return;
    m_running = true;
    m_problem = {};
    emit changed();
    m_thread = atWork<std::size_t>(*m_session, this, std::move(work), [this, writes](const auto& result) {
        end(result.ok() ? Status() : Status(result.error()), writes);
    });
}

void AttachmentsModel::end(const Status& status, bool wrote) {
    m_running = false;
    if (!status.ok())
        m_problem = status.error().message;
    if (wrote && m_session)
        m_session->wrote();  // and load() follows
    else
        load();
}

QString AttachmentsModel::problem() const {
    return m_session ? plainWords(toQt(m_problem, m_session->spoken())) : QString();
}

QString AttachmentsModel::about(const AttachmentState& one) const {
    const double megabytes = static_cast<double>(one.bytes) / (1u << 20);
    const QString size =
        megabytes < 0.1 ? tr("%1 KB").arg((one.bytes + 1023) / 1024) : tr("%1 MB").arg(megabytes, 0, 'f', 1);
    const QString place = !one.here    ? tr("at the district; fetched when it is saved")
                          : !one.atHub ? tr("on this computer, waits to be sent")
                                       : tr("here and at the district");
    return size + QStringLiteral(" · ") + place;
}

int AttachmentsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AttachmentsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const AttachmentState& one = m_found[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NameRole:
            return toQt(one.name);
        case AboutRole:
            return about(one);
        case ThumbnailRole:
            return one.thumbnail.empty() ? QString()
                                         : QUrl::fromLocalFile(toQt(one.thumbnail.string())).toString();
        case MediaRole:
            return kindOf(one.media);
        default:
            return {};
    }
}

QHash<int, QByteArray> AttachmentsModel::roleNames() const {
    return {{NameRole, "name"}, {AboutRole, "about"}, {ThumbnailRole, "thumbnail"}, {MediaRole, "media"}};
}

}  // namespace fayi::ui
