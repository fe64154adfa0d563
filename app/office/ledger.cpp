// SPDX-License-Identifier: Apache-2.0
// What every file that leaves has in common: its ending, its reason, its line in the ledger.
#include "ledger.h"

namespace fayi::office {
namespace {

constexpr std::size_t kMostReason = 500;

}  // namespace

Status checkReason(const std::string& reason) {
    if (lengthOf(reason) > kMostReason)
        return Error{ErrorCode::Usage, {"理由不超过 500 字", "the reason is longer than 500 characters"}};
    return {};
}

Result<bool> isWorkbook(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".xlsx" || ending == ".csv")
        return ending == ".xlsx";
    return Error{
        ErrorCode::Usage,
        {"只能导出 .xlsx 和 .csv：" + file.string(), "only .xlsx and .csv can be written: " + file.string()}};
}

store::ExportEntry entryBy(const station::Station& station, const std::filesystem::path& file,
                           const std::string& sha256) {
    const store::Person& person = station.person();
    store::ExportEntry out;
    out.personId = person.id.created.seq == 0 ? std::string() : toText(person.id);
    out.personName = person.name;
    out.file = file.filename().string();
    out.sha256 = sha256;
    return out;
}

Status noteInLedger(station::Station& station, const store::ExportEntry& entry, const Clock& clock) {
    FAYI_LET(books, store::Books::open(station.store().folder(), clock));
    return books->noteExport(entry);
}

}  // namespace fayi::office
