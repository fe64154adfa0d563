// SPDX-License-Identifier: Apache-2.0
// What was remarked of a record, with a return or without one.
#include "fayi/station/remarks.h"

#include <algorithm>

#include "fayi/base/limits.h"
#include "loaded.h"

namespace fayi::station {
namespace {

/// A verification and what its author had seen of the record.
struct Judgement {
    records::Verification verification;
    merge::VersionVector seen;
};

/// All that are known here, oldest first. What came without its past tells of the last state only.
std::vector<Judgement> verificationsIn(const std::vector<store::StoredChange>& history,
                                       const merge::RecordState& state) {
    const Json verified(std::string(records::kVerified));
    std::vector<Judgement> out;
    for (const store::StoredChange& change : history)
        for (const merge::Write& write : change.writes)
            if (!change.refused && write.path == merge::kState && write.value == verified)
                out.push_back({{change.dot, change.effective}, write.wide});
    if (const merge::Register* reg = state.find(merge::kState))
        for (const merge::Version& version : reg->siblings())
            if (version.value == verified)
                out.push_back({{version.dot, version.time}, version.wide});
    std::ranges::stable_sort(out, {}, [](const Judgement& one) { return one.verification.at; });
    return out;
}

/// The returns that have a remark, each once, oldest first: every return has one.
std::vector<Dot> returnsOf(const records::View& view) {
    std::vector<Dot> out;
    for (const records::Remark& remark : view.remarks)
        if (!remark.note && std::ranges::count(out, remark.dot) == 0)
            out.push_back(remark.dot);
    return out;
}

}  // namespace

Result<std::vector<RemarkStanding>> remarksOf(const Station& station, const Record& record) {
    const records::View& view = record.view;
    std::vector<RemarkStanding> out;
    if (view.remarks.empty())
        return out;
    FAYI_LET(history, station.store().history(record.id));
    FAYI_LET(state, station.store().state(record.id));
    const std::vector<Judgement> verifications = verificationsIn(history, state);
    const std::vector<Dot> returns = returnsOf(view);
    for (const records::Remark& remark : view.remarks) {
        RemarkStanding one{remark, std::ranges::count(view.returns, remark.dot) > 0, 0, std::nullopt};
        if (!remark.note) {
            one.round = static_cast<int>(std::ranges::find(returns, remark.dot) - returns.begin()) + 1;
        } else {
            const auto saw = std::ranges::find_if(
                verifications, [&](const Judgement& judgement) { return judgement.seen.covers(remark.dot); });
            if (saw != verifications.end())
                one.settledBy = saw->verification;
            one.open = !one.settledBy && !view.voided;
        }
        out.push_back(std::move(one));
    }
    std::ranges::reverse(out);
    return out;
}

bool wasReturned(const records::View& view) {
    return !returnsOf(view).empty();
}

Result<Record> Station::remark(RecordId id, const std::string& text, const std::string& field) {
    m_refused.clear();
    FAYI_LET(record, load(id, std::nullopt));
    if (record.stored.view.deleted)
        return refuse("", {"记录在回收站里，请先恢复", "the record is deleted; restore it first"});
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse("remark", {"请写明意见", "write what there is to say"});
    if (!isUtf8(text) || lengthOf(text) > limits::kTextPoints)
        return refuse("remark",
                      {"意见最多 " + std::to_string(limits::kTextPoints) + " 个字",
                       "a remark has at most " + std::to_string(limits::kTextPoints) + " characters"});
    if (!field.empty() && record.type->find(merge::parsePath(field).field) == nullptr)
        return Error{ErrorCode::Usage, {"没有这个字段：" + field, "there is no such field: " + field}};
    return write(record, records::planNote(field, text));
}

}  // namespace fayi::station
