// SPDX-License-Identifier: Apache-2.0
// The invariants of replication.md at rest, each named after itself.
#include "fayi/server/reports.h"
#include "world.h"

namespace fayi::sim {
namespace {

/// Rounds after which nothing may be left to send or fetch: one to send, one to fetch what others sent, one
/// for what a fork issued again, and one to see that it is so; a copy may have to hear of another copy first.
constexpr int kRounds = 8;

std::string listOf(const std::set<std::string>& words) {
    std::string out = "{";
    for (const std::string& word : words)
        out += word + " ";
    return out + "}";
}

std::string listOf(const std::set<SaveId>& saves) {
    std::string out = "{";
    for (const SaveId id : saves)
        out += std::to_string(id) + " ";
    return out + "}";
}

}  // namespace

void World::drain() {
    m_calm = true;
    note("calm");
    for (auto& station : m_stations)
        station->disk.spare();
    m_hubDisk.spare();
    bool quiet = false;
    for (int round = 0; !quiet; ++round) {
        if (round == kRounds)
            violate("never stuck", "queues do not drain");
        quiet = true;
        for (auto& station : m_stations) {
            m_time += 60'000;
            Chance chance(1);
            const runtime::SyncResult result = sync(*station, chance, false, 1000);
            const bool ended = result.trouble == protocol::Trouble::Revoked;
            if (result.trouble != protocol::Trouble::None && !ended)
                violate("never stuck", station->name + " cannot sync: " + result.words.en);
            quiet &= ended || (result.pushed == 0 && result.pulled == 0 && result.refused.empty() &&
                               !station->store->hasUnsent());
        }
    }
}

void World::check() {
    checkFates();
    checkHub();
    for (auto& station : m_stations) {
        checkSound(*station, "at the end");
        checkAttention(*station);
        checkLists(*station);
        if (!station->ended)
            checkStation(*station);
    }
}

/// Everything that somebody was told was saved has reached the hub, or was refused, or rested on what was
/// refused and was mended or discarded together with it: a store that turns out to be a copy does not issue
/// that again.
void World::checkFates() {
    for (auto& station : m_stations)
        for (const SaveId id : station->saves)
            if (m_model.save(id).fate == model::Fate::Pending && !m_model.save(id).forgotten &&
                !station->closed.contains(id) && !station->ended)
                violate("no lost write",
                        "save " + std::to_string(id) + " of " + station->name + " never reached the hub");
}

void World::checkHub() {
    auto context = this->context();
    const Json log = must(hub::verifyLog(context));
    if (log.at("ok") != Json(true))
        violate("evidence", "verify-log: " + log.dump());
    if (const auto faults = m_hub->faults(); !faults.empty())
        violate("durable before told", "the hub's file is damaged: " + faults.front());
    const auto reference = must(m_references->current(*m_hub));
    std::map<int, RecordId> ids;
    for (const auto& [dot, id] : m_names)
        if (m_model.save(id).creates)
            ids[m_model.save(id).record] = {dot};
    for (std::size_t i = 0; i < m_model.records.size(); ++i) {
        const int record = static_cast<int>(i);
        if (!m_model.exists(record))
            continue;
        const auto kept = must(m_hub->record(ids.at(record)));
        if (!kept)
            violate("no lost write", "the hub lost record " + std::to_string(record));
        checkRegisters(nullptr, record, kept->registers);
        checkView(nullptr, record, reference->catalog.type(kept->type), kept->registers, [&] {
            const auto codes = hub::splitCodes(kept->orgs);
            return std::set<std::string>(codes.begin(), codes.end());
        }());
        std::map<std::string, Json> history;
        for (const Json& line : must(hub::history(context, ids.at(record))))
            history[line.at("version").get<std::string>()] = line;
        for (const SaveId id : m_model.record(record).saves) {
            const model::Save& save = m_model.save(id);
            if (save.fate != model::Fate::Accepted)
                continue;
            const auto line = history.find(toText(Dot{{save.order.replica}, save.order.seq}));
            const bool whole =
                line != history.end() && (line->second.contains("testimony") ||
                                          line->second.at("writes").size() == save.writes.size());
            if (!whole)
                violate("no lost write", "save " + std::to_string(id) + " is not in the hub's history");
        }
    }
}

/// " by CHANGE at EFFECTIVE" of each sibling, as the store has it and as the model.
std::string World::timesOf(const merge::RecordState& state, const std::string& path) const {
    std::string out;
    const merge::Register* reg = state.find(path);
    if (reg == nullptr)
        return out;
    for (const merge::Version& version : reg->siblings()) {
        const auto known = m_effective.find(version.dot);
        out += "; " + toText(version.dot) + " at " + std::to_string(version.time.packed) + ", the hub's " +
               std::to_string(known == m_effective.end() ? 0 : known->second);
    }
    return out;
}

/// Siblings are exactly the accepted writes that nobody had seen who wrote after them.
void World::checkRegisters(const Station* station, int record, const merge::RecordState& state) {
    if (m_unclear.contains(record))
        return;
    const std::string where = station == nullptr ? "hub" : station->name;
    std::map<std::string, std::set<SaveId>> shown;
    for (const auto& [text, reg] : state.registers()) {
        const std::string path = modelPath(station, text, record);
        for (const merge::Version& version : reg.siblings()) {
            const auto save = saveOf(station, version.dot);
            if (!save)
                violate("no invented change", where + " holds " + toText(version.dot));
            if (m_model.valueOf(*save, path) != version.value)
                violate("no lost write", where + " has another value of " + path);
            shown[path].insert(*save);
        }
    }
    for (const std::string& path : m_model.paths(record)) {
        const auto expected = m_model.siblings(record, path);
        if (shown[path] != expected)
            violate("no lost write", where + " record " + std::to_string(record) + " " + path + " has " +
                                         listOf(shown[path]) + " and should have " + listOf(expected));
        shown.erase(path);
    }
    for (const auto& [path, saves] : shown)
        if (!saves.empty())
            violate("no invented change", where + " record " + std::to_string(record) + " has " + path);
}

void World::checkView(const Station* station, int record, const schema::RecordType* type,
                      const merge::RecordState& state, const std::set<std::string>& orgs) {
    if (m_unclear.contains(record))
        return;
    const records::View view = records::view(type, m_model.record(record).type, state);
    const std::string what =
        (station == nullptr ? "hub" : station->name) + " record " + std::to_string(record);
    std::set<std::string> conflicts;
    bool textConflict = false;
    for (const std::string& path : view.conflicts)
        if (m_model.policyOf(record, modelPath(station, path, record)) != "text")
            conflicts.insert(modelPath(station, path, record));
        else
            textConflict = true;
    std::set<std::string> expected;
    for (const std::string& path : m_model.conflicts(record))
        if (m_model.policyOf(record, path) != "text")
            expected.insert(path);
    if (type != nullptr && conflicts != expected)
        violate("conflicts are exact",
                what + " has " + listOf(conflicts) + " and should have " + listOf(expected));
    if (view.deleted != m_model.deleted(record))
        violate("delete", what + (view.deleted ? " is deleted" : " is not deleted"));
    const std::string standing = m_model.state(record, textConflict);
    if (type != nullptr && view.state != standing)
        violate("verification", what + " is " + view.state + " and should be " + standing);
    if (view.restricted.has_value() != m_model.restricted(record))
        violate("restriction", what + (view.restricted ? " is restricted" : " is not restricted"));
    if (station == nullptr && orgs != m_model.orgs(record))
        violate("scope is exact",
                what + " is in " + listOf(orgs) + " and should be in " + listOf(m_model.orgs(record)));
    std::set<std::string> parts;
    for (const auto& [name, value] : view.fields.items())
        for (const Json& part : value.is_array() ? value : Json::array())
            parts.insert(part.is_object() && part.contains("item")
                             ? modelPath(station, name + "/" + part["item"].get<std::string>(), record)
                             : name + ":" + (part.is_string() ? part.get<std::string>() : part.dump()));
    if (type != nullptr && parts != m_model.parts(record))
        violate("lists and sets",
                what + " shows " + listOf(parts) + " and should show " + listOf(m_model.parts(record)));
    if (type != nullptr)
        checkItems(what, station, record, view);
    const Json all = told(station, record, view);
    const Json& theHubs = m_told.try_emplace(record, all).first->second;
    if (all != theHubs)
        violate("convergence", what + " shows " + all.dump() + " and the hub " + theHubs.dump());
    for (const std::string& path : m_model.paths(record)) {
        if (path.find_first_of("/:$") != std::string::npos || m_model.policyOf(record, path) == "text" ||
            type == nullptr)
            continue;
        const Json shown = m_model.shown(record, path);
        const auto at = view.fields.find(path);
        const Json mine = at == view.fields.end() ? Json() : *at;
        if (mine != shown)
            violate("convergence", what + " shows " + path + " " + mine.dump() + " and should show " +
                                       shown.dump() + timesOf(state, path));
    }
}

/// Items stand as their places have it; those at one place in any order, for told() sees that it is one.
void World::checkItems(const std::string& what, const Station* station, int record,
                       const records::View& view) {
    for (const auto& [name, value] : view.fields.items()) {
        if (!value.is_array() || value.empty() || !value.front().is_object() ||
            !value.front().contains("item"))
            continue;
        auto at = value.begin();
        for (const std::set<std::string>& neighbours : m_model.itemsInOrder(record, name)) {
            std::set<std::string> shown;
            for (std::size_t i = 0; i < neighbours.size() && at != value.end(); ++i, ++at)
                shown.insert(modelPath(station, name + "/" + at->at("item").get<std::string>(), record));
            if (shown != neighbours)
                violate("lists and sets",
                        what + " shows " + listOf(shown) + " where " + listOf(neighbours) + " should stand");
        }
    }
}

/// All that people see of a record, in words that are the same in every store.
Json World::told(const Station* station, int record, const records::View& view) const {
    Json fields = view.fields;
    for (auto& [name, value] : fields.items())
        if (value.is_array())
            for (Json& part : value)
                if (part.is_object() && part.contains("item"))
                    part["item"] = modelPath(station, name + "/" + part["item"].get<std::string>(), record);
    std::multiset<std::string> remarks;
    for (const records::Remark& remark : view.remarks)
        remarks.insert(remark.field + ": " + remark.text);
    std::set<std::string> conflicts, merged;
    for (const std::string& path : view.conflicts)
        conflicts.insert(modelPath(station, path, record));
    for (const std::string& path : view.merged)
        merged.insert(modelPath(station, path, record));
    return {{"fields", fields},
            {"state", view.state},
            {"deleted", view.deleted},
            {"revived", view.revived},
            {"void", view.voided ? view.voided->reason : ""},
            {"restricted", view.restricted ? view.restricted->reason : ""},
            {"remarks", remarks},
            {"conflicts", conflicts},
            {"merged", merged}};
}

/// Who joined here; of a hub that was put back, who it knows: it may have forgotten somebody of whom no store
/// has a certificate.
std::set<int> World::membersOf(const Station& station) {
    const auto enrolment = station.store->enrolment();
    if (m_life == 0 || !enrolment)
        return m_members[station.lineage];
    std::set<int> out;
    const auto members = must(m_hub->membersOf(enrolment->station));
    for (std::size_t i = 0; i < m_people.size(); ++i)
        if (std::ranges::find(members, m_people[i].id) != members.end())
            out.insert(static_cast<int>(i));
    return out;
}

/// A deleted record that nobody wrote to for 90 days leaves every scope.
bool World::mayBeForgotten(int record) const {
    constexpr std::chrono::hours kQuiet(24 * 90);
    const auto& saves = m_model.record(record).saves;
    return m_model.deleted(record) && std::ranges::all_of(saves, [&](SaveId id) {
               const model::Save& save = m_model.save(id);
               return save.fate != model::Fate::Accepted ||
                      HybridTime{save.order.effective}.wall() + kQuiet <= m_hubClock.now();
           });
}

/// Where people see records of that type: in the scopes of those whose role does.
std::set<std::string> World::rootsOf(const std::set<int>& people, const std::string& type) const {
    std::set<std::string> out;
    const auto rules = m_model.types.find(type);
    for (const int who : people) {
        const model::Authority& authority = m_model.people.at(who).back();
        const bool all = rules == m_model.types.end() || rules->second.seenBy.empty();
        if (!authority.revoked && (all || rules->second.seenBy.contains(authority.role)))
            out.insert(authority.scope.begin(), authority.scope.end());
    }
    return out;
}

/// A station holds every record of its scope and no other, but for what was refused from its creation on.
void World::checkStation(Station& station) {
    const std::set<int> members = membersOf(station);
    std::set<int> held;
    std::set<RecordId> attended;
    for (const store::Attention& entry : must(station.store->attention()))
        attended.insert(entry.record);
    const Status walked = station.store->forEach([&](const store::StoredRecord& stored) -> Status {
        const auto record = recordOf(&station, stored.id);
        if (!record)
            violate("no invented change", station.name + " holds " + toText(stored.id));
        if (m_model.save(m_model.record(*record).created).forgotten && !m_model.exists(*record) &&
            !attended.contains(stored.id))
            violate("no lost write", station.name + " holds record " + std::to_string(*record) +
                                         ", which the hub forgot and has not got back");
        if (!m_model.exists(*record))
            return {};
        held.insert(*record);
        const auto orgs = m_model.orgs(*record);
        if (attended.contains(stored.id))
            return {};  // kept until somebody has dealt with what was refused
        const auto roots = rootsOf(members, m_model.record(*record).type);
        if (std::ranges::none_of(orgs, [&](const std::string& o) { return model::Model::within(o, roots); }))
            violate("scope is exact", station.name + " holds record " + std::to_string(*record) + " of " +
                                          listOf(orgs) + ", its scope is " + listOf(roots));
        const merge::RecordState state = must(station.store->state(stored.id));
        checkRegisters(&station, *record, state);
        checkView(&station, *record, station.store->catalog().type(stored.view.type), state, {});
        return {};
    });
    if (!walked)
        violate("works", walked.error().message.en);
    for (std::size_t i = 0; i < m_model.records.size(); ++i) {
        const int record = static_cast<int>(i);
        const auto orgs = m_model.orgs(record);
        const auto roots = rootsOf(members, m_model.record(record).type);
        if (m_model.exists(record) && !held.contains(record) && !mayBeForgotten(record) &&
            std::ranges::any_of(orgs, [&](const std::string& o) { return model::Model::within(o, roots); }))
            violate("scope is exact", station.name + " lacks record " + std::to_string(record) + " of " +
                                          listOf(orgs) + ", its scope is " + listOf(roots));
    }
}

/// A list, which reads no registers, tells of each record what the record itself does.
void World::checkLists(const Station& station) {
    for (const bool bin : {false, true}) {
        store::ListQuery query;
        query.deleted = bin;
        query.limit = m_model.records.size() + 1;
        for (const store::RecordLine& line : must(station.store->lines(query))) {
            const store::StoredRecord whole = must(station.store->get(line.id));
            const records::View& view = whole.view;
            const bool same =
                line.type == view.type && line.title == whole.title && line.org == view.org &&
                line.state == view.state && line.happenedOn == view.happenedOn && line.sync == whole.sync &&
                line.updatedBy == whole.updatedBy && line.updated == view.updated &&
                line.conflicts == view.conflicts.size() && line.deleted == view.deleted &&
                line.changedSinceVerified == view.changedSinceVerified &&
                line.restricted == view.restricted.has_value() && line.fields.read() == view.fields;
            if (!same)
                violate("lists and sets",
                        station.name + " lists " + toText(line.id) + " otherwise than it shows it");
        }
    }
}

/// What the hub refused is kept, with its content, where it was written.
void World::checkAttention(Station& station) {
    std::set<SaveId> told;
    for (const store::Attention& entry : must(station.store->attention())) {
        const auto save = saveOf(&station, entry.change);
        if (!save)
            violate("no invented change", station.name + " names a refusal nobody made");
        if (entry.writes.size() != m_model.save(*save).writes.size())
            violate("never stuck", "the content of refused save " + std::to_string(*save) + " is not kept");
        told.insert(*save);
    }
    for (const SaveId id : station.saves)
        if (m_model.save(id).fate == model::Fate::Refused && !told.contains(id) &&
            !station.closed.contains(id) && !station.ended &&  // which may have ended before it heard
            !(m_life > 0 && isElsewhere(station, id)))         // or had the former hub's word for it
            violate("never stuck", station.name + " does not tell of refused save " + std::to_string(id));
}

void World::checkSound(Station& station, const std::string& when) {
    const auto report = station.store->check();
    if (!report)
        violate("durable before told", station.name + " cannot be examined: " + report.error().message.en);
    if (!report->faults.empty())
        violate("durable before told", station.name + " " + when + ": " + report->faults.front().en);
}

}  // namespace fayi::sim
