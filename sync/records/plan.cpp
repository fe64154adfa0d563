// SPDX-License-Identifier: Apache-2.0
#include "fayi/records/plan.h"

#include <set>

#include "fayi/base/limits.h"
#include "fayi/merge/policy.h"
#include "fayi/records/view.h"
#include "items.h"
#include "rules.h"

namespace fayi::records {
namespace {

using merge::RecordState;
using merge::VersionVector;
using schema::Field;
using schema::FieldKind;

/// The number of `~N`, how an edit names an item that it adds; 0: another name.
std::size_t newItemNumber(std::string_view name) {
    constexpr std::size_t kDigits = 4;  // more items than a list holds
    if (name.size() < 2 || name.size() > 1 + kDigits || name[0] != '~' ||
        name.find_first_not_of("0123456789", 1) != std::string_view::npos)
        return 0;
    return std::stoul(std::string(name.substr(1)));
}

/// Writes one field after another against a state and what the author was shown of it.
class Planner {
public:
    Planner(const schema::RecordType* type, const RecordState& state, const VersionVector& shown)
        : m_type(type), m_state(state), m_shown(shown) {}

    void field(const Field& field, const Json& value) {
        if (field.kind == FieldKind::Items)
            list(field, value);
        else if (isSet(field.kind))
            set(field, value);
        else
            plain(field.name, value);
    }

    /// Writes a register unless it shows this value already and nothing competes with it.
    void plain(const std::string& path, const Json& value) {
        const merge::Register* reg = m_state.find(path);
        const bool empty = value.is_null() || value == "";
        if (reg == nullptr ? empty : reg->siblings().size() == 1 && reg->siblings()[0].value == value)
            return;
        force(path, empty ? Json() : value);
    }

    /// What a version wrote: the removal of an item is one again, of all that the item holds now.
    void again(const std::string& path, const Json& value) {
        if (!value.is_null() || merge::parsePath(path).kind != merge::Path::Kind::Item)
            plain(path, value);
        else if (!isRemoved(m_state, path))
            removeItem(path);
    }

    void force(const std::string& path, const Json& value, VersionVector wide = {}) {
        m_writes.push_back({path, value, m_state.contextFor(path, m_shown), std::move(wide)});
    }

    void member(const Field& field, const Json& member) {
        plain(field.name + ":" + memberKey(field, member), member.is_object() ? member : Json(true));
    }

    /// How many members a set shows.
    std::size_t members(const Field& field) const {
        const std::string prefix = field.name + ":";
        return static_cast<std::size_t>(std::ranges::count_if(m_state.registers(), [&](const auto& entry) {
            return entry.first.starts_with(prefix) &&
                   !merge::settle(merge::Policy::Union, entry.second).value().is_null();
        }));
    }

    VersionVector wholeRecord() const { return m_state.seen().within(m_shown); }
    std::vector<Write> take() { return std::move(m_writes); }

private:
    void set(const Field& field, const Json& value) {
        std::set<std::string> meant;
        for (const Json& each : value.is_array() ? value : Json::array()) {
            meant.insert(memberKey(field, each));
            member(field, each);
        }
        const std::string prefix = field.name + ":";
        for (const auto& [path, reg] : m_state.registers())
            if (path.starts_with(prefix) && !meant.contains(path.substr(prefix.size())) &&
                !merge::settle(merge::Policy::Union, reg).value().is_null())
                force(path, Json());
    }

    void list(const Field& field, const Json& value) {
        if (value.is_null())
            return removeAll(field);
        ListOrder order(itemsInOrder(m_state, field.name));
        std::vector<std::string> made;
        for (const Json& item : value) {
            const bool known = item.contains(schema::kItemKey) && item[schema::kItemKey].is_string();
            const std::string id = known ? item[schema::kItemKey].get<std::string>()
                                         : made.emplace_back("~" + std::to_string(++m_items));
            const std::string path = field.name + "/" + id;
            if (known && item.value(std::string(schema::kRemovedKey), false)) {
                order.remove(id);
                removeItem(path);
                continue;
            }
            if (const auto after = item.find(schema::kAfterKey); after != item.end())
                order.put(id, after->is_string() ? standing(after->get<std::string>(), made) : std::string());
            else if (!known)
                order.append(id);
            itemFields(field, path, item);
        }
        for (const PlacedItem& placed : order.changed())
            force(field.name + "/" + placed.id, placed.place);
    }

    /// `~2` in an edit is the second item that the edit adds to this list.
    static std::string standing(const std::string& after, const std::vector<std::string>& made) {
        const std::size_t n = newItemNumber(after);
        return n > 0 && n <= made.size() ? made[n - 1] : after;
    }

    void itemFields(const Field& field, const std::string& itemPath, const Json& item) {
        for (const Field& inner : field.fields)
            if (const auto value = item.find(inner.name); value != item.end())
                plain(itemPath + "/" + inner.name, *value);
    }

    void removeItem(const std::string& itemPath) {
        force(itemPath, Json(), m_state.seenOfItem(itemPath).within(m_shown));
    }

    void removeAll(const Field& field) {
        const std::string prefix = field.name + "/";
        for (const auto& [path, reg] : m_state.registers())
            if (merge::parsePath(path).kind == merge::Path::Kind::Item && path.starts_with(prefix) &&
                !merge::settle(merge::Policy::Union, reg).value().is_null())
                removeItem(path);
    }

    const schema::RecordType* m_type;
    const RecordState& m_state;
    const VersionVector& m_shown;
    std::vector<Write> m_writes;
    std::size_t m_items = 0;
};

void refuse(Plan& plan, const std::string& field, Text message) {
    schema::Problem problem;
    problem.field = field;
    problem.message = std::move(message);
    problem.kind = schema::Problem::Kind::UnknownField;
    plan.refused.push_back(std::move(problem));
}

/// An edit names items that exist; a made-up id would be an item nobody can place. One that is taken out by
/// now may be named: somebody else's removal must not refuse what was typed.
void checkItems(Plan& plan, const schema::RecordType& type, const RecordState& state, const Json& patch) {
    for (const Field& field : type.fields) {
        if (field.kind != FieldKind::Items || !patch.contains(field.name) || !patch[field.name].is_array())
            continue;
        std::size_t made = 0;
        const auto check = [&](const Json& item, std::string_view key) {
            const auto named = item.find(key);
            const std::string id = named != item.end() && named->is_string() ? named->get<std::string>() : "";
            const std::size_t n = key == schema::kAfterKey ? newItemNumber(id) : 0;
            const bool known = n > 0 ? n <= made : state.find(field.name + "/" + id) != nullptr;
            const bool itself =
                key == schema::kAfterKey && item.value(std::string(schema::kItemKey), "") == id;
            if (!id.empty() && (!known || itself))
                refuse(plan, field.name, {"没有这一条目：" + id, "there is no such item: " + id});
        };
        for (const Json& item : patch[field.name]) {
            check(item, schema::kItemKey);
            check(item, schema::kAfterKey);
            made += item.contains(schema::kItemKey) ? 0 : 1;
        }
    }
}

void bound(Plan& plan) {
    if (plan.writes.size() > limits::kChangeWrites)
        refuse(plan, {}, {"一次保存的内容过多", "too much in one save"});
    if (!plan.refused.empty())
        plan.writes.clear();
}

Plan planWith(const schema::RecordType& type, const RecordState& state, const VersionVector& shown,
              const Json& fields) {
    Plan plan;
    plan.refused = schema::checkSave(type, fields);
    if (!plan.refused.empty())
        return plan;
    checkItems(plan, type, state, fields);
    Planner planner(&type, state, shown);
    for (const Field& field : type.fields)
        if (const auto value = fields.find(field.name); value != fields.end())
            planner.field(field, *value);
    plan.writes = planner.take();
    bound(plan);
    return plan;
}

Plan planOwn(const RecordState& state, const VersionVector& shown, std::string_view path, const Json& value,
             bool wide) {
    Planner planner(nullptr, state, shown);
    planner.force(std::string(path), value, wide ? planner.wholeRecord() : VersionVector());
    return {planner.take(), {}};
}

}  // namespace

Plan planCreate(const schema::RecordType& type, const Json& fields, std::string_view org) {
    const RecordState nothing;
    const VersionVector unseen;
    Plan plan = planWith(type, nothing, unseen, fields);
    if (!plan.refused.empty())
        return plan;
    if (!org.empty())
        plan.writes.push_back({std::string(merge::kOrg), std::string(org), {}, {}});
    plan.writes.push_back({std::string(merge::kState), std::string(kDraft), {}, {}});
    return plan;
}

Plan planEdit(const schema::RecordType& type, const RecordState& state, const VersionVector& shown,
              const Json& patch) {
    return planWith(type, state, shown, patch);
}

Plan planMember(const schema::RecordType& type, const RecordState& state, const VersionVector& shown,
                const Field& field, const Json& member) {
    Plan plan;
    plan.refused = schema::checkMember(field, member, field.name);
    if (!plan.refused.empty())
        return plan;
    Planner planner(&type, state, shown);
    planner.member(field, member);
    plan.writes = planner.take();
    const merge::Register* reg = plan.writes.empty() ? nullptr : state.find(plan.writes.front().path);
    const bool further = !plan.writes.empty() &&
                         (reg == nullptr || merge::settle(merge::Policy::Union, *reg).value().is_null());
    if (further && planner.members(field) >= field.maxItems)
        refuse(plan, field.name,
               {"最多 " + std::to_string(field.maxItems) + " 项",
                "at most " + std::to_string(field.maxItems) + " entries"});
    bound(plan);
    return plan;
}

Plan planState(const RecordState& state, const VersionVector& shown, std::string_view to) {
    return planOwn(state, shown, merge::kState, std::string(to), to == kVerified);
}

Plan planVoid(const RecordState& state, const VersionVector& shown, std::string_view reason) {
    Planner planner(nullptr, state, shown);
    planner.force(std::string(merge::kState), std::string(kVoid));
    planner.force(std::string(merge::kVoidReason), std::string(reason));
    return {planner.take(), {}};
}

Plan planRestrict(const RecordState& state, const VersionVector& shown,
                  std::optional<std::string_view> reason) {
    return planOwn(state, shown, merge::kRestricted, reason ? Json(std::string(*reason)) : Json(), false);
}

void addRemark(Plan& plan, std::string_view field, std::string_view text) {
    const std::string begin = std::string(merge::kRemark) + ":~";
    const auto before =
        std::ranges::count_if(plan.writes, [&](const Write& write) { return write.path.starts_with(begin); });
    plan.writes.push_back({begin + std::to_string(before + 1),
                           Json{{"field", std::string(field)}, {"text", std::string(text)}},
                           {},
                           {}});
}

Plan planNote(std::string_view field, std::string_view text) {
    Plan plan;
    addRemark(plan, field, text);
    plan.writes.front().value["note"] = true;
    return plan;
}

void addPaper(Plan& plan, const RecordState& state, const VersionVector& shown, std::string_view blob,
              std::string_view code) {
    Planner planner(nullptr, state, shown);
    planner.plain(std::string(merge::kPaper) + ":" + std::string(blob), std::string(code));
    for (Write& write : planner.take())
        plan.writes.push_back(std::move(write));
}

Plan planDelete(const RecordState& state, const VersionVector& shown) {
    return planOwn(state, shown, merge::kDeleted, true, true);
}

Plan planUndelete(const RecordState& state, const VersionVector& shown) {
    return planOwn(state, shown, merge::kDeleted, Json(), false);
}

Plan planMove(const RecordState& state, const VersionVector& shown, std::string_view org) {
    return planOwn(state, shown, merge::kOrg, std::string(org), false);
}

Plan planResolve(const RecordState& state, std::string_view path, const Json& value) {
    return planOwn(state, state.seen(), path, value, false);
}

Plan planRestore(const RecordState& state, Dot version, const std::vector<Write>& itsWrites) {
    const VersionVector now = state.seen();
    Planner planner(nullptr, state, now);
    for (const Write& write : itsWrites)
        if (const std::string path = merge::resolvePath(write.path, version); path[0] != '$')
            planner.again(path, write.value);
    return {planner.take(), {}};
}

}  // namespace fayi::records
