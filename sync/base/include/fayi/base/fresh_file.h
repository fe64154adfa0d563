// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

#include "fayi/base/result.h"

namespace fayi {

/// A file that bears another name ("….new") until it is whole; gone if it never is.
class FreshFile {
public:
    explicit FreshFile(const std::filesystem::path& name);
    ~FreshFile();
    FreshFile(const FreshFile&) = delete;
    FreshFile& operator=(const FreshFile&) = delete;

    Status write(std::string_view bytes);
    /// No more is written; its name is still the other one.
    Status close();
    const std::filesystem::path& path() const { return m_path; }
    /// Closed and on the disk under its name, in place of one of that name.
    Status keep();

private:
    std::filesystem::path m_name, m_path;
    std::ofstream m_out;
};

}  // namespace fayi
