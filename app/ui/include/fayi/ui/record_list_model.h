// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QVariantList>
#include <memory>
#include <optional>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

struct ListFilter;

/// The records of one type (or of all), newest first unless told otherwise, read page by page as they are
/// scrolled to.
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
    /// The first and the last day on which it happened, "2026-01-01"; empty: open on that side.
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY filterChanged)
    Q_PROPERTY(QString to READ to WRITE setTo NOTIFY filterChanged)
    /// The period by its name: this-month, this-year, last-year; empty: none, or days of one's own.
    Q_PROPERTY(QString period READ period WRITE setPeriod NOTIFY filterChanged)
    /// An org unit, with all that is below it; empty: anywhere.
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY filterChanged)
    Q_PROPERTY(QString unitLabel READ unitLabel NOTIFY filterChanged)
    /// [{name,label}] of the fields with a list of codes by which records of the type are found.
    Q_PROPERTY(QVariantList fields READ fields NOTIFY fieldsChanged)
    /// By the name of such a field, the code it must have: {name: {code,label}}.
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY filterChanged)
    /// -updated (at the beginning), -happened_on or happened_on; "-": the newest first.
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY filterChanged)
    Q_PROPERTY(bool filtered READ filtered NOTIFY filterChanged)
    /// How many of period, unit and fields are set, and which, in words.
    Q_PROPERTY(int narrowed READ narrowed NOTIFY filterChanged)
    Q_PROPERTY(QString narrowedTo READ narrowedTo NOTIFY filterChanged)
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

    explicit RecordListModel(QObject* parent = nullptr);
    ~RecordListModel() override;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString type() const { return m_type; }
    void setType(const QString& type);
    QString text() const { return m_text; }
    void setText(const QString& text);
    QString word() const;
    void setWord(const QString& word);
    bool bin() const;
    void setBin(bool bin);
    QString from() const;
    void setFrom(const QString& day);
    QString to() const;
    void setTo(const QString& day);
    QString period() const;
    void setPeriod(const QString& period);
    QString unit() const;
    void setUnit(const QString& unit);
    QString unitLabel() const;
    QVariantList fields() const;
    QVariantMap chosen() const;
    QString order() const { return m_order; }
    void setOrder(const QString& order);
    bool filtered() const;
    int narrowed() const;
    QString narrowedTo() const;
    int count() const { return static_cast<int>(m_rows.size()); }
    bool more() const { return m_more; }
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
    /// The order of a file with these records: by date, unless it was turned round. By the last change it
    /// never is: what somebody saves meanwhile would move ahead and be left out.
    Q_INVOKABLE QString fileOrder() const;
    /// A field must have that code; empty: any.
    Q_INVOKABLE void choose(const QString& field, const QString& code);
    /// [{code,label}] of a field, or of the units of this person, that the words occur in.
    Q_INVOKABLE QVariantList choicesOf(const QString& field, const QString& words) const;
    Q_INVOKABLE QVariantList unitsOf(const QString& words) const;
    /// The day that somebody typed in any usual way; empty: it is none.
    Q_INVOKABLE QString dayOf(const QString& typed) const;
    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE QString titleAt(int row) const;

signals:
    void sessionChanged();
    void filterChanged();
    void fieldsChanged();
    void countChanged();

private:
    Result<station::ListQuery> query(std::size_t limit) const;
    std::vector<station::RecordRow> read(std::size_t limit, std::optional<RecordId> after = std::nullopt);
    void narrow(const ListFilter& filter);
    const schema::RecordType* recordType() const;
    QString periodWords() const;
    void reload();
    void refresh();
    void replace(std::vector<station::RecordRow> rows);
    QString secondary(const station::RecordRow& row) const;

    StationSession* m_session = nullptr;
    QString m_type, m_text;
    std::unique_ptr<ListFilter> m_filter;
    QString m_order{QStringLiteral("-updated")};
    bool m_more = false;
    Text m_problem;
    std::vector<station::RecordRow> m_rows;
};

}  // namespace fayi::ui
