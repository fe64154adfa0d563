// SPDX-License-Identifier: Apache-2.0
#include "fayi/office/report.h"

#include "fayi/sheets/archive.h"
#include "fayi/sheets/workbook.h"
#include "reporting.h"

namespace fayi::office {
namespace {

using station::Json;
using station::must;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// The text of a document without its markup, a line for each paragraph.
std::string textOf(const std::filesystem::path& file) {
    auto archive = must(sheets::Archive::open(file));
    const std::string xml = must(archive.part("word/document.xml")).value();
    std::string out;
    bool inside = true;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        if (xml.compare(i, 6, "</w:p>") == 0)
            out += '\n';
        inside = xml[i] == '<' ? false : inside;
        if (inside)
            out += xml[i];
        inside = xml[i] == '>' ? true : inside;
    }
    return out;
}

using Report = Reporting;

TEST_F(Report, TheDocumentFillsFiguresInAndLeavesOutSentencesThatNothingStandsBehind) {
    ASSERT_TRUE(writeDocument(data(), desk.folder / "a.docx", Language::Zh, desk.clock).ok());
    const std::string text = textOf(desk.folder / "a.docx");
    EXPECT_THAT(text, HasSubstr("长寿区司法局2026年度法治政府建设情况报告\n"));
    EXPECT_THAT(text, HasSubstr("审查重大合同1份，提出意见建议2条。"));
    EXPECT_THAT(text, HasSubstr("村（社区）法律顾问开展法治宣传1场，"));
    EXPECT_THAT(text, HasSubstr("二、法治政府建设主要工作\n（一）推进依法行政\n"));
    EXPECT_THAT(text, HasSubstr("（二）办理行政复议和应诉\n本期没有经审核的记录。\n"));
    EXPECT_THAT(text.substr(0, text.find("附件1")), Not(HasSubstr("出庭应诉率")));
    EXPECT_THAT(
        text,
        HasSubstr("三、存在的主要问题\n一是工作站作用发挥不够明显。\n二是调解员办理疑难纠纷的能力不足。\n"));
    EXPECT_THAT(text, HasSubstr("四、下一步工作打算\n完善法律顾问考核办法。\n"));
    EXPECT_THAT(text, Not(HasSubstr("{")));
}

TEST_F(Report, TheAnnexesNameUnitsWithoutRecordsChecksAndEmptyFigures) {
    const ReportData report = data();
    EXPECT_EQ(report.units, 19U);
    EXPECT_EQ(report.missing.size(), 18U);
    EXPECT_THAT(report.missing, Not(Contains("500115001")));
    ASSERT_TRUE(writeDocument(report, desk.folder / "a.docx", Language::Zh, desk.clock).ok());
    const std::string text = textOf(desk.folder / "a.docx");
    EXPECT_THAT(text, HasSubstr("附件1\n没有数据的单位\n"));
    EXPECT_THAT(text, HasSubstr("晏家街道、"));
    EXPECT_THAT(text, Not(HasSubstr("凤城街道")));
    EXPECT_THAT(text, HasSubstr("附件2\n数据核对\n"));
    EXPECT_THAT(text, HasSubstr("顾问宣传与送法下基层的交集：1。"));
    EXPECT_THAT(text, HasSubstr("附件3\n没有数据的指标\n"));
    EXPECT_THAT(text, HasSubstr("负责人出庭应诉率、"));
}

TEST_F(Report, TheDocumentSpeaksEnglishToo) {
    ASSERT_TRUE(writeDocument(data("500115001"), desk.folder / "a.docx", Language::En, desk.clock).ok());
    const std::string text = textOf(desk.folder / "a.docx");
    EXPECT_THAT(text, HasSubstr("Justice Office of "));
    EXPECT_THAT(text, HasSubstr("Village advisors held 1 events and reviewed 0 contracts."));
    EXPECT_THAT(text, HasSubstr("Annex 1\nUnits without data\n"));
}

TEST_F(Report, TheLayoutIsThatOfOfficialDocuments) {
    ASSERT_TRUE(writeDocument(data(), desk.folder / "a.docx", Language::Zh, desk.clock).ok());
    auto archive = must(sheets::Archive::open(desk.folder / "a.docx"));
    const std::string body = must(archive.part("word/document.xml")).value();
    EXPECT_THAT(body, HasSubstr("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    EXPECT_THAT(body, HasSubstr("w:top=\"2098\"")) << "37 mm";
    EXPECT_THAT(body, HasSubstr("w:left=\"1587\"")) << "28 mm";
    EXPECT_THAT(must(archive.part("word/styles.xml")).value(), HasSubstr("方正小标宋简体"));
    EXPECT_THAT(must(archive.part("word/settings.xml")).value(), HasSubstr("evenAndOddHeaders"));
}

TEST_F(Report, TheWorkbookHasEveryFigureWithItsDefinition) {
    ASSERT_TRUE(writeSheet(data(), desk.folder / "a.xlsx", Language::Zh, desk.clock).ok());
    auto book = must(sheets::Workbook::open(desk.folder / "a.xlsx"));
    EXPECT_EQ(book.sheets().size(), 4U);
    ASSERT_TRUE(book.choose().ok());
    EXPECT_THAT(book.next()->cells, Contains("统计口径"));
    std::size_t figures = 0;
    while (const auto row = book.next()) {
        ++figures;
        EXPECT_FALSE(row->cells.at(7).empty()) << row->cells.at(0);
        if (row->cells.at(0) == "F05") {
            EXPECT_EQ(row->cells.at(2), "2");
            EXPECT_EQ(row->cells.at(4), "条");
            EXPECT_EQ(row->cells.at(10), "1");
            EXPECT_EQ(row->cells.at(11), "0");
        }
    }
    EXPECT_EQ(figures, 67U);
}

TEST_F(Report, ARatioShowsItsNumeratorAndDenominator) {
    ASSERT_TRUE(writeSheet(data(), desk.folder / "a.xlsx", Language::Zh, desk.clock).ok());
    auto book = must(sheets::Workbook::open(desk.folder / "a.xlsx"));
    ASSERT_TRUE(book.choose().ok());
    bool seen = false;
    while (const auto row = book.next())
        if (row->cells.at(0) == "F63") {
            seen = true;
            EXPECT_EQ(row->cells.at(2), "") << "nothing to divide by";
            EXPECT_EQ(row->cells.at(5), "0");
            EXPECT_EQ(row->cells.at(6), "0");
            EXPECT_FALSE(row->cells.at(8).empty());
        }
    EXPECT_TRUE(seen);
}

TEST_F(Report, AReportOfAUnitOrPeriodThatIsNotThereIsRefusedAndNothingIsWritten) {
    EXPECT_EQ(makeReport(*desk.station, wish("999999"), desk.clock).error().code, ErrorCode::Usage);
    ReportWish wrong = wish();
    wrong.to = "2025-01-01";
    EXPECT_EQ(makeReport(*desk.station, wrong, desk.clock).error().code, ErrorCode::Usage);
    EXPECT_EQ(writeDocument(data(), desk.folder / "a.pdf", Language::Zh, desk.clock).error().code,
              ErrorCode::Usage);
    EXPECT_EQ(writeSheet(data(), desk.folder / "a.ods", Language::Zh, desk.clock).error().code,
              ErrorCode::Usage);
    ASSERT_TRUE(writeSheet(data(), desk.folder / "a.xlsx", Language::Zh, desk.clock).ok());
    EXPECT_EQ(writeSheet(data(), desk.folder / "a.xlsx", Language::Zh, desk.clock).error().code,
              ErrorCode::Usage);
}

TEST(ReportDefinition, ASentenceThatNamesAFigureThatIsNotThereIsRefused) {
    schema::Catalog catalog = *schema::Catalog::builtIn();
    Json report = catalog.report("annual")->source;
    report["document"]["opening"][0]["zh"] = "本年{F99}。";
    const Status added = catalog.add(report, "test");
    ASSERT_FALSE(added.ok());
    EXPECT_THAT(added.error().message.en, HasSubstr("$.document.opening[0].zh"));
    EXPECT_THAT(added.error().message.en, HasSubstr("F99"));
}

TEST(ReportDefinition, TheTextOfTheAnnualReportNamesEveryFigureInBothLanguages) {
    const schema::Report* report = schema::Catalog::builtIn()->report("annual");
    ASSERT_TRUE(report->source.contains("document"));
    std::string zh, en;
    const auto gather = [&](const auto& self, const Json& part) -> void {
        if (part.is_object() && part.contains("zh")) {
            zh += part["zh"].get<std::string>();
            en += part["en"].get<std::string>();
        } else if (part.is_structured()) {
            for (const Json& one : part)
                self(self, one);
        }
    };
    gather(gather, report->source["document"]);
    for (const schema::Figure& figure : report->figures) {
        EXPECT_THAT(zh, HasSubstr("{" + figure.id + "}"));
        EXPECT_THAT(en, HasSubstr("{" + figure.id + "}"));
    }
}

}  // namespace
}  // namespace fayi::office
