// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/fresh_file.h"

#include <cerrno>

#include "fayi/base/files.h"

namespace fayi {
namespace {

Status written(const std::ofstream& out, const std::filesystem::path& name) {
    if (out)
        return {};
    return Error{errno == ENOSPC ? ErrorCode::Full : ErrorCode::Io,
                 {"无法写入 " + name.string(), "cannot write " + name.string()}};
}

}  // namespace

FreshFile::FreshFile(const std::filesystem::path& name)
    : m_name(name), m_path(name.string() + ".new"), m_out(m_path, std::ios::binary | std::ios::trunc) {}

FreshFile::~FreshFile() {
    std::error_code failure;
    std::filesystem::remove(m_path, failure);
}

Status FreshFile::write(std::string_view bytes) {
    m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return written(m_out, m_name);
}

Status FreshFile::close() {
    if (m_out.is_open())
        m_out.close();
    return written(m_out, m_name);
}

Status FreshFile::keep() {
    FAYI_TRY(close());
    return putInPlace(m_path, m_name);
}

}  // namespace fayi
