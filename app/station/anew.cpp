// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/anew.h"

#include "fayi/runtime/sync_session.h"
#include "fayi/station/personal.h"
#include "fayi/store/attachments.h"
#include "fayi/store/read_anew.h"
#include "in_use.h"

namespace fayi::station {

Result<OnlyHere> onlyHere(const Station& station, const Clock& clock) {
    const std::filesystem::path& folder = station.store().folder();
    const store::Store::Counts counts = station.store().counts();
    if (!counts.known)
        return Error{ErrorCode::Io, {"数据读不出来", "the store cannot be read"}};
    FAYI_LET(book, store::Attachments::open(folder, clock));
    FAYI_LET(attachments, book->counts());
    OnlyHere out{counts.waiting, attachments.waiting, attachments.waitingBytes, counts.refused};
    FAYI_LET(journal, FormJournal::open(folder, clock));
    for (const store::Person& person : station.people()) {
        FAYI_LET(forms, journal->forms(person.number));
        out.forms += forms.size();
    }
    return out;
}

Status readAnew(const Station& station) {
    if (!station.identity().enrolled)
        return Error{ErrorCode::Usage, {"本机还没有加入区县", "this computer has not joined a district"}};
    const runtime::SyncLock lock(station.store().folder());
    return lock.held() ? store::readAnew(station.store().folder()) : Status(inUse());
}

}  // namespace fayi::station
