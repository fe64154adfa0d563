// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"

/// What the district does with its hub, beside the running service. Answers are the JSON that the command
/// line prints (docs/OPERATIONS.md). Everything that people are to see is reference data, written to the same
/// log.
namespace fayi::hub {

/// Makes the hub of a district in an empty store: its identity, its pen, and the org tree as reference data.
/// ErrorCode::Usage: this program has no org tree for the district.
Status initHub(HubStore& store, const Clock& clock, Random& random, const std::string& district,
               const std::string& name);

/// [{"code","name","parent"}]; kind, dates, successor and lock where there are any.
Result<Json> listOrgs(Context& context);

/// A unit that takes the place of another from a day on. What the new one is called and is need only be said
/// where there is none of that code yet.
struct UnitChange {
    std::string org, successor;
    std::string name, nameEn, kind;
    std::string on;  ///< its first day; the old one ends on the day before
};
/// Writes the change, and gives everybody who saw the old unit the new one, which contains it. May be given
/// again. {"org","successor","on","people"}
Result<Json> replaceUnit(Context& context, const UnitChange& change);

/// Locks the records of a unit and of all below it up to and including a day: from now on the hub refuses
/// every change to them, whenever it was made. An empty `until` lifts the lock. {"org","name","until"}
Result<Json> lockPeriod(Context& context, const std::string& org, const std::string& until);

/// {"person"}. The person may see the subtree of their org unit until setScope() says otherwise.
Result<Json> addPerson(Context& context, const std::string& name, const std::string& role,
                       const std::string& org);
/// The roots of the subtrees that the person may see and write in; at least one.
Result<Json> setScope(Context& context, RecordId person, const std::vector<std::string>& orgs);
/// Ends a person's authority. Changes made before the person's store can have known still arrive, for
/// ninety days; with `now` nothing does.
Result<Json> revokePerson(Context& context, RecordId person, bool now);
/// [{"person","name","role","org","scope","revoked"}]; with "testimony", a station's name, where something of
/// it rests on that station's word since the hub was put back to a backup.
Result<Json> listPeople(Context& context);

/// [{"station","name","people","enrolled","last_sync","offset_ms","cursor","behind"}]
Result<Json> listStations(Context& context);

/// Adds or updates a definition (record type, code list, report). {"type","version","record"}
Result<Json> addDefinition(Context& context, const std::string& text, const std::string& origin);

}  // namespace fayi::hub
