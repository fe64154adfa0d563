// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"

/// Copies of a hub, and going on from one. Where the files lie is the caller's business.
namespace fayi::hub {

/// Reads a whole copy: the database is sound, every chain verifies. What was reached in it; number and time
/// are open. ErrorCode::Damaged says what is wrong.
Result<BackupNote> examineCopy(Context& copy);

/// Remembers an examined copy as the last verified backup of the hub it was made of.
Result<BackupNote> noteBackup(Context& hub, BackupNote copy);

/// Makes a hub of an examined copy that was put where a hub is to be: another epoch begins, written by a new
/// pen of the hub, so that no position, no dot and no station's number of what came after the copy is given a
/// second time. Epochs rise with the clock and are told apart by chance where the clock stood still, so that
/// a copy may be put back as often as it takes. The copy itself is its last verified backup.
Result<Restoration> beginEpoch(Context& hub, BackupNote copy);

}  // namespace fayi::hub
