// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/administration.h"

#include "authority.h"
#include "fayi/base/crypto.h"
#include "hub_key.h"
#include "reference_writer.h"
#include "sample_of.h"

namespace fayi::hub {
namespace {

constexpr std::array<std::string_view, 6> kRoles{"advisor", "clerk", "head", "district", "admin", "auditor"};

Status checkRole(const std::string& role) {
    if (std::ranges::find(kRoles, role) != kRoles.end())
        return {};
    return Error{
        ErrorCode::Validation,
        {"没有角色“" + role + "”；可用 advisor、clerk、head、district、admin、auditor",
         "there is no role \"" + role + "\"; it is one of advisor, clerk, head, district, admin, auditor"}};
}

Status checkOrg(const schema::OrgTree& tree, const std::string& code) {
    if (tree.find(code) != nullptr)
        return {};
    return Error{ErrorCode::Validation, {"没有这个机构：" + code, "there is no such org unit: " + code}};
}

Error noTree(const std::string& district) {
    return {ErrorCode::Usage,
            {"本程序没有区县 " + district + " 的机构树",
             "this program has no org tree of the district " + district}};
}

/// A change of one person: the record that everybody sees, and the authority that permission is judged by.
template <typename Edit>
Result<Author> changePerson(Context& context, RecordId person, Edit edit) {
    FAYI_LET(reference, context.references.current(context.store));
    WriteScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(author, authorOf(context.store, person));
    PersonAuthority next = author.now();
    FAYI_LET(writer, ReferenceWriter::begin(context, reference->catalog));
    FAYI_LET(patch, edit(next, reference->tree));
    FAYI_TRY(writer.edit(person, patch));
    FAYI_LET(position, writer.finish());
    next.position = position;
    next.at = context.clock.now();
    if (position > author.now().position) {
        FAYI_TRY(context.store.putAuthority(next));
        author.history.push_back(next);
    }
    FAYI_TRY(transaction.commit());
    return author;
}

/// The station on whose word alone something in this record rests; empty: on nobody's.
Result<std::string> witnessOf(HubStore& store, RecordId record) {
    FAYI_LET(changes, store.changesOf(record));
    for (const LoggedChange& change : changes)
        if (change.line.testifiedBy != 0) {
            FAYI_LET(station, store.station(change.line.testifiedBy));
            return station ? station->name : std::to_string(change.line.testifiedBy);
        }
    return std::string();
}

Json personJson(const PersonAuthority& person) {
    return {{"person", toText(person.person)},
            {"name", person.name},
            {"role", person.role},
            {"org", person.org},
            {"scope", person.scope},
            {"revoked", person.revoked}};
}

std::string kindOf(const Json& definition) {
    return definition.is_object() && definition.contains("kind") && definition["kind"].is_string()
               ? definition["kind"].get<std::string>()
               : std::string();
}

}  // namespace

Status initHub(HubStore& store, const Clock& clock, Random& random, const std::string& district,
               const std::string& name) {
    FAYI_LET(catalog, schema::Catalog::builtIn());
    const schema::OrgTree* tree = catalog.orgTree(district);
    if (tree == nullptr)
        return noTree(district);
    WriteScope transaction(store);
    FAYI_TRY(transaction.begun());
    const Bytes seed = random.bytes(kSeedBytes);
    const HubIdentity hub{district, name, 1, ReplicaId{random.u64() | 1}, seed};
    FAYI_TRY(store.putIdentity(hub));
    FAYI_TRY(store.putSample(sampleOf(catalog, district)));
    FAYI_TRY(store.putPen(penOfHub(hub)));
    References none;
    Context context{store, clock, random, none};
    FAYI_LET(writer, ReferenceWriter::begin(context, catalog));
    for (const schema::OrgUnit* unit : tree->units()) {
        FAYI_LET(record, writer.create(kOrgUnitType, fieldsOf(*unit)));
        (void)record;
    }
    FAYI_LET(position, writer.finish());
    (void)position;
    return transaction.commit();
}

Result<Json> listOrgs(Context& context) {
    FAYI_LET(reference, context.references.current(context.store));
    Json out = Json::array();
    for (const schema::OrgUnit* unit : reference->tree.units()) {
        Json line{
            {"code", unit->code}, {"name", unit->name.zh}, {"parent", unit->parent}, {"kind", unit->kind}};
        if (unit->from)
            line["from"] = *unit->from;
        if (unit->until)
            line["until"] = *unit->until;
        if (!unit->successor.empty())
            line["successor"] = unit->successor;
        if (unit->lockedUntil)
            line["locked_until"] = *unit->lockedUntil;
        out.push_back(std::move(line));
    }
    return out;
}

Result<Json> lockPeriod(Context& context, const std::string& org, const std::string& until) {
    FAYI_LET(reference, context.references.current(context.store));
    FAYI_TRY(checkOrg(reference->tree, org));
    if (!until.empty() && !daysOf(until))
        return Error{ErrorCode::Validation,
                     {"日期应如 2026-03-31：" + until, "a date is written 2026-03-31: " + until}};
    WriteScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(units, context.store.referenceRecords(std::string(kOrgUnitType)));
    const auto unit = std::ranges::find_if(units, [&](const HubRecord& record) {
        return !record.deleted && record.fields.value("code", "") == org;
    });
    if (unit == units.end())
        return Error{ErrorCode::Damaged, {"机构缺少记录：" + org, "the unit has no record: " + org}};
    FAYI_LET(writer, ReferenceWriter::begin(context, reference->catalog));
    const Json day = until.empty() ? Json() : Json(until);
    FAYI_TRY(writer.edit(unit->id, {{"locked_until", day}}));
    FAYI_TRY(writer.finish());
    FAYI_TRY(transaction.commit());
    return Json{{"org", org}, {"name", reference->tree.find(org)->name.zh}, {"until", day}};
}

Result<Json> addPerson(Context& context, const std::string& name, const std::string& role,
                       const std::string& org) {
    FAYI_LET(reference, context.references.current(context.store));
    FAYI_TRY(checkRole(role));
    FAYI_TRY(checkOrg(reference->tree, org));
    if (name.empty())
        return Error{ErrorCode::Validation, {"缺少姓名", "the name is missing"}};
    WriteScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(writer, ReferenceWriter::begin(context, reference->catalog));
    const Json fields{
        {"name", name}, {"role", role}, {"org", org}, {"scope", Json::array({org})}, {"active", true}};
    FAYI_LET(person, writer.create(kPersonType, fields));
    FAYI_LET(position, writer.finish());
    FAYI_TRY(context.store.putAuthority(
        {person, position, context.clock.now(), name, role, org, {org}, false, false}));
    FAYI_TRY(transaction.commit());
    return Json{{"person", toText(person)}};
}

Result<Json> setScope(Context& context, RecordId person, const std::vector<std::string>& orgs) {
    if (orgs.empty())
        return Error{ErrorCode::Validation, {"至少要有一个机构", "at least one org unit is needed"}};
    FAYI_LET(author, changePerson(context, person,
                                  [&](PersonAuthority& next, const schema::OrgTree& tree) -> Result<Json> {
                                      for (const std::string& org : orgs)
                                          FAYI_TRY(checkOrg(tree, org));
                                      const std::set<std::string> distinct(orgs.begin(), orgs.end());
                                      next.scope.assign(distinct.begin(), distinct.end());
                                      return Json{{"scope", next.scope}};
                                  }));
    return personJson(author.now());
}

Result<Json> revokePerson(Context& context, RecordId person, bool now) {
    FAYI_LET(author, authorOf(context.store, person));
    if (author.now().revoked && now && !author.now().revokedNow) {
        // The record says all there is to say already: only the grace ends.
        WriteScope transaction(context.store);
        FAYI_TRY(transaction.begun());
        PersonAuthority next = author.now();
        FAYI_LET(position, context.store.lastPosition());
        next.position = position;
        next.at = context.clock.now();
        next.revokedNow = true;
        if (next.position > author.now().position)
            FAYI_TRY(context.store.putAuthority(next));
        FAYI_TRY(transaction.commit());
        return personJson(next);
    }
    FAYI_LET(changed, changePerson(context, person,
                                   [&](PersonAuthority& next, const schema::OrgTree&) -> Result<Json> {
                                       next.revoked = true;
                                       next.revokedNow = now;
                                       return Json{{"active", false}};
                                   }));
    return personJson(changed.now());
}

Result<Json> listPeople(Context& context) {
    FAYI_LET(people, context.store.referenceRecords(std::string(kPersonType)));
    Json out = Json::array();
    for (const HubRecord& record : people) {
        FAYI_LET(author, authorOf(context.store, record.id));
        Json line = personJson(author.now());
        FAYI_LET(witness, witnessOf(context.store, record.id));
        if (!witness.empty())
            line["testimony"] = witness;
        out.push_back(std::move(line));
    }
    return out;
}

Result<Json> listStations(Context& context) {
    FAYI_LET(stations, context.store.stations());
    FAYI_LET(last, context.store.lastPosition());
    Json out = Json::array();
    for (const Station& station : stations) {
        Json people = Json::array();
        FAYI_LET(members, context.store.membersOf(station.number));
        for (const RecordId member : members) {
            FAYI_LET(author, authorOf(context.store, member));
            people.push_back({{"person", toText(member)}, {"name", author.now().name}});
        }
        out.push_back({{"station", station.number},
                       {"name", station.name},
                       {"people", std::move(people)},
                       {"enrolled", toIsoChina(station.enrolled)},
                       {"last_sync", station.lastSync ? Json(toIsoChina(*station.lastSync)) : Json()},
                       {"offset_ms", station.offset.count()},
                       {"cursor", station.cursor.value},
                       {"behind", last.value - std::min(last.value, station.cursor.value)}});
    }
    return out;
}

Result<Json> addDefinition(Context& context, const std::string& text, const std::string& origin) {
    FAYI_LET(reference, context.references.current(context.store));
    schema::Catalog trial = reference->catalog;
    FAYI_TRY(trial.addText(text, origin));
    const Json definition = Json::parse(text, nullptr, false);
    const std::string kind = kindOf(definition), name = definition.value("name", "");
    if (kind == "org-tree")
        return Error{ErrorCode::Validation,
                     {"机构树不能作为定义添加", "an org tree cannot be added as a definition"}};
    const Json fields{
        {"name", name}, {"kind", kind}, {"version", definition.value("version", 1)}, {"definition", text}};
    FAYI_LET(known, context.store.referenceRecords(std::string(kDefinitionType)));
    const auto before = std::ranges::find_if(known, [&](const HubRecord& record) {
        return record.fields.value("name", "") == name && record.fields.value("kind", "") == kind;
    });
    WriteScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(writer, ReferenceWriter::begin(context, reference->catalog));
    RecordId record;
    if (before != known.end()) {
        record = before->id;
        FAYI_TRY(writer.edit(record, fields));
    } else {
        FAYI_LET(created, writer.create(kDefinitionType, fields));
        record = created;
    }
    FAYI_LET(position, writer.finish());
    (void)position;
    FAYI_TRY(transaction.commit());
    return Json{{"type", name}, {"kind", kind}, {"version", fields["version"]}, {"record", toText(record)}};
}

}  // namespace fayi::hub
