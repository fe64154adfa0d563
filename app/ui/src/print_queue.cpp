// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/print_queue.h"

#include <QFileInfo>

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "program_run.h"

namespace fayi::ui {
namespace {

/// No printer is called so: names of CUPS have no slash.
constexpr QLatin1String kFileOnly("/pdf");
constexpr qsizetype kMostPrinters = 30;
constexpr qsizetype kMostSaid = 200;
/// Printers of the network are looked for; and a file is copied to the spooler.
constexpr std::chrono::seconds kLooking{10}, kHandingOver{60};

const Text kNoProgram{
    "这台电脑没有装打印服务（CUPS 的 cups-client），只能存成文件。要直接打印，请技术人员装上它。",
    "This computer has no printing service (cups-client of CUPS), so papers become files only. To print "
    "from here, have it installed."};
const Text kNoPrinter{
    "这台电脑没有设置打印机，只能存成文件。在系统设置里添加打印机以后，这里就能选它。",
    "No printer is set up on this computer, so papers become files only. Add one in the settings of the "
    "system, and it can be chosen here."};

/// The names of `lpstat -e`, one a line.
QStringList namesIn(const QByteArray& said) {
    QStringList out;
    for (const QByteArray& line : said.split('\n'))
        if (const QString name = QString::fromUtf8(line.trimmed()); !name.isEmpty() && !name.startsWith('-'))
            out << name;
    return out.mid(0, kMostPrinters);
}

/// "system default destination: NAME" of `lpstat -d`.
QString usualIn(const QByteArray& said) {
    const qsizetype colon = said.indexOf(':');
    return colon < 0 ? QString() : QString::fromUtf8(said.mid(colon + 1).trimmed());
}

/// The first line of what lp said, without its own name.
std::string firstLine(const QByteArray& said) {
    QByteArray line = said.trimmed().split('\n').first().left(kMostSaid);
    if (line.startsWith("lp: "))
        line = line.mid(4);
    return QString::fromUtf8(line).toStdString();
}

Text whyRefused(const std::string& printer, const ProgramEnd& end) {
    Text out{"打印机“" + printer + "”没有接收。请看它是否开着、连着，有没有纸，然后再送一次。",
             "The printer “" + printer +
                 "” did not take it. See that it is on, connected and has paper, then send it again."};
    if (const std::string said = firstLine(end.err); !said.empty()) {
        out.zh += "打印服务的话：" + said;
        out.en += " The printing service says: " + said;
    }
    return out;
}

int numberOf(const QString& typed) {
    bool read = false;
    const int number = typed.trimmed().toInt(&read);
    return read && number >= 1 && number <= PrintQueue::kMostCopies ? number : 0;
}

}  // namespace

void PrintQueue::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &PrintQueue::changed);
    });
    if (fresh)
        emit changed();
}

void PrintQueue::setPreferences(Preferences* preferences) {
    m_preferences = preferences;
    emit changed();
}

QVariantList PrintQueue::places() const {
    const auto place = [](const QString& code, const QString& label) {
        return QVariantMap{{QStringLiteral("code"), code}, {QStringLiteral("label"), label}};
    };
    QVariantList out{place(kFileOnly, tr("PDF file"))};
    for (const QString& name : m_printers)
        out << place(name, name);
    return out;
}

/// What was chosen, else what was used last, else what the system uses; as far as it is there.
QString PrintQueue::place() const {
    const QString last = m_preferences ? m_preferences->printer() : QString();
    for (const QString& one : {m_wanted, last, m_usual})
        if (one == kFileOnly || m_printers.contains(one))
            return one;
    return kFileOnly;
}

void PrintQueue::setPlace(const QString& place) {
    m_wanted = place;
    emit changed();
}

bool PrintQueue::onPaper() const {
    return place() != kFileOnly;
}

QString PrintQueue::none() const {
    return m_session ? toQt(m_none, m_session->spoken()) : QString();
}

void PrintQueue::setCopies(const QString& copies) {
    m_copies = copies;
    emit changed();
}

QString PrintQueue::copiesProblem() const {
    return numberOf(m_copies) > 0 ? QString() : tr("A number from 1 to %1").arg(kMostCopies);
}

void PrintQueue::setBothSides(bool both) {
    m_bothSides = both;
    emit changed();
}

QString PrintQueue::told() const {
    return m_session ? toQt(m_told, m_session->spoken()) : QString();
}

void PrintQueue::forget() {
    m_told = {};
    m_refused = false;
    emit changed();
}

void PrintQueue::look() {
    forget();
    m_copies = QStringLiteral("1");
    emit changed();
    runProgram(this, {QStringLiteral("lpstat"), {QStringLiteral("-e")}, kLooking},
               [this](const ProgramEnd& end) {
                   m_printers = end.well() ? namesIn(end.out) : QStringList();
                   m_none = end.how == ProgramEnd::How::Missing ? kNoProgram
                            : m_printers.isEmpty()              ? kNoPrinter
                                                                : Text{};
                   emit changed();
                   if (!m_printers.isEmpty())
                       askForUsual();
               });
}

void PrintQueue::askForUsual() {
    runProgram(this, {QStringLiteral("lpstat"), {QStringLiteral("-d")}, kLooking},
               [this](const ProgramEnd& end) {
                   m_usual = end.well() ? usualIn(end.out) : QString();
                   emit changed();
               });
}

void PrintQueue::send(const QString& file) {
    const int copies = numberOf(m_copies);
    if (m_running || file.isEmpty() || copies == 0)
        return;
    const QString printer = place();
    if (m_preferences && !m_printers.isEmpty())  // without any there was nothing to choose
        m_preferences->setPrinter(printer);
    if (printer == kFileOnly)
        return;
    m_running = true;
    m_refused = false;
    m_told = {};
    emit changed();
    const QString sides =
        m_bothSides ? QStringLiteral("sides=two-sided-long-edge") : QStringLiteral("sides=one-sided");
    runProgram(this,
               {QStringLiteral("lp"),
                {"-d", printer, "-n", QString::number(copies), "-o", sides, "-t",
                 QFileInfo(file).completeBaseName(), "--", file},
                kHandingOver},
               [this, printer](const ProgramEnd& ended) {
                   const std::string name = fromQt(printer);
                   if (ended.well())
                       end({"已送到打印机“" + name + "”。", "Handed to the printer “" + name + "”."}, false);
                   else
                       end(ended.how == ProgramEnd::How::Missing ? kNoProgram : whyRefused(name, ended),
                           true);
               });
}

void PrintQueue::end(const Text& told, bool refused) {
    m_running = false;
    m_told = told;
    m_refused = refused;
    emit changed();
}

}  // namespace fayi::ui
