// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QVariant>
#include <optional>

#include "fayi/base/text.h"
#include "fayi/schema/field.h"

/// How a field is written by hand, as opposed to how it is stored (fayi/schema/field.h):
/// texts, numbers, dates: a string as typed; Money: yuan, "1234.50"; Boolean: true, false or nothing;
/// Choice, Org, Reference: the code; Tags: a list of strings; Attachments: the names of the files.
namespace fayi::ui {

/// What an editor shows for a stored value.
QVariant handwritten(const schema::Field& field, const schema::Json& value);

/// What an editor holds, as it is stored; empty is null.
struct Reading {
    schema::Json value;
    std::optional<Text> problem;  ///< why it cannot be stored; `value` is null then
};
/// Lenient where the meaning is clear: full-width digits, "2026/3/1", "20260301", "2026年3月1日", "9：05",
/// "1,200". A day without a year, "3月1日", is of the year of `today` (YYYY-MM-DD), or of the year before
/// where that would be more than half a year ahead.
Reading read(const schema::Field& field, const QVariant& typed, const std::string& today);

}  // namespace fayi::ui
