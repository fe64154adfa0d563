// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/states.h"

#include <map>

#include "columns.h"
#include "fayi/base/limits.h"

namespace fayi::protocol {
namespace {

using merge::RecordState;
using merge::Register;
using merge::Version;
using merge::VersionVector;

/// What each change left in the registers, by its dot; the context of a write is the cover of its register.
std::map<Dot, Change> partsOf(const SentState& sent) {
    std::map<Dot, Change> out;
    for (const auto& [path, reg] : sent.state.registers())
        for (const Version& version : reg.siblings()) {
            Change& part = out[version.dot];
            part.dot = version.dot;
            part.record = sent.record;
            part.time = version.time;
            part.writes.push_back(
                {merge::relativePath(path, version.dot), version.value, reg.cover(), version.wide});
        }
    return out;
}

}  // namespace

Json encodeStates(const std::vector<SentState>& states) {
    PageEncoder encoder(PageKind::States);
    for (const SentState& sent : states)
        for (auto& [dot, part] : partsOf(sent))
            encoder.add({part, {}, {}}, sent.type);
    return encoder.finish();
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
        return out;
    } catch (const std::exception& failure) {
        const std::string what = failure.what();
        return Error{ErrorCode::Validation, {"状态页格式不对：" + what, "malformed page of states: " + what}};
    }
}

}  // namespace fayi::protocol
