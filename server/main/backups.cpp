// SPDX-License-Identifier: Apache-2.0
#include "backups.h"

#include <algorithm>

#include "fayi/base/files.h"
#include "fayi/server/backup.h"
#include "fayi/server/sqlite_hub_store.h"

namespace fayi::hub {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHubFile = "hub.sqlite";
constexpr const char* kWorkshop = "restoring";

Result<Json> backUp(const Options& options) {
    const fs::path file = options.file, fresh = file.string() + ".new";
    SystemClock clock;
    SystemRandom random;
    References references, ofCopy;
    FAYI_LET(live, SqliteHubStore::open(options.data));
    FAYI_TRY(live->backupTo(fresh.string()));
    BackupNote note;
    {
        FAYI_LET(copy, SqliteHubStore::openCopy(fresh));
        Context context{*copy, clock, random, ofCopy};
        FAYI_LET(examined, examineCopy(context));
        note = std::move(examined);
    }
    FAYI_TRY(putInPlace(fresh, file));
    Context context{*live, clock, random, references};
    FAYI_LET(noted, noteBackup(context, std::move(note)));
    std::error_code failure;
    return Json{{"file", options.file},
                {"bytes", fs::file_size(file, failure)},
                {"number", noted.number},
                {"at", toIsoChina(noted.at)},
                {"position", noted.position.value}};
}

/// A folder inside the hub's, gone with everything in it when the work is done or has failed.
class Workshop {
public:
    explicit Workshop(const fs::path& folder) : m_folder(folder / kWorkshop) {
        std::error_code failure;
        fs::remove_all(m_folder, failure);
        m_made = fs::create_directories(folder, failure);
        if (m_made)
            fs::permissions(folder, fs::perms::owner_all, failure);
        fs::create_directories(m_folder, failure);
    }
    ~Workshop() {
        std::error_code failure;
        fs::remove_all(m_folder, failure);
        if (m_made)
            fs::remove(m_folder.parent_path(), failure);  // only if it stayed empty
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    fs::path operator/(const char* name) const { return m_folder / name; }
    const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
    bool m_made = false;
};

Status mustBeEmpty(const fs::path& folder) {
    std::error_code failure;
    const bool only = std::ranges::all_of(fs::directory_iterator(folder, failure), [](const auto& entry) {
        return entry.path().filename() == kWorkshop;  // of a restoring that was cut short
    });
    if (only)
        return {};
    return Error{ErrorCode::Usage,
                 {"数据文件夹不是空的，不会覆盖：" + folder.string() + "；请先停下枢纽，把原文件夹改名保存",
                  "the data folder is not empty and is not written over: " + folder.string() +
                      "; stop the hub and move the old folder aside first"}};
}

Result<Json> putBack(const Options& options) {
    const fs::path folder = options.data;
    std::error_code failure;
    if (!fs::is_regular_file(options.file, failure))
        return Error{ErrorCode::NotFound,
                     {"没有这个备份文件：" + options.file, "there is no such backup: " + options.file}};
    FAYI_TRY(mustBeEmpty(folder));
    const Workshop workshop(folder);
    fs::copy_file(options.file, workshop / kHubFile, failure);
    if (failure)
        return Error{ErrorCode::Io,
                     {"无法复制到 " + folder.string(), "cannot copy it into " + folder.string()}};
    fs::permissions(workshop / kHubFile, fs::perms::owner_read | fs::perms::owner_write, failure);
    Restoration restored;
    {
        SystemClock clock;
        SystemRandom random;
        References references;
        FAYI_LET(store, SqliteHubStore::open(workshop.folder()));
        Context context{*store, clock, random, references};
        FAYI_LET(examined, examineCopy(context));
        FAYI_LET(begun, beginEpoch(context, std::move(examined)));
        restored = begun;
    }
    FAYI_TRY(putInPlace(workshop / kHubFile, folder / kHubFile));
    return Json{{"file", options.file},
                {"at", toIsoChina(restored.at)},
                {"epoch", restored.epoch},
                {"position", restored.position.value}};
}

int answer(const Options& options, const Result<Json>& result) {
    if (!result)
        return options.printer.fail(result.error());
    options.printer.answer(*result);
    return 0;
}

}  // namespace

int backup(const Options& options) {
    const Result<Json> done = backUp(options);
    if (!done) {
        std::error_code failure;
        fs::remove(options.file + ".new", failure);
    }
    return answer(options, done);
}

int restore(const Options& options) {
    return answer(options, putBack(options));
}

}  // namespace fayi::hub
