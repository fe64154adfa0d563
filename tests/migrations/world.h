// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "fayi/server/enrol.h"
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/store/store.h"
#include "fayi/testing/fakes.h"

namespace fayi::testing {

/// Where the golden databases look at the clock from.
struct Fixed {
    FakeClock clock;
    SeededRandom random{20260302};
};

/// What a station and a hub show of what they hold, as text.
std::string shownBy(store::Store& station);
std::string shownBy(hub::SqliteHubStore& hub, const std::filesystem::path& file);

/// A station that worked with a hub for a while: every kind of thing that the files may hold, always the
/// same. Leaves `folder`/station/station.db and `folder`/hub/hub.sqlite, closed.
void makeWorld(const std::filesystem::path& folder);

}  // namespace fayi::testing
