// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QVariantList>
#include <optional>

#include "fayi/station/assessment.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The appraisal sheet of one person in one village, line by line: what counts, what it came to, what is
/// still missing. An advisor is shown their own; there is no list that compares people.
///
/// Where the days have an appraisal, people's scores and an appeal are written into it from here.
class AssessmentModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY loaded)
    Q_PROPERTY(QString village READ village WRITE setVillage NOTIFY loaded)
    Q_PROPERTY(QString pack READ pack WRITE setPack NOTIFY loaded)
    /// The first and the last day. At the beginning: the year that runs, until the end of its last whole
    /// month.
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY loaded)
    Q_PROPERTY(QString to READ to WRITE setTo NOTIFY loaded)
    /// [{code,label}]; an advisor has no choice of people.
    Q_PROPERTY(QVariantList people READ people NOTIFY loaded)
    Q_PROPERTY(QVariantList villages READ villages NOTIFY loaded)
    Q_PROPERTY(QVariantList packs READ packs NOTIFY loaded)
    Q_PROPERTY(bool choosesPeople READ choosesPeople NOTIFY loaded)
    /// The person at the desk looks at their own sheet.
    Q_PROPERTY(bool own READ own NOTIFY loaded)
    Q_PROPERTY(int count READ count NOTIFY loaded)
    /// "12 / 20", what is still to be scored, and whose rules these are.
    Q_PROPERTY(QString total READ total NOTIFY loaded)
    Q_PROPERTY(QString open READ open NOTIFY loaded)
    Q_PROPERTY(QString source READ source NOTIFY loaded)
    /// The appraisal of these days; empty: there is none.
    Q_PROPERTY(QString frozen READ frozen NOTIFY loaded)
    /// How it stands, in words; what its records come to now, if that is another score.
    Q_PROPERTY(QString frozenWord READ frozenWord NOTIFY loaded)
    Q_PROPERTY(QString differs READ differs NOTIFY loaded)
    /// What the advisor objects to; empty: nothing.
    Q_PROPERTY(QString appeal READ appeal NOTIFY loaded)
    Q_PROPERTY(bool mayFreeze READ mayFreeze NOTIFY loaded)
    /// The appraisal may be scored by this person, and worked out again.
    Q_PROPERTY(bool mayScore READ mayScore NOTIFY loaded)
    Q_PROPERTY(bool mayAppeal READ mayAppeal NOTIFY loaded)
    /// Why there is no sheet; why the last step did not happen. Empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)
    Q_PROPERTY(QString refused READ refused NOTIFY loaded)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        LabelRole,
        RuleRole,      ///< what counts, the target and what is taken, a line each
        PointsRole,    ///< "10 / 12", or "– / 6"
        MissingRole,   ///< in words; empty: nothing
        EvidenceRole,  ///< what is looked at, and who scores
        RecordsRole,   ///< how many stand behind it
        ManualRole,    ///< somebody has to say
        MostRole,
        GivenRole  ///< points that somebody said; -1: nobody has
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString person() const { return m_person; }
    void setPerson(const QString& person);
    QString village() const { return m_village; }
    void setVillage(const QString& village);
    QString pack() const { return m_pack; }
    void setPack(const QString& pack);
    QString from() const { return m_from; }
    void setFrom(const QString& from);
    QString to() const { return m_to; }
    void setTo(const QString& to);
    QVariantList people() const { return m_people; }
    QVariantList villages() const { return m_villages; }
    QVariantList packs() const { return m_packs; }
    bool choosesPeople() const;
    bool own() const;
    int count() const { return m_sheet ? static_cast<int>(m_sheet->sheet.lines.size()) : 0; }
    QString total() const;
    QString open() const;
    QString source() const;
    QString frozen() const;
    QString frozenWord() const;
    QString differs() const;
    QString appeal() const;
    bool mayFreeze() const;
    bool mayScore() const;
    bool mayAppeal() const;
    QString problem() const;
    QString refused() const;

    /// The year that runs, as far as it is over by whole months; or a whole year.
    Q_INVOKABLE void showThisYear();
    Q_INVOKABLE void showYear(int year);
    Q_INVOKABLE int thisYear() const;
    /// [{recordId,title,secondary,word}]; null: `refused` says why not.
    Q_INVOKABLE QVariant recordsBehind(const QString& line);
    /// False: `refused` says why.
    Q_INVOKABLE bool freeze();
    Q_INVOKABLE bool recompute();
    Q_INVOKABLE bool say(const QString& line, int points, const QString& reason);
    Q_INVOKABLE bool writeAppeal(const QString& words);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void loaded();

private:
    void begin();
    void load();
    void read();
    void choose(QString& held, const QString& value);
    bool done(const Result<station::Record>& answer);
    bool may(schema::Action action) const;
    station::AssessQuestion question() const;
    Result<QVariantList> knownPeople() const;
    QString ruleOf(const schema::IndicatorAnswer& line) const;
    QString missingIn(const schema::IndicatorAnswer& line) const;
    QString lossText(const schema::LossAnswer& loss) const;

    StationSession* m_session = nullptr;
    QString m_person, m_village, m_pack, m_from, m_to;
    QVariantList m_people, m_villages, m_packs;
    std::optional<station::VillageSheet> m_sheet;
    std::optional<station::FrozenSheet> m_frozen;
    Text m_problem, m_refused;
};

}  // namespace fayi::ui
