// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "fayi/station/station.h"

namespace fayi::station {

/// What the person who works here may do with a record as it is now. The hub judges again what arrives.
struct Steps {
    bool edit = false, submit = false, verify = false, giveBack = false, remove = false, undelete = false;
    bool makeVoid = false;
    bool remark = false;                  ///< without returning it
    bool restrict = false, lift = false;  ///< PIPL 47, and the end of it
    bool print = false;
    std::vector<const schema::NumberRule*> numbers;  ///< that it lacks and may get; of the catalog
};
Steps stepsOf(const Station& station, const Record& record);

/// Something whoever reads a record should know before they go on with it.
struct Warning {
    schema::Problem::Kind kind;
    Text text;
    std::optional<RecordId> other;  ///< the record that tells of the same event
};

/// Double entry of one event, the lock of its period if it may still be edited, and what checks find without
/// refusing a submit; the double entries first.
Result<std::vector<Warning>> warningsOf(const Station& station, const Record& record);

}  // namespace fayi::station
