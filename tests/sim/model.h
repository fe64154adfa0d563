// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// What must be true, said again in the plainest way: no version vectors, no registers, no joins. Shares
/// nothing with the product. A save is remembered with the explicit set of earlier saves that its author had
/// been shown; everything else is asked of these sets.
namespace fayi::sim::model {

using Json = nlohmann::json;
using SaveId = int;
using Seen = std::set<SaveId>;

/// Paths are those of docs/PROTOCOL.md, with an item named "#SAVE.N" after the save that made it.
struct Write {
    std::string path;
    Json value;
    Seen seen;  ///< earlier writes of this path that its author had been shown, and what those had seen
    Seen wide;  ///< the same of the whole record or item: deletes, removals, verifications
};

/// What decides between siblings where clocks do: effective time, then the name of the change.
struct Order {
    std::uint64_t effective = 0, replica = 0, seq = 0;
    auto operator<=>(const Order&) const = default;
};

enum class Fate {
    Pending,   ///< saved, and the hub has not answered as far as anybody knows
    Accepted,  ///< in the hub's log
    Refused,   ///< the hub said no
    Lost,      ///< went with a disk before it was sent anywhere
};

struct Save {
    int record = 0;
    int person = 0;
    std::vector<Write> writes;
    bool creates = false;
    bool flawed = false;      ///< content that the hub must refuse: "validation" or "size"
    std::string homeOrg;      ///< of its author, where the record is unless it says otherwise
    std::int64_t madeAt = 0;  ///< true time, milliseconds
    Fate fate = Fate::Pending;
    std::string code;            ///< of a refusal
    Order order;                 ///< once accepted
    std::uint64_t position = 0;  ///< the hub's, of the acceptance
    bool forgotten = false;      ///< accepted once, by a hub that was put back to a backup before that
};

struct Record {
    std::string type;
    SaveId created = 0;
    std::vector<SaveId> saves;
};

/// What a record type says, as far as the model needs it.
struct TypeRules {
    std::map<std::string, std::string> policies;         ///< "field" or "list/field" → word
    std::map<std::string, std::set<std::string>> roles;  ///< action → who may
    std::set<std::string> seenBy;                        ///< roles; empty: all
    std::string happenedOn;                              ///< the field whose day a lock looks at
};

/// What a person may do, from some moment on.
struct Authority {
    std::string role;
    std::set<std::string> scope;
    bool revoked = false, now = false;
    std::int64_t at = 0;         ///< true time it was written
    std::uint64_t position = 0;  ///< the hub's
};

class Model {
public:
    std::map<std::string, TypeRules> types;
    std::map<int, std::vector<Authority>> people;
    std::map<std::string, std::string> locks;  ///< unit → last locked day

    int addRecord(const std::string& type) {
        records.push_back({type, -1, {}});
        return static_cast<int>(records.size()) - 1;
    }
    SaveId add(Save save);
    Save& save(SaveId id) { return saves.at(static_cast<std::size_t>(id)); }
    const Save& save(SaveId id) const { return saves.at(static_cast<std::size_t>(id)); }
    const Record& record(int number) const { return records.at(static_cast<std::size_t>(number)); }
    /// Whether the hub has the record: its creation was accepted.
    bool exists(int record) const;

    std::set<std::string> paths(int record) const;
    /// Accepted writes of the path that no other accepted write had seen.
    std::set<SaveId> siblings(int record, const std::string& path) const;
    const Json& valueOf(SaveId save, const std::string& path) const;
    /// What the path shows: by policy, clocks decide where it leaves a choice.
    Json shown(int record, const std::string& path) const;
    std::string policyOf(int record, const std::string& path) const;

    bool deleted(int record) const;
    /// Is the item of this path gone, or the item that this field belongs to?
    bool gone(int record, const std::string& path) const;
    /// "LIST/ITEM" of each item and "SET:MEMBER" of each member that is shown.
    std::set<std::string> parts(int record) const;
    /// Paths with siblings of different values where the policy asks a person.
    std::set<std::string> conflicts(int record) const;
    /// For good, whatever was written beside it.
    bool isVoid(int record) const;
    /// `textConflict`: a text of it asks for a decision, which the model cannot know.
    std::string state(int record, bool textConflict = false) const;
    /// Whether the hub may have looked at the record when it was not submitted.
    bool mayHaveBeenDraft(int record) const;
    /// As long as one who could know says so.
    bool restricted(int record) const;
    /// The items of a list as their places have it; of two at one place only that they are neighbours.
    std::vector<std::set<std::string>> itemsInOrder(int record, const std::string& list) const;
    std::set<std::string> orgs(int record) const;
    /// Where it is, was, or may be once everything has arrived.
    std::set<std::string> everywhere(int record) const;

    static bool within(const std::string& org, const std::set<std::string>& roots);
    /// Whether some authority may do all that the save does, the record being in these units.
    bool permits(const Authority& authority, const Save& save, const std::set<std::string>& orgs) const;
    std::set<std::string> actions(const Save& save) const;
    /// Whether the district has locked the record as it stands, or the day that the save writes.
    /// With `ever`: or as it may have stood when the hub looked at it.
    bool locked(const Save& save, bool ever) const;
    /// Whether the save makes its record void.
    static bool voids(const Save& save);
    /// Whether it changes something else with that, which nobody may.
    static bool voidsBesides(const Save& save);

    std::vector<Save> saves;
    std::vector<Record> records;

private:
    bool covered(int record, const Seen& seen, bool (*counts)(const std::string&),
                 const std::string& below) const;
};

}  // namespace fayi::sim::model
