// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/testimony.h"

#include <algorithm>
#include <map>

namespace fayi::protocol {
namespace {

using merge::VersionVector;

/// As its author wrote it: contexts that are wider than that would move what two texts began from. Only what
/// no version's context tells of the cover, none in what well-behaved stations write, has to go with them
/// all.
merge::Write writeOf(const merge::Version& version, const std::string& path, const merge::Register& reg) {
    VersionVector told;
    for (const auto* versions : {&reg.siblings(), &reg.past()})
        for (const merge::Version& each : *versions)
            told.include(each.context);
    return {merge::relativePath(path, version.dot), version.value,
            told.covers(reg.cover()) ? version.context : reg.cover(), version.wide};
}

/// Says that a change gave no version that is left: its only write is one that its own context supersedes.
merge::Write nothingLeft(Dot dot, const std::string& path, const merge::Register& reg) {
    merge::Write out{merge::relativePath(path, dot), nullptr, reg.cover(), {}};
    out.context.include(dot);
    return out;
}

}  // namespace

std::vector<SentChange> partsOf(const SentState& sent) {
    std::map<Dot, Change> parts;
    for (const auto& [path, reg] : sent.state.registers())
        for (const auto* versions : {&reg.siblings(), &reg.past()})
            for (const merge::Version& version : *versions) {
                Change& part = parts[version.dot];
                part.time = std::max(part.time, version.time);
                part.writes.push_back(writeOf(version, path, reg));
            }
    const Dot created = sent.record.created;
    if (!parts.contains(created) && !sent.state.registers().empty()) {
        const auto& [path, reg] = *sent.state.registers().begin();
        parts[created].time = HybridTime::of(Millis(1));
        parts[created].writes.push_back(nothingLeft(created, path, reg));
    }
    std::vector<SentChange> out;
    for (auto& [dot, part] : parts) {
        part.dot = dot;
        part.record = sent.record;
        part.type = part.creates() ? sent.type : std::string();
        if (opensSaltBlock(dot.seq))
            part.seed = Bytes(kSaltSeedBytes, '\0');
        const HybridTime time = part.time;
        out.push_back({std::move(part), time, {}});
    }
    // Not std::ranges, for clang 14: see register.cpp.
    std::stable_partition(out.begin(), out.end(),
                          [](const SentChange& part) { return part.change.creates(); });
    return out;
}

}  // namespace fayi::protocol
