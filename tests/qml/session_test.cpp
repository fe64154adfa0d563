// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "fayi/testing/fakes.h"
#include "fayi/ui/month_model.h"

namespace fayi::ui {
namespace {

// A page is taken down in any order. The heap is filled with rubbish where something was freed (see
// CMakeLists.txt): a thread that still reads the clock of a session that is gone does not end well.
TEST(Session, MayGoBeforeWhatWorksForIt) {
    const fayi::testing::TemporaryFolder folder;
    for (int i = 0; i < 5; ++i) {
        auto session = std::make_unique<StationSession>();
        session->setFolder(QString::fromStdString(folder.path().string()));
        ASSERT_TRUE(session->ready() || session->startWithoutServer(QStringLiteral("站")));
        MonthModel month;
        month.setSession(session.get());
        EXPECT_TRUE(month.counting());
        session.reset();
        EXPECT_EQ(month.session(), nullptr);
        EXPECT_EQ(month.title(), QString());
    }
}

}  // namespace
}  // namespace fayi::ui
