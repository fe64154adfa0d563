// SPDX-License-Identifier: Apache-2.0
// What left the store leaves its files, whatever comes between.
#include <fstream>
#include <sstream>

#include "fayi/sqlite/database.h"
#include "simple_hub.h"
#include "store_fixture.h"

namespace fayi::store {
namespace {

struct Scrub : ::testing::Test {
    testing::SimpleHub hub;
    TestStore a{1, true};

    /// How often a text stands in the files of the store, whole or as a pair of the search index.
    std::size_t found(const std::string& text) {
        std::size_t hits = 0;
        for (const auto& entry : std::filesystem::directory_iterator(a.folder / "data")) {
            std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream all;
            all << in.rdbuf();
            const std::string content = all.str();
            for (std::size_t at = content.find(text); at != std::string::npos;
                 at = content.find(text, at + 1))
                ++hits;
        }
        return hits;
    }
    /// One sync; the hub says that these records left the scope.
    void sync(const std::vector<RecordId>& leaving = {}) {
        const auto request = a.store->nextRequest().value();
        auto answer = hub.answer(request);
        answer.leaving = leaving;
        ASSERT_TRUE(a.store->apply(request, answer).ok());
    }
    std::vector<RecordId> hundred(const std::string& theme) {
        std::vector<RecordId> out;
        for (int i = 0; i < 100; ++i)
            out.push_back(a.create("outreach", outreach(theme + std::to_string(i))));
        for (int i = 0; i < 100; i += 3)
            a.edit(out[static_cast<std::size_t>(i)], {{"theme", theme + "改" + std::to_string(i)}});
        return out;
    }
};

TEST_F(Scrub, RecordsThatLeaveLeaveNothingInTheFiles) {
    hundred("宪法宣传");
    const auto leaving = hundred("翃霙");
    sync();
    ASSERT_GT(found("翃霙"), 100U);
    sync(leaving);
    EXPECT_EQ(found("翃霙"), 0U);
    EXPECT_GT(found("宪法"), 100U);
    EXPECT_EQ(a.store->counts().records, 100U);
}

TEST_F(Scrub, AReaderInTheWayDelaysItToTheNextStart) {
    const auto leaving = hundred("翃霙");
    sync();
    {
        const auto reader = sqlite::Database::open(a.folder / "data" / "station.db", {}).value();
        ASSERT_TRUE(reader->execute("BEGIN").ok());
        auto row = reader->prepare("SELECT count(*) FROM record");
        ASSERT_TRUE(row.step());
        sync(leaving);
        EXPECT_GT(found("翃霙"), 0U) << "it is still reading them";
    }
    a.reopen();
    EXPECT_EQ(found("翃霙"), 0U);
}

TEST_F(Scrub, ACopyOfTheFileAtAnyMomentCarriesTheMark) {
    const auto leaving = hundred("翃霙");
    sync();
    const auto reader = sqlite::Database::open(a.folder / "data" / "station.db", {}).value();
    const auto mark = [&] {
        auto row = reader->prepare("SELECT count(*) FROM meta WHERE key='scrub'");
        return row.step() ? row.integer(0) : -1;
    };
    EXPECT_EQ(mark(), 0);
    ASSERT_TRUE(reader->execute("BEGIN; SELECT count(*) FROM record").ok());
    sync(leaving);
    ASSERT_TRUE(reader->execute("COMMIT").ok());
    EXPECT_EQ(mark(), 1) << "it was set by the transaction that let them go";
    ASSERT_TRUE(a.store->scrub().ok());
    EXPECT_EQ(mark(), 0);
    EXPECT_EQ(found("翃霙"), 0U);
}

}  // namespace
}  // namespace fayi::store
