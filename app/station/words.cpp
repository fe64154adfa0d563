// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/words.h"

#include "fayi/records/view.h"

namespace fayi::station {

Text stateWords(std::string_view state) {
    static const std::map<std::string_view, Text> kWords{{records::kDraft, {"草稿", "draft"}},
                                                         {records::kSubmitted, {"已提交", "submitted"}},
                                                         {records::kVerified, {"已审核", "verified"}},
                                                         {records::kReturned, {"已退回", "returned"}},
                                                         {records::kVoid, {"已作废", "void"}}};
    const auto known = kWords.find(state);
    return known == kWords.end() ? Text{std::string(state), std::string(state)} : known->second;
}

}  // namespace fayi::station
