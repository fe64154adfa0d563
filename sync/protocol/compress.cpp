// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/compress.h"

#include <zstd.h>

#include <cstdlib>
#include <memory>

namespace fayi::protocol {
namespace {

Error broken() {
    return {ErrorCode::Validation, {"压缩数据不完整或已损坏", "compressed data is cut short or damaged"}};
}

}  // namespace

Bytes compress(std::string_view bytes, int level, DictionaryId with) {
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    const std::string_view known = dictionary(with);
    Bytes out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress_usingDict(context.get(), out.data(), out.size(), bytes.data(),
                                                     bytes.size(), known.data(), known.size(), level);
    if (ZSTD_isError(size))
        std::abort();  // only out of memory can cause it
    out.resize(size);
    return out;
}

Bytes compressFlushed(std::span<const Bytes> parts, int level, DictionaryId with) {
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    const auto require = [](std::size_t code) {
        if (ZSTD_isError(code))
            std::abort();  // only out of memory can cause it
        return code;
    };
    std::size_t size = 0;
    for (const Bytes& part : parts)
        size += part.size();
    require(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level));
    // What a level keeps in memory follows the size of what is coming.
    require(ZSTD_CCtx_setPledgedSrcSize(context.get(), size));
    if (const std::string_view known = dictionary(with); !known.empty())
        require(ZSTD_CCtx_loadDictionary(context.get(), known.data(), known.size()));
    Bytes out;
    Bytes piece(ZSTD_CStreamOutSize(), '\0');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        ZSTD_inBuffer input{parts[i].data(), parts[i].size(), 0};
        const auto wish = i + 1 == parts.size() ? ZSTD_e_end : ZSTD_e_flush;
        std::size_t left = 1;
        while (left != 0) {
            ZSTD_outBuffer output{piece.data(), piece.size(), 0};
            left = require(ZSTD_compressStream2(context.get(), &output, &input, wish));
            out.append(piece.data(), output.pos);
        }
    }
    return out;
}

Result<Prefix> decompressPrefix(std::string_view body, std::size_t limit) {
    if (body.empty() || body[0] != kZstdMagic)
        return Prefix{Bytes(body), true};
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                            ZSTD_freeDStream);
    if (const DictionaryId with = ZSTD_getDictID_fromFrame(body.data(), body.size()); with != 0) {
        const std::string_view known = dictionary(with);
        if (known.empty())
            return Error{ErrorCode::TooNew,
                         {"压缩所用的字典本程序没有（第 " + std::to_string(with) + " 版）",
                          "compressed with a dictionary that this program does not carry (" +
                              std::to_string(with) + ")"}};
        if (ZSTD_isError(ZSTD_DCtx_loadDictionary(stream.get(), known.data(), known.size())))
            std::abort();  // only out of memory can cause it
    }
    Prefix out;
    Bytes piece(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer input{body.data(), body.size(), 0};
    std::size_t left = 1;
    while (left != 0) {
        ZSTD_outBuffer output{piece.data(), piece.size(), 0};
        left = ZSTD_decompressStream(stream.get(), &output, &input);
        if (ZSTD_isError(left))
            return broken();
        out.bytes.append(piece.data(), output.pos);
        if (out.bytes.size() > limit)
            return Error{ErrorCode::Validation,
                         {"压缩数据展开后过大", "compressed data grows past the limit"}};
        if (left != 0 && output.pos == 0 && input.pos == input.size) {
            out.whole = false;
            return out;
        }
    }
    if (input.pos != input.size)
        return broken();
    return out;
}

Result<Bytes> decompress(std::string_view frame, std::size_t limit) {
    if (frame.empty() || frame[0] != kZstdMagic)
        return broken();
    FAYI_LET(prefix, decompressPrefix(frame, limit));
    return prefix.whole ? Result<Bytes>(std::move(prefix.bytes)) : broken();
}

struct SampleCodec::Contexts {
    template <typename T, std::size_t (*Free)(T*)>
    struct Freeing {
        void operator()(T* thing) const { Free(thing); }
    };
    static constexpr int kLevel = 3;
    std::unique_ptr<ZSTD_CCtx, Freeing<ZSTD_CCtx, ZSTD_freeCCtx>> packing{ZSTD_createCCtx()};
    std::unique_ptr<ZSTD_DCtx, Freeing<ZSTD_DCtx, ZSTD_freeDCtx>> unpacking{ZSTD_createDCtx()};
    std::unique_ptr<ZSTD_CDict, Freeing<ZSTD_CDict, ZSTD_freeCDict>> packed;
    std::unique_ptr<ZSTD_DDict, Freeing<ZSTD_DDict, ZSTD_freeDDict>> unpacked;

    explicit Contexts(std::string_view sample)
        : packed(ZSTD_createCDict(sample.data(), sample.size(), kLevel)),
          unpacked(ZSTD_createDDict(sample.data(), sample.size())) {
        if (!packing || !unpacking || !packed || !unpacked)
            std::abort();  // only out of memory can cause it
    }
};

SampleCodec::SampleCodec(std::string_view sample) : m_contexts(std::make_unique<Contexts>(sample)) {}
SampleCodec::~SampleCodec() = default;

Bytes SampleCodec::compress(std::string_view text) {
    Bytes out(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress_usingCDict(m_contexts->packing.get(), out.data(), out.size(),
                                                      text.data(), text.size(), m_contexts->packed.get());
    if (ZSTD_isError(size))
        std::abort();  // only out of memory can cause it
    out.resize(size);
    return out;
}

Result<Bytes> SampleCodec::decompress(std::string_view frame, std::size_t limit) {
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > limit)
        return broken();
    Bytes out(static_cast<std::size_t>(size), '\0');
    const std::size_t got =
        ZSTD_decompress_usingDDict(m_contexts->unpacking.get(), out.data(), out.size(), frame.data(),
                                   frame.size(), m_contexts->unpacked.get());
    if (ZSTD_isError(got) || got != out.size())
        return broken();
    return out;
}

}  // namespace fayi::protocol
