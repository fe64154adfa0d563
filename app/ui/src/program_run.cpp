// SPDX-License-Identifier: Apache-2.0
#include "program_run.h"

#include <QCoreApplication>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>
#include <memory>

namespace fayi::ui {
namespace {

constexpr qsizetype kMostHeard = 64 << 10;  // a list of printers is a few hundred bytes

void hear(QByteArray& into, const QByteArray& said) {
    into.append(said.left(kMostHeard - into.size()));
}

/// Sentences and lists are read as programs say them in no language.
QProcessEnvironment plainWorld() {
    QProcessEnvironment out = QProcessEnvironment::systemEnvironment();
    out.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return out;
}

}  // namespace

void runProgram(QObject* listener, const ProgramCall& call, std::function<void(const ProgramEnd&)> end) {
    const QString found = QStandardPaths::findExecutable(call.program);
    if (found.isEmpty()) {
        end({});
        return;
    }
    auto* process = new QProcess(QCoreApplication::instance());
    const auto heard = std::make_shared<ProgramEnd>();
    const auto finish = [process, heard, listener = QPointer<QObject>(listener), end = std::move(end)](
                            ProgramEnd::How how, int code) {
        heard->how = how;
        heard->code = code;
        process->deleteLater();
        if (listener)
            end(*heard);
    };
    process->setProcessEnvironment(plainWorld());
    process->setStandardInputFile(QProcess::nullDevice());
    QObject::connect(process, &QProcess::readyReadStandardOutput, process,
                     [process, heard] { hear(heard->out, process->readAllStandardOutput()); });
    QObject::connect(process, &QProcess::readyReadStandardError, process,
                     [process, heard] { hear(heard->err, process->readAllStandardError()); });
    QObject::connect(process, &QProcess::finished, process, [finish](int code, QProcess::ExitStatus status) {
        finish(status == QProcess::NormalExit ? ProgramEnd::How::Ended : ProgramEnd::How::Broken, code);
    });
    QObject::connect(process, &QProcess::errorOccurred, process, [finish](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)  // of every other one finished() tells
            finish(ProgramEnd::How::Missing, -1);
    });
    QTimer::singleShot(call.patience, process, [process] { process->kill(); });
    process->start(found, call.arguments);
}

}  // namespace fayi::ui
