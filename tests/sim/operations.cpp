// SPDX-License-Identifier: Apache-2.0
// What people, the district and chance do to a world.
#include <fstream>

#include "network.h"
#include "world.h"

namespace fayi::sim {
namespace {

constexpr std::size_t kMostStations = 8;
constexpr const char* kStationFile = "station.db";
constexpr std::array<const char*, 6> kUnits{"500115001",    "500115002",    "500115001200",
                                            "500115002200", "500115001001", "500115"};

template <std::size_t N>
const char* one(const std::array<const char*, N>& of, Chance& chance) {
    return of[chance() % N];
}

std::string dateOf(Chance& chance) {
    return dateOfDays(20'500 + static_cast<std::int64_t>(chance() % 60));
}

}  // namespace

void World::perform(const Operation& operation) {
    m_operation = operation.number;
    Chance chance(operation.seed);
    m_time += 1000 + static_cast<std::int64_t>(chance() % 3'600'000);
    Station& station = *m_stations[chance() % m_stations.size()];
    note("#" + std::to_string(operation.number) + " " + std::string(nameOf(operation.kind)) + " " +
         station.name);
    count("op " + std::string(nameOf(operation.kind)));
    switch (operation.kind) {
        case Kind::ChangeScope:
        case Kind::Revoke:
        case Kind::RevokeNow:
            return rule(operation.kind, chance);
        case Kind::AddDefinition:
            return addDefinition(chance);
        case Kind::Lock:
            return lock(chance);
        case Kind::HubCrash:
            m_hubDisk.cut();
            return restartHub();
        case Kind::HubBackup:
            return backUpHub();
        case Kind::HubRestore:
            return restoreHub();
        case Kind::DeliverOld:
            return deliverOld(chance);
        case Kind::BundleDeliver:
            return carryBundle(chance);
        case Kind::Idle:
            m_time += static_cast<std::int64_t>(chance() % 20) * 86'400'000;
            return;
        default:
            return useComputer(operation, station, chance);
    }
}

void World::useComputer(const Operation& operation, Station& station, Chance& chance) {
    switch (operation.kind) {
        case Kind::Sync:
            sync(station, chance, true, 1000);
            return;
        case Kind::PartialSync:
            sync(station, chance, true, 1 + static_cast<int>(chance() % 2));
            return;
        case Kind::JoinPerson:
            return joinPerson(station, chance);
        case Kind::Backup:
            return backUp(station);
        case Kind::RestoreBackup:
            return restoreBackup(station);
        case Kind::Clone:
            return clone(station);
        case Kind::Mend:
        case Kind::Discard:
            return mend(operation.kind, station, chance);
        case Kind::StationCrash:
            return restart(station, chance() % 2 == 0);
        case Kind::ClockJump:
            return jumpClock(station, chance);
        case Kind::BundleWrite:
            return writeBundle(station, chance);
        default:
            return writeSomething(operation, station, chance);
    }
}

void World::writeSomething(const Operation& operation, Station& station, Chance& chance) {
    switch (operation.kind) {
        case Kind::Create:
            return create(station, chance, 1);
        case Kind::LargeSave:
            return create(station, chance, 40 + chance() % 80);
        case Kind::SaveForm:
            return saveForm(station, chance);
        case Kind::Delete:
        case Kind::Undelete:
        case Kind::Submit:
        case Kind::Verify:
        case Kind::Return:
        case Kind::Void:
        case Kind::Restrict:
            return workflow(operation.kind, station, chance);
        case Kind::Move:
            return moveRecord(station, chance, false);
        case Kind::OutOfScope:
            return moveRecord(station, chance, true);
        case Kind::Resolve:
            return resolve(station, chance);
        case Kind::RestoreVersion:
            return restoreVersion(station, chance);
        case Kind::UnknownField:
        case Kind::UnknownType:
        case Kind::Oversized:
        case Kind::Invalid:
            return writeRaw(operation.kind, station, chance);
        default:
            return edit(operation.kind, station, chance);
    }
}

// Writing
// ---------------------------------------------------------------------------------------------------------

void World::create(Station& station, Chance& chance, std::size_t large) {
    const auto person = station.enrolled ? pen(station, chance, {}) : std::optional<std::int64_t>(1);
    if (!person)
        return;
    std::vector<store::Save> saves;
    const bool contract = chance() % 2 == 0;
    const std::string name = contract ? "contract-review" : "outreach";
    const schema::RecordType* type = station.store->catalog().type(name);
    std::string org;
    if (station.enrolled && chance() % 2 == 0) {
        const auto& scope = m_model.people.at(station.people.at(*person)).back().scope;
        for (const char* unit : kUnits)
            if (model::Model::within(unit, scope) && (org.empty() || chance() % 2 == 0))
                org = unit;
    }
    for (std::size_t i = 0; i < large; ++i) {
        const Json fields =
            contract ? Json{{"contract_name", value("合同")},
                            {"client", value("委托人")},
                            {"received_on", dateOf(chance)},
                            {"conclusion_note", sentences()},
                            {"findings", {{{"advice", value("意见")}, {"clause", value("第几条")}}}}}
                     : Json{{"theme", value("主题")},
                            {"happened_on", dateOf(chance)},
                            {"attendance", ++m_values},
                            {"summary", sentences()},
                            {"law_topics", {"marriage-family"}}};
        records::Plan plan = records::planCreate(*type, fields, org);
        if (!plan.refused.empty())
            violate("works", "a new record cannot be planned: " + plan.refused.front().message.en);
        saves.push_back({std::nullopt, name, std::move(plan.writes)});
    }
    save(station, *person, std::nullopt, std::move(saves), chance);
}

void World::edit(Kind kind, Station& station, Chance& chance) {
    const bool list =
        kind == Kind::AddItem || kind == Kind::EditItem || kind == Kind::RemoveItem || kind == Kind::MoveItem;
    const auto id = pick(station, chance, list ? "contract-review" : kind == Kind::EditSet ? "outreach" : "");
    if (!id)
        return;
    const auto form = load(station, *id);
    if (!form)
        return;
    if (kind == Kind::LoadForm) {
        station.forms.push_back(*form);
        return;
    }
    const auto person = pen(station, chance, *id);
    const schema::RecordType* type = station.store->catalog().type(form->type);
    if (!person || type == nullptr)
        return;
    const Json patch = patchFor(kind, *form, must(station.store->get(*id)), chance);
    const records::Plan plan = records::planEdit(*type, must(station.store->state(*id)), form->shown, patch);
    if (!plan.refused.empty())
        violate("works", "an edit cannot be planned: " + plan.refused.front().message.en);
    if (!plan.writes.empty())
        save(station, *person, form, {{*id, "", plan.writes}}, chance);
}

Json World::patchFor(Kind kind, const Form& form, const store::StoredRecord& stored, Chance& chance) {
    const bool contract = form.type == "contract-review";
    if (form.type != "outreach" && !contract)
        return {{"story", value("经过")}};
    switch (kind) {
        case Kind::Clear:
            return contract ? Json{{"client", nullptr}} : Json{{"place", nullptr}, {"attendance", nullptr}};
        case Kind::AddItem:
            return {{"findings", {{{"advice", value("意见")}}, {{"advice", value("意见")}}}}};
        case Kind::EditItem:
        case Kind::RemoveItem: {
            const auto items = stored.view.fields.find("findings");
            if (items == stored.view.fields.end() || items->empty())
                return Json::object();
            Json item{{"item", (*items)[chance() % items->size()].at("item")}};
            if (kind == Kind::RemoveItem)
                item["removed"] = true;
            else
                item["clause"] = value("第几条");
            return {{"findings", {item}}};
        }
        case Kind::MoveItem:
            return moveIn(stored, chance);
        case Kind::EditText:
            return rewrite(contract ? "conclusion_note" : "summary", stored, chance);
        case Kind::EditSet: {
            static constexpr std::array<const char*, 4> kTopics{"marriage-family", "civil-code", "contract",
                                                                "inheritance"};
            Json topics = Json::array();
            for (const char* topic : kTopics)
                if (chance() % 2 == 0)
                    topics.push_back(topic);
            return {{"law_topics", topics}};
        }
        default:
            break;
    }
    Json patch = Json::object();
    if (contract) {
        const auto roll = chance() % 4;
        if (roll != 1)
            patch["client"] = value("委托人");
        if (roll == 1)
            patch["amount"] = 100 * ++m_values;
        if (roll == 2)
            patch["received_on"] = dateOf(chance);
    } else {
        const auto roll = chance() % 4;
        if (roll != 1)
            patch["attendance"] = ++m_values;
        if (roll == 1)
            patch["place"] = value("地点");
        if (roll == 2)
            patch["happened_on"] = dateOf(chance);
    }
    return patch;
}

/// An item goes behind another, or first.
Json World::moveIn(const store::StoredRecord& stored, Chance& chance) {
    const auto items = stored.view.fields.find("findings");
    if (items == stored.view.fields.end() || items->size() < 2)
        return Json::object();
    const Json moved = (*items)[chance() % items->size()].at("item");
    Json after = (*items)[chance() % items->size()].at("item");
    if (after == moved)
        after = nullptr;
    return {{"findings", {{{"item", moved}, {"after", after}}}}};
}

/// One sentence of a text is written anew, taken out, or put in.
Json World::rewrite(const char* field, const store::StoredRecord& stored, Chance& chance) {
    static const std::string kStop = "。";
    const auto text = stored.view.fields.find(field);
    std::string left = text == stored.view.fields.end() ? std::string() : text->get<std::string>();
    std::vector<std::string> parts;
    for (auto at = left.find(kStop); at != std::string::npos; at = left.find(kStop)) {
        parts.push_back(left.substr(0, at + kStop.size()));
        left.erase(0, at + kStop.size());
    }
    if (parts.empty())
        return {{field, sentences()}};
    const auto at = parts.begin() + static_cast<std::ptrdiff_t>(chance() % parts.size());
    const auto roll = chance() % 4;
    if (roll == 0 && parts.size() > 1)
        parts.erase(at);
    else if (roll == 1)
        parts.insert(at, value("新句") + kStop);
    else
        *at = value("改句") + kStop;
    std::string whole;
    for (const std::string& part : parts)
        whole += part;
    return {{field, whole}};
}

/// A form that was loaded some time ago, whatever has come in since (ruling 2).
void World::saveForm(Station& station, Chance& chance) {
    if (station.forms.empty())
        return;
    const std::size_t which = chance() % station.forms.size();
    const Form form = station.forms[which];
    station.forms.erase(station.forms.begin() + static_cast<std::ptrdiff_t>(which));
    const auto stored = station.store->get(form.id);
    const auto person = pen(station, chance, form.id);
    const schema::RecordType* type = station.store->catalog().type(form.type);
    if (!stored || !person || type == nullptr)
        return;
    const records::Plan plan =
        records::planEdit(*type, must(station.store->state(form.id)), form.shown,
                          patchFor(chance() % 4 == 0 ? Kind::EditSet : Kind::Edit, form, *stored, chance));
    if (plan.refused.empty() && !plan.writes.empty())
        save(station, *person, form, {{form.id, "", plan.writes}}, chance);
}

void World::workflow(Kind kind, Station& station, Chance& chance) {
    const auto id = pick(station, chance);
    const auto form = id ? load(station, *id) : std::nullopt;
    if (!form)
        return;
    const bool reviewer =
        kind == Kind::Verify || kind == Kind::Return || kind == Kind::Void || kind == Kind::Restrict;
    const auto person = pen(station, chance, *id, reviewer);
    if (!person)
        return;
    const merge::RecordState state = must(station.store->state(*id));
    const bool restricted = must(station.store->get(*id)).view.restricted.has_value();
    records::Plan plan;
    if (kind == Kind::Delete)
        plan = records::planDelete(state, form->shown);
    else if (kind == Kind::Undelete)
        plan = records::planUndelete(state, form->shown);
    else if (kind == Kind::Void)
        plan = records::planVoid(state, form->shown, value("重复录入"));
    else if (kind == Kind::Restrict)
        plan = records::planRestrict(state, form->shown,
                                     restricted ? std::nullopt : std::optional(value("当事人要求删除")));
    else
        plan = records::planState(state, form->shown,
                                  kind == Kind::Submit   ? "submitted"
                                  : kind == Kind::Verify ? "verified"
                                                         : "returned");
    if (kind == Kind::Return)
        records::addRemark(plan, "client", value("请补充"));
    save(station, *person, form, {{*id, "", plan.writes}}, chance);
}

/// Within the scope of its author, or (outside) to where they may not write.
void World::moveRecord(Station& station, Chance& chance, bool outside) {
    const auto id = pick(station, chance);
    const auto form = id ? load(station, *id) : std::nullopt;
    if (!form)
        return;
    const auto person = pen(station, chance, *id, !outside);
    if (!person)
        return;
    const auto& scope = m_model.people.at(station.people.at(*person)).back().scope;
    std::string target;
    for (const char* unit : kUnits)
        if (model::Model::within(unit, scope) != outside && (target.empty() || chance() % 2 == 0))
            target = unit;
    if (target.empty())
        return;
    const records::Plan plan = records::planMove(must(station.store->state(*id)), form->shown, target);
    save(station, *person, form, {{*id, "", plan.writes}}, chance);
}

void World::resolve(Station& station, Chance& chance) {
    store::ListQuery query;
    query.conflicts = true;
    query.order = "updated";
    const auto found = station.store->list(query);
    if (!found || found->empty())
        return;
    const RecordId id = (*found)[chance() % found->size()].id;
    const auto form = recordOf(&station, id) ? load(station, id) : std::nullopt;
    const auto person = form ? pen(station, chance, id) : std::nullopt;
    if (!person)
        return;
    const merge::RecordState state = must(station.store->state(id));
    const auto open = records::openConflicts(station.store->catalog().type(form->type), state);
    if (open.empty())
        return;
    const records::OpenConflict& conflict = open[chance() % open.size()];
    const Json& chosen = conflict.siblings[chance() % conflict.siblings.size()].value;
    save(station, *person, form, {{id, "", records::planResolve(state, conflict.path, chosen).writes}},
         chance);
}

void World::restoreVersion(Station& station, Chance& chance) {
    const auto id = pick(station, chance);
    const auto form = id ? load(station, *id) : std::nullopt;
    const auto person = form ? pen(station, chance, *id) : std::nullopt;
    if (!person)
        return;
    const auto history = station.store->history(*id);
    if (!history || history->empty())
        return;
    const store::StoredChange& then = (*history)[chance() % history->size()];
    const records::Plan plan = records::planRestore(must(station.store->state(*id)), then.dot, then.writes);
    if (!plan.writes.empty())
        save(station, *person, form, {{*id, "", plan.writes}}, chance);
}

/// What a program of another version, or a broken one, might write.
void World::writeRaw(Kind kind, Station& station, Chance& chance) {
    if (kind == Kind::UnknownType) {
        if (const auto person = pen(station, chance, {}))
            save(station, *person, std::nullopt,
                 {{std::nullopt,
                   "mediation",
                   {{"story", value("经过"), {}, {}},
                    {"parties:甲", true, {}, {}},
                    {"$state", "draft", {}, {}}}}},
                 chance);
        return;
    }
    const auto id = pick(station, chance, kind == Kind::Invalid ? "outreach" : "");
    const auto form = id ? load(station, *id) : std::nullopt;
    const auto person = form ? pen(station, chance, *id) : std::nullopt;
    if (!person)
        return;
    const merge::RecordState state = must(station.store->state(*id));
    std::vector<merge::Write> writes;
    const auto put = [&](const std::string& path, Json content) {
        writes.push_back({path, std::move(content), state.contextFor(path, form->shown), {}});
    };
    if (kind == Kind::UnknownField)
        put("weather", Json{{"sky", value("晴")}, {"deep", {1, {{"x", nullptr}}, -0.5}}});
    else if (kind == Kind::Invalid)
        put("attendance", value("许多"));
    else
        for (int i = 0; i < 30; ++i)
            put("x-huge-" + std::to_string(i), std::string(20'000, 'h') + std::to_string(++m_values));
    save(station, *person, form, {{*id, "", std::move(writes), kind == Kind::Oversized}}, chance);
}

// Computers
// -------------------------------------------------------------------------------------------------------

void World::joinPerson(Station& station, Chance& chance) {
    if (!station.enrolled || station.people.size() >= 3)
        return;
    const int who = static_cast<int>(chance() % m_people.size());
    for (const auto& [number, known] : station.people)
        if (known == who)
            return;
    const auto number = station.store->addPerson({});
    if (!number)
        return;
    enrol(station, *number, who, &chance);
}

void World::backUp(Station& station) {
    const auto file = m_disks.real("backups") / (station.name + "-" + std::to_string(m_operation));
    if (station.store->backup(file).ok()) {
        station.backup = file;
        station.backedUp = station;
    }
}

void World::restoreBackup(Station& station) {
    if (!station.backup)
        return;
    station.store.reset();
    const auto folder = m_disks.real("restored-" + std::to_string(m_operation));
    const Status restored =
        store::Store::restoreBackup(*station.backup, folder, station.clock, station.random);
    if (!restored)
        violate("works", "a backup cannot be restored: " + restored.error().message.en);
    std::ifstream file(folder / kStationFile, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    station.disk.wipe();
    station.disk.put(kStationFile, std::move(bytes));
    static_cast<OfAStore&>(station) = station.backedUp;
    station.penSeq.clear();
    station.forms.clear();
    ++m_copies[station.lineage];
    station.store = must(store::Store::open(station.folder, station.clock, station.random));
    afterRestart(station);
}

void World::clone(Station& station) {
    if (m_stations.size() >= kMostStations)
        return;
    const auto files = station.disk.copy();
    const Station& from = station;
    Station& copy = addStation(from.name + "c" + std::to_string(m_stations.size()));
    for (const auto& [name, bytes] : files)
        copy.disk.put(name, bytes);
    SimulatedDisks::stand(copy.folder / kStationFile);
    copy.lineage = from.lineage;
    static_cast<OfAStore&>(copy) = from;
    copy.penSeq = from.penSeq;
    copy.enrolled = from.enrolled;
    copy.store = must(store::Store::open(copy.folder, copy.clock, copy.random));
    ++m_copies[copy.lineage];
}

void World::jumpClock(Station& station, Chance& chance) {
    constexpr std::int64_t kHour = 3'600'000;
    static constexpr std::array<std::int64_t, 8> kErrors{
        0, 0, 20 * kHour, -20 * kHour, 4 * 365 * 24 * kHour, -4 * 365 * 24 * kHour, 4'000, -600'000};
    station.clock.error = kErrors[chance() % kErrors.size()];
    station.clock.jumped = m_time;
}

void World::deliverOld(Chance& chance) {
    if (m_old.empty())
        return;
    const OldRequest old = m_old[chance() % m_old.size()];
    const auto request = protocol::decodeSyncRequest(old.request.body);
    const net::Response response = handle(old.request, old.meaning);
    if (request && response.status == 200)
        seeAnswer(*request, old.meaning, response.body);
}

// The district
// ------------------------------------------------------------------------------------------------------

void World::rule(Kind kind, Chance& chance) {
    const int who = static_cast<int>(chance() % m_people.size());
    const SimPerson& person = m_people[static_cast<std::size_t>(who)];
    const bool doomed = strikes(Fault::HubDiesRuling, chance, 6);
    if (doomed)
        m_hubDisk.cutAfter(1 + chance() % 12);
    auto context = this->context();
    if (kind == Kind::ChangeScope) {
        std::vector<std::string> scope;
        for (const char* unit : kUnits)
            if (chance() % 3 == 0)
                scope.push_back(unit);
        if (scope.empty())
            scope.push_back(person.org);
        (void)hub::setScope(context, person.id, scope);
    } else if (person.role != "district") {
        (void)hub::revokePerson(context, person.id, kind == Kind::RevokeNow);
    }
    if (m_hubDisk.dead())
        restartHub();
    m_hubDisk.spare();
    readAuthority(who);
}

void World::lock(Chance& chance) {
    const std::string unit = one(kUnits, chance);
    const std::string until =
        chance() % 2 == 0 ? std::string() : dateOfDays(20'500 + static_cast<std::int64_t>(chance() % 20));
    auto context = this->context();
    must(hub::lockPeriod(context, unit, until));
    if (until.empty())
        m_model.locks.erase(unit);
    else
        m_model.locks[unit] = until;
}

/// A refused change is written anew with a correction, or dropped.
void World::mend(Kind kind, Station& station, Chance& chance) {
    const auto refused = station.store->attention();
    if (refused.empty())
        return;
    const store::Attention& entry = refused[chance() % refused.size()];
    const auto person = pen(station, chance, {});
    if (!person)
        return;
    const auto form = entry.creation ? std::nullopt : load(station, entry.record);
    if (kind == Kind::Mend && !entry.creation && !form)
        return;  // the model cannot say what its person is shown (see load)
    const schema::RecordType* type = station.store->catalog().type(entry.type);
    const Json correction =
        type != nullptr && type->name == "outreach" ? Json{{"attendance", ++m_values}} : Json::object();
    const auto closed = kind == Kind::Mend ? station.store->mend(*person, entry.change, correction)
                                           : station.store->discard(entry.change);
    if (!closed)
        return;  // a type that this store does not know
    for (const Dot dot : closed->changes)
        if (const auto save = saveOf(&station, dot))
            station.closed.insert(*save);
    adopt(station, *person, form);
}

/// What the store wrote by itself for a person: the histories of its records tell what (a page of what is
/// unsent need not hold all), the form what the author had seen.
void World::adopt(Station& station, std::int64_t person, const std::optional<Form>& form) {
    const auto own = must(station.store->nextRequest()).own;
    const auto isOwn = [&](ReplicaId replica) {
        return std::ranges::find(own, replica, &merge::VersionVector::Entry::replica) != own.end();
    };
    const auto take = [&](const store::StoredRecord& record) -> Status {
        for (const store::StoredChange& change : must(station.store->history(record.id))) {
            if (!isOwn(change.dot.replica) || change.dot.seq <= station.penSeq[change.dot.replica])
                continue;  // a copy of this store may have used the same names: what counts is what is new
                           // here
            const bool creates = record.id.created == change.dot;
            const SaveId id = keepSave(station, person, creates ? std::nullopt : form,
                                       {std::nullopt, creates ? record.view.type : "", change.writes, false});
            station.names[change.dot] = id;
            note(station.name + " writes anew " + std::to_string(id));
        }
        return {};
    };
    if (!station.store->forEach(take))
        violate("works", station.name + " cannot be read");
    for (const auto& entry : own)
        station.penSeq[entry.replica] = std::max(station.penSeq[entry.replica], entry.seq);
}

/// A newer version of a type that is known, or one that stations wrote before anybody had defined it.
void World::addDefinition(Chance& chance) {
    const auto reference = must(m_references->current(*m_hub));
    const int version = ++m_definitions + 1;
    Json definition;
    if (chance() % 2 == 0) {
        definition = reference->catalog.type("outreach")->source;
    } else {
        definition = reference->catalog.type("outreach")->source;
        definition["name"] = "mediation";
        definition["title"] = {"story"};
        definition["happenedOn"] = "met_on";
        definition["listColumns"] = {"met_on", "story"};
        definition.erase("sameEvent");
        definition["constraints"] = Json::array();
        definition["fields"] = {{{"name", "met_on"},
                                 {"type", "date"},
                                 {"section", "event"},
                                 {"labels", {{"zh", "日期"}, {"en", "Date"}}}},
                                {{"name", "story"},
                                 {"type", "text"},
                                 {"section", "event"},
                                 {"policy", "review"},
                                 {"labels", {{"zh", "经过"}, {"en", "Story"}}}},
                                {{"name", "parties"},
                                 {"type", "tags"},
                                 {"section", "event"},
                                 {"labels", {{"zh", "当事人"}, {"en", "Parties"}}}}};
        if (chance() % 2 == 0)  // no work of advisors: what there is of it leaves their computers
            for (auto& [action, roles] : definition["roles"].items())
                std::erase(roles.get_ref<Json::array_t&>(), Json("advisor"));
    }
    definition["version"] = version;
    auto context = this->context();
    const auto added = hub::addDefinition(context, definition.dump(), "simulation");
    if (!added)
        violate("works", "a definition is not taken: " + added.error().message.en);
    readTypes();
}

}  // namespace fayi::sim
