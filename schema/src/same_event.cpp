// SPDX-License-Identifier: Apache-2.0
// Whether two records may tell of one event.
#include "fayi/base/words.h"
#include "fayi/schema/check.h"

namespace fayi::schema {
namespace {

/// Shorter than this, one wording is not looked for inside the other.
constexpr std::size_t kLeastPart = 4;

std::u32string plain(const std::string& text) {
    std::u32string out;
    forWordRuns(text, [&](std::u32string_view run, WordClass) { out += run; });
    return out;
}

bool sameWording(const std::string& one, const std::string& other) {
    const std::u32string a = plain(one), b = plain(other);
    const auto& [little, large] = a.size() < b.size() ? std::tie(a, b) : std::tie(b, a);
    return a == b || (little.size() >= kLeastPart && large.find(little) != std::u32string::npos);
}

bool alikeIn(const Field& field, const Json& one, const Json& other) {
    if (isEmptyValue(one) || isEmptyValue(other) || one.type() != other.type())
        return false;
    if (one.is_string() && field.isText())
        return sameWording(one.get_ref<const std::string&>(), other.get_ref<const std::string&>());
    if (field.kind == FieldKind::Tags)
        return std::any_of(one.begin(), one.end(), [&](const Json& member) {
            return std::find(other.begin(), other.end(), member) != other.end();
        });
    return one == other;
}

}  // namespace

bool maybeSameEvent(const RecordType& type, const Json& one, const Json& other) {
    const auto of = [](const Json& fields, const std::string& name) {
        const auto found = fields.find(name);
        return found == fields.end() ? Json() : *found;
    };
    const Json day = type.happenedOn.empty() ? Json() : of(one, type.happenedOn);
    return !type.sameEvent.empty() && !isEmptyValue(day) && day == of(other, type.happenedOn) &&
           std::all_of(type.sameEvent.begin(), type.sameEvent.end(), [&](const std::string& name) {
               const Field* field = type.find(name);
               return field != nullptr && alikeIn(*field, of(one, name), of(other, name));
           });
}

}  // namespace fayi::schema
