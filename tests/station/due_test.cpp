// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

namespace fayi::station {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> daysOfDue(const std::vector<Due>& list) {
    std::vector<std::string> out;
    for (const Due& due : list)
        if (due.record)
            out.push_back(due.record->title + " " + due.on + " " + std::to_string(due.days));
    return out;
}

TEST(Due, ADraftRemindsOfItsClockUntilThatIsMet) {
    Desk desk;
    const RecordId later =
        desk.create("contract-review", {{"contract_name", "乙"}, {"received_on", "2026-03-04"}});
    const RecordId first =
        desk.create("contract-review", {{"contract_name", "甲"}, {"received_on", "2026-03-02"}});
    desk.create("contract-review", {{"contract_name", "没有日期"}, {"received_on", nullptr}});
    EXPECT_THAT(daysOfDue(must(desk->due("2026-03-10"))), ElementsAre("甲 2026-03-09 -1", "乙 2026-03-11 1"));
    desk.edit(first, {{"returned_on", "2026-03-10"}});
    EXPECT_THAT(daysOfDue(must(desk->due("2026-03-10"))), ElementsAre("乙 2026-03-11 1"));
    EXPECT_TRUE(desk->remove(later).ok());
    EXPECT_THAT(daysOfDue(must(desk->due("2026-03-10"))), IsEmpty());
}

TEST(Due, SaysWhatIsToBeDoneAndWhichRuleSaysSo) {
    Desk desk;
    desk.create("contract-review", {{"contract_name", "甲"}, {"received_on", "2031-03-03"}});
    const std::vector<Due> list = must(desk->due("2031-03-10"));
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].deadline, "contract-return");
    EXPECT_FALSE(list[0].basis.zh.empty());
    EXPECT_TRUE(list[0].assumed) << "nobody knows the holidays of 2031 yet";
    EXPECT_FALSE(desk->due("heute").ok());
}

TEST(Due, TheYearlyReportConcernsTheDistrictAlone) {
    Desk desk;
    EXPECT_THAT(must(desk->due("2027-02-20")), IsEmpty()) << "a local person has no role";
}

}  // namespace
}  // namespace fayi::station
