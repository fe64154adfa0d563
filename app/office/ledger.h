// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/office/export.h"
#include "new_file.h"

namespace fayi::office {

/// ErrorCode::Usage: longer than the ledger keeps.
Status checkReason(const std::string& reason);

/// By its ending: a workbook, or a CSV file. ErrorCode::Usage: neither.
Result<bool> isWorkbook(const std::filesystem::path& file);

/// An entry of the ledger by the person who works here; what went out is still to be said.
store::ExportEntry entryBy(const station::Station& station, const std::filesystem::path& file,
                           const std::string& sha256);
Status noteInLedger(station::Station& station, const store::ExportEntry& entry, const Clock& clock);

}  // namespace fayi::office
