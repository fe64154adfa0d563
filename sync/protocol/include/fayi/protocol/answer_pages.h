// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "fayi/protocol/messages.h"

/// Several pages of news in one answer: one request, one compressed stream, and yet each page arrives, and is
/// applied with its cursor, by itself. A link that breaks costs a page and not the answer.
namespace fayi::protocol {

/// True if a further page may follow this one in the same answer: there is more, and the station will take
/// this one as it takes any (no fork, no other life of the hub, nothing left to push).
bool goesOn(const SyncRequest& request, const SyncResponse& answer);

/// One page: as encode(). More: CBOR byte strings one after the other (RFC 8742), each a page's CBOR, in one
/// zstd frame that is flushed after each. `level` as of zstd.
Bytes encodePages(const std::vector<SyncResponse>& pages, int level, DictionaryId with);

struct AnswerPages {
    std::vector<SyncResponse> pages;
    bool whole = true;  ///< false: the body was cut, these are the pages that had arrived
};
/// Refuses what is malformed as a whole; what was merely cut gives the pages before the cut, perhaps none.
Result<AnswerPages> decodePages(std::string_view body);

}  // namespace fayi::protocol
