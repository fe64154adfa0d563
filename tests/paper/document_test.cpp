// SPDX-License-Identifier: Apache-2.0
// Papers as documents of a word processor: the same words in the same look.
#include <numeric>

#include "opened.h"

namespace fayi::paper {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr double kTwentieths = 1440 / 25.4;  // of a point, in a millimetre

/// The words of a PDF without the number of each page, which poppler reads first.
std::string wordsOn(const Press& press, const Pdf& pdf) {
    std::string out;
    const std::vector<std::string> sheets = sheetsOf(pdf);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string page = std::to_string(i + 1), all = std::to_string(sheets.size());
        const std::string number = press.form.style == schema::PaperForm::Style::Letter ? "—" + page + "—"
                                   : press.language == Language::Zh ? "第" + page + "页共" + all + "页"
                                                                    : "Page" + page + "of" + all;
        std::string run = runOf(sheets[i]);
        if (run.starts_with(number))
            run.erase(0, number.size());
        out += run;
    }
    return out;
}

int numberOf(const pugi::xml_node& node, const char* name) {
    return node.attribute(name).as_int();
}

std::vector<pugi::xml_node> all(const pugi::xml_node& under, const std::string& name) {
    std::vector<pugi::xml_node> out;
    for (const auto& found : under.select_nodes(("descendant::" + name).c_str()))
        out.push_back(found.node());
    return out;
}

TEST(Document, EachFormSaysInBothLanguagesWhatItSaysOnPaper) {
    for (const schema::PaperForm* form : definitions().papers())
        for (const Language language : {Language::Zh, Language::En})
            for (const Json* record : {&recordFor(form->name), &kNothing}) {
                Press press(form->name);
                press.language = language;
                const Document document = press.document(*record);
                EXPECT_EQ(runOf(Opened(document).text()), wordsOn(press, press(*record))) << form->name;
                EXPECT_THAT(document.missing, IsEmpty());
            }
}

TEST(Document, EveryPartIsThereNamedByItsKindAndLedTo) {
    for (const schema::PaperForm* form : definitions().papers())
        for (const bool draft : {false, true}) {
            Press press(form->name);
            press.draft = draft;
            const Opened opened(press.document(recordFor(form->name)));
            for (const auto& relation : opened.part("word/_rels/document.xml.rels").children())
                EXPECT_TRUE(opened.part(std::string("word/") + relation.attribute("Target").value()))
                    << relation.attribute("Target").value();
            for (const auto& relation : opened.part("_rels/.rels").children())
                EXPECT_TRUE(opened.part(relation.attribute("Target").value()));
            std::set<std::string> styles;
            for (const auto& style : opened.part("word/styles.xml").children("w:style"))
                styles.insert(style.attribute("w:styleId").value());
            for (const auto& named : all(opened.body(), "w:pStyle"))
                EXPECT_TRUE(styles.contains(named.attribute("w:val").value()))
                    << named.attribute("w:val").value();
        }
}

TEST(Document, ALetterHasTheMarginsLettersAndLinesOfTheStandard) {
    const Opened opened(Press("contract-opinion").document(recordFor("contract-opinion")));
    const auto sheet = opened.section().child("w:pgSz"), margins = opened.section().child("w:pgMar");
    EXPECT_NEAR(numberOf(sheet, "w:w"), 210 * kTwentieths, 1);
    EXPECT_NEAR(numberOf(sheet, "w:h"), 297 * kTwentieths, 1);
    EXPECT_NEAR(numberOf(margins, "w:top"), 37 * kTwentieths, 1);
    EXPECT_NEAR(numberOf(margins, "w:left"), 28 * kTwentieths, 1);
    const int width = numberOf(sheet, "w:w") - numberOf(margins, "w:left") - numberOf(margins, "w:right");
    const int height = numberOf(sheet, "w:h") - numberOf(margins, "w:top") - numberOf(margins, "w:bottom");
    const auto body = opened.style("Body"), title = opened.style("Title");
    const auto letters = body.child("w:rPr");
    EXPECT_STREQ(letters.child("w:rFonts").attribute("w:eastAsia").value(), "仿宋_GB2312");
    EXPECT_EQ(numberOf(letters.child("w:sz"), "w:val"), 32);
    const int character = 16 * 20 + numberOf(letters.child("w:spacing"), "w:val");
    EXPECT_EQ(width / character, 28);
    EXPECT_EQ(height / numberOf(body.child("w:pPr").child("w:spacing"), "w:line"), 22);
    EXPECT_EQ(numberOf(body.child("w:pPr").child("w:ind"), "w:firstLineChars"), 200);
    EXPECT_STREQ(title.child("w:rPr").child("w:rFonts").attribute("w:eastAsia").value(), "方正小标宋简体");
    EXPECT_EQ(numberOf(title.child("w:rPr").child("w:sz"), "w:val"), 44);
    EXPECT_STREQ(opened.style("Heading1").child("w:rPr").child("w:rFonts").attribute("w:eastAsia").value(),
                 "黑体");
}

TEST(Document, PagesOfALetterAreNumberedAtTheOuterEdgeThoseOfASheetOfHowMany) {
    const Opened opened(Press(letter()).document({{"summary", "修路"}}));
    EXPECT_EQ(opened.textOf(opened.margin("footer", "default")), "— { PAGE }1 —\n");
    EXPECT_EQ(opened.textOf(opened.margin("footer", "even")), "— { PAGE }1 —\n");
    const auto side = [&](const char* pages) {
        return std::string(
            all(opened.part(opened.margin("footer", pages)), "w:jc").at(0).attribute("w:val").value());
    };
    EXPECT_EQ(side("default"), "right");
    EXPECT_EQ(side("even"), "left");
    EXPECT_TRUE(opened.part("word/settings.xml").child("w:evenAndOddHeaders"));
    const Opened sheet(Press("outreach-sheet").document(recordFor("outreach-sheet")));
    EXPECT_EQ(sheet.textOf(sheet.margin("footer", "default")), "第 { PAGE }1 页　共 { NUMPAGES }1 页\n");
    EXPECT_FALSE(sheet.part("word/settings.xml").child("w:evenAndOddHeaders"));
    const Opened cover(Press("mediation-cover").document(recordFor("mediation-cover")));
    EXPECT_TRUE(cover.section().child("w:titlePg"));
    EXPECT_EQ(cover.textOf(cover.margin("footer", "first")), "\n") << "the cover itself has none";
}

TEST(Document, ADraftIsMarkedOnEveryPageAndAReprintSaysWhichItIs) {
    for (const char* form : {"contract-opinion", "outreach-sheet", "mediation-cover"}) {
        Press press(form);
        const Opened first(press.document(recordFor(form)));
        EXPECT_EQ(first.margin("header", "default"), "");
        press.draft = true;
        const Opened draft(press.document(recordFor(form)));
        press.draft = false;
        press.print = 3;
        const Opened third(press.document(recordFor(form)));
        for (const auto& reference : draft.section().children("w:footerReference")) {
            const char* pages = reference.attribute("w:type").value();
            const auto words = all(draft.part(draft.margin("header", pages)), "v:textpath[@string]");
            ASSERT_EQ(words.size(), 1U) << form << " " << pages;
            EXPECT_STREQ(words[0].attribute("string").value(), "草稿");
            EXPECT_EQ(third.textOf(third.margin("header", pages)), "重印件（第 3 次打印，2026年3月31日）\n");
        }
    }
}

TEST(Document, TheCellsOfEachRowFillTheWidthOfTheText) {
    for (const schema::PaperForm* form : definitions().papers()) {
        const Opened opened(Press(form->name).document(recordFor(form->name)));
        const auto margins = opened.section().child("w:pgMar");
        const int width = 11906 - numberOf(margins, "w:left") - numberOf(margins, "w:right");
        for (const auto& table : all(opened.body(), "w:tbl")) {
            std::vector<int> grid;
            for (const auto& column : table.child("w:tblGrid").children())
                grid.push_back(numberOf(column, "w:w"));
            for (const auto& row : table.children("w:tr")) {
                std::size_t at = 0;
                for (const auto& cell : row.children("w:tc")) {
                    const auto span = cell.child("w:tcPr").child("w:gridSpan");
                    const std::size_t next = at + (span ? span.attribute("w:val").as_uint() : 1);
                    ASSERT_LE(next, grid.size()) << form->name;
                    EXPECT_EQ(std::accumulate(&grid[at], &grid[at] + (next - at), 0),
                              numberOf(cell.child("w:tcPr").child("w:tcW"), "w:w"));
                    at = next;
                }
                EXPECT_EQ(at, grid.size()) << form->name;
            }
            EXPECT_NEAR(std::accumulate(grid.begin(), grid.end(), 0), width, 2) << form->name;
        }
    }
}

TEST(Document, AListSaysItsHeadAgainOnEachPageAndShortRowsAreKeptWhole) {
    Json record = recordFor("service-diary");
    std::string words;
    for (int i = 0; i < 600; ++i)
        words += "长话";
    record["summary"] = words;
    const Opened opened(Press("service-diary").document(record));
    const auto heads = all(opened.body(), "w:tr[w:trPr/w:tblHeader]");
    ASSERT_EQ(heads.size(), 1U);
    EXPECT_THAT(std::string(all(heads[0], "w:t").at(0).text().get()), HasSubstr("序号"));
    for (const auto& row : all(opened.body(), "w:tr")) {
        const bool isLong = std::ranges::any_of(all(row, "w:t"), [](const pugi::xml_node& text) {
            return std::string_view(text.text().get()).size() > 1000;
        });
        EXPECT_NE(static_cast<bool>(row.child("w:trPr").child("w:cantSplit")), isLong);
    }
}

TEST(Document, ItsLastWordsGoAlongWithWhoSigns) {
    const Opened opened(Press("contract-opinion").document(recordFor("contract-opinion")));
    const auto table = all(opened.body(), "w:tbl").back();
    EXPECT_THAT(std::string(all(table, "w:t").at(0).text().get()), HasSubstr("审查人（签名）：陈顾问"));
    EXPECT_FALSE(table.child("w:tblPr").child("w:tblBorders"));
    const auto gap = table.previous_sibling(), text = gap.previous_sibling();
    for (const auto& before : {gap, text})
        EXPECT_TRUE(before.child("w:pPr").child("w:keepNext"));
    EXPECT_THAT(std::string(all(text, "w:t").at(0).text().get()), HasSubstr("反馈我方归档"));
}

TEST(Document, EachLineOfALongTextIsAParagraphAndOneOfACellALine) {
    const Opened text(Press(letter()).document({{"summary", "第一\n第二"}}));
    EXPECT_THAT(text.text(), HasSubstr("第一\n第二\n"));
    EXPECT_THAT(all(text.body(), "w:br"), IsEmpty());
    Json record = recordFor("outreach-sheet");
    record["summary"] = "第一\n第二";
    EXPECT_EQ(all(Opened(Press("outreach-sheet").document(record)).body(), "w:br").size(), 1U);
}

TEST(Document, CharactersBeyondTheFirstPlaneAndThoseOfXmlAreKeptControlsAreNot) {
    const std::string words = "𠮷野家𡃁與\U0003006C，<a & \"b\"> ]]> 甲\x0B乙";
    const Opened opened(Press(letter()).document({{"summary", words}}));
    EXPECT_THAT(opened.text(), HasSubstr("𠮷野家𡃁與\U0003006C，<a & \"b\"> ]]> 甲乙"));
    EXPECT_THAT(Press(letter()).document({{"summary", "甲\U000F1234乙"}}).missing, ElementsAre("\U000F1234"));
}

TEST(Document, TheSameJobGivesTheSameBytesAndTheDayOfTheClock) {
    const Press press("mediation-agreement");
    const Document first = press.document(recordFor("mediation-agreement"));
    EXPECT_EQ(first.bytes, press.document(recordFor("mediation-agreement")).bytes);
    const Opened opened(first);
    const auto about = opened.part("docProps/core.xml");
    EXPECT_STREQ(about.child("dc:title").text().get(), "人民调解协议书");
    EXPECT_STREQ(about.child("dc:subject").text().get(), "0000000000001-1");
    EXPECT_STREQ(about.child("dcterms:created").text().get(), "2026-03-31T00:00:00+08:00");
}

TEST(Document, WhatFillsTooManySheetsIsRefusedHereToo) {
    const schema::PaperForm form = ownForm("mediation-case", Json::parse(R"json({"style": "letter", "body": [
        {"each": "sessions", "do": [{"page": true}, {"paragraph": {"zh": "{content}", "en": "{content}"}}]}]})json"));
    Json record{{"sessions", Json::array()}};
    for (std::size_t i = 0; i < kMostPages + 2; ++i)
        record["sessions"].push_back({{"item", std::to_string(i)}, {"content", "界"}});
    const auto made = paper::document({.form = form,
                                       .type = *definitions().type("mediation-case"),
                                       .fields = record,
                                       .units = *definitions().orgTree("500115"),
                                       .linked = {},
                                       .record = "0000000000001-1",
                                       .org = {},
                                       .today = "2026-03-31"});
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().code, ErrorCode::Validation);
    EXPECT_THAT(made.error().message.zh, HasSubstr("300 页"));
}

}  // namespace
}  // namespace fayi::paper
