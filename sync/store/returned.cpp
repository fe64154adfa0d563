// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/returned.h"

#include <set>

#include "file.h"
#include "select.h"

namespace fayi::store {
namespace {

/// The pens of a person: at this computer, and at others under the same id.
constexpr const char* kPensSql =
    "SELECT number FROM replica WHERE person=?1 OR (?2<>'' AND person IS NULL AND person_id=?2)";

/// Of the unit of an author: nobody works there any more, as the people of the district are known here.
constexpr const char* kDesertedSql =
    "(EXISTS(SELECT 1 FROM record w WHERE w.type='person') AND NOT EXISTS(SELECT 1 FROM record w WHERE "
    "w.type='person' AND NOT w.deleted AND json_extract(w.fields,'$.active') IS NOT 0 AND "
    "json_extract(w.fields,'$.org')=coalesce(p.org, r.org)))";

/// By number: its registers, and whose it is to mend: 0 one's own, 1 of one's unit, 2 of one that is
/// deserted.
std::string returnedSql() {
    return std::string("WITH own AS (") + kPensSql +
           ") SELECT record.number, record.registers, CASE WHEN record.replica IN (SELECT number FROM own) "
           "THEN 0 WHEN ?3<>'' AND coalesce(p.org, r.org)=?3 THEN 1 ELSE 2 END AS whose FROM record "
           "JOIN replica r ON r.number=record.replica LEFT JOIN person p ON p.number=r.person "
           "WHERE record.state='returned' AND NOT record.deleted AND " +
           kShownSql + " AND (whose<2 OR " + kDesertedSql +
           ") ORDER BY record.updated DESC, record.number DESC";
}

/// Whose write returned the record.
ReplicaId returnerOf(const merge::RecordState& state) {
    const merge::Register* reg = state.find(merge::kState);
    const merge::Shown shown = reg == nullptr ? merge::Shown() : merge::settle(merge::Policy::Latest, *reg);
    return shown.version == nullptr ? ReplicaId() : shown.version->dot.replica;
}

/// Who returned what a colleague wrote waits for them; if nobody is left to wait for, it comes back to them.
bool isToMend(std::int64_t whose, bool returnedIt) {
    return whose == 0 || (whose == 2) == returnedIt;
}

}  // namespace

Result<std::vector<std::int64_t>> returnedTo(const std::filesystem::path& folder, const Person& person,
                                             std::size_t limit) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    const std::string id = person.id ? toText(person.id) : std::string();
    std::set<std::int64_t> pens;
    auto own = database->prepare(std::string("SELECT id FROM replica WHERE number IN (") + kPensSql + ")");
    own.bind(person.number).bind(id);
    while (own.step())
        pens.insert(own.integer(0));
    FAYI_TRY(own.status());
    auto rows = database->prepare(returnedSql());
    rows.bind(person.number).bind(id).bind(person.org);
    std::vector<std::int64_t> out;
    while (out.size() < limit && rows.step()) {
        FAYI_LET(state, protocol::decodeState(rows.text(1)));
        const bool returnedIt = pens.contains(asKey(returnerOf(state)));
        if (isToMend(rows.integer(2), returnedIt))
            out.push_back(rows.integer(0));
    }
    FAYI_TRY(rows.status());
    return out;
}

}  // namespace fayi::store
