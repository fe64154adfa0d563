// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell.h"

/// What people read without --json: short aligned lines. Not a public interface.
namespace fayi::cli {

/// A table: every column as wide as its widest cell; a Chinese character takes two places.
void printTable(const std::vector<std::vector<std::string>>& rows);
void printRecord(const Shell& shell, const station::Record& record);
/// One line of a list.
std::vector<std::string> rowOf(const Shell& shell, const station::Record& record);
/// A value of a register as people read it.
std::string valueText(const Shell& shell, const std::string& type, const std::string& path,
                      const Json& value);
/// Without its line breaks.
std::string oneLine(std::string text);
/// "2026-03-01 08:30"
std::string timeText(HybridTime time);
/// The word of the product's own states: draft, waiting, verified, ….
std::string wordText(const Shell& shell, const std::string& word);

/// The record as JSON with --json, for people otherwise.
void show(const Shell& shell, const station::Record& record);
/// Says on standard error what a save should make one think of: it is saved all the same.
void warn(const Shell& shell, const station::Record& record);

}  // namespace fayi::cli
