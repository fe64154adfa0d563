// SPDX-License-Identifier: Apache-2.0
// The checklist of a mediation dossier, as the built-in definition has it.
#include "fayi/schema/dossier.h"

#include <gmock/gmock.h>

#include "samples.h"

namespace fayi::schema {
namespace {

using ::testing::ElementsAre;

struct DossierTest : ::testing::Test {
    const Catalog catalog = definitions();
    const RecordType& type = *catalog.type("mediation-case");

    Checklist list(const Json& fields) const { return checklistOf(type, fields, "2026-05-20"); }
    static std::vector<std::string> codes(const Checklist& list, bool Paper::*what) {
        std::vector<std::string> out;
        for (const Paper& paper : list.papers)
            if (paper.*what)
                out.push_back(paper.choice->code);
        return out;
    }
};

TEST_F(DossierTest, NamesEveryPaperInTheOrderOfTheDossier) {
    const Checklist all = list(Json::object());
    EXPECT_EQ(all.papers.size(), type.find("documents")->choices.size());
    EXPECT_EQ(all.papers.front().choice->code, "application");
    EXPECT_EQ(all.papers.back().choice->code, "back-cover");
    EXPECT_THAT(codes(all, &Paper::required),
                ElementsAre("application", "acceptance", "notice", "identity", "record", "back-cover"));
    EXPECT_EQ(all.missing, 5U) << "application and acceptance are one";
}

TEST_F(DossierTest, OneOfTwoThatStandForEachOtherIsEnough) {
    const Checklist some = list({{"documents", {"acceptance", "notice", "inquiry"}}});
    EXPECT_THAT(codes(some, &Paper::there), ElementsAre("acceptance", "notice", "inquiry"));
    EXPECT_THAT(codes(some, &Paper::missing), ElementsAre("identity", "record", "back-cover"));
    EXPECT_EQ(some.missing, 3U);
    ASSERT_EQ(some.papers.front().inPlace.size(), 1U);
    EXPECT_EQ(some.papers.front().inPlace.front()->code, "acceptance");
}

TEST_F(DossierTest, AnAgreementIsRequiredOnlyOfThoseWhoAgreed) {
    const auto required = [&](const Json& fields) { return codes(list(fields), &Paper::required); };
    EXPECT_THAT(
        required({{"result", "success"}, {"agreement_form", "written"}}),
        ElementsAre("application", "acceptance", "notice", "identity", "record", "agreement", "back-cover"));
    EXPECT_THAT(required({{"result", "success"}, {"agreement_form", "oral"}}),
                ElementsAre("application", "acceptance", "notice", "identity", "record", "oral-agreement",
                            "back-cover"));
    EXPECT_EQ(required({{"result", "failed"}, {"agreement_form", "written"}}).size(), 6U);
}

TEST_F(DossierTest, APaperThatIsNoLongerUsedIsListedOnlyWhereItIsThere) {
    RecordType later = type;
    for (Field& field : later.fields)
        for (Choice& choice : field.choices)
            if (choice.code == "statement")
                choice.until = "2025-12-31";
    const auto listed = [&](const Json& fields) {
        return checklistOf(later, fields, "2026-05-20").papers.size();
    };
    const std::size_t all = type.find("documents")->choices.size();
    EXPECT_EQ(listed(Json::object()), all - 1);
    EXPECT_EQ(listed({{"documents", {"statement"}}}), all);
    EXPECT_EQ(listed({{"accepted_on", "2025-06-01"}}), all);
}

TEST_F(DossierTest, ATypeWithoutOneHasNoList) {
    const Checklist none = checklistOf(*catalog.type("outreach"), Json::object(), "2026-05-20");
    EXPECT_TRUE(none.papers.empty());
    EXPECT_EQ(none.missing, 0U);
}

}  // namespace
}  // namespace fayi::schema
