// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/states.h"

#include <algorithm>
#include <map>

#include "columns.h"
#include "fayi/base/limits.h"
#include "numbers.h"

namespace fayi::protocol {
namespace {

using merge::RecordState;
using merge::Register;
using merge::Version;
using merge::VersionVector;

/// True if the columns tell all of it: each version's author had seen what the register covers. Otherwise it
/// travels whole: several versions compete, or the past that they are merged by belongs to it.
bool isPlain(const Register& reg) {
    return reg.past().empty() &&
           std::ranges::all_of(reg.siblings(), [&](const Version& v) { return v.context == reg.cover(); });
}

/// What each change left in the plain registers, by its dot.
std::map<Dot, Change> plainParts(const SentState& sent) {
    std::map<Dot, Change> out;
    for (const auto& [path, reg] : sent.state.registers())
        for (const Version& version : isPlain(reg) ? reg.siblings() : std::vector<Version>()) {
            Change& part = out[version.dot];
            part.dot = version.dot;
            part.record = sent.record;
            part.time = version.time;
            part.writes.push_back(
                {merge::relativePath(path, version.dot), version.value, reg.cover(), version.wide});
        }
    return out;
}

/// [replica, seq, type, the other registers as encodeState() has them]; null if there are none.
Json restOf(const SentState& sent) {
    RecordState rest;
    for (const auto& [path, reg] : sent.state.registers())
        if (!isPlain(reg))
            rest.put(path, reg);
    if (rest.registers().empty())
        return nullptr;
    const Bytes bytes = encodeState(rest);
    const Dot dot = sent.record.created;
    return Json::array({dot.replica.value, dot.seq, sent.type,
                        Json::binary(std::vector<std::uint8_t>(bytes.begin(), bytes.end()))});
}

void addRest(std::vector<SentState>& out, const Json& entry) {
    if (!entry.is_array() || entry.size() != 4)
        throw std::out_of_range("registers");
    const RecordId record{{ReplicaId{wholeOf(entry.at(0))}, wholeOf(entry.at(1))}};
    const std::string type = entry.at(2).get<std::string>();
    const auto& binary = entry.at(3).get_binary();
    const auto state = decodeState(Bytes(binary.begin(), binary.end()));
    if (!state)
        throw std::out_of_range(state.error().message.en);
    auto at = std::ranges::find(out, record, &SentState::record);
    if (at == out.end())
        at = out.insert(at, {record, type, {}});
    if (at->type != type)
        throw std::out_of_range("two types of one record");
    at->state.join(*state, [](std::string_view) { return true; });
}

}  // namespace

Json encodeStates(const std::vector<SentState>& states) {
    PageEncoder encoder(PageKind::States);
    for (const SentState& sent : states)
        for (auto& [dot, part] : plainParts(sent))
            encoder.add({part, {}, {}}, sent.type);
    Json out = encoder.finish();
    for (const SentState& sent : states)
        if (Json rest = restOf(sent); !rest.is_null())
            out["W"].push_back(std::move(rest));
    return out;
}

Result<std::vector<SentState>> decodeStates(const Json& page) {
    try {
        std::vector<SentState> out;
        for (SentChange& sent : PageDecoder(page, PageKind::States).decode(limits::kPageParts)) {
            const Change& part = sent.change;
            if (out.empty() || out.back().record != part.record)
                out.push_back({part.record, part.type, {}});
            if (out.back().type != part.type)
                throw std::out_of_range("two types of one record");
            out.back().state.apply(part.dot, part.time, part.writes);
        }
        const auto rest = page.find("W");
        if (rest != page.end() && rest->size() > limits::kPageParts)
            throw std::out_of_range("registers");
        if (rest != page.end())
            for (const Json& entry : *rest)
                addRest(out, entry);
        return out;
    } catch (const std::exception& failure) {
        const std::string what = failure.what();
        return Error{ErrorCode::Validation, {"状态页格式不对：" + what, "malformed page of states: " + what}};
    }
}

}  // namespace fayi::protocol
