// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QUrl>
#include <QVariantList>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// Puts one record on paper: which forms there are for it, and the PDF or the Word document that the last one
/// became.
class PaperPrinter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY changed)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY changed)
    /// Where the files go: the person's documents, unless told otherwise.
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed)
    /// [{code,label}]; empty: records of this type have none.
    Q_PROPERTY(QVariantList forms READ forms NOTIFY changed)
    /// What the last print became; empty: nothing yet, or it failed.
    Q_PROPERTY(QUrl file READ file NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    /// It is a PDF, which a printer takes.
    Q_PROPERTY(bool printable READ isPrintable NOTIFY changed)
    /// What whoever takes the paper should know, in words; empty: nothing.
    Q_PROPERTY(QString notes READ notes NOTIFY changed)
    /// Why the last print failed; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// No program showed the file, in words; empty otherwise.
    Q_PROPERTY(QString unopened READ unopened NOTIFY changed)

public:
    explicit PaperPrinter(QObject* parent = nullptr);

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString recordId() const { return m_id; }
    void setRecordId(const QString& id);
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    QVariantList forms() const;
    QUrl file() const { return m_file.isEmpty() ? QUrl() : QUrl::fromLocalFile(m_file); }
    QString fileName() const { return m_file; }
    bool isPrintable() const { return m_file.endsWith(kPdf); }
    QString notes() const;
    QString problem() const;
    QString unopened() const;

    /// A form of `forms`, in the language of the session.
    Q_INVOKABLE bool print(const QString& form);
    /// The same as a Word document, to be edited; one that is there already stays.
    Q_INVOKABLE bool writeDocument(const QString& form);
    /// Shows the file in the program of this computer that opens such files; see `unopened`.
    Q_INVOKABLE void open();
    /// Forgets the last print.
    Q_INVOKABLE void clear();

signals:
    void changed();

private:
    static constexpr QLatin1String kPdf{".pdf"}, kWord{".docx"};

    bool make(const QString& form, QLatin1String ending);
    QString nameFor(const schema::PaperForm& form) const;
    QString fileFor(const schema::PaperForm& form, QLatin1String ending) const;

    StationSession* m_session = nullptr;
    QString m_id, m_folder, m_file;
    std::vector<Text> m_notes;
    Text m_problem;
    bool m_unopened = false;
};

}  // namespace fayi::ui
