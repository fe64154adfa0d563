// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The guide for one kind of people, chapter by chapter, in the language of the session: first what is
/// theirs, then what every page of the window does. The files are docs/guide/*.md, built into the program.
class GuideModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// "advisor", "township" or "district"; that of the person at the desk until another is chosen.
    Q_PROPERTY(QString guide READ guide WRITE setGuide NOTIFY guideChanged)
    Q_PROPERTY(int count READ count NOTIFY guideChanged)

public:
    enum Role {
        ChapterRole = Qt::UserRole + 1,  ///< the name that pages know: "sync"
        TitleRole,
        TextRole  ///< Markdown, without the title
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString guide() const;
    void setGuide(const QString& guide);
    int count() const { return static_cast<int>(m_chapters.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// The first chapter of that name, which the person's own part has before the common one; the first of
    /// all if there is none.
    Q_INVOKABLE int rowOf(const QString& chapter) const;
    Q_INVOKABLE QString titleAt(int row) const { return data(index(row), TitleRole).toString(); }
    Q_INVOKABLE QString textAt(int row) const { return data(index(row), TextRole).toString(); }

signals:
    void sessionChanged();
    void guideChanged();

private:
    struct Chapter {
        QString name, title, text;
    };
    void load();
    static void append(std::vector<Chapter>& chapters, const QString& file);

    StationSession* m_session = nullptr;
    QString m_chosen;
    std::vector<Chapter> m_chapters;
};

}  // namespace fayi::ui
