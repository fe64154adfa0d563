// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/practice.h"

#include "fayi/sqlite/database.h"
#include "file.h"

namespace fayi::store {
namespace {

Result<std::string> metaOf(sqlite::Database& database, const char* key) {
    auto row = database.prepareOnce("SELECT value FROM meta WHERE key=?");
    if (!row)
        return row.error();
    std::string out = row->bind(key).step() ? row->text(0) : std::string();
    FAYI_TRY(row->status());
    return out;
}

}  // namespace

const Error kPracticeJoinsNothing{ErrorCode::Usage,
                                  {"这是练习数据，不能加入区县，也不会上报",
                                   "this is a store for practice; it joins no district and sends nothing"}};

Status markAsPractice(const std::filesystem::path& folder) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    sqlite::Transaction transaction(*database);
    FAYI_TRY(transaction.begun());
    for (const char* key : {"enrolment", "joining"}) {
        FAYI_LET(joined, metaOf(*database, key));
        if (!joined.empty())
            return Error{ErrorCode::Usage,
                         {"这里是加入了区县的数据，不能用来练习",
                          "this store has joined a district; it is not for practice"}};
    }
    FAYI_TRY(database->prepare("INSERT OR REPLACE INTO meta(key,value) VALUES('practice','1')").run());
    return transaction.commit();
}

bool isPractice(const std::filesystem::path& folder) {
    std::error_code failure;
    if (!std::filesystem::exists(fileIn(folder), failure))
        return false;
    auto database = sqlite::Database::open(fileIn(folder), {});
    const auto mark = database.ok() ? metaOf(**database, "practice") : Result<std::string>(std::string());
    return mark.ok() && !mark->empty();
}

}  // namespace fayi::store
