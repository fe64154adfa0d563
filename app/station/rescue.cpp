// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/rescue.h"

#include "fayi/station/station.h"
#include "fayi/store/attachments.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;

/// As practiceFolder(): a path that ends with a slash means the same folder.
fs::path plain(const fs::path& folder) {
    const fs::path out = folder.lexically_normal();
    return out.has_filename() ? out : out.parent_path();
}

/// Beside the folder, with that after its name, and a number where something has that name already.
fs::path freeName(const fs::path& folder, const std::string& ending) {
    const std::string name = folder.string() + ending;
    std::error_code failure;
    fs::path out = name;
    for (int number = 2; fs::symlink_status(out, failure).type() != fs::file_type::not_found; ++number)
        out = name + "-" + std::to_string(number);
    return out;
}

Error cannotRename(const fs::path& folder, const std::error_code& why) {
    return {ErrorCode::Io,
            {"无法给文件夹 " + folder.string() + " 改名（" + why.message() + "）",
             "cannot rename the folder " + folder.string() + " (" + why.message() + ")"}};
}

/// A store of its own in that folder, whole or an error.
Status makeFrom(const fs::path& backup, const fs::path& damaged, const fs::path& folder, const Clock& clock,
                Random& random) {
    FAYI_TRY(Station::restoreBackup(backup, folder, clock, random));
    FAYI_LET(station, Station::open(folder, clock, random));
    FAYI_LET(book, store::Attachments::open(folder, clock));
    return book->copyKnown(damaged);
}

}  // namespace

Result<fs::path> setAside(const fs::path& folder, const Clock& clock) {
    const fs::path from = plain(folder);
    std::error_code failure;
    if (!fs::is_directory(from, failure))
        return Error{ErrorCode::NotFound,
                     {"没有这个文件夹：" + from.string(), "there is no folder " + from.string()}};
    const fs::path to = freeName(from, "-damaged-" + dateInChina(clock.now()));
    fs::rename(from, to, failure);
    if (failure)
        return cannotRename(from, failure);
    return to;
}

Result<fs::path> restoreInPlace(const fs::path& backup, const fs::path& folder, const Clock& clock,
                                Random& random) {
    const fs::path place = plain(folder), draft = freeName(place, "-restored");
    std::error_code failure;
    const auto put = [&]() -> Result<fs::path> {
        FAYI_TRY(makeFrom(backup, place, draft, clock, random));
        FAYI_LET(aside, setAside(place, clock));
        fs::rename(draft, place, failure);
        if (!failure)
            return aside;
        const Error error = cannotRename(draft, failure);
        fs::rename(aside, place, failure);
        return error;
    };
    auto out = put();
    if (!out.ok())
        fs::remove_all(draft, failure);
    return out;
}

}  // namespace fayi::station
