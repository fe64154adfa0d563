// SPDX-License-Identifier: Apache-2.0
// Opening a station, and who works at it.
#include "fayi/station/station.h"

#include "fayi/records/judge.h"

namespace fayi::station {
namespace {

/// The person with the role and the scope that the district's own record of them says by now; those of the
/// enrolment where it is not here.
store::Person asKnown(const store::Store& store, store::Person person) {
    if (!person.id)
        return person;
    const auto record = store.get(person.id);
    if (!record || record->view.deleted)
        return person;
    const Json& fields = record->view.fields;
    if (const auto role = fields.find("role"); role != fields.end() && role->is_string())
        person.role = role->get<std::string>();
    const auto scope = fields.find("scope");
    if (scope == fields.end() || !scope->is_array() || scope->empty())
        return person;
    person.scope.clear();
    for (const Json& org : *scope)
        if (org.is_string())
            person.scope.push_back(org.get<std::string>());
    return person;
}

}  // namespace

Station::Station(std::unique_ptr<store::Store> store, const Clock& clock, Random& random)
    : m_store(std::move(store)), m_clock(clock), m_random(random) {}

Station::~Station() = default;

Result<std::unique_ptr<Station>> Station::over(std::unique_ptr<store::Store> store, const Clock& clock,
                                               Random& random) {
    std::vector<store::Person> people = store->people();
    if (people.empty())
        return Error{ErrorCode::Damaged, {"数据里没有使用人", "the store has no person"}};
    std::unique_ptr<Station> station(new Station(std::move(store), clock, random));
    station->m_person = asKnown(*station->m_store, std::move(people.front()));
    FAYI_LET(forks, station->m_store->forks());
    station->m_forks = forks;
    station->renewNumberWants();
    return station;
}

Result<std::unique_ptr<Station>> Station::init(const std::filesystem::path& folder, const std::string& name,
                                               const Clock& clock, Random& random) {
    FAYI_LET(store, store::Store::create(folder, name, clock, random));
    FAYI_LET(station, over(std::move(store), clock, random));
    FAYI_TRY(station->m_store->penFor(station->m_person.number));
    station->renewPerson();
    return station;
}

Result<std::unique_ptr<Station>> Station::open(const std::filesystem::path& folder, const Clock& clock,
                                               Random& random) {
    FAYI_LET(store, store::Store::open(folder, clock, random));
    return over(std::move(store), clock, random);
}

Result<std::vector<store::Renaming>> Station::catchUp() {
    FAYI_LET(renamed, m_store->renamedSince(m_forks));
    if (!renamed.empty())
        renewPerson();
    m_forks += renamed.size();
    return renamed;
}

Identity Station::identity() const {
    Identity out;
    out.replica = m_person.replica;
    out.name = m_store->name();
    if (const auto enrolment = m_store->enrolment()) {
        out.enrolled = true;
        out.server = enrolment->server;
        out.district = enrolment->district;
        out.districtName = enrolment->districtName;
    }
    return out;
}

/// Somebody whose enrolment was broken off has no id yet and is left out.
std::vector<store::Person> Station::people() const {
    std::vector<store::Person> out = m_store->people();
    if (m_store->isEnrolled())
        std::erase_if(out, [](const store::Person& person) { return !person.id; });
    return out;
}

void Station::renewPerson() {
    for (store::Person& known : m_store->people())
        if (known.number == m_person.number)
            m_person = asKnown(*m_store, std::move(known));
}

Status Station::actAs(const std::string& nameOrId) {
    const auto id = parseRecordId(nameOrId);
    std::vector<store::Person> found;
    for (store::Person& known : people())
        if (known.name == nameOrId || (id && known.id == *id))
            found.push_back(std::move(known));
    if (found.empty())
        return Error{ErrorCode::Usage,
                     {"本机没有这个人：" + nameOrId, "nobody of that name works here: " + nameOrId}};
    if (found.size() > 1)
        return Error{ErrorCode::Usage,
                     {"本机有多人叫“" + nameOrId + "”，请用人员编号",
                      "several people here are called " + nameOrId + "; give the person's id"}};
    m_person = asKnown(*m_store, std::move(found.front()));
    m_asked = true;
    return {};
}

bool Station::may(schema::Action action, const std::string& type) const {
    const schema::RecordType* known = catalog().type(type);
    return known != nullptr && known->may(action, m_person.role);
}

void Station::leavePermissionToHub() {
    m_hubJudges = true;
}

std::string Station::today() const {
    return dateInChina(m_clock.now());
}

/// Several people share the store: each is shown their own scope, of it the types that are work of their
/// role, and what they made themselves.
bool Station::isVisible(const store::StoredRecord& record) const {
    if (people().size() < 2)
        return true;
    if (m_person.replica.value != 0 && record.id.created.replica == m_person.replica)
        return true;
    const schema::RecordType* type = catalog().type(record.view.type);
    if (type != nullptr && !type->isSeenBy(m_person.role))
        return false;
    const std::vector<std::string> orgs =
        record.view.orgs.empty() ? std::vector{record.view.org} : record.view.orgs;
    return record.view.org.empty() || records::inScope(orgs, m_person.scope, orgTree());
}

ListQuery Station::visibly(ListQuery query) const {
    if (people().size() < 2)
        return query;
    query.visible = store::Visible{{}, {}, m_person.number};
    for (const std::string& root : m_person.scope)
        for (std::string& code : orgTree().subtree(root))
            query.visible->orgs.push_back(std::move(code));
    for (const schema::RecordType* type : catalog().types())
        if (!type->isSeenBy(m_person.role))
            query.visible->hidden.push_back(type->name);
    return query;
}

Result<const schema::RecordType*> Station::typeFor(const std::string& name) const {
    if (const schema::RecordType* type = catalog().type(name); type != nullptr && !type->reference)
        return type;
    std::string known;
    for (const schema::RecordType* type : catalog().types())
        if (!type->reference)
            known += (known.empty() ? "" : ", ") + type->name;
    return Error{ErrorCode::Usage,
                 {"没有这种记录：" + prefixOf(name, 60) + "（可用：" + known + "）",
                  "there is no record type " + prefixOf(name, 60) + " (known: " + known + ")"}};
}

}  // namespace fayi::station
