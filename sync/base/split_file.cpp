// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/split_file.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "fayi/base/big_endian.h"
#include "fayi/base/crypto.h"
#include "fayi/base/files.h"

namespace fayi {
namespace {

namespace fs = std::filesystem;

/// Head of a part: mark, id, number, how many, bytes of content (8, big endian), SHA-256 of id, the four
/// numbers and the content.
constexpr std::string_view kMark = "FAYIPRT1";
constexpr std::size_t kIdBytes = 16, kNumberBytes = 8;
constexpr std::size_t kHeadBytes = kMark.size() + kIdBytes + 3 * kNumberBytes + kHashBytes;
constexpr std::size_t kPiece = 1u << 20;

struct Head {
    Bytes id;
    std::uint64_t number = 1, of = 1, bytes = 0;
    Bytes hash;

    Bytes named() const {
        return id + bigEndian(number, kNumberBytes) + bigEndian(of, kNumberBytes) +
               bigEndian(bytes, kNumberBytes);
    }
};

Error cannotReadPart(const fs::path& file) {
    return {ErrorCode::Io, {"无法读取 " + file.string(), "cannot read " + file.string()}};
}

Error cannotWrite(const fs::path& file) {
    return {ErrorCode::Io, {"无法写入 " + file.string(), "cannot write " + file.string()}};
}

Error broken(const fs::path& file) {
    return {ErrorCode::Validation,
            {"这一份没有拷贝完整或已损坏，请重新拷贝：" + file.string(),
             "this part was not copied whole, or is damaged; copy it again: " + file.string()}};
}

Error missing(std::uint64_t number, std::uint64_t of) {
    const std::string which = std::to_string(number), all = std::to_string(of);
    return {ErrorCode::NotFound,
            {"还缺第 " + which + " 份（共 " + all + " 份）；请把各份放在一起，或一并写在命令里",
             "part " + which + " of " + all + " is missing; put the parts together, or name them all"}};
}

Error strange(const fs::path& file) {
    return {
        ErrorCode::Validation,
        {"这一份属于另一个文件：" + file.string(), "this part belongs to another file: " + file.string()}};
}

/// Copies `bytes` of `in`, after what is said; answers their SHA-256.
Result<Bytes> copyHashed(std::ifstream& in, std::ofstream* out, Sha256 hash, std::uint64_t bytes) {
    Bytes piece(kPiece, '\0');
    while (bytes > 0) {
        const auto wanted = static_cast<std::streamsize>(std::min<std::uint64_t>(bytes, piece.size()));
        in.read(piece.data(), wanted);
        if (in.gcount() != wanted)
            return Error{ErrorCode::Validation, {"文件不完整", "the file is cut short"}};
        const std::string_view got(piece.data(), static_cast<std::size_t>(wanted));
        hash.add(got);
        if (out != nullptr)
            out->write(got.data(), wanted);
        bytes -= static_cast<std::uint64_t>(wanted);
    }
    return hash.finish();
}

Sha256 begun(const Head& head) {
    Sha256 hash;
    hash.add(head.named());
    return hash;
}

Status putPart(std::ifstream& in, const fs::path& name, const Head& head) {
    const fs::path fresh = name.string() + ".part";  // ".new" may be the whole itself: FreshFile's name
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        out << kMark << head.named() << Bytes(kHashBytes, '\0');
        FAYI_LET(hash, copyHashed(in, &out, begun(head), head.bytes));
        out.seekp(static_cast<std::streamoff>(kHeadBytes - kHashBytes));
        out << hash;
        out.close();
        if (!out)
            return cannotWrite(name);
    }
    return putInPlace(fresh, name);
}

/// The head of a part; nothing: the file is not one of several.
Result<std::optional<Head>> headOf(std::ifstream& in, const fs::path& file) {
    Bytes bytes(kHeadBytes, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto got = static_cast<std::size_t>(in.gcount());
    in.clear();
    if (!std::string_view(bytes).substr(0, got).starts_with(kMark))
        return std::optional<Head>();
    if (got != bytes.size())
        return broken(file);
    const std::string_view rest = std::string_view(bytes).substr(kMark.size());
    Head out{Bytes(rest.substr(0, kIdBytes)), fromBigEndian(rest.substr(kIdBytes, kNumberBytes)),
             fromBigEndian(rest.substr(kIdBytes + kNumberBytes, kNumberBytes)),
             fromBigEndian(rest.substr(kIdBytes + 2 * kNumberBytes, kNumberBytes)),
             Bytes(rest.substr(kIdBytes + 3 * kNumberBytes))};
    if (out.number == 0 || out.number > out.of || out.of > kMostParts)
        return broken(file);
    return std::optional(std::move(out));
}

/// A part that is what it says it is.
Result<std::optional<Head>> examined(const fs::path& file) {
    std::error_code failure;
    const std::uintmax_t size = fs::file_size(file, failure);
    std::ifstream in(file, std::ios::binary);
    if (failure || !in)
        return cannotReadPart(file);
    FAYI_LET(head, headOf(in, file));
    if (!head)
        return head;
    if (size != kHeadBytes + head->bytes)
        return broken(file);
    const auto hash = copyHashed(in, nullptr, begun(*head), head->bytes);
    if (!hash || *hash != head->hash)
        return broken(file);
    return head;
}

/// What the parts of a set are called: the name of any of them without its number.
fs::path stemOf(const fs::path& file, std::uint64_t number) {
    const std::string ending = "." + std::to_string(number), name = file.string();
    return number > 1 && name.ends_with(ending) ? fs::path(name.substr(0, name.size() - ending.size()))
                                                : file;
}

}  // namespace

fs::path partName(const fs::path& file, std::uint64_t number) {
    return number == 1 ? file : fs::path(file.string() + "." + std::to_string(number));
}

Result<std::uint64_t> putParts(const fs::path& whole, const fs::path& file, const Bytes& id,
                               std::uint64_t most,
                               const std::function<void(std::uint64_t, std::uint64_t)>& told) {
    std::error_code failure;
    const std::uint64_t size = fs::file_size(whole, failure);
    if (failure || id.size() != kIdBytes)
        return cannotReadPart(whole);
    if (most == 0 || size <= most) {
        FAYI_TRY(putInPlace(whole, file));
        told(1, 1);
        return std::uint64_t{1};
    }
    if (most < kLeastPartBytes)
        return Error{ErrorCode::Usage, {"每份至少 1 KB", "a part holds at least 1 KB"}};
    const std::uint64_t room = most - kHeadBytes, of = (size + room - 1) / room;
    if (of > kMostParts)
        return Error{ErrorCode::Usage,
                     {"份数过多（" + std::to_string(of) + "），最多 99 份",
                      "that makes too many parts (" + std::to_string(of) + "); 99 at most"}};
    std::ifstream in(whole, std::ios::binary);
    for (std::uint64_t number = 1; number <= of; ++number) {
        const std::uint64_t bytes = std::min(room, size - room * (number - 1));
        FAYI_TRY(putPart(in, partName(file, number), {id, number, of, bytes, {}}));
        told(number, of);
    }
    fs::remove(whole, failure);
    return of;
}

Result<PartsReader> PartsReader::open(const std::vector<fs::path>& files) {
    PartsReader out;
    if (files.empty())
        return Error{ErrorCode::Usage, {"没有给出文件", "no file was given"}};
    std::error_code failure;
    std::map<std::uint64_t, Part> found;
    std::optional<Head> first;
    const auto take = [&](const fs::path& file, const std::optional<Head>& head) -> Status {
        if (!head || (first && head->id != first->id))
            return strange(file);
        if (!first)
            first = head;
        if (found.emplace(head->number, Part{file, kHeadBytes}).second)
            out.m_bytes += head->bytes;
        return {};
    };
    for (const fs::path& file : files) {
        if (!fs::is_regular_file(file, failure))
            return Error{ErrorCode::NotFound,
                         {"没有这个文件：" + file.string(), "there is no file " + file.string()}};
        FAYI_LET(head, examined(file));
        if (!head && files.size() == 1) {
            out.m_files.push_back({file, 0});
            out.m_bytes = fs::file_size(file, failure);
            FAYI_TRY(out.next());
            return out;
        }
        FAYI_TRY(take(file, head));
    }
    const fs::path stem = stemOf(files.front(), first->number);
    for (std::uint64_t number = 1; number <= first->of; ++number) {
        if (!found.contains(number) && fs::is_regular_file(partName(stem, number), failure)) {
            FAYI_LET(head, examined(partName(stem, number)));
            FAYI_TRY(take(partName(stem, number), head));
        }
        if (!found.contains(number))
            return missing(number, first->of);
    }
    for (auto& [number, part] : found)
        out.m_files.push_back(std::move(part));
    FAYI_TRY(out.next());
    return out;
}

Status PartsReader::next() {
    m_in = std::ifstream(m_files[m_at].path, std::ios::binary);
    m_in.seekg(static_cast<std::streamoff>(m_files[m_at].from));
    return m_in ? Status() : Status(cannotReadPart(m_files[m_at].path));
}

Result<Bytes> PartsReader::read(std::size_t most) {
    Bytes out(most, '\0');
    std::size_t got = 0;
    while (got < most) {
        m_in.read(out.data() + got, static_cast<std::streamsize>(most - got));
        got += static_cast<std::size_t>(m_in.gcount());
        if (m_in.bad())
            return cannotReadPart(m_files[m_at].path);
        if (got == most || m_at + 1 == m_files.size())
            break;
        ++m_at;
        FAYI_TRY(next());
    }
    out.resize(got);
    return out;
}

Result<std::function<Result<Bytes>(std::size_t)>> readingParts(const std::vector<fs::path>& files) {
    FAYI_LET(opened, PartsReader::open(files));
    const auto reader = std::make_shared<PartsReader>(std::move(opened));
    return std::function<Result<Bytes>(std::size_t)>(
        [reader](std::size_t most) { return reader->read(most); });
}

}  // namespace fayi
