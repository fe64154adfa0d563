// SPDX-License-Identifier: Apache-2.0
#include "fayi/office/export.h"

#include <fstream>
#include <sstream>

#include "desk.h"
#include "fayi/base/crypto.h"
#include "fayi/office/subject_copy.h"
#include "fayi/sheets/workbook.h"

namespace fayi::office {
namespace {

using station::Desk;
using station::Json;
using station::must;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(const std::filesystem::path& file, const std::string& sheet = {}) {
    auto book = must(sheets::Workbook::open(file));
    EXPECT_TRUE(book.choose(sheet).ok());
    Rows out;
    while (auto line = book.next())
        out.push_back(std::move(line->cells));
    return out;
}

struct Export : ::testing::Test {
    Desk desk;

    Export() {
        desk.create("consultation", {{"happened_on", "2026-03-01"},
                                     {"person_name", "张三丰"},
                                     {"phone", "13800138000"},
                                     {"id_number", "500115198001010011"},
                                     {"facts", "张三丰与邻居李四的纠纷"},
                                     {"channel", "window"}});
        desk.create("contract-review",
                    {{"contract_name", "=cmd|'/c calc'!A1"},
                     {"client", "双龙社区居民委员会"},
                     {"amount", 123450},
                     {"received_on", "2026-02-20"},
                     {"findings", {{{"advice", "明确四至界限"}}, {{"advice", "写明租期"}}}}},
                    "500115001");
    }
    ExportWish wish(const std::string& type, const std::string& file) {
        ExportWish out;
        out.type = type;
        out.file = desk.folder / file;
        return out;
    }
    ExportDone run(const ExportWish& wish) { return must(exportList(*desk.station, wish, desk.clock)); }
    ErrorCode refused(const ExportWish& wish) {
        const auto done = exportList(*desk.station, wish, desk.clock);
        EXPECT_FALSE(done.ok());
        return done.ok() ? ErrorCode::Internal : done.error().code;
    }
    std::vector<store::ExportEntry> ledger() { return must(exportLedger(*desk.station, desk.clock)); }
    /// The cell of the first record under a heading; "(none)": there is no such column.
    static std::string cell(const Rows& rows, const std::string& heading) {
        const auto found = std::ranges::find(rows.at(0), heading);
        if (found == rows.at(0).end())
            return "(none)";
        const auto at = static_cast<std::size_t>(found - rows.at(0).begin());
        return at < rows.at(1).size() ? rows.at(1).at(at) : "";
    }
};

TEST_F(Export, WithoutBeingAskedForPersonsAListNamesNone) {
    const ExportDone done = run(wish("consultation", "a.xlsx"));
    EXPECT_EQ(done.records, 1U);
    const Rows rows = rowsOf(desk.folder / "a.xlsx");
    EXPECT_EQ(cell(rows, "姓名"), "张**");
    EXPECT_EQ(cell(rows, "联系电话"), "138****8000");
    EXPECT_EQ(cell(rows, "身份证号"), "(none)");
    EXPECT_THAT(done.masked, ElementsAre("person_name", "phone"));
    EXPECT_THAT(done.leftOut, Contains("id_number"));
    EXPECT_THAT(done.leftOut, Contains("facts"));
    for (const auto& row : rows)
        for (const std::string& text : row)
            EXPECT_THAT(text, Not(HasSubstr("李四")));
    run(wish("consultation", "a.csv"));
    EXPECT_THAT(bytesOf(desk.folder / "a.csv"), Not(HasSubstr("张三丰")));
    EXPECT_THAT(bytesOf(desk.folder / "a.csv"), Not(HasSubstr("500115198001010011")));
}

TEST_F(Export, AListLeavesInTheOrderThatIsAskedFor) {
    desk.create("consultation", {{"happened_on", "2026-04-01"}});
    desk.create("consultation", {{"happened_on", "2026-02-01"}});
    const auto days = [this](const char* file, const char* order) {
        ExportWish ordered = wish("consultation", file);
        if (order != nullptr)
            ordered.order = order;
        run(ordered);
        std::vector<std::string> out;
        const Rows rows = rowsOf(ordered.file);
        const auto column = std::ranges::find(rows.at(0), "日期") - rows.at(0).begin();
        for (std::size_t row = 1; row < rows.size(); ++row)
            out.push_back(rows[row].at(static_cast<std::size_t>(column)));
        return out;
    };
    EXPECT_THAT(days("a.xlsx", nullptr), ElementsAre("2026-02-01", "2026-03-01", "2026-04-01"));
    EXPECT_THAT(days("b.xlsx", "-happened_on"), ElementsAre("2026-04-01", "2026-03-01", "2026-02-01"));
}

TEST_F(Export, PersonsAreNamedOnlyForAReasonWhichIsKept) {
    ExportWish named = wish("consultation", "a.xlsx");
    named.identified = true;
    EXPECT_EQ(refused(named), ErrorCode::Usage);
    named.reason = "  ";
    EXPECT_EQ(refused(named), ErrorCode::Usage);
    EXPECT_FALSE(std::filesystem::exists(named.file));
    EXPECT_TRUE(ledger().empty());
    named.reason = "区局调卷〔2026〕3号";
    run(named);
    const Rows rows = rowsOf(named.file);
    EXPECT_EQ(cell(rows, "姓名"), "张三丰");
    EXPECT_EQ(cell(rows, "身份证号"), "500115198001010011");
    ASSERT_EQ(ledger().size(), 1U);
    EXPECT_TRUE(ledger()[0].identified);
    EXPECT_EQ(ledger()[0].reason, "区局调卷〔2026〕3号");
}

TEST_F(Export, TheLedgerSaysWhoWhenWhatAndWhichFile) {
    ExportWish some = wish("contract-review", "a.xlsx");
    some.where = "received_on>=2026-01-01";
    some.words = "双龙";
    some.fields = {"client", "金额"};
    const ExportDone done = run(some);
    desk.clock.advance(std::chrono::hours(1));
    run(wish("consultation", "b.csv"));
    const auto entries = ledger();
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].type, "consultation");
    const store::ExportEntry& first = entries[1];
    EXPECT_EQ(first.filter, "received_on>=2026-01-01");
    EXPECT_EQ(first.words, "双龙");
    EXPECT_THAT(first.fields, ElementsAre("client", "amount"));
    EXPECT_EQ(first.records, 1U);
    EXPECT_FALSE(first.identified);
    EXPECT_EQ(first.personName, desk->person().name);
    EXPECT_EQ(first.file, "a.xlsx");
    EXPECT_EQ(first.sha256, toHex(sha256(bytesOf(some.file))));
    EXPECT_EQ(first.sha256, done.sha256);
    EXPECT_EQ(entries[0].at - first.at, std::chrono::hours(1));
    EXPECT_EQ(toJson(first)["by"]["name"], desk->person().name);
}

TEST_F(Export, TheLedgerIsKeptThreeYearsAndNotForEver) {
    run(wish("consultation", "a.csv"));
    desk.clock.advance(std::chrono::hours(24) * (365 * 3));
    run(wish("consultation", "b.csv"));
    EXPECT_EQ(ledger().size(), 2U);
    desk.clock.advance(std::chrono::hours(24) * 4);
    run(wish("consultation", "c.csv"));
    EXPECT_EQ(ledger().size(), 2U);
    EXPECT_EQ(ledger().back().file, "b.csv");
}

TEST_F(Export, MoneyIsInYuanDatesAreDatesAndItemsHaveASheetOfTheirOwn) {
    run(wish("contract-review", "a.xlsx"));
    const Rows rows = rowsOf(desk.folder / "a.xlsx");
    EXPECT_EQ(cell(rows, "金额（元）"), "1234.5");
    EXPECT_EQ(cell(rows, "送审日期"), "2026-02-20");
    EXPECT_EQ(cell(rows, "所属机构"), "凤城街道");
    EXPECT_EQ(cell(rows, "记录状态"), "草稿");
    auto book = must(sheets::Workbook::open(desk.folder / "a.xlsx"));
    ASSERT_EQ(book.sheets().size(), 2U);
    const Rows items = rowsOf(desk.folder / "a.xlsx", book.sheets()[1]);
    ASSERT_EQ(items.size(), 3U);
    EXPECT_EQ(items[1][0], cell(rows, "记录编号"));
    EXPECT_EQ(items[2][1], "2");
    EXPECT_THAT(items[2], Contains("写明租期"));
}

TEST_F(Export, ATableAsTextJoinsItemsAndRunsNoFormula) {
    run(wish("contract-review", "a.csv"));
    const std::string text = bytesOf(desk.folder / "a.csv");
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF记录编号,"));
    EXPECT_THAT(text, HasSubstr("明确四至界限；"));
    EXPECT_THAT(text, HasSubstr(",'=cmd|'/c calc'!A1,"));
    EXPECT_THAT(text, HasSubstr(",1234.50,"));
}

TEST_F(Export, HeadingsAndChoicesAreInTheLanguageAskedFor) {
    ExportWish english = wish("consultation", "a.xlsx");
    english.language = Language::En;
    run(english);
    const Rows rows = rowsOf(english.file);
    EXPECT_EQ(cell(rows, "Record state"), "draft");
    const schema::Field* channel = desk->catalog().type("consultation")->find("channel");
    EXPECT_EQ(cell(rows, channel->labels.en), channel->choice("window")->labels.en);
}

TEST_F(Export, AFileThatCannotBeMadeLeavesNeitherAFileNorAnEntry) {
    std::ofstream(desk.folder / "there.xlsx") << "mine";
    EXPECT_EQ(refused(wish("consultation", "there.xlsx")), ErrorCode::Usage);
    EXPECT_EQ(bytesOf(desk.folder / "there.xlsx"), "mine");
    EXPECT_EQ(refused(wish("consultation", "a.pdf")), ErrorCode::Usage);
    EXPECT_EQ(refused(wish("consultation", "none/a.csv")), ErrorCode::Usage);
    EXPECT_EQ(refused(wish("no-such-type", "a.csv")), ErrorCode::Usage);
    ExportWish unknown = wish("consultation", "a.csv");
    unknown.fields = {"no_such_field"};
    EXPECT_EQ(refused(unknown), ErrorCode::Usage);
    EXPECT_TRUE(ledger().empty());
    for (const auto& entry : std::filesystem::directory_iterator(desk.folder.path()))
        EXPECT_NE(entry.path().extension(), ".part");
}

TEST_F(Export, EveryRecordOfALongListGoesOutOnce) {
    for (int i = 0; i < 600; ++i)
        desk.create("outreach", {{"theme", "第" + std::to_string(i) + "场"}, {"happened_on", "2026-03-01"}});
    EXPECT_EQ(run(wish("outreach", "a.xlsx")).records, 600U);
    std::set<std::string> ids;
    for (const auto& row : rowsOf(desk.folder / "a.xlsx"))
        ids.insert(row.at(0));
    EXPECT_EQ(ids.size(), 601U);
}

TEST_F(Export, ACopyForAPersonHasWhatIsTheirsAndGoesIntoTheLedger) {
    SubjectWish mine{{"张三丰", "", ""}, desk.folder / "张三丰.xlsx", "本人持身份证到所申请", Language::Zh};
    const SubjectDone done = must(copyOfSubject(*desk.station, mine, desk.clock));
    EXPECT_EQ(done.records, 1u);
    EXPECT_EQ(done.withheld, 2u) << "phone and number stand in fields of their own and may be another's";
    std::map<std::string, std::string> values;
    for (const auto& row : rowsOf(mine.file))
        values[row.at(4)] = row.at(5);
    EXPECT_EQ(values["姓名"], "张三丰");
    EXPECT_EQ(values.count("身份证号"), 0u);
    ASSERT_EQ(ledger().size(), 1u);
    EXPECT_EQ(ledger()[0].type, "subject");
    EXPECT_TRUE(ledger()[0].identified);
    EXPECT_EQ(ledger()[0].reason, mine.reason);
    EXPECT_EQ(ledger()[0].sha256, done.sha256);
}

TEST_F(Export, ACopyNeedsAReasonAndSomebody) {
    SubjectWish mine{{"张三丰", "", ""}, desk.folder / "a.xlsx", " ", Language::Zh};
    EXPECT_EQ(copyOfSubject(*desk.station, mine, desk.clock).error().code, ErrorCode::Usage);
    mine.reason = "本人申请";
    mine.subject.name = "查无此人";
    EXPECT_EQ(copyOfSubject(*desk.station, mine, desk.clock).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(ledger().empty());
    EXPECT_FALSE(std::filesystem::exists(mine.file));
}

}  // namespace
}  // namespace fayi::office
