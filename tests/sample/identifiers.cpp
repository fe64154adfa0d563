// SPDX-License-Identifier: Apache-2.0
#include "identifiers.h"

#include <array>
#include <string_view>

#include "fayi/base/clock.h"

namespace fayi::sample {
namespace {

constexpr std::string_view kNobodysArea = "500199";
constexpr std::string_view kCreditDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

std::string digits(Dice& dice, int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += static_cast<char>('0' + dice.between(0, 9));
    return out;
}

/// Check digit of an organisation code (GB 11714): weights 3 7 9 10 5 8 4 2, modulo 11.
char organisationCheck(std::string_view code) {
    static constexpr std::array<int, 8> kWeights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += kWeights[i] * (code[i] - '0');
    const int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check);
}

}  // namespace

std::string residentId(Dice& dice) {
    static constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view kChecks = "10X98765432";
    std::string birth = dateOfDays(dice.between(-9'000, 12'000));  // 1945 to 2002
    std::erase(birth, '-');
    std::string out = std::string(kNobodysArea) + birth + digits(dice, 3);
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += kWeights[i] * (out[i] - '0');
    return out + kChecks[static_cast<std::size_t>(sum % 11)];
}

std::string creditCode(Dice& dice) {
    std::string organisation = digits(dice, 8);
    organisation += organisationCheck(organisation);
    std::string out = "91" + std::string(kNobodysArea) + organisation;
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char c : out) {
        sum += kCreditDigits.find(c) * weight;
        weight = weight * 3 % 31;
    }
    return out + kCreditDigits[(31 - sum % 31) % 31];
}

std::string phone(Dice& dice) {
    return "023-0" + digits(dice, 7);
}

std::string recordId(Dice& dice) {
    return "000000000000" + digits(dice, 1) + "-" + std::to_string(dice.between(1, 9'999));
}

}  // namespace fayi::sample
