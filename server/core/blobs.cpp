// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/blobs.h"

#include "fayi/base/limits.h"
#include "fayi/records/attachments.h"
#include "visibility.h"

namespace fayi::hub {
namespace {

using protocol::BlobProgress;
using Taken = std::variant<BlobProgress, Denied>;

constexpr const char* kFolderName = "blobs";
/// An upload that nobody goes on with is dropped after this.
constexpr Millis kUploadRest = std::chrono::hours(24 * 7);
/// Removed in one go: the write lock is held for one at a time.
constexpr std::size_t kMostRemoved = 20;

std::string keyOf(std::uint64_t station, const std::string& name) {
    return std::to_string(station) + "-" + name;
}

Denied tooLarge() {
    const std::string mb = std::to_string(limits::kBlobBytes >> 20);
    return deny(413, "too-large",
                {"附件过大，最大 " + mb + " MB", "the attachment is too large; " + mb + " MB at most"});
}

Denied noBlob() {
    return deny(404, "no-blob",
                {"枢纽没有这个附件，或它不在您的管辖范围内",
                 "the hub does not have this attachment, or it is not in your scope"});
}

Denied mismatch() {
    return deny(
        422, "mismatch",
        {"收到的附件内容与其编号不符，已丢弃", "what arrived is not what its name says; thrown away"});
}

/// Nothing: the chunk is as it should be.
std::optional<Denied> flawOf(const Chunk& chunk) {
    if (chunk.range.total > limits::kBlobBytes || chunk.bytes.size() > limits::kBlobChunkBytes)
        return tooLarge();
    const std::uint64_t said = chunk.range.range ? chunk.range.range->count() : 0;
    if (chunk.range.total == 0 || chunk.bytes.size() != said)
        return deny(400, "malformed",
                    {"Content-Range 与内容不符", "Content-Range does not fit what was sent"});
    return std::nullopt;
}

/// An upload of one station, a chunk of it.
class Receiving {
public:
    Receiving(Context& context, BlobStore& blobs, std::uint64_t station, const Chunk& chunk)
        : m_context(context), m_blobs(blobs), m_chunk(chunk), m_key(keyOf(station, chunk.name)) {
        m_upload = {station, chunk.name, chunk.range.total, 0, {}};
    }

    Result<Taken> run() {
        FAYI_LET(stored, m_blobs.keeper->sizeOf(m_chunk.name));
        if (stored) {
            FAYI_TRY(noteFound(*stored));
            return Taken(BlobProgress{*stored, true});
        }
        FAYI_TRY(findOut());
        const auto& range = m_chunk.range.range;
        if (!range || m_upload.have < range->first || range->last < m_upload.have)
            return Taken(BlobProgress{m_upload.have, false});
        const std::string_view news = m_chunk.bytes.substr(m_upload.have - range->first);
        FAYI_TRY(m_blobs.tree.append(m_key, m_upload.have, news));
        m_upload.have += news.size();
        if (m_upload.have < m_upload.total) {
            FAYI_TRY(note());
            return Taken(BlobProgress{m_upload.have, false});
        }
        return finish();
    }

private:
    /// How far it has come; another size was said before: from the beginning.
    Status findOut() {
        FAYI_LET(uploads, m_context.store.uploadsOf(m_upload.station));
        for (const Upload& upload : uploads)
            if (upload.name == m_upload.name && upload.total == m_upload.total)
                m_upload.have = upload.have;
        m_others = std::move(uploads);
        std::erase_if(m_others, [&](const Upload& other) { return other.name == m_upload.name; });
        return {};
    }

    /// One more than a station may have: the one that rested longest makes room, so that none is stuck.
    Status note() {
        m_upload.at = m_context.clock.now();
        WriteScope transaction(m_context.store);
        FAYI_TRY(transaction.begun());
        FAYI_TRY(m_context.store.putUpload(m_upload));
        const bool full = m_others.size() >= limits::kUnfinishedUploads;
        if (full)
            FAYI_TRY(m_context.store.dropUpload(m_others.front().station, m_others.front().name));
        FAYI_TRY(transaction.commit());
        return full ? m_blobs.tree.dropUnfinished(keyOf(m_others.front().station, m_others.front().name))
                    : Status();
    }

    Result<Taken> finish() {
        FAYI_LET(sound, m_blobs.tree.examine(m_key, m_chunk.name));
        if (!sound) {
            FAYI_TRY(forget());
            return Taken(mismatch());
        }
        FAYI_TRY(put());  // before the file: what is there has a row
        FAYI_TRY(m_blobs.keeper->keep(m_chunk.name, m_key));
        FAYI_TRY(forget());
        return Taken(BlobProgress{m_upload.total, true});
    }

    Status put() {
        WriteScope transaction(m_context.store);
        FAYI_TRY(transaction.begun());
        FAYI_TRY(m_context.store.putBlob(
            {m_upload.name, m_upload.total, m_upload.station, m_context.clock.now()}));
        return transaction.commit();
    }

    Status forget() {
        WriteScope transaction(m_context.store);
        FAYI_TRY(transaction.begun());
        FAYI_TRY(m_context.store.dropUpload(m_upload.station, m_upload.name));
        return transaction.commit();
    }

    /// A hub that was put back may have the file and have forgotten its row.
    Status noteFound(std::uint64_t bytes) {
        FAYI_LET(row, m_context.store.blob(m_chunk.name));
        if (row)
            return {};
        WriteScope transaction(m_context.store);
        FAYI_TRY(transaction.begun());
        FAYI_TRY(m_context.store.putBlob({m_chunk.name, bytes, 0, m_context.clock.now()}));
        return transaction.commit();
    }

    Context& m_context;
    BlobStore& m_blobs;
    const Chunk& m_chunk;
    const std::string m_key;
    Upload m_upload;
    std::vector<Upload> m_others;
};

Result<bool> mayRead(Context& context, const Admission& admission, const std::string& name) {
    FAYI_LET(places, context.store.blobPlaces(name));
    Visibility visible(admission.scope, *admission.reference);
    for (const RecordPlace& place : places)
        if (visible.sees(place.orgs, place.type))
            return true;
    FAYI_LET(row, context.store.blob(name));
    return row && row->station == admission.station.number;
}

}  // namespace

Result<std::optional<std::uint64_t>> FileKeeper::sizeOf(const std::string& name) {
    return m_tree.sizeOf(name);
}

Result<Bytes> FileKeeper::read(const std::string& name, std::uint64_t first, std::size_t count) {
    return m_tree.read(name, first, count);
}

Status FileKeeper::keep(const std::string& name, const std::string& key) {
    return m_tree.finish(key, name);
}

Status FileKeeper::remove(const std::string& name) {
    return m_tree.wipe(name);
}

blobs::BlobTree BlobStore::treeIn(const std::filesystem::path& dataFolder) {
    return blobs::BlobTree(dataFolder / kFolderName);
}

BlobStore BlobStore::inFolder(const std::filesystem::path& dataFolder) {
    return {treeIn(dataFolder), std::make_unique<FileKeeper>(treeIn(dataFolder))};
}

Answer<BlobProgress> takeChunk(Context& context, BlobStore& blobs, const Credentials& credentials,
                               const Chunk& chunk) {
    FAYI_LET(admitted, admit(context, credentials, false));
    if (auto* denied = std::get_if<Denied>(&admitted))
        return Taken(std::move(*denied));
    if (auto flaw = flawOf(chunk))
        return Taken(std::move(*flaw));
    return Receiving(context, blobs, std::get<Admission>(admitted).station.number, chunk).run();
}

Answer<std::uint64_t> readableBlob(Context& context, BlobStore& blobs, const Credentials& credentials,
                                   const std::string& name) {
    using Said = std::variant<std::uint64_t, Denied>;
    {
        ReadScope transaction(context.store);
        FAYI_TRY(transaction.begun());
        FAYI_LET(admitted, admit(context, credentials, false));
        if (auto* denied = std::get_if<Denied>(&admitted))
            return Said(std::move(*denied));
        FAYI_LET(allowed, mayRead(context, std::get<Admission>(admitted), name));
        if (!allowed)
            return Said(noBlob());
    }
    FAYI_LET(bytes, blobs.keeper->sizeOf(name));
    return bytes ? Said(*bytes) : Said(noBlob());
}

std::vector<std::string> blobsNamedBy(const protocol::Change& change) {
    std::vector<std::string> out;
    for (const records::NamedBlob& named : records::blobsNamedBy(change.writes)) {
        out.push_back(named.blob);
        if (!named.thumbnail.empty())
            out.push_back(named.thumbnail);
    }
    return out;
}

Status renewBlobUses(HubStore& store, RecordId record) {
    std::vector<std::string> names;
    FAYI_LET(changes, store.changesOf(record));
    for (const LoggedChange& logged : changes) {
        FAYI_LET(change, protocol::decodeChange(logged.body));
        std::ranges::move(blobsNamedBy(change), std::back_inserter(names));
    }
    return store.setBlobUses(record, names, Millis(0));
}

Status collectBlobs(Context& context, BlobStore& blobs) {
    const Millis now = context.clock.now();
    FAYI_LET(resting, context.store.restingUploads(now - kUploadRest, kMostRemoved));
    for (const Upload& upload : resting) {
        WriteScope transaction(context.store);
        FAYI_TRY(transaction.begun());
        FAYI_TRY(context.store.dropUpload(upload.station, upload.name));
        FAYI_TRY(transaction.commit());
        FAYI_TRY(blobs.tree.dropUnfinished(keyOf(upload.station, upload.name)));
    }
    const Millis until = now - limits::kBlobGraceAtHub;
    FAYI_LET(found, context.store.orphans(until, kMostRemoved));
    for (std::size_t i = 0; i < found.size(); ++i) {
        WriteScope transaction(context.store);  // nobody can begin to name it while it goes
        FAYI_TRY(transaction.begun());
        FAYI_LET(still, context.store.orphans(until, kMostRemoved));
        if (still.empty())
            break;
        FAYI_TRY(blobs.keeper->remove(still.front().name));
        FAYI_TRY(context.store.dropBlob(still.front().name));
        FAYI_TRY(transaction.commit());
    }
    return {};
}

}  // namespace fayi::hub
