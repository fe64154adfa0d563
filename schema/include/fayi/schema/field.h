// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/text.h"
#include "fayi/merge/policy.h"

namespace fayi::schema {

using Json = nlohmann::json;

/// What a field holds. The JSON of each kind in a record:
/// Text, LongText, Person (a natural person's name), IdNumber, CreditCode, Phone: a string;
/// Integer: a whole number; Money: a whole number of fen; Duration: a whole number of minutes;
/// Date "2026-03-01"; Time "14:30"; DateTime "2026-03-01T14:30" (China time); Boolean true/false;
/// Choice: a code of the list; Tags: an array of strings without doubles (codes, if the field has a list);
/// Items: an array of objects, each with its "item" id once it has one; Org: a code of the org tree;
/// Reference: a record id; Attachments: an array of {"blob","name","bytes","media"}. null clears any of them.
enum class FieldKind {
    Text,
    LongText,
    Integer,
    Money,
    Date,
    Time,
    DateTime,
    Duration,
    Boolean,
    Choice,
    Tags,
    Items,
    Person,
    IdNumber,
    CreditCode,
    Phone,
    Org,
    Reference,
    Attachments
};

/// How siblings of a register are shown and settled.
using MergePolicy = merge::Policy;

/// From what anybody may read to what the law calls sensitive (PIPL 28). Personal and Sensitive are masked by
/// default.
enum class Privacy { Public, Internal, Personal, Sensitive };

/// One entry of a code list; `from` and `until` are the first and the last day it was in force.
struct Choice {
    std::string code;
    Text labels;
    std::optional<std::string> from;
    std::optional<std::string> until;

    bool inForce(std::string_view isoDate) const;
};

/// A rule over the fields of one record (or of one item); violated only where it is certainly false.
struct Constraint {
    std::string id;
    Json when;                        ///< null: always; else the rule binds only where this certainly holds
    Json check;                       ///< an expression (fayi/schema/expression.h)
    std::vector<std::string> fields;  ///< where the message is shown; at least one
    Text message;
    Text law;              ///< the article it comes from; empty if it is none of the law's
    bool warning = false;  ///< told, but blocks nothing
};

/// The key under which an item of a list carries its id; never the name of a field.
inline constexpr std::string_view kItemKey = "item";
/// {"item": ID, "removed": true} in an edit takes the item out of its list; never the name of a field.
inline constexpr std::string_view kRemovedKey = "removed";
/// {"item": ID, "after": OTHER-ID} in an edit moves the item behind another; null: to the front; never the
/// name of a field.
inline constexpr std::string_view kAfterKey = "after";

/// One field of a record type, or of the items of a list. Names are [a-z][a-z0-9_]*.
struct Field {
    std::string name;
    FieldKind kind = FieldKind::Text;
    Text labels;
    Text hint;              ///< one line under the input; may be empty
    std::string section;    ///< id of the section it is shown in; empty in items
    bool required = false;  ///< a submit refuses it empty, always
    Json requiredIf;        ///< expression; null: never beyond `required`
    Json visibleIf;         ///< expression; null: always. A hidden field is neither required nor checked
    MergePolicy policy = MergePolicy::Latest;
    Privacy privacy = Privacy::Internal;
    std::size_t maxLength =
        0;                     ///< code points of a text, of one free tag; always set for kinds that are text
    std::size_t maxItems = 0;  ///< members of Tags, Items, Attachments; always set for these
    std::optional<std::int64_t>
        min;  ///< Integer, Money, Duration; in the unit of the value. A submit checks it
    std::optional<std::int64_t> max;
    Text unit;             ///< word shown behind a number, such as 人次; may be empty
    std::string codeList;  ///< name of the list the choices come from; empty if written in place
    std::vector<schema::Choice>
        choices;                ///< Choice: all allowed codes. Tags: the same; empty: any text is a tag
    std::vector<Field> fields;  ///< Items: the fields of one item
    std::vector<Constraint> constraints;  ///< Items: rules over one item
    Json defaultValue;          ///< null: none; a value, or {"today":true} | {"org":true} | {"person":true}
    std::string referenceType;  ///< Reference: the record type it must name; empty: any
    /// Reference: by field here, the field of the chosen record that a form fills it from
    std::map<std::string, std::string> takes;
    std::vector<std::string> orgKinds;  ///< Org: kinds of unit offered; empty: any
    bool searchable = false;            ///< its text goes into the full-text index
    bool remember = false;              ///< the form offers the last answers given here

    /// The field of that name in the items of this list; null if there is none.
    const Field* find(std::string_view fieldName) const;
    /// The choice of that code; null if there is none.
    const schema::Choice* choice(std::string_view code) const;
    /// True for Text, LongText, Person, IdNumber, CreditCode, Phone.
    bool isText() const;
};

/// The word of a kind, policy or class as written in definitions and in `types`: "longtext", "review",
/// "personal".
std::string_view nameOf(FieldKind kind);
using merge::nameOf;
std::string_view nameOf(Privacy privacy);
std::optional<FieldKind> fieldKindOf(std::string_view name);
std::optional<Privacy> privacyOf(std::string_view name);

}  // namespace fayi::schema
