// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace fayi::store {

/// The database of a data folder; whoever reads or writes beside the store opens it once more.
inline std::filesystem::path fileIn(const std::filesystem::path& folder) {
    return folder / "station.db";
}

}  // namespace fayi::store
