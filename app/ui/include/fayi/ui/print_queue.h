// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QPointer>
#include <QVariantList>

#include "fayi/ui/preferences.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The printers of this computer, by way of CUPS: which there are, which one is wanted, and a PDF handed over
/// to it. Asks the programs lpstat and lp, for Qt knows printers only where there are its widgets.
class PrintQueue : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Whose language is spoken.
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY changed)
    /// Remembers the place used last; may be null.
    Q_PROPERTY(fayi::ui::Preferences* preferences READ preferences WRITE setPreferences NOTIFY changed)
    /// Where paper may go: [{code,label}], the PDF file first; that alone if there is no printer.
    Q_PROPERTY(QVariantList places READ places NOTIFY changed)
    /// A code of `places`.
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
    /// A printer is wanted, and not only the file.
    Q_PROPERTY(bool onPaper READ onPaper NOTIFY changed)
    /// Why there is no printer to choose, in words; empty if there is one, or while it looks.
    Q_PROPERTY(QString none READ none NOTIFY changed)
    /// As typed.
    Q_PROPERTY(QString copies READ copies WRITE setCopies NOTIFY changed)
    /// What is wrong with them; empty: nothing.
    Q_PROPERTY(QString copiesProblem READ copiesProblem NOTIFY changed)
    Q_PROPERTY(bool bothSides READ bothSides WRITE setBothSides NOTIFY changed)
    /// A file is being handed over.
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// What came of it, in words; empty before.
    Q_PROPERTY(QString told READ told NOTIFY changed)
    /// The printer did not take it.
    Q_PROPERTY(bool refused READ refused NOTIFY changed)

public:
    static constexpr int kMostCopies = 99;

    using QObject::QObject;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    Preferences* preferences() const { return m_preferences; }
    void setPreferences(Preferences* preferences);
    QVariantList places() const;
    QString place() const;
    void setPlace(const QString& place);
    bool onPaper() const;
    QString none() const;
    QString copies() const { return m_copies; }
    void setCopies(const QString& copies);
    QString copiesProblem() const;
    bool bothSides() const { return m_bothSides; }
    void setBothSides(bool both);
    bool running() const { return m_running; }
    QString told() const;
    bool refused() const { return m_refused; }

    /// Asks which printers there are, and forgets what the last file came to.
    Q_INVOKABLE void look();
    /// Forgets what the last file came to.
    Q_INVOKABLE void forget();
    /// Hands a PDF to the printer that is wanted; does nothing while one is under way.
    Q_INVOKABLE void send(const QString& file);

signals:
    void changed();

private:
    void askForUsual();
    void end(const Text& told, bool refused);

    StationSession* m_session = nullptr;
    QPointer<Preferences> m_preferences;
    QStringList m_printers;
    QString m_usual;   ///< of the system
    QString m_wanted;  ///< chosen here; empty: as ever
    QString m_copies = QStringLiteral("1");
    bool m_bothSides = false, m_running = false, m_refused = false;
    Text m_none, m_told;
};

}  // namespace fayi::ui
