// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QQmlApplicationEngine>
#include <filesystem>

#include "furnished.h"
#include "shots.h"

namespace fayi::testing {

/// Takes pictures of the window of `fayi`. For each the window is made anew, over a copy of the furnished
/// store, at the same time of the same day: what one picture shows does not depend on those before it.
class PageCamera {
public:
    explicit PageCamera(Furnished furnished);
    /// As it is kept (simplified()); null: the page has nothing to show, or does not come to rest.
    QImage take(const Shot& shot);

private:
    Furnished m_furnished;
    QQmlApplicationEngine m_engine;
};

}  // namespace fayi::testing
