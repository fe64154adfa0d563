// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariantList>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The row word of a record of which a store says `sync`: an open conflict comes before all else, and in
/// practice nothing waits to be sent anywhere.
QString wordOf(const StationSession& session, const std::string& sync, std::size_t conflicts);

/// What a line says of its record beside the word: void, restricted; empty: neither.
template <class Record>
QString standingOf(const Record& record) {
    if (record.state == records::kVoid)
        return QStringLiteral("void");
    return record.restricted ? QStringLiteral("restricted") : QString();
}

/// [{recordId,title,secondary,word,standing}] of records that are listed beside each other.
QVariantList recordRows(const StationSession& session, const std::vector<station::Record>& records);

}  // namespace fayi::ui
