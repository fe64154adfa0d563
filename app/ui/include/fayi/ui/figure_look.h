// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QVariantList>
#include <QVariantMap>
#include <thread>
#include <vector>

#include "fayi/station/trend.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// One figure closely: exactly the records behind it, or what it was month by month. Read on a thread of its
/// own, one reading at a time.
class FigureLook : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// {figure,report,unit,from,to,what}; `what` is "records" or "months".
    Q_PROPERTY(QVariantMap question READ question WRITE setQuestion NOTIFY loaded)
    Q_PROPERTY(QString label READ label NOTIFY loaded)
    Q_PROPERTY(bool reading READ reading NOTIFY loaded)
    /// [{recordId,title,secondary,word,standing}]
    Q_PROPERTY(QVariantList records READ records NOTIFY loaded)
    /// The months of the year that `to` lies in: [{month,label,now,before,shown,shownBefore}]; now and before
    /// are numbers, or missing.
    Q_PROPERTY(QVariantList months READ months NOTIFY loaded)
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)

public:
    using QObject::QObject;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QVariantMap question() const { return m_question; }
    void setQuestion(const QVariantMap& question);
    QString label() const;
    bool reading() const { return m_reading; }
    QVariantList records() const { return m_records; }
    QVariantList months() const;
    QString problem() const;

signals:
    void sessionChanged();
    void loaded();

private:
    struct Read {
        std::vector<station::Record> records;
        std::vector<station::MonthValue> months;
    };
    std::string asked(const char* key) const;
    void load();
    void end(const Result<Read>& read);

    StationSession* m_session = nullptr;
    QVariantMap m_question;
    QVariantList m_records;
    std::vector<station::MonthValue> m_months;
    Text m_problem;
    bool m_reading = false, m_again = false;
    std::jthread m_thread;  ///< last: it is joined before the rest goes
};

}  // namespace fayi::ui
