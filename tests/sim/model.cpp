// SPDX-License-Identifier: Apache-2.0
#include "model.h"

#include <algorithm>

namespace fayi::sim::model {
namespace {

const Json kNull;

bool startsWith(const std::string& text, const std::string& begin) {
    return text.compare(0, begin.size(), begin) == 0;
}

/// "findings/#3.1/advice" → "findings/#3.1"; nothing for other paths.
std::string itemOf(const std::string& path) {
    const auto first = path.find('/');
    if (first == std::string::npos || path[0] == '$')
        return {};
    const auto second = path.find('/', first + 1);
    return path.substr(0, second);
}

bool isItem(const std::string& path) {
    return !itemOf(path).empty() && itemOf(path) == path;
}

bool isOwn(const std::string& path) {
    return path[0] == '$';
}

bool any(const std::string&) {
    return true;
}
bool isContent(const std::string& path) {
    return !isOwn(path);
}
bool notDelete(const std::string& path) {
    return path != "$deleted";
}

const Write* writeOf(const Save& save, const std::string& path) {
    for (const Write& write : save.writes)
        if (write.path == path)
            return &write;
    return nullptr;
}

}  // namespace

SaveId Model::add(Save save) {
    const auto id = static_cast<SaveId>(saves.size());
    Record& its = records.at(static_cast<std::size_t>(save.record));
    if (save.creates)
        its.created = id;
    its.saves.push_back(id);
    saves.push_back(std::move(save));
    return id;
}

bool Model::exists(int number) const {
    return record(number).created >= 0 && save(record(number).created).fate == Fate::Accepted;
}

std::set<std::string> Model::paths(int number) const {
    std::set<std::string> out;
    for (const SaveId id : record(number).saves)
        if (save(id).fate == Fate::Accepted)
            for (const Write& write : save(id).writes)
                out.insert(write.path);
    return out;
}

std::set<SaveId> Model::siblings(int number, const std::string& path) const {
    std::set<SaveId> out;
    Seen seen;
    for (const SaveId id : record(number).saves) {
        const Write* write = writeOf(save(id), path);
        if (write == nullptr || save(id).fate != Fate::Accepted)
            continue;
        out.insert(id);
        seen.insert(write->seen.begin(), write->seen.end());
    }
    for (const SaveId id : seen)
        out.erase(id);
    return out;
}

const Json& Model::valueOf(SaveId id, const std::string& path) const {
    const Write* write = writeOf(save(id), path);
    return write == nullptr ? kNull : write->value;
}

std::string Model::policyOf(int number, const std::string& path) const {
    if (path == "$org")
        return "review";
    if (isOwn(path))
        return "latest";
    if (path.find(':') != std::string::npos || isItem(path))
        return "union";
    std::string name = path;
    if (const std::string item = itemOf(path); !item.empty())
        name = path.substr(0, path.find('/')) + "/" + path.substr(item.size() + 1);
    const auto type = types.find(record(number).type);
    if (type == types.end())
        return "latest";
    const auto policy = type->second.policies.find(name);
    return policy == type->second.policies.end() ? "latest" : policy->second;
}

Json Model::shown(int number, const std::string& path) const {
    const std::string policy = policyOf(number, path);
    SaveId best = -1;
    for (const SaveId id : siblings(number, path)) {
        if (best < 0) {
            best = id;
            continue;
        }
        const Json &mine = valueOf(id, path), &other = valueOf(best, path);
        const bool later = save(best).order < save(id).order;
        const bool prefers = policy == "union" || policy == "max" || policy == "min";
        if (prefers && mine.is_null() != other.is_null())
            best = other.is_null() ? id : best;
        else if ((policy == "max" || policy == "min") && mine != other)
            best = (policy == "max" ? mine > other : mine < other) ? id : best;
        else
            best = later ? id : best;
    }
    return best < 0 ? kNull : valueOf(best, path);
}

/// Whether `seen` has every sibling of every path that counts.
bool Model::covered(int number, const Seen& seen, bool (*counts)(const std::string&),
                    const std::string& below) const {
    for (const std::string& path : paths(number)) {
        if (!counts(path) || !startsWith(path, below) || path == below)
            continue;
        for (const SaveId id : siblings(number, path))
            if (!seen.contains(id))
                return false;
    }
    return true;
}

bool Model::deleted(int number) const {
    const std::set<SaveId> votes = siblings(number, "$deleted");
    Seen wide;
    for (const SaveId id : votes) {
        if (valueOf(id, "$deleted") != Json(true))
            return false;
        const Seen& its = writeOf(save(id), "$deleted")->wide;
        wide.insert(its.begin(), its.end());
    }
    return !votes.empty() && covered(number, wide, notDelete, "");
}

bool Model::gone(int number, const std::string& path) const {
    const std::string item = itemOf(path);
    if (item.empty())
        return false;
    const std::set<SaveId> votes = siblings(number, item);
    Seen wide;
    for (const SaveId id : votes) {
        if (!valueOf(id, item).is_null())
            return false;
        const Seen& its = writeOf(save(id), item)->wide;
        wide.insert(its.begin(), its.end());
    }
    return !votes.empty() && covered(number, wide, any, item + "/");
}

std::set<std::string> Model::parts(int number) const {
    std::set<std::string> out;
    for (const std::string& path : paths(number)) {
        if (isOwn(path) || gone(number, path) || shown(number, path).is_null())
            continue;
        if (const std::string item = itemOf(path); !item.empty())
            out.insert(item);
        else if (path.find(':') != std::string::npos)
            out.insert(path);
    }
    return out;
}

bool Model::voids(const Save& of) {
    const Write* write = writeOf(of, "$state");
    return write != nullptr && write->value == Json("void");
}

/// What is void has nothing to settle.
std::set<std::string> Model::conflicts(int number) const {
    std::set<std::string> out;
    if (isVoid(number))
        return out;
    for (const std::string& path : paths(number)) {
        const std::string policy = policyOf(number, path);
        if ((policy != "review" && policy != "text") || gone(number, path))
            continue;
        std::set<std::string> values;
        for (const SaveId id : siblings(number, path))
            values.insert(valueOf(id, path).dump());
        if (values.size() > 1)
            out.insert(path);
    }
    return out;
}

bool Model::voidsBesides(const Save& of) {
    const bool more = std::any_of(of.writes.begin(), of.writes.end(), [](const Write& write) {
        return write.path != "$state" && write.path != "$void";
    });
    return voids(of) && more;
}

bool Model::isVoid(int number) const {
    const std::set<SaveId> votes = siblings(number, "$state");
    return std::any_of(votes.begin(), votes.end(), [&](SaveId id) { return voids(save(id)); });
}

std::string Model::state(int number, bool textConflict) const {
    if (isVoid(number))
        return "void";
    const Json value = shown(number, "$state");
    if (value != Json("verified"))
        return value.is_string() ? value.get<std::string>() : "draft";
    SaveId by = -1;
    for (const SaveId id : siblings(number, "$state"))
        if (by < 0 || save(by).order < save(id).order)
            by = id;
    const bool settled =
        !textConflict && std::ranges::all_of(conflicts(number), [&](const std::string& path) {
            return policyOf(number, path) == "text";
        });
    const bool holds = settled && covered(number, writeOf(save(by), "$state")->wide, isContent, "");
    return holds ? "verified" : "submitted";
}

bool Model::mayHaveBeenDraft(int number) const {
    bool submitted = false, other = false;
    for (const SaveId id : record(number).saves)
        if (const Write* write = writeOf(save(id), "$state");
            write != nullptr && save(id).fate == Fate::Accepted)
            (write->value == Json("submitted") || write->value == Json("verified") ? submitted : other) =
                true;
    return !submitted || other;
}

bool Model::restricted(int number) const {
    const std::set<SaveId> votes = siblings(number, "$restricted");
    return std::any_of(votes.begin(), votes.end(),
                       [&](SaveId id) { return !valueOf(id, "$restricted").is_null(); });
}

std::vector<std::set<std::string>> Model::itemsInOrder(int number, const std::string& list) const {
    constexpr std::int64_t kEnd = std::int64_t{1} << 52;
    std::map<std::int64_t, std::set<std::string>> places;
    for (const std::string& item : parts(number)) {
        if (!startsWith(item, list + "/"))
            continue;
        const Json place = shown(number, item);
        places[place.is_number_integer() ? place.get<std::int64_t>() : kEnd].insert(item);
    }
    std::vector<std::set<std::string>> out;
    for (const auto& [place, items] : places)
        out.push_back(items);
    return out;
}

std::set<std::string> Model::orgs(int number) const {
    std::set<std::string> out;
    for (const SaveId id : siblings(number, "$org"))
        if (valueOf(id, "$org").is_string())
            out.insert(valueOf(id, "$org").get<std::string>());
    if (out.empty() && record(number).created >= 0)
        out.insert(save(record(number).created).homeOrg);
    return out;
}

std::set<std::string> Model::everywhere(int number) const {
    std::set<std::string> out;
    for (const SaveId id : record(number).saves)
        if (const Write* write = writeOf(save(id), "$org"); write != nullptr && write->value.is_string())
            out.insert(write->value.get<std::string>());
    if (record(number).created >= 0)
        out.insert(save(record(number).created).homeOrg);
    out.erase("");
    return out;
}

/// The code of a unit begins with its parent's.
bool Model::within(const std::string& org, const std::set<std::string>& roots) {
    return std::any_of(roots.begin(), roots.end(),
                       [&](const std::string& root) { return startsWith(org, root); });
}

std::set<std::string> Model::actions(const Save& of) const {
    std::set<std::string> out;
    for (const Write& write : of.writes) {
        std::string action = "edit";
        if (write.path == "$org")
            action = "move";
        else if (write.path == "$deleted")
            action = "delete";
        else if (startsWith(write.path, "$remark"))
            action = "return";
        else if (write.path == "$void")
            action = "void";
        else if (write.path == "$restricted")
            action = "restrict";
        else if (write.path == "$state")
            action = write.value == Json("submitted")  ? "submit"
                     : write.value == Json("verified") ? "verify"
                     : write.value == Json("returned") ? "return"
                     : write.value == Json("void")     ? "void"
                                                       : "edit";
        if (of.creates && (action == "edit" || action == "move"))
            action = "create";
        out.insert(action);
    }
    return out;
}

bool Model::permits(const Authority& authority, const Save& of, const std::set<std::string>& orgs) const {
    if (authority.revoked)
        return false;
    const bool reaches = std::any_of(orgs.begin(), orgs.end(),
                                     [&](const std::string& org) { return within(org, authority.scope); });
    if (!reaches)
        return false;
    for (const Write& write : of.writes)
        if (write.path == "$org" && !within(write.value.get<std::string>(), authority.scope))
            return false;
    const auto type = types.find(record(of.record).type);
    for (const std::string& action : actions(of)) {
        if (type == types.end() ? authority.role == "auditor"
                                : !type->second.roles.at(action).contains(authority.role))
            return false;
    }
    return true;
}

bool Model::locked(const Save& of, bool ever) const {
    const auto type = types.find(record(of.record).type);
    if (type == types.end() || type->second.happenedOn.empty())
        return false;
    std::set<std::string> days{shown(of.record, type->second.happenedOn).dump()};
    if (ever)
        for (const SaveId id : record(of.record).saves)
            days.insert(valueOf(id, type->second.happenedOn).dump());
    const bool placed = of.creates && writeOf(of, "$org") != nullptr;
    std::set<std::string> units = placed ? std::set<std::string>() : orgs(of.record);
    if (ever && !placed)
        units.merge(everywhere(of.record));
    for (const Write& write : of.writes) {
        if (write.path == type->second.happenedOn)
            days.insert(write.value.dump());
        if (write.path == "$org")
            units.insert(write.value.get<std::string>());
    }
    for (const auto& [unit, until] : locks)
        for (const std::string& org : units)
            for (const std::string& day : days)
                if (within(org, {unit}) && day != "null" && day <= Json(until).dump())
                    return true;
    return false;
}

}  // namespace fayi::sim::model
