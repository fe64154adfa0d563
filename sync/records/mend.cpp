// SPDX-License-Identifier: Apache-2.0
// What a refused change had said, said again on top of what is shown now.
#include "fayi/base/limits.h"
#include "fayi/merge/policy.h"
#include "fayi/records/plan.h"
#include "fayi/records/view.h"
#include "rules.h"

namespace fayi::records {
namespace {

using merge::Path;
using merge::RecordState;
using merge::VersionVector;

/// Stands for the change that is being planned while the correction is worked out against it; never written.
constexpr Dot kPlanned{ReplicaId{~std::uint64_t{0}}, 1};

VersionVector withoutPlanned(const VersionVector& context) {
    std::vector<VersionVector::Entry> out;
    for (const auto& entry : context.entries())
        if (entry.replica != kPlanned.replica)
            out.push_back(entry);
    return VersionVector(out);
}

bool isItem(const Path& path) {
    return path.kind == Path::Kind::Item || path.kind == Path::Kind::ItemField;
}

class Mender {
public:
    Mender(const schema::RecordType& type, const RecordState& state,
           const std::vector<protocol::Change>& refused)
        : m_type(type), m_state(state), m_seen(state.seen()) {
        for (const protocol::Change& change : refused) {
            m_creation |= change.creates();
            m_wanted.apply(change.dot, change.time, change.writes);
        }
    }

    Plan run(const Json& correction, std::string_view org) {
        for (const auto& [text, reg] : m_wanted.registers())
            if (const merge::Shown wanted = merge::settle(policyOf(&m_type, text), reg);
                !merge::isErased(wanted.value()))
                gather(text, wanted.value());
        Plan plan = correct(correction);
        if (!plan.refused.empty())
            return plan;
        if (!org.empty())
            put(std::string(merge::kOrg), Json(std::string(org)), {});
        for (auto& [path, write] : m_writes)
            if (!isShown(path, write.value))
                plan.writes.push_back(std::move(write));
        dropLoneReason(plan);
        check(plan);
        return plan;
    }

private:
    void gather(const std::string& text, const Json& value) {
        Path path = merge::parsePath(text);
        if (path.own())
            return gatherOwn(path, text, value);
        if (!isItem(path) || m_state.find(path.field + "/" + path.item) != nullptr) {
            const bool removal = path.kind == Path::Kind::Item && value.is_null();
            return put(text, value, removal ? m_state.seenOfItem(text).within(m_seen) : VersionVector());
        }
        if (isGone(path) || value.is_null())
            return;
        const std::string item = path.item;
        path.item = newName(path.field, item);
        const std::string existence = path.field + "/" + path.item;
        if (path.kind == Path::Kind::ItemField && !m_writes.contains(existence))
            put(existence, placeOf(path.field, item), {});
        put(path.text(), value, {});
    }

    void gatherOwn(Path path, const std::string& text, const Json& value) {
        if (path.field == merge::kRemark && m_state.find(text) == nullptr) {
            path.item = newName(path.field, path.item);
            return put(path.text(), value, {});
        }
        if (path.field == merge::kDeleted && m_creation)
            return;
        if (m_creation && (path.field == merge::kVoidReason || value == Json(std::string(kVoid))))
            return path.field == merge::kState ? put(text, std::string(kSubmitted), {}) : void();
        const bool verified = path.field == merge::kState && value == Json(std::string(kVerified));
        if (verified && m_creation)
            return put(text, std::string(kSubmitted), {});
        const bool wide = verified || (path.field == merge::kDeleted && !value.is_null());
        put(text, value, wide ? m_seen : VersionVector());
    }

    /// An item that was made and taken out again by what was refused.
    bool isGone(const Path& path) const {
        const merge::Register* existence = m_wanted.find(path.field + "/" + path.item);
        return existence != nullptr && merge::settle(merge::Policy::Union, *existence).value().is_null();
    }

    /// Where the item stood; one whose making is lost comes last.
    Json placeOf(const std::string& list, const std::string& item) const {
        const merge::Register* existence = m_wanted.find(list + "/" + item);
        if (existence != nullptr)
            return merge::settle(merge::Policy::Union, *existence).value();
        return std::int64_t{1} << 40;
    }

    std::string newName(const std::string& list, const std::string& item) {
        const auto [at, fresh] = m_items.try_emplace(list + "/" + item, m_items.size() + 1);
        return "~" + std::to_string(at->second);
    }

    void put(const std::string& path, const Json& value, VersionVector wide) {
        m_writes[path] = {path, value, m_state.contextFor(path, m_seen), std::move(wide)};
    }

    bool isShown(const std::string& path, const Json& value) const {
        const merge::Register* reg = m_state.find(path);
        return reg == nullptr ? value.is_null()
                              : reg->siblings().size() == 1 && reg->siblings()[0].value == value;
    }

    /// The correction, planned as an edit of the record as it would be.
    Plan correct(const Json& correction) {
        std::vector<Write> writes;
        for (const auto& [path, write] : m_writes)
            writes.push_back(write);
        RecordState planned = m_state;
        planned.apply(kPlanned, HybridTime{~std::uint64_t{0}}, writes);
        Plan plan = planEdit(m_type, planned, planned.seen(), renamed(correction));
        for (Write& write : plan.writes)
            take(std::move(write));
        plan.writes.clear();
        return plan;
    }

    /// The items of what was refused, by the names they have in the plan.
    Json renamed(const Json& correction) const {
        Json out = correction;
        if (!out.is_object())
            return out;
        for (auto& [list, items] : out.items())
            for (Json& item : items) {
                if (!items.is_array() || !item.is_object() || !item.contains(schema::kItemKey) ||
                    !item[schema::kItemKey].is_string())
                    continue;
                const auto known = m_items.find(list + "/" + item[schema::kItemKey].get<std::string>());
                if (known != m_items.end())
                    item[schema::kItemKey] = merge::itemName(kPlanned, known->second);
            }
        return out;
    }

    void take(Write write) {
        Path path = merge::parsePath(write.path);
        if (isItem(path) && path.item.starts_with("~"))
            path.item = newName(path.field, "new " + path.item);
        write.path = merge::relativePath(path.text(), kPlanned);
        const bool ofPlan = merge::parsePath(write.path).item.starts_with("~");
        if (path.kind == Path::Kind::Item && write.value.is_null() && ofPlan) {
            const std::string below = write.path + "/";
            std::erase_if(m_writes, [&](const auto& entry) {
                return entry.first == write.path || entry.first.starts_with(below);
            });
            return;
        }
        write.context = withoutPlanned(write.context);
        write.wide = withoutPlanned(write.wide);
        m_writes[write.path] = std::move(write);
    }

    /// A record that is void here already needs no second reason, and the hub would refuse one by itself.
    static void dropLoneReason(Plan& plan) {
        const auto is = [](std::string_view path) {
            return [path](const Write& write) { return write.path == path; };
        };
        if (std::ranges::none_of(plan.writes, is(merge::kState)))
            std::erase_if(plan.writes, is(merge::kVoidReason));
    }

    /// What is still wrong: the hub would refuse it again.
    void check(Plan& plan) const {
        for (const Write& write : plan.writes) {
            const Path path = merge::parsePath(write.path);
            const schema::Field* field = fieldOf(&m_type, path);
            if (path.own() || field == nullptr || write.value.is_null() || path.kind == Path::Kind::Item)
                continue;
            const bool member = path.kind == Path::Kind::Member;
            const Json& value = write.value;
            for (schema::Problem& problem :
                 member
                     ? schema::checkMember(*field, value == Json(true) ? Json(path.item) : value, write.path)
                     : schema::checkValue(*field, value, write.path))
                if (problem.severity == schema::Problem::Severity::Error)
                    plan.refused.push_back(std::move(problem));
        }
        if (plan.writes.size() > limits::kChangeWrites) {
            schema::Problem problem;
            problem.message = {"一次保存的内容过多", "too much in one save"};
            plan.refused.push_back(std::move(problem));
        }
        if (!plan.refused.empty())
            plan.writes.clear();
    }

    const schema::RecordType& m_type;
    const RecordState& m_state;
    const VersionVector m_seen;
    RecordState m_wanted;  ///< what the refused changes say, taken together
    bool m_creation = false;
    std::map<std::string, Write> m_writes;       ///< by their paths in the new change
    std::map<std::string, std::size_t> m_items;  ///< "list/OLD" to the number it has in the new change
};

}  // namespace

Plan planMend(const schema::RecordType& type, const RecordState& state,
              const std::vector<protocol::Change>& refused, const Json& correction, std::string_view org) {
    return Mender(type, state, refused).run(correction, org);
}

}  // namespace fayi::records
