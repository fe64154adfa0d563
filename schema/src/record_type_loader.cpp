// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "fayi/base/limits.h"
#include "fayi/schema/check.h"
#include "fayi/schema/retention.h"
#include "src/calendar.h"
#include "src/definition_error.h"
#include "src/expression_check.h"
#include "src/loaders.h"

namespace fayi::schema {
namespace {

/// A person's name: the longest registered ones of minorities stay below; a paper number; a free tag.
constexpr std::size_t kNamePoints = 100;
constexpr std::size_t kNumberPoints = 32;
constexpr std::size_t kTagPoints = 100;

std::size_t usualLength(FieldKind kind) {
    switch (kind) {
        case FieldKind::Text:
            return limits::kTextPoints;
        case FieldKind::LongText:
            return limits::kLongTextPoints;
        case FieldKind::Person:
            return kNamePoints;
        case FieldKind::IdNumber:
        case FieldKind::CreditCode:
        case FieldKind::Phone:
            return kNumberPoints;
        case FieldKind::Tags:
            return kTagPoints;
        default:
            return 0;
    }
}

bool isSet(FieldKind kind) {
    return kind == FieldKind::Tags || kind == FieldKind::Items || kind == FieldKind::Attachments;
}

bool isNumber(FieldKind kind) {
    return kind == FieldKind::Integer || kind == FieldKind::Money || kind == FieldKind::Duration;
}

/// Amounts wait for a person; sets keep everybody's members; long text is merged; of the rest the latest
/// stands.
MergePolicy usualPolicy(FieldKind kind) {
    if (isSet(kind))
        return MergePolicy::Union;
    if (kind == FieldKind::Money)
        return MergePolicy::Review;
    return kind == FieldKind::LongText ? MergePolicy::Text : MergePolicy::Latest;
}

Privacy usualPrivacy(FieldKind kind) {
    if (kind == FieldKind::Person || kind == FieldKind::Phone)
        return Privacy::Personal;
    return kind == FieldKind::IdNumber ? Privacy::Sensitive : Privacy::Internal;
}

bool policyFits(MergePolicy policy, FieldKind kind) {
    switch (policy) {
        case MergePolicy::Union:
            return isSet(kind);
        case MergePolicy::Max:
        case MergePolicy::Min:
            return isNumber(kind) || kind == FieldKind::Date || kind == FieldKind::Time ||
                   kind == FieldKind::DateTime;
        case MergePolicy::Text:
            return kind == FieldKind::Text || kind == FieldKind::LongText;
        case MergePolicy::Latest:
        case MergePolicy::Review:
            return !isSet(kind);
    }
    return false;
}

class Loader {
public:
    explicit Loader(const FindList& lists) : m_lists(lists) {}

    Result<std::vector<Field>> fields(const Json& list, const std::string& path, bool inItems);
    Result<std::vector<Constraint>> constraints(const Json& list, const std::vector<Field>& fields,
                                                const std::string& path);

private:
    Result<Field> field(const Json& d, const std::string& path, bool inItems);
    Status kindOnly(const Json& d, FieldKind kind, const std::string& path) const;
    Status codes(const Json& d, Field& f, const std::string& path) const;
    Status bounds(const Json& d, Field& f, const std::string& path) const;
    Status merging(const Json& d, Field& f, const std::string& path) const;
    Status defaultOf(const Json& d, Field& f, const std::string& path) const;
    Status conditions(const std::vector<Field>& fields, const std::string& path) const;

    const FindList& m_lists;
};

/// Keys that make sense for some kinds only are refused elsewhere: a forgotten "type" would pass in silence.
Status Loader::kindOnly(const Json& d, FieldKind kind, const std::string& path) const {
    const bool coded = kind == FieldKind::Choice || kind == FieldKind::Tags;
    const bool texty = usualLength(kind) > 0;
    const std::pair<const char*, bool> keys[] = {{"codes", coded},
                                                 {"choices", coded},
                                                 {"maxLength", texty},
                                                 {"maxItems", isSet(kind)},
                                                 {"min", isNumber(kind)},
                                                 {"max", isNumber(kind)},
                                                 {"fields", kind == FieldKind::Items},
                                                 {"constraints", kind == FieldKind::Items},
                                                 {"references", kind == FieldKind::Reference},
                                                 {"takes", d.contains("references")},
                                                 {"orgKinds", kind == FieldKind::Org}};
    for (const auto& [key, allowed] : keys)
        if (d.contains(key) && !allowed)
            return wrongAt(path + "." + key, {std::string("这种字段没有 ") + key,
                                              std::string("a field of this type has no ") + key});
    return {};
}

Status Loader::codes(const Json& d, Field& f, const std::string& path) const {
    if (d.contains("codes") && d.contains("choices"))
        return wrongAt(path, {"codes 与 choices 只能有一个", "either codes or choices, not both"});
    if (d.contains("codes")) {
        f.codeList = d["codes"].get<std::string>();
        const CodeList* list = m_lists(f.codeList);
        if (!list)
            return wrongAt(path + ".codes",
                           {"没有代码表 " + f.codeList, "there is no code list " + f.codeList});
        f.choices = list->choices;
    }
    if (d.contains("choices")) {
        FAYI_LET(choices, loadChoices(d["choices"], path + ".choices"));
        f.choices = std::move(choices);
    }
    if (f.kind == FieldKind::Choice && f.choices.empty())
        return wrongAt(path, {"单选字段必须有 codes 或 choices", "a choice needs codes or choices"});
    return {};
}

Status Loader::bounds(const Json& d, Field& f, const std::string& path) const {
    f.maxLength = d.value("maxLength", usualLength(f.kind));
    f.maxItems = d.value("maxItems", isSet(f.kind) ? limits::kListItems : std::size_t{0});
    if (d.contains("min"))
        f.min = d["min"].get<std::int64_t>();
    if (d.contains("max"))
        f.max = d["max"].get<std::int64_t>();
    if (f.min && f.max && *f.max < *f.min)
        return wrongAt(path + ".max", {"max 小于 min", "max is below min"});
    return {};
}

Status Loader::merging(const Json& d, Field& f, const std::string& path) const {
    f.policy =
        d.contains("policy") ? *merge::policyFrom(d["policy"].get<std::string>()) : usualPolicy(f.kind);
    if (!policyFits(f.policy, f.kind))
        return wrongAt(path + ".policy",
                       {"这种字段不能用 " + std::string(nameOf(f.policy)),
                        "a field of this type cannot merge by " + std::string(nameOf(f.policy))});
    f.privacy = d.contains("privacy") ? *privacyOf(d["privacy"].get<std::string>()) : usualPrivacy(f.kind);
    return {};
}

Status Loader::defaultOf(const Json& d, Field& f, const std::string& path) const {
    if (!d.contains("default"))
        return {};
    f.defaultValue = d["default"];
    const bool filled = (f.defaultValue == Json{{"today", true}} && f.kind == FieldKind::Date) ||
                        (f.defaultValue == Json{{"org", true}} && f.kind == FieldKind::Org) ||
                        (f.defaultValue == Json{{"person", true}} && f.kind == FieldKind::Person);
    if (filled)
        return {};
    const auto problems = checkValue(f, f.defaultValue, f.name);
    return problems.empty() ? Status() : wrongAt(path + ".default", problems.front().message);
}

Result<Field> Loader::field(const Json& d, const std::string& path, bool inItems) {
    Field f;
    f.name = d.at("name").get<std::string>();
    if (f.name == kItemKey || f.name == kRemovedKey || f.name == kAfterKey)
        return wrongAt(path + ".name", {"字段不能叫 " + f.name, "a field cannot be named " + f.name});
    f.kind = *fieldKindOf(d.at("type").get<std::string>());
    if (inItems && isSet(f.kind) && f.kind != FieldKind::Tags)
        return wrongAt(path + ".type", {"明细里不能再有明细或附件", "no lists or attachments inside a list"});
    if (inItems && d.contains("takes"))
        return wrongAt(path + ".takes",
                       {"明细里的引用不能带出字段", "a reference inside a list brings nothing along"});
    FAYI_TRY(kindOnly(d, f.kind, path));
    f.labels = loadText(d.at("labels"));
    f.hint = loadText(d, "hint");
    f.unit = loadText(d, "unit");
    f.section = d.value("section", "");
    f.required = d.value("required", false);
    f.requiredIf = d.value("requiredIf", Json());
    f.visibleIf = d.value("visibleIf", Json());
    f.referenceType = d.value("references", "");
    f.takes = d.value("takes", std::map<std::string, std::string>());
    f.orgKinds = d.value("orgKinds", std::vector<std::string>());
    f.searchable = d.value("searchable", false);
    f.remember = d.value("remember", false);
    FAYI_TRY(codes(d, f, path));
    FAYI_TRY(bounds(d, f, path));
    FAYI_TRY(merging(d, f, path));
    if (f.kind == FieldKind::Items) {
        if (!d.contains("fields"))
            return wrongAt(path, {"明细字段缺少 fields", "a list of items needs fields"});
        FAYI_LET(inner, fields(d["fields"], path + ".fields", true));
        f.fields = std::move(inner);
        FAYI_LET(rules, constraints(d.value("constraints", Json::array()), f.fields, path + ".constraints"));
        f.constraints = std::move(rules);
    }
    FAYI_TRY(defaultOf(d, f, path));
    return f;
}

Status Loader::conditions(const std::vector<Field>& fields, const std::string& path) const {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!fields[i].requiredIf.is_null())
            FAYI_TRY(checkExpressionAt(fields[i].requiredIf, fields, at(path, i) + ".requiredIf",
                                       ExpressionUse::Rule));
        if (!fields[i].visibleIf.is_null())
            FAYI_TRY(checkExpressionAt(fields[i].visibleIf, fields, at(path, i) + ".visibleIf",
                                       ExpressionUse::Rule));
        for (const auto& [taken, from] : fields[i].takes)
            if (std::ranges::none_of(fields, [&, name = taken](const Field& f) {
                    return f.name == name && f.kind != FieldKind::Items && f.kind != FieldKind::Attachments;
                }))
                return wrongAt(at(path, i) + ".takes." + taken,
                               {"没有可带出的字段 " + taken, "there is no field " + taken + " to fill"});
    }
    return {};
}

Result<std::vector<Field>> Loader::fields(const Json& list, const std::string& path, bool inItems) {
    std::vector<Field> loaded;
    std::set<std::string> names;
    for (std::size_t i = 0; i < list.size(); ++i) {
        FAYI_LET(one, field(list[i], at(path, i), inItems));
        if (!names.insert(one.name).second)
            return wrongAt(at(path, i) + ".name",
                           {"字段 " + one.name + " 出现两次", "the field " + one.name + " appears twice"});
        loaded.push_back(std::move(one));
    }
    FAYI_TRY(conditions(loaded, path));
    return loaded;
}

Result<std::vector<Constraint>> Loader::constraints(const Json& list, const std::vector<Field>& fields,
                                                    const std::string& path) {
    std::vector<Constraint> loaded;
    std::set<std::string> ids;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Json& d = list[i];
        const std::string here = at(path, i);
        Constraint rule{d.at("id").get<std::string>(),
                        d.value("when", Json()),
                        d.at("check"),
                        d.at("fields").get<std::vector<std::string>>(),
                        loadText(d.at("message")),
                        loadText(d, "law"),
                        d.value("severity", "error") == "warning"};
        if (!ids.insert(rule.id).second)
            return wrongAt(here + ".id",
                           {"规则 " + rule.id + " 出现两次", "the rule " + rule.id + " appears twice"});
        if (!rule.when.is_null())
            FAYI_TRY(checkExpressionAt(rule.when, fields, here + ".when", ExpressionUse::Rule));
        FAYI_TRY(checkExpressionAt(rule.check, fields, here + ".check", ExpressionUse::Rule));
        for (std::size_t n = 0; n < rule.fields.size(); ++n)
            if (std::none_of(fields.begin(), fields.end(),
                             [&](const Field& f) { return f.name == rule.fields[n]; }))
                return wrongAt(at(here + ".fields", n),
                               {"没有字段 " + rule.fields[n], "there is no field " + rule.fields[n]});
        loaded.push_back(std::move(rule));
    }
    return loaded;
}

Status checkNames(const RecordType& type, const std::vector<std::string>& names, const std::string& path) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!type.find(names[i]))
            return wrongAt(at(path, i), {"没有字段 " + names[i], "there is no field " + names[i]});
    return {};
}

Status checkSections(const RecordType& type) {
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const std::string& id = type.fields[i].section;
        const bool known = std::any_of(type.sections.begin(), type.sections.end(),
                                       [&](const Section& section) { return section.id == id; });
        if (!id.empty() && !known)
            return wrongAt(at("$.fields", i) + ".section", {"没有分节 " + id, "there is no section " + id});
    }
    return {};
}

constexpr const char* kGroups = "type-groups";

Status checkGroup(const RecordType& type, const FindList& lists) {
    const CodeList* groups = type.group.empty() ? nullptr : lists(kGroups);
    const bool known = groups && std::any_of(groups->choices.begin(), groups->choices.end(),
                                             [&](const Choice& choice) { return choice.code == type.group; });
    if (type.group.empty() || known)
        return {};
    return wrongAt("$.group", {"没有分组 " + type.group, "there is no group " + type.group});
}

Status checkRetention(const RecordType& type) {
    if (type.retention.field.empty())
        return {};
    const Field* field = type.find(type.retention.field);
    if (field == nullptr || field->kind != FieldKind::Choice)
        return wrongAt("$.retention.field", {"没有选项字段 " + type.retention.field,
                                             "there is no choice field " + type.retention.field});
    for (const Choice& choice : field->choices)
        if (!yearsKept(choice.code))
            return wrongAt("$.retention.field",
                           {"选项 " + choice.code + " 不是 permanent 或 N-years",
                            "the choice " + choice.code + " is neither permanent nor N-years"});
    return {};
}

Result<Dossier> loadDossier(const Json& definition, const RecordType& type) {
    Dossier out{definition.at("field").get<std::string>(), {}};
    const Field* field = type.find(out.field);
    if (field == nullptr || field->kind != FieldKind::Tags || field->choices.empty())
        return wrongAt("$.dossier.field", {"没有按代码选的多选字段 " + out.field,
                                           "there is no field of coded tags " + out.field});
    const Json& required = definition.at("required");
    for (std::size_t i = 0; i < required.size(); ++i) {
        const std::string here = at("$.dossier.required", i);
        RequiredPaper rule{required[i].at("papers").get<std::vector<std::string>>(),
                           required[i].value("when", Json())};
        for (std::size_t n = 0; n < rule.papers.size(); ++n)
            if (field->choice(rule.papers[n]) == nullptr)
                return wrongAt(at(here + ".papers", n),
                               {"没有选项 " + rule.papers[n], "there is no choice " + rule.papers[n]});
        if (!rule.when.is_null())
            FAYI_TRY(checkExpressionAt(rule.when, type.fields, here + ".when", ExpressionUse::Rule));
        out.required.push_back(std::move(rule));
    }
    return out;
}

/// A type that people fill in must say which date decides its period, and why its data may be kept.
/// Who may do something with a record has to see it.
Status checkRoles(const RecordType& type) {
    for (const auto& [action, roles] : type.roles)
        for (const std::string& role : roles)
            if (!type.isSeenBy(role))
                return wrongAt("$.roles." + std::string(nameOf(action)),
                               {"角色 " + role + " 看不到这类记录（roles.see）",
                                "the role " + role + " does not see this type (roles.see)"});
    return {};
}

Status checkWhole(const RecordType& type) {
    FAYI_TRY(checkNames(type, type.titleFields, "$.title"));
    FAYI_TRY(checkNames(type, type.listColumns, "$.listColumns"));
    FAYI_TRY(checkNames(type, type.sameEvent, "$.sameEvent"));
    FAYI_TRY(checkSections(type));
    FAYI_TRY(checkRoles(type));
    FAYI_TRY(checkRetention(type));
    if (type.happenedOn.empty() && !type.reference)
        return wrongAt("$", {"缺少 happenedOn", "\"happenedOn\" is missing"});
    if (type.legalBasis.zh.empty() && !type.reference)
        return wrongAt("$", {"缺少 legalBasis", "\"legalBasis\" is missing"});
    const Field* day = type.happenedOn.empty() ? nullptr : type.find(type.happenedOn);
    if (!type.happenedOn.empty() && (!day || day->kind != FieldKind::Date))
        return wrongAt("$.happenedOn",
                       {"没有日期字段 " + type.happenedOn, "there is no date field " + type.happenedOn});
    return {};
}

void loadHead(const Json& definition, RecordType& type) {
    type.name = definition.at("name").get<std::string>();
    type.version = definition.at("version").get<int>();
    type.labels = loadText(definition.at("labels"));
    type.description = loadText(definition, "description");
    type.legalBasis = loadText(definition, "legalBasis");
    type.reference = definition.value("reference", false);
    type.group = definition.value("group", "");
    type.happenedOn = definition.value("happenedOn", "");
    type.titleFields = definition.at("title").get<std::vector<std::string>>();
    type.listColumns = definition.at("listColumns").get<std::vector<std::string>>();
    type.sameEvent = definition.value("sameEvent", std::vector<std::string>());
    type.retention = {definition.at("retention").at("years").get<int>(),
                      loadText(definition.at("retention").at("reason")),
                      definition.at("retention").value("field", "")};
    for (const Json& section : definition.value("sections", Json::array()))
        type.sections.push_back({section.at("id").get<std::string>(), loadText(section.at("labels"))});
    for (const Action action : kActions) {
        const auto named = definition.at("roles").find(nameOf(action));
        if (named != definition.at("roles").end())
            type.roles[action] = named->get<std::vector<std::string>>();
    }
    type.seenBy = definition.at("roles").value("see", std::vector<std::string>());
    type.source = definition;
}

}  // namespace

Result<std::vector<Choice>> loadChoices(const Json& choices, const std::string& path) {
    std::vector<Choice> loaded;
    std::set<std::string> codes;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Json& d = choices[i];
        Choice choice{d.at("code").get<std::string>(), loadText(d.at("labels")), std::nullopt, std::nullopt};
        if (d.contains("from"))
            choice.from = d["from"].get<std::string>();
        if (d.contains("until"))
            choice.until = d["until"].get<std::string>();
        if (!codes.insert(choice.code).second)
            return wrongAt(at(path, i) + ".code", {"代码 " + choice.code + " 出现两次",
                                                   "the code " + choice.code + " appears twice"});
        for (const auto& day : {choice.from, choice.until})
            if (day && !isDate(*day))
                return wrongAt(at(path, i), {*day + " 不是有效日期", *day + " is not a date"});
        if (choice.from && choice.until && *choice.until < *choice.from)
            return wrongAt(at(path, i) + ".until", {"早于 from", "is before from"});
        loaded.push_back(std::move(choice));
    }
    return loaded;
}

Result<CodeList> loadCodeList(const Json& definition) {
    CodeList list{definition.at("name").get<std::string>(),
                  definition.at("version").get<int>(),
                  loadText(definition.at("labels")),
                  {},
                  definition};
    FAYI_LET(choices, loadChoices(definition.at("choices"), "$.choices"));
    list.choices = std::move(choices);
    return list;
}

Result<RecordType> loadRecordType(const Json& definition, const FindList& lists) {
    RecordType type;
    loadHead(definition, type);
    Loader loader(lists);
    FAYI_LET(fields, loader.fields(definition.at("fields"), "$.fields", false));
    type.fields = std::move(fields);
    FAYI_LET(rules, loader.constraints(definition.value("constraints", Json::array()), type.fields,
                                       "$.constraints"));
    type.constraints = std::move(rules);
    FAYI_TRY(loadNumbers(definition.value("numbers", Json::array()), type));
    if (definition.contains("dossier")) {
        FAYI_LET(dossier, loadDossier(definition["dossier"], type));
        type.dossier = std::move(dossier);
    }
    FAYI_TRY(checkWhole(type));
    FAYI_TRY(checkGroup(type, lists));
    return type;
}

}  // namespace fayi::schema
