// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <map>

#include "fayi/ui/guide_model.h"

namespace fayi::ui {
namespace {

const QStringList kGuides{"advisor", "township", "district"};

QString textOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return QString::fromUtf8(file.readAll());
}

/// The names of the chapters of one guide, in their order.
QStringList chaptersOf(const QString& guide, const QString& language) {
    StationSession session;
    session.setLanguage(language);
    GuideModel model;
    model.setSession(&session);
    model.setGuide(guide);
    QStringList out;
    for (int row = 0; row < model.count(); ++row)
        out << model.data(model.index(row), GuideModel::ChapterRole).toString();
    return out;
}

/// Every page of the window, and the chapter it names; empty if it names none.
std::map<QString, QString> chaptersOfPages() {
    static const QRegularExpression kChapter(QStringLiteral("\n    chapter: \"([a-z-]+)\"\n"));
    std::map<QString, QString> out;
    for (QDirIterator files(QStringLiteral(FAYI_SOURCE_DIR "/qml"), {"*.qml"}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();) {
        const QString text = textOf(files.next());
        if (text.contains(QStringLiteral("\nAppPage {")))
            out[files.fileName()] = kChapter.match(text).captured(1);
    }
    return out;
}

TEST(Guide, EveryPageNamesAChapterThatBothLanguagesHave) {
    const auto pages = chaptersOfPages();
    EXPECT_GE(pages.size(), 13U);
    for (const QString& guide : kGuides)
        for (const char* language : {"zh", "en"}) {
            const QStringList chapters = chaptersOf(guide, language);
            for (const auto& [page, chapter] : pages)
                EXPECT_TRUE(chapters.contains(chapter))
                    << page.toStdString() << " names \"" << chapter.toStdString() << "\", which "
                    << guide.toStdString() << '.' << language << " has not";
        }
}

TEST(Guide, BothLanguagesHaveTheSameChaptersInTheSameOrder) {
    for (const QString& guide : kGuides) {
        EXPECT_GT(chaptersOf(guide, "zh").size(), 20);
        EXPECT_EQ(chaptersOf(guide, "zh"), chaptersOf(guide, "en")) << guide.toStdString();
    }
}

TEST(Guide, NoChapterIsEmptyOrHoldsTheNext) {
    for (const QString& guide : kGuides)
        for (const char* language : {"zh", "en"}) {
            StationSession session;
            session.setLanguage(language);
            GuideModel model;
            model.setSession(&session);
            model.setGuide(guide);
            for (int row = 0; row < model.count(); ++row) {
                EXPECT_GT(model.textAt(row).size(), 20) << model.titleAt(row).toStdString();
                EXPECT_FALSE(model.textAt(row).contains("<!--")) << model.titleAt(row).toStdString();
                EXPECT_FALSE(model.textAt(row).startsWith('#')) << model.titleAt(row).toStdString();
            }
        }
}

TEST(Guide, WhatThePersonsOwnPartSaysComesFirstAndAnUnknownChapterIsTheFirst) {
    StationSession session;
    GuideModel model;
    model.setSession(&session);
    EXPECT_EQ(model.guide(), "advisor") << "whoever has not joined yet";
    model.setGuide("township");
    EXPECT_NE(model.titleAt(model.rowOf("review")), model.titleAt(model.rowOf("form")));
    EXPECT_LT(model.rowOf("review"), model.rowOf("start"));
    EXPECT_EQ(model.rowOf("no-such-chapter"), 0);
}

/// The words of buttons and states that the Chinese guide quotes in bold are those of the window.
TEST(Guide, ThePartsOfThePagesAreCalledAsTheWindowCallsThem) {
    const QString catalogue = textOf(QStringLiteral(FAYI_SOURCE_DIR "/qml/i18n/fayi_zh_CN.ts"));
    const QString guide = textOf(QStringLiteral(FAYI_SOURCE_DIR "/docs/guide/screens.zh.md"));
    for (const char* word :
         {"待上报",     "已报区县",       "已审核",       "已退回",           "审核后有改动",
          "冲突",       "未接收",         "已作废",       "存草稿",           "提交",
          "审核通过",   "显示姓名和号码", "采用这个",     "都不用，另写一个", "采用我另写的",
          "修改后重报", "写出记录",       "读取回信",     "检查连接",         "立即同步",
          "添加文件",   "移除",           "恢复成这一版", "显示全部",         "回收站"}) {
        EXPECT_TRUE(guide.contains(QString::fromUtf8(word))) << word;
        EXPECT_TRUE(catalogue.contains(QString::fromUtf8(word))) << word << " is not on any page";
    }
}

}  // namespace
}  // namespace fayi::ui
