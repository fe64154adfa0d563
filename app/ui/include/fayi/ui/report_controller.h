// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>
#include <memory>
#include <thread>
#include <vector>

#include "fayi/office/report.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// A report that is handed in: what to look at before, the document and the workbook, and closing it; or one
/// that was closed, beside today. Counted and written on a thread of its own; what is written is what was
/// shown.
class ReportController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// {report,unit,from,to} of one that is counted now, or {number} of one that was closed.
    Q_PROPERTY(QVariantMap question READ question WRITE setQuestion NOTIFY changed)
    Q_PROPERTY(bool counting READ counting NOTIFY changed)
    /// It was counted, and can be written.
    Q_PROPERTY(bool known READ known NOTIFY changed)
    Q_PROPERTY(bool working READ working NOTIFY changed)
    /// "Annual report …, 2025-01-01 – 2025-12-31".
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// Whose report it is.
    Q_PROPERTY(QString office READ office NOTIFY changed)
    /// Names of the units below that have no verified record in the period, of so many.
    Q_PROPERTY(QStringList missing READ missing NOTIFY changed)
    Q_PROPERTY(int units READ units NOTIFY changed)
    /// What a reader must be told between figures: [{text,wrong}].
    Q_PROPERTY(QVariantList checks READ checks NOTIFY changed)
    /// The definition has a text, so that it can be a document.
    Q_PROPERTY(bool hasDocument READ hasDocument NOTIFY changed)
    Q_PROPERTY(bool mayClose READ mayClose NOTIFY changed)
    /// Reports that were closed on this computer, newest first: [{number,label,who}].
    Q_PROPERTY(QVariantList closed READ closed NOTIFY changed)
    /// Of a closed report: who closed it, and when.
    Q_PROPERTY(QString closedBy READ closedBy NOTIFY changed)
    /// Of a closed report, figures that are otherwise today: [{label,then,now}].
    Q_PROPERTY(QVariantList differences READ differences NOTIFY changed)
    /// How many of its records are otherwise today, or gone; and those that can be opened, as recordRows().
    Q_PROPERTY(int changedRecords READ changedRecords NOTIFY changed)
    Q_PROPERTY(QVariantList records READ records NOTIFY changed)
    /// The file that was written last; empty: none, or it failed.
    Q_PROPERTY(QString file READ file NOTIFY changed)
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    /// Changed records that are listed.
    static constexpr std::size_t kListed = 200;

    explicit ReportController(QObject* parent = nullptr);

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QVariantMap question() const { return m_question; }
    void setQuestion(const QVariantMap& question);
    bool counting() const { return m_counting; }
    bool known() const { return m_data != nullptr; }
    bool working() const { return m_working; }
    QString title() const;
    QString office() const;
    QStringList missing() const;
    int units() const { return m_data ? static_cast<int>(m_data->units) : 0; }
    QVariantList checks() const;
    bool hasDocument() const;
    bool mayClose() const;
    QVariantList closed() const;
    QString closedBy() const;
    QVariantList differences() const;
    int changedRecords() const;
    QVariantList records() const;
    QString file() const { return m_file; }
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    QString problem() const;

    /// "docx" or "xlsx", into the folder; `file` or `problem` tells. Does nothing while one is under way.
    Q_INVOKABLE void write(const QString& ending);
    /// Closes the report as it is now; wasClosed() or `problem` tells. Does nothing while one is under way.
    Q_INVOKABLE void close();

signals:
    void sessionChanged();
    void changed();
    void wasClosed(qlonglong number);

private:
    using Data = std::shared_ptr<const office::ReportData>;
    using Closed = std::vector<store::FrozenReport>;
    struct Counted {
        Data data;
        Closed closed;
    };
    office::ReportWish wish() const;
    void load();
    void end(const Result<Counted>& counted);
    bool begin();
    QString labelOf(const std::string& report, const std::string& from, const std::string& to) const;
    QString unitName(const std::string& unit) const;

    StationSession* m_session = nullptr;
    QVariantMap m_question;
    QString m_folder, m_file;
    Text m_problem;
    Data m_data;
    Closed m_closed;
    bool m_counting = false, m_again = false, m_working = false;
    std::jthread m_counter, m_worker;  ///< last: they are joined before the rest goes
};

}  // namespace fayi::ui
