// SPDX-License-Identifier: Apache-2.0
// A program in which somebody types is killed: what was typed a second before is there.
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>
#include <cstdio>

#include "fayi/station/personal.h"
#include "fayi/testing/fakes.h"
#include "fayi/ui/record_form.h"

namespace fayi::ui {
namespace {

constexpr int kKeyMs = 40;
/// What is older than this when the program dies must be there.
constexpr int kBehindMs = 1000;

/// The program that is killed: types one letter after the other into a new record, and tells of each.
int type(const QString& folder) {
    StationSession session;
    session.setFolder(folder);
    RecordForm form;
    form.setSession(&session);
    if (!form.begin(QStringLiteral("outreach")))
        return 1;
    int letters = 0;
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, [&] {
        form.set(QStringLiteral("theme"), QString(++letters, QLatin1Char('a')));
        std::printf("%d\n", letters);
        std::fflush(stdout);
    });
    keys.start(kKeyMs);
    return QCoreApplication::exec();
}

TEST(LeftForm, AKillLosesAtMostTheLastSecond) {
    const testing::TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    const auto data = folder / "data";
    ASSERT_TRUE(station::Station::init(data, "一号机", clock, random).ok());
    std::vector<std::pair<qint64, int>> told;  // when it was heard of, and the letters
    QElapsedTimer since;
    since.start();
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--typing"), QString::fromStdString(data.string())});
    // More than a second of typing, so that something must have been kept; the keys go on to the last moment.
    while (told.size() < 60 && program.waitForReadyRead(20'000))
        while (program.canReadLine())
            told.emplace_back(since.elapsed(), program.readLine().trimmed().toInt());
    const qint64 died = since.elapsed();
    program.kill();
    ASSERT_TRUE(program.waitForFinished());
    EXPECT_EQ(program.exitStatus(), QProcess::CrashExit);
    ASSERT_GE(told.size(), 60U);
    int due = 0;
    for (const auto& [at, letters] : told)
        if (at <= died - kBehindMs)
            due = letters;
    ASSERT_GT(due, 0);

    StationSession session;
    session.setFolder(QString::fromStdString(data.string()));
    EXPECT_EQ(session.unfinished().value(QStringLiteral("type")).toString(), QStringLiteral("outreach"));
    RecordForm form;
    form.setSession(&session);
    ASSERT_TRUE(form.begin(QStringLiteral("outreach")));
    ASSERT_GE(form.rowOf(QStringLiteral("theme")), 0);
    const QString back =
        form.data(form.index(form.rowOf(QStringLiteral("theme"))), RecordForm::ValueRole).toString();
    std::printf("typed %d letters, %d of them a second before the kill, %d came back\n", told.back().second,
                due, static_cast<int>(back.size()));
    EXPECT_GE(back.size(), due);
    EXPECT_TRUE(form.dirty());
    EXPECT_FALSE(form.takenBack().isEmpty());
}

}  // namespace
}  // namespace fayi::ui

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--typing")
        return fayi::ui::type(QString::fromLocal8Bit(argv[2]));
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
