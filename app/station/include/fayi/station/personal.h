// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/station/station.h"
#include "fayi/store/form_journal.h"
#include "fayi/store/reveals.h"
#include "fayi/store/seats.h"

/// What a computer that several people share keeps for one of them alone: their PIN, the form they left open,
/// what they had a look at.
namespace fayi::station {

using store::FormJournal;
using store::OpenForm;
using store::PinTry;
using store::Reveal;
using store::Reveals;
using store::Seat;
using store::Seats;

/// Why a PIN was not taken; empty if it was.
Text toldOf(const PinTry& tried);
/// "30 秒", "2 分钟".
Text lengthOfWait(Millis wait);

/// What of a record is covered until somebody asks: the paths of the personal and sensitive fields that hold
/// something.
std::vector<std::string> coveredFields(const schema::RecordType& type, const Json& fields);

/// Writes down that the person who works at the station looks at these fields. What is not in the ledger is
/// not shown.
Status noteReveals(const Station& station, const std::filesystem::path& folder, const Clock& clock,
                   const Record& record, const std::vector<std::string>& fields, const std::string& place);

}  // namespace fayi::station
