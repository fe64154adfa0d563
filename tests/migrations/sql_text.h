// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace fayi::testing {

/// A database as SQL text that makes it again: schema, rows and user_version, one statement a line.
std::string sqlOf(const std::filesystem::path& file);
/// Makes the database that such a text describes.
void makeDatabase(const std::string& sql, const std::filesystem::path& file);

std::string read(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& text);

}  // namespace fayi::testing
