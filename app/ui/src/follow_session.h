// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What every model does when it is given a session: lets go of the one it had, holds this one until it goes,
/// and has `connectTo` say what it wants to hear of. False: it holds it already.
template <typename Model, typename Connect>
bool followSession(Model* model, StationSession*& held, StationSession* session, const Connect& connectTo) {
    if (session == held)
        return false;
    if (held)
        held->disconnect(model);
    held = session;
    if (held) {
        QObject::connect(held, &QObject::destroyed, model, [&held] { held = nullptr; });
        connectTo();
    }
    return true;
}

}  // namespace fayi::ui
