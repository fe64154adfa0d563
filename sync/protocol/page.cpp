// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/page.h"

#include "columns.h"
#include "fayi/base/limits.h"

namespace fayi::protocol {

Json encodePage(const std::vector<SentChange>& changes) {
    PageEncoder encoder(PageKind::Changes);
    for (const SentChange& sent : changes)
        encoder.add(sent, sent.change.type);
    return encoder.finish();
}

Result<std::vector<SentChange>> decodePage(const Json& page) {
    try {
        return PageDecoder(page, PageKind::Changes).decode(limits::kPageChanges);
    } catch (const std::exception& failure) {
        const std::string what = failure.what();
        return Error{ErrorCode::Validation, {"数据页格式不对：" + what, "malformed page: " + what}};
    }
}

}  // namespace fayi::protocol
