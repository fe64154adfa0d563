// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"
#include "fayi/blobs/blob_tree.h"

namespace fayi::sqlite {
class Database;
class Statement;
}  // namespace fayi::sqlite

namespace fayi::store {

/// An attachment as this store knows it.
struct Attachment {
    std::string name;
    std::optional<std::uint64_t> bytes;  ///< nothing: not known before the hub has told
    std::uint64_t here = 0;              ///< so much of it is on this disk
    bool thumbnail = false;
    bool atHub = false;      ///< as far as this store knows
    std::uint64_t sent = 0;  ///< so much of it the hub has acknowledged

    bool whole() const { return bytes && here == *bytes; }
};

/// What waits to be sent, and thumbnails that did not come yet.
struct AttachmentCounts {
    std::uint64_t waiting = 0, waitingBytes = 0, missing = 0;
};

/// The attachments of a station: files in the folder `blobs`, and beside the records what is known of them.
///
/// A row says no more than is on the disk: bytes are written and flushed first. A file without a row is
/// nobody's and goes with the next collect(). Rows for what records name are made by the Store, in the
/// transaction that brings the record. A connection of its own over the store's file; not thread safe.
class Attachments {
public:
    /// The folder of a store that is there. ErrorCode as Store::open.
    static Result<std::unique_ptr<Attachments>> open(const std::filesystem::path& folder, const Clock& clock);
    ~Attachments();

    const blobs::BlobTree& files() const { return m_files; }
    Result<std::optional<Attachment>> find(const std::string& name) const;
    /// It is in files(): kept for the grace time though no record names it yet. Look whether it is still
    /// there afterwards: before this row it was nobody's.
    Status noteTakenIn(const std::string& name, std::uint64_t bytes, bool thumbnail);

    /// What is to be sent next: thumbnails first, then small before large. Nothing: all that can be sent now
    /// is at the hub. What only a record names that the hub refused is not sent.
    Result<std::optional<Attachment>> nextUp(bool thumbnails) const;
    /// The thumbnail to be fetched next, of those that are due.
    Result<std::optional<Attachment>> nextDown() const;
    /// For a bundle: all that can be sent, whether it is due or not, in the order of nextUp(); and what
    /// records name and is not here, thumbnails first. At most so many.
    Result<std::vector<Attachment>> sendable(std::size_t most) const;
    Result<std::vector<Attachment>> missing(std::size_t most) const;
    Status noteSent(const std::string& name, std::uint64_t upTo);
    Status noteAtHub(const std::string& name);
    /// It came to nothing: not before some time has passed, longer with every miss.
    Status noteMiss(const std::string& name);

    /// Adds what the hub sent behind Attachment::here; `total` is the size the hub tells. When it is whole it
    /// is examined: false, it was not what its name says and was thrown away. ErrorCode::Full.
    Result<bool> addPiece(const Attachment& attachment, std::uint64_t total, std::string_view piece);
    /// Its file has gone or is broken: to be fetched anew.
    Status noteLost(const std::string& name);

    /// After a backup of the records was put back, which holds no attachments: those it says are here are
    /// copied from another data folder, and noted as lost where they are in neither.
    Status takeOver(const std::filesystem::path& folder);
    /// A hub that was put back may have lost what it had: everything here is offered to it again, once.
    Status noteEpoch();
    Result<AttachmentCounts> counts() const;
    /// The records that name it, by their row numbers.
    Result<std::vector<std::int64_t>> recordsNaming(const std::string& name) const;

    /// Reads every file: those that are not what their names say, and those that are gone and nowhere else.
    /// At most a hundred.
    Result<std::vector<Text>> faults() const;

    /// Wipes what no record names and whose grace is over, and files without a row. Never what a version that
    /// is held names: shown, sibling, unsent, refused and kept. A bounded part of it a call.
    Status collect();

private:
    Attachments(const std::filesystem::path& folder, std::unique_ptr<sqlite::Database> database,
                const Clock& clock);
    Result<std::optional<Attachment>> one(sqlite::Statement& row) const;
    Result<std::vector<Attachment>> some(const std::string& condition, std::size_t most) const;
    std::string meta(const std::string& key) const;
    Status setMeta(const std::string& key, const std::string& value);
    Status dropStaleUses();
    Status wipeOrphans();
    Status sweepFiles();
    Status sweep(const std::string& name);

    blobs::BlobTree m_files;
    std::unique_ptr<sqlite::Database> m_database;
    const Clock& m_clock;
};

}  // namespace fayi::store
