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

Bytes compress(std::string_view bytes, int level) {
    Bytes out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), level);
    if (ZSTD_isError(size))
        std::abort();  // only out of memory can cause it
    out.resize(size);
    return out;
}

Result<Bytes> decompress(std::string_view frame, std::size_t limit) {
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                            ZSTD_freeDStream);
    Bytes out;
    Bytes piece(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer input{frame.data(), frame.size(), 0};
    std::size_t left = 1;
    while (left != 0) {
        ZSTD_outBuffer output{piece.data(), piece.size(), 0};
        left = ZSTD_decompressStream(stream.get(), &output, &input);
        if (ZSTD_isError(left))
            return broken();
        out.append(piece.data(), output.pos);
        if (out.size() > limit)
            return Error{ErrorCode::Validation,
                         {"压缩数据展开后过大", "compressed data grows past the limit"}};
        if (left != 0 && output.pos == 0 && input.pos == input.size)
            return broken();
    }
    if (input.pos != input.size)
        return broken();
    return out;
}

}  // namespace fayi::protocol
