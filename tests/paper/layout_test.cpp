// SPDX-License-Identifier: Apache-2.0
// How a paper is laid out, whatever form it is.
#include "pdf.h"

namespace fayi::paper {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr double kMillimetre = 72 / 25.4;

/// Sentences that can be told from each other, so many.
std::string sentences(int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += "第" + std::to_string(1000 + i) + "句说的是田土房屋的界限在哪里。";
    return out;
}

void expectAll(const std::string& run, int count) {
    std::size_t from = 0;
    for (int i = 0; i < count; ++i) {
        const std::string one = "第" + std::to_string(1000 + i) + "句";
        const auto at = run.find(one, from);
        ASSERT_NE(at, std::string::npos) << one;
        from = at;
    }
}

TEST(Layout, ALetterStandsWhereTheStandardPutsItTwentyTwoLinesOfTwentyEightCharacters) {
    const schema::PaperForm form = letter();
    std::string words;
    for (int i = 0; i < 2000; ++i)
        words += "国";
    const Pdf pdf = Press(form)({{"summary", words}});
    ASSERT_GE(pdf.pages, 3U);
    const std::vector<Word> second = wordsOf(pdf)[1];
    std::vector<Word> lines;
    for (const Word& word : second)
        if (word.text.starts_with("国"))
            lines.push_back(word);
    ASSERT_THAT(lines, SizeIs(22));
    for (const Word& line : lines) {
        EXPECT_EQ(line.text.size(), 28U * 3);
        EXPECT_NEAR(line.left, 28 * kMillimetre, 1);
        EXPECT_NEAR(line.right, (28 + 156) * kMillimetre, 1);
    }
    EXPECT_GE(lines.front().top, 37 * kMillimetre - 1);
    EXPECT_LE(lines.back().bottom, (37 + 225) * kMillimetre + 1);
    EXPECT_NEAR(lines[1].top - lines[0].top, 225 * kMillimetre / 22, 0.2);
}

TEST(Layout, PagesOfALetterAreNumberedOddToTheRightAndEvenToTheLeft) {
    const Pdf pdf = Press(letter())({{"summary", sentences(120)}});
    const auto sheets = wordsOf(pdf);
    ASSERT_GE(sheets.size(), 2U);
    const auto numberOf = [](const std::vector<Word>& words, const std::string& number) {
        for (const Word& word : words)
            if (word.text == number && word.top > (37 + 225) * kMillimetre)
                return word.left;
        return -1.0;
    };
    EXPECT_GT(numberOf(sheets[0], "1"), kMillimetre * 150);
    EXPECT_NEAR(numberOf(sheets[1], "2"), kMillimetre * 40, kMillimetre * 10);
}

TEST(Layout, ALongTextGoesOnOverSheetsAndLosesNothing) {
    const Pdf flowing = Press(letter())({{"summary", sentences(200)}});
    EXPECT_GT(flowing.pages, 4U);
    expectAll(runOf(flowing), 200);
    Json record = recordFor("outreach-sheet");
    record["summary"] = sentences(180);
    const Pdf cell = Press("outreach-sheet")(record);
    EXPECT_GT(cell.pages, 2U);
    expectAll(runOf(cell), 180);
    for (const std::string& sheet : sheetsOf(cell))
        EXPECT_THAT(runOf(sheet), HasSubstr("共" + std::to_string(cell.pages) + "页"));
    EXPECT_THAT(runOf(sheetsOf(cell)[1]), HasSubstr("活动情况")) << "the label is said again";
}

TEST(Layout, NobodySignsASheetWithoutText) {
    const schema::PaperForm form = ownForm("outreach", Json::parse(R"json({
        "style": "letter", "body": [{"paragraph": {"zh": "{summary}", "en": "{summary}"}},
        {"signatures": [{"label": {"zh": "承办人：", "en": "By:"}, "date": {"zh": "{happened_on}", "en": "{happened_on}"},
                         "seal": true}]}]})json"));
    std::size_t turned = 0;
    for (int lines = 12; lines < 24; ++lines) {
        std::string words;
        for (int i = 0; i < 28 * lines - 2; ++i)
            words += "国";
        const Pdf pdf = Press(form)({{"summary", words}, {"happened_on", "2026-03-01"}});
        if (pdf.pages == 1)
            continue;
        ++turned;
        const std::vector<std::vector<Word>> pages = wordsOf(pdf);
        ASSERT_THAT(pages, SizeIs(2));
        std::size_t said = 0;
        for (const std::vector<Word>& page : pages)
            for (const Word& word : page)
                said += word.text.starts_with("国") ? word.text.size() / 3 : 0;
        EXPECT_EQ(said, static_cast<std::size_t>(28 * lines - 2)) << "nothing is lost, nothing twice";
        EXPECT_TRUE(std::ranges::any_of(pages[1], [](const Word& w) { return w.text.starts_with("国"); }))
            << lines;
        EXPECT_TRUE(std::ranges::any_of(pages[1], [](const Word& w) { return w.text.starts_with("承办人"); }))
            << lines;
    }
    EXPECT_GE(turned, 3U);
}

TEST(Layout, ItemsGoOnOverSheetsUnderTheirHeadEachOnceAndInOrder) {
    Json record = recordFor("service-diary");
    record["matters"] = Json::array();
    for (int i = 0; i < 60; ++i)
        record["matters"].push_back({{"item", "m" + std::to_string(i)},
                                     {"kind", "consultation"},
                                     {"persons", 1},
                                     {"brief", sentences(1) + "其" + std::to_string(100 + i) + "号"},
                                     {"result", "已答"}});
    const Pdf pdf = Press("service-diary")(record);
    const auto sheets = sheetsOf(pdf);
    ASSERT_GT(sheets.size(), 2U);
    EXPECT_THAT(runOf(sheets[1]), HasSubstr("序号服务类别"));
    const std::string run = runOf(pdf);
    for (int i = 0; i < 60; ++i) {
        const std::string one = "其" + std::to_string(100 + i) + "号";
        const auto at = run.find(one);
        ASSERT_NE(at, std::string::npos) << one;
        EXPECT_EQ(run.find(one, at + 1), std::string::npos) << one;
    }
}

TEST(Layout, NothingStandsOutsideTheSheet) {
    for (const schema::PaperForm* form : definitions().papers())
        for (const Language language : {Language::Zh, Language::En}) {
            Press press(form->name);
            press.language = language;
            for (const auto& sheet : wordsOf(press(recordFor(form->name))))
                for (const Word& word : sheet) {
                    EXPECT_GE(word.left, 20 * kMillimetre) << form->name << " " << word.text;
                    EXPECT_LE(word.right, 190 * kMillimetre) << form->name << " " << word.text;
                    EXPECT_LE(word.bottom, 290 * kMillimetre) << form->name << " " << word.text;
                }
        }
}

TEST(Layout, ADraftIsMarkedOnEverySheetAndAReprintSaysWhichItIs) {
    Press press("outreach-sheet");
    Json record = recordFor("outreach-sheet");
    record["summary"] = sentences(100);
    EXPECT_THAT(runOf(press(record)), Not(HasSubstr("草稿")));
    EXPECT_THAT(runOf(press(record)), Not(HasSubstr("重印")));
    press.draft = true;
    for (const std::string& sheet : sheetsOf(press(record)))
        EXPECT_THAT(runOf(sheet), HasSubstr("稿")) << "poppler reads slanted characters one by one";
    press.draft = false;
    press.print = 3;
    for (const std::string& sheet : sheetsOf(press(record)))
        EXPECT_THAT(runOf(sheet), HasSubstr("重印件（第3次打印，2026年3月31日）"));
}

TEST(Layout, TheSameJobGivesTheSameBytesAndTheDayOfTheClock) {
    const Press press("mediation-agreement");
    const Pdf first = press(recordFor("mediation-agreement")),
              second = press(recordFor("mediation-agreement"));
    EXPECT_EQ(first.bytes, second.bytes);
    const std::string properties = propertiesOf(first);
    EXPECT_THAT(properties, HasSubstr("2026-03-3"));
    EXPECT_THAT(properties, HasSubstr("0000000000001-1"));
    EXPECT_THAT(properties, HasSubstr("人民调解协议书"));
    EXPECT_THAT(properties, HasSubstr("A4"));
}

TEST(Layout, RareCharactersAreDrawnOrToldAndLatinStandsWholeAmongChinese) {
    const schema::PaperForm form = letter();
    const Pdf drawn = Press(form)({{"summary", "证人龘堃，依GB/T 9704-2012及Qt 6.4核对。"}});
    EXPECT_THAT(drawn.missing, IsEmpty());
    EXPECT_THAT(runOf(drawn), HasSubstr("证人龘堃，依GB/T9704-2012及Qt6.4核对。"));
    const Pdf missing = Press(form)({{"summary", "甲\U000F1234乙"}});
    EXPECT_THAT(missing.missing, ElementsAre("\U000F1234")) << "no font has what is for private use";
}

TEST(Layout, APunctuationMarkNeverBeginsALine) {
    std::string words;
    for (int i = 0; i < 300; ++i)
        words += "田界，";
    const Pdf pdf = Press(letter())({{"summary", "始" + words}});
    for (const auto& sheet : wordsOf(pdf))
        for (const Word& word : sheet)
            EXPECT_FALSE(word.text.starts_with("，")) << word.text;
}

TEST(Layout, WhatHasNoValueIsALineToWriteOnInTextAndRoomInACell) {
    const schema::PaperForm form = ownForm("outreach", Json::parse(R"json({"body": [
        {"paragraph": {"zh": "由{organiser}于{happened_on}举办，{attendance}人到场。",
                       "en": "Held by {organiser} on {happened_on}: {attendance} came."}},
        {"table": [[{"field": "happened_on"}, {"field": "handouts"}]]}]})json"));
    const std::string run = runOf(Press(form)(kNothing));
    EXPECT_THAT(run, HasSubstr("由＿＿＿＿＿＿＿＿于＿＿＿年＿＿月＿＿日举办，＿＿＿人到场。"));
    EXPECT_THAT(run, HasSubstr("日期年月日"));
}

TEST(Layout, ARecordThatFillsTooManySheetsIsRefusedInWords) {
    const schema::PaperForm form = ownForm("mediation-case", Json::parse(R"json({"style": "letter", "body": [
        {"each": "sessions", "do": [{"paragraph": {"zh": "{content}", "en": "{content}"}}]}]})json"));
    Json record{{"sessions", Json::array()}};
    std::string words;
    for (int i = 0; i < 8000; ++i)
        words += "界\n";
    for (int i = 0; i < 60; ++i)
        record["sessions"].push_back({{"item", std::to_string(i)}, {"content", words}});
    const auto made = paper::print({.form = form,
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

TEST(Layout, ALinkedRecordGivesItsFieldsAndIsBlankWhereItIsNotHere) {
    const schema::PaperForm form = ownForm("mediation-case", Json::parse(R"json({"body": [{"paragraph": {
        "zh": "由{body.name}（主任{body.head}）调解。", "en": "Mediated by {body.name} ({body.head})."}}]})json"));
    const Json record{{"body", "0000000000002-1"}};
    const Json body{{"name", "双龙镇人民调解委员会"}, {"head", "孙正"}};
    const auto printed = [&](bool here) {
        return *paper::print({.form = form,
                              .type = *definitions().type("mediation-case"),
                              .fields = record,
                              .units = *definitions().orgTree("500115"),
                              .linked = [&](const std::string&) -> std::optional<Linked> {
                                  if (!here)
                                      return std::nullopt;
                                  return Linked{definitions().type("mediation-body"), body};
                              },
                              .record = "0000000000001-1",
                              .org = {},
                              .today = "2026-03-31"});
    };
    EXPECT_THAT(runOf(printed(true)), HasSubstr("由双龙镇人民调解委员会（主任孙正）调解。"));
    EXPECT_THAT(runOf(printed(false)), HasSubstr("由＿＿＿＿＿＿＿＿（主任＿＿＿＿＿＿＿＿）调解。"));
}

}  // namespace
}  // namespace fayi::paper
