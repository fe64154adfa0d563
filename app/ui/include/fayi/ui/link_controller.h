// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// How this computer reaches the district, and what it may spend on that. Each setting is taken as it is
/// chosen.
class LinkController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY changed)
    /// system, none or manual
    Q_PROPERTY(QString proxy READ proxy NOTIFY changed)
    /// Of a manual one, its password covered; empty if there is none.
    Q_PROPERTY(QString address READ address NOTIFY changed)
    /// Why an address was not taken; empty: it was.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Paid by the byte: syncs by themselves carry records only.
    Q_PROPERTY(bool metered READ metered WRITE setMetered NOTIFY changed)
    /// The most that syncs by themselves carry a day; 0: no limit.
    Q_PROPERTY(int dayMegabytes READ dayMegabytes WRITE setDayMegabytes NOTIFY changed)
    /// What they carried today, "3.2 MB"; empty: it is counted only while there is a limit.
    Q_PROPERTY(QString spent READ spent NOTIFY changed)

public:
    using QObject::QObject;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString proxy() const;
    QString address() const;
    QString problem() const;
    bool metered() const;
    void setMetered(bool metered);
    int dayMegabytes() const;
    void setDayMegabytes(int megabytes);
    QString spent() const;

    /// As the system does it, or none.
    Q_INVOKABLE void useNoAddress(bool system);
    /// What is left as `address` shows it stays as it is, its password too.
    Q_INVOKABLE bool useAddress(const QString& typed);

signals:
    void changed();
    /// The settings are others now.
    void taken();

private:
    station::LinkSettings settings() const;
    bool keep(const station::LinkSettings& settings);

    StationSession* m_session = nullptr;
    Text m_problem;
};

}  // namespace fayi::ui
