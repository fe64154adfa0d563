// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>

#include "fayi/sheets/writer.h"

namespace fayi::sheets {
namespace {

std::string yuan(std::int64_t fen) {
    const std::uint64_t size =
        fen < 0 ? 0 - static_cast<std::uint64_t>(fen) : static_cast<std::uint64_t>(fen);
    const std::string cents = std::to_string(size % 100);
    return (fen < 0 ? "-" : "") + std::to_string(size / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

std::string shortest(double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.15g", number);
    return text.data();
}

}  // namespace

std::string plainText(const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::Empty:
            return {};
        case Cell::Kind::Whole:
            return std::to_string(cell.whole);
        case Cell::Kind::Real:
            return shortest(cell.real);
        case Cell::Kind::Fen:
            return yuan(cell.whole);
        case Cell::Kind::DateTime: {
            std::string text = cell.text;
            std::ranges::replace(text, 'T', ' ');
            return text;
        }
        case Cell::Kind::Text:
        case Cell::Kind::Date:
        case Cell::Kind::Time:
            break;
    }
    return cell.text;
}

}  // namespace fayi::sheets
