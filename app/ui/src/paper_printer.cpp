// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/paper_printer.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "fayi/base/clock.h"
#include "fayi/station/steps.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "program_run.h"

namespace fayi::ui {
namespace {

const QString kWordKind =
    QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

}  // namespace

PaperPrinter::PaperPrinter(QObject* parent)
    : QObject(parent),
      m_folder(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                   .filePath(QStringLiteral("法驿文书"))) {}

void PaperPrinter::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &PaperPrinter::changed);
        connect(m_session, &StationSession::languageChanged, this, &PaperPrinter::changed);
    });
    if (fresh)
        emit changed();
}

void PaperPrinter::setRecordId(const QString& id) {
    if (id == m_id)
        return;
    m_id = id;
    clear();
}

void PaperPrinter::setFolder(const QString& folder) {
    m_folder = folder;
    emit changed();
}

void PaperPrinter::clear() {
    m_file.clear();
    m_notes.clear();
    m_problem = {};
    m_unopened = false;
    emit changed();
}

QVariantList PaperPrinter::forms() const {
    QVariantList out;
    const auto* station = m_session ? m_session->station() : nullptr;
    const auto id = parseRecordId(fromQt(m_id));
    const auto record =
        station && id ? station->get(*id) : Result<station::Record>(Error{ErrorCode::NotFound, {}});
    if (!record || !station::stepsOf(*station, *record).print)
        return out;
    for (const schema::PaperForm* form : station->papers(record->view.type))
        out << QVariantMap{{QStringLiteral("code"), toQt(form->name)},
                           {QStringLiteral("label"), toQt(form->labels, m_session->spoken())}};
    return out;
}

QString PaperPrinter::notes() const {
    QStringList out;
    for (const Text& note : m_notes)
        out << toQt(note, m_session->spoken());
    return out.join(QLatin1Char('\n'));
}

QString PaperPrinter::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString PaperPrinter::unopened() const {
    if (!m_session || !m_unopened)
        return {};
    static const Text kNoReader{
        "这台电脑没有打开 PDF 文件的程序。文件已经存好，可以拿到别的电脑上打开，"
        "也可以请技术人员装一个 PDF 阅读器。",
        "No program on this computer opens PDF files. The file is saved: open it on another computer, or "
        "have a PDF reader installed."};
    static const Text kNoWriter{
        "这台电脑没有打开 Word 文档的程序。文件已经存好，可以拿到别的电脑上打开，"
        "也可以请技术人员装上 WPS 或 LibreOffice。",
        "No program on this computer opens Word documents. The file is saved: open it on another computer, "
        "or have WPS or LibreOffice installed."};
    return toQt(isPrintable() ? kNoReader : kNoWriter, m_session->spoken());
}

/// A desktop says that it opened a file as soon as it has begun to look for a program: whether there is one
/// is asked beside it.
void PaperPrinter::open() {
    if (m_file.isEmpty())
        return;
    m_unopened = !QDesktopServices::openUrl(file());
    emit changed();
    const QString kind = isPrintable() ? QStringLiteral("application/pdf") : kWordKind;
    runProgram(this, {QStringLiteral("xdg-mime"), {"query", "default", kind}},
               [this, asked = m_file](const ProgramEnd& end) {
                   if (end.how != ProgramEnd::How::Ended || !end.out.trimmed().isEmpty() || asked != m_file)
                       return;
                   m_unopened = true;
                   emit changed();
               });
}

/// The form, the day and the record: nobody's name stands in a folder.
QString PaperPrinter::nameFor(const schema::PaperForm& form) const {
    const Text mark = m_session->practising() ? Text{"练习 ", "PRACTICE "} : Text{};
    return toQt(mark.in(m_session->spoken()) + form.labels.in(m_session->spoken()) + " " +
                dateInChina(m_session->clock().now()) + " ") +
           m_id;
}

/// A PDF takes the place of the last one; somebody may have edited a document.
QString PaperPrinter::fileFor(const schema::PaperForm& form, QLatin1String ending) const {
    const QString name = QDir(m_folder).filePath(nameFor(form));
    QString out = name + ending;
    for (int number = 2; ending == kWord && QFile::exists(out); ++number)
        out = QStringLiteral("%1 (%2)%3").arg(name).arg(number).arg(ending);
    return out;
}

bool PaperPrinter::print(const QString& form) {
    return make(form, kPdf);
}

bool PaperPrinter::writeDocument(const QString& form) {
    return make(form, kWord);
}

bool PaperPrinter::make(const QString& form, QLatin1String ending) {
    clear();
    auto* station = m_session ? m_session->station() : nullptr;
    const auto id = parseRecordId(fromQt(m_id));
    const schema::PaperForm* known = station ? station->catalog().paper(fromQt(form)) : nullptr;
    if (!id || known == nullptr)
        return false;
    if (!QDir().mkpath(m_folder)) {
        m_problem = {"无法建立文件夹 " + fromQt(m_folder), "cannot make the folder " + fromQt(m_folder)};
        emit changed();
        return false;
    }
    const QString name = fileFor(*known, ending);
    auto printed = station->print(*id, known->name, fromQt(name), m_session->spoken());
    if (printed) {
        m_file = name;
        m_notes = printed->notes;
    } else {
        m_problem = printed.error().message;
    }
    emit changed();
    return printed.ok();
}

}  // namespace fayi::ui
