// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariantList>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// [{recordId,title,secondary,word}] of records that are listed beside each other.
QVariantList recordRows(const StationSession& session, const std::vector<station::Record>& records);

}  // namespace fayi::ui
