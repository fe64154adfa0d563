// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "fayi/base/ids.h"
#include "fayi/schema/check.h"
#include "src/calendar.h"
#include "src/problems.h"

namespace fayi::schema {
namespace {

using Kind = Problem::Kind;
using Problems = std::vector<Problem>;

/// Every number survives a reader that knows only doubles (RFC 8259, 6).
constexpr std::int64_t kMostNumber = (std::int64_t{1} << 53) - 1;
/// A file name as common file systems bound it, and a media type (RFC 6838, 4.2: 127 characters each half).
constexpr std::size_t kMostFileName = 255;
constexpr std::size_t kMostMediaType = 255;
constexpr std::size_t kHashHex = 64;
/// An item id is made by the store; anything longer is not one.
constexpr std::size_t kMostItemId = 64;

Problems one(const Field& field, const std::string& path, Kind kind, const Text& reason) {
    return {problemOf(field, path, kind, reason)};
}

/// Tab and line ends are text; other control characters come from broken imports and hide what is read.
bool hasControls(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f;
    });
}

/// What the user gave, short enough for a message; bytes that are no text are shown as U+FFFD.
std::string cited(std::string_view given) {
    constexpr std::size_t kPoints = 40;
    return toUtf8(codePoints(given).substr(0, kPoints));
}

Problems checkText(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_string())
        return one(field, path, Kind::WrongType, {"应为文字", "must be text"});
    const auto& text = value.get_ref<const std::string&>();
    if (!isUtf8(text) || hasControls(text))
        return one(field, path, Kind::Malformed,
                   {"含有无法识别的字符", "contains characters that are not text"});
    const std::size_t length = lengthOf(text);
    if (field.maxLength == 0 || length <= field.maxLength)
        return {};
    return one(field, path, Kind::TooLong,
               format({"最多 {0} 个字，现有 {1} 个", "at most {0} characters, there are {1}"},
                      {std::to_string(field.maxLength), std::to_string(length)}));
}

Problems checkNumber(const Field& field, const Json& value, const std::string& path) {
    const Text whole = field.kind == FieldKind::Money
                           ? Text{"应为整数，单位为分", "must be a whole number of fen"}
                       : field.kind == FieldKind::Duration
                           ? Text{"应为整数，单位为分钟", "must be a whole number of minutes"}
                           : Text{"应为整数", "must be a whole number"};
    if (!value.is_number())
        return one(field, path, Kind::WrongType, whole);
    if (!value.is_number_integer())
        return one(field, path, Kind::Malformed, whole);
    const bool large = value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{kMostNumber};
    if (large || value.get<std::int64_t>() > kMostNumber || value.get<std::int64_t>() < -kMostNumber)
        return one(field, path, Kind::Malformed, {"数字过大", "is too large a number"});
    return {};
}

Problems checkDateLike(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_string())
        return one(field, path, Kind::WrongType,
                   {"应为文字形式的日期或时间", "must be a date or time, as text"});
    const auto& text = value.get_ref<const std::string&>();
    if (field.kind == FieldKind::Date && !isDate(text))
        return one(field, path, Kind::Malformed,
                   {"不是有效日期，应如 2026-03-01", "is not a date such as 2026-03-01"});
    if (field.kind == FieldKind::Time && !isTime(text))
        return one(field, path, Kind::Malformed, {"不是有效时间，应如 14:30", "is not a time such as 14:30"});
    if (field.kind == FieldKind::DateTime && !isDateTime(text))
        return one(field, path, Kind::Malformed,
                   {"不是有效的日期和时间，应如 2026-03-01T14:30",
                    "is not a date and time such as 2026-03-01T14:30"});
    return {};
}

Problems checkCode(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_string())
        return one(field, path, Kind::WrongType, {"应为代码文字", "must be a code, as text"});
    const auto& code = value.get_ref<const std::string&>();
    if (field.choice(code))
        return {};
    return one(field, path, Kind::UnknownChoice,
               {"没有这个选项：" + cited(code), "has no such choice: " + cited(code)});
}

Problems checkOrg(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_string())
        return one(field, path, Kind::WrongType, {"应为单位代码文字", "must be the code of a unit, as text"});
    const auto& code = value.get_ref<const std::string&>();
    const bool digits = code.find_first_not_of("0123456789") == std::string::npos;
    if (digits && (code.size() == 6 || code.size() == 9 || code.size() == 12))
        return {};
    return one(field, path, Kind::Malformed,
               {"单位代码应为 6、9 或 12 位数字", "the code of a unit has 6, 9 or 12 digits"});
}

Problems checkReference(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_string())
        return one(field, path, Kind::WrongType, {"应为记录编号文字", "must be a record id, as text"});
    if (parseRecordId(value.get_ref<const std::string&>()))
        return {};
    return one(field, path, Kind::Malformed, {"不是有效的记录编号", "is not a record id"});
}

bool isHash(const Json& value) {
    return value.is_string() && value.get_ref<const std::string&>().size() == kHashHex &&
           value.get_ref<const std::string&>().find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool isShortText(const Json& value, std::size_t most) {
    return value.is_string() && isUtf8(value.get_ref<const std::string&>()) &&
           !hasControls(value.get_ref<const std::string&>()) &&
           lengthOf(value.get_ref<const std::string&>()) <= most;
}

Problems checkAttachment(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_object())
        return one(field, path, Kind::WrongType, {"附件应为对象", "an attachment must be an object"});
    const bool pictured = value.contains("thumbnail");
    const bool good = value.size() == (pictured ? 5 : 4) && isHash(value.value("blob", Json())) &&
                      (!pictured || isHash(value["thumbnail"])) &&
                      isShortText(value.value("name", Json()), kMostFileName) &&
                      isShortText(value.value("media", Json()), kMostMediaType) &&
                      value.value("bytes", Json()).is_number_integer() && value["bytes"] >= 0 &&
                      value["bytes"] <= kMostNumber;
    if (good)
        return {};
    return one(field, path, Kind::Malformed,
               {"附件应有 blob、name、bytes、media 四项", "an attachment has blob, name, bytes and media"});
}

Problems checkSet(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_array())
        return one(field, path, Kind::WrongType, {"应为列表", "must be a list"});
    if (value.size() > field.maxItems)
        return one(field, path, Kind::TooMany,
                   format({"最多 {0} 项", "at most {0} entries"}, {std::to_string(field.maxItems)}));
    Problems problems;
    std::set<std::string> seen;
    for (const Json& member : value) {
        for (auto& problem : checkMember(field, member, path))
            problems.push_back(std::move(problem));
        const std::string key = (member.is_object() ? member.value("blob", Json()) : member)
                                    .dump(-1, ' ', false, Json::error_handler_t::replace);
        if (!seen.insert(key).second)
            problems.push_back(problemOf(field, path, Kind::Malformed, {"有重复的项", "has an entry twice"}));
    }
    return problems;
}

Problems checkItem(const Field& field, const Json& item, const std::string& path) {
    if (!item.is_object())
        return one(field, path, Kind::WrongType, {"每一项应为对象", "each item must be an object"});
    const auto id = item.find(kItemKey);
    if (id != item.end() && !isShortText(*id, kMostItemId))
        return one(field, path, Kind::WrongType, {"明细编号应为文字", "the id of an item must be text"});
    Problems problems;
    for (const auto& [name, value] : item.items()) {
        if (name == kItemKey)
            continue;
        if (name == kRemovedKey && value.is_boolean() && id != item.end())
            continue;
        if (name == kAfterKey && (value.is_null() || isShortText(value, kMostItemId)))
            continue;
        const std::string fieldPath = path + "/" + name;
        if (const Field* inner = field.find(name)) {
            for (auto& problem : checkValue(*inner, value, fieldPath))
                problems.push_back(std::move(problem));
        } else {
            problems.push_back(problemOf(field, fieldPath, Kind::UnknownField,
                                         {"没有字段 " + cited(name), "has no field " + cited(name)}));
        }
    }
    return problems;
}

Problems checkItems(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_array())
        return one(field, path, Kind::WrongType, {"应为明细列表", "must be a list of items"});
    if (value.size() > field.maxItems)
        return one(field, path, Kind::TooMany,
                   format({"最多 {0} 项", "at most {0} items"}, {std::to_string(field.maxItems)}));
    Problems problems;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const Json& item = value[i];
        for (auto& problem : checkItem(field, item, itemPath(path, item, i)))
            problems.push_back(std::move(problem));
        const bool named = item.is_object() && item.contains(kItemKey) && item[kItemKey].is_string();
        if (named && !seen.insert(item[kItemKey].get<std::string>()).second)
            problems.push_back(problemOf(field, itemPath(path, item, i), Kind::Malformed,
                                         {"同一项出现两次", "an item appears twice"}));
    }
    return problems;
}

}  // namespace

std::vector<Problem> checkMember(const Field& field, const Json& member, const std::string& path) {
    if (field.kind == FieldKind::Attachments)
        return checkAttachment(field, member, path);
    if (!field.choices.empty())
        return checkCode(field, member, path);
    if (member.is_string() && member.get_ref<const std::string&>().empty())
        return one(field, path, Kind::Malformed, {"标签不能为空", "a tag cannot be empty"});
    return checkText(field, member, path);
}

std::vector<Problem> checkValue(const Field& field, const Json& value, const std::string& path) {
    if (value.is_null())
        return {};
    switch (field.kind) {
        case FieldKind::Text:
        case FieldKind::LongText:
        case FieldKind::Person:
        case FieldKind::IdNumber:
        case FieldKind::CreditCode:
        case FieldKind::Phone:
            return checkText(field, value, path);
        case FieldKind::Integer:
        case FieldKind::Money:
        case FieldKind::Duration:
            return checkNumber(field, value, path);
        case FieldKind::Date:
        case FieldKind::Time:
        case FieldKind::DateTime:
            return checkDateLike(field, value, path);
        case FieldKind::Boolean:
            return value.is_boolean()
                       ? Problems{}
                       : one(field, path, Kind::WrongType, {"应为是或否", "must be true or false"});
        case FieldKind::Choice:
            return checkCode(field, value, path);
        case FieldKind::Tags:
        case FieldKind::Attachments:
            return checkSet(field, value, path);
        case FieldKind::Items:
            return checkItems(field, value, path);
        case FieldKind::Org:
            return checkOrg(field, value, path);
        case FieldKind::Reference:
            return checkReference(field, value, path);
    }
    return {};
}

std::vector<Problem> checkSave(const RecordType& type, const Json& fields) {
    if (!fields.is_object())
        return {{"",
                 {"记录应为 JSON 对象", "a record must be a JSON object"},
                 {},
                 Problem::Severity::Error,
                 Kind::WrongType}};
    Problems problems;
    for (const auto& [name, value] : fields.items()) {
        const Field* field = type.find(name);
        if (!field) {
            problems.push_back({name,
                                {"“" + type.labels.zh + "”没有字段 " + cited(name),
                                 type.labels.en + " has no field " + cited(name)},
                                {},
                                Problem::Severity::Error,
                                Kind::UnknownField});
            continue;
        }
        for (auto& problem : checkValue(*field, value, name))
            problems.push_back(std::move(problem));
    }
    return problems;
}

}  // namespace fayi::schema
