// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "fayi/base/ids.h"
#include "fayi/base/result.h"
#include "fayi/protocol/dictionary.h"

namespace fayi::protocol {

/// The first byte of a zstd frame (RFC 8878); no message of CBOR begins with it.
inline constexpr char kZstdMagic = 0x28;

/// One zstd frame (RFC 8878). Level 3 is what costs a slow office PC nothing to notice. `with` is one that
/// this program carries, or 0.
Bytes compress(std::string_view bytes, int level = 3, DictionaryId with = 0);
/// Refuses what is no frame, is cut short, or would grow past `limit` bytes. ErrorCode::TooNew: it needs a
/// dictionary that this program does not carry.
Result<Bytes> decompress(std::string_view frame, std::size_t limit);

/// One zstd frame that is flushed behind each part: whoever has received up to there can read up to there.
Bytes compressFlushed(std::span<const Bytes> parts, int level, DictionaryId with);
struct Prefix {
    Bytes bytes;
    bool whole = true;  ///< false: the frame was cut, this is what had arrived
};
/// A frame, or its beginning; what is no frame at all is given back as it is. Refuses what is damaged or
/// would grow past `limit` bytes. ErrorCode::TooNew as decompress().
Result<Prefix> decompressPrefix(std::string_view body, std::size_t limit);

/// Compresses many small texts that resemble each other against a sample of them (a raw-content dictionary,
/// RFC 8878 §5): a change of an ordinary record becomes half of itself. Not thread safe.
class SampleCodec {
public:
    explicit SampleCodec(std::string_view sample);
    ~SampleCodec();
    SampleCodec(const SampleCodec&) = delete;
    SampleCodec& operator=(const SampleCodec&) = delete;

    Bytes compress(std::string_view text);
    /// Only what was compressed with the same sample comes back.
    Result<Bytes> decompress(std::string_view frame, std::size_t limit);

private:
    struct Contexts;
    std::unique_ptr<Contexts> m_contexts;
};

}  // namespace fayi::protocol
