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

std::string returnedSql() {
    return std::string("WITH own AS (") + kPensSql +
           ") SELECT record.number, record.registers, record.replica IN (SELECT number FROM own) FROM record "
           "JOIN replica r ON r.number=record.replica LEFT JOIN person p ON p.number=r.person "
           "WHERE record.state='returned' AND NOT record.deleted AND " +
           kShownSql +
           " AND (record.replica IN (SELECT number FROM own) OR (?3<>'' AND coalesce(p.org, r.org)=?3)) "
           "ORDER BY record.updated DESC, record.number DESC";
}

/// Whose write returned the record.
ReplicaId returnerOf(const merge::RecordState& state) {
    const merge::Register* reg = state.find(merge::kState);
    const merge::Shown shown = reg == nullptr ? merge::Shown() : merge::settle(merge::Policy::Latest, *reg);
    return shown.version == nullptr ? ReplicaId() : shown.version->dot.replica;
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
        if (rows.integer(2) != 0 || !pens.contains(asKey(returnerOf(state))))
            out.push_back(rows.integer(0));
    }
    FAYI_TRY(rows.status());
    return out;
}

}  // namespace fayi::store
