// SPDX-License-Identifier: Apache-2.0
#include "src/expression_check.h"

#include "fayi/schema/expression.h"
#include "src/calendar.h"
#include "src/definition_error.h"

namespace fayi::schema {
namespace {

constexpr int kCheckedDepth = 12;  // below the evaluator's, so that what loads can also be evaluated

/// What kinds of values can be compared with each other.
enum class Comparable { Text, Number, Boolean, Date, Time, DateTime, Nothing };

Comparable comparableOf(FieldKind kind) {
    switch (kind) {
        case FieldKind::Integer:
        case FieldKind::Money:
        case FieldKind::Duration:
            return Comparable::Number;
        case FieldKind::Boolean:
            return Comparable::Boolean;
        case FieldKind::Date:
            return Comparable::Date;
        case FieldKind::Time:
            return Comparable::Time;
        case FieldKind::DateTime:
            return Comparable::DateTime;
        case FieldKind::Tags:
        case FieldKind::Items:
        case FieldKind::Attachments:
            return Comparable::Nothing;
        default:
            return Comparable::Text;
    }
}

Comparable comparableOf(const Json& literal) {
    if (literal.is_boolean())
        return Comparable::Boolean;
    if (literal.is_number_integer())
        return Comparable::Number;
    if (!literal.is_string())
        return Comparable::Nothing;
    const auto& text = literal.get_ref<const std::string&>();
    if (isDate(text))
        return Comparable::Date;
    if (isTime(text))
        return Comparable::Time;
    return isDateTime(text) ? Comparable::DateTime : Comparable::Text;
}

class Checker {
public:
    Checker(const std::vector<Field>& fields, ExpressionUse use) : m_fields(fields), m_use(use) {}

    Status expression(const Json& e, const std::string& path, int depth) const;

private:
    struct Operand {
        Comparable kind = Comparable::Nothing;
        const Field* field = nullptr;
    };

    const Field* find(const Json& name) const;
    Result<const Field*> known(const Json& name, const std::string& path) const;
    Result<Operand> operand(const Json& o, const std::string& path, int depth) const;
    Result<Operand> datePlus(const Json& parts, const std::string& path, int depth) const;
    Status code(const Field* field, const Json& literal, const std::string& path) const;
    Status comparison(const Json& pair, const std::string& path, int depth) const;
    Status in(const Json& pair, const std::string& path, int depth) const;
    Status contains(const Json& pair, bool any, const std::string& path) const;
    Status items(const Json& pair, const std::string& path, int depth) const;
    Status all(const Json& list, const std::string& path, int depth) const;

    const std::vector<Field>& m_fields;
    ExpressionUse m_use;
};

const Field* Checker::find(const Json& name) const {
    if (!name.is_string())
        return nullptr;
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& f) { return f.name == name; });
    return found == m_fields.end() ? nullptr : &*found;
}

Result<const Field*> Checker::known(const Json& name, const std::string& path) const {
    if (const Field* field = find(name))
        return field;
    return wrongAt(path, {"没有字段 " + name.dump(), "there is no field " + name.dump()});
}

Result<Checker::Operand> Checker::datePlus(const Json& parts, const std::string& path, int depth) const {
    if (m_use != ExpressionUse::Rule)
        return wrongAt(path, {"统计条件里不能推算日期", "a filter cannot move dates"});
    if (!parts.is_array() || parts.size() != 2 || !parts[1].is_object() || parts[1].size() != 1)
        return wrongAt(path, {"应为 [日期, {\"days\": 数}]", "must be [date, {\"days\": n}]"});
    const std::string& unit = parts[1].begin().key();
    if ((unit != "years" && unit != "months" && unit != "days") ||
        !parts[1].begin().value().is_number_integer())
        return wrongAt(path + "[1]",
                       {"只能加 years、months 或 days 的整数", "years, months or days, a whole number"});
    FAYI_LET(inner, operand(parts[0], path + "[0]", depth + 1));
    if (inner.kind != Comparable::Date)
        return wrongAt(path + "[0]", {"只有日期可以推算", "only a date can be moved"});
    return Operand{Comparable::Date, nullptr};
}

Result<Checker::Operand> Checker::operand(const Json& o, const std::string& path, int depth) const {
    if (depth > kCheckedDepth)
        return wrongAt(path, {"嵌套过深", "nested too deeply"});
    if (!o.is_object()) {
        const Comparable kind = comparableOf(o);
        if (kind == Comparable::Nothing)
            return wrongAt(path, {"不能比较 " + o.dump(), "cannot compare " + o.dump()});
        return Operand{kind, nullptr};
    }
    if (o.size() != 1)
        return wrongAt(path, {"运算数只能有一个键", "an operand has exactly one key"});
    const std::string& key = o.begin().key();
    const Json& body = o.begin().value();
    if (key == "field") {
        FAYI_LET(field, known(body, path + ".field"));
        if (comparableOf(field->kind) == Comparable::Nothing)
            return wrongAt(path, {"字段 " + field->name + " 是列表，不能比较", field->name + " is a list"});
        return Operand{comparableOf(field->kind), field};
    }
    if (key == "count") {
        FAYI_LET(field, known(body, path + ".count"));
        if (comparableOf(field->kind) != Comparable::Nothing)
            return wrongAt(path, {"字段 " + field->name + " 不是列表", field->name + " is not a list"});
        return Operand{Comparable::Number, nullptr};
    }
    if (key == "today" && body == true && m_use == ExpressionUse::Rule)
        return Operand{Comparable::Date, nullptr};
    if ((key == "from" || key == "to") && body == true && m_use != ExpressionUse::Rule)
        return Operand{Comparable::Date, nullptr};
    if ((key == "person" || key == "village") && body == true && m_use == ExpressionUse::Appraisal)
        return Operand{Comparable::Text, nullptr};
    if (key == "plus")
        return datePlus(body, path + ".plus", depth);
    return wrongAt(path, {"不认识的运算数 " + key, "unknown operand " + key});
}

Status Checker::code(const Field* field, const Json& literal, const std::string& path) const {
    if (!field || field->choices.empty() || !literal.is_string() || field->choice(literal.get<std::string>()))
        return {};
    return wrongAt(path, {"字段 " + field->name + " 没有代码 " + literal.dump(),
                          field->name + " has no code " + literal.dump()});
}

Status Checker::comparison(const Json& pair, const std::string& path, int depth) const {
    if (!pair.is_array() || pair.size() != 2)
        return wrongAt(path, {"应为两个运算数", "must be two operands"});
    FAYI_LET(a, operand(pair[0], path + "[0]", depth));
    FAYI_LET(b, operand(pair[1], path + "[1]", depth));
    if (a.kind != b.kind)
        return wrongAt(path, {"两边种类不同，无法比较", "the two sides are of different kinds"});
    FAYI_TRY(code(a.field, pair[1], path + "[1]"));
    return code(b.field, pair[0], path + "[0]");
}

Status Checker::in(const Json& pair, const std::string& path, int depth) const {
    if (!pair.is_array() || pair.size() != 2 || !pair[1].is_array() || pair[1].empty())
        return wrongAt(path, {"应为 [运算数, [值, …]]", "must be [operand, [value, …]]"});
    FAYI_LET(a, operand(pair[0], path + "[0]", depth));
    for (std::size_t i = 0; i < pair[1].size(); ++i) {
        const std::string where = path + "[1][" + std::to_string(i) + "]";
        if (comparableOf(pair[1][i]) != a.kind)
            return wrongAt(where, {"与字段的种类不同", "is of another kind than the field"});
        FAYI_TRY(code(a.field, pair[1][i], where));
    }
    return {};
}

Status Checker::contains(const Json& pair, bool any, const std::string& path) const {
    const bool shape =
        pair.is_array() && pair.size() == 2 && (any ? pair[1].is_array() : pair[1].is_string());
    if (!shape || (any && pair[1].empty()))
        return wrongAt(path, {"应为 [字段, 值]", "must be [field, value]"});
    FAYI_LET(field, known(pair[0], path + "[0]"));
    if (field->kind != FieldKind::Tags)
        return wrongAt(path + "[0]", {"字段 " + field->name + " 不是标签", field->name + " is not tags"});
    if (!any)
        return code(field, pair[1], path + "[1]");
    for (std::size_t i = 0; i < pair[1].size(); ++i) {
        const std::string where = path + "[1][" + std::to_string(i) + "]";
        if (!pair[1][i].is_string())
            return wrongAt(where, {"应为文字", "must be text"});
        FAYI_TRY(code(field, pair[1][i], where));
    }
    return {};
}

Status Checker::items(const Json& pair, const std::string& path, int depth) const {
    if (!pair.is_array() || pair.size() != 2)
        return wrongAt(path, {"应为 [字段, 条件]", "must be [field, expression]"});
    FAYI_LET(field, known(pair[0], path + "[0]"));
    if (field->kind != FieldKind::Items)
        return wrongAt(path + "[0]",
                       {"字段 " + field->name + " 不是明细", field->name + " is not a list of items"});
    return Checker(field->fields, m_use).expression(pair[1], path + "[1]", depth + 1);
}

Status Checker::all(const Json& list, const std::string& path, int depth) const {
    if (!list.is_array() || list.empty())
        return wrongAt(path, {"应为至少一个条件", "must be at least one expression"});
    for (std::size_t i = 0; i < list.size(); ++i)
        FAYI_TRY(expression(list[i], path + "[" + std::to_string(i) + "]", depth + 1));
    return {};
}

Status Checker::expression(const Json& e, const std::string& path, int depth) const {
    if (depth > kCheckedDepth)
        return wrongAt(path, {"嵌套过深", "nested too deeply"});
    if (!e.is_object() || e.size() != 1)
        return wrongAt(path, {"条件只能有一个运算", "an expression has exactly one operator"});
    const std::string& how = e.begin().key();
    const Json& body = e.begin().value();
    const std::string where = path + "." + how;
    if (how == "present" || how == "absent") {
        FAYI_TRY(known(body, where));
        return {};
    }
    if (how == "not")
        return expression(body, where, depth + 1);
    if (how == "and" || how == "or")
        return all(body, where, depth);
    if (how == "in")
        return in(body, where, depth);
    if (how == "contains" || how == "contains-any")
        return contains(body, how == "contains-any", where);
    if (how == "any-item" || how == "every-item")
        return items(body, where, depth);
    if (how == "equals" || how == "less" || how == "at-most" || how == "more" || how == "at-least")
        return comparison(body, where, depth);
    return wrongAt(path, {"不认识的运算 " + how, "unknown operator " + how});
}

}  // namespace

Status checkExpressionAt(const Json& expression, const std::vector<Field>& fields, const std::string& path,
                         ExpressionUse use) {
    return Checker(fields, use).expression(expression, path, 0);
}

Status checkExpression(const Json& expression, const std::vector<Field>& fields) {
    return checkExpressionAt(expression, fields, "$", ExpressionUse::Rule);
}

}  // namespace fayi::schema
