// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstdio>

#include "fayi/schema/report.h"

namespace fayi::schema {
namespace {

constexpr double kFenIn10000Yuan = 1'000'000.0;

std::string fixed(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

/// A count prints whole; only a sum that is not whole keeps two decimals.
std::string plain(double value) {
    return fixed(value, value == std::floor(value) ? 0 : 2);
}

/// "1400余": rounded down to the step; a value that meets the step, or stays below the first, is printed
/// exactly.
std::string moreThan(double value, std::int64_t step, Language language) {
    const double size = static_cast<double>(step);
    const double floor = std::floor(value / size) * size;
    if (step <= 1 || floor <= 0 || floor == value)
        return plain(value);
    return language == Language::Zh ? plain(floor) + "余" : "more than " + plain(floor);
}

std::string about(double value, const Style& style, Language language) {
    const double size =
        style.decimals > 0 ? std::pow(10.0, -style.decimals) : static_cast<double>(style.step);
    const double near = std::round(value / size) * size;
    const std::string text = style.decimals > 0 ? fixed(near, style.decimals) : plain(near);
    if (std::abs(near - value) < size / 1e6)
        return text;
    return near == 0 ? plain(value) : (language == Language::Zh ? "约" : "about ") + text;
}

std::string joined(const std::vector<double>& parts) {
    std::string text;
    for (const double part : parts)
        text += (text.empty() ? "" : "+") + plain(part);
    return text;
}

}  // namespace

std::string shownAs(const Figure& figure, double value, std::optional<double> denominator, Language language,
                    const std::vector<double>& parts) {
    if (!figure.denominator.empty()) {
        if (!denominator || *denominator == 0)
            return "—";
        const bool percent = figure.style.kind == Style::Kind::Percent;
        return fixed(value / *denominator * (percent ? 100 : 1), percent ? figure.style.decimals : 2);
    }
    const double scaled = figure.style.inTenThousandYuan ? value / kFenIn10000Yuan : value;
    switch (figure.style.kind) {
        case Style::Kind::MoreThan:
            return moreThan(scaled, figure.style.step, language);
        case Style::Kind::About:
            return about(scaled, figure.style, language);
        case Style::Kind::Parts:
            return parts.empty() ? plain(value) : joined(parts);
        case Style::Kind::TenThousandYuan:
            return fixed(value / kFenIn10000Yuan, figure.style.decimals);
        case Style::Kind::Exact:
        case Style::Kind::Percent:
            break;
    }
    return plain(value);
}

}  // namespace fayi::schema
