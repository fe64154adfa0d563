// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "fayi/base/result.h"

namespace fayi::office {

/// A file that comes into being whole or not at all: written beside its place, then given its name. What was
/// not kept is removed.
class NewFile {
public:
    /// ErrorCode::Usage: the file is there already, or its folder is not.
    static Result<NewFile> at(const std::filesystem::path& file);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    /// Where to write; only its owner can read it.
    const std::filesystem::path& draft() const { return m_draft; }
    /// Of what was written, hexadecimal.
    Result<std::string> sha256() const;
    /// Gives it its name.
    Status keep();

private:
    NewFile(std::filesystem::path file, std::filesystem::path draft)
        : m_file(std::move(file)), m_draft(std::move(draft)) {}
    std::filesystem::path m_file, m_draft;
    bool m_open = true;
};

}  // namespace fayi::office
