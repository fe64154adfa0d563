// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "fayi/sqlite/database.h"

namespace fayi::testing {

/// A PIN as Seats keeps it, made with the least work libsodium allows, so that tests of tries take no second
/// each.
inline constexpr const char* kCheapPin = "246810";
inline constexpr const char* kCheapVerifier =
    "$argon2id$v=19$m=8,t=1,p=1$SqMXkfdorhuWFAOy2TUR1A$zUfA1fj+r8jBAlBdJGDjSAFnBfuvUCnIFGLKgKO4Rp8";

/// Gives a person of a store that PIN.
inline Status giveCheapPin(const std::filesystem::path& folder, std::int64_t person) {
    FAYI_LET(database, sqlite::Database::open(folder / "station.db", {}));
    return database->prepare("INSERT OR REPLACE INTO seat(person,pin) VALUES(?,?)")
        .bind(person)
        .bind(kCheapVerifier)
        .run();
}

}  // namespace fayi::testing
