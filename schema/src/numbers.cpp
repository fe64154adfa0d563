// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/numbers.h"

#include <set>

#include "src/definition_error.h"
#include "src/loaders.h"

namespace fayi::schema {
namespace {

void replace(std::string& text, std::string_view mark, std::string_view by) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size()))
        text.replace(at, mark.size(), by);
}

NumberRule::At stepOf(const std::string& word) {
    if (word == "submit")
        return NumberRule::At::Submit;
    return word == "verify" ? NumberRule::At::Verify : NumberRule::At::Request;
}

}  // namespace

std::string numberText(const NumberRule& rule, std::string_view office, int year, std::uint64_t number) {
    std::string out = rule.form;
    replace(out, "{office}", office);
    replace(out, "{year}", std::to_string(year));
    replace(out, "{number}", std::to_string(number));
    return out;
}

Status loadNumbers(const Json& list, RecordType& type) {
    std::set<std::string> kinds;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string path = at("$.numbers", i);
        NumberRule rule{list[i].at("kind").get<std::string>(), loadText(list[i].at("labels")),
                        list[i].at("field").get<std::string>(), list[i].at("form").get<std::string>(),
                        stepOf(list[i].value("at", "request"))};
        const Field* field = type.find(rule.field);
        if (!field || field->kind != FieldKind::Text)
            return wrongAt(path + ".field",
                           {"没有文字字段 " + rule.field, "there is no text field " + rule.field});
        if (rule.form.find("{number}") == std::string::npos || rule.form.find("{year}") == std::string::npos)
            return wrongAt(path + ".form",
                           {"号的写法缺少 {year} 或 {number}", "the form lacks {year} or {number}"});
        if (!kinds.insert(rule.kind).second)
            return wrongAt(path + ".kind",
                           {"号类 " + rule.kind + " 出现两次", "the kind " + rule.kind + " appears twice"});
        type.numbers.push_back(std::move(rule));
    }
    return {};
}

}  // namespace fayi::schema
