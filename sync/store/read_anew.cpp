// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/read_anew.h"

#include "fayi/sqlite/database.h"
#include "file.h"

namespace fayi::store {

/// No hub gives a scope the version 0, so it answers with a fresh pull (restored_hub.cpp asks in the same
/// way).
Status readAnew(const std::filesystem::path& folder) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    return database->execute("UPDATE meta SET value='' WHERE key IN ('position','scope-version','fresh')");
}

}  // namespace fayi::store
