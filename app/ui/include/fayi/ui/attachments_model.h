// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QImage>
#include <QUrl>
#include <thread>
#include <vector>

#include "fayi/ui/camera_controller.h"
#include "fayi/ui/sync_controller.h"

namespace fayi::ui {

/// The attachments of one record. Adding and fetching run on a thread of their own; one at a time.
class AttachmentsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// How far they have come is read anew while it moves them; null: nothing moves.
    Q_PROPERTY(fayi::ui::SyncController* sync READ sync WRITE setSync NOTIFY sessionChanged)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// The type of the record has a field for attachments.
    Q_PROPERTY(bool possible READ possible NOTIFY changed)
    /// Why the last thing did not work, or what is left; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The clipboard holds files or a picture.
    Q_PROPERTY(bool canPaste READ canPaste NOTIFY canPasteChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        AboutRole,      ///< size, and where it is
        ThumbnailRole,  ///< address of a small picture; empty: none here
        MediaRole       ///< pdf|picture|document|other, for a drawing
    };

    explicit AttachmentsModel(QObject* parent = nullptr);

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    SyncController* sync() const { return m_sync; }
    void setSync(SyncController* sync);
    QString recordId() const { return m_id; }
    void setRecordId(const QString& id);
    int count() const { return static_cast<int>(m_found.size()); }
    bool running() const { return m_running; }
    bool possible() const { return !m_field.empty(); }
    QString problem() const;
    bool canPaste() const;

    /// Takes files in, each a save of its own; stops at the first that is refused. `paper`: which paper of
    /// the dossier they are; empty: none of them.
    Q_INVOKABLE void add(const QList<QUrl>& files, const QString& paper = {});
    /// What the camera holds, as a JPEG that bears the time.
    Q_INVOKABLE void addPhoto(fayi::ui::CameraController* camera, const QString& paper = {});
    /// What was copied elsewhere: files, or a picture.
    Q_INVOKABLE void paste();
    /// Copies one out, fetched from the district first if it is not here.
    Q_INVOKABLE void save(int row, const QUrl& file);
    Q_INVOKABLE void remove(int row);
    /// Where to save one if the person does not say otherwise.
    Q_INVOKABLE QUrl suggestedFile(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void recordIdChanged();
    void changed();
    void canPasteChanged();

private:
    using Work = std::function<Result<std::size_t>(station::Station&)>;
    void load();
    void show(std::string field, std::vector<station::AttachmentState> found);
    void renew(std::vector<station::AttachmentState> found);
    void addPicture(const QImage& picture, const QString& kind, const char* format,
                    const QString& paper = {});
    void run(Work work, bool writes);
    void end(const Status& status, bool wrote);
    QString about(const station::AttachmentState& one) const;

    StationSession* m_session = nullptr;
    SyncController* m_sync = nullptr;
    QString m_id;
    std::string m_field;  ///< the record type's; empty: it has none
    std::vector<station::AttachmentState> m_found;
    bool m_running = false;
    Text m_problem;
    std::jthread m_thread;
};

}  // namespace fayi::ui
