// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/schema/field.h"

namespace fayi::schema {

/// What a person may do with records of a type.
enum class Action { Create, Edit, Submit, Verify, Return, Delete, Move, Void, Restrict };

inline constexpr Action kActions[] = {Action::Create, Action::Edit,   Action::Submit,
                                      Action::Verify, Action::Return, Action::Delete,
                                      Action::Move,   Action::Void,   Action::Restrict};

/// The word in definitions and in "may": "create", "edit", …
std::string_view nameOf(Action action);

struct Section {
    std::string id;
    Text labels;
};

/// How long a record is kept after its year ends. `years` 0: for ever. Local, not law: a district may update
/// it.
struct Retention {
    int years = 0;
    Text reason;
    std::string field;  ///< a choice that says otherwise of a record: "permanent", "30-years"; may be empty
};

/// An official number that records of a type carry, from the blocks of their office.
struct NumberRule {
    enum class At { Request, Submit, Verify };
    std::string kind;  ///< what is counted by itself in an office and a year: [a-z][a-z0-9-]*
    Text labels;
    std::string field;    ///< the text field that takes it, where it is empty
    std::string form;     ///< "龙审〔{year}〕{number}号"
    At at = At::Request;  ///< the step that gives it; Request: only who asks for it
};

/// A paper that a dossier must hold: one of `papers` is enough.
struct RequiredPaper {
    std::vector<std::string> papers;  ///< codes of the field
    Json when;                        ///< null: always; else only where this certainly holds
};

/// The checklist of a dossier. What no rule requires is filed as needed.
struct Dossier {
    std::string field;  ///< the coded tags that say which papers are in it; empty: the type has no dossier
    std::vector<RequiredPaper> required;
};

/// What a record is: its fields, rules and who may do what. Built by the loader only; immutable afterwards.
struct RecordType {
    std::string name;  ///< [a-z][a-z0-9-]*
    int version = 0;
    Text labels;
    Text description;
    std::string
        group;  ///< code of the list "type-groups": where a window lists the type; empty: nowhere special
    std::vector<Section> sections;
    std::vector<Field> fields;
    std::vector<Constraint> constraints;
    std::map<Action, std::vector<std::string>> roles;
    std::vector<std::string> seenBy;  ///< the roles whose work it belongs to, who read its records within
                                      ///< their scope; empty: every role
    std::vector<std::string> titleFields;  ///< their values, joined, name a record in a list
    std::vector<std::string> listColumns;
    std::string happenedOn;  ///< the Date field that decides the period; empty for reference types
    Retention retention;
    std::vector<NumberRule> numbers;     ///< official numbers its records carry
    std::vector<std::string> sameEvent;  ///< on one day, two records alike in all of these may be one event
                                         ///< that was entered twice; empty: no such question is asked
    Dossier dossier;
    Text legalBasis;  ///< why the data may be kept (PIPL 13, 34)
    bool reference =
        false;    ///< org units, persons, definitions: written by the hub only, left out of `types`
    Json source;  ///< the definition as given

    const Field* find(std::string_view fieldName) const;
    /// `list` empty: a field of the record; else the field `fieldName` of the items of the list `list`.
    const Field* find(std::string_view list, std::string_view fieldName) const;
    /// Roles: advisor, clerk, head, district, admin, auditor. The empty role is the local person of a store
    /// that is not enrolled: may create, edit, submit and delete what is not reference.
    bool may(Action action, std::string_view role) const;
    /// True if the type belongs to the work of that role.
    bool isSeenBy(std::string_view role) const;
};

class OrgTree;

/// The title of a record made of the shown values of `titleFields`; the label of the type where all are
/// empty. With a tree, units go by their names.
std::string titleOf(const RecordType& type, const Json& fields, Language language = Language::Zh,
                    const OrgTree* tree = nullptr);

}  // namespace fayi::schema
