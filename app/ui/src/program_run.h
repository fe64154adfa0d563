// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <chrono>
#include <functional>

namespace fayi::ui {

/// A program of this computer and what it is told; never by way of a shell.
struct ProgramCall {
    QString program;
    QStringList arguments;
    std::chrono::milliseconds patience = std::chrono::seconds(5);
};

/// What became of it. Of what it says the beginning is kept.
struct ProgramEnd {
    enum class How { Ended, Missing, Broken };  ///< Broken: killed, by a signal or for taking too long
    How how = How::Missing;
    int code = -1;
    QByteArray out, err;

    bool well() const { return how == How::Ended && code == 0; }
};

/// `end` hears of it on the thread of `listener`, unless that goes before: the program goes on without it. A
/// program that is not there is told of at once.
void runProgram(QObject* listener, const ProgramCall& call, std::function<void(const ProgramEnd&)> end);

}  // namespace fayi::ui
