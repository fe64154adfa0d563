// SPDX-License-Identifier: Apache-2.0
#include "new_file.h"

#include <array>
#include <fstream>

#include "fayi/base/crypto.h"

namespace fayi::office {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReadBytes = 64u << 10;

}  // namespace

Result<NewFile> NewFile::at(const fs::path& file) {
    std::error_code failure;
    if (fs::exists(file, failure))
        return Error{ErrorCode::Usage,
                     {"文件已存在，不会覆盖：" + file.string(),
                      "the file exists and is not overwritten: " + file.string()}};
    const fs::path folder = fs::absolute(file, failure).parent_path();
    if (!fs::is_directory(folder, failure))
        return Error{ErrorCode::Usage,
                     {"没有这个文件夹：" + folder.string(), "there is no folder " + folder.string()}};
    NewFile out(file, fs::path(file.string() + ".part"));
    std::ofstream made(out.m_draft, std::ios::binary | std::ios::trunc);
    if (!made)
        return Error{
            ErrorCode::Io,
            {"无法写到文件夹 " + folder.string(), "cannot write into the folder " + folder.string()}};
    fs::permissions(out.m_draft, fs::perms::owner_read | fs::perms::owner_write, failure);
    return out;
}

NewFile::NewFile(NewFile&& other) noexcept
    : m_file(std::move(other.m_file)),
      m_draft(std::move(other.m_draft)),
      m_open(std::exchange(other.m_open, false)) {}

NewFile::~NewFile() {
    std::error_code failure;
    if (m_open)
        fs::remove(m_draft, failure);
}

Result<std::string> NewFile::sha256() const {
    std::ifstream in(m_draft, std::ios::binary);
    Sha256 hash;
    std::array<char, kReadBytes> piece{};
    while (in.read(piece.data(), piece.size()) || in.gcount() > 0)
        hash.add({piece.data(), static_cast<std::size_t>(in.gcount())});
    if (!in.eof())
        return Error{ErrorCode::Io, {"无法读回 " + m_draft.string(), "cannot read back " + m_draft.string()}};
    return toHex(hash.finish());
}

Status NewFile::keep() {
    std::error_code failure;
    fs::rename(m_draft, m_file, failure);
    if (failure)
        return Error{ErrorCode::Io,
                     {"无法写文件 " + m_file.string() + "：" + failure.message(),
                      "cannot write " + m_file.string() + ": " + failure.message()}};
    m_open = false;
    return {};
}

}  // namespace fayi::office
