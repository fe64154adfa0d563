// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/where.h"

#include <set>

#include "cell.h"

namespace fayi::station {
namespace {

using store::Condition;

/// Conditions of one list; more are a mistake.
constexpr std::size_t kMostConditions = 50;

Error unreadable(std::string_view part) {
    return {ErrorCode::Usage,
            {"看不懂筛选条件“" + prefixOf(part, 60) + "”，应如 state=verified 或 happened_on>=2026-01-01",
             "cannot read the condition \"" + prefixOf(part, 60) +
                 "\"; it looks like state=verified or happened_on>=2026-01-01"}};
}

/// Parts at commas outside of double quotes.
std::vector<std::string> partsOf(std::string_view expression) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (const char c : expression) {
        if (c == '"')
            quoted = !quoted;
        if (c == ',' && !quoted)
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

struct Raw {
    std::string field;
    Condition::Op op = Condition::Op::Equals;
    std::string value;
};

Result<Raw> rawOf(const std::string& part) {
    static const std::vector<std::pair<std::string_view, Condition::Op>> kSigns{
        {"!=", Condition::Op::Differs}, {"<=", Condition::Op::AtMost}, {">=", Condition::Op::AtLeast},
        {"=", Condition::Op::Equals},   {"<", Condition::Op::Less},    {">", Condition::Op::More},
        {"~", Condition::Op::Contains}};
    const std::size_t at = part.find_first_of("=!<>~");
    if (at == std::string::npos || at == 0)
        return unreadable(part);
    for (const auto& [sign, op] : kSigns) {
        if (!std::string_view(part).substr(at).starts_with(sign))
            continue;
        std::string value = trimmed(part.substr(at + sign.size()));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        return Raw{trimmed(part.substr(0, at)), op, std::move(value)};
    }
    return unreadable(part);
}

/// What is either so or not.
bool says(const Raw& raw) {
    return (raw.value == "true" || raw.value == "1") == (raw.op == Condition::Op::Equals);
}

bool isFen(std::string_view text) {
    return text.find_first_not_of("-0123456789") == std::string_view::npos;
}

/// The field that a condition names; null: it is something of the list's own, or unknown.
const schema::Field* fieldOf(const schema::RecordType* type, std::string_view name) {
    static const std::set<std::string_view> kOwn{"state", "sync", "type", "updated"};
    if (type == nullptr || kOwn.contains(name))
        return nullptr;
    if (name.starts_with(store::kFieldPrefix))
        name.remove_prefix(store::kFieldPrefix.size());
    return type->find(name);
}

/// The code of the unit that the records are to be within.
Result<std::string> unitOf(const Raw& raw, const schema::OrgTree& tree) {
    const auto code = orgCode(raw.value, tree);
    if (raw.op != Condition::Op::Equals || !code)
        return Error{ErrorCode::Usage,
                     {"within= 后面要写机构的代码或名称：" + prefixOf(raw.value, 60),
                      "within= takes the code or the name of an org unit: " + prefixOf(raw.value, 60)}};
    return *code;
}

/// The value that the field would hold; a part of one where the condition asks what it contains.
Result<Json> valueOf(const Raw& raw, const schema::Field* field, const schema::OrgTree& tree) {
    if (raw.value.empty() || raw.value == "null")
        return Json();
    if (field == nullptr || (raw.op == Condition::Op::Contains && field->kind != schema::FieldKind::Tags))
        return Json(raw.value);
    if (field->kind == schema::FieldKind::Money && isFen(raw.value))
        return cellValue(fieldOfKind(schema::FieldKind::Integer), raw.value, tree);
    if (field->kind == schema::FieldKind::Tags)
        return Json(choiceCode(*field, raw.value).value_or(raw.value));
    auto value = cellValue(*field, raw.value, tree);
    if (!value)
        return Error{ErrorCode::Usage, value.error().message}.within({raw.field, raw.field});
    return value;
}

}  // namespace

Status addWhere(ListQuery& query, std::string_view expression, const Station& station) {
    if (!isUtf8(expression))
        return Error{ErrorCode::Usage, {"筛选条件不是 UTF-8 文字", "the condition is not UTF-8 text"}};
    const schema::RecordType* type = station.catalog().type(query.type);
    for (const std::string& part : partsOf(expression)) {
        if (trimmed(part).empty())
            continue;
        if (query.where.size() >= kMostConditions)
            return Error{ErrorCode::Usage, {"筛选条件过多", "too many conditions"}};
        FAYI_LET(raw, rawOf(part));
        if (raw.field == "deleted") {
            query.deleted = says(raw);
            continue;
        }
        if (raw.field == "conflicts") {
            query.conflicts = says(raw);
            continue;
        }
        if (raw.field == "within") {
            FAYI_LET(unit, unitOf(raw, station.orgTree()));
            query.within = std::move(unit);
            continue;
        }
        if (raw.field == "changed" || raw.field == "restricted") {
            query.where.push_back({raw.field, Condition::Op::Equals, Json(says(raw))});
            continue;
        }
        FAYI_LET(value, valueOf(raw, fieldOf(type, raw.field), station.orgTree()));
        query.where.push_back({raw.field, raw.op, std::move(value)});
    }
    return {};
}

}  // namespace fayi::station
