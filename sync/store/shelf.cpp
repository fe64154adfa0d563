// SPDX-License-Identifier: Apache-2.0
// The definitions a store works with: built in, then what the hub sent as reference data.
#include "fayi/base/crypto.h"
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

/// Lists before what uses them, as on the hub: a type may use a list that was added after the type.
int order(const Json& fields) {
    const std::string kind = fields.value("kind", "");
    return kind == "code-list" ? 0 : kind == "record-type" ? 1 : 2;
}

/// What a record is worked out by here (title, columns, search index): another number, other rules.
constexpr std::string_view kRules = "2";

/// By which rules, and with which definitions of types: built in, or sent by the hub and understood by this
/// program.
std::string fingerprintOf(const schema::Catalog& catalog) {
    std::string all(kRules);
    for (const schema::RecordType* type : catalog.types())
        all += type->source.dump();
    return toHex(blake2b(all));
}

}  // namespace

Status Store::loadDefinitions() {
    FAYI_LET(catalog, schema::Catalog::builtIn());
    m_definitions = meta("definitions");
    std::vector<schema::OrgUnit> units;
    std::vector<Json> definitions;
    auto rows = m_database->prepare(
        "SELECT type, fields FROM record WHERE type IN ('org-unit','record-type') AND NOT deleted "
        "ORDER BY type, number");
    while (rows.step()) {
        Json fields = Json::parse(rows.text(1), nullptr, false);
        if (rows.text(0) == "org-unit")
            units.push_back(unitFrom(fields));
        else
            definitions.push_back(std::move(fields));
    }
    FAYI_TRY(rows.status());
    std::ranges::stable_sort(definitions, {}, order);
    for (const Json& fields : definitions)
        if (const Status added = catalog.addText(fields.value("definition", ""), "hub"); !added)
            FAYI_TRY(setMeta("definition-problem", added.error().message.en));
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

Status Store::noteWorkedOut() {
    return setMeta("worked-out-by", fingerprintOf(*m_catalog));
}

/// Another program, with other definitions built in or a better understanding of those the hub sent, may have
/// written what is shown and searched: then every record is worked out anew, once.
Status Store::adoptDefinitions() {
    const std::string now = fingerprintOf(*m_catalog);
    if (meta("worked-out-by") == now)
        return {};
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    if (meta("worked-out-by") != now)
        FAYI_TRY(renewIndex());
    return transaction.commit();
}

}  // namespace fayi::store
