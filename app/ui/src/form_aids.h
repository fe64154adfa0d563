// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/station/station.h"
#include "form_rows.h"

/// What saves a person from writing the same thing twice.
namespace fayi::ui {

/// What a new record starts with: the defaults of its type; where the definition says so (`remember`), what
/// this person wrote there last; and the only unit of their scope that a field for units takes.
schema::Json beginningOf(const station::Station& station, const schema::RecordType& type,
                         const std::string& today);

/// What a new item of a list starts with; `alike`: an item whose codes it takes over.
schema::Json newItem(const schema::Field& list, const std::string& id, const schema::Json* alike);

/// A code that an item names belongs into every set of the record that has the same code list.
void gatherCode(const schema::RecordType& type, const schema::Field& choice, const schema::Json& value,
                schema::Json& fields);

/// What the definition says a reference brings along (`takes`), from the record that is chosen now. Only into
/// what nobody wrote: what is empty, as the form `began`, or as the record `before` had given it.
void takeAlong(const station::Station& station, const schema::RecordType& type,
               const schema::Field& reference, const schema::Json& before, const schema::Json& began,
               schema::Json& fields);

}  // namespace fayi::ui
