// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/field_value.h"

#include <QRegularExpression>
#include <QStringList>

#include "fayi/base/clock.h"
#include "fayi/ui/words.h"

namespace fayi::ui {
namespace {

using schema::Field;
using schema::FieldKind;
using schema::Json;

QString yuan(std::int64_t fen) {
    const std::int64_t size = fen < 0 ? -fen : fen;
    const QString sign = fen < 0 ? QStringLiteral("-") : QString();
    const QString rest = QStringLiteral("%1").arg(size % 100, 2, 10, QLatin1Char('0'));
    return sign + QString::number(size / 100) + (size % 100 ? QLatin1Char('.') + rest : QString());
}

/// Digits and signs of any width become plain; spaces and separators of thousands go.
QString plain(const QString& typed) {
    QString out = typed.normalized(QString::NormalizationForm_KC);
    out.remove(QLatin1Char(' ')).remove(QLatin1Char(',')).remove(QChar(0x3001));
    return out;
}

Reading readInteger(const QString& typed) {
    bool ok = false;
    const qint64 number = plain(typed).toLongLong(&ok);
    if (!ok)
        return {nullptr, Text{"这里要填整数，例如 35", "a whole number is wanted here, such as 35"}};
    return {static_cast<std::int64_t>(number), std::nullopt};
}

Reading readMoney(const QString& typed) {
    static const QRegularExpression kYuan(QStringLiteral("^(-?)(\\d{1,12})(?:\\.(\\d{1,2}))?元?$"));
    const auto match = kYuan.match(plain(typed));
    if (!match.hasMatch())
        return {nullptr, Text{"这里要填金额，单位为元，最多两位小数，例如 1200.50",
                              "an amount in yuan is wanted here, at most two decimals, such as 1200.50"}};
    const QString cents = match.captured(3).leftJustified(2, QLatin1Char('0'));
    const std::int64_t fen = match.captured(2).toLongLong() * 100 + cents.toLongLong();
    return {match.captured(1).isEmpty() ? fen : -fen, std::nullopt};
}

/// The date of these numbers, if the calendar has it.
std::optional<std::string> realDate(int year, int month, int day) {
    const QString text = QStringLiteral("%1-%2-%3")
                             .arg(year, 4, 10, QLatin1Char('0'))
                             .arg(month, 2, 10, QLatin1Char('0'))
                             .arg(day, 2, 10, QLatin1Char('0'));
    return daysOf(fromQt(text)) ? std::optional(fromQt(text)) : std::nullopt;
}

/// A day without a year is this year's; in January a day of December is the one that was.
std::optional<std::string> dateOfNoYear(int month, int day, const std::string& today) {
    constexpr std::int64_t kHalfAYear = 183;  // days
    const int year = QString::fromStdString(today).left(4).toInt();
    auto date = realDate(year, month, day);
    if (date && *daysOf(*date) - *daysOf(today) > kHalfAYear)
        date = realDate(year - 1, month, day);
    return date;
}

std::optional<std::string> isoDate(const QString& typed, const std::string& today) {
    static const QRegularExpression kParts(
        QStringLiteral("^(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?$"));
    static const QRegularExpression kRun(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
    auto match = kParts.match(typed);
    if (!match.hasMatch())
        match = kRun.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const int month = match.captured(2).toInt(), day = match.captured(3).toInt();
    return match.captured(1).isEmpty() ? dateOfNoYear(month, day, today)
                                       : realDate(match.captured(1).toInt(), month, day);
}

std::optional<std::string> isoTime(const QString& typed) {
    static const QRegularExpression kTime(
        QStringLiteral("^(\\d{1,2})[:时.](\\d{1,2})分?$|^(\\d{2})(\\d{2})$"));
    const auto match = kTime.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const int hour = (match.captured(1) + match.captured(3)).toInt();
    const int minute = (match.captured(2) + match.captured(4)).toInt();
    if (hour > 23 || minute > 59)
        return std::nullopt;
    return fromQt(
        QStringLiteral("%1:%2").arg(hour, 2, 10, QLatin1Char('0')).arg(minute, 2, 10, QLatin1Char('0')));
}

Reading readDate(const QString& typed, const std::string& today) {
    if (const auto date = isoDate(plain(typed), today))
        return {*date, std::nullopt};
    return {nullptr,
            Text{"这里要填真实的日期，例如 2026-03-01", "a real date is wanted here, such as 2026-03-01"}};
}

Reading readTime(const QString& typed) {
    if (const auto time = isoTime(plain(typed)))
        return {*time, std::nullopt};
    return {nullptr, Text{"这里要填时间，例如 14:30", "a time of day is wanted here, such as 14:30"}};
}

Reading readDateTime(const QString& typed, const std::string& today) {
    const QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    static const QRegularExpression kGap(QStringLiteral("[ T]+"));
    const qsizetype gap = text.indexOf(kGap);
    const auto date = isoDate(text.left(gap), today);
    const auto time = gap < 0 ? std::nullopt : isoTime(text.mid(gap + 1).trimmed());
    if (date && time)
        return {*date + "T" + *time, std::nullopt};
    return {nullptr, Text{"这里要填日期和时间，例如 2026-03-01 14:30",
                          "a date and a time are wanted here, such as 2026-03-01 14:30"}};
}

Reading readTags(const QVariant& typed) {
    Json out = Json::array();
    for (const QString& tag : typed.toStringList())
        if (!tag.trimmed().isEmpty())
            out.push_back(fromQt(tag.trimmed()));
    return {out.empty() ? Json(nullptr) : out, std::nullopt};
}

}  // namespace

QVariant handwritten(const Field& field, const Json& value) {
    switch (field.kind) {
        case FieldKind::Boolean:
            return value.is_boolean() ? QVariant(value.get<bool>()) : QVariant();
        case FieldKind::Tags:
        case FieldKind::Attachments: {
            QStringList out;
            if (value.is_array())
                for (const Json& one : value)
                    out << toQt(one.is_string() ? one.get<std::string>() : one.value("name", std::string()));
            return out;
        }
        case FieldKind::Money:
            return value.is_number_integer() ? yuan(value.get<std::int64_t>()) : QString();
        case FieldKind::Integer:
        case FieldKind::Duration:
            return value.is_number_integer() ? QString::number(value.get<std::int64_t>()) : QString();
        case FieldKind::DateTime:
            return value.is_string()
                       ? toQt(value.get<std::string>()).replace(QLatin1Char('T'), QLatin1Char(' '))
                       : QString();
        default:
            return value.is_string() ? toQt(value.get<std::string>()) : QString();
    }
}

Reading read(const Field& field, const QVariant& typed, const std::string& today) {
    if (field.kind == FieldKind::Boolean)
        return {typed.userType() == QMetaType::Bool ? Json(typed.toBool()) : Json(nullptr), std::nullopt};
    if (field.kind == FieldKind::Tags)
        return readTags(typed);
    const QString text = typed.toString();
    if (text.trimmed().isEmpty())
        return {nullptr, std::nullopt};
    switch (field.kind) {
        case FieldKind::Integer:
        case FieldKind::Duration:
            return readInteger(text);
        case FieldKind::Money:
            return readMoney(text);
        case FieldKind::Date:
            return readDate(text, today);
        case FieldKind::Time:
            return readTime(text);
        case FieldKind::DateTime:
            return readDateTime(text, today);
        case FieldKind::IdNumber:
        case FieldKind::CreditCode:
            return {fromQt(plain(text).toUpper()), std::nullopt};
        case FieldKind::Phone:
            return {fromQt(plain(text)), std::nullopt};
        case FieldKind::LongText:
            return {fromQt(text), std::nullopt};
        default:
            return {fromQt(text.trimmed()), std::nullopt};
    }
}

}  // namespace fayi::ui
