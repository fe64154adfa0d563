// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fayi/schema/record_type.h"

namespace fayi::schema {

/// One thing wrong with a record.
struct Problem {
    enum class Severity { Error, Warning };
    /// What kind of wrong. A hub lets UnknownField and UnknownChoice pass: a newer station may know more.
    enum class Kind {
        WrongType,
        UnknownField,
        UnknownChoice,
        Malformed,
        TooLong,
        TooMany,  // a save refuses these
        Missing,
        OutOfRange,
        Constraint,
        NotInForce,
        CheckDigit,  // a submit speaks of these
        Locked,      // a station says so of a period that the district has locked
        Twice        // and of what may have been entered twice
    };

    std::string field;  ///< a path: "amount", "findings/ITEM/advice" (the number of the item, from 0, if it
                        ///< has no id)
    Text message;       ///< names the field by its label, and the article where the law says so
    std::vector<std::string> also;  ///< further fields of the same rule, to be marked too
    Severity severity = Severity::Error;
    Kind kind = Kind::Malformed;
};

std::string_view nameOf(Problem::Severity severity);

/// What a save refuses, all of it: wrong JSON type, unknown field, unknown choice, malformed date or number,
/// text over its length, too many items. `fields` may be a part of a record (an edit); null is allowed
/// everywhere.
std::vector<Problem> checkSave(const RecordType& type, const Json& fields);

/// The same for one value as one register holds it: a plain field, a field of an item, or one member of Tags
/// or Attachments. `path` is put into the problems.
std::vector<Problem> checkValue(const Field& field, const Json& value, const std::string& path);
std::vector<Problem> checkMember(const Field& field, const Json& member, const std::string& path);

/// What a submit refuses (missing, out of range, violated constraint) and what it warns of (check digits, a
/// code that was not in force, rules declared as warnings). `fields` is the whole record and passes
/// checkSave. `today` ("2026-03-01") lets rules forbid the future; empty: such rules do not bind.
std::vector<Problem> checkSubmit(const RecordType& type, const Json& fields, std::string_view today = {});

/// True if any of them is an error.
bool hasErrors(const std::vector<Problem>& problems);

/// Whether the field is shown, and whether a submit demands it, given the record (or the item) it is part of.
bool isVisible(const Field& field, const Json& scope);
bool isRequired(const Field& field, const Json& scope);
/// null, "" and [] are empty; false and 0 are not.
bool isEmptyValue(const Json& value);

/// What a new record starts with: the defaults of all fields, with `today`, `org` and `person` filled in.
Json defaultsOf(const RecordType& type, std::string_view today, std::string_view org,
                std::string_view person);

/// True if both happened on one day and are alike in all that the type names for it (`sameEvent`): codes and
/// units equal, lists of codes with a member in common, wordings equal but for spaces, marks and the size of
/// letters, or one inside the other. What is empty is like nothing.
bool maybeSameEvent(const RecordType& type, const Json& one, const Json& other);

/// Resident identity number, GB 11643: 18 characters, a real birth date, check digit. 15-digit numbers of
/// before 1999 are well formed if their date is.
bool isResidentId(std::string_view text);
/// Unified social credit code, GB 32100: 18 characters, both check digits (the code's own, the organisation
/// code's).
bool isCreditCode(std::string_view text);

}  // namespace fayi::schema
