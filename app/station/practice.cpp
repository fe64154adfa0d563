// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/practice.h"

#include "beside.h"
#include "fayi/store/practice.h"
#include "practice_samples.h"

namespace fayi::station {
namespace {

/// One sample as far as it has come.
Status write(Station& station, const PracticeSample& sample) {
    FAYI_LET(made, station.create(sample.type, sample.fields, sample.org));
    if (sample.state == "draft")
        return {};
    FAYI_LET(submitted, station.submit(made.id));
    if (sample.state == "submitted")
        return {};
    if (sample.state == "verified")
        FAYI_TRY(station.verify(submitted.id));
    else
        FAYI_TRY(station.giveBack(submitted.id, sample.remark, sample.remarkOn));
    return {};
}

Status fill(const std::filesystem::path& folder, const Clock& clock, Random& random) {
    FAYI_LET(station, Station::init(folder, "练习 Practice", clock, random));
    FAYI_TRY(store::markAsPractice(folder));
    station->leavePermissionToHub();  // somebody else verified and returned some of them
    for (const PracticeSample& sample : practiceSamples(station->today()))
        FAYI_TRY(write(*station, sample));
    return {};
}

}  // namespace

std::filesystem::path practiceFolder(const std::filesystem::path& data) {
    return plainFolder(data).string() + "-practice";
}

bool isPractice(const std::filesystem::path& folder) {
    return store::isPractice(folder);
}

Status makePractice(const std::filesystem::path& folder, const Clock& clock, Random& random) {
    if (isPractice(folder))
        return {};
    std::error_code failure;
    if (std::filesystem::exists(folder, failure))
        return Error{
            ErrorCode::Usage,
            {"这个文件夹里不是练习数据，不会动它：" + folder.string(),
             "what lies in this folder is no store for practice, and is left alone: " + folder.string()}};
    // Half a store of samples is of no use: it is made beside its place, and gets its name when it is whole.
    const std::filesystem::path draft(folder.string() + ".new");
    std::filesystem::remove_all(draft, failure);
    if (Status filled = fill(draft, clock, random); !filled.ok()) {
        std::filesystem::remove_all(draft, failure);
        return filled;
    }
    std::filesystem::rename(draft, folder, failure);
    if (failure)
        return Error{ErrorCode::Io,
                     {"无法建立文件夹 " + folder.string(), "cannot make the folder " + folder.string()}};
    return {};
}

Status throwPracticeAway(const std::filesystem::path& folder) {
    if (!isPractice(folder))
        return Error{
            ErrorCode::Usage,
            {"这个文件夹里不是练习数据，不会删除：" + folder.string(),
             "what lies in this folder is no store for practice, and is not removed: " + folder.string()}};
    std::error_code failure;
    std::filesystem::remove_all(folder, failure);
    if (failure)
        return Error{ErrorCode::Io,
                     {"无法删除文件夹 " + folder.string(), "cannot remove the folder " + folder.string()}};
    return {};
}

}  // namespace fayi::station
