// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "fayi/blobs/blob_tree.h"
#include "fayi/blobs/ranges.h"
#include "fayi/protocol/blob.h"
#include "fayi/server/context.h"
#include "fayi/server/sync.h"

namespace fayi::hub {

/// Where attachments are that have come wholly. Thread safe.
class BlobKeeper {
public:
    virtual ~BlobKeeper() = default;
    /// Nothing: it is not there.
    virtual Result<std::optional<std::uint64_t>> sizeOf(const std::string& name) = 0;
    /// At most limits::kBlobChunkBytes.
    virtual Result<Bytes> read(const std::string& name, std::uint64_t first, std::size_t count) = 0;
    /// Takes over a file that was examined; durable when it returns Ok. Twice does nothing.
    virtual Status keep(const std::string& name, const std::string& key) = 0;
    virtual Status remove(const std::string& name) = 0;
};

/// In the tree itself: the default.
class FileKeeper final : public BlobKeeper {
public:
    explicit FileKeeper(blobs::BlobTree tree) : m_tree(std::move(tree)) {}
    Result<std::optional<std::uint64_t>> sizeOf(const std::string& name) override;
    Result<Bytes> read(const std::string& name, std::uint64_t first, std::size_t count) override;
    Status keep(const std::string& name, const std::string& key) override;
    Status remove(const std::string& name) override;

private:
    blobs::BlobTree m_tree;
};

/// The hub's attachments: what is on its way, in a folder; what is whole, at the keeper.
struct BlobStore {
    blobs::BlobTree tree;
    std::unique_ptr<BlobKeeper> keeper;

    /// The folder `blobs` in the hub's data folder, for both.
    static BlobStore inFolder(const std::filesystem::path& dataFolder);
    static blobs::BlobTree treeIn(const std::filesystem::path& dataFolder);
};

/// One request of an upload: these bytes of the blob, or, without a range, the question how much is there.
struct Chunk {
    std::string name;
    blobs::ContentRange range;
    std::string_view bytes;
};

/// Any enrolled station may send one. A chunk counts from where the upload stands, if it holds that byte; it
/// is on the disk when this returns. The last one is followed by an examination of the whole. Denied:
/// "token", "revoked", "too-large", "malformed", "mismatch" (it was thrown away). ErrorCode::Full: nothing of
/// the chunk counts.
Answer<protocol::BlobProgress> takeChunk(Context& context, BlobStore& blobs, const Credentials& credentials,
                                         const Chunk& chunk);

/// The size of a blob that the station may read: a record in its scope names it, or it brought it itself.
/// Denied: "token", "revoked", "no-blob".
Answer<std::uint64_t> readableBlob(Context& context, BlobStore& blobs, const Credentials& credentials,
                                   const std::string& name);

/// Removes what no accepted change names and whose grace is over, and uploads that nobody goes on with. A
/// bounded part of it a call.
Status collectBlobs(Context& context, BlobStore& blobs);

/// Every blob, thumbnails too, that a change names.
std::vector<std::string> blobsNamedBy(const protocol::Change& change);
/// After an erasure by order: what the record's accepted changes still name. The rest has no grace.
Status renewBlobUses(HubStore& store, RecordId record);

}  // namespace fayi::hub
