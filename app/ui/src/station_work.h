// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>
#include <thread>

#include "fayi/ui/station_session.h"
#include "fayi/ui/words.h"

namespace fayi::ui {

/// Others who are at work for the session are waited for, so often and so many milliseconds each time, by
/// whoever takes its folder away.
inline constexpr int kBusyLooks = 300, kBusyLookMs = 100;

/// Runs a use case that takes its time on a thread of its own, over a store connection of its own, as the
/// person who works at the session; `end` hears of it on the thread of `receiver`. The thread is joined by
/// whoever destroys it: let `receiver` be its owner.
template <class Answer>
std::jthread atWork(const StationSession& session, QObject* receiver,
                    std::function<Result<Answer>(station::Station&)> work,
                    std::function<void(const Result<Answer>&)> end) {
    const std::filesystem::path folder = fromQt(session.folder());
    const auto* open = session.station();
    const bool several = open != nullptr && open->people().size() > 1;
    const std::string person = several ? toText(open->person().id) : std::string();
    const Clock& clock = session.clock();
    Random& random = session.random();
    return std::jthread(
        [=, &clock, &random, held = session.atWork(), work = std::move(work), end = std::move(end)] {
            const auto result = [&]() -> Result<Answer> {
                FAYI_LET(station, station::Station::open(folder, clock, random));
                if (!person.empty())
                    FAYI_TRY(station->actAs(person));
                return work(*station);
            }();
            QMetaObject::invokeMethod(
                receiver, [held, end, result] { end(result); }, Qt::QueuedConnection);
        });
}

}  // namespace fayi::ui
