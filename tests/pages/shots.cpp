// SPDX-License-Identifier: Apache-2.0
#include "shots.h"

#include <array>
#include <utility>

namespace fayi::testing {
namespace {

constexpr std::array kSizes = {QSize(1280, 800), QSize(1920, 1080), QSize(360, 640)};
constexpr std::array kMoods = {Mood::Light, Mood::Dark, Mood::Contrast};
/// Size of text, and whether it is Chinese. Any three of them have both sizes and both languages.
constexpr std::array kTexts = {std::pair{100, true}, std::pair{100, false}, std::pair{200, true},
                               std::pair{200, false}};

/// Where people spend their days: each is pictured in every size, which meets it in every mood, at 100 and at
/// 200 %, in Chinese and in English. Between them these pictures have every dress exactly once: three sizes,
/// three moods, two sizes of text, two languages.
constexpr std::array kDaily = {"home", "list",    "form",  "record", "review",   "review-record",
                               "sync", "figures", "board", "sheet",  "conflict", "settings"};
static_assert(kDaily.size() == kMoods.size() * kTexts.size());

/// What is opened now and then: once each, their dresses in turn.
constexpr std::array kSeldom = {"start",   "sign-in", "types",   "found", "figure-months", "locks",
                                "history", "import",  "exports", "print", "enrol",         "help"};

Shot dressed(const char* page, std::size_t size, std::size_t mood, std::size_t text) {
    const auto [scale, chinese] = kTexts.at(text % kTexts.size());
    return {QString::fromLatin1(page), kSizes.at(size % kSizes.size()), kMoods.at(mood % kMoods.size()),
            scale, chinese};
}

}  // namespace

QString Shot::name() const {
    QString out = QStringLiteral("%1-%2x%3").arg(page).arg(size.width()).arg(size.height());
    if (mood != Mood::Light)
        out += mood == Mood::Dark ? QStringLiteral("-dark") : QStringLiteral("-contrast");
    if (scale != 100)
        out += QStringLiteral("-%1").arg(scale);
    return chinese ? out : out + QStringLiteral("-en");
}

std::vector<Shot> shots() {
    std::vector<Shot> out;
    for (std::size_t page = 0; page < kDaily.size(); ++page)
        for (std::size_t size = 0; size < kSizes.size(); ++size)
            out.push_back(dressed(kDaily.at(page), size, page + size, page / kMoods.size() + size));
    for (std::size_t page = 0; page < kSeldom.size(); ++page)
        out.push_back(dressed(kSeldom.at(page), page, page / kSizes.size() + page, page));
    return out;
}

}  // namespace fayi::testing
