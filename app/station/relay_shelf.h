// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/ids.h"
#include "fayi/base/result.h"

namespace fayi::station {

/// Bundles of other stations on their way to the hub, and the hub's answers on their way back: sealed files
/// in a folder, each on the disk before anybody is told. Thread safe.
class RelayShelf {
public:
    /// A hundred villages with a bundle a day are carried on for ten days.
    static constexpr std::size_t kMostWaiting = 1000;
    static constexpr std::uintmax_t kMostWaitingBytes = std::uintmax_t{1} << 30;
    /// Answers that nobody fetches make room for newer ones.
    static constexpr std::size_t kMostAnswers = 1000;
    static constexpr std::uintmax_t kMostAnswerBytes = std::uintmax_t{2} << 30;

    static Result<std::unique_ptr<RelayShelf>> open(const std::filesystem::path& folder);

    /// What the hub said to a bundle.
    struct Answer {
        int status = 200;
        Bytes body;  ///< a bundle; of another status a denial as JSON
    };

    /// `id` in hexadecimal. ErrorCode::Full: there is no more room.
    Status take(const std::string& id, const Bytes& bundle);
    bool isWaiting(const std::string& id) const;
    std::optional<Answer> answer(const std::string& id) const;

    /// The one that waits longest; nothing: none does.
    std::optional<std::string> next() const;
    Result<Bytes> read(const std::string& id) const;
    /// The bundle waits no more.
    Status answered(const std::string& id, const Answer& answer);
    std::size_t waiting() const;

private:
    struct Line {
        std::filesystem::path path;
        std::filesystem::file_time_type at;
        std::uintmax_t bytes = 0;
    };
    explicit RelayShelf(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    std::vector<Line> lines(std::string_view ending) const;
    Status makeRoom(std::size_t bytes);

    std::filesystem::path m_folder;
    mutable std::mutex m_mutex;
};

}  // namespace fayi::station
