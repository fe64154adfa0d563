// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "fayi/base/ids.h"

namespace fayi::merge {

/// The name of a register inside its record:
///   `title`                    a plain field
///   `findings/ITEM`            that an item of a list exists; its value is the item's place, null: removed
///   `findings/ITEM/advice`     a field of the item
///   `topics:civil-code`        that a member belongs to a set; null: removed
///   `$org` `$state` `$deleted` `$void` `$restricted` `$remark:ITEM` `$paper:BLOB`   what the product keeps
///   about every record; the last: which paper of its dossier an attachment is
///
/// An item is named by the dot of the change that made it and a number: `REPLICA-SEQ.1`. Inside that very
/// change it is written `~1`: the name need not travel, and a renamed dot renames its items.
struct Path {
    enum class Kind { Field, Item, ItemField, Member };
    Kind kind = Kind::Field;
    std::string field;   ///< the top-level field, `$…` for the product's own
    std::string item;    ///< the item of a list, or the member of a set
    std::string within;  ///< the field of the item

    bool own() const { return !field.empty() && field[0] == '$'; }
    std::string text() const;
    bool operator==(const Path&) const = default;
};

inline constexpr std::string_view kOrg = "$org";
inline constexpr std::string_view kState = "$state";
inline constexpr std::string_view kDeleted = "$deleted";
inline constexpr std::string_view kVoidReason = "$void";
inline constexpr std::string_view kRestricted = "$restricted";
inline constexpr std::string_view kRemark = "$remark";
inline constexpr std::string_view kPaper = "$paper";

/// Splits a path; every text is a path of some kind, so unknown ones survive.
Path parsePath(std::string_view text);

/// Turns `~1` into `REPLICA-SEQ.1`; other paths stay as they are.
std::string resolvePath(std::string_view path, Dot dot);
/// The contrary: `REPLICA-SEQ.1` of this dot becomes `~1`.
std::string relativePath(std::string_view path, Dot dot);
/// The full name of the n-th item that a change makes.
std::string itemName(Dot dot, std::size_t n);

}  // namespace fayi::merge
