// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"
#include "fayi/base/text.h"

/// Between the UTF-8 of the layers below and Qt's strings; and how a moment is spoken of.
namespace fayi::ui {

inline QString toQt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
inline QString toQt(const Text& text, Language language) {
    return toQt(text.in(language));
}
inline std::string fromQt(const QString& text) {
    return text.toStdString();
}

inline Language languageOf(const QString& code) {
    return code == QLatin1String("en") ? Language::En : Language::Zh;
}

/// "今天 10:32", "yesterday 10:32", "3月1日 10:32", "2025年12月31日 10:32": China time, as near as it is.
QString spokenTime(Millis at, Millis now, Language language);

/// "512 KB", "1.2 MB", "12 MB": as file managers say it.
QString spokenSize(std::uint64_t bytes);

/// Why something could not be read from the store, without what its library says of it.
Text whyUnread(const Error& error);

/// A message without what a library said in brackets: that is for whoever reads logs, not for the desk.
QString plainWords(const QString& message);

/// "2026年3月1日", "2026-03-01"; any other text stays as it is.
QString spokenDate(std::string_view isoDate, Language language);

}  // namespace fayi::ui
