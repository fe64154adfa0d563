// SPDX-License-Identifier: Apache-2.0
#include "fayi/sheets/archive.h"

#include <zip.h>

#include <array>
#include <fstream>

namespace fayi::sheets {
namespace {

constexpr std::size_t kReadBytes = 64u << 10;

Error notZip(const std::string& why) {
    return {ErrorCode::Usage,
            {"不是可读的 .xlsx 文件（" + why + "）", "this is no .xlsx file that can be read (" + why + ")"}};
}

Error tooLarge() {
    return {ErrorCode::Usage,
            {"文件展开后过大，请分成几个文件", "the file is too large when unpacked; divide it"}};
}

}  // namespace

struct Archive::Open {
    std::string bytes;
    zip_t* handle = nullptr;
    std::size_t read = 0;

    Open() = default;
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    ~Open() {
        if (handle != nullptr)
            zip_discard(handle);
    }
};

Archive::Archive(std::unique_ptr<Open> open) : m_open(std::move(open)) {}
Archive::Archive(Archive&& other) noexcept = default;
Archive& Archive::operator=(Archive&& other) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(const std::filesystem::path& file) {
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    std::ifstream in(file, std::ios::binary);
    if (failure || !in)
        return Error{ErrorCode::Usage, {"无法打开文件 " + file.string(), "cannot open " + file.string()}};
    if (size > kMostFileBytes)
        return tooLarge();
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return fromBytes(std::move(bytes));
}

Result<Archive> Archive::fromBytes(std::string bytes) {
    if (bytes.size() > kMostFileBytes)
        return tooLarge();
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))  // an OLE compound file: .xls, or .xlsx with a password
        return Error{ErrorCode::Usage,
                     {"这是旧格式（.xls）或加了密码的表格，请另存为不加密的 .xlsx",
                      "this is an old .xls or is locked by a password; save it as .xlsx without one"}};
    auto open = std::make_unique<Open>();
    open->bytes = std::move(bytes);
    zip_error_t trouble;
    zip_error_init(&trouble);
    zip_source_t* source = zip_source_buffer_create(open->bytes.data(), open->bytes.size(), 0, &trouble);
    if (source != nullptr)
        open->handle = zip_open_from_source(source, ZIP_RDONLY, &trouble);
    const std::string why = zip_error_strerror(&trouble);
    zip_error_fini(&trouble);
    if (open->handle == nullptr) {
        zip_source_free(source);
        return notZip(why);
    }
    if (zip_get_num_entries(open->handle, 0) > static_cast<zip_int64_t>(kMostEntries))
        return tooLarge();
    return Archive(std::move(open));
}

Result<std::optional<std::string>> Archive::part(const std::string& name) {
    const zip_int64_t index = zip_name_locate(m_open->handle, name.c_str(), ZIP_FL_NOCASE);
    if (index < 0)
        return std::optional<std::string>();
    zip_stat_t stat;
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_stat_index(m_open->handle, at, 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0 &&
        stat.size > kMostPartBytes)
        return tooLarge();
    zip_file_t* file = zip_fopen_index(m_open->handle, at, 0);
    if (file == nullptr)
        return notZip(zip_strerror(m_open->handle));
    std::string out;
    std::array<char, kReadBytes> piece{};
    zip_int64_t count = 0;
    while ((count = zip_fread(file, piece.data(), piece.size())) > 0) {
        out.append(piece.data(), static_cast<std::size_t>(count));
        if (out.size() > kMostPartBytes || out.size() + m_open->read > kMostTotalBytes)
            break;
    }
    const std::string why = zip_file_strerror(file);
    zip_fclose(file);
    if (count < 0)
        return notZip(why);
    if (count > 0)
        return tooLarge();
    m_open->read += out.size();
    return std::optional(std::move(out));
}

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

bool addParts(zip_t* archive, const Parts& parts, Millis made) {
    for (const auto& [name, bytes] : parts) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t index =
            source == nullptr ? -1 : zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return false;
        }
        zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index),
                           static_cast<time_t>(made.count() / 1000), 0);
    }
    return true;
}

/// All that lies in a source that an archive was written to; nothing: it cannot be read.
std::optional<std::string> contentOf(zip_source_t* source) {
    if (zip_source_open(source) != 0)
        return std::nullopt;
    std::string out;
    std::array<char, kReadBytes> piece{};
    zip_int64_t count = 0;
    while ((count = zip_source_read(source, piece.data(), piece.size())) > 0)
        out.append(piece.data(), static_cast<std::size_t>(count));
    zip_source_close(source);
    return count < 0 ? std::nullopt : std::optional(std::move(out));
}

}  // namespace

Result<std::string> packArchive(const Parts& parts, Millis made) {
    const auto failed = [](const std::string& why) {
        return Error{ErrorCode::Internal, {"无法打包文件：" + why, "the file cannot be packed: " + why}};
    };
    zip_error_t trouble;
    zip_error_init(&trouble);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &trouble);
    zip_t* archive =
        target == nullptr ? nullptr : zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &trouble);
    const std::string why = zip_error_strerror(&trouble);
    zip_error_fini(&trouble);
    if (archive == nullptr) {
        zip_source_free(target);
        return failed(why);
    }
    zip_source_keep(target);  // the archive lets go of it when it closes
    const std::shared_ptr<zip_source_t> kept(target, zip_source_free);
    if (!addParts(archive, parts, made) || zip_close(archive) != 0) {
        const std::string said = zip_strerror(archive);
        zip_discard(archive);
        return failed(said);
    }
    auto bytes = contentOf(target);
    if (!bytes)
        return failed(zip_error_strerror(zip_source_error(target)));
    return std::move(*bytes);
}

}  // namespace fayi::sheets
