// SPDX-License-Identifier: Apache-2.0
// Which papers left this computer.
#include "row.h"

namespace fayi::store {
namespace {

Error noSuchRecord(RecordId id) {
    return {ErrorCode::NotFound, {"没有这条记录：" + toText(id), "there is no record " + toText(id)}};
}

}  // namespace

Result<std::uint64_t> Store::timesPrinted(RecordId id, const std::string& form) const {
    FAYI_LET(row, findRow(id));
    if (!row)
        return noSuchRecord(id);
    auto count = m_database->prepare("SELECT count(*) FROM printed WHERE record=? AND form=?");
    count.bind(row->number).bind(form);
    if (!count.step())
        return Error{ErrorCode::Io, count.status().error().message};
    return count.number(0);
}

Status Store::notePrinted(RecordId id, const std::string& form, std::int64_t person) const {
    FAYI_LET(row, findRow(id));
    if (!row)
        return noSuchRecord(id);
    return m_database->prepare("INSERT INTO printed(record,form,person,at) VALUES(?,?,?,?)")
        .bind(row->number)
        .bind(form)
        .bind(person)
        .bind(m_clock.now().count())
        .run();
}

}  // namespace fayi::store
