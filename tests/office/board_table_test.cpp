// SPDX-License-Identifier: Apache-2.0
// The board of units as a file.
#include <fstream>

#include "desk.h"
#include "fayi/office/export.h"

namespace fayi::office {
namespace {

using station::Desk;
using station::must;
using ::testing::HasSubstr;

struct BoardTable : ::testing::Test {
    Desk desk;
    station::BoardQuestion question{"500115", "2026-01-01", "2026-12-31", 31};
    std::vector<station::BoardRow> rows = must(station::Board(*desk.station).rows(question));

    Result<ExportDone> save(const std::string& name, Language language = Language::Zh) {
        return exportBoard(*desk.station, rows, question, desk.folder / name, language, desk.clock);
    }
};

TEST_F(BoardTable, SaysWhatIsShownAndStandsInTheLedgerOfExports) {
    const ExportDone done = must(save("board.csv"));
    std::ifstream in(desk.folder / "board.csv");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_THAT(text, HasSubstr("待审核"));
    EXPECT_EQ(std::ranges::count(text, '\n'), static_cast<std::ptrdiff_t>(rows.size() + 1));
    const auto ledger = must(exportLedger(*desk.station, desk.clock));
    ASSERT_EQ(ledger.size(), 1U);
    EXPECT_EQ(ledger[0].type, kBoardExport);
    EXPECT_EQ(ledger[0].records, rows.size());
    EXPECT_EQ(ledger[0].file, "board.csv");
    EXPECT_EQ(ledger[0].sha256, done.sha256);
    EXPECT_THAT(ledger[0].filter, HasSubstr("500115 2026-01-01"));
    EXPECT_FALSE(ledger[0].identified);
    EXPECT_EQ(nameOfExported(ledger[0], desk->catalog()).zh, "单位情况");
}

TEST_F(BoardTable, OverwritesNothingAndWhatWasNotWrittenIsNotInTheLedger) {
    must(save("board.xlsx", Language::En));
    EXPECT_EQ(save("board.xlsx").error().code, ErrorCode::Usage);
    EXPECT_EQ(save("board.doc").error().code, ErrorCode::Usage);
    EXPECT_EQ(save("nowhere/board.xlsx").error().code, ErrorCode::Usage);
    EXPECT_EQ(must(exportLedger(*desk.station, desk.clock)).size(), 1U);
}

}  // namespace
}  // namespace fayi::office
