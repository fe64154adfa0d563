// SPDX-License-Identifier: Apache-2.0
#include "tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <regex>

namespace fayi::tidy {
namespace {

namespace fs = std::filesystem;

bool isText(const fs::path& path) {
    static constexpr std::array<std::string_view, 12> kEndings = {
        ".cpp", ".h", ".qml", ".js", ".cmake", ".sql", ".txt", ".json", ".md", ".sh", ".ts", ""};
    return std::find(kEndings.begin(), kEndings.end(), path.extension().string()) != kEndings.end();
}

bool isOurs(const fs::path& name) {
    const auto text = name.string();
    return !text.starts_with('.') && !text.starts_with("build") && text != "__pycache__";
}

std::string readAll(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<Source> readTree(const fs::path& root) {
    std::vector<Source> out;
    for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator(); ++it) {
        if (!isOurs(it->path().filename()))
            it.disable_recursion_pending();
        else if (it->is_regular_file() && isText(it->path()))
            out.push_back({it->path().lexically_relative(root).generic_string(), readAll(it->path())});
    }
    std::sort(out.begin(), out.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
    return out;
}

std::vector<std::string> brokenLinks(const Source& page, const fs::path& root) {
    static const std::regex kLink(R"(\]\(([^)#:\s]+)(#[^)]*)?\))");
    std::vector<std::string> out;
    for (std::sregex_iterator it(page.text.begin(), page.text.end(), kLink), end; it != end; ++it) {
        const std::string target = (*it)[1];
        if (!fs::exists(root / fs::path(page.path).parent_path() / target))
            out.push_back(target);
    }
    return out;
}

}  // namespace fayi::tidy
