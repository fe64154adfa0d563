// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/org_tree.h"

#include <algorithm>

#include "src/calendar.h"
#include "src/definition_error.h"
#include "src/loaders.h"

namespace fayi::schema {
namespace {

using Units = std::map<std::string, OrgUnit, std::less<>>;

Status checkLinks(const Units& units) {
    for (const auto& [code, unit] : units) {
        for (const std::string& other : {unit.parent, unit.successor})
            if (!other.empty() && !units.contains(other))
                return wrongAt(code, {"没有单位 " + other, "there is no unit " + other});
        for (const auto& day : {unit.from, unit.until, unit.lockedUntil})
            if (day && !isDate(*day))
                return wrongAt(code, {*day + " 不是有效日期", *day + " is not a date"});
    }
    return {};
}

/// Following parents, or successors, from any unit must end.
Status checkCycles(const Units& units, std::string OrgUnit::*link) {
    for (const auto& entry : units) {
        const OrgUnit* unit = &entry.second;
        for (std::size_t steps = 0; unit && !(unit->*link).empty(); ++steps) {
            if (steps > units.size())
                return wrongAt(entry.first, {"上下级或沿革成环", "its parents or successors form a cycle"});
            unit = &units.find(unit->*link)->second;
        }
    }
    return {};
}

}  // namespace

bool OrgUnit::inForce(std::string_view isoDate) const {
    return (!from || *from <= isoDate) && (!until || isoDate <= *until);
}

Result<OrgTree> OrgTree::of(std::vector<OrgUnit> units) {
    OrgTree tree;
    for (OrgUnit& unit : units) {
        const std::string code = unit.code;
        if (!tree.m_units.emplace(code, std::move(unit)).second)
            return wrongAt(code, {"单位代码出现两次", "the code is given twice"});
    }
    FAYI_TRY(checkLinks(tree.m_units));
    FAYI_TRY(checkCycles(tree.m_units, &OrgUnit::parent));
    FAYI_TRY(checkCycles(tree.m_units, &OrgUnit::successor));
    for (const auto& [code, unit] : tree.m_units) {
        if (!unit.parent.empty())
            tree.m_children.emplace(unit.parent, code);
        if (!unit.successor.empty())
            tree.m_predecessors.emplace(unit.successor, code);
    }
    return tree;
}

const OrgUnit* OrgTree::find(std::string_view code) const {
    const auto found = m_units.find(code);
    return found == m_units.end() ? nullptr : &found->second;
}

const OrgUnit* OrgTree::onDay(std::string_view code, std::string_view isoDate) const {
    const OrgUnit* unit = find(code);
    while (unit && unit->until && *unit->until < isoDate && !unit->successor.empty())
        unit = find(unit->successor);
    return unit;
}

/// Every unit that `code` belongs to, itself first: by its parents, and by who took its place.
std::vector<const OrgUnit*> OrgTree::above(std::string_view code) const {
    while (!find(code) && code.size() > 6)
        code = code.substr(0, code.size() > 9 ? 9 : 6);
    std::vector<std::string_view> open{code};
    std::set<std::string_view> seen;
    std::vector<const OrgUnit*> out;
    while (!open.empty()) {
        const std::string_view next = open.back();
        open.pop_back();
        const OrgUnit* unit = find(next);
        if (!unit || !seen.insert(next).second)
            continue;
        out.push_back(unit);
        open.push_back(unit->parent);
        open.push_back(unit->successor);
    }
    return out;
}

bool OrgTree::isWithin(std::string_view code, std::string_view root) const {
    return std::ranges::any_of(above(code), [&](const OrgUnit* unit) { return unit->code == root; });
}

const OrgUnit* OrgTree::lockOn(std::string_view code, std::string_view isoDate) const {
    const OrgUnit* out = nullptr;
    for (const OrgUnit* unit : above(code))
        if (unit->lockedUntil && isoDate <= *unit->lockedUntil &&
            (out == nullptr || *out->lockedUntil < *unit->lockedUntil))
            out = unit;
    return out;
}

std::vector<std::string> OrgTree::subtree(std::string_view root) const {
    std::vector<std::string> open;
    if (find(root))
        open.emplace_back(root);
    std::set<std::string> found;
    while (!open.empty()) {
        const std::string code = std::move(open.back());
        open.pop_back();
        if (!found.insert(code).second)
            continue;
        for (const auto* links : {&m_children, &m_predecessors}) {
            const auto [first, last] = links->equal_range(code);
            for (auto link = first; link != last; ++link)
                open.push_back(link->second);
        }
    }
    return {found.begin(), found.end()};
}

std::vector<const OrgUnit*> OrgTree::children(std::string_view code) const {
    std::vector<const OrgUnit*> below;
    const auto [first, last] = m_children.equal_range(code);
    for (auto link = first; link != last; ++link)
        below.push_back(find(link->second));
    std::sort(below.begin(), below.end(),
              [](const OrgUnit* a, const OrgUnit* b) { return a->code < b->code; });
    return below;
}

std::vector<const OrgUnit*> OrgTree::units() const {
    std::vector<const OrgUnit*> all;
    for (const auto& entry : m_units)
        all.push_back(&entry.second);
    return all;
}

std::string OrgTree::pathName(std::string_view code, Language language) const {
    const OrgUnit* unit = find(code);
    if (!unit)
        return std::string(code);
    std::string name = unit->name.in(language);
    for (unit = find(unit->parent); unit && !unit->parent.empty(); unit = find(unit->parent))
        name = unit->name.in(language) + " · " + name;
    return name;
}

Result<OrgTree> loadOrgTree(const Json& definition) {
    std::vector<OrgUnit> units;
    for (const Json& d : definition.at("units")) {
        OrgUnit unit;
        unit.code = d.at("code").get<std::string>();
        unit.name = loadText(d.at("name"));
        unit.kind = d.at("kind").get<std::string>();
        unit.parent = d.value("parent", "");
        unit.successor = d.value("successor", "");
        unit.sample = d.value("sample", false);
        if (d.contains("from"))
            unit.from = d["from"].get<std::string>();
        if (d.contains("until"))
            unit.until = d["until"].get<std::string>();
        units.push_back(std::move(unit));
    }
    auto tree = OrgTree::of(std::move(units));
    return tree.ok() ? std::move(tree) : Result<OrgTree>(tree.error().within({"$.units", "$.units"}));
}

}  // namespace fayi::schema
