// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "fayi/schema/field.h"

namespace fayi::schema {

/// A record as figures see it: a row of the relation that they read.
struct Row {
    std::string id;
    std::string type;
    std::string org = "500115128250";
    std::string state = "verified";
    Json happenedOn;  ///< text or null
    bool deleted = false;
    Json fields;
};

}  // namespace fayi::schema
