// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/backup.h"
#include "fixture.h"

namespace fayi::hub::testing {

/// A hub that is backed up into a file and put back to it, in the same place.
class RestoredHubTest : public HubTest {
protected:
    BackupNote backUp() {
        must(store->backupTo((folder / "copy").string()));
        const auto copy = must(SqliteHubStore::openCopy(folder / "copy"));
        References none;
        Context ofCopy{*copy, clock, random, none};
        return must(noteBackup(context, must(examineCopy(ofCopy))));
    }

    /// All that came after the last backUp() is forgotten.
    Restoration putBack() {
        store.reset();
        for (const char* name : {"hub.sqlite", "hub.sqlite-wal", "hub.sqlite-shm"})
            std::filesystem::remove(folder / name);
        std::filesystem::copy_file(folder / "copy", folder / "hub.sqlite");
        store = must(SqliteHubStore::open(folder.path()));
        std::destroy_at(&references);  // what it had read is of another life
        std::construct_at(&references);
        std::destroy_at(&context);
        std::construct_at(&context, *store, clock, random, references);
        return must(beginEpoch(context, must(examineCopy(context))));
    }
};

}  // namespace fayi::hub::testing
