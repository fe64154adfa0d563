// SPDX-License-Identifier: Apache-2.0
// Which save a change is: names that change when a store turns out to be a copy.
#include "world.h"

namespace fayi::sim {

/// What it costs to take a change for a save that it says the same as: of two alike the one that nobody has
/// acknowledged is meant, and last the one that the hub knows by the name it has.
constexpr std::uint64_t kAcknowledged = 1, kNamed = 1000, kNever = 1'000'000'000;

/// Which saves a store's unsent changes are that came by new names: in their old order, at the least cost.
std::vector<SaveId> World::savesBehind(const Station& station,
                                       const std::vector<const protocol::Change*>& changes,
                                       const std::vector<merge::VersionVector::Entry>& own) const {
    const std::size_t n = changes.size(), m = station.saves.size();
    const auto cost = [&](std::size_t i, std::size_t j) {
        const SaveId id = station.saves[j];
        if (station.closed.contains(id) || !sameContent(*changes[i], id))
            return kNever;
        return (m_acknowledged.contains(id) ? kAcknowledged : 0) + (namedFor(station, id, own) ? kNamed : 0);
    };
    // least[i][j]: of the changes from i on, taken for saves from j on.
    std::vector<std::vector<std::uint64_t>> least(n + 1, std::vector<std::uint64_t>(m + 1, 0));
    for (std::size_t i = n; i-- > 0;) {
        least[i][m] = kNever;
        for (std::size_t j = m; j-- > 0;)
            least[i][j] = std::min({kNever, least[i][j + 1], cost(i, j) + least[i + 1][j + 1]});
    }
    std::vector<SaveId> out;
    for (std::size_t j = 0; out.size() < n; ++j) {
        const protocol::Change& change = *changes[out.size()];
        if (least[out.size()][j] >= kNever)
            violate("no invented change", station.name + " has a change " + toText(change.dot) +
                                              " that nobody saved, of " + change.writes.front().path);
        if (least[out.size()][j] != least[out.size()][j + 1])
            out.push_back(station.saves[j]);
    }
    return out;
}

/// After a fork a store's unsent saves go by new names, in their old order.
void World::learnNames(Station& station, const std::vector<protocol::SentChange>& changes,
                       const std::vector<merge::VersionVector::Entry>& own) {
    std::vector<const protocol::Change*> unknown;
    for (const protocol::SentChange& sent : changes)
        if (!saveOf(&station, sent.change.dot))
            unknown.push_back(&sent.change);
    std::ranges::stable_sort(unknown, {},
                             [](const protocol::Change* c) { return std::pair(c->time, c->dot); });
    std::vector<SaveId> taken = savesBehind(station, unknown, own);
    for (std::size_t i = 0; i < taken.size(); ++i) {
        SaveId& id = taken[i];
        model::Save& save = m_model.save(id);
        const bool shared = isElsewhere(station, id) || isOnItsWay(id);
        if (m_life > 0 && save.fate == model::Fate::Refused && !shared)
            save.fate = model::Fate::Pending;  // judged again
        else if (save.fate != model::Fate::Pending || save.forgotten || shared)
            id = issueTwice(station, id);
        std::erase_if(station.names, [&](const auto& name) { return name.second == id; });
        station.names[unknown[i]->dot] = id;
    }
    if (!m_twins.empty())
        for (const SaveId id : taken)
            followTwice(station, id);
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

/// Whether another copy of the store holds the save too, under the name it has had.
bool World::isElsewhere(const Station& station, SaveId id) const {
    return std::ranges::any_of(m_stations, [&](const auto& other) {
        return other.get() != &station && std::ranges::find(other->saves, id) != other->saves.end();
    });
}

/// Whether a request or a bundle that has not come to the hub yet carries the save under the name it has had.
bool World::isOnItsWay(SaveId id) const {
    const auto carries = [id](const Meaning& meaning) {
        return std::ranges::any_of(meaning, [id](const auto& name) { return name.second == id; });
    };
    return std::ranges::any_of(m_old, [&](const OldRequest& old) { return carries(old.meaning); }) ||
           std::ranges::any_of(m_bundles, [&](const SimBundle& bundle) { return carries(bundle.meaning); });
}

bool World::isShared(SaveId id) const {
    return std::ranges::count_if(m_stations, [&](const auto& station) {
               return std::ranges::find(station->saves, id) != station->saves.end();
           }) > 1;
}

/// Some store knows that the hub had accepted it.
bool World::isAnswered(SaveId id) const {
    return std::ranges::any_of(m_stations,
                               [&](const auto& station) { return station->answered.contains(id); });
}

/// A save that a store issues again while its old name may still come to the hub, from a copy of the store or
/// on somebody's word, is two from then on: whoever was shown one of them has not seen the other.
SaveId World::issueTwice(Station& station, SaveId old) {
    count("issued twice");
    model::Save again = m_model.save(old);
    again.fate = model::Fate::Pending;
    again.forgotten = false;
    if (again.creates)
        again.record = m_model.addRecord(m_model.record(again.record).type);
    const SaveId id = m_model.add(std::move(again));
    const auto first = m_twins.find(old);
    m_twins[id] = first == m_twins.end() ? old : first->second;
    m_lineages[m_twins[id]] = station.lineage;
    if (isOnItsWay(old))
        m_onTheirWay.insert(m_twins[id]);
    std::ranges::replace(station.saves, old, id);
    station.again[old] = id;
    std::erase_if(station.names, [&](const auto& name) { return name.second == old; });
    note(station.name + " issues " + std::to_string(old) + " again as " + std::to_string(id));
    return id;
}

/// Nothing is lost by it, but the hub has a save twice only where nobody could know: two of three copies of a
/// store that had not sent it; two, or one that had no answer yet, with a hub that was put back; one that had
/// given it to a stick or to the network before it heard that it is a copy.
void World::judgeTwice(SaveId id) const {
    const auto twin = m_twins.find(id);
    const SaveId first = twin == m_twins.end() ? id : twin->second;
    const auto lineage = m_lineages.find(first);
    if (lineage == m_lineages.end())
        return;
    const auto copies = m_copies.find(lineage->second);
    const int copied = copies == m_copies.end() ? 0 : copies->second;
    if (copied >= 2 || (copied > 0 && m_onTheirWay.contains(first)) ||
        (m_life > 0 && (copied > 0 || !m_acknowledged.contains(first))))
        return;
    const auto isThere = [&](SaveId each) {
        return each != id && m_model.save(each).fate == model::Fate::Accepted;
    };
    bool there = isThere(first);
    for (const auto& [again, whose] : m_twins)
        there |= whose == first && isThere(again);
    if (there)
        violate("one save, one change", "the hub has save " + std::to_string(first) + " twice");
}

/// What a store issues rests on what its other saves are by the names that it gave: of those that it issued
/// again, on what they became here. Another copy's, which it was told of, stay what they are.
void World::followTwice(const Station& station, SaveId id) {
    const auto now = [&](SaveId each) {
        for (auto at = station.again.find(each); at != station.again.end(); at = station.again.find(each))
            each = at->second;
        return each;
    };
    model::Save& save = m_model.save(id);
    const SaveId created = m_model.record(save.record).created;
    if (!save.creates && now(created) != created) {
        std::erase(m_model.records[static_cast<std::size_t>(save.record)].saves, id);
        save.record = m_model.save(now(created)).record;
        m_model.records[static_cast<std::size_t>(save.record)].saves.push_back(id);
    }
    const auto renamed = [&](Seen& seen) {
        Seen out;
        for (const SaveId each : seen)
            out.insert(now(each));
        seen = std::move(out);
    };
    for (model::Write& write : save.writes) {
        renamed(write.seen);
        renamed(write.wide);
        const auto mark = write.path.find('#');
        if (mark == std::string::npos)
            continue;
        const SaveId maker = std::stoi(write.path.substr(mark + 1));
        write.path = write.path.substr(0, mark + 1) + std::to_string(now(maker)) +
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
    if (save && m_model.save(*save).creates)
        return m_model.save(*save).record;
    if (const auto meanings = m_meanings.find(id.created); meanings != m_meanings.end())
        for (const SaveId meant : meanings->second)
            if (m_model.save(meant).creates)
                return m_model.save(meant).record;
    return std::nullopt;
}

/// "findings/REPLICA-SEQ.1/advice" in the model's words; `record` is its record, `own` the save that is
/// being named.
std::string World::modelPath(const Station* station, const std::string& path, int record, SaveId own) const {
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
    auto maker = made ? saveOf(station, *made) : std::nullopt;
    if (!maker)
        violate("no invented change", "an item that nobody made: " + path);
    // A hub that was put back may have given the name to another copy's save, which made no such item.
    const auto makes = [&](SaveId id) {
        const std::string name = "#" + std::to_string(id) + item.substr(point);
        return m_model.save(id).record == record &&
               std::ranges::any_of(m_model.save(id).writes, [&](const model::Write& write) {
                   return write.path.find(name) != std::string::npos;
               });
    };
    if (const auto meanings = m_meanings.find(*made); meanings != m_meanings.end() && !makes(*maker))
        for (const SaveId meant : meanings->second)
            if (makes(meant))
                maker = meant;
    return path.substr(0, mark + 1) + "#" + std::to_string(*maker) + item.substr(point) + rest;
}

}  // namespace fayi::sim
