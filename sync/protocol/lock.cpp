// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/lock.h"

#include "fayi/protocol/messages.h"

namespace fayi::protocol {

Json toJson(const LockWish& wish) {
    return {{"version", kVersion},
            {"person", toText(wish.person)},
            {"org", wish.org},
            {"until", wish.until.empty() ? Json() : Json(wish.until)}};
}

Result<LockWish> lockWishFrom(const Json& json) {
    const auto text = [&json](const char* name) -> std::optional<std::string> {
        const auto at = json.find(name);
        return at != json.end() && at->is_string() ? std::optional(at->get<std::string>()) : std::nullopt;
    };
    const Error malformed{ErrorCode::Validation, {"锁定请求格式不对", "malformed request for a lock"}};
    if (!json.is_object() || json.value("version", Json()) != Json(kVersion) || !json.contains("until"))
        return malformed;
    const auto person = text("person"), org = text("org"), until = text("until");
    const auto id = person ? parseRecordId(*person) : std::nullopt;
    if (!id || !org || (!until && !json["until"].is_null()) || (until && !daysOf(*until)))
        return malformed;
    return LockWish{*id, *org, until.value_or("")};
}

}  // namespace fayi::protocol
