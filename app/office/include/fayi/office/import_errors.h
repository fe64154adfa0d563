// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "fayi/base/clock.h"
#include "fayi/station/types.h"

namespace fayi::office {

/// Writes the rows that an import did not take into a new workbook: where each stood, what is wrong with it,
/// and its cells under the headings of the file. Once mended the workbook can be imported itself.
Status writeRejected(const station::ImportReport& report, const std::filesystem::path& file,
                     Language language, const Clock& clock);

}  // namespace fayi::office
