// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QVariantList>
#include <QVariantMap>
#include <thread>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The figures of one report over what this computer holds, for a period and a unit; and what does not hold
/// between them. Only verified records count. Counted on a thread of its own, one count at a time: a district
/// holds many records.
class FiguresModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// Which report, of those that count work of this person.
    Q_PROPERTY(QString report READ report WRITE setReport NOTIFY asked)
    Q_PROPERTY(QVariantList reports READ reports NOTIFY asked)  ///< [{code,label}]
    /// The unit whose figures these are, with all below it; empty: all that the person sees.
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY asked)
    Q_PROPERTY(QString unitLabel READ unitLabel NOTIFY asked)
    /// There is a unit to choose.
    Q_PROPERTY(bool severalUnits READ severalUnits NOTIFY asked)
    /// The first and the last day, "2025-01-01"; both included. At the beginning: the period that the report
    /// is about to be handed in for.
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY asked)
    Q_PROPERTY(QString to READ to WRITE setTo NOTIFY asked)
    /// Periods that are near, as the report wants them, years or months: [{name,label,from,to}].
    Q_PROPERTY(QVariantList periods READ periods NOTIFY asked)
    /// All of this for the pages behind: {report,unit,from,to}.
    Q_PROPERTY(QVariantMap question READ question NOTIFY asked)
    Q_PROPERTY(bool counting READ counting NOTIFY loaded)
    Q_PROPERTY(QString title READ title NOTIFY loaded)
    Q_PROPERTY(int count READ count NOTIFY loaded)
    /// What does not hold between figures: [{label,message,figures:[{figure,label}]}].
    Q_PROPERTY(QVariantList broken READ broken NOTIFY loaded)
    /// Why there are no figures; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        LabelRole,
        ShownRole,  ///< as the report prints it
        UnitRole,
        RatioRole,  ///< "80 of 99 (…)": what stands above and below the line; empty: no ratio
        DefinitionRole,
        PartialRole,   ///< what the full definition counts and this does not; may be empty
        OverlapsRole,  ///< figures that may count the same records: [{figure,label}]
        RecordsRole,   ///< how many records are behind it
        BeforeRole,    ///< the same days of the year before, in words; empty: it does not tell
        ChangeRole     ///< how much that is more or less, in words; empty where there is nothing to compare
    };
    /// Units that are offered at once, and figures that a check names.
    static constexpr int kMostUnits = 200, kNamed = 3;

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString report() const { return m_report; }
    void setReport(const QString& report);
    QVariantList reports() const;
    QString unit() const { return m_unit; }
    void setUnit(const QString& unit);
    QString unitLabel() const;
    bool severalUnits() const;
    QString from() const { return m_from; }
    void setFrom(const QString& from);
    QString to() const { return m_to; }
    void setTo(const QString& to);
    QVariantList periods() const;
    QVariantMap question() const;
    bool counting() const { return m_counting; }
    QString title() const;
    int count() const { return static_cast<int>(m_counted.figures.size()); }
    QVariantList broken() const;
    QString problem() const;

    Q_INVOKABLE void show(const QString& from, const QString& to);
    /// The whole of a year, "2025".
    Q_INVOKABLE void showYear(int year);
    /// The year that runs now, in China.
    Q_INVOKABLE int thisYear() const;
    Q_INVOKABLE QString labelOf(const QString& figure) const;
    /// -1: it is not among them.
    Q_INVOKABLE int rowOf(const QString& figure) const;
    /// [{code,label}] of the units that these words find.
    Q_INVOKABLE QVariantList unitOptions(const QString& words) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void asked();
    void loaded();

private:
    struct Counted {
        std::vector<station::FigureValue> figures;
        std::vector<station::CheckValue> checks;
    };
    void begin();
    void choosePeriod();
    void askAnew();
    void load();
    void end(const Result<Counted>& counted);
    void put(Counted counted, Text problem);
    const schema::Report* definition() const;
    QString ratioOf(const schema::Measured& measured) const;
    QString wholeRatioOf(const station::FigureValue& figure) const;
    QString beforeOf(const station::FigureValue& figure) const;
    QString changeOf(const station::FigureValue& figure) const;
    QVariantList overlapsOf(const std::string& figure) const;
    QString sharedBy(const std::string& one, const std::string& other) const;
    QVariantMap brokenOf(const station::CheckValue& check) const;

    StationSession* m_session = nullptr;
    QString m_report, m_unit, m_from, m_to;
    Text m_problem;
    Counted m_counted;
    bool m_counting = false;
    bool m_again = false;   ///< something changed meanwhile
    bool m_others = false;  ///< what is being counted answers what is not asked any more
    std::jthread m_thread;  ///< last: it is joined before the rest goes
};

}  // namespace fayi::ui
