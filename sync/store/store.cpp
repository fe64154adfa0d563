// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/store.h"

#include "file.h"
#include "migrations.h"
#include "row.h"

namespace fayi::store {
namespace {

/// 16 MB. A page of news touches a few pages of the file for each record it is about, wherever they are: with
/// SQLite's own 2 MB they push each other out within one transaction.
constexpr const char* kCache = "PRAGMA cache_size=-16000";

}  // namespace

Store::Store(std::filesystem::path folder, std::unique_ptr<sqlite::Database> database, const Clock& clock,
             Random& random)
    : m_folder(std::move(folder)), m_database(std::move(database)), m_clock(clock), m_random(random) {
    (void)m_database->execute(kCache);  // a smaller one serves too
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::create(const std::filesystem::path& folder, const std::string& name,
                                             const Clock& clock, Random& random) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error{ErrorCode::Io,
                     {"无法创建文件夹 " + folder.string(), "cannot make the folder " + folder.string()}};
    if (std::filesystem::exists(fileIn(folder), failure))
        return Error{ErrorCode::Usage,
                     {"这个文件夹里已有数据：" + folder.string(),
                      "there is a store in this folder already: " + folder.string()}};
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {.create = true}));
    std::filesystem::permissions(fileIn(folder),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 failure);  // keys and names: for their owner only
    FAYI_TRY(sqlite::migrate(*database, migrations()));
    std::unique_ptr<Store> store(new Store(folder, std::move(database), clock, random));
    {
        sqlite::Transaction transaction(*store->m_database);
        FAYI_TRY(transaction.begun());
        FAYI_TRY(store->setMeta("name", name));
        FAYI_TRY(
            store->m_database->prepare("INSERT INTO person(id,name,role,org,scope) VALUES('',?,'','','[]')")
                .bind(name.empty() ? std::string("本机") : name)
                .run());
        FAYI_TRY(transaction.commit());
    }
    FAYI_TRY(store->loadDefinitions());
    FAYI_TRY(store->noteWorkedOut());
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& folder, const Clock& clock,
                                           Random& random) {
    auto database = sqlite::Database::open(fileIn(folder), {});
    if (!database && database.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::NotFound,
                     {"这里还没有数据，请先运行 init：" + folder.string(),
                      "there is no store here yet, run init first: " + folder.string()}};
    if (!database)
        return database.error();
    FAYI_TRY(sqlite::migrate(**database, migrations()));
    std::unique_ptr<Store> store(new Store(folder, std::move(database).value(), clock, random));
    FAYI_TRY(store->loadDefinitions());
    (void)store->adoptDefinitions();  // as the next line: a full disk keeps nobody from reading
    (void)store->scrub();
    return store;
}

std::string Store::meta(const std::string& key) const {
    auto row = m_database->prepare("SELECT value FROM meta WHERE key=?");
    row.bind(key);
    return row.step() ? row.text(0) : std::string();
}

Status Store::setMeta(const std::string& key, const std::string& value) const {
    return m_database->prepare("INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)")
        .bind(key)
        .bind(value)
        .run();
}

std::string Store::name() const {
    return meta("name");
}

Millis Store::offset() const {
    const std::string text = meta("offset");
    return Millis(text.empty() ? 0 : std::stoll(text));
}

}  // namespace fayi::store
