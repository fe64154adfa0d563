// SPDX-License-Identifier: Apache-2.0
#include "fayi/records/view.h"

#include "fayi/base/bugs.h"
#include "items.h"
#include "rules.h"

namespace fayi::records {
namespace {

using merge::Path;
using merge::Policy;
using merge::RecordState;
using merge::Register;
using merge::Version;
using merge::VersionVector;

bool allCovered(const Register& reg, const VersionVector& context) {
    return std::ranges::all_of(reg.siblings(), [&](const Version& v) { return context.covers(v.dot); });
}

/// What all who wrote null (or true, for a delete) into a register had seen of the whole, taken together.
VersionVector wideOf(const Register& reg) {
    VersionVector out;
    for (const Version& version : reg.siblings())
        out.include(version.wide);
    return out;
}

std::string stringIn(const Json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// Works a View out of registers, one pass over their paths.
class Viewer {
public:
    Viewer(const schema::RecordType* type, std::string_view typeName, const RecordState& state)
        : m_type(type), m_state(state) {
        m_out.type = typeName;
    }

    View run() {
        for (const auto& [text, reg] : m_state.registers())
            place(text, merge::parsePath(text), reg);
        finishItems();
        readWorkflow();
        readDelete();
        const std::string_view dateField = m_type == nullptr ? std::string_view() : m_type->happenedOn;
        if (const auto date = m_out.fields.find(dateField); date != m_out.fields.end() && date->is_string())
            m_out.happenedOn = date->get<std::string>();
        std::ranges::stable_sort(m_out.remarks, {}, &Remark::time);
        return std::move(m_out);
    }

private:
    struct Item {
        std::int64_t place = kNoPlace;
        Json fields = Json::object();
    };

    void place(const std::string& text, const Path& path, const Register& reg) {
        noteUpdate(reg);
        const merge::Shown shown = merge::settle(policyOf(m_type, text), reg);
        const bool gone =
            path.kind == Path::Kind::ItemField && isRemoved(m_state, path.field + "/" + path.item);
        if (shown.conflict && !gone)
            m_out.conflicts.push_back(text);
        if (shown.merged && !gone)
            m_out.merged.push_back(text);
        if (merge::isErased(shown.value())) {
            m_out.erased.push_back(text);
            return;
        }
        if (path.own())
            return placeOwn(path, reg, shown);
        if (shown.value().is_null() || gone)
            return;
        switch (path.kind) {
            case Path::Kind::Field:
                m_out.fields[path.field] = shown.value();
                break;
            case Path::Kind::Member:
                addMember(path, shown.value());
                break;
            case Path::Kind::Item:
                if (shown.value().is_number_integer())
                    m_items[path.field][path.item].place = placeIn(shown.value());
                break;
            case Path::Kind::ItemField:
                m_items[path.field][path.item].fields[path.within] = shown.value();
                break;
        }
    }

    /// A path that is a plain field here and a set there (a definition of another version) shows the set.
    void addMember(const Path& path, const Json& value) {
        Json& set = m_out.fields[path.field];
        if (!set.is_array())
            set = Json::array();
        set.push_back(value.is_object() ? value : Json(path.item));
    }

    void placeOwn(const Path& path, const Register& reg, const merge::Shown& shown) {
        if (path.field == merge::kOrg) {
            if (shown.value().is_string())
                m_out.org = shown.value().get<std::string>();
            for (const Version& v : reg.siblings())
                if (v.value.is_string())
                    m_out.orgs.push_back(v.value.get<std::string>());
        } else if (path.field == merge::kRemark && shown.value().is_object()) {
            m_out.remarks.push_back({shown.version->dot, shown.version->time,
                                     stringIn(shown.value(), "field"), stringIn(shown.value(), "text"),
                                     shown.value().value("note", Json()) == Json(true)});
        } else if (path.field == merge::kPaper && shown.value().is_string()) {
            m_out.papers[path.item] = shown.value().get<std::string>();
        }
    }

    void noteUpdate(const Register& reg) {
        for (const Version& v : reg.siblings())
            if (std::pair(v.time, v.dot) > std::pair(m_out.updated, m_out.updatedBy)) {
                m_out.updated = v.time;
                m_out.updatedBy = v.dot;
            }
    }

    void finishItems() {
        for (auto& [list, items] : m_items) {
            std::vector<PlacedItem> order;
            for (const auto& [id, item] : items)
                order.push_back({id, item.place});
            std::ranges::sort(order);
            Json& out = m_out.fields[list] = Json::array();
            for (const auto& [id, place] : order) {
                Json fields = std::move(items[id].fields);
                fields[schema::kItemKey] = id;
                out.push_back(std::move(fields));
            }
        }
    }

    void readWorkflow() {
        const Register* reg = m_state.find(merge::kState);
        const merge::Shown shown = reg == nullptr ? merge::Shown() : merge::settle(Policy::Latest, *reg);
        if (shown.value().is_string())
            m_out.state = shown.value().get<std::string>();
        if (m_out.state == kReturned)
            for (const Version& v : reg->siblings())
                if (v.value == Json(std::string(kReturned)))
                    m_out.returns.push_back(v.dot);
        readVoid(reg);
        readRestriction();
        if (m_out.state == kVerified)
            m_out.verified = Verification{shown.version->dot, shown.version->time};
        if (m_out.state == kVerified && !(m_out.conflicts.empty() && coversContent(shown.version->wide))) {
            m_out.state = kSubmitted;
            m_out.changedSinceVerified = true;
        }
    }

    /// Void for good, whatever was written beside it by those who did not know; there is nothing to settle.
    void readVoid(const Register* reg) {
        if (reg == nullptr)
            return;
        const Version* last = nullptr;
        for (const Version& v : reg->siblings())
            if (v.value == Json(std::string(kVoid)) &&
                (last == nullptr || std::pair(last->time, last->dot) < std::pair(v.time, v.dot)))
                last = &v;
        if (last == nullptr)
            return;
        m_out.state = kVoid;
        m_out.returns.clear();
        m_out.voided = Voided{last->dot, last->time, {}};
        m_out.conflicts.clear();
        if (const Register* reason = m_state.find(merge::kVoidReason))
            if (const Json& why = merge::settle(Policy::Latest, *reason).value(); why.is_string())
                m_out.voided->reason = why.get<std::string>();
    }

    /// Lifted by whoever has seen it; what was lifted and restricted at the same time stays restricted.
    void readRestriction() {
        const Register* reg = m_state.find(merge::kRestricted);
        if (reg == nullptr)
            return;
        const Version* last = nullptr;
        for (const Version& v : reg->siblings())
            if (!v.value.is_null() &&
                (last == nullptr || std::pair(last->time, last->dot) < std::pair(v.time, v.dot)))
                last = &v;
        if (last != nullptr)
            m_out.restricted =
                Restricted{last->dot, last->time,
                           last->value.is_string() ? last->value.get<std::string>() : std::string()};
    }

    /// True if a verification that had seen `seen` still speaks of what is shown.
    bool coversContent(const VersionVector& seen) const {
        if (bug("verified-for-good"))
            return true;
        for (const auto& [text, reg] : m_state.registers())
            if (text[0] != '$' && !allCovered(reg, seen))
                return false;
        return true;
    }

    void readDelete() {
        const Register* reg = m_state.find(merge::kDeleted);
        if (reg == nullptr)
            return;
        const auto says = [](const Version& v) { return v.value == Json(true); };
        if (reg->siblings().empty() || !std::ranges::all_of(reg->siblings(), says)) {
            m_out.revived = std::ranges::any_of(reg->siblings(), says);
            return;
        }
        const VersionVector seen = wideOf(*reg);
        m_out.deleted = true;
        for (const auto& [text, other] : m_state.registers())
            if (text != merge::kDeleted && !allCovered(other, seen) && !bug("delete-wins"))
                m_out.deleted = false;
        m_out.revived = !m_out.deleted;
    }

    const schema::RecordType* m_type;
    const RecordState& m_state;
    View m_out;
    std::map<std::string, std::map<std::string, Item>> m_items;
};

}  // namespace

View view(const schema::RecordType* type, std::string_view typeName, const RecordState& state) {
    return Viewer(type, typeName, state).run();
}

std::vector<Remark> toMend(const View& view) {
    std::vector<Remark> out;
    std::ranges::copy_if(view.remarks, std::back_inserter(out), [&](const Remark& remark) {
        return std::ranges::count(view.returns, remark.dot) > 0;
    });
    return out;
}

Policy policyOf(const schema::RecordType* type, std::string_view text) {
    const Path path = merge::parsePath(text);
    if (path.kind == Path::Kind::Member || path.kind == Path::Kind::Item)
        return Policy::Union;
    if (path.field == merge::kOrg)
        return Policy::Review;
    const schema::Field* field = fieldOf(type, path);
    return field == nullptr ? Policy::Latest : field->policy;
}

merge::KeepsPast keepsPast(const schema::RecordType* type) {
    if (type == nullptr)
        return {};
    return [type](std::string_view path) { return policyOf(type, path) == Policy::Text; };
}

std::vector<OpenConflict> openConflicts(const schema::RecordType* type, const RecordState& state) {
    std::vector<OpenConflict> out;
    for (const std::string& path : view(type, {}, state).conflicts)
        out.push_back({path, policyOf(type, path), state.find(path)->siblings()});
    return out;
}

Json told(const Json& value) {
    return merge::isErased(value) ? Json{{"erased", true}} : value;
}

std::string searchText(const schema::RecordType* type, const Json& fields, Searched which) {
    std::string out;
    const auto add = [&](const schema::Field& field, const Json& scope) {
        const bool wanted =
            field.searchable && (which == Searched::All || field.kind != schema::FieldKind::LongText);
        const auto value = wanted && scope.is_object() ? scope.find(field.name) : scope.end();
        if (!wanted || value == scope.end())
            return;
        if (value->is_string())
            out += value->get_ref<const std::string&>() + "\n";
        if (value->is_array())
            for (const Json& member : *value)
                if (member.is_string())
                    out += member.get_ref<const std::string&>() + "\n";
    };
    if (type == nullptr)
        return out;
    for (const schema::Field& field : type->fields) {
        add(field, fields);
        const auto items = fields.find(field.name);
        for (const schema::Field& inner : field.fields)
            for (const Json& item : items == fields.end() ? Json::array() : *items)
                add(inner, item);
    }
    return out;
}

}  // namespace fayi::records
