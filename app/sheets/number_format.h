// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace fayi::sheets {

/// What a number format makes of a number.
enum class Shape { Number, Date, Time, DateTime };

/// Of the formats that every program knows by number (ECMA-376 part 1, 18.8.30, those of Chinese programs
/// included).
Shape shapeOfBuiltIn(unsigned id);
/// Of a format code such as yyyy"年"m"月"d"日" or [$-804]h:mm.
Shape shapeOfCode(std::string_view code);

/// The text of a number in a cell of that shape: "1200", "2026-03-01", "14:30", "2026-03-01 14:30". Days
/// count from 1900 or 1904. What is no number stays as it is.
std::string numberText(std::string_view number, Shape shape, bool from1904);

}  // namespace fayi::sheets
