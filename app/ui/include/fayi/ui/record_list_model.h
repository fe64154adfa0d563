// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The records of one type (or of all), newest first, read page by page as they are scrolled to.
///
/// After a change elsewhere it reads what it showed once more and tells the view only what differs, so that a
/// list keeps its place while a sync fills it.
class RecordListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// A record type; empty: all of them.
    Q_PROPERTY(QString type READ type WRITE setType NOTIFY filterChanged)
    /// Words to be found, any two Chinese characters among them.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged)
    /// The row word: draft, waiting, received, verified, changed, returned, refused, conflict, void,
    /// restricted; empty: any.
    Q_PROPERTY(QString word READ word WRITE setWord NOTIFY filterChanged)
    /// The recycle bin instead of the living.
    Q_PROPERTY(bool bin READ bin WRITE setBin NOTIFY filterChanged)
    Q_PROPERTY(bool filtered READ filtered NOTIFY filterChanged)
    /// Rows read so far.
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// There are more than were read; a view that scrolls reads on by itself.
    Q_PROPERTY(bool more READ more NOTIFY countChanged)
    /// Why nothing could be read; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        TypeRole,
        TypeLabelRole,
        TitleRole,
        SecondaryRole,  ///< one line: the date, the place, what the definition lists
        WordRole,       ///< draft|waiting|received|verified|returned|refused|conflict
        StandingRole,   ///< void|restricted; empty: neither
        UpdatedRole,    ///< who and when, in words
        DeletedRole
    };
    /// Rows of a page: two screens of the smallest rows, so that one read keeps ahead of the wheel.
    static constexpr std::size_t kPageRows = 60;
    /// Rows that are kept after a change elsewhere; a person who scrolled further starts again from the top.
    static constexpr std::size_t kRefreshRows = 600;

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString type() const { return m_type; }
    void setType(const QString& type);
    QString text() const { return m_text; }
    void setText(const QString& text);
    QString word() const { return m_word; }
    void setWord(const QString& word);
    bool bin() const { return m_bin; }
    void setBin(bool bin);
    bool filtered() const { return !m_text.trimmed().isEmpty() || !m_word.isEmpty() || m_bin; }
    int count() const { return static_cast<int>(m_rows.size()); }
    bool more() const { return m_more; }
    Q_INVOKABLE void showMore() { fetchMore({}); }
    QString problem() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Reads the next page, if there is one: a view asks when its end comes near.
    Q_INVOKABLE void readOn() { fetchMore({}); }
    Q_INVOKABLE void resetFilters();
    /// The filters, words to be found apart, as conditions (fayi/station/where.h).
    Q_INVOKABLE QString conditions() const;
    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE QString titleAt(int row) const;

signals:
    void sessionChanged();
    void filterChanged();
    void countChanged();

private:
    station::ListQuery query(std::size_t limit) const;
    std::vector<station::RecordRow> read(const station::ListQuery& query);
    void reload();
    void refresh();
    void replace(std::vector<station::RecordRow> rows);
    QString secondary(const station::RecordRow& row) const;

    StationSession* m_session = nullptr;
    QString m_type, m_text, m_word;
    bool m_bin = false;
    bool m_more = false;
    Text m_problem;
    std::vector<station::RecordRow> m_rows;
};

}  // namespace fayi::ui
