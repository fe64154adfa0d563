// SPDX-License-Identifier: Apache-2.0
#include "rules.h"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>

namespace fayi::tidy {
namespace {

constexpr std::size_t kCppLines = 600;
constexpr std::size_t kHeaderLines = 250;
constexpr std::size_t kQmlLines = 300;
constexpr std::size_t kFunctionLines = 100;
constexpr std::string_view kReason = "// long: ";

bool saysWhyLong(std::string_view line) {
    const auto at = line.find(kReason);
    return at != std::string_view::npos && line.size() > at + kReason.size();
}

std::optional<std::size_t> lineLimit(std::string_view path) {
    if (path.ends_with(".cpp"))
        return kCppLines;
    if (path.ends_with(".h"))
        return kHeaderLines;
    if (path.ends_with(".qml"))
        return kQmlLines;
    return std::nullopt;
}

/// A definition at the left margin: what opens there is no block of declarations.
bool opensFunction(std::string_view line) {
    if (line.empty() || line.front() == ' ' || line.front() == '}' || line.front() == '/' ||
        line.front() == '#')
        return false;
    static constexpr std::array<std::string_view, 8> kOthers = {
        "namespace", "struct", "class", "enum", "union", "extern", "inline namespace", "template"};
    return line.find('(') != std::string_view::npos &&
           std::none_of(kOthers.begin(), kOthers.end(), [&](auto word) { return line.starts_with(word); });
}

void findWord(const Source& source, std::string_view word, const std::string& message,
              std::vector<Finding>& out) {
    std::size_t number = 0;
    for (const auto line : linesOf(source.text)) {
        ++number;
        if (line.find(word) != std::string_view::npos)
            out.push_back({source.path, number, message});
    }
}

bool isRule(std::string_view path) {
    return isUnder(path, "tests/tidy");
}

}  // namespace

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        out.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return out;
}

bool isUnder(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool isCpp(std::string_view path) {
    return path.ends_with(".cpp") || path.ends_with(".h");
}

std::string_view includedBy(std::string_view line) {
    if (!line.starts_with("#include"))
        return {};
    const auto begin = line.find_first_of("<\"");
    const auto end = line.find_last_of(">\"");
    return begin == std::string_view::npos || end <= begin ? std::string_view()
                                                           : line.substr(begin + 1, end - begin - 1);
}

void checkFileLength(const Source& source, std::vector<Finding>& out) {
    const auto limit = lineLimit(source.path);
    const auto lines = linesOf(source.text);
    if (!limit || lines.size() <= *limit || std::any_of(lines.begin(), lines.end(), saysWhyLong))
        return;
    out.push_back({source.path, 0,
                   std::to_string(lines.size()) + " lines, the limit is " + std::to_string(*limit) +
                       "; divide it, or say why in a line \"// long: reason\""});
}

void checkFunctionLength(const Source& source, std::vector<Finding>& out) {
    if (!isCpp(source.path))
        return;
    std::size_t number = 0;
    std::size_t begin = 0;  // the line a function begins at; 0 between functions
    bool inHead = false;    // the signature may take several lines; a declaration ends there
    bool reason = false;
    for (const auto line : linesOf(source.text)) {
        ++number;
        if (begin == 0 && opensFunction(line)) {
            begin = number;
            inHead = true;
            reason = false;
        }
        if (begin == 0)
            continue;
        reason = reason || saysWhyLong(line);
        if (inHead) {
            inHead = !line.ends_with("{");
            if (inHead && (line.ends_with(";") || line.ends_with("}")))
                begin = 0;
        } else if (line.starts_with("}")) {
            if (number - begin > kFunctionLines && !reason)
                out.push_back(
                    {source.path, begin, "a function of " + std::to_string(number - begin) + " lines"});
            begin = 0;
        }
    }
}

void checkColours(const Source& source, std::vector<Finding>& out) {
    const bool isScreen =
        source.path.ends_with(".qml") || (isCpp(source.path) && isUnder(source.path, "app/ui"));
    if (!isScreen || isUnder(source.path, "qml/Theme") || isUnder(source.path, "tests"))
        return;
    static const std::regex kLiteral(
        R"re("#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"|\bQt\.(rgba|hsla|hsva|lighter|darker|tint)\(|QColor\()re"
        R"re(|[cC]olor: *"(?!transparent")[a-z]+")re");
    std::size_t number = 0;
    for (const auto line : linesOf(source.text)) {
        ++number;
        if (std::regex_search(line.begin(), line.end(), kLiteral))
            out.push_back({source.path, number, "a colour outside qml/Theme; give it a role there"});
    }
}

void checkContextProperties(const Source& source, std::vector<Finding>& out) {
    if (!isRule(source.path))
        findWord(source, "setContextProperty", "QML sees registered types, not context properties", out);
}

void checkLicence(const Source& source, std::vector<Finding>& out) {
    static constexpr std::array<std::string_view, 7> kEndings = {".cpp",   ".h",   ".qml",          ".js",
                                                                 ".cmake", ".sql", "CMakeLists.txt"};
    const auto& path = source.path;
    const auto lines = linesOf(source.text);
    const bool isScript = !lines.empty() && lines.front().starts_with("#!");
    if (!isScript &&
        std::none_of(kEndings.begin(), kEndings.end(), [&](auto ending) { return path.ends_with(ending); }))
        return;
    const std::size_t at = isScript ? 1 : 0;
    if (lines.size() <= at || lines[at].find("SPDX-License-Identifier: Apache-2.0") == std::string_view::npos)
        out.push_back({path, at + 1, "no SPDX line on top"});
}

void checkUnfinished(const Source& source, std::vector<Finding>& out) {
    if (isRule(source.path))
        return;
    for (const auto word : {"TODO", "FIXME", "HACK:"})
        findWord(source, word, std::string(word) + ": finish it, or put it into words as a limit", out);
}

void checkMachinePaths(const Source& source, std::vector<Finding>& out) {
    if (isRule(source.path))
        return;
    // Put together here, so that these lines do not name them either.
    static const std::string kElsewhere[] = {std::string("/wo") + "rk/", std::string("../sha") + "red",
                                             "/home/", "/root/"};
    for (const std::string& word : kElsewhere)
        findWord(source, word, "names a path of one machine", out);
}

void checkPragmaOnce(const Source& source, std::vector<Finding>& out) {
    if (source.path.ends_with(".h") && source.text.find("#pragma once\n") == std::string::npos)
        out.push_back({source.path, 0, "a header without #pragma once"});
}

const std::vector<Rule>& rules() {
    static const std::vector<Rule> kRules = {
        {"walls", checkWalls},
        {"libraries", checkLibraries},
        {"sql", checkSql},
        {"clocks", checkClocks},
        {"file length", checkFileLength},
        {"function length", checkFunctionLength},
        {"colours", checkColours},
        {"context properties", checkContextProperties},
        {"licence", checkLicence},
        {"unfinished", checkUnfinished},
        {"machine paths", checkMachinePaths},
        {"pragma once", checkPragmaOnce},
    };
    return kRules;
}

}  // namespace fayi::tidy
