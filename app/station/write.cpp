// SPDX-License-Identifier: Apache-2.0
// Creating and editing: plan, ask whether the person may, save.
#include "fayi/records/judge.h"
#include "fayi/store/not_taken.h"
#include "loaded.h"

namespace fayi::station {
namespace {

/// A change as it will be, for the question whether its author may make it.
protocol::Change draftOf(std::optional<RecordId> record, const std::vector<merge::Write>& writes) {
    protocol::Change change;
    change.dot = {ReplicaId{1}, 1};
    change.record = record.value_or(RecordId{change.dot});
    change.writes = writes;
    return change;
}

bool isAboutRestriction(const std::vector<merge::Write>& writes) {
    return std::ranges::all_of(writes,
                               [](const merge::Write& write) { return write.path == merge::kRestricted; });
}

}  // namespace

Error Station::refuse(std::vector<schema::Problem> problems) {
    m_refused = std::move(problems);
    if (m_refused.size() == 1)
        return {ErrorCode::Validation, m_refused.front().message};
    const std::string count = std::to_string(m_refused.size());
    return {ErrorCode::Validation,
            {"有 " + count + " 处不合规定，什么都没有写入",
             count + " things are not right; nothing was written"}};
}

Error Station::refuse(const std::string& field, Text message) {
    schema::Problem problem;
    problem.field = field;
    problem.message = std::move(message);
    return refuse(std::vector{std::move(problem)});
}

/// The hub's own judgement, made here first so that nobody is surprised by it later.
Status Station::permit(std::optional<RecordId> record, const schema::RecordType& type,
                       const std::vector<merge::Write>& writes, const std::vector<std::string>& orgs) {
    if (m_hubJudges)
        return {};
    const protocol::Change change = draftOf(record, writes);
    if (m_store->isEnrolled()) {
        const records::Authority authority{m_person.role, m_person.scope, false};
        if (const auto refusal = records::judge(change, &type, authority, orgs, orgTree()))
            return refuse("", refusal->reason);
        return {};
    }
    for (const schema::Action action : records::actionsOf(change))
        if (!type.may(action, m_person.role))
            return refuse("", {"加入区县之前不能做这一步：" + std::string(schema::nameOf(action)),
                               "not before this station has joined a district: " +
                                   std::string(schema::nameOf(action))});
    return {};
}

/// The org unit stands among the fields; it takes the place of `org`.
Status Station::takeOrg(Json& fields, std::string& org) {
    if (fields.is_object() && fields.contains("org")) {
        if (!fields["org"].is_string())
            return refuse("org", {"org 应为一个机构代码", "org must be the code of a unit"});
        org = fields["org"].get<std::string>();
        fields.erase("org");
    }
    if (!org.empty() && orgTree().find(org) == nullptr)
        return refuse("org",
                      {"没有这个机构：" + prefixOf(org, 40), "no such org unit: " + prefixOf(org, 40)});
    return {};
}

/// A person's own unit may have become another since; the record gets the one of its day.
std::string Station::standingUnit(const schema::RecordType& type, const Json& fields,
                                  const std::string& org) const {
    if (!org.empty() && org != m_person.org)
        return org;
    const auto day = fields.is_object() ? fields.find(type.happenedOn) : fields.end();
    const bool dated = day != fields.end() && day->is_string() && daysOf(day->get_ref<const std::string&>());
    const schema::OrgUnit* unit =
        orgTree().onDay(m_person.org, dated ? day->get_ref<const std::string&>() : today());
    return unit == nullptr || unit->code == m_person.org ? org : unit->code;
}

Result<store::Save> Station::planNew(const schema::RecordType& type, Json fields, std::string org) {
    FAYI_TRY(takeOrg(fields, org));
    org = standingUnit(type, fields, org);
    records::Plan plan = records::planCreate(type, fields, org);
    if (!plan.refused.empty())
        return refuse(std::move(plan.refused));
    FAYI_TRY(permit(std::nullopt, type, plan.writes, {org.empty() ? m_person.org : org}));
    return store::Save{std::nullopt, type.name, std::move(plan.writes), m_hubJudges};
}

Result<Record> Station::create(const std::string& type, const Json& fields, const std::string& org) {
    FAYI_LET(made, createMany(type, {fields}, org));
    FAYI_TRY(warnOfTwice(made.front()));
    return std::move(made.front());
}

Result<std::vector<Record>> Station::createMany(const std::string& type, const std::vector<Json>& records,
                                                const std::string& org) {
    m_refused.clear();
    FAYI_LET(known, typeFor(type));
    std::vector<store::Save> saves;
    for (m_refusedAt = 0; m_refusedAt < records.size(); ++m_refusedAt) {
        FAYI_LET(save, planNew(*known, records[m_refusedAt], org));
        saves.push_back(std::move(save));
    }
    FAYI_LET(ids, m_store->save(m_person.number, saves));
    renewPerson();
    std::vector<Record> out;
    for (const RecordId id : ids) {
        FAYI_LET(stored, m_store->get(id));
        out.push_back(recordOf(std::move(stored)));
        warnOfLock(out.back(), nullptr);
    }
    return out;
}

Result<Station::Loaded> Station::load(RecordId id, const std::optional<merge::VersionVector>& shown) const {
    Loaded out;
    FAYI_LET(forks, m_store->forks());
    out.forks = shown ? m_forks : forks;
    FAYI_LET(stored, m_store->get(id));
    if (!isVisible(stored))
        return Error{
            ErrorCode::NotFound,
            {"该记录不在您的管辖范围内：" + toText(id), "this record is outside your scope: " + toText(id)}};
    FAYI_LET(state, shown ? m_store->stateWithPast(id) : m_store->state(id));
    out.type = catalog().type(stored.view.type);
    if (out.type == nullptr)
        return Error{
            ErrorCode::Usage,
            {"本程序的版本不认识这种记录，不能修改：" + stored.view.type,
             "this program does not know the record type " + stored.view.type + " and cannot change it"}};
    out.shown = shown.value_or(state.seen());
    out.state = std::move(state);
    out.stored = std::move(stored);
    return out;
}

Result<Record> Station::write(const Loaded& record, records::Plan plan) {
    if (!plan.refused.empty())
        return refuse(std::move(plan.refused));
    if (record.stored.creationRefused)
        return refuse("", store::kNotTaken);
    if (plan.writes.empty())
        return recordOf(record.stored);
    if (!m_hubJudges)
        if (const auto isVoid =
                records::judgeVoid(draftOf(record.stored.id, plan.writes), record.stored.view.state))
            return refuse("", isVoid->reason);
    if (record.stored.view.restricted && !m_hubJudges && !isAboutRestriction(plan.writes))
        return refuse("", kRestrictedNow);
    FAYI_TRY(permit(record.stored.id, *record.type, plan.writes, record.orgs()));
    FAYI_TRY(m_store->save(m_person.number,
                           {{record.stored.id, {}, std::move(plan.writes), m_hubJudges, record.forks}}));
    renewPerson();
    FAYI_LET(stored, m_store->get(record.stored.id));
    Record out = recordOf(std::move(stored));
    warnOfLock(out, &record.stored.view);
    FAYI_TRY(warnOfTwice(out));
    return out;
}

Result<Record> Station::edit(RecordId id, const Json& patch,
                             const std::optional<merge::VersionVector>& shown) {
    m_refused.clear();
    FAYI_LET(record, load(id, shown));
    if (record.stored.view.deleted)
        return refuse("", {"记录在回收站里，请先恢复再修改", "the record is deleted; restore it first"});
    return write(record, records::planEdit(*record.type, record.state, record.shown, patch));
}

}  // namespace fayi::station
