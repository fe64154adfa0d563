// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/ids.h"
#include "fayi/base/result.h"
#include "fayi/merge/version_vector.h"
#include "fayi/schema/record_type.h"
#include "fayi/store/rename.h"

namespace fayi::sqlite {
class Database;
}

namespace fayi::store {

using Json = nlohmann::json;

/// A form as it stands, with what is typed in it and not saved.
struct OpenForm {
    std::string subject;  ///< what tells it from the others of its person; only a key
    std::string type;
    int version = 0;                 ///< of the definition it was typed into
    std::optional<RecordId> record;  ///< nothing: a new one
    std::optional<Dot> mends;        ///< the refused change that is being mended
    merge::VersionVector shown;      ///< of the record, what its author was shown
    Json loaded = Json::object();    ///< the fields as they were shown
    Json fields = Json::object();    ///< as they would be saved
    Json typed = Json::object();     ///< {path: letters} of fields under the cursor, a value yet or not
    Json pending = Json::object();   ///< {path: letters} that are no part of their field yet
    Json said = Json::object();      ///< {field: {label: [zh,en], text: [zh,en]}} as its definition had it
    Json unfit = Json::array();      ///< of `said`, what a newer definition has no place for
    std::string focus;               ///< path of the field that had the keyboard; empty: none
    int cursor = 0;
    int newItems = 0;         ///< how many items it has named
    std::uint64_t forks = 0;  ///< Store::forks() as its names have it
    Millis at{0};             ///< when it was put here
    bool saving = false;      ///< a save of it is under way: the next change of its person takes it out
};

/// The same form under the names that a fork gave.
void rename(OpenForm& form, const Renaming& renaming);

/// The forms that people left with something unsaved in them, by person (Person::number); not replicated. A
/// form whose record leaves this store goes with it. A connection of its own over the store's file; not
/// thread safe.
class FormJournal {
public:
    /// Told at once, the newest of a person: more than that nobody leaves open.
    static constexpr int kMostForms = 100;

    /// The folder of a store that is there. ErrorCode as Store::open.
    static Result<std::unique_ptr<FormJournal>> open(const std::filesystem::path& folder, const Clock& clock);
    ~FormJournal();

    /// On the disk when it returns; takes the place of what was kept under its subject.
    Status put(std::int64_t person, const OpenForm& form);
    Status drop(std::int64_t person, const std::string& subject);
    /// Newest first. One that was being saved when the program ended was not.
    Result<std::vector<OpenForm>> forms(std::int64_t person) const;

private:
    FormJournal(std::unique_ptr<sqlite::Database> database, const Clock& clock);

    std::unique_ptr<sqlite::Database> m_database;
    const Clock& m_clock;
};

}  // namespace fayi::store
