// SPDX-License-Identifier: Apache-2.0
// What a person is shown, what they save, and how the model remembers it.
#include "world.h"

namespace fayi::sim {
namespace {

std::string itemPathOf(const std::string& path) {
    const auto first = path.find('/');
    const auto second = first == std::string::npos ? first : path.find('/', first + 1);
    return path.substr(0, second);
}

}  // namespace

/// A form is filled from the store; what the model takes down is which saves the values came from, and what
/// the authors of these had seen.
std::optional<Form> World::load(Station& station, RecordId id) {
    const auto record = recordOf(&station, id);
    const auto stored = station.store->get(id);
    if (!record || !stored || saveOf(&station, id.created) != m_model.record(*record).created)
        return std::nullopt;  // (its name may mean something else to a hub that was put back)
    const auto state = station.store->state(id);
    if (!state)
        violate("never stuck", "a record without a state: " + toText(id));
    Form out{id, *record, stored->view.type, stored->seen, {}, {}};
    for (const auto& [text, reg] : state->registers()) {
        const std::string path = modelPath(&station, text, out.record);
        Seen& seen = out.seen[path];
        for (const merge::Version& version : reg.siblings()) {
            const auto save = saveOf(&station, version.dot);
            if (!save)
                return std::nullopt;  // a name we have not heard of yet: the next request tells
            const bool same = m_model.valueOf(*save, path) == version.value;
            if (!same && (station.life != m_life || m_unclear.contains(out.record)))
                return std::nullopt;  // a name may have got another meaning since
            if (!same)
                violate("no lost write",
                        station.name + " shows what was not saved: " + path + " of " + toText(version.dot));
            seen.insert(*save);
            for (const model::Write& write : m_model.save(*save).writes)
                if (write.path == path)
                    seen.insert(write.seen.begin(), write.seen.end());
        }
        out.all.insert(seen.begin(), seen.end());
    }
    return out;
}

SaveId World::keepSave(Station& station, std::int64_t person, const std::optional<Form>& form,
                       const store::Save& save) {
    model::Save kept;
    kept.record = form ? form->record : m_model.addRecord(save.type);
    kept.creates = !form;
    kept.flawed = save.anySize;
    kept.madeAt = m_time;
    const auto who = station.people.find(person);
    kept.person = who == station.people.end() ? -1 : who->second;
    if (kept.person >= 0)
        kept.homeOrg = m_people[static_cast<std::size_t>(kept.person)].org;
    const SaveId id = m_model.add(std::move(kept));
    for (const merge::Write& write : save.writes) {
        model::Write its;
        its.path = modelPath(&station, write.path, m_model.save(id).record, id);
        its.value = write.value;
        m_model.save(id).flawed |= its.path == "attendance" && its.value.is_string();
        if (form) {
            if (const auto seen = form->seen.find(its.path); seen != form->seen.end())
                its.seen = seen->second;
            const bool removal = its.value.is_null() && its.path[0] != '$' &&
                                 itemPathOf(its.path) == its.path && its.path.find('/') != std::string::npos;
            if (its.path == "$deleted" || its.value == Json("verified"))
                its.wide = form->all;
            else if (removal)
                for (const auto& [path, seen] : form->seen)
                    if (itemPathOf(path) == its.path)
                        its.wide.insert(seen.begin(), seen.end());
        }
        m_model.save(id).writes.push_back(std::move(its));
    }
    m_model.save(id).flawed |= model::Model::voidsBesides(m_model.save(id));
    station.saves.push_back(id);
    return id;
}

/// All of it or nothing; told is what the store said yes to.
bool World::save(Station& station, std::int64_t person, const std::optional<Form>& form,
                 std::vector<store::Save> saves, Chance& chance) {
    const bool doomed = station.enrolled && strikes(Fault::StationDiesSaving, chance, 40);
    if (doomed)
        station.disk.cutAfter(1 + chance() % 12);
    const auto saved = station.store->save(person, saves);
    const bool died = station.disk.dead();
    station.disk.spare();
    if (!saved && !died && saved.error().code == ErrorCode::Validation)
        return false;  // it rests on what was refused: to be mended first
    if (!saved && !died)
        violate("never stuck", station.name + " cannot save: " + saved.error().message.en);
    std::vector<SaveId> ids;
    for (const store::Save& one : saves)
        ids.push_back(keepSave(station, person, form, one));
    if (saved) {
        ReplicaId replica;
        if (!died)
            for (const store::Person& known : station.store->people())
                if (known.number == person)
                    replica = known.replica;
        for (const SaveId id : ids)
            if (!died)
                station.names[{replica, ++station.penSeq[replica]}] = id;
    }
    if (died) {
        restart(station, !strikes(Fault::KillOnly, chance, 4));
        std::set<SaveId> named;
        for (const auto& [dot, id] : station.names)
            named.insert(id);
        const auto there = std::ranges::count_if(ids, [&](SaveId id) { return named.contains(id); });
        if (there != 0 && there != static_cast<std::ptrdiff_t>(ids.size()))
            violate("all or nothing", "a crash left a part of one save");
        if (saved && there == 0)
            violate("durable before told", station.name + " lost a save it had told of");
        if (there == 0) {
            for (const SaveId id : ids)
                m_model.save(id).fate = model::Fate::Lost;
            std::erase_if(station.saves,
                          [&](SaveId id) { return m_model.save(id).fate == model::Fate::Lost; });
        }
    }
    station.disk.spare();
    note(station.name + " saves " + std::to_string(saves.size()) + (form ? " of record " : " new record ") +
         m_model.record(m_model.save(ids.front()).record).type + " " +
         std::to_string(m_model.save(ids.front()).record) + " as " + std::to_string(ids.front()) + " " +
         (saves.front().writes.size() < 4 ? Json(m_model.save(ids.front()).writes.front().path).dump() : "") +
         (died ? " and dies" : ""));
    return saved.ok();
}

/// Some record that the store holds; edits meet on few of them, so that they collide.
std::optional<RecordId> World::pick(Station& station, Chance& chance, const std::string& type) {
    store::ListQuery query;
    query.type = type;
    query.order = "updated";
    query.limit = 40;
    const auto found = station.store->list(query);
    if (!found || found->empty())
        return std::nullopt;
    std::vector<RecordId> out;
    for (const store::StoredRecord& stored : *found)
        if (recordOf(&station, stored.id))
            out.push_back(stored.id);
    std::ranges::sort(out, {}, [&](RecordId id) { return *recordOf(&station, id); });
    if (out.empty())
        return std::nullopt;
    // Old ones are held by more stations: half of the time one of the first few.
    const std::size_t among = chance() % 2 == 0 ? std::min<std::size_t>(4, out.size()) : out.size();
    return out[chance() % among];
}

/// Somebody of this computer who the hub would let do it; what no one may is another operation.
std::optional<std::int64_t> World::pen(Station& station, Chance& chance, RecordId id, bool reviewer) {
    std::vector<std::int64_t> out;
    std::set<std::string> orgs;
    if (id)
        if (const auto stored = station.store->get(id)) {
            orgs.insert(stored->view.orgs.begin(), stored->view.orgs.end());
            orgs.insert(stored->view.org);
        }
    for (const auto& [number, who] : station.people) {
        const SimPerson& person = m_people[static_cast<std::size_t>(who)];
        if (reviewer && person.role == "advisor")
            continue;
        const auto& authorities = m_model.people.at(who);
        const bool sees = !id || std::ranges::any_of(orgs, [&](const std::string& org) {
            return model::Model::within(org, authorities.back().scope);
        });
        if (sees || chance() % 4 == 0)
            out.push_back(number);
    }
    if (out.empty())
        return std::nullopt;
    return out[chance() % out.size()];
}

}  // namespace fayi::sim
