// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QUrl>
#include <QVariantList>
#include <stop_token>
#include <thread>

#include "fayi/station/ledgers.h"
#include "fayi/ui/station_session.h"
#include "fayi/ui/words.h"

namespace fayi::ui {

/// A ledger that somebody keeps in a spreadsheet, on its way into the store. Its rows are the columns of the
/// file, and what each fills.
///
/// Every choice has the file read anew on a thread of its own, over a store connection of its own, and
/// nothing is written before import(). That reads the file once more: what it says at that moment counts.
class ImportModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString type READ type WRITE setType NOTIFY asked)
    Q_PROPERTY(QString typeLabel READ typeLabel NOTIFY asked)
    Q_PROPERTY(QUrl file READ file WRITE setFile NOTIFY asked)
    Q_PROPERTY(QString fileName READ fileName NOTIFY asked)
    /// Of a workbook with more than one; empty otherwise.
    Q_PROPERTY(QStringList sheets READ sheets NOTIFY loaded)
    Q_PROPERTY(QString sheet READ sheet WRITE setSheet NOTIFY loaded)
    /// none, reading, read, writing or done.
    Q_PROPERTY(QString state READ state NOTIFY loaded)
    Q_PROPERTY(int columns READ columns NOTIFY loaded)
    /// Records that would be made, or were; rows that something is wrong with; rows that are records already.
    Q_PROPERTY(int good READ good NOTIFY loaded)
    Q_PROPERTY(int bad READ bad NOTIFY loaded)
    Q_PROPERTY(int already READ already NOTIFY loaded)
    /// Why the file as a whole cannot be taken; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)
    /// What happened that nobody asked for; empty: nothing.
    Q_PROPERTY(QString notice READ notice NOTIFY loaded)
    /// [{row,text}] of the first kMostShown things that are wrong, as the file counts its rows.
    Q_PROPERTY(QVariantList problems READ problems NOTIFY loaded)
    /// How many there are beside those.
    Q_PROPERTY(int moreProblems READ moreProblems NOTIFY loaded)
    /// So much is wrong that the rest of the file was not looked at.
    Q_PROPERTY(bool givenUp READ givenUp NOTIFY loaded)
    /// Headings of columns that are left out.
    Q_PROPERTY(QStringList leftOut READ leftOut NOTIFY loaded)
    /// [{title,lines}] of the first records, as they will be.
    Q_PROPERTY(QVariantList preview READ preview NOTIFY loaded)
    /// The file that the rows with errors became; empty: none, or it failed.
    Q_PROPERTY(QString errorFile READ errorFile NOTIFY saved)
    Q_PROPERTY(QString errorProblem READ errorProblem NOTIFY saved)
    /// Where files go: the person's documents, unless told otherwise.
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY saved)

public:
    enum Role {
        HeadingRole = Qt::UserRole + 1,
        SampleRole,  ///< the first thing in the column
        FieldRole,   ///< "" for one that is left out
        LabelRole,   ///< of the field
        OursRole     ///< this program wrote the column itself: there is nothing to choose
    };
    /// More is not read on a screen; the error sheet has all.
    static constexpr std::size_t kMostShown = 50;
    /// Records that are listed after an import; the list of their type has all.
    static constexpr std::size_t kMostListed = 500;

    explicit ImportModel(QObject* parent = nullptr);
    ~ImportModel() override;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString type() const { return toQt(m_wish.type); }
    void setType(const QString& type);
    QString typeLabel() const;
    QUrl file() const;
    void setFile(const QUrl& file);
    QString fileName() const;
    QStringList sheets() const { return m_sheets; }
    QString sheet() const;
    void setSheet(const QString& sheet);
    QString state() const { return m_state; }
    int columns() const { return static_cast<int>(m_report.columns.size()); }
    int good() const { return static_cast<int>(m_report.created); }
    int bad() const;
    int already() const { return static_cast<int>(m_report.already); }
    QString problem() const;
    QString notice() const;
    QVariantList problems() const;
    int moreProblems() const;
    bool givenUp() const;
    QStringList leftOut() const;
    QVariantList preview() const;
    QString errorFile() const { return m_errorFile; }
    QString errorProblem() const;
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// What a column may fill, [{code,label}]; also "org", the unit of the record.
    Q_INVOKABLE QVariantList fields(const QString& words) const;
    /// Types that the person may write.
    Q_INVOKABLE QVariantList types(const QString& words) const;
    /// "" leaves the column out.
    Q_INVOKABLE void setField(int row, const QString& field);
    /// Writes the records: all of them or, `goodOnly`, those of rows that nothing is wrong with.
    Q_INVOKABLE void import(bool goodOnly);
    /// Reads the file once more: it was mended meanwhile.
    Q_INVOKABLE void readAgain();
    /// [{recordId,title,secondary,word}] of the first kMostListed records that were made.
    Q_INVOKABLE QVariantList made() const;
    /// Writes the rows that were not taken into a workbook. False: see `errorProblem`.
    Q_INVOKABLE bool saveErrors();

signals:
    void sessionChanged();
    void asked();
    void loaded();
    void saved();
    /// Records were made.
    void imported();

private:
    struct Answer {
        station::ImportWish wish;
        station::ImportReport report;
        std::vector<std::string> sheets;
    };
    void forget();
    void load();
    void start(bool writes);
    void end(const Result<Answer>& answer, bool wrote);
    void show(const station::ImportReport& report);
    void setState(const QString& state);
    const schema::RecordType* definition() const;
    QString labelOf(const std::string& field) const;
    QVariantMap previewOf(const station::Json& fields) const;

    StationSession* m_session = nullptr;
    station::ImportWish m_wish;
    station::ImportReport m_report;
    QStringList m_sheets;
    QString m_state, m_folder, m_errorFile;
    Text m_problem, m_notice, m_errorProblem;
    bool m_running = false, m_again = false;
    std::stop_source m_stop;
    std::jthread m_thread;
};

}  // namespace fayi::ui
