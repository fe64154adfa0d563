// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/office/export.h"

namespace fayi::office {

/// What the store holds of one person, for that person (PIPL 45).
struct SubjectWish {
    station::Subject subject;
    std::filesystem::path file;  ///< .xlsx or .csv; must not be there yet
    std::string reason;          ///< who asked, and how they showed who they are; must not be empty
    Language language = Language::Zh;
};

struct SubjectDone {
    std::uint64_t records = 0, lines = 0;
    std::uint64_t withheld = 0;  ///< fields that tell of other people
    bool more = false;           ///< the store has more than was looked through
    std::string sha256;
};

/// Writes a line for each field: record, type, day, unit, field, value, why it may be kept, until when. Of
/// fields that are personal or sensitive only those that name this person, and those of the same item of a
/// list; the rest may be other people's. Goes into the ledger of exports. ErrorCode::Usage, NotFound: nothing
/// was written.
Result<SubjectDone> copyOfSubject(station::Station& station, const SubjectWish& wish, const Clock& clock);

}  // namespace fayi::office
