// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/station/types.h"

namespace fayi::station {

/// A made-up record to practise with.
struct PracticeSample {
    std::string type;
    Json fields;
    std::string state = "submitted";         ///< draft, submitted, verified or returned
    std::string remark = {}, remarkOn = {};  ///< of one that was returned
    std::string org = "500115127";           ///< a town of the built-in org tree
};

/// Some of each kind that people write most, over the weeks before that day. All people in them are made up,
/// and their titles say that they are samples.
std::vector<PracticeSample> practiceSamples(const std::string& today);

}  // namespace fayi::station
