// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/answer_pages.h"

#include "cbor.h"
#include "fayi/base/limits.h"
#include "fayi/protocol/compress.h"
#include "plain_messages.h"

namespace fayi::protocol {
namespace {

constexpr unsigned kByteString = 2;  ///< major type (RFC 8949 §3.1)

unsigned majorOf(std::string_view bytes) {
    return bytes.empty() ? 8U : static_cast<unsigned char>(bytes[0]) >> 5U;
}

/// Takes the byte string that begins there; nothing if it is not whole.
std::optional<std::string_view> takeByteString(std::string_view& bytes) {
    const unsigned brief = static_cast<unsigned char>(bytes[0]) & 31U;
    const std::size_t width = brief < 24 ? 0 : brief <= 27 ? std::size_t{1} << (brief - 24) : 9;
    if (width > 8 || bytes.size() < 1 + width)
        return std::nullopt;
    std::uint64_t size = brief;
    for (std::size_t i = 0; i < width; ++i)
        size = (i == 0 ? 0 : size << 8U) | static_cast<unsigned char>(bytes[1 + i]);
    if (size > bytes.size() - 1 - width)
        return std::nullopt;
    const std::string_view content = bytes.substr(1 + width, size);
    bytes.remove_prefix(1 + width + size);
    return content;
}

Result<SyncResponse> pageFrom(std::string_view plain) {
    FAYI_LET(message, fromCbor(plain));
    return syncResponseFrom(message);
}

}  // namespace

bool goesOn(const SyncRequest& request, const SyncResponse& answer) {
    return answer.more && !request.more && answer.forked.empty() &&
           answer.cursor.epoch == request.cursor.epoch;
}

Bytes encodePages(const std::vector<SyncResponse>& pages, int level, DictionaryId with) {
    if (pages.size() == 1)
        return encode(pages.front(), with, level);
    std::vector<Bytes> parts;
    parts.reserve(pages.size());
    for (const SyncResponse& page : pages)
        parts.push_back(CborWriter().bytes(toCbor(messageOf(page))).take());
    return compressFlushed(parts, level, with);
}

Result<AnswerPages> decodePages(std::string_view body) {
    FAYI_LET(prefix, decompressPrefix(body, limits::kInflatedBytes));
    AnswerPages out;
    std::string_view rest = prefix.bytes;
    out.whole = prefix.whole;
    if (majorOf(rest) != kByteString) {  // one page, or nothing that can be told apart from it
        if (!prefix.whole || rest.empty()) {
            out.whole = false;
            return out;
        }
        FAYI_LET(page, pageFrom(rest));
        out.pages.push_back(std::move(page));
        return out;
    }
    while (!rest.empty() && out.pages.size() < limits::kAnswerPages) {
        const auto plain = majorOf(rest) == kByteString ? takeByteString(rest) : std::nullopt;
        if (!plain && prefix.whole)
            return Error{ErrorCode::Validation,
                         {"回答的分页不完整", "a page of the answer is cut short or none"}};
        if (!plain)
            break;
        FAYI_LET(page, pageFrom(*plain));
        out.pages.push_back(std::move(page));
    }
    return out;
}

}  // namespace fayi::protocol
