// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/station/station.h"

namespace fayi::station {

/// One register that is otherwise than when somebody looked at the record last.
struct ChangedField {
    std::string path;         ///< as in fayi/merge/path.h: a field, an item, a member of a set, or `$org`
    Json before, now;         ///< null: empty
    bool beforeKnown = true;  ///< false: the record came to this computer without its past
    std::string by, station;  ///< who wrote what is there now, and where
    HybridTime at;
};

/// A verification or a return that came before.
struct EarlierLook {
    bool verified = false;  ///< else it was returned
    Dot version;
    std::string by;
    HybridTime at;
};

/// A record before a reviewer's eyes.
struct Look {
    Record record;
    std::optional<EarlierLook> last;       ///< nothing: nobody has judged it yet
    std::vector<ChangedField> changes;     ///< since then, in the order of the definition
    std::vector<records::Remark> remarks;  ///< of the last return, if that was the last look
};

/// What of the queue is asked for; empty: all of it.
struct ReviewFilter {
    std::string type, org;
    bool officesToo = false;  ///< of a district: also what the offices may verify themselves
};

/// What was submitted and waits for a look.
struct ReviewQueue {
    struct Type {
        const schema::RecordType* type = nullptr;
        std::uint64_t waiting = 0;
    };
    std::vector<Record> records;    ///< oldest first, at most Review::kMost
    std::uint64_t total = 0;        ///< of this filter
    std::vector<Type> types;        ///< those that have something waiting, whatever type is asked for
    std::vector<std::string> orgs;  ///< units of the oldest records, whatever unit is asked for; by code
};

/// The reviewer's side of the workflow: the queue, and what changed since somebody looked last.
///
/// A verification names all it had seen, so what came after is known exactly. A return names what it had seen
/// of the submission; of people who did not submit, what is older than the return is taken as seen. Where
/// that errs, it marks too much.
class Review {
public:
    /// Shown at once; as these are dealt with, others take their place.
    static constexpr std::size_t kMost = 200;

    explicit Review(Station& station) : m_station(station) {}

    /// Of the types that the person who works here may verify or return. A district section is asked only for
    /// what no office may verify, unless the filter says otherwise.
    Result<ReviewQueue> queue(const ReviewFilter& filter) const;
    Result<Look> look(RecordId id) const;
    /// What changed since a record was shown whose Record::shown was `seen`.
    Result<std::vector<ChangedField>> since(RecordId id, const merge::VersionVector& seen) const;

private:
    using Seen = std::function<bool(const store::StoredChange&)>;
    std::vector<const schema::RecordType*> typesFor(const ReviewFilter& filter) const;
    std::vector<ChangedField> changes(const Record& record, const merge::RecordState& state,
                                      const std::vector<store::StoredChange>& history,
                                      const Seen& seen) const;

    Station& m_station;
};

}  // namespace fayi::station
