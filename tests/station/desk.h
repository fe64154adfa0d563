// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fayi/station/json.h"
#include "fayi/station/station.h"
#include "fayi/station/where.h"
#include "fayi/testing/fakes.h"

namespace fayi::station {

/// The value of a Result, or a failed test and the end of the program.
template <typename T>
T must(Result<T> result) {
    if (!result.ok()) {
        ADD_FAILURE() << result.error().message.en;
        std::abort();
    }
    return std::move(result).value();
}

/// A query for all records of a type.
inline ListQuery all(const std::string& type, const std::string& order = "-updated") {
    ListQuery query;
    query.type = type;
    query.order = order;
    return query;
}

/// A station in a folder of its own, with a clock that a test moves.
struct Desk {
    testing::TemporaryFolder folder;
    testing::FakeClock clock;
    testing::SeededRandom random;
    std::unique_ptr<Station> station;

    explicit Desk(std::uint64_t seed = 1, const std::string& name = "一号机") : random(seed) {
        station = must(Station::init(folder / "data", name, clock, random));
    }

    Station* operator->() { return station.get(); }

    RecordId create(const std::string& type, const Json& fields, const std::string& org = {}) {
        clock.advance(Millis(1000));
        return must(station->create(type, fields, org)).id;
    }
    Record edit(RecordId id, const Json& patch) {
        clock.advance(Millis(1000));
        return must(station->edit(id, patch));
    }
    Record get(RecordId id) { return must(station->get(id)); }
    std::vector<std::string> refusedFields() const {
        std::vector<std::string> out;
        for (const schema::Problem& problem : station->refusedBecause())
            out.push_back(problem.field);
        return out;
    }
    /// Titles of the records that a condition finds, by the date they happened on.
    std::vector<std::string> titles(const std::string& where, const std::string& type = "outreach") {
        ListQuery query = all(type, "happened_on");
        const Status added = addWhere(query, where, *station);
        EXPECT_TRUE(added.ok()) << (added.ok() ? "" : added.error().message.en);
        std::vector<std::string> out;
        for (const RecordRow& row : must(station->list(query)))
            out.push_back(row.title);
        return out;
    }
    /// All lines of a dump, and its end.
    std::pair<std::vector<std::string>, DumpEnd> dump() {
        std::vector<std::string> lines;
        const DumpEnd end = must(station->dump([&](const std::string& line) { lines.push_back(line); }));
        return {std::move(lines), end};
    }
};

/// An outreach event that can be submitted.
inline Json wholeOutreach(const std::string& theme, const std::string& day) {
    return {{"theme", theme},
            {"happened_on", day},
            {"place", "村委会"},
            {"form", "lecture"},
            {"speaker", "李法官"},
            {"speaker_role", "judge"},
            {"organiser", "司法所"},
            {"organiser_role", "justice-office"},
            {"audience_groups", {"villagers"}},
            {"attendance", 30},
            {"law_topics", {"civil-code"}}};
}

}  // namespace fayi::station
