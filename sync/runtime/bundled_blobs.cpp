// SPDX-License-Identifier: Apache-2.0
#include "bundled_blobs.h"

#include "fayi/base/limits.h"
#include "fayi/blobs/blob_tree.h"

namespace fayi::runtime {
namespace {

using protocol::BlobPiece;
using protocol::BundleItem;
using store::Attachment;
using store::Attachments;

std::uint64_t mostOf(const Attachment& attachment) {
    return attachment.thumbnail ? limits::kThumbnailBytes : limits::kBlobBytes;
}

/// One attachment, piece by piece. False: its file has gone or is damaged, which a sync would find out too.
Result<bool> sayOne(const Attachments& book, const Attachment& ours, protocol::BundleWriter& writer) {
    const auto sound = book.files().isSound(ours.name);
    if (!sound || !*sound)
        return false;
    for (std::uint64_t at = 0; at < *ours.bytes;) {
        const std::uint64_t left = *ours.bytes - at;
        FAYI_LET(bytes,
                 book.files().read(ours.name, at, std::min<std::uint64_t>(limits::kBlobChunkBytes, left)));
        if (bytes.empty())
            return Error{ErrorCode::Io,
                         {"附件在读取时变短了：" + ours.name,
                          "an attachment became shorter while it was read: " + ours.name}};
        const std::uint64_t count = bytes.size();
        FAYI_TRY(writer.add({protocol::targetOf(BlobPiece{ours.name, at, ours.bytes}), 0, std::move(bytes)}));
        at += count;
    }
    return true;
}

std::uint64_t piecesOf(std::uint64_t bytes) {
    return (bytes + limits::kBlobChunkBytes - 1) / limits::kBlobChunkBytes;
}

/// What became of a part that was sent.
Status noteProgress(Attachments& book, const Attachment& ours, const BundleItem& item, SyncResult& out) {
    if (item.status >= 400)
        return book.noteMiss(ours.name);
    const auto progress = protocol::blobProgressFrom(item.body);
    if (!progress || ours.atHub || progress->have > ours.bytes.value_or(0))
        return {};
    if (!progress->stored)
        return book.noteSent(ours.name, progress->have);
    ++out.blobsUp;
    return book.noteAtHub(ours.name);
}

Status keepPiece(Attachments& book, const Attachment& wanted, const BlobPiece& piece, std::string_view bytes,
                 SyncResult& out) {
    const bool fits = piece.first <= wanted.here && wanted.here < piece.first + bytes.size() &&
                      piece.first + bytes.size() <= *piece.total && *piece.total <= mostOf(wanted);
    if (wanted.whole() || !fits)
        return {};
    FAYI_LET(kept, book.addPiece(wanted, *piece.total, bytes.substr(wanted.here - piece.first)));
    out.blobsDown += kept && piece.first + bytes.size() == *piece.total ? 1 : 0;
    return {};
}

}  // namespace

Result<SaidBlobs> sayBlobs(const Attachments& book, std::uint64_t most, protocol::BundleWriter& writer) {
    SaidBlobs out;
    std::uint64_t pieces = 0;
    FAYI_LET(ours, book.sendable(protocol::kMostPieces));
    for (const Attachment& each : ours) {
        pieces += piecesOf(*each.bytes);
        if (pieces > protocol::kMostPieces || out.bytes + *each.bytes > most)
            break;  // they come in the order of their size: the next bundle goes on here
        FAYI_LET(said, sayOne(book, each, writer));
        out.attachments += said ? 1 : 0;
        out.bytes += said ? *each.bytes : 0;
    }
    FAYI_LET(missing, book.missing(protocol::kMostAsked));
    for (const Attachment& each : missing)
        FAYI_TRY(writer.add({protocol::targetOf(BlobPiece{each.name, each.here}), 0, {}}));
    return out;
}

Status hearPiece(Attachments& book, const BlobPiece& piece, const BundleItem& item, SyncResult& out) {
    constexpr std::uint64_t kPart = 206;
    if (!piece.total)
        return {};  // asked for, and the hub does not have it
    FAYI_LET(known, book.find(piece.name));
    if (!known)
        return {};
    return item.status == kPart ? keepPiece(book, *known, piece, item.body, out)
                                : noteProgress(book, *known, item, out);
}

}  // namespace fayi::runtime
