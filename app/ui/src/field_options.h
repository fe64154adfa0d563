// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariantList>
#include <QVariantMap>

#include "fayi/schema/field.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// {code, label}, as pickers take it.
QVariantMap option(const QString& code, const QString& label);

/// What a field can be given: units in force of its kinds, records of the type it names, choices in force;
/// those that `words` find, at most kMostOptions: what a person reads before typing another letter. The
/// session has a station.
QVariantList optionsOf(const StationSession& session, const schema::Field& field, const QString& words);
inline constexpr std::size_t kMostOptions = 200;

/// The units in force that this person answers for, with all below, found by `words`; at most kMostOptions.
QVariantList ownUnits(const StationSession& session, const QString& words);

/// One value of it in words, whole and uncovered.
QString labelOf(const StationSession& session, const schema::Field& field, const schema::Json& value);

}  // namespace fayi::ui
