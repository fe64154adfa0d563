// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "disk.h"
#include "fayi/records/plan.h"
#include "fayi/runtime/bundle_session.h"
#include "fayi/testing/fakes.h"
#include "model.h"

namespace fayi::sim {

using model::Json;
using model::SaveId;
using model::Seen;

/// An invariant of replication.md that did not hold.
struct Violation {
    std::string invariant;
    std::string what;
};

/// Where people and records may be.
inline constexpr std::array<const char*, 6> kUnits{"500115001",    "500115002",    "500115001200",
                                                   "500115002200", "500115001001", "500115"};

/// What works whatever happens, or the run ends.
template <typename T>
T must(Result<T> result) {
    if (!result)
        throw Violation{"works", result.error().message.en};
    return std::move(result).value();
}
inline void must(const Status& status) {
    if (!status)
        throw Violation{"works", status.error().message.en};
}

/// The wall clock of one computer: true time, and how wrong it is.
class SimClock final : public Clock {
public:
    explicit SimClock(const std::int64_t& trueTime) : m_true(trueTime), m_began(trueTime) {}
    Millis now() const override {
        const double run = static_cast<double>(m_true - m_began) * drift;
        return Millis(std::max<std::int64_t>(0, m_true + error + static_cast<std::int64_t>(run)));
    }
    Millis steady() const override { return Millis(m_true); }
    std::int64_t error = 0;   ///< milliseconds ahead
    double drift = 0;         ///< and so many more for each
    std::int64_t jumped = 0;  ///< true time it was last set

private:
    const std::int64_t& m_true;
    std::int64_t m_began;
};

/// What a person has before them since some time: the values, and which saves these came from.
struct Form {
    RecordId id;
    int record = 0;
    std::string type;
    merge::VersionVector shown;
    std::map<std::string, Seen> seen;  ///< by path of the model
    Seen all;
};

/// Which saves the changes of a request are: a copied store may give a name that another has given too.
using Meaning = std::map<Dot, SaveId>;

/// A request that was sent and may still arrive.
struct OldRequest {
    net::Request request;
    Meaning meaning;
};

/// A bundle that somebody carries about, and the answers to it.
struct SimBundle {
    int station = 0;
    SealKey key;  ///< what its answers are sealed to
    Bytes bytes;
    std::vector<std::optional<protocol::SyncRequest>> said;  ///< by item; nothing: it is no sync
    Meaning meaning;
    std::vector<Bytes> answers;
};

/// What is remembered of a store, and goes along when it is copied or backed up.
struct OfAStore {
    std::vector<SaveId> saves;           ///< of this store, in order
    std::map<SaveId, SaveId> again;      ///< what those became that it issued again
    Meaning names;                       ///< of its saves
    std::map<std::int64_t, int> people;  ///< local number → person of the model
    std::set<SaveId> closed;             ///< refused ones that a person has dealt with
    std::set<SaveId> answered;           ///< accepted ones, as it has heard
};

struct Station : OfAStore {
    Station(const std::int64_t& trueTime, std::uint64_t seed) : clock(trueTime), random(seed) {}
    int number = 0;
    int lineage = 0;  ///< copies of one store share it
    std::string name;
    std::filesystem::path folder;
    Disk disk;
    SimClock clock;
    testing::SeededRandom random;
    std::unique_ptr<store::Store> store;
    std::map<ReplicaId, std::uint64_t> penSeq;
    std::vector<Form> forms;
    std::optional<std::filesystem::path> backup;
    OfAStore backedUp;
    bool enrolled = false;
    int life = 0;        ///< of the hub that it has synced with: how often that was put back
    bool ended = false;  ///< the hub said that nobody here has authority any more
};

/// A verified backup of the hub, and what its log had reached.
struct HubCopy {
    std::filesystem::path file;
    Position position;
};

struct SimPerson {
    RecordId id;
    std::string name, role, org;
};

}  // namespace fayi::sim
