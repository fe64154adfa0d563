// SPDX-License-Identifier: Apache-2.0
// What is done to computers, and what the district and chance do; writing is in writing.cpp.
#include <fstream>

#include "network.h"
#include "world.h"

namespace fayi::sim {
namespace {

constexpr std::size_t kMostStations = 8;
constexpr const char* kStationFile = "station.db";

template <std::size_t N>
const char* one(const std::array<const char*, N>& of, Chance& chance) {
    return of[chance() % N];
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
    const auto refused = must(station.store->attention());
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
