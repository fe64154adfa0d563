// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QString>
#include <vector>

#include "fayi/schema/record_type.h"

namespace fayi::ui {

/// What a list is narrowed to, words to be found apart.
struct ListFilter {
    QString word;                    ///< the row word; empty: any
    bool bin = false;                ///< the recycle bin instead of the living
    QString from, to;                ///< days, both included; empty: open on that side
    QString unit;                    ///< with all below it; empty: anywhere
    QMap<QString, QString> choices;  ///< by the name of a field, the code it has or holds

    /// As conditions (fayi/station/where.h).
    QString conditions() const;
    /// How many of period, place and choices are set.
    int narrowed() const;
    bool operator==(const ListFilter&) const = default;
};

/// The fields of a type by which its records are found: choices and tags from a code list that are nobody's
/// personal affair. First those of the list's columns, in their order, then the other tags; a few at most.
std::vector<const schema::Field*> findingFields(const schema::RecordType& type);

}  // namespace fayi::ui
