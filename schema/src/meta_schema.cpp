// SPDX-License-Identifier: Apache-2.0
// The only file that includes valijson: it costs seconds of compile time and throws on its own account.
#include "src/meta_schema.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "src/definition_error.h"
#include "src/embedded.h"

namespace fayi::schema {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// The parsed JSON of meta/NAME; null if there is none.
const Json* metaDocument(const std::string& name) {
    static const std::map<std::string, Json> kDocuments = [] {
        std::map<std::string, Json> documents;
        for (const EmbeddedFile& file : embeddedFiles())
            if (file.path.starts_with("meta/"))
                documents.emplace(file.path.substr(5), Json::parse(file.text));
        return documents;
    }();
    const auto found = kDocuments.find(name);
    return found == kDocuments.end() ? nullptr : &found->second;
}

/// "[fields]", "[3]" become ".fields[3]"; the library writes both kinds of step in the same brackets.
std::string pathOf(const std::vector<std::string>& context) {
    std::string path = "$";
    for (std::size_t i = 1; i < context.size(); ++i) {
        const std::string step = context[i].substr(1, context[i].size() - 2);
        const bool index = step.find_first_not_of("0123456789") == std::string::npos;
        path += index ? "[" + step + "]" : "." + step;
    }
    return path;
}

std::string quotedIn(const std::string& text) {
    const auto first = text.find('\'');
    const auto last = text.rfind('\'');
    const auto from = text.find("constraints: '");
    if (from != std::string::npos)
        return text.substr(from + 14, last - from - 14);
    return first == last ? "" : text.substr(first + 1, last - first - 1);
}

/// The library speaks English about its own mechanism; this says what the author of a definition must do.
Text reasonOf(const std::string& description) {
    const auto says = [&](std::string_view start) { return description.starts_with(start); };
    const std::string name = quotedIn(description);
    if (says("Missing required property"))
        return {"缺少 " + name, "\"" + name + "\" is missing"};
    if (says("Object contains a property"))
        return {"不认识的键 " + name, "unknown key \"" + name + "\""};
    if (says("Failed to match against any enum"))
        return {"不是允许的值之一", "is none of the allowed values"};
    if (says("Value type not permitted"))
        return {"值的类型不对", "is of the wrong JSON type"};
    if (says("Failed to match regex"))
        return {"写法不合规定", "is not written as it must be"};
    if (says("Array should contain") || says("Object should have"))
        return {"项数不合规定（" + description + "）", description};
    if (says("String should be no"))
        return {"长度不合规定（" + description + "）", description};
    if (says("Expected number"))
        return {"数值超出范围（" + description + "）", description};
    return {"不合格式（" + description + "）", description};
}

class MetaSchema {
public:
    explicit MetaSchema(const Json& document) {
        valijson::SchemaParser parser;
        const auto fetch = [](const std::string& name) -> const Json* { return metaDocument(name); };
        const auto release = [](const Json*) {};
        parser.populateSchema<Adapter>(Adapter(document), m_schema, fetch, release);
    }

    Status check(const Json& definition) const {
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::ValidationResults results;
        if (validator.validate(m_schema, Adapter(definition), &results))
            return {};
        const auto deepest = std::max_element(
            results.begin(), results.end(),
            [](const auto& a, const auto& b) { return a.context.size() < b.context.size(); });
        if (deepest == results.end())
            return wrongAt("$", {"不合格式", "does not fit its JSON Schema"});
        return wrongAt(pathOf(deepest->context), reasonOf(deepest->description));
    }

private:
    valijson::Schema m_schema;
};

const MetaSchema* metaSchema(const std::string& kind) {
    static const std::map<std::string, MetaSchema> kSchemas = [] {
        std::map<std::string, MetaSchema> schemas;
        for (const char* name : {"record-type", "code-list", "org-tree", "report", "work-calendar",
                                 "deadline", "paper", "rule-pack"})
            schemas.try_emplace(name, *metaDocument(std::string(name) + ".json"));
        return schemas;
    }();
    const auto found = kSchemas.find(kind);
    return found == kSchemas.end() ? nullptr : &found->second;
}

}  // namespace

Status checkAgainstMeta(const Json& definition) {
    if (!definition.is_object())
        return wrongAt("$", {"定义应为 JSON 对象", "a definition must be a JSON object"});
    const auto kind = definition.find("kind");
    if (kind == definition.end() || !kind->is_string())
        return wrongAt("$", {"缺少 kind", "\"kind\" is missing"});
    try {
        if (const MetaSchema* meta = metaSchema(kind->get<std::string>()))
            return meta->check(definition);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal,
                     {std::string("定义无法核对：") + failure.what(),
                      std::string("the definition cannot be checked: ") + failure.what()}};
    }
    return wrongAt(
        "$.kind",
        {"不认识的定义种类",
         "is none of record-type, code-list, org-tree, report, work-calendar, deadline, paper, rule-pack"});
}

}  // namespace fayi::schema
