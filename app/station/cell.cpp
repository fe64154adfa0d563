// SPDX-License-Identifier: Apache-2.0
#include "cell.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "fayi/base/clock.h"
#include "fayi/base/text.h"

namespace fayi::station {
namespace {

using schema::Field;
using schema::FieldKind;
using schema::Json;

constexpr int kFenDigits = 2;            // 1 yuan = 10^2 fen
constexpr int kFenDigitsOfWan = 6;       // 10,000 yuan = 10^6 fen
constexpr std::size_t kMostDigits = 15;  // all such numbers survive a reader that knows only doubles

Error cannotRead(const Text& expected, std::string_view text) {
    const std::string seen = prefixOf(text, 40);
    return {ErrorCode::Validation,
            {expected.zh + "，读到的是“" + seen + "”", expected.en + ", not \"" + seen + "\""}};
}

bool isSpace(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == 0x3000 || c == 0xA0 || c == 0xFEFF;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

bool dropEnding(std::string& text, std::string_view ending) {
    if (!text.ends_with(ending))
        return false;
    text = trimmed(text.substr(0, text.size() - ending.size()));
    return true;
}

bool allDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "1,234" with a comma before each three digits, or without any.
std::optional<std::string> withoutThousands(std::string_view text) {
    std::string out;
    bool first = true;
    while (true) {
        const std::size_t comma = text.find(',');
        const std::string_view group = text.substr(0, comma);
        const bool lone = first && comma == std::string_view::npos;
        if (!allDigits(group) || (!first && group.size() != 3) || (first && !lone && group.size() > 3))
            return std::nullopt;
        out += group;
        if (comma == std::string_view::npos)
            return out;
        text = text.substr(comma + 1);
        first = false;
    }
}

/// The decimal number times 10^digits, exactly; nothing if more digits than that follow the point.
std::optional<std::int64_t> scaled(std::string_view text, int digits) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text = text.substr(1);
    const std::size_t point = text.find('.');
    std::string after(point == std::string_view::npos ? std::string_view() : text.substr(point + 1));
    if (point != std::string_view::npos && !allDigits(after))
        return std::nullopt;
    const auto before = withoutThousands(text.substr(0, point));
    while (after.size() > static_cast<std::size_t>(digits) && after.back() == '0')
        after.pop_back();
    if (!before || after.size() > static_cast<std::size_t>(digits))
        return std::nullopt;
    after.append(static_cast<std::size_t>(digits) - after.size(), '0');
    const std::string all = *before + after;
    if (all.size() > kMostDigits)
        return std::nullopt;
    std::int64_t out = 0;
    std::from_chars(all.data(), all.data() + all.size(), out);
    return negative ? -out : out;
}

Result<Json> money(std::string text) {
    for (const std::string_view sign : {"￥", "¥", "RMB", "rmb"})
        if (text.starts_with(sign))
            text = trimmed(text.substr(sign.size()));
    const std::string given = text;
    const bool wan = dropEnding(text, "万元") || dropEnding(text, "万");
    if (!wan)
        dropEnding(text, "元");
    if (const auto fen = scaled(text, wan ? kFenDigitsOfWan : kFenDigits))
        return Json(*fen);
    return cannotRead({"应为金额（元），如 1234.50", "must be an amount in yuan such as 1234.50"}, given);
}

Result<Json> wholeNumber(const std::string& text) {
    if (const auto number = scaled(text, 0))
        return Json(*number);
    return cannotRead({"应为整数", "must be a whole number"}, text);
}

/// Minutes: "90", "90分钟", "1小时30分", "1.5小时", "1:30".
Result<Json> duration(const std::string& given) {
    std::string text = given;
    replaceAll(text, "小时", "h");
    replaceAll(text, "分钟", "m");
    replaceAll(text, "分", "m");
    replaceAll(text, "min", "m");
    replaceAll(text, " ", "");
    std::int64_t minutes = 0;
    const std::size_t hours = text.find_first_of("h:");
    bool good = true;
    if (hours != std::string::npos) {
        const auto tenths = scaled(text.substr(0, hours), 1);
        good = tenths.has_value();
        minutes = tenths.value_or(0) * 6;
        text = text.substr(hours + 1);
    }
    if (text.ends_with('m'))
        text.pop_back();
    if (hours == std::string::npos || !text.empty()) {
        const auto rest = scaled(text, 0);
        good = good && rest.has_value();
        minutes += rest.value_or(0);
    }
    if (good)
        return Json(minutes);
    return cannotRead({"应为时长，如 90 或 1小时30分", "must be a duration such as 90 (minutes) or 1h30"},
                      given);
}

std::string padded(std::string_view digits, std::size_t width) {
    return digits.size() < width ? std::string(width - digits.size(), '0') + std::string(digits)
                                 : std::string(digits);
}

std::optional<std::string> isoDate(std::string text) {
    for (const std::string_view sign : {"年", "月", "/", "."})
        replaceAll(text, sign, "-");
    dropEnding(text, "日");
    if (allDigits(text) && text.size() == 8)
        text = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
    const std::size_t first = text.find('-');
    const std::size_t second = first == std::string::npos ? first : text.find('-', first + 1);
    if (first != 4 || second == std::string::npos)
        return std::nullopt;
    const std::string out = text.substr(0, 4) + "-" + padded(text.substr(5, second - 5), 2) + "-" +
                            padded(text.substr(second + 1), 2);
    return daysOf(out) ? std::optional(out) : std::nullopt;
}

std::optional<std::string> clockTime(std::string text) {
    for (const std::string_view sign : {"时", "点"})
        replaceAll(text, sign, ":");
    dropEnding(text, "分");
    if (text.ends_with(':'))
        text += "00";
    if (std::ranges::count(text, ':') == 2 && text.ends_with(":00"))
        text.resize(text.size() - 3);
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos)
        return std::nullopt;
    const std::string hour = padded(text.substr(0, colon), 2);
    const std::string minute = text.substr(colon + 1);
    const bool good = allDigits(hour) && allDigits(minute) && hour.size() == 2 && minute.size() == 2 &&
                      hour < "24" && minute < "60";
    return good ? std::optional(hour + ":" + minute) : std::nullopt;
}

/// A date, and what follows it after a blank or a T; spreadsheets put "0:00" behind dates.
std::pair<std::string, std::string> parted(const std::string& text) {
    const std::size_t at = text.find_first_of(" T");
    if (at == std::string::npos)
        return {text, {}};
    return {text.substr(0, at), trimmed(text.substr(at + 1))};
}

Result<Json> date(const std::string& text) {
    const auto [day, rest] = parted(text);
    const bool midnight =
        rest.empty() || rest == "0:00" || rest == "00:00" || rest == "0:00:00" || rest == "00:00:00";
    if (const auto iso = isoDate(day); iso && midnight)
        return Json(*iso);
    return cannotRead({"应为日期，如 2026-03-01", "must be a date such as 2026-03-01"}, text);
}

Result<Json> dateTime(const std::string& text) {
    const auto [day, rest] = parted(text);
    const auto iso = isoDate(day);
    const auto time = clockTime(rest.empty() ? "0:00" : rest);
    if (iso && time)
        return Json(*iso + "T" + *time);
    return cannotRead(
        {"应为日期和时间，如 2026-03-01 14:30", "must be a date and time such as 2026-03-01 14:30"}, text);
}

Result<Json> yesNo(const std::string& text) {
    const std::string word = lower(text);
    for (const char* yes : {"是", "有", "对", "√", "true", "yes", "y", "1"})
        if (word == yes)
            return Json(true);
    for (const char* no : {"否", "无", "不", "×", "false", "no", "n", "0"})
        if (word == no)
            return Json(false);
    return cannotRead({"应为是或否", "must be yes or no"}, text);
}

Result<Json> choice(const Field& field, const std::string& text) {
    if (const auto code = choiceCode(field, text))
        return Json(*code);
    return cannotRead({"没有这个选项", "must be one of the choices"}, text);
}

Result<Json> tags(const Field& field, std::string text) {
    if (const auto whole = choiceCode(field, text))
        return Json::array({*whole});
    for (const std::string_view sign : {"、", "，", "；", ";", "|", ","})
        replaceAll(text, sign, "\n");
    Json out = Json::array();
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string tag = trimmed(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
        if (tag.empty())
            continue;
        Json member = tag;
        if (!field.choices.empty()) {
            FAYI_LET(code, choice(field, tag));
            member = std::move(code);
        }
        if (std::ranges::count(out, member) == 0)
            out.push_back(std::move(member));
    }
    return out;
}

Result<Json> org(const std::string& text, const schema::OrgTree& tree) {
    if (const auto code = orgCode(text, tree))
        return Json(*code);
    return cannotRead({"没有唯一对应的机构，请用机构代码", "must name exactly one org unit; use its code"},
                      text);
}

/// Spreadsheets turn long numbers into 5.00115E+17; what is lost cannot be brought back.
Result<Json> longNumber(const std::string& text) {
    const std::size_t mark = text.find("E+");
    if (mark != std::string::npos && text.find_first_not_of("0123456789.E+") == std::string::npos)
        return cannotRead(
            {"号码被电子表格改成了科学计数，请把该列设为文本后重新填写",
             "the spreadsheet turned this number into scientific notation; make the column text and "
             "fill it in again"},
            text);
    return Json(text);
}

Result<Json> items(const std::string& text) {
    Json list = Json::parse(text, nullptr, false);
    if (list.is_array())
        return list;
    return cannotRead({"明细在表格里应为 JSON 数组", "a list in a table must be a JSON array"}, text);
}

}  // namespace

schema::Field fieldOfKind(FieldKind kind) {
    schema::Field field;
    field.kind = kind;
    return field;
}

std::string trimmed(std::string_view text) {
    const std::u32string points = codePoints(text);
    std::u32string_view view(points);
    while (!view.empty() && isSpace(view.front()))
        view.remove_prefix(1);
    while (!view.empty() && isSpace(view.back()))
        view.remove_suffix(1);
    return toUtf8(view);
}

std::string halfWidth(std::string_view text) {
    std::u32string points = codePoints(text);
    for (char32_t& c : points)
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFEE0;
    return toUtf8(points);
}

std::optional<std::string> choiceCode(const Field& field, std::string_view text) {
    const std::string word = lower(std::string(text));
    const std::string folded = lower(halfWidth(text));
    for (const schema::Choice& choice : field.choices)
        for (const std::string& name : {choice.code, choice.labels.zh, choice.labels.en})
            if (lower(name) == word || lower(halfWidth(name)) == folded)
                return choice.code;
    return std::nullopt;
}

std::optional<std::string> orgCode(std::string_view text, const schema::OrgTree& tree) {
    if (tree.find(text) != nullptr || allDigits(text))
        return std::string(text);
    std::optional<std::string> found;
    for (const schema::OrgUnit* unit : tree.units()) {
        if (unit->name.zh != text && unit->name.en != text && tree.pathName(unit->code, Language::Zh) != text)
            continue;
        if (found)
            return std::nullopt;
        found = unit->code;
    }
    return found;
}

Result<Json> cellValue(const Field& field, std::string_view given, const schema::OrgTree& tree) {
    const std::string text = trimmed(given);
    if (text.empty())
        return Json();
    switch (field.kind) {
        case FieldKind::Money:
            return money(halfWidth(text));
        case FieldKind::Integer:
            return wholeNumber(halfWidth(text));
        case FieldKind::Duration:
            return duration(halfWidth(text));
        case FieldKind::Date:
            return date(halfWidth(text));
        case FieldKind::Time: {
            if (const auto time = clockTime(halfWidth(text)))
                return Json(*time);
            return cannotRead({"应为时间，如 14:30", "must be a time such as 14:30"}, text);
        }
        case FieldKind::DateTime:
            return dateTime(halfWidth(text));
        case FieldKind::Boolean:
            return yesNo(halfWidth(text));
        case FieldKind::Choice:
            return choice(field, text);
        case FieldKind::Tags:
            return tags(field, text);
        case FieldKind::Org:
            return org(text, tree);
        case FieldKind::IdNumber:
        case FieldKind::CreditCode:
        case FieldKind::Phone:
            return longNumber(halfWidth(text));
        case FieldKind::Items:
            return items(text);
        case FieldKind::Attachments:
            return cannotRead({"附件不能从表格导入", "attachments do not come from a table"}, text);
        case FieldKind::Text:
        case FieldKind::LongText:
        case FieldKind::Person:
        case FieldKind::Reference:
            break;
    }
    return Json(text);
}

}  // namespace fayi::station
