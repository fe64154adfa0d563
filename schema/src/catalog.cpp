// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/catalog.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "src/definition_error.h"
#include "src/embedded.h"
#include "src/loaders.h"
#include "src/meta_schema.h"

namespace fayi::schema {
namespace {

/// Far above any sensible definition; below what would trouble a station with little memory.
constexpr std::size_t kMostDefinitionBytes = 8u << 20;
constexpr std::size_t kMostDefinitionFiles = 1000;
/// What the meta schemas and the expression checker walk by recursion.
constexpr std::size_t kMostDepth = 64;

bool tooDeep(std::string_view json) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{') && ++depth > kMostDepth)
            return true;
        else if (!quoted && (c == ']' || c == '}') && depth > 0)
            --depth;
    }
    return false;
}

/// A definition that came as CBOR or was built in memory may hold bytes that are no text; parsed JSON never
/// does.
Status checkShape(const Json& definition) {
    try {
        if (tooDeep(definition.dump()))
            return wrongAt("$", {"定义嵌套过深", "the definition is nested too deeply"});
    } catch (const Json::exception&) {
        return wrongAt("$", {"定义含有无法识别的字符", "the definition holds bytes that are not text"});
    }
    return {};
}

template <typename Shelf>
auto* taken(const Shelf& shelf, std::string_view name) {
    const auto found = shelf.find(name);
    return found == shelf.end() ? nullptr : found->second.get();
}

template <typename Shelf>
auto all(const Shelf& shelf) {
    std::vector<decltype(taken(shelf, ""))> list;
    for (const auto& entry : shelf)
        list.push_back(entry.second.get());
    return list;
}

Status sameKinds(const std::vector<Field>& before, const std::vector<Field>& after, const std::string& path) {
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&](const Field& field) { return field.name == after[i].name; });
        if (old == before.end())
            continue;
        if (old->kind != after[i].kind)
            return wrongAt(
                at(path, i) + ".type",
                {"字段 " + old->name + " 原为 " + std::string(nameOf(old->kind)) + "，类型不能改",
                 old->name + " has been " + std::string(nameOf(old->kind)) + ", its type cannot change"});
        FAYI_TRY(sameKinds(old->fields, after[i].fields, at(path, i) + ".fields"));
    }
    return {};
}

/// Records hold codes for ever: a code is closed by its last day, never dropped.
Status keepsCodes(const CodeList& before, const CodeList& after) {
    for (const Choice& choice : before.choices)
        if (std::none_of(after.choices.begin(), after.choices.end(),
                         [&](const Choice& other) { return other.code == choice.code; }))
            return wrongAt("$.choices",
                           {"代码 " + choice.code + " 不能删除，请用 until 停用",
                            "the code " + choice.code + " cannot be dropped; close it with \"until\""});
    return {};
}

int rankOf(const std::filesystem::path& file) {
    constexpr std::string_view kOrder[] = {"calendars", "code-lists", "org-trees", "record-types",
                                           "reports",   "deadlines",  "paper",     "rules"};
    const std::string folder = file.parent_path().filename().string();
    const auto found = std::find(std::begin(kOrder), std::end(kOrder), folder);
    return static_cast<int>(found - std::begin(kOrder));
}

Error unreadable(const std::filesystem::path& file) {
    return {ErrorCode::Io, {"无法读取 " + file.string(), "cannot read " + file.string()}};
}

}  // namespace

const Result<Catalog>& Catalog::builtIn() {
    static const Result<Catalog> kBuiltIn = [] {
        Catalog catalog;
        for (const EmbeddedFile& file : embeddedFiles())
            if (!file.path.starts_with("meta/"))
                if (Status added = catalog.adopt(Json::parse(file.text), file.path); !added)
                    return Result<Catalog>(added.error());
        return Result<Catalog>(std::move(catalog));
    }();
    return kBuiltIn;
}

Status Catalog::addText(std::string_view json, std::string_view origin) {
    if (json.size() > kMostDefinitionBytes || tooDeep(json))
        return wrongIn(origin,
                       wrongAt("$", {"定义过大或嵌套过深", "the definition is too large or too deep"}));
    try {
        return add(Json::parse(json), origin);
    } catch (const Json::parse_error& error) {
        const auto end = json.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, json.size()));
        const std::string line = std::to_string(1 + std::count(json.begin(), end, '\n'));
        return wrongIn(origin,
                       wrongAt("$", {"第 " + line + " 行不是 JSON", "line " + line + " is not JSON"}));
    } catch (const Json::out_of_range&) {
        return wrongIn(origin, wrongAt("$", {"有一个数字大得无法表示", "a number is too large to be held"}));
    }
}

Status Catalog::add(const Json& definition, std::string_view origin) {
    if (auto sound = checkShape(definition); !sound)
        return wrongIn(origin, sound.error());
    if (auto fits = checkAgainstMeta(definition); !fits)
        return wrongIn(origin, fits.error());
    return adopt(definition, origin);
}

Status Catalog::adopt(const Json& definition, std::string_view origin) {
    const std::string kind = definition.at("kind").get<std::string>();
    Status added;
    if (kind == "code-list")
        added = addCodeList(definition);
    else if (kind == "record-type")
        added = addRecordType(definition);
    else if (kind == "org-tree")
        added = addOrgTree(definition);
    else if (kind == "work-calendar")
        added = addWorkCalendar(definition);
    else if (kind == "deadline")
        added = addDeadline(definition);
    else if (kind == "paper")
        added = addPaper(definition);
    else if (kind == "rule-pack")
        added = addRulePack(definition);
    else
        added = addReport(definition);
    return added.ok() ? added : wrongIn(origin, added.error());
}

Status Catalog::addFolder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::vector<std::filesystem::path> files;
    std::filesystem::recursive_directory_iterator entry(folder, failure);
    for (; !failure && entry != std::filesystem::recursive_directory_iterator(); entry.increment(failure)) {
        const bool meta = entry->path().parent_path().filename() == "meta";
        if (entry->path().extension() == ".json" && !meta)
            files.push_back(entry->path());
        if (files.size() > kMostDefinitionFiles)
            return Error{ErrorCode::Validation, {"定义文件过多", "too many definition files"}};
    }
    if (failure)
        return unreadable(folder);
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return std::pair(rankOf(a), a) < std::pair(rankOf(b), b); });
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        std::ostringstream text;
        if (!in || !(text << in.rdbuf()))
            return unreadable(file);
        FAYI_TRY(addText(text.str(), std::filesystem::relative(file, folder, failure).string()));
    }
    return {};
}

/// Types hold the choices of their lists, so all are loaded anew before the list takes its place.
Status Catalog::addCodeList(const Json& definition) {
    FAYI_LET(list, loadCodeList(definition));
    const CodeList* before = codeList(list.name);
    if (before && before->version > list.version)
        return {};
    if (before)
        FAYI_TRY(keepsCodes(*before, list));
    const auto shared = std::make_shared<const CodeList>(std::move(list));
    const FindList lists = [&](const std::string& name) {
        return name == shared->name ? shared.get() : codeList(name);
    };
    Shelf<RecordType> types = m_types;
    for (auto& [name, type] : types) {
        auto again = loadRecordType(type->source, lists);
        if (!again.ok())
            return again.error().within({"记录类型 " + name, "record type " + name});
        m_retired.push_back(type);
        type = std::make_shared<const RecordType>(std::move(again).value());
    }
    m_types = std::move(types);
    m_retired.push_back(std::exchange(m_lists[shared->name], shared));
    return {};
}

Status Catalog::addRecordType(const Json& definition) {
    FAYI_LET(loaded, loadRecordType(definition, [&](const std::string& name) { return codeList(name); }));
    const RecordType* before = type(loaded.name);
    if (before && before->version > loaded.version)
        return {};
    if (before)
        FAYI_TRY(sameKinds(before->fields, loaded.fields, "$.fields"));
    if (before && before->reference != loaded.reference)
        return wrongAt("$.reference",
                       {"基础数据与业务记录不能互换", "reference data and records cannot change places"});
    const auto shared = std::make_shared<const RecordType>(std::move(loaded));
    const FindType types = [&](const std::string& name) {
        return name == shared->name ? shared.get() : type(name);
    };
    for (const auto& [id, report] : m_reports)
        if (auto again = loadReport(report->source, types); !again.ok())
            return again.error().within({"报表 " + id, "report " + id});
    for (const auto& [name, deadline] : m_deadlines)
        if (auto again = loadDeadline(deadline->source, types); !again.ok())
            return again.error().within({"期限 " + name, "deadline " + name});
    for (const auto& [name, form] : m_papers)
        if (auto again = loadPaper(form->source, types); !again.ok())
            return again.error().within({"文书 " + name, "paper " + name});
    for (const auto& [name, pack] : m_packs)
        if (auto again = loadRulePack(pack->definition, types); !again.ok())
            return again.error().within({"考核规则 " + name, "rule pack " + name});
    m_retired.push_back(std::exchange(m_types[shared->name], shared));
    return {};
}

Status Catalog::addOrgTree(const Json& definition) {
    FAYI_LET(tree, loadOrgTree(definition));
    const std::string name = definition.at("name").get<std::string>();
    const int version = definition.at("version").get<int>();
    if (m_treeVersions[name] > version)
        return {};
    m_treeVersions[name] = version;
    m_retired.push_back(std::exchange(m_trees[name], std::make_shared<const OrgTree>(std::move(tree))));
    return {};
}

Status Catalog::addReport(const Json& definition) {
    FAYI_LET(loaded, loadReport(definition, [&](const std::string& name) { return type(name); }));
    const Report* before = report(loaded.id);
    if (before && before->version > loaded.version)
        return {};
    const auto shared = std::make_shared<const Report>(std::move(loaded));
    m_retired.push_back(std::exchange(m_reports[shared->id], shared));
    return {};
}

Status Catalog::addWorkCalendar(const Json& definition) {
    FAYI_LET(loaded, loadWorkCalendar(definition));
    const WorkCalendar* before = workCalendar(loaded.name);
    if (before && before->version > loaded.version)
        return {};
    const auto shared = std::make_shared<const WorkCalendar>(std::move(loaded));
    m_retired.push_back(std::exchange(m_calendars[shared->name], shared));
    return {};
}

/// What the law has fixed no later definition of the same name loosens.
Status Catalog::addDeadline(const Json& definition) {
    FAYI_LET(loaded, loadDeadline(definition, [&](const std::string& name) { return type(name); }));
    const Deadline* before = taken(m_deadlines, loaded.name);
    if (before && before->version > loaded.version)
        return {};
    const bool same = before && before->type == loaded.type && before->from == loaded.from &&
                      before->unit == loaded.unit && before->count == loaded.count && loaded.fixed;
    if (before && before->fixed && !same)
        return wrongAt("$.fixed", {"法定期限不能改", "a deadline that the law fixes cannot be changed"});
    const auto shared = std::make_shared<const Deadline>(std::move(loaded));
    m_retired.push_back(std::exchange(m_deadlines[shared->name], shared));
    return {};
}

Status Catalog::addPaper(const Json& definition) {
    FAYI_LET(loaded, loadPaper(definition, [&](const std::string& name) { return type(name); }));
    const PaperForm* before = paper(loaded.name);
    if (before && before->version > loaded.version)
        return {};
    const auto shared = std::make_shared<const PaperForm>(std::move(loaded));
    m_retired.push_back(std::exchange(m_papers[shared->name], shared));
    return {};
}

Status Catalog::addRulePack(const Json& definition) {
    FAYI_LET(loaded, loadRulePack(definition, [&](const std::string& name) { return type(name); }));
    const RulePack* before = rulePack(loaded.name);
    if (before && before->version > loaded.version)
        return {};
    const auto shared = std::make_shared<const RulePack>(std::move(loaded));
    m_retired.push_back(std::exchange(m_packs[shared->name], shared));
    return {};
}

const RulePack* Catalog::rulePack(std::string_view name) const {
    return taken(m_packs, name);
}
std::vector<const RulePack*> Catalog::rulePacks() const {
    return all(m_packs);
}
const RecordType* Catalog::type(std::string_view name) const {
    return taken(m_types, name);
}
const CodeList* Catalog::codeList(std::string_view name) const {
    return taken(m_lists, name);
}
const Report* Catalog::report(std::string_view id) const {
    return taken(m_reports, id);
}
const OrgTree* Catalog::orgTree(std::string_view district) const {
    return taken(m_trees, district);
}
const WorkCalendar* Catalog::workCalendar(std::string_view name) const {
    return taken(m_calendars, name);
}
std::vector<const Deadline*> Catalog::deadlines() const {
    return all(m_deadlines);
}
const PaperForm* Catalog::paper(std::string_view name) const {
    return taken(m_papers, name);
}
std::vector<const PaperForm*> Catalog::papers() const {
    return all(m_papers);
}
std::vector<const RecordType*> Catalog::types() const {
    return all(m_types);
}
std::vector<const CodeList*> Catalog::codeLists() const {
    return all(m_lists);
}
std::vector<const Report*> Catalog::reports() const {
    return all(m_reports);
}

}  // namespace fayi::schema
