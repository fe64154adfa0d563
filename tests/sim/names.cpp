// SPDX-License-Identifier: Apache-2.0
// Which save a change is: names that change when a store turns out to be a copy.
#include "world.h"

namespace fayi::sim {

/// After a fork a store's unsent saves go by new names, in their old order.
void World::learnNames(Station& station, const std::vector<protocol::SentChange>& changes,
                       const std::vector<merge::VersionVector::Entry>& own) {
    std::vector<const protocol::Change*> unknown;
    for (const protocol::SentChange& sent : changes)
        if (!saveOf(&station, sent.change.dot))
            unknown.push_back(&sent.change);
    std::ranges::stable_sort(unknown, {},
                             [](const protocol::Change* c) { return std::pair(c->time, c->dot); });
    std::map<SaveId, SaveId> twice;
    std::vector<SaveId> taken;
    std::size_t next = 0;
    for (const protocol::Change* change : unknown) {
        const auto begin = station.saves.begin() + static_cast<std::ptrdiff_t>(next);
        const auto fits = [&](SaveId id) { return !namedFor(station, id, own) && sameContent(*change, id); };
        // Of two that say the same the one that nobody has acknowledged.
        auto at = std::find_if(begin, station.saves.end(),
                               [&](SaveId id) { return fits(id) && !m_acknowledged.contains(id); });
        if (at == station.saves.end())
            at = std::find_if(begin, station.saves.end(), fits);
        if (at == station.saves.end())
            violate("no invented change", station.name + " has a change " + toText(change->dot) +
                                              " that nobody saved, of " + change->writes.front().path);
        next = static_cast<std::size_t>(at - station.saves.begin()) + 1;
        if (m_model.save(*at).fate != model::Fate::Pending || issuedElsewhere(station, *at)) {
            const SaveId again = issueTwice(station, *at);
            twice[*at] = again;
            *at = again;
        }
        if (std::erase_if(station.names, [&](const auto& name) { return name.second == *at; }) != 0)
            m_issuedBy[*at] = station.number;
        station.names[change->dot] = *at;
        taken.push_back(*at);
    }
    if (!twice.empty())
        for (const SaveId id : taken)
            followTwice(id, twice);
    for (const auto& entry : own)
        if (std::uint64_t& known = station.penSeq[entry.replica]; known < entry.seq)
            known = entry.seq;
}

/// Whether the name that a save has here still holds: its pen is in use, or the hub knows it by this name.
bool World::namedFor(const Station& station, SaveId id,
                     const std::vector<merge::VersionVector::Entry>& own) const {
    return std::ranges::any_of(station.names, [&](const auto& name) {
        if (name.second != id)
            return false;
        const auto hubs = m_names.find(name.first);
        return (hubs != m_names.end() && hubs->second == id &&
                m_model.save(id).fate != model::Fate::Pending) ||
               std::ranges::find(own, name.first.replica, &merge::VersionVector::Entry::replica) != own.end();
    });
}

/// Whether another copy of the store has given the save a name of its own.
bool World::issuedElsewhere(const Station& station, SaveId id) const {
    const auto by = m_issuedBy.find(id);
    return by != m_issuedBy.end() && by->second != station.number;
}

/// Three copies of a store with one unsent save: one has issued it again under a name of its own, and so does
/// the next, which cannot know. Nothing is lost; the save is there twice.
SaveId World::issueTwice(Station& station, SaveId old) {
    if (m_copies[station.lineage] < 2)
        violate("one save, one change", station.name + " issues save " + std::to_string(old) +
                                            " again, which the hub has answered for");
    count("issued twice");
    model::Save again = m_model.save(old);
    again.fate = model::Fate::Pending;
    if (again.creates)
        again.record = m_model.addRecord(m_model.record(again.record).type);
    const SaveId id = m_model.add(std::move(again));
    m_issuedBy[id] = station.number;
    std::erase_if(station.names, [&](const auto& name) { return name.second == old; });
    note(station.name + " issues " + std::to_string(old) + " again as " + std::to_string(id));
    return id;
}

/// What rests on saves that are there twice now rests on the second.
void World::followTwice(SaveId id, const std::map<SaveId, SaveId>& twice) {
    model::Save& save = m_model.save(id);
    const SaveId created = m_model.record(save.record).created;
    if (!save.creates && twice.contains(created)) {
        std::erase(m_model.records[static_cast<std::size_t>(save.record)].saves, id);
        save.record = m_model.save(twice.at(created)).record;
        m_model.records[static_cast<std::size_t>(save.record)].saves.push_back(id);
    }
    const auto renamed = [&](Seen& seen) {
        Seen out;
        for (const SaveId each : seen)
            out.insert(twice.contains(each) ? twice.at(each) : each);
        seen = std::move(out);
    };
    for (model::Write& write : save.writes) {
        renamed(write.seen);
        renamed(write.wide);
        const auto mark = write.path.find('#');
        if (mark == std::string::npos)
            continue;
        const SaveId maker = std::stoi(write.path.substr(mark + 1));
        if (twice.contains(maker))
            write.path = write.path.substr(0, mark + 1) + std::to_string(twice.at(maker)) +
                         write.path.substr(write.path.find('.', mark));
    }
}

/// With `part`, whether the change is some of what was saved.
bool World::sameContent(const protocol::Change& change, SaveId id, bool part) const {
    const auto shape = [](const std::string& path) {
        const auto mark = path.find_first_of("/:");
        if (mark == std::string::npos || (path[mark] == ':' && path[0] != '$'))
            return path;
        const auto rest = path.find('/', mark + 1);
        return path.substr(0, mark + 1) + (rest == std::string::npos ? std::string() : path.substr(rest));
    };
    const model::Save& save = m_model.save(id);
    const auto same = [&](const merge::Write& its, const model::Write& write) {
        return shape(its.path) == shape(write.path) && its.value == write.value;
    };
    if (save.creates != change.creates())
        return false;
    if (part)
        return std::ranges::all_of(change.writes, [&](const merge::Write& its) {
            return std::ranges::any_of(save.writes,
                                       [&](const model::Write& write) { return same(its, write); });
        });
    if (save.writes.size() != change.writes.size())
        return false;
    for (std::size_t i = 0; i < save.writes.size(); ++i)
        if (!same(change.writes[i], save.writes[i]))
            return false;
    return true;
}

// Names
// ---------------------------------------------------------------------------------------------------------

std::optional<SaveId> World::saveOf(const Station* station, Dot dot) const {
    if (station != nullptr)
        if (const auto own = station->names.find(dot); own != station->names.end())
            return own->second;
    const auto at = m_names.find(dot);
    return at == m_names.end() ? std::nullopt : std::optional(at->second);
}

std::optional<int> World::recordOf(const Station* station, RecordId id) const {
    const auto save = saveOf(station, id.created);
    return save && m_model.save(*save).creates ? std::optional(m_model.save(*save).record) : std::nullopt;
}

/// "findings/REPLICA-SEQ.1/advice" in the model's words; `own` is the save that is being named.
std::string World::modelPath(const Station* station, const std::string& path, SaveId own) const {
    const auto mark = path.find_first_of("/:");
    if (mark == std::string::npos || (path[mark] == ':' && path[0] != '$'))
        return path;
    const auto end = path.find('/', mark + 1);
    const std::string item = path.substr(mark + 1, end == std::string::npos ? end : end - mark - 1);
    const std::string rest = end == std::string::npos ? std::string() : path.substr(end);
    if (item[0] == '~')
        return path.substr(0, mark + 1) + "#" + std::to_string(own) + "." + item.substr(1) + rest;
    const auto point = item.rfind('.');
    const auto made = point == std::string::npos ? std::nullopt : parseDot(item.substr(0, point));
    const auto maker = made ? saveOf(station, *made) : std::nullopt;
    if (!maker)
        violate("no invented change", "an item that nobody made: " + path);
    return path.substr(0, mark + 1) + "#" + std::to_string(*maker) + item.substr(point) + rest;
}

}  // namespace fayi::sim
