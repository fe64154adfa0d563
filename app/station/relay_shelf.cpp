// SPDX-License-Identifier: Apache-2.0
#include "relay_shelf.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "fayi/base/fresh_file.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBundle = ".bundle", kAnswer = ".answer";

Error full() {
    return {ErrorCode::Full,
            {"代转处存放的数据包已满，请先让它连上区县",
             "the relay has no room for more bundles; it has to reach the hub first"}};
}

std::string contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Status put(const fs::path& path, std::string_view head, std::string_view body) {
    FreshFile file(path);
    FAYI_TRY(file.write(head));
    FAYI_TRY(file.write(body));
    return file.keep();
}

}  // namespace

Result<std::unique_ptr<RelayShelf>> RelayShelf::open(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        return Error{ErrorCode::Io,
                     {"无法建立文件夹 " + folder.string(), "cannot make the folder " + folder.string()}};
    return std::unique_ptr<RelayShelf>(new RelayShelf(folder));
}

std::vector<RelayShelf::Line> RelayShelf::lines(std::string_view ending) const {
    std::vector<Line> out;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(m_folder, failure))
        if (entry.path().extension() == ending)
            out.push_back({entry.path(), entry.last_write_time(failure), entry.file_size(failure)});
    std::ranges::sort(out, {}, [](const Line& line) { return std::pair(line.at, line.path); });
    return out;
}

Status RelayShelf::take(const std::string& id, const Bytes& bundle) {
    const std::lock_guard lock(m_mutex);
    const std::vector<Line> waiting = lines(kBundle);
    std::uintmax_t bytes = bundle.size();
    for (const Line& line : waiting)
        bytes += line.bytes;
    if (waiting.size() >= kMostWaiting || bytes > kMostWaitingBytes)
        return full();
    return put(m_folder / (id + std::string(kBundle)), {}, bundle);
}

bool RelayShelf::isWaiting(const std::string& id) const {
    std::error_code failure;
    return fs::exists(m_folder / (id + std::string(kBundle)), failure);
}

/// A status and a line feed stand before the body.
std::optional<RelayShelf::Answer> RelayShelf::answer(const std::string& id) const {
    const std::lock_guard lock(m_mutex);
    const std::string text = contentOf(m_folder / (id + std::string(kAnswer)));
    const std::size_t line = text.find('\n');
    Answer out;
    if (line == std::string::npos ||
        std::from_chars(text.data(), text.data() + line, out.status).ec != std::errc())
        return std::nullopt;
    out.body = text.substr(line + 1);
    return out;
}

std::optional<std::string> RelayShelf::next() const {
    const std::lock_guard lock(m_mutex);
    const std::vector<Line> waiting = lines(kBundle);
    return waiting.empty() ? std::nullopt : std::optional(waiting.front().path.stem().string());
}

Result<Bytes> RelayShelf::read(const std::string& id) const {
    const std::lock_guard lock(m_mutex);
    Bytes out = contentOf(m_folder / (id + std::string(kBundle)));
    if (out.empty())
        return Error{ErrorCode::Io, {"无法读取代转的数据包", "cannot read a bundle that waits"}};
    return out;
}

Status RelayShelf::makeRoom(std::size_t bytes) {
    std::vector<Line> answers = lines(kAnswer);
    std::uintmax_t all = bytes;
    for (const Line& line : answers)
        all += line.bytes;
    std::error_code failure;
    for (auto oldest = answers.begin();
         oldest != answers.end() &&
         (answers.end() - oldest >= static_cast<std::ptrdiff_t>(kMostAnswers) || all > kMostAnswerBytes);
         ++oldest) {
        fs::remove(oldest->path, failure);
        all -= oldest->bytes;
    }
    return {};
}

Status RelayShelf::answered(const std::string& id, const Answer& answer) {
    const std::lock_guard lock(m_mutex);
    FAYI_TRY(makeRoom(answer.body.size()));
    FAYI_TRY(put(m_folder / (id + std::string(kAnswer)), std::to_string(answer.status) + "\n", answer.body));
    std::error_code failure;
    fs::remove(m_folder / (id + std::string(kBundle)), failure);
    return {};
}

std::size_t RelayShelf::waiting() const {
    const std::lock_guard lock(m_mutex);
    return lines(kBundle).size();
}

}  // namespace fayi::station
