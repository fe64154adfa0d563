// SPDX-License-Identifier: Apache-2.0
// What is void stays void: the rule by which a station and the hub let nothing change it.
#include "fayi/merge/path.h"
#include "fayi/records/judge.h"

namespace fayi::records {
namespace {

bool makesVoid(const merge::Write& write) {
    return write.path == merge::kState && write.value == Json(std::string(kVoid));
}

bool saysWhy(const merge::Write& write) {
    return write.path == merge::kVoidReason && write.value.is_string() &&
           write.value.get_ref<const std::string&>().find_first_not_of(" \t\r\n") != std::string::npos;
}

}  // namespace

std::optional<protocol::Refusal> judgeVoid(const protocol::Change& change, std::string_view before) {
    const auto refusal = [&](const char* code, Text reason) {
        return std::optional(protocol::Refusal{change.dot.seq, code, std::move(reason)});
    };
    const bool voids = std::ranges::any_of(change.writes, makesVoid);
    const bool only = std::ranges::all_of(change.writes, [](const merge::Write& write) {
        return makesVoid(write) || write.path == merge::kVoidReason;
    });
    const bool reason = std::ranges::any_of(
        change.writes, [](const merge::Write& write) { return write.path == merge::kVoidReason; });
    if (before == kVoid && !(voids && only))
        return refusal("void", {"记录已作废，不能再改", "the record is void and cannot be changed any more"});
    if (!voids)
        return reason ? refusal("validation", {"没有作废，却有作废理由", "a reason to be void, and not void"})
                      : std::nullopt;
    if (!only || !std::ranges::any_of(change.writes, saysWhy))
        return refusal("validation", {"作废必须写明理由，且不能同时做别的修改",
                                      "what becomes void says why, and changes in nothing else"});
    if (before != kSubmitted && before != kVerified && before != kVoid)
        return refusal("void", {"只有已提交或已审核的记录可以作废；草稿请删除",
                                "only what was submitted or verified can become void; a draft is deleted"});
    return std::nullopt;
}

}  // namespace fayi::records
