// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/messages.h"
#include "fayi/protocol/number_limits.h"
#include "numbers.h"

/// Official numbers on the wire: [office, kind, year, first, next or last].
namespace fayi::protocol {

inline Json seriesJson(const NumberSeries& series, std::uint64_t first, std::uint64_t end) {
    return Json::array({series.org, series.kind, series.year, first, end});
}

inline Json numbersJson(const std::vector<NumberUse>& uses) {
    Json out = Json::array();
    for (const NumberUse& use : uses)
        out.push_back(seriesJson(use.series, use.first, use.next));
    return out;
}

inline Json numbersJson(const std::vector<NumberBlock>& blocks) {
    Json out = Json::array();
    for (const NumberBlock& block : blocks)
        out.push_back(seriesJson(block.series, block.first, block.last));
    return out;
}

/// Throws on anything else, as the readers of messages do.
inline NumberSeries seriesFrom(const Json& json) {
    const std::uint64_t year = wholeOf(json.at(2));
    if (year > 9999)
        throw std::out_of_range("year");
    return {json.at(0).get<std::string>(), json.at(1).get<std::string>(), static_cast<int>(year)};
}

inline NumberUse numberUseFrom(const Json& json) {
    return {seriesFrom(json), wholeOf(json.at(3)), wholeOf(json.at(4))};
}

inline NumberBlock numberBlockFrom(const Json& json) {
    return {seriesFrom(json), wholeOf(json.at(3)), wholeOf(json.at(4))};
}

}  // namespace fayi::protocol
