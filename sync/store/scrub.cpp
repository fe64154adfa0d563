// SPDX-License-Identifier: Apache-2.0
// What left the store leaves its files too (ruling 12). Rows are overwritten as they go (secure_delete); what
// is left is in the search index, in the write-ahead log, and in the slack of pages that were split.
#include "fayi/base/crypto.h"
#include "row.h"

namespace fayi::store {
namespace {

/// Pages of the index merged in one transaction: the write lock is held for some ten milliseconds.
const std::string kMergePages = "200";
constexpr int kMostMerges = 100'000;
/// A file up to this is written anew as a whole: well below a second. Above it only where the law or a change
/// of scope asks for it.
constexpr std::int64_t kSmallBytes = 32 << 20;

constexpr std::string_view kEverything = "all";

}  // namespace

/// Inside the transaction that lets something go. Each mark differs: one that is set while a scrub is under
/// way is not taken for done.
Status Store::markForScrub(Wipe wipe) {
    const std::string before = meta("scrub");
    const bool all = wipe == Wipe::All || before.starts_with(kEverything);
    return setMeta("scrub", std::string(all ? kEverything : "rest") + "-" + toHex(m_random.bytes(8)));
}

Status Store::scrub() {
    const std::string due = meta("scrub");
    if (due.empty())
        return {};
    FAYI_TRY(mergeSearch());
    FAYI_LET(bytes, fileBytes());
    if (bytes <= kSmallBytes || due.starts_with(kEverything))
        FAYI_TRY(m_database->execute("VACUUM"));
    FAYI_LET(emptied, m_database->emptyLog());
    if (!emptied)
        return {};  // the mark stays
    return m_database->prepare("DELETE FROM meta WHERE key='scrub' AND value=?").bind(due).run();
}

Result<std::int64_t> Store::fileBytes() const {
    auto row = m_database->prepare("SELECT page_count*page_size FROM pragma_page_count, pragma_page_size");
    row.step();
    FAYI_TRY(row.status());
    return row.integer(0);
}

/// Into one piece: only then are the words of what was deleted no longer in it. Two more pieces come first,
/// as one alone would be left as it is.
Status Store::mergeSearch() {
    FAYI_TRY(m_database->execute("INSERT INTO search(rowid,grams) VALUES(-1,'x')"));
    FAYI_TRY(m_database->execute("INSERT INTO search(search,rowid,grams) VALUES('delete',-1,'x')"));
    FAYI_TRY(m_database->execute("INSERT INTO search(search,rank) VALUES('merge',-" + kMergePages + ")"));
    for (int i = 0; i < kMostMerges; ++i) {
        const std::int64_t before = m_database->totalChanges();
        FAYI_TRY(m_database->execute("INSERT INTO search(search,rank) VALUES('merge'," + kMergePages + ")"));
        if (m_database->totalChanges() - before < 2)  // as FTS5 documents it: nothing is left to merge
            return {};
    }
    return {};
}

}  // namespace fayi::store
