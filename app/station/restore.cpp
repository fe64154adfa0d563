// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/restore.h"

#include <algorithm>

#include "beside.h"
#include "fayi/runtime/sync_session.h"
#include "fayi/station/practice.h"
#include "fayi/station/station.h"
#include "fayi/store/attachments.h"
#include "in_use.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBefore = "-before-";

/// "fayi-before-20260305-1432" beside "fayi", with a further number if that is taken.
fs::path asideOf(const fs::path& folder, const Clock& clock) {
    std::string moment = toIsoChina(clock.now()).substr(0, 16);
    std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
    std::ranges::replace(moment, 'T', '-');
    return freeNameBeside(folder, kBefore + moment);
}

Error cannotMove(const fs::path& folder) {
    return {ErrorCode::Io,
            {"无法给文件夹改名：" + folder.string() + "。一切照旧，什么都没有改变。",
             "the folder cannot be renamed: " + folder.string() + ". Everything is as it was."}};
}

Status fill(const fs::path& made, const fs::path& backup, const fs::path& folder, const Clock& clock,
            Random& random) {
    FAYI_TRY(Station::restoreBackup(backup, made, clock, random));
    if (isPractice(made))
        return Error{ErrorCode::Usage,
                     {"这是练习数据的备份，不能当作真实记录恢复",
                      "this is a backup of practice samples; they do not become real records"}};
    FAYI_LET(book, store::Attachments::open(made, clock));
    return book->takeOver(folder);
}

}  // namespace

Result<fs::path> prepareRestore(const fs::path& backup, const fs::path& folder, const Clock& clock,
                                Random& random) {
    const fs::path made = plainFolder(fs::absolute(folder)).string() + ".restored";
    std::error_code failure;
    fs::remove_all(made, failure);  // of a restore that was broken off
    if (Status filled = fill(made, backup, plainFolder(fs::absolute(folder)), clock, random); !filled.ok()) {
        fs::remove_all(made, failure);
        return filled.error();
    }
    return made;
}

Result<fs::path> moveAside(const fs::path& folder, const Clock& clock) {
    const fs::path place = plainFolder(fs::absolute(folder));
    std::error_code failure;
    if (!fs::exists(place, failure))
        return fs::path();
    const runtime::SyncLock lock(place);
    if (!lock.held())
        return inUse();
    const fs::path aside = asideOf(place, clock);
    fs::rename(place, aside, failure);
    if (failure)
        return cannotMove(place);
    return aside;
}

Result<fs::path> putInPlace(const fs::path& prepared, const fs::path& folder, const Clock& clock) {
    const fs::path place = plainFolder(fs::absolute(folder));
    FAYI_LET(aside, moveAside(place, clock));
    std::error_code failure;
    fs::rename(prepared, place, failure);
    if (!failure)
        return aside;
    if (!aside.empty())
        fs::rename(aside, place, failure);
    return cannotMove(prepared);
}

std::vector<fs::path> keptAside(const fs::path& folder) {
    const fs::path place = plainFolder(fs::absolute(folder));
    const std::string begin = place.filename().string() + kBefore;
    std::vector<fs::path> out;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(place.parent_path(), failure))
        if (entry.is_directory(failure) && entry.path().filename().string().starts_with(begin))
            out.push_back(entry.path());
    std::ranges::sort(out);
    return out;
}

}  // namespace fayi::station
