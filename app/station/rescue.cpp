// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/rescue.h"

#include "beside.h"
#include "fayi/station/restore.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;

Error cannotRename(const fs::path& folder, const std::error_code& why) {
    return {ErrorCode::Io,
            {"无法给文件夹 " + folder.string() + " 改名（" + why.message() + "）",
             "cannot rename the folder " + folder.string() + " (" + why.message() + ")"}};
}

}  // namespace

Result<fs::path> setAside(const fs::path& folder, const Clock& clock) {
    const fs::path from = plainFolder(folder);
    std::error_code failure;
    if (!fs::is_directory(from, failure))
        return Error{ErrorCode::NotFound,
                     {"没有这个文件夹：" + from.string(), "there is no folder " + from.string()}};
    const fs::path to = freeNameBeside(from, "-damaged-" + dateInChina(clock.now()));
    fs::rename(from, to, failure);
    if (failure)
        return cannotRename(from, failure);
    return to;
}

Result<fs::path> restoreInPlace(const fs::path& backup, const fs::path& folder, const Clock& clock,
                                Random& random) {
    FAYI_LET(prepared, prepareRestore(backup, folder, clock, random));
    std::error_code ignored;
    const auto aside = setAside(folder, clock);
    const auto put = aside.ok() ? putInPlace(prepared, folder, clock) : aside;
    if (put.ok())
        return aside;
    if (aside.ok())
        fs::rename(*aside, plainFolder(folder), ignored);
    fs::remove_all(prepared, ignored);
    return put;
}

}  // namespace fayi::station
