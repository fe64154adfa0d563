// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/words.h"

#include <QRegularExpression>
#include <charconv>

namespace fayi::ui {
namespace {

int numberIn(std::string_view text, std::size_t at, std::size_t length) {
    int out = 0;
    std::from_chars(text.data() + at, text.data() + at + length, out);
    return out;
}

}  // namespace

QString spokenDate(std::string_view isoDate, Language language) {
    if (language == Language::En || !daysOf(isoDate))
        return toQt(isoDate);
    return QStringLiteral("%1年%2月%3日")
        .arg(numberIn(isoDate, 0, 4))
        .arg(numberIn(isoDate, 5, 2))
        .arg(numberIn(isoDate, 8, 2));
}

QString spokenSize(std::uint64_t bytes) {
    const double megabytes = static_cast<double>(bytes) / (1u << 20);
    if (megabytes < 0.1)
        return QStringLiteral("%1 KB").arg((bytes + 1023) / 1024);
    return QStringLiteral("%1 MB").arg(megabytes, 0, 'f', megabytes < 9.95 ? 1 : 0);
}

QString plainWords(const QString& message) {
    // Short brackets carry a code or a number, and stay.
    static const QRegularExpression kDetails(QStringLiteral("（[ -~]{12,}）| \\([ -~]{12,}\\)(?=[.。]|$)"));
    return QString(message).remove(kDetails);
}

Text whyUnread(const Error& error) {
    switch (error.code) {
        case ErrorCode::Damaged:
            return {
                "数据文件有损坏的地方，有的内容读不出来。请尽快请人来看，先不要继续写",
                "the data file is damaged in places, and not all of it can be read; have somebody look at "
                "it soon, and do not go on writing"};
        case ErrorCode::Io:
            return {"这会儿读不出数据文件", "the data file cannot be read just now"};
        default:
            return error.message;
    }
}

QString spokenTime(Millis at, Millis now, Language language) {
    const std::string moment = toIsoChina(at);
    const std::string date = moment.substr(0, 10);
    const QString time = toQt(std::string_view(moment).substr(11, 5));
    const auto day = daysOf(date);
    const auto today = daysOf(dateInChina(now));
    const bool chinese = language == Language::Zh;
    if (day && today && *day == *today)
        return (chinese ? QStringLiteral("今天 ") : QStringLiteral("today ")) + time;
    if (day && today && *day + 1 == *today)
        return (chinese ? QStringLiteral("昨天 ") : QStringLiteral("yesterday ")) + time;
    if (chinese && date.substr(0, 4) == dateInChina(now).substr(0, 4))
        return QStringLiteral("%1月%2日 ").arg(numberIn(date, 5, 2)).arg(numberIn(date, 8, 2)) + time;
    return spokenDate(date, language) + QLatin1Char(' ') + time;
}

}  // namespace fayi::ui
