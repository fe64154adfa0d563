// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fayi/schema/record_type.h"

namespace fayi::ui {

/// One line of a form or of a record that is read: a heading, a field, the head of an item, "add an item".
///
/// `path` names it as problems and conflicts do: "amount", "findings/ITEM/advice". An item that was never
/// saved is called "+1", "+2" …: '+' begins no real item id.
struct FormRow {
    enum class Kind { Section, Field, ItemHead, AddItem };
    Kind kind = Kind::Field;
    std::string path;
    Text label;
    const schema::Field* field = nullptr;  ///< null for a section
    std::string item;                      ///< the item it belongs to; empty outside lists
    int number = 0;                        ///< ItemHead: its place in the list, from 1
    bool last = false;                     ///< ItemHead: of its list

    bool sameAs(const FormRow& other) const { return kind == other.kind && path == other.path; }
};

/// The lines of a record in the order of its definition; fields whose condition does not hold are left out,
/// and sections with nothing in them. `editing`: with the lines that add items. Else empty fields are left
/// out too.
std::vector<FormRow> rowsOf(const schema::RecordType& type, const schema::Json& fields, bool editing);

/// A path taken apart; `item` and `within` are empty for a field of the record itself.
struct FormPath {
    std::string field, item, within;
};
FormPath partsOf(std::string_view path);

/// What stands there; null if nothing does.
const schema::Json& valueAt(const schema::Json& fields, const FormPath& path);

/// The item of that id in a list; null if there is none.
schema::Json* findItem(schema::Json& fields, std::string_view list, std::string_view item);
const schema::Json* findItem(const schema::Json& fields, std::string_view list, std::string_view item);

/// The id of an item of a list as read or as made by this form; empty if it has none.
std::string itemId(const schema::Json& item);
/// True for the name that a form gave to an item that was never saved.
inline bool isNewItem(std::string_view id) {
    return id.starts_with('+');
}

/// What a save has to say: only what differs from `loaded`; null where something was cleared; of lists only
/// the items that are new, changed or removed.
schema::Json patchOf(const schema::RecordType& type, const schema::Json& loaded, const schema::Json& fields);

}  // namespace fayi::ui
