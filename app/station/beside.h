// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

/// Folders that lie beside a data folder, under its name with something after it.
namespace fayi::station {

/// The same folder without the slash at its end, which would make what is beside it something in it.
inline std::filesystem::path plainFolder(const std::filesystem::path& folder) {
    std::filesystem::path out = folder.lexically_normal();
    return out.has_filename() ? out : out.parent_path();
}

/// A name beside it that nothing has yet: with a number behind where something has, up to kMostNames of them.
inline constexpr int kMostNames = 1'000;
inline std::filesystem::path freeNameBeside(const std::filesystem::path& folder, const std::string& ending) {
    const std::string name = plainFolder(folder).string() + ending;
    std::filesystem::path out = name;
    std::error_code failure;
    const auto taken = [&] {
        return std::filesystem::symlink_status(out, failure).type() != std::filesystem::file_type::not_found;
    };
    for (int next = 2; next <= kMostNames && taken(); ++next)
        out = name + "-" + std::to_string(next);
    return out;
}

}  // namespace fayi::station
