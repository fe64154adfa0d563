// SPDX-License-Identifier: Apache-2.0
// The definitions a store works with: built in, then what the hub sent as reference data.
#include "fayi/store/store.h"
#include "grams.h"
#include "row.h"

namespace fayi::store {
namespace {

std::optional<std::string> dateOf(const Json& fields, const char* name) {
    const std::string text = fields.value(name, "");
    return text.empty() ? std::nullopt : std::optional(text);
}

schema::OrgUnit unitFrom(const Json& fields) {
    schema::OrgUnit unit;
    unit.code = fields.value("code", "");
    unit.name = {fields.value("name_zh", ""), fields.value("name_en", fields.value("name_zh", ""))};
    unit.parent = fields.value("parent", "");
    unit.kind = fields.value("kind", "other");
    unit.from = dateOf(fields, "from");
    unit.until = dateOf(fields, "until");
    unit.lockedUntil = dateOf(fields, "locked_until");
    unit.successor = fields.value("successor", "");
    return unit;
}

}  // namespace

Status Store::loadDefinitions() {
    FAYI_LET(catalog, schema::Catalog::builtIn());
    m_definitions = meta("definitions");
    std::vector<schema::OrgUnit> units;
    auto rows = m_database->prepare(
        "SELECT type, fields FROM record WHERE type IN ('org-unit','record-type') AND NOT deleted "
        "ORDER BY type, number");
    while (rows.step()) {
        const Json fields = Json::parse(rows.text(1), nullptr, false);
        if (rows.text(0) == "org-unit")
            units.push_back(unitFrom(fields));
        else if (const Status added = catalog.addText(fields.value("definition", ""), "hub"); !added)
            FAYI_TRY(setMeta("definition-problem", added.error().message.en));
    }
    FAYI_TRY(rows.status());
    Result<schema::OrgTree> tree = schema::OrgTree::of(std::move(units));
    const std::string district = meta("district");
    const schema::OrgTree* builtIn = catalog.orgTree(district.empty() ? "500115" : district);
    if (tree && !tree->units().empty())
        m_orgTree = std::make_shared<schema::OrgTree>(std::move(tree).value());
    else
        m_orgTree = builtIn == nullptr ? std::make_shared<schema::OrgTree>()
                                       : std::make_shared<schema::OrgTree>(*builtIn);
    m_catalog = std::make_shared<schema::Catalog>(std::move(catalog));
    return {};
}

}  // namespace fayi::store
