// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/attachments_model.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
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

/// Of a JPEG: letters stay sharp at a tenth of what the picture would be.
constexpr int kQuality = 88;

std::string fieldFor(const Station& station, RecordId id) {
    const auto record = station.get(id);
    const auto* type = record.ok() ? station.catalog().type(record->view.type) : nullptr;
    if (type == nullptr)
        return {};
    const auto field = std::ranges::find(type->fields, schema::FieldKind::Attachments, &schema::Field::kind);
    return field == type->fields.end() ? std::string() : field->name;
}

/// The number of what was taken in; a refusal in its own words.
Result<std::size_t> attached(const Station& station, const Result<station::Attached>& taken) {
    if (!taken && !station.refusedBecause().empty())
        return Error{taken.error().code, station.refusedBecause().front().message};
    if (!taken)
        return taken.error();
    return std::size_t{1};
}

QList<QUrl> filesIn(const QMimeData& held) {
    QList<QUrl> out;
    for (const QUrl& url : held.urls())
        if (url.isLocalFile())
            out << url;
    return out;
}

}  // namespace

AttachmentsModel::AttachmentsModel(QObject* parent) : QAbstractListModel(parent) {
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &AttachmentsModel::canPasteChanged);
}

void AttachmentsModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &AttachmentsModel::load);
        connect(m_session, &StationSession::languageChanged, this, [this] { show(m_field, m_found); });
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void AttachmentsModel::setSync(SyncController* sync) {
    if (sync == m_sync)
        return;
    if (m_sync)
        m_sync->disconnect(this);
    m_sync = sync;
    if (m_sync) {
        connect(m_sync, &SyncController::moved, this, &AttachmentsModel::load);
        connect(m_sync, &QObject::destroyed, this, [this] { m_sync = nullptr; });
    }
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
    std::string field;
    std::vector<AttachmentState> found;
    const auto id = parseRecordId(fromQt(m_id));
    if (m_session && m_session->station() && id) {
        field = fieldFor(*m_session->station(), *id);
        auto read = m_session->station()->attachments(*id);
        if (read.ok())
            found = std::move(read).value();
    }
    if (field == m_field &&
        std::ranges::equal(found, m_found, {}, &AttachmentState::blob, &AttachmentState::blob))
        renew(std::move(found));
    else
        show(std::move(field), std::move(found));
    emit changed();
}

void AttachmentsModel::show(std::string field, std::vector<AttachmentState> found) {
    beginResetModel();
    m_field = std::move(field);
    m_found = std::move(found);
    endResetModel();
}

/// The same files: their lines say something else, and nobody who reads them loses their place.
void AttachmentsModel::renew(std::vector<AttachmentState> found) {
    std::swap(m_found, found);
    for (std::size_t i = 0; i < m_found.size(); ++i)
        if (const QModelIndex row = index(static_cast<int>(i)); m_found[i] != found[i])
            emit dataChanged(row, row);
}

void AttachmentsModel::add(const QList<QUrl>& files, const QString& paper) {
    std::vector<std::filesystem::path> paths;
    for (const QUrl& file : files)
        paths.emplace_back(fromQt(file.toLocalFile()));
    const auto id = parseRecordId(fromQt(m_id));
    if (!id || m_field.empty())
        return;
    run(
        [paths, id = *id, field = m_field, paper = fromQt(paper)](Station& station) -> Result<std::size_t> {
            for (const std::filesystem::path& path : paths)
                FAYI_TRY(attached(station, station.attach(id, field, path, paper)));
            return paths.size();
        },
        true);
}

void AttachmentsModel::addPhoto(CameraController* camera, const QString& paper) {
    if (camera)
        addPicture(camera->picture(), tr("Photo"), "jpg", paper);
}

/// Each with its time: nobody wants to think of names while the paper lies under the camera.
void AttachmentsModel::addPicture(const QImage& picture, const QString& kind, const char* format,
                                  const QString& paper) {
    const auto id = parseRecordId(fromQt(m_id));
    if (!id || m_field.empty() || !m_session || picture.isNull())
        return;
    const QString when =
        toQt(toIsoChina(m_session->clock().now()).substr(0, 19)).replace(QLatin1Char('T'), QLatin1Char(' '));
    const std::string name =
        fromQt(kind + QLatin1Char(' ') + QString(when).replace(QLatin1Char(':'), QLatin1Char('.')) +
               QLatin1Char('.') + QLatin1String(format));
    run(
        [picture, name, format, id = *id, field = m_field,
         paper = fromQt(paper)](Station& station) -> Result<std::size_t> {
            QByteArray content;
            QBuffer buffer(&content);
            if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, format, kQuality))
                return Error{ErrorCode::Io,
                             {"图片没有转换成功，请再试一次", "the picture was not converted; try again"}};
            return attached(
                station,
                station.attach(
                    id, field, name,
                    std::string_view(content.constData(), static_cast<std::size_t>(content.size())), paper));
        },
        true);
}

bool AttachmentsModel::canPaste() const {
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    return held && (held->hasImage() || !filesIn(*held).isEmpty());
}

void AttachmentsModel::paste() {
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    if (!held)
        return;
    // A file manager offers a picture of the file beside it; the file is meant.
    if (const QList<QUrl> files = filesIn(*held); !files.isEmpty())
        add(files);
    else if (held->hasImage())
        addPicture(qvariant_cast<QImage>(held->imageData()), tr("Pasted picture"), "png");
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
    const auto percent = [&](std::uint64_t part) {
        return part * 100 / std::max<std::uint64_t>(one.bytes, 1);
    };
    QString place = tr("here and at the district");
    if (!one.here)
        place = one.came > 0 ? tr("at the district; %1 % of it has come").arg(percent(one.came))
                             : tr("at the district; fetched when it is saved");
    else if (!one.atHub)
        place = one.sent > 0 ? tr("on this computer; %1 % of it is sent").arg(percent(one.sent))
                             : tr("on this computer, waits to be sent");
    return spokenSize(one.bytes) + QStringLiteral(" · ") + place;
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
