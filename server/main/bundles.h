// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"
#include "options.h"

namespace fayi::hub {

/// A one-time code; with `--file` also into a file for a computer without a network.
/// {"code","expires","file"}
Result<Json> giveCode(Context& context, RecordId person, const Options& options);
/// {"station","name","bundle","accepted","refused","known","enrolled","older","attachments"}
Result<Json> readBundle(Context& context, const Options& options);
/// {"station","name","bundle","pages","bytes","parts","file","attachments"}
Result<Json> writeBundle(Context& context, const Options& options);

}  // namespace fayi::hub
