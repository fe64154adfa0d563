// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace fayi::schema {

/// Capital numerals of an amount as written on receipts (人民币大写): 123450 fen is 壹仟贰佰叁拾肆元伍角整.
/// Empty below zero and from ten to the sixteenth yuan on, where nobody writes them.
std::string capitalAmount(std::int64_t fen);

/// A small number in the numerals of headings: 1 is 一, 12 is 十二, 105 is 一百零五. From 1000 on, and below
/// one, in digits.
std::string chineseCount(std::int64_t number);

}  // namespace fayi::schema
