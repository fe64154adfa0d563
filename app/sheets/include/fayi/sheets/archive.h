// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"

namespace fayi::sheets {

/// A zip archive that somebody else made, read into memory part by part, each bound looked at before and
/// while it unpacks.
class Archive {
public:
    static constexpr std::size_t kMostFileBytes = 64u << 20;    ///< packed: 100,000 rows take 10 MB
    static constexpr std::size_t kMostPartBytes = 96u << 20;    ///< unpacked: 100,000 rows of 20 columns
    static constexpr std::size_t kMostTotalBytes = 192u << 20;  ///< of all parts that are read
    static constexpr std::size_t kMostEntries = 4096;

    /// ErrorCode::Usage: no zip archive, or past a bound.
    static Result<Archive> open(const std::filesystem::path& file);
    static Result<Archive> fromBytes(std::string bytes);
    Archive(Archive&& other) noexcept;
    Archive& operator=(Archive&& other) noexcept;
    ~Archive();

    /// The content of an entry; nothing: there is none of that name. ErrorCode::Usage: damaged, encrypted or
    /// too large.
    Result<std::optional<std::string>> part(const std::string& name);

private:
    struct Open;
    explicit Archive(std::unique_ptr<Open> open);
    std::unique_ptr<Open> m_open;
};

/// A new archive: the parts in this order, deflated. Equal parts of one time give the same bytes.
Result<std::string> packArchive(const std::vector<std::pair<std::string, std::string>>& parts, Millis made);

}  // namespace fayi::sheets
