// SPDX-License-Identifier: Apache-2.0
#include "form_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "fayi/schema/check.h"

namespace fayi::ui {
namespace {

using schema::Field;
using schema::FieldKind;
using schema::Json;

const Json kNothing;

const Json& valueIn(const Json& scope, const std::string& name) {
    const auto at = scope.find(name);
    return at == scope.end() ? kNothing : *at;
}

bool isShown(const Field& field, const Json& scope, bool editing) {
    return schema::isVisible(field, scope) && (editing || !schema::isEmptyValue(valueIn(scope, field.name)));
}

void addItems(const Field& list, const Json& items, bool editing, std::vector<FormRow>& out) {
    int number = 0;
    for (const Json& item : items) {
        const std::string id = itemId(item);
        const std::string path = list.name + "/" + id;
        ++number;
        out.push_back({FormRow::Kind::ItemHead, path, list.labels, &list, id, number,
                       number == static_cast<int>(items.size())});
        for (const Field& field : list.fields)
            if (isShown(field, item, editing))
                out.push_back({FormRow::Kind::Field, path + "/" + field.name, field.labels, &field, id, 0});
    }
    if (editing && items.size() < list.maxItems)
        out.push_back({FormRow::Kind::AddItem, list.name, list.labels, &list, {}, 0});
}

void addFields(const schema::RecordType& type, const std::string& section, const Json& fields, bool editing,
               std::vector<FormRow>& out) {
    for (const Field& field : type.fields) {
        if (field.section != section || !isShown(field, fields, editing))
            continue;
        if (field.kind == FieldKind::Items) {
            const Json& items = valueIn(fields, field.name);
            addItems(field, items.is_array() ? items : Json::array(), editing, out);
        } else {
            out.push_back({FormRow::Kind::Field, field.name, field.labels, &field, {}, 0});
        }
    }
}

Json patchOfItem(const Field& list, const Json& before, const Json& now) {
    Json out = Json::object();
    for (const Field& field : list.fields)
        if (valueIn(before, field.name) != valueIn(now, field.name))
            out[field.name] = valueIn(now, field.name);
    return out;
}

/// The ids of a list in its order.
std::vector<std::string> idsOf(const Json& items) {
    std::vector<std::string> out;
    for (const Json& item : items.is_array() ? items : Json::array())
        out.push_back(itemId(item));
    return out;
}

/// The most items that need not move: a longest run of `now` that stands in this order in `before` already.
std::set<std::string> unmoved(const std::vector<std::string>& before, const std::vector<std::string>& now) {
    std::vector<std::vector<std::string>> best;  // ending at each item of `now`
    std::vector<std::ptrdiff_t> places;
    std::vector<std::string> longest;
    for (const std::string& id : now) {
        const auto at = std::find(before.begin(), before.end(), id) - before.begin();
        places.push_back(at);
        std::vector<std::string> run;
        const bool isNew = at == static_cast<std::ptrdiff_t>(before.size());
        for (std::size_t i = 0; i < best.size() && !isNew; ++i)
            if (places[i] < at && best[i].size() > run.size())
                run = best[i];
        if (!isNew)
            run.push_back(id);
        if (run.size() > longest.size())
            longest = run;
        best.push_back(std::move(run));
    }
    return {longest.begin(), longest.end()};
}

/// Whether only items that came with this edit stand behind it: they go last by themselves.
bool isTail(const std::vector<std::string>& before, const std::vector<std::string>& now, std::size_t from) {
    return std::none_of(
        now.begin() + static_cast<std::ptrdiff_t>(from), now.end(),
        [&](const std::string& id) { return std::find(before.begin(), before.end(), id) != before.end(); });
}

Json patchOfList(const Field& list, const Json& loaded, const Json& fields) {
    Json out = Json::array();
    const std::vector<std::string> were = idsOf(valueIn(loaded, list.name)),
                                   are = idsOf(valueIn(fields, list.name));
    const std::set<std::string> stay = unmoved(were, are);
    std::map<std::string, std::string> names;  // of new items, as an edit calls them
    Json previous;
    for (std::size_t i = 0; i < are.size(); ++i) {
        const Json* before = findItem(loaded, list.name, are[i]);
        Json change =
            patchOfItem(list, before ? *before : Json::object(), *findItem(fields, list.name, are[i]));
        if (before ? !stay.contains(are[i]) : !isTail(were, are, i))
            change[schema::kAfterKey] = previous;
        if (!before)
            names[are[i]] = "~" + std::to_string(names.size() + 1);
        previous = before ? are[i] : names[are[i]];
        if (before && change.empty())
            continue;
        if (before)
            change[schema::kItemKey] = are[i];
        out.push_back(std::move(change));
    }
    for (const std::string& id : were)
        if (!findItem(fields, list.name, id))
            out.push_back({{schema::kItemKey, id}, {schema::kRemovedKey, true}});
    return out;
}

}  // namespace

std::vector<FormRow> rowsOf(const schema::RecordType& type, const Json& fields, bool editing) {
    std::vector<FormRow> out;
    addFields(type, {}, fields, editing, out);
    for (const schema::Section& section : type.sections) {
        const std::size_t before = out.size();
        out.push_back({FormRow::Kind::Section, "#" + section.id, section.labels, nullptr, {}, 0});
        addFields(type, section.id, fields, editing, out);
        if (out.size() == before + 1)
            out.pop_back();
    }
    return out;
}

FormPath partsOf(std::string_view path) {
    const auto first = path.find('/');
    if (first == std::string_view::npos)
        return {std::string(path), {}, {}};
    const auto second = path.find('/', first + 1);
    FormPath out{
        std::string(path.substr(0, first)), std::string(path.substr(first + 1, second - first - 1)), {}};
    if (second != std::string_view::npos)
        out.within = path.substr(second + 1);
    return out;
}

const Json& valueAt(const Json& fields, const FormPath& path) {
    const Json* scope = path.item.empty() ? &fields : findItem(fields, path.field, path.item);
    return scope != nullptr && scope->is_object()
               ? valueIn(*scope, path.item.empty() ? path.field : path.within)
               : kNothing;
}

std::string itemId(const Json& item) {
    const auto at = item.find(schema::kItemKey);
    return at != item.end() && at->is_string() ? at->get<std::string>() : std::string();
}

const Json* findItem(const Json& fields, std::string_view list, std::string_view item) {
    const auto at = fields.find(list);
    if (at == fields.end() || !at->is_array())
        return nullptr;
    for (const Json& one : *at)
        if (itemId(one) == item)
            return &one;
    return nullptr;
}

Json* findItem(Json& fields, std::string_view list, std::string_view item) {
    return const_cast<Json*>(findItem(std::as_const(fields), list, item));
}

Json patchOf(const schema::RecordType& type, const Json& loaded, const Json& fields) {
    Json out = Json::object();
    for (const Field& field : type.fields) {
        if (field.kind == FieldKind::Items) {
            Json change = patchOfList(field, loaded, fields);
            if (!change.empty())
                out[field.name] = std::move(change);
        } else if (valueIn(loaded, field.name) != valueIn(fields, field.name)) {
            out[field.name] = valueIn(fields, field.name);
        }
    }
    return out;
}

}  // namespace fayi::ui
