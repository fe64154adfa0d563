// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <string>

#include "fayi/station/station.h"

/// What the registers of a record (fayi/merge/path.h) are called in front of people, and what is in them.
namespace fayi::ui {

/// The title of a record in the language of the person, units by their names; `stored` where the type is
/// unknown.
QString recordTitle(const station::Station& station, const std::string& type, const schema::Json& fields,
                    const std::string& stored, Language language);

/// A value as it is read in running text, with its unit; `covered`: what is personal is masked.
QString valueText(const station::Station& station, const schema::Field& field, const schema::Json& value,
                  bool covered, Language language);

/// The definition behind a path; null for the product's own registers and for unknown fields. `fields` are
/// the shown ones.
const schema::Field* fieldOf(const schema::RecordType* type, const std::string& path);

/// "合同名称", "审查意见 2 · 建议", "状态": a path in words.
QString registerName(const station::Station& station, const schema::RecordType* type, const std::string& path,
                     const schema::Json& shownFields, Language language);

/// A value of that register in words; "（空）" for null. `covered`: what is personal is masked.
QString registerText(const station::Station& station, const schema::RecordType* type, const std::string& path,
                     const schema::Json& value, Language language, bool covered = false);

}  // namespace fayi::ui
