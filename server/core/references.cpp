// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/references.h"

namespace fayi::hub {
namespace {

std::string textOf(const Json& fields, const char* name) {
    const auto at = fields.find(name);
    return at != fields.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::optional<std::string> dateOf(const Json& fields, const char* name) {
    std::string date = textOf(fields, name);
    return date.empty() ? std::optional<std::string>() : std::optional(std::move(date));
}

Result<schema::OrgTree> readTree(HubStore& store) {
    FAYI_LET(records, store.referenceRecords(std::string(kOrgUnitType)));
    std::vector<schema::OrgUnit> units;
    for (const HubRecord& record : records)
        if (!record.deleted)
            units.push_back(orgUnitOf(record.fields));
    return schema::OrgTree::of(std::move(units));
}

/// Lists before what uses them, so that no definition misses another.
int order(const HubRecord& record) {
    const std::string kind = textOf(record.fields, "kind");
    return kind == "code-list" ? 0 : kind == "record-type" ? 1 : 2;
}

Result<schema::Catalog> readCatalog(HubStore& store) {
    FAYI_LET(catalog, schema::Catalog::builtIn());
    FAYI_LET(records, store.referenceRecords(std::string(kDefinitionType)));
    std::ranges::stable_sort(records, {}, order);
    for (const HubRecord& record : records)
        if (!record.deleted)
            // It was checked when it was added; one that a later program wrote and this one does not
            // understand is left out, and its records are kept as records of an unknown type.
            (void)catalog.addText(textOf(record.fields, "definition"), textOf(record.fields, "name"));
    return catalog;
}

}  // namespace

Json fieldsOf(const schema::OrgUnit& unit) {
    Json out{{"code", unit.code}, {"name_zh", unit.name.zh}, {"kind", unit.kind}};
    const auto put = [&out](const char* name, const std::string& value) {
        if (!value.empty())
            out[name] = value;
    };
    put("name_en", unit.name.en);
    put("parent", unit.parent);
    put("from", unit.from.value_or(""));
    put("until", unit.until.value_or(""));
    put("locked_until", unit.lockedUntil.value_or(""));
    put("successor", unit.successor);
    if (unit.sample)
        out["sample"] = true;
    return out;
}

schema::OrgUnit orgUnitOf(const Json& fields) {
    schema::OrgUnit out;
    out.code = textOf(fields, "code");
    out.name = {textOf(fields, "name_zh"), textOf(fields, "name_en")};
    out.parent = textOf(fields, "parent");
    out.kind = textOf(fields, "kind");
    out.from = dateOf(fields, "from");
    out.until = dateOf(fields, "until");
    out.lockedUntil = dateOf(fields, "locked_until");
    out.successor = textOf(fields, "successor");
    out.sample = fields.contains("sample") && fields["sample"] == Json(true);
    return out;
}

Result<std::shared_ptr<const Reference>> References::current(HubStore& store) {
    const std::lock_guard lock(m_mutex);
    FAYI_LET(version, store.lastDefinitionPosition());
    if (m_current && m_current->version == version)
        return m_current;
    FAYI_LET(catalog, readCatalog(store));
    FAYI_LET(tree, readTree(store));
    m_current = std::make_shared<const Reference>(Reference{version, std::move(catalog), std::move(tree)});
    return m_current;
}

}  // namespace fayi::hub
