// SPDX-License-Identifier: Apache-2.0
// What stands on the built-in forms.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "fayi/schema/check.h"
#include "pdf.h"

namespace fayi::paper {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string read(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

TEST(Forms, TheEightThatTheTradeAsksForAreThere) {
    std::vector<std::string> names;
    for (const schema::PaperForm* form : definitions().papers())
        names.push_back(form->name);
    EXPECT_THAT(names, ElementsAre("consultation-slip", "contract-opinion", "mediation-acceptance",
                                   "mediation-agreement", "mediation-application", "mediation-cover",
                                   "outreach-sheet", "service-diary"));
}

TEST(Forms, TheRecordsOfTheseTestsAreOnesThatASubmitTakes) {
    for (const schema::PaperForm* form : definitions().papers())
        for (const schema::Problem& problem :
             schema::checkSave(*definitions().type(form->type), recordFor(form->name)))
            ADD_FAILURE() << form->name << ": " << problem.field << " " << problem.message.en;
}

/// FAYI_REMAKE_GOLDEN=1 writes them anew. Fonts break lines elsewhere, so only the run of characters counts.
TEST(Forms, EachSaysWhatItSaidInBothLanguages) {
    for (const schema::PaperForm* form : definitions().papers())
        for (const Language language : {Language::Zh, Language::En}) {
            Press press(form->name);
            press.language = language;
            const Pdf pdf = press(recordFor(form->name));
            const std::filesystem::path file =
                std::filesystem::path(FAYI_EXPECTED) /
                (form->name + (language == Language::Zh ? ".zh.txt" : ".en.txt"));
            if (std::getenv("FAYI_REMAKE_GOLDEN") != nullptr)
                std::ofstream(file) << textOf(pdf);
            EXPECT_EQ(runOf(pdf), runOf(read(file))) << file;
            EXPECT_THAT(pdf.missing, IsEmpty()) << file;
        }
}

TEST(Forms, AnEmptyDraftOfEachIsASheetToBeFilledByHand) {
    for (const schema::PaperForm* form : definitions().papers()) {
        Press press(form->name);
        press.draft = true;
        const std::string run = runOf(press(kNothing));
        EXPECT_THAT(run, HasSubstr("年")) << form->name;
        EXPECT_THAT(run, Not(HasSubstr("☑"))) << form->name;
        EXPECT_THAT(run, Not(HasSubstr("／"))) << form->name << ": nothing is known not to apply";
        EXPECT_THAT(run, Not(HasSubstr("{"))) << form->name;
    }
}

TEST(Forms, TheOpinionTellsMoneyInBothWaysAndEachFindingWithItsAdvice) {
    const std::string run = runOf(Press("contract-opinion")(recordFor("contract-opinion")));
    for (const char* words :
         {"编号：双法顾〔2026〕3号", "龙滩村村民委员会：", "2026年3月2日送审的《果园租赁合同》",
          "123,450.50元（大写：壹拾贰万叁仟肆佰伍拾元伍角整）", "2026年4月1日至2036年3月31日",
          "91350100M000100Y43", "☑主体资格", "（一）违约责任（风险程度：高）", "所在条款：第八条。",
          "参照LPR约定", "（二）期限", "☐通过☑修改后通过☐不宜签订", "审查人（签名）：陈顾问", "2026年3月5日"})
        EXPECT_THAT(run, HasSubstr(words));
    EXPECT_THAT(run, Not(HasSubstr("未发现需要修改的问题")));
}

TEST(Forms, AnOpinionWithoutFindingsSaysSo) {
    Json record = recordFor("contract-opinion");
    record["findings"] = Json::array();
    EXPECT_THAT(runOf(Press("contract-opinion")(record)), HasSubstr("经审查，未发现需要修改的问题。"));
}

TEST(Forms, WhoAskedWithoutANameIsNotAskedForOneOnPaper) {
    Json record = recordFor("consultation-slip");
    for (const char* field : {"person_name", "phone"})
        record.erase(field);
    record["anonymous"] = true;
    const std::string run = runOf(Press("consultation-slip")(record));
    EXPECT_THAT(run, HasSubstr("匿名：咨询人不愿提供身份信息"));
    EXPECT_THAT(run, HasSubstr("／")) << "a phone does not apply";
}

TEST(Forms, TheAgreementNamesEachPartyAsWhatItIs) {
    const std::string run = runOf(Press("mediation-agreement")(recordFor("mediation-agreement")));
    EXPECT_THAT(run, HasSubstr("申请人：张龘，性别：男，民族：汉族，年龄：52岁"));
    EXPECT_THAT(run, HasSubstr("被申请人：某农业公司，统一社会信用代码：91350100M000100Y43"));
    EXPECT_THAT(run, HasSubstr("伍仟元整"));
    EXPECT_THAT(run, HasSubstr("应于2026年2月20日前履行完毕"));
    EXPECT_THAT(run, HasSubstr("双龙镇人民调解委员会（印章）"));
}

TEST(Forms, TheApplicationHasATableForEachApplicantAndOneToFillWhereThereIsNone) {
    Json record = recordFor("mediation-application");
    Json second = record["parties"][0];
    second["item"] = "p3";
    second["name"] = "张二";
    record["parties"].push_back(second);
    record["parties"].erase(1);
    const std::string run = runOf(Press("mediation-application")(record));
    EXPECT_THAT(run, HasSubstr("张龘"));
    EXPECT_THAT(run, HasSubstr("张二"));
    const auto respondent = run.find("被申请人");
    ASSERT_NE(respondent, std::string::npos);
    EXPECT_NE(run.find("姓名", respondent), std::string::npos);
}

}  // namespace
}  // namespace fayi::paper
