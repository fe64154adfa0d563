// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <vector>

#include "fayi/base/ids.h"
#include "fayi/base/result.h"

/// One file over several sticks: FILE, FILE.2, FILE.3, … Each part says of what it is a part and which one,
/// and is checked by itself, so that a bad copy is found where it lies.
namespace fayi {

/// Most parts of one file: a hundred sticks are carried by nobody.
inline constexpr std::uint64_t kMostParts = 99;
/// No part is smaller: its own head would weigh more.
inline constexpr std::uint64_t kLeastPartBytes = 1024;

/// The name of part `number`, from 1.
std::filesystem::path partName(const std::filesystem::path& file, std::uint64_t number);

/// Divides a finished file `whole` into parts of at most `most` bytes each under the name `file`, and removes
/// it; with one part (or `most` 0) it only takes the name. `id` (16 bytes) says that parts belong together.
/// `told` is called with the number of each part that lies on the disk. Answers how many there are.
Result<std::uint64_t> putParts(const std::filesystem::path& whole, const std::filesystem::path& file,
                               const Bytes& id, std::uint64_t most,
                               const std::function<void(std::uint64_t, std::uint64_t)>& told);

/// A file, or all parts of one, read from the beginning to the end.
class PartsReader {
public:
    /// `files`: one of the parts or several; the others are looked for beside the first. Every part is
    /// checked before anything is read. ErrorCode::NotFound: there is no such file, or a part is missing;
    /// Validation: a part is cut short, altered, or of something else.
    static Result<PartsReader> open(const std::vector<std::filesystem::path>& files);

    /// The next bytes, at most `most`; fewer only at the end.
    Result<Bytes> read(std::size_t most);
    std::uint64_t bytes() const { return m_bytes; }
    std::size_t parts() const { return m_files.size(); }

private:
    struct Part {
        std::filesystem::path path;
        std::uint64_t from = 0;  ///< where its content begins
    };
    Status next();

    std::vector<Part> m_files;
    std::size_t m_at = 0;
    std::uint64_t m_bytes = 0;
    std::ifstream m_in;
};

/// The same as a function that gives the next bytes.
Result<std::function<Result<Bytes>(std::size_t)>> readingParts(
    const std::vector<std::filesystem::path>& files);

}  // namespace fayi
