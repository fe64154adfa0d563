// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/clock.h"
#include "fayi/schema/check.h"

namespace fayi::schema {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // GB 32100: no I O S V Z

bool allDigits(std::string_view text) {
    return text.find_first_not_of(kDigits) == std::string_view::npos;
}

bool bornOn(std::string_view year, std::string_view monthDay) {
    std::string date(year);
    date.append("-").append(monthDay.substr(0, 2)).append("-").append(monthDay.substr(2));
    return daysOf(date).has_value();
}

/// GB 11714: the organisation code in places 9 to 17 of a credit code, its last character the check.
bool isOrganisationCode(std::string_view code) {
    constexpr int kWeights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        const char c = code[i];
        const int value = c <= '9' ? c - '0' : c - 'A' + 10;
        sum += value * kWeights[i];
    }
    const int check = 11 - sum % 11;
    const char expected = check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check);
    return code[8] == expected;
}

}  // namespace

bool isResidentId(std::string_view text) {
    if (text.size() == 15)
        return allDigits(text) && bornOn("19" + std::string(text.substr(6, 2)), text.substr(8, 4));
    if (text.size() != 18 || !allDigits(text.substr(0, 17)) || !bornOn(text.substr(6, 4), text.substr(10, 4)))
        return false;
    constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i)
        sum += (text[i] - '0') * kWeights[i];
    const char last = text[17] == 'x' ? 'X' : text[17];
    return last == std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)];
}

bool isCreditCode(std::string_view text) {
    if (text.size() != 18)
        return false;
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (std::size_t i = 0; i < 17; ++i) {
        const std::size_t value = kCreditAlphabet.find(text[i]);
        if (value == std::string_view::npos)
            return false;
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return text[17] == kCreditAlphabet[(31 - sum % 31) % 31] && isOrganisationCode(text.substr(8, 9));
}

}  // namespace fayi::schema
