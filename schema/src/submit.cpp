// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/check.h"
#include "fayi/schema/describe.h"
#include "fayi/schema/expression.h"
#include "src/problems.h"

namespace fayi::schema {
namespace {

using Kind = Problem::Kind;
using Severity = Problem::Severity;

/// One walk over a record; collects what a submit has to say.
class SubmitCheck {
public:
    SubmitCheck(std::string_view today, std::string happenedOn)
        : m_today(today), m_day(happenedOn.empty() ? std::string(today) : std::move(happenedOn)) {}

    void fieldsOf(const std::vector<Field>& fields, const Json& scope, const std::string& prefix);
    void rules(const std::vector<Constraint>& constraints, const Json& scope, const std::string& prefix);
    std::vector<Problem> take() { return std::move(m_problems); }

private:
    void value(const Field& field, const Json& value, const std::string& path);
    void range(const Field& field, const Json& value, const std::string& path);
    void code(const Field& field, const Json& code, const std::string& path);
    void digits(const Field& field, const std::string& text, const std::string& path);
    void items(const Field& field, const Json& list, const std::string& path);

    std::string_view m_today;
    std::string m_day;  ///< on which codes must have been in force; empty: unknown
    std::vector<Problem> m_problems;
};

void SubmitCheck::fieldsOf(const std::vector<Field>& fields, const Json& scope, const std::string& prefix) {
    for (const Field& field : fields) {
        if (!isVisible(field, scope))
            continue;
        const auto found = scope.is_object() ? scope.find(field.name) : scope.end();
        const bool there = scope.is_object() && found != scope.end() && !isEmptyValue(*found);
        if (there)
            value(field, *found, prefix + field.name);
        else if (isRequired(field, scope))
            m_problems.push_back(
                problemOf(field, prefix + field.name, Kind::Missing, {"必填", "is required"}));
    }
}

void SubmitCheck::value(const Field& field, const Json& value, const std::string& path) {
    switch (field.kind) {
        case FieldKind::Integer:
        case FieldKind::Money:
        case FieldKind::Duration:
            return range(field, value, path);
        case FieldKind::Choice:
            return code(field, value, path);
        case FieldKind::Tags:
            for (const Json& member : value)
                code(field, member, path);
            return;
        case FieldKind::IdNumber:
        case FieldKind::CreditCode:
        case FieldKind::Phone:
            if (value.is_string())
                digits(field, value.get_ref<const std::string&>(), path);
            return;
        case FieldKind::Items:
            return items(field, value, path);
        default:
            return;
    }
}

Text bothOf(const Field& field, std::int64_t number) {
    return {displayText(field, number, Language::Zh), displayText(field, number, Language::En)};
}

void SubmitCheck::range(const Field& field, const Json& value, const std::string& path) {
    if (!value.is_number_integer())
        return;
    const auto number = value.get<std::int64_t>();
    if (field.min && number < *field.min) {
        const Text least = bothOf(field, *field.min);
        m_problems.push_back(
            problemOf(field, path, Kind::OutOfRange, {"不能小于 " + least.zh, "at least " + least.en}));
    }
    if (field.max && number > *field.max) {
        const Text most = bothOf(field, *field.max);
        m_problems.push_back(
            problemOf(field, path, Kind::OutOfRange, {"不能大于 " + most.zh, "at most " + most.en}));
    }
}

void SubmitCheck::code(const Field& field, const Json& code, const std::string& path) {
    const Choice* choice = code.is_string() ? field.choice(code.get_ref<const std::string&>()) : nullptr;
    if (!choice || m_day.empty() || choice->inForce(m_day))
        return;
    m_problems.push_back(problemOf(field, path, Kind::NotInForce,
                                   format({"“{0}”在 {1} 不是有效选项", "“{2}” was not in force on {1}"},
                                          {choice->labels.zh, m_day, choice->labels.en}),
                                   Severity::Warning));
}

bool isPhone(std::string_view text) {
    const auto digitCount =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return text.find_first_not_of("+0123456789-() ") == std::string_view::npos && digitCount >= 5 &&
           digitCount <= 20;
}

void SubmitCheck::digits(const Field& field, const std::string& text, const std::string& path) {
    if (field.kind == FieldKind::IdNumber && !isResidentId(text))
        m_problems.push_back(
            problemOf(field, path, Kind::CheckDigit,
                      {"身份证号校验不符，请核对（旧证件、境外证件可不理会）",
                       "the check digit does not fit; look again (old and foreign papers may have none)"},
                      Severity::Warning));
    if (field.kind == FieldKind::CreditCode && !isCreditCode(text))
        m_problems.push_back(
            problemOf(field, path, Kind::CheckDigit,
                      {"统一社会信用代码校验不符，请核对", "the check digit does not fit; look again"},
                      Severity::Warning));
    if (field.kind == FieldKind::Phone && !isPhone(text))
        m_problems.push_back(problemOf(field, path, Kind::Malformed,
                                       {"不像电话号码，请核对", "does not look like a phone number"},
                                       Severity::Warning));
}

void SubmitCheck::items(const Field& field, const Json& list, const std::string& path) {
    if (!list.is_array())
        return;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string prefix = itemPath(path, list[i], i) + "/";
        fieldsOf(field.fields, list[i], prefix);
        rules(field.constraints, list[i], prefix);
    }
}

void SubmitCheck::rules(const std::vector<Constraint>& constraints, const Json& scope,
                        const std::string& prefix) {
    for (const Constraint& rule : constraints) {
        if (!rule.when.is_null() && evaluate(rule.when, scope, m_today) != true)
            continue;
        if (evaluate(rule.check, scope, m_today) != false)
            continue;
        Problem problem;
        problem.field = prefix + rule.fields.front();
        for (std::size_t i = 1; i < rule.fields.size(); ++i)
            problem.also.push_back(prefix + rule.fields[i]);
        problem.message = rule.message;
        if (!rule.law.zh.empty()) {
            problem.message.zh += "（" + rule.law.zh + "）";
            problem.message.en += " (" + rule.law.en + ")";
        }
        problem.severity = rule.warning ? Severity::Warning : Severity::Error;
        problem.kind = Kind::Constraint;
        m_problems.push_back(std::move(problem));
    }
}

}  // namespace

std::vector<Problem> checkSubmit(const RecordType& type, const Json& fields, std::string_view today) {
    const Json day =
        fields.is_object() && !type.happenedOn.empty() ? fields.value(type.happenedOn, Json()) : Json();
    SubmitCheck check(today, day.is_string() ? day.get<std::string>() : std::string());
    check.fieldsOf(type.fields, fields, "");
    check.rules(type.constraints, fields, "");
    return check.take();
}

std::string_view nameOf(Problem::Severity severity) {
    return severity == Severity::Error ? "error" : "warning";
}

bool hasErrors(const std::vector<Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::Error; });
}

bool isVisible(const Field& field, const Json& scope) {
    return field.visibleIf.is_null() || evaluate(field.visibleIf, scope) == true;
}

bool isRequired(const Field& field, const Json& scope) {
    return field.required || (!field.requiredIf.is_null() && evaluate(field.requiredIf, scope) == true);
}

bool isEmptyValue(const Json& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) ||
           (value.is_array() && value.empty());
}

Json defaultsOf(const RecordType& type, std::string_view today, std::string_view org,
                std::string_view person) {
    Json values = Json::object();
    for (const Field& field : type.fields) {
        const Json& given = field.defaultValue;
        if (given.is_null())
            continue;
        if (!given.is_object()) {
            values[field.name] = given;
            continue;
        }
        const std::string_view filled = given.contains("today") ? today
                                        : given.contains("org") ? org
                                                                : person;
        if (!filled.empty())
            values[field.name] = std::string(filled);
    }
    return values;
}

}  // namespace fayi::schema
