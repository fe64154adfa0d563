// SPDX-License-Identifier: Apache-2.0
#include "form_rows.h"

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
        out.push_back({FormRow::Kind::ItemHead, path, list.labels, &list, id, ++number});
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

Json patchOfList(const Field& list, const Json& loaded, const Json& fields) {
    Json out = Json::array();
    const Json& now = valueIn(fields, list.name);
    for (const Json& item : now.is_array() ? now : Json::array()) {
        const std::string id = itemId(item);
        const Json* before = findItem(loaded, list.name, id);
        Json change = patchOfItem(list, before ? *before : Json::object(), item);
        if (before && change.empty())
            continue;
        if (before)
            change[schema::kItemKey] = id;
        out.push_back(std::move(change));
    }
    const Json& before = valueIn(loaded, list.name);
    for (const Json& item : before.is_array() ? before : Json::array())
        if (!findItem(fields, list.name, itemId(item)))
            out.push_back({{schema::kItemKey, itemId(item)}, {schema::kRemovedKey, true}});
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
