// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authority.h"
#include "fayi/server/context.h"
#include "fayi/server/sync.h"

namespace fayi::hub {

/// A station that proved itself, its people and what they may see.
struct Admission {
    Station station;
    std::vector<Author> people;
    std::shared_ptr<const Reference> reference;
    StationScope scope;
};

/// Whether these are the station's own.
bool isProven(const Station& station, const Credentials& credentials);

/// Denied: "token"; "revoked" if nobody at the station has authority any more. `lastWords`: a station whose
/// people were revoked with grace may still push.
Answer<Admission> admit(Context& context, const Credentials& credentials, bool lastWords);

}  // namespace fayi::hub
