// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "fayi/base/result.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// Where tables go that a person saves, unless they say otherwise.
QString tableFolder();

/// A name in the folder, which is made if it is not there: "WHAT 2026-03-01T101500.xlsx". ErrorCode::Io: the
/// folder cannot be made.
Result<QString> tableFile(const StationSession& session, const QString& folder, const QString& what,
                          const QString& ending);

}  // namespace fayi::ui
