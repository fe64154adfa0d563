// SPDX-License-Identifier: Apache-2.0
// Printing at a station: which forms, what a draft is, and the second print of one paper.
#include <fstream>

#include "desk.h"
#include "fayi/sheets/archive.h"
#include "fayi/testing/sick_disk.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> namesOf(const std::vector<const schema::PaperForm*>& forms) {
    std::vector<std::string> out;
    for (const schema::PaperForm* form : forms)
        out.push_back(form->name);
    return out;
}

std::string read(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

struct Printer : Desk {
    Result<Printed> print(RecordId id, const std::string& form, const std::string& file = "paper.pdf") {
        return station->print(id, form, folder / file, Language::Zh);
    }
    RecordId submitted() {
        const RecordId id = create("outreach", wholeOutreach("民法典", "2026-03-01"));
        must(station->submit(id));
        return id;
    }
};

TEST(Paper, EachTypeHasItsForms) {
    Desk desk;
    EXPECT_THAT(namesOf(desk->papers("outreach")), ElementsAre("outreach-sheet"));
    EXPECT_THAT(namesOf(desk->papers("mediation-case")),
                ElementsAre("mediation-acceptance", "mediation-agreement", "mediation-application",
                            "mediation-cover"));
    EXPECT_TRUE(desk->papers("instrument").empty());
    EXPECT_EQ(desk->papers().size(), desk->catalog().papers().size());
}

TEST(Paper, ADraftIsPrintedAsOneAndNeverCounted) {
    Printer desk;
    const RecordId id = desk.create("outreach", {{"theme", "民法典"}});
    for (int i = 0; i < 2; ++i) {
        const Printed printed = must(desk.print(id, "outreach-sheet"));
        EXPECT_TRUE(printed.draft);
        EXPECT_EQ(printed.print, 0U);
        EXPECT_EQ(printed.pages, 1U);
    }
    must(desk->edit(id, wholeOutreach("民法典", "2026-03-01")));
    must(desk->submit(id));
    EXPECT_EQ(must(desk.print(id, "outreach-sheet")).print, 1U);
}

TEST(Paper, TheSecondPrintOfAPaperSaysSoAndTheRecordKnowsNothingOfIt) {
    Printer desk;
    const RecordId id = desk.submitted();
    const auto before = desk.dump().second.sha256;
    EXPECT_EQ(must(desk.print(id, "outreach-sheet", "first.pdf")).print, 1U);
    EXPECT_EQ(must(desk.print(id, "outreach-sheet", "second.pdf")).print, 2U);
    EXPECT_NE(read(desk.folder / "first.pdf"), read(desk.folder / "second.pdf"));
    EXPECT_EQ(desk.dump().second.sha256, before);
    const RecordId other = desk.submitted();
    EXPECT_EQ(must(desk.print(other, "outreach-sheet")).print, 1U) << "each record is counted by itself";
}

TEST(Paper, TheSameRecordOnTheSameDayGivesTheSameFile) {
    Printer one, two;
    must(one.print(one.submitted(), "outreach-sheet"));
    two.clock.advance(std::chrono::hours(2));
    must(two.print(two.submitted(), "outreach-sheet"));
    EXPECT_EQ(read(one.folder / "paper.pdf"), read(two.folder / "paper.pdf"));
}

TEST(Paper, WhatCannotBePrintedIsRefusedInWordsAndLeavesNoFile) {
    Printer desk;
    const RecordId id = desk.submitted();
    EXPECT_EQ(desk.print(id, "no-such").error().code, ErrorCode::Usage);
    EXPECT_EQ(desk.print(id, "contract-opinion").error().code, ErrorCode::Usage) << "a form of another type";
    const RecordId gone = desk.create("outreach", {{"theme", "旧"}});
    must(desk->remove(gone));
    EXPECT_EQ(desk.print(gone, "outreach-sheet").error().code, ErrorCode::Usage);
    EXPECT_FALSE(fs::exists(desk.folder / "paper.pdf"));
}

TEST(Paper, AFileThatCannotBeWrittenIsNoPrint) {
    Printer desk;
    const RecordId id = desk.submitted();
    const auto failed = desk.print(id, "outreach-sheet", "nowhere/paper.pdf");
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, ErrorCode::Io);
    EXPECT_THAT(failed.error().message.zh, HasSubstr("nowhere/paper.pdf"));
    EXPECT_EQ(must(desk.print(id, "outreach-sheet")).print, 1U);
}

TEST(Paper, ADocumentIsAPrintLikeAnyOtherAndIsNeverWrittenOver) {
    Printer desk;
    const RecordId id = desk.submitted();
    EXPECT_EQ(must(desk.print(id, "outreach-sheet", "first.pdf")).print, 1U);
    const Printed printed = must(desk.print(id, "outreach-sheet", "second.docx"));
    EXPECT_EQ(printed.print, 2U);
    EXPECT_EQ(printed.pages, 0U) << "the program that opens it breaks them";
    EXPECT_EQ(printed.bytes, fs::file_size(desk.folder / "second.docx"));
    auto archive = must(sheets::Archive::open(desk.folder / "second.docx"));
    EXPECT_THAT(must(archive.part("word/document.xml")).value(), HasSubstr("民法典"));
    EXPECT_THAT(must(archive.part("word/header1.xml")).value(), HasSubstr("第 2 次打印"));
    const std::string before = read(desk.folder / "second.docx");
    const auto again = desk.print(id, "outreach-sheet", "second.docx");
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, ErrorCode::Usage);
    EXPECT_THAT(again.error().message.zh, HasSubstr("不会覆盖"));
    EXPECT_EQ(read(desk.folder / "second.docx"), before) << "somebody may have edited it";
    EXPECT_EQ(must(desk.print(id, "outreach-sheet", "third.DOCX")).print, 3U);
    EXPECT_TRUE(read(desk.folder / "third.DOCX").starts_with("PK"));
}

TEST(Paper, AFullDiskLeavesNoHalfFileAndCountsNoPrint) {
    Printer desk;
    const RecordId id = desk.submitted();
    for (const char* file : {"paper.docx", "paper.pdf"}) {
        Result<Printed> failed = Error{ErrorCode::Internal, {}};
        {
            const testing::FullDisk full(100);
            failed = desk.print(id, "outreach-sheet", file);
        }
        EXPECT_FALSE(failed.ok());
        for (const auto& left : fs::directory_iterator(desk.folder.path()))
            EXPECT_FALSE(left.path().filename().string().starts_with("paper.")) << left.path();
    }
    EXPECT_EQ(must(desk.print(id, "outreach-sheet", "paper.docx")).print, 1U);
}

TEST(Paper, ACharacterThatNoFontHasIsTold) {
    Printer desk;
    Json fields = wholeOutreach("民法典\U000F1234", "2026-03-01");
    const RecordId id = desk.create("outreach", fields);
    const Printed printed = must(desk.print(id, "outreach-sheet"));
    ASSERT_EQ(printed.notes.size(), 1U);
    EXPECT_THAT(printed.notes[0].zh, HasSubstr("\U000F1234"));
}

TEST(Paper, ALinkedRecordIsLookedUpAndAnUnknownOneIsNoFailure) {
    Printer desk;
    const RecordId body = desk.create("mediation-body", {{"name", "双龙镇人民调解委员会"}});
    const RecordId known =
        desk.create("mediation-case", {{"body", toText(body)}, {"body_name", "双龙镇调委会"}});
    EXPECT_EQ(must(desk.print(known, "mediation-cover")).pages, 2U);
    const RecordId lost = desk.create("mediation-case", {{"body", "0000000000009-9"}});
    EXPECT_EQ(must(desk.print(lost, "mediation-cover")).pages, 2U);
}

}  // namespace
}  // namespace fayi::station
