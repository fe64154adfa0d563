// SPDX-License-Identifier: Apache-2.0
// The computers of a world, how they start and die, and what the model learns of them.
#include "world.h"

#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/protocol/answer_pages.h"
#include "network.h"

namespace fayi::sim {
namespace {

constexpr const char* kStationFile = "station.db";

struct Post {
    const char* role;
    const char* org;
};
constexpr std::array<Post, 9> kPosts{{{"clerk", "500115001"},
                                      {"clerk", "500115002"},
                                      {"advisor", "500115001200"},
                                      {"district", "500115"},
                                      {"advisor", "500115002200"},
                                      {"head", "500115001"},
                                      {"advisor", "500115001001"},
                                      {"head", "500115002"},
                                      {"clerk", "500115001"}}};

/// A hub that was put back looked at nothing that was sent: it says how much it has.
bool isGreeting(const protocol::SyncRequest& request, const protocol::SyncResponse& answer) {
    return request.cursor.epoch != 0 && request.cursor.epoch != answer.cursor.epoch;
}

}  // namespace

World::World(const Plan& plan)
    : m_plan(plan), m_disks(plan.seed), m_hubRandom(plan.seed * 31 + 7), m_chance(plan.seed * 77 + 5) {
    makeHub();
    makePeople();
    const std::size_t stations = 4 + m_chance() % 2;
    for (std::size_t i = 0; i < stations; ++i) {
        Station& station = addStation("s" + std::to_string(i));
        station.store =
            must(store::Store::create(station.folder, station.name, station.clock, station.random));
        SimulatedDisks::stand(station.folder / kStationFile);
        if (m_chance() % 4 == 0)
            create(station, m_chance, 1);  // a draft from before
        enrol(station, 1, static_cast<int>(i), nullptr);
    }
    note("world of " + std::to_string(stations) + " stations");
}

World::~World() {
    for (auto& station : m_stations)
        station->store.reset();
}

void World::violate(const std::string& invariant, const std::string& what) const {
    throw Violation{invariant, what};
}

bool World::strikes(Fault fault, Chance& chance, int oneIn) {
    const bool hit = chance() % static_cast<std::uint64_t>(oneIn) == 0;
    if (!hit || m_calm || !m_plan.faults[static_cast<std::size_t>(fault)])
        return false;
    count("fault " + std::string(nameOf(fault)));
    return true;
}

// The hub
// ---------------------------------------------------------------------------------------------------------

void World::makeHub() {
    m_hubFolder = m_disks.folder("hub", m_hubDisk);
    m_hub = must(hub::SqliteHubStore::create(m_hubFolder));
    must(hub::initHub(*m_hub, m_hubClock, m_hubRandom, "500115", "长寿区"));
    SimulatedDisks::stand(m_hubFolder / kHubFile);
    restartHub();
}

/// The hub's program starts; if its disk had lost power, from what the disk kept.
void World::restartHub() {
    m_service.reset();
    m_references.reset();
    m_hub.reset();
    if (m_hubDisk.dead()) {
        const bool power = !strikes(Fault::KillOnly, m_chance, 4);
        m_hubDisk.restart(m_chance, power);
        ++m_crashes;
        count("crash hub");
        note("hub restarts");
    }
    m_hub = must(hub::SqliteHubStore::open(m_hubFolder));
    m_references = std::make_unique<hub::References>();
    m_service = std::make_unique<hub::Service>(
        [this]() -> Result<std::unique_ptr<hub::HubStore>> {
            FAYI_LET(opened, hub::SqliteHubStore::open(m_hubFolder));
            return std::unique_ptr<hub::HubStore>(std::move(opened));
        },
        m_hubClock, m_hubRandom);
    followLog();
    learnRules();
}

/// What the district rules, as its hub has it.
void World::learnRules() {
    for (std::size_t i = 0; i < m_people.size(); ++i)
        readAuthority(static_cast<int>(i));
    if (m_life == 0)
        return;
    readTypes();
    readLocks();
}

void World::makePeople() {
    for (std::size_t i = 0; i < kPosts.size(); ++i) {
        SimPerson person;
        person.name = "某人" + std::to_string(i);
        person.role = kPosts[i].role;
        person.org = kPosts[i].org;
        auto context = this->context();
        const Json made = must(hub::addPerson(context, person.name, person.role, person.org));
        person.id = *parseRecordId(made["person"].get<std::string>());
        m_people.push_back(person);
        readAuthority(static_cast<int>(i));
    }
    readTypes();
    followLog();
}

/// What the hub keeps of a person is what was commanded; the model needs to know from which position on.
void World::readAuthority(int person) {
    auto& known = m_model.people[person];
    known.clear();
    for (const hub::PersonAuthority& a :
         must(m_hub->authorities(m_people[static_cast<std::size_t>(person)].id)))
        known.push_back({a.role,
                         {a.scope.begin(), a.scope.end()},
                         a.revoked,
                         a.revokedNow,
                         a.at.count(),
                         a.position.value});
}

void World::readTypes() {
    const auto reference = must(m_references->current(*m_hub));
    m_model.types.clear();
    for (const schema::RecordType* type : reference->catalog.types()) {
        model::TypeRules& rules = m_model.types[type->name];
        for (const schema::Field& field : type->fields) {
            rules.policies[field.name] = std::string(merge::nameOf(field.policy));
            for (const schema::Field& inner : field.fields)
                rules.policies[field.name + "/" + inner.name] = std::string(merge::nameOf(inner.policy));
        }
        rules.happenedOn = type->happenedOn;
        rules.seenBy = {type->seenBy.begin(), type->seenBy.end()};
        for (const auto& [action, roles] : type->roles)
            rules.roles[std::string(schema::nameOf(action))] = {roles.begin(), roles.end()};
    }
}

std::uint64_t World::hubPosition() {
    const auto last = m_hub->lastPosition();
    return last ? last->value : 0;
}

/// Everything the hub has accepted since we looked last, in its own order.
void World::followLog() {
    constexpr std::size_t kAtOnce = 1000;
    for (;;) {
        const auto lines = must(m_hub->linesAfter(m_followed, kAtOnce));
        if (lines.empty())
            return;
        for (const hub::LogLine& line : lines) {
            m_followed = line.position;
            if (line.repeats.value == 0 && !line.reference)
                followLine(line);
        }
    }
}

void World::followLine(const hub::LogLine& line) {
    const auto logged = must(m_hub->changeAt(line.position));
    const protocol::Change change = must(protocol::decodeChange(logged.body));
    const bool testified = line.testifiedBy != 0;  // perhaps only what is left of it in a state
    if (!testified)
        seeChange(change, "in the log");
    const auto at = m_inFlight.find(line.dot);
    auto id = at == m_inFlight.end() ? saveOf(nullptr, line.dot) : std::optional(at->second);
    // Who tells of it may have read it in another life of the hub, which gave the name another meaning.
    for (const SaveId meant : m_meanings[line.dot])
        if (testified && !sameContent(change, *id, true))
            id = meant;
    if (!id)
        violate("no invented change", "the hub took " + toText(line.dot) + ", which nobody wrote");
    model::Save& save = m_model.save(*id);
    if (!sameContent(change, *id, testified))
        violate("no lost write", "the hub's " + toText(line.dot) + " is not what was saved");
    if (save.fate == model::Fate::Accepted)
        violate("one save, one change",
                "the hub took save " + std::to_string(*id) + " twice, now as " + toText(line.dot));
    // One of two copies of a store was told, and the hub put back since; the other had not sent it.
    const bool another = m_life > 0 && !m_copies.empty();
    if (save.fate == model::Fate::Refused && !another)
        violate("idempotent", "the hub took " + toText(line.dot) + " after refusing it" +
                                  (testified ? ", on somebody's word" : ""));
    if (!save.forgotten)
        judgeAcceptance(*id);
    else
        count(testified ? "testified" : "sent again");
    note("the hub takes " + std::to_string(*id) + " as " + toText(line.dot) + " at " +
         std::to_string(logged.effective.packed) + (testified ? " on somebody's word" : ""));
    save.fate = model::Fate::Accepted;
    judgeTwice(*id);
    mean(line.dot, *id);
    save.position = line.position.value;
    save.order = {logged.effective.packed, line.dot.replica.value, line.dot.seq};
    m_effective[line.dot] = logged.effective.packed;
    const Millis latest = m_hubClock.now() + limits::kEffectiveAhead;
    if (logged.effective.wall() > latest + Millis(1))
        violate("clocks may lie", "an effective time lies more than five minutes ahead");
}

/// Two copies of a store give away the same names, and a hub that is put back in between takes both, one in
/// each of its lives. What these records hold then depends on who read it when: nobody promises more than
/// that every save arrives (docs/REPLICATION.md).
void World::mean(Dot dot, SaveId id) {
    m_names[dot] = id;
    std::set<SaveId>& meanings = m_meanings[dot];
    if (meanings.insert(id).second && meanings.size() == 2)
        count("name with another meaning in another life");
    if (meanings.size() > 1 && m_life > 0)
        for (const SaveId meant : meanings)
            m_unclear.insert(m_model.save(meant).record);
}

/// The same name never means two changes, wherever it is read.
void World::seeChange(const protocol::Change& change, const char* where) {
    const Bytes digest = blake2b(protocol::encodeChange(change));
    const auto [at, fresh] = m_seenChanges.emplace(change.dot, digest);
    if (!fresh && at->second != digest)
        violate("one writer per identity",
                std::string(where) + " the name " + toText(change.dot) + " has another meaning");
}

net::Response World::handle(const net::Request& request, const Meaning& meaning) {
    m_inFlight = meaning;
    for (const auto& [dot, id] : meaning)
        m_stood[id].insert(m_model.orgs(m_model.save(id).record));
    net::Response out = m_service->handle(request);
    if (!m_hubDisk.dead())
        followLog();
    const bool rules =
        request.target == protocol::kTestifyTarget || request.target == protocol::kBundlesTarget;
    if (rules && !m_hubDisk.dead())
        learnRules();
    return out;
}

/// What the hub promised in an answer is in its log, and what it refused it had a reason to.
void World::seeAnswer(const protocol::SyncRequest& request, const Meaning& meaning, const Bytes& body) {
    const auto answer = protocol::decodePages(body);
    if (!answer || !answer->whole || answer->pages.empty()) {
        violate("protocol", "the hub's own answer cannot be read");
        return;
    }
    learnRefused(request, meaning, answer->pages.front());
    for (const protocol::SyncResponse& page : answer->pages)
        seePage(page);
}

void World::seePage(const protocol::SyncResponse& page) {
    for (const protocol::Fork& fork : page.forked)
        note("the hub tells of a fork of " + toText(Dot{fork.replica, fork.common}));
    for (const protocol::SentChange& sent : page.changes) {
        const auto save = saveOf(nullptr, sent.change.dot);
        if (save ? !m_model.save(*save).forgotten : m_life == 0)
            seeChange(sent.change, "on the wire");
        else if (save &&
                 !sameContent(sent.change, *save, true))  // somebody's word for it may be only what is left
            violate("no lost write", "what the hub forgot comes back as something else");
        const auto at = m_effective.find(sent.change.dot);
        if (at != m_effective.end() && at->second != sent.effective.packed)
            violate("effective time", toText(sent.change.dot) + " travels with another effective time");
    }
}

/// The answer got through: what it acknowledges the station has receipts for, unless it dies over it.
void World::deliver(const protocol::SyncRequest& request, const Meaning& meaning, const Bytes& body) {
    const auto pages = must(protocol::decodePages(body));
    const protocol::SyncResponse& answer = pages.pages.front();
    if (isGreeting(request, answer))
        return;
    for (const protocol::SentChange& sent : request.changes) {
        const auto ack = std::ranges::find(answer.acks, sent.change.dot.replica, &protocol::Ack::replica);
        const SaveId id = meaning.at(sent.change.dot);
        if (ack != answer.acks.end() && sent.change.dot.seq <= ack->seq &&
            m_model.save(id).fate == model::Fate::Accepted)
            m_delivered.insert(id);
    }
}

void World::learnRefused(const protocol::SyncRequest& request, const Meaning& meaning,
                         const protocol::SyncResponse& answer) {
    if (isGreeting(request, answer))
        return;
    for (const protocol::Ack& ack : answer.acks) {
        std::set<std::uint64_t> refused;
        for (const protocol::Refusal& refusal : ack.refused)
            refused.insert(refusal.seq);
        for (const protocol::SentChange& sent : request.changes) {
            const Dot dot = sent.change.dot;
            if (dot.replica != ack.replica || dot.seq > ack.seq)
                continue;
            const SaveId id = meaning.at(dot);
            model::Save& save = m_model.save(id);
            if (refused.contains(dot.seq)) {
                const auto at = std::ranges::find(ack.refused, dot.seq, &protocol::Refusal::seq);
                if (save.fate == model::Fate::Accepted)
                    violate("idempotent", toText(dot) + " was accepted and is refused now");
                // It was the other copy that was told; or hub and store were both put back to before the
                // answer.
                const bool another = m_life > 0 && (isShared(id) || !isAnswered(id));
                if (m_acknowledged.contains(id) && m_model.exists(save.record) && !another)
                    violate("idempotent", toText(dot) + " was acknowledged once and is refused now");
                if (save.fate != model::Fate::Refused)
                    judgeRefusal(id, at->code);
                // A refusal takes no position: it lies after the backup that was made at this one.
                if (save.fate != model::Fate::Refused)
                    save.position = hubPosition() + (m_hubCopy && m_hubCopy->position.value == hubPosition());
                save.fate = model::Fate::Refused;
                mean(dot, id);
                save.code = at->code;
            } else if (save.fate != model::Fate::Accepted && !takesPlace(dot, id)) {
                violate("durable before told", "acknowledged, but not in the hub's log: " + toText(dot));
            }
        }
    }
}

/// Two copies of a store have made the same change at the same time, byte for byte: it is one.
void World::areOne(SaveId id, SaveId other) {
    const auto first = m_twins.find(other);
    m_twins[id] = first == m_twins.end() ? other : first->second;
    m_model.save(id).fate = model::Fate::Lost;
    for (const auto& station : m_stations) {
        if (std::ranges::find(station->saves, id) == station->saves.end())
            continue;
        std::ranges::replace(station->saves, id, other);
        station->again.erase(other);
        station->again[id] = other;
        for (auto& [dot, named] : station->names)
            if (named == id)
                named = other;
        for (const SaveId each : station->saves)
            if (each != other)
                followTwice(*station, each);
    }
}

/// What its author signed takes the place of what others had told under its name, which another copy of the
/// store had given away in a former life of the hub.
bool World::takesPlace(Dot dot, SaveId id) {
    const auto logged = must(m_hub->changeOf(dot));
    const auto before = m_names.find(dot);
    if (!logged || before == m_names.end() || !sameContent(must(protocol::decodeChange(logged->body)), id))
        return false;
    if (sameContent(must(protocol::decodeChange(logged->body)), before->second)) {
        areOne(id, before->second);
        return true;
    }
    if (m_life == 0)
        return false;
    m_model.save(before->second).fate = model::Fate::Pending;
    model::Save& save = m_model.save(id);
    save.fate = model::Fate::Accepted;
    save.position = logged->line.position.value;
    save.order = {logged->effective.packed, dot.replica.value, dot.seq};
    mean(dot, id);
    return true;
}

/// Refusing needs a cause that the model sees too. A save of a record whose name means another record to the
/// hub now is judged there by what that one is (docs/REPLICATION.md).
void World::judgeRefusal(SaveId id, const std::string& code) {
    const model::Save& save = m_model.save(id);
    count("refused " + code);
    bool cause = m_unclear.contains(save.record);
    if (code == "validation" || code == "size")
        cause = save.flawed;
    const int creator = m_model.record(save.record).created;
    const auto refusedOrGone = [&](SaveId which) {
        return m_model.save(which).fate != model::Fate::Accepted;
    };
    if (code == "rests-on-refused" || code == "unknown-record") {
        cause = !save.creates && refusedOrGone(creator);
        for (const model::Write& write : save.writes)
            if (const auto mark = write.path.find('#'); mark != std::string::npos && write.path[0] != '$') {
                const SaveId maker = std::stoi(write.path.substr(mark + 1));
                cause |= maker != id && refusedOrGone(maker);
            }
    }
    if (code == "permission" || code == "revoked") {
        const auto& authorities = m_model.people.at(save.person);
        const auto permitted = [&](const std::set<std::string>& orgs) {
            return m_model.permits(authorities.back(), save, orgs);
        };
        cause = !permitted(m_model.orgs(save.record));
        // Where it stood when the hub looked: other saves of the same request may have moved it since, and
        // the answer may be that to a second copy of it.
        for (const std::set<std::string>& before : m_stood[id])
            cause |= !permitted(before);
        for (const auto& [dot, other] : m_inFlight) {
            if (other == creator)  // before a move in the same request
                cause |= !permitted({m_model.save(creator).homeOrg});
            for (const model::Write& write : m_model.save(other).writes)
                if (write.path == "$org" && m_model.save(other).record == save.record)
                    cause |= !permitted({write.value.get<std::string>()});
        }
    }
    if (code == "locked")
        cause = m_model.locked(save, true);
    if (code == "void")
        cause |= m_model.isVoid(save.record) ||
                 (model::Model::voids(save) && m_model.mayHaveBeenDraft(save.record));
    if (!cause)
        violate("refused with cause", "save " + std::to_string(id) + " was refused as " + code);
}

/// What was never permitted to its author, or must be refused for its content, is not accepted.
void World::judgeAcceptance(SaveId id) {
    const model::Save& save = m_model.save(id);
    const auto& authorities = m_model.people.at(save.person);
    if (authorities.back().now && authorities.back().revoked)
        violate("refused with cause", "save " + std::to_string(id) + " came after its author was cut off");
    if (m_unclear.contains(save.record))
        return;  // the hub judges by the other record of that name, which may be of another type
    if (save.flawed)
        violate("refused with cause", "save " + std::to_string(id) + " should have been refused");
    if (m_model.locked(save, false))
        violate("refused with cause", "save " + std::to_string(id) + " was accepted in a locked period");
    if (!model::Model::voids(save) && m_model.isVoid(save.record))
        violate("refused with cause", "save " + std::to_string(id) + " was accepted of a void record");
    const std::set<std::string> everywhere = m_model.everywhere(save.record);
    const bool ever = std::ranges::any_of(
        authorities, [&](const model::Authority& a) { return m_model.permits(a, save, everywhere); });
    if (!ever)
        violate("refused with cause", "save " + std::to_string(id) + " was accepted, and never permitted");
}

// Stations
// ------------------------------------------------------------------------------------------------------

Station& World::addStation(const std::string& name) {
    auto station = std::make_unique<Station>(
        m_time, m_plan.seed * 1009 + 13 * static_cast<std::uint64_t>(m_stations.size() + 1));
    station->number = static_cast<int>(m_stations.size());
    station->lineage = station->number;
    station->name = name;
    station->folder = m_disks.folder(name, station->disk);
    station->clock.jumped = m_time;
    const auto roll = m_chance() % 8;
    constexpr std::int64_t kDay = 86'400'000;
    if (roll == 0)
        station->clock.error = 3 * 365 * kDay;
    if (roll == 1)
        station->clock.error = -5 * 365 * kDay;
    if (roll == 2)
        station->clock.error = 90'000;
    if (roll == 3)
        station->clock.drift = 1e-4;
    m_stations.push_back(std::move(station));
    return *m_stations.back();
}

/// As the use case "enrol" of a station does it.
void World::enrol(Station& station, std::int64_t person, int who, Chance* faults) {
    auto context = this->context();
    const SimPerson& model = m_people.at(static_cast<std::size_t>(who));
    const auto issued = hub::issueCode(context, model.id, std::chrono::hours(24));
    if (!issued)
        return;  // revoked, or the hub is just starting again
    const auto joined = station.store->enrolment();
    protocol::EnrolRequest request{(*issued)["code"].get<std::string>(),
                                   station.name,
                                   std::nullopt,
                                   {},
                                   must(station.store->penFor(person))};
    if (joined) {
        request.station = joined->station;
        request.token = joined->token;
    }
    Chance none(1);
    FaultyTransport transport(*this, station, faults == nullptr ? none : *faults, faults != nullptr, 100);
    for (int attempt = 0; attempt < 20; ++attempt) {
        const auto reply =
            transport.post(protocol::kEnrolTarget, protocol::toJson(request).dump(), protocol::kJsonMedia);
        const Json json = Json::parse(reply.body, nullptr, false);
        if (reply.trouble != protocol::Trouble::None || json.is_discarded())
            continue;
        const auto answer = must(protocol::enrolResponseFrom(json));
        const auto enrolled = must(station.store->enrol(
            {"http://hub", "", answer.station, answer.token, answer.district, answer.districtName}, answer,
            person));
        station.people[person] = who;
        m_members[station.lineage].insert(who);
        station.enrolled = true;
        for (const SaveId id : station.saves)
            if (m_model.save(id).person < 0) {
                m_model.save(id).person = who;
                m_model.save(id).homeOrg = enrolled.org;
            }
        return;
    }
    if (joined)
        must(station.store->removePerson(person));
}

void World::restart(Station& station, bool power) {
    station.store.reset();
    station.disk.restart(m_chance, power);
    ++m_crashes;
    count("crash station");
    note(station.name + " restarts");
    auto opened = store::Store::open(station.folder, station.clock, station.random);
    if (!opened)
        violate("durable before told",
                station.name + " cannot be opened after a crash: " + opened.error().message.en);
    station.store = std::move(*opened);
    station.forms.clear();
    afterRestart(station);
    checkSound(station, "after a crash");
}

/// All that was told is there.
void World::afterRestart(Station& station) {
    if (!station.enrolled)
        return;
    const auto request = must(station.store->nextRequest());
    learnNames(station, request.changes, request.own);
    for (const auto& entry : request.own)
        if (const auto known = station.penSeq.find(entry.replica);
            known != station.penSeq.end() && entry.seq < known->second)
            violate("durable before told", station.name + " had told of " + toText(entry.replica) + "-" +
                                               std::to_string(known->second) + " and lost it");
}

Meaning World::seeRequest(Station& station, const protocol::SyncRequest& request) {
    learnNames(station, request.changes, request.own);
    Meaning out;
    for (const protocol::SentChange& sent : request.changes)
        out[sent.change.dot] = *saveOf(&station, sent.change.dot);
    return out;
}

/// What came of an exchange, whichever way it went.
void World::hearResult(Station& station, const runtime::SyncResult& result, Chance& chance, bool doomed) {
    if (result.copied) {
        note(station.name + " is told that it is a copy");
        std::erase_if(station.names, [&](const auto& name) { return station.closed.contains(name.second); });
        const int told = ++m_notices[station.number];
        if (told > m_copies[station.lineage])
            violate("told once", station.name + " was told of a copy more often than there were copies");
    }
    if (!result.notice.zh.empty())
        station.forms.clear();  // records may have other names now
    if (!station.disk.dead()) {
        station.answered.insert(m_delivered.begin(), m_delivered.end());
        m_acknowledged.merge(m_delivered);
    }
    if (station.disk.dead())
        restart(station, !strikes(Fault::KillOnly, chance, 4));
    station.disk.spare();
    if (result.trouble == protocol::Trouble::Store && !doomed)
        violate("never stuck", station.name + " cannot apply an answer: " + result.words.en);
    if (!result.notice.zh.empty() || result.trouble == protocol::Trouble::None)
        afterRestart(station);
}

runtime::SyncResult World::sync(Station& station, Chance& chance, bool faulty, int mostExchanges) {
    const bool doomed = faulty && strikes(Fault::StationDiesSyncing, chance, 12);
    if (doomed)
        station.disk.cutAfter(1 + chance() % 40);
    m_delivered.clear();
    FaultyTransport transport(*this, station, chance, faulty, mostExchanges);
    const runtime::SyncResult result = runtime::syncAll(*station.store, transport);
    hearResult(station, result, chance, doomed);
    station.ended = result.trouble == protocol::Trouble::Revoked;
    if (result.trouble == protocol::Trouble::None)
        station.life = m_life;
    return result;
}

}  // namespace fayi::sim
