// SPDX-License-Identifier: Apache-2.0
#include "shell.h"

#include <iostream>

#include "fayi/station/json.h"

namespace fayi::cli {

std::string_view nameOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::Usage:
            return "usage";
        case ErrorCode::NotFound:
            return "not-found";
        case ErrorCode::Validation:
            return "validation";
        case ErrorCode::Unreachable:
            return "unreachable";
        case ErrorCode::Refused:
            return "refused";
        case ErrorCode::Damaged:
            return "damaged";
        case ErrorCode::TooNew:
            return "too-new";
        case ErrorCode::Io:
            return "io";
        case ErrorCode::Full:
            return "full";
        case ErrorCode::Internal:
            break;
    }
    return "internal";
}

Result<Station*> Shell::open() {
    FAYI_LET(opened, Station::open(data, clock, random));
    station = std::move(opened);
    if (!as.empty())
        FAYI_TRY(station->actAs(as));
    return station.get();
}

void Shell::print(const Json& document) const {
    printLine(station::lineOf(document));
}

void Shell::printLine(const std::string& line) const {
    std::cout << line << '\n';
}

Exit Shell::fail(const Error& error) const {
    static const std::vector<schema::Problem> kNone;
    const bool kept = problems.empty() && station != nullptr && error.code == ErrorCode::Validation;
    return fail(error, kept                                  ? station->refusedBecause()
                       : error.code == ErrorCode::Validation ? problems
                                                             : kNone);
}

Exit Shell::fail(const Error& error, const std::vector<schema::Problem>& because) const {
    std::cout.flush();
    std::cerr << say(error.message) << '\n';
    if (because.size() > 1)
        for (const schema::Problem& problem : because)
            std::cerr << "  " << problem.field << (problem.field.empty() ? "" : ": ") << say(problem.message)
                      << '\n';
    if (json)
        std::cerr << station::lineOf({{"error",
                                       {{"code", nameOf(error.code)},
                                        {"message", say(error.message)},
                                        {"problems", station::toJson(because, language)}}}})
                  << '\n';
    return exitOf(error.code);
}

}  // namespace fayi::cli
