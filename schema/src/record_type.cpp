// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/record_type.h"

#include "fayi/schema/check.h"
#include "fayi/schema/describe.h"

namespace fayi::schema {
namespace {

const Field* findIn(const std::vector<Field>& fields, std::string_view name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace

bool Choice::inForce(std::string_view isoDate) const {
    return (!from || *from <= isoDate) && (!until || isoDate <= *until);
}

const Field* Field::find(std::string_view fieldName) const {
    return findIn(fields, fieldName);
}

const schema::Choice* Field::choice(std::string_view code) const {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const schema::Choice& c) { return c.code == code; });
    return found == choices.end() ? nullptr : &*found;
}

bool Field::isText() const {
    switch (kind) {
        case FieldKind::Text:
        case FieldKind::LongText:
        case FieldKind::Person:
        case FieldKind::IdNumber:
        case FieldKind::CreditCode:
        case FieldKind::Phone:
            return true;
        default:
            return false;
    }
}

const Field* RecordType::find(std::string_view fieldName) const {
    return findIn(fields, fieldName);
}

const Field* RecordType::find(std::string_view list, std::string_view fieldName) const {
    if (list.empty())
        return find(fieldName);
    const Field* items = find(list);
    return items ? items->find(fieldName) : nullptr;
}

bool RecordType::may(Action action, std::string_view role) const {
    if (role.empty())
        return !reference && (action == Action::Create || action == Action::Edit ||
                              action == Action::Submit || action == Action::Delete);
    const auto found = roles.find(action);
    return found != roles.end() &&
           std::find(found->second.begin(), found->second.end(), role) != found->second.end();
}

bool RecordType::isSeenBy(std::string_view role) const {
    return role.empty() || seenBy.empty() || std::find(seenBy.begin(), seenBy.end(), role) != seenBy.end();
}

std::string titleOf(const RecordType& type, const Json& fields, Language language, const OrgTree* tree) {
    std::string title;
    for (const auto& name : type.titleFields) {
        const Field* field = type.find(name);
        if (!field || !fields.is_object() || !fields.contains(name) || isEmptyValue(fields[name]))
            continue;
        if (!title.empty())
            title += " · ";
        title += field->privacy >= Privacy::Personal ? maskedText(*field, fields[name], language)
                                                     : displayText(*field, fields[name], language, tree);
    }
    return title.empty() ? type.labels.in(language) : title;
}

}  // namespace fayi::schema
