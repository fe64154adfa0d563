// SPDX-License-Identifier: Apache-2.0
// A unit that takes another's place: a town becomes a street. Records keep the code of their day; the new
// unit's subtree contains the old one, so that one history goes on.
#include "authority.h"
#include "fayi/server/administration.h"
#include "reference_writer.h"

namespace fayi::hub {
namespace {

Error wrong(const std::string& zh, const std::string& en) {
    return {ErrorCode::Validation, {zh, en}};
}

/// The units as they will be; an error says what does not fit.
Result<std::pair<schema::OrgUnit, schema::OrgUnit>> planned(const schema::OrgTree& tree,
                                                            const UnitChange& change) {
    const auto day = daysOf(change.on);
    if (!day)
        return wrong("日期应如 2020-07-01：" + change.on, "a date is written 2020-07-01: " + change.on);
    const schema::OrgUnit* before = tree.find(change.org);
    if (before == nullptr || before->parent.empty())
        return wrong("没有这个机构：" + change.org, "there is no such org unit: " + change.org);
    if (!before->successor.empty() && before->successor != change.successor)
        return wrong("“" + before->name.zh + "”已由 " + before->successor + " 接替",
                     change.org + " was followed by " + before->successor + " already");
    schema::OrgUnit old = *before, next;
    old.until = dateOfDays(*day - 1);
    old.successor = change.successor;
    if (const schema::OrgUnit* known = tree.find(change.successor)) {
        next = *known;
    } else {
        if (change.name.empty() || change.kind.empty())
            return wrong("新机构要有名称和类别", "the new unit needs a name and a kind");
        next.code = change.successor;
        next.name = {change.name, change.nameEn};
        next.parent = before->parent;
        next.kind = change.kind;
        next.from = change.on;
    }
    if (!next.inForce(change.on))
        return wrong("新机构在这一天还不存在：" + change.on, "the new unit is not in force on " + change.on);
    std::vector<schema::OrgUnit> units{old, next};
    for (const schema::OrgUnit* unit : tree.units())
        if (unit->code != old.code && unit->code != next.code)
            units.push_back(*unit);
    FAYI_TRY(schema::OrgTree::of(std::move(units)));
    return std::pair(std::move(old), std::move(next));
}

Status writeUnits(Context& context, const UnitChange& change) {
    FAYI_LET(reference, context.references.current(context.store));
    FAYI_LET(units, planned(reference->tree, change));
    WriteScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(records, context.store.referenceRecords(std::string(kOrgUnitType)));
    FAYI_LET(writer, ReferenceWriter::begin(context, reference->catalog));
    if (reference->tree.find(units.second.code) == nullptr)
        FAYI_TRY(writer.create(kOrgUnitType, fieldsOf(units.second)));
    for (const HubRecord& record : records)
        if (!record.deleted && record.fields.value("code", "") == units.first.code)
            FAYI_TRY(writer.edit(record.id, fieldsOf(units.first)));
    FAYI_TRY(writer.finish());
    return transaction.commit();
}

}  // namespace

Result<Json> replaceUnit(Context& context, const UnitChange& change) {
    FAYI_TRY(writeUnits(context, change));
    Json moved = Json::array();
    FAYI_LET(people, context.store.referenceRecords(std::string(kPersonType)));
    for (const HubRecord& record : people) {
        FAYI_LET(author, authorOf(context.store, record.id));
        std::vector<std::string> scope = author.now().scope;
        if (std::ranges::find(scope, change.org) == scope.end() || author.now().revoked)
            continue;
        std::ranges::replace(scope, change.org, change.successor);
        FAYI_TRY(setScope(context, record.id, scope));
        moved.push_back(author.now().name);
    }
    return Json{{"org", change.org}, {"successor", change.successor}, {"on", change.on}, {"people", moved}};
}

}  // namespace fayi::hub
