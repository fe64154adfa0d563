// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "driver.h"

namespace fayi::drive {

/// What is around the window of a scene.
struct Stage {
    std::function<bool(const QString&)> hub;  ///< "stop" or "start"
    std::function<QString()> link;            ///< none, unknown, fine, failing
    std::function<int()> waiting;             ///< changes to be sent
    QString papers;                           ///< where printed papers go
};

using Scene = std::function<bool(Driver&, const Stage&)>;

/// Every scene by its name. False: it went through, and is not good enough.
const std::map<QString, Scene>& scenes();

}  // namespace fayi::drive
