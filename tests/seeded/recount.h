// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "row.h"

namespace fayi::schema {

/// What a careful clerk would count by hand, figure by figure: plain loops over the records, nothing of the
/// measure language and no SQL.
struct Recounted {
    double value = 0;
    std::optional<double> denominator;
    std::set<std::string> records;
};

std::map<std::string, Recounted> recount(const std::vector<Row>& rows, const std::string& from,
                                         const std::string& to, const std::set<std::string>& orgs);

}  // namespace fayi::schema
