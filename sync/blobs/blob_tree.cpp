// SPDX-License-Identifier: Apache-2.0
#include "fayi/blobs/blob_tree.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>

#include "fayi/base/crypto.h"
#include "fayi/base/files.h"

namespace fayi::blobs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameLength = 2 * kHashBytes;
constexpr std::size_t kPiece = 1u << 20;
constexpr const char* kUnfinished = "unfinished";
/// Begins the keys of files that are being taken in: their names are not known before their end.
constexpr std::string_view kNew = "new-";

std::string asideOf(std::string_view name) {
    return "gone-" + std::string(name);
}

/// Reads a file from its beginning in pieces.
Result<std::uint64_t> eachPiece(const fs::path& file, const std::function<Status(std::string_view)>& visit) {
    std::uint64_t at = 0;
    for (;;) {
        FAYI_LET(piece, readAt(file, at, kPiece));
        if (piece.empty())
            return at;
        FAYI_TRY(visit(piece));
        at += piece.size();
    }
}

Status statusOf(const Result<std::uint64_t>& result) {
    return result ? Status() : Status(result.error());
}

Result<std::string> nameOf(const fs::path& file) {
    Sha256 hash;
    FAYI_TRY(eachPiece(file, [&](std::string_view piece) -> Status {
        hash.add(piece);
        return {};
    }));
    return toHex(hash.finish());
}

/// A file of its own in the folder, locked while it lives: nobody sweeps it away meanwhile. Gone with it.
class NewFile {
public:
    explicit NewFile(const fs::path& folder) {
        std::string pattern = (folder / (std::string(kNew) + "XXXXXX")).string();
        m_number = ::mkostemp(pattern.data(), O_CLOEXEC);
        if (m_number >= 0)
            ::flock(m_number, LOCK_EX);
        m_path = pattern;
    }
    ~NewFile() {
        if (m_number < 0)
            return;
        std::error_code ignored;
        fs::remove(m_path, ignored);
        ::close(m_number);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    bool isOpen() const { return m_number >= 0; }
    const fs::path& path() const { return m_path; }

private:
    int m_number = -1;
    fs::path m_path;
};

/// True if somebody is still writing it.
bool isBeingTakenIn(const fs::path& file) {
    const int number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0)
        return false;
    const bool taken = ::flock(number, LOCK_EX | LOCK_NB) != 0;
    ::close(number);
    return taken;
}

Error tooLarge(std::uint64_t most) {
    const std::string mb = std::to_string(most >> 20);
    return {ErrorCode::Validation,
            {"文件过大：附件最大 " + mb + " MB",
             "the file is too large: an attachment has " + mb + " MB at most"}};
}

Error cannotKeep(const fs::path& folder) {
    return {ErrorCode::Io,
            {"无法在文件夹中写入：" + folder.string(), "cannot write into the folder " + folder.string()}};
}

}  // namespace

bool isBlobName(std::string_view text) {
    return text.size() == kNameLength && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

fs::path BlobTree::fileOf(std::string_view name) const {
    return m_folder / name.substr(0, 2) / name.substr(std::min<std::size_t>(2, name.size()));
}

fs::path BlobTree::unfinishedFile(std::string_view key) const {
    return m_folder / kUnfinished / key;
}

std::optional<std::uint64_t> BlobTree::sizeOf(std::string_view name) const {
    std::error_code failure;
    const auto size = fs::file_size(fileOf(name), failure);
    return failure ? std::nullopt : std::optional<std::uint64_t>(size);
}

Result<Bytes> BlobTree::read(std::string_view name, std::uint64_t first, std::size_t count) const {
    return readAt(fileOf(name), first, count);
}

Result<bool> BlobTree::isSound(std::string_view name) const {
    FAYI_LET(really, nameOf(fileOf(name)));
    return really == name;
}

Status BlobTree::keep(const fs::path& finished, std::string_view name) const {
    const fs::path file = fileOf(name);
    FAYI_TRY(makeFolder(file.parent_path()));
    return putInPlace(finished, file);
}

Result<TakenIn> BlobTree::takeIn(const fs::path& source, std::uint64_t most) const {
    FAYI_TRY(makeFolder(m_folder / kUnfinished));
    const NewFile copy(m_folder / kUnfinished);
    if (!copy.isOpen())
        return cannotKeep(m_folder / kUnfinished);
    TakenIn out;
    Sha256 hash;
    FAYI_LET(bytes, eachPiece(source, [&](std::string_view piece) -> Status {
                 if (out.bytes + piece.size() > most)
                     return tooLarge(most);
                 FAYI_TRY(writeAt(copy.path(), out.bytes, piece));
                 hash.add(piece);
                 out.bytes += piece.size();
                 return {};
             }));
    out.bytes = bytes;
    out.name = toHex(hash.finish());
    out.wasThere = sizeOf(out.name) == out.bytes;
    if (!out.wasThere)
        FAYI_TRY(keep(copy.path(), out.name));
    return out;
}

Result<TakenIn> BlobTree::takeIn(std::string_view content) const {
    FAYI_TRY(makeFolder(m_folder / kUnfinished));
    TakenIn out{toHex(sha256(content)), content.size(), false};
    out.wasThere = sizeOf(out.name) == out.bytes;
    if (out.wasThere)
        return out;
    const NewFile copy(m_folder / kUnfinished);
    if (!copy.isOpen())
        return cannotKeep(m_folder / kUnfinished);
    FAYI_TRY(writeAt(copy.path(), 0, content));
    FAYI_TRY(keep(copy.path(), out.name));
    return out;
}

Status BlobTree::copyOut(std::string_view name, const fs::path& file) const {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code failure;
    if (!fs::is_directory(folder, failure))
        return Error{ErrorCode::Usage,
                     {"没有这个文件夹：" + folder.string(), "there is no folder " + folder.string()}};
    const NewFile copy(folder);
    if (!copy.isOpen())
        return cannotKeep(folder);
    Sha256 hash;
    std::uint64_t at = 0;
    const Status copied = statusOf(eachPiece(fileOf(name), [&](std::string_view piece) -> Status {
        hash.add(piece);
        FAYI_TRY(writeAt(copy.path(), at, piece));
        at += piece.size();
        return {};
    }));
    if (!copied)
        return copied;
    if (toHex(hash.finish()) != name)
        return Error{
            ErrorCode::Damaged,
            {"附件文件已损坏：" + std::string(name), "the attachment is damaged: " + std::string(name)}};
    return putInPlace(copy.path(), file);
}

Status BlobTree::append(std::string_view key, std::uint64_t at, std::string_view bytes) const {
    const fs::path file = unfinishedFile(key);
    std::error_code failure;
    const bool fresh = !fs::exists(file, failure);
    if (fresh)
        FAYI_TRY(makeFolder(file.parent_path()));
    FAYI_TRY(writeAt(file, at, bytes));
    return fresh ? syncToDisk(file.parent_path()) : Status();
}

Result<Bytes> BlobTree::readUnfinished(std::string_view key, std::size_t most) const {
    return readAt(unfinishedFile(key), 0, most);
}

Result<bool> BlobTree::examine(std::string_view key, std::string_view name) const {
    FAYI_LET(really, nameOf(unfinishedFile(key)));
    if (really == name)
        return true;
    FAYI_TRY(dropUnfinished(key));
    return false;
}

Status BlobTree::finish(std::string_view key, std::string_view name) const {
    return keep(unfinishedFile(key), name);
}

Status BlobTree::dropUnfinished(std::string_view key) const {
    return wipeFile(unfinishedFile(key));
}

Status BlobTree::wipe(std::string_view name) const {
    return wipeFile(fileOf(name));
}

Status BlobTree::layAside(std::string_view name) const {
    std::error_code failure;
    if (!fs::exists(fileOf(name), failure))
        return {};
    FAYI_TRY(makeFolder(m_folder / kUnfinished));
    return putInPlace(fileOf(name), unfinishedFile(asideOf(name)));
}

Status BlobTree::dropAside(std::string_view name) const {
    return dropUnfinished(asideOf(name));
}

Status BlobTree::each(const std::function<Status(const std::string&)>& visit) const {
    std::error_code failure;
    for (const auto& folder : fs::directory_iterator(m_folder, failure)) {
        const std::string begin = folder.path().filename().string();
        if (begin.size() != 2)
            continue;
        for (const auto& file : fs::directory_iterator(folder.path(), failure))
            if (const std::string name = begin + file.path().filename().string(); isBlobName(name))
                FAYI_TRY(visit(name));
    }
    return {};
}

std::vector<std::string> BlobTree::unfinished() const {
    std::vector<std::string> out;
    std::error_code failure;
    for (const auto& file : fs::directory_iterator(m_folder / kUnfinished, failure)) {
        std::string key = file.path().filename().string();
        if (!key.starts_with(kNew) || !isBeingTakenIn(file.path()))
            out.push_back(std::move(key));
    }
    return out;
}

}  // namespace fayi::blobs
