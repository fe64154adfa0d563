// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/parse.h"

#include <algorithm>
#include <fstream>

#include "fayi/base/limits.h"

namespace fayi::station {
namespace {

/// The byte at which nesting gets too deep, from 0; nothing if it never does.
std::optional<std::size_t> tooDeepAt(std::string_view text) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            ++depth;
        else if (!quoted && (c == '}' || c == ']') && depth > 0)
            --depth;
        if (depth > limits::kValueDepth)
            return i;
    }
    return std::nullopt;
}

Error at(std::string_view text, std::size_t byte, const Text& reason) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const std::size_t line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const std::size_t column = 1 + lengthOf(before.substr(start));
    return {ErrorCode::Usage,
            format({"JSON 第 {0} 行第 {1} 列：" + reason.zh, "JSON, line {0}, column {1}: " + reason.en},
                   {std::to_string(line), std::to_string(column)})};
}

}  // namespace

Result<Json> parseJson(std::string_view text) {
    if (!isUtf8(text))
        return Error{ErrorCode::Usage, {"内容不是 UTF-8 文字", "this is not UTF-8 text"}};
    if (const auto deep = tooDeepAt(text))
        return at(text, *deep, {"嵌套过深", "nested too deeply"});
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& failure) {
        return at(text, failure.byte == 0 ? 0 : failure.byte - 1, {"语法有误", "wrong syntax"});
    } catch (const Json::exception&) {
        return at(text, 0, {"含有无法表示的数字", "a number that cannot be represented"});
    }
}

Result<std::string> readSmallFile(const std::filesystem::path& file, std::size_t most) {
    std::error_code failure;
    std::ifstream in(file, std::ios::binary);
    if (std::filesystem::is_directory(file, failure) || !in)
        return Error{ErrorCode::Usage, {"无法打开文件 " + file.string(), "cannot open " + file.string()}};
    std::string out(most + 1, '\0');
    in.read(out.data(), static_cast<std::streamsize>(out.size()));
    out.resize(static_cast<std::size_t>(in.gcount()));
    if (out.size() > most)
        return Error{ErrorCode::Usage,
                     {"文件过大：" + file.string(), "the file is too large: " + file.string()}};
    return out;
}

}  // namespace fayi::station
