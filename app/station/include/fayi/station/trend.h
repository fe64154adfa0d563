// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/station/station.h"

namespace fayi::station {

/// One month of a figure, beside the same month of the year before.
struct MonthValue {
    std::string month;                  ///< "2026-03"
    std::optional<double> now, before;  ///< nothing: the month has not begun, or the figure was none then
    Text shown, shownBefore;            ///< as the report prints it
};

/// The twelve months of the year of `day`; a ratio is told as the report tells it. ErrorCode::Usage: no such
/// report or figure.
Result<std::vector<MonthValue>> monthsOf(Station& station, const std::string& report,
                                         const std::string& figure, const std::string& day,
                                         const std::string& unit);

}  // namespace fayi::station
