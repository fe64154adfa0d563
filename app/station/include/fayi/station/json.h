// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/runtime/sync_session.h"
#include "fayi/station/station.h"

/// The JSON of every answer of `fayi-station`: a public interface. Keys may be added, none removed or
/// changed. Messages are strings in one language; labels are {"zh","en"}.
namespace fayi::station {

/// {"id","type","org","state","fields","conflicts","deleted","updated":{"by","at"},"sync"}; beside these
/// "problems" while the record can be mended, "remarks", "verified":{"by","at","version"} (the last one),
/// "void":{"by","at","reason","version"} of one that is void, "restricted" likewise,
/// "changed_since_verified", "revived", "clock":{"off_ms"} where there is something to tell.
Json toJson(const Station& station, const Record& record, Language language);
/// What two stores that hold the same changes agree on: a record without "sync" and "problems".
Json visibleState(const Station& station, const Record& record);

Json toJson(const std::vector<schema::Problem>& problems, Language language);
Json toJson(const HistoryEntry& entry);
Json toJson(const Conflict& conflict);
Json toJson(const Attention& attention, Language language);
/// The record; "was": its name that the hub did not take; "mended": the changes that are dealt with.
Json toJson(const Station& station, const Mended& mended, Language language);
/// {"discarded","record","removed","changes"}
Json discardedJson(Dot change, const store::Closed& closed);
Json toJson(const ImportReport& report, Language language);
using schema::toJson;
Json toJson(const Due& due, Language language);
Json toJson(const SyncReport& report, Language language);
/// {"bundle","changes","bytes","parts"} of one that was written or handed in, with "kept"; where there was an
/// answer, what a sync says, "late" and "more".
Json toJson(const BundleReport& report, Language language);
/// {"ok","server","steps":[{"step","state","ms","words","advice"}],"clock_offset_ms","bytes_per_second_down",
/// "bytes_per_second_up"}; no advice where nothing is wrong.
Json toJson(const LinkReport& report, Language language);
/// {"proxy","proxy_url","metered","daily_bytes","bytes_today"}, no password in it.
Json toJson(const LinkSettings& settings, std::uint64_t spentToday);
/// The address of a proxy as it may be shown.
std::string withoutPassword(const std::string& url);
/// {"blob","bytes"}, and "media", "thumbnail" where there is one
Json toJson(const Attached& attached);
/// {"file","form","pages","bytes","draft","print","notes":[…]}; "print" is 0 for a draft, which is not
/// counted.
Json toJson(const Printed& printed, const std::string& file, Language language);
Json toJson(const CheckReport& report, Language language);
Json toJson(const Enrolled& enrolled);
Json toJson(const DumpEnd& end);
/// `status`, with what the hub refused.
Result<Json> statusJson(const Station& station, Language language);

/// The report of one exchange with the hub or several.
SyncReport reportOf(const runtime::SyncResult& result, std::uint64_t openConflicts, Millis took);

/// One line of UTF-8, keys ascending.
std::string lineOf(const Json& json);

}  // namespace fayi::station
