// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "disk.h"
#include "fayi/records/plan.h"
#include "fayi/runtime/sync_session.h"
#include "fayi/server/administration.h"
#include "fayi/server/service.h"
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/testing/fakes.h"
#include "model.h"
#include "plan.h"
#include "station.h"

namespace fayi::sim {

inline constexpr const char* kHubFile = "hub.sqlite";

/// One world: computers, people, a hub, and the model that watches.
class World {
public:
    explicit World(const Plan& plan);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    void perform(const Operation& operation);
    /// Faults stop: every queue drains within a bounded number of rounds.
    void drain();
    /// Every invariant that can be seen at rest.
    void check();

    const std::vector<std::string>& trace() const { return m_trace; }
    const std::map<std::string, std::uint64_t>& counts() const { return m_counts; }
    std::uint64_t crashes() const { return m_crashes; }
    std::size_t stationCount() const { return m_stations.size(); }

    // For the network
    // -----------------------------------------------------------------------------------------------------
    bool strikes(Fault fault, Chance& chance, int oneIn);
    net::Response handle(const net::Request& request, const Meaning& meaning);
    Meaning seeRequest(Station& station, const protocol::SyncRequest& request);
    void deliver(const protocol::SyncRequest& request, const Meaning& meaning, const Bytes& body);
    void seeAnswer(const protocol::SyncRequest& request, const Meaning& meaning, const Bytes& body);
    void seePage(const protocol::SyncResponse& page);
    void keepOld(net::Request request, const Meaning& meaning) {
        m_old.push_back({std::move(request), meaning});
    }
    std::uint64_t hubPosition();
    void restartHub();
    bool hubIsDead() const { return m_hubDisk.dead(); }
    void threatenHub(Chance& chance) { m_hubDisk.cutAfter(1 + chance() % 30); }
    void spareHub() { m_hubDisk.spare(); }
    void note(const std::string& line) { m_trace.push_back(line); }
    [[noreturn]] void violate(const std::string& invariant, const std::string& what) const;

private:
    // World
    void makeHub();
    void makePeople();
    Station& addStation(const std::string& name);
    void enrol(Station& station, std::int64_t person, int who, Chance* faults);
    hub::Context context() { return {*m_hub, m_hubClock, m_hubRandom, *m_references}; }
    void count(const std::string& what) { ++m_counts[what]; }
    void readTypes();
    void followLog();
    void followLine(const hub::LogLine& line);
    void backUpHub();
    void restoreHub();
    void forgetAfter(Position position);
    void readLocks();
    void learnRules();
    void learnRefused(const protocol::SyncRequest& request, const Meaning& meaning,
                      const protocol::SyncResponse& answer);
    void areOne(SaveId id, SaveId other);
    bool takesPlace(Dot dot, SaveId id);
    void mean(Dot dot, SaveId id);
    void judgeRefusal(SaveId id, const std::string& code);
    void judgeAcceptance(SaveId id);
    void readAuthority(int person);
    void seeChange(const protocol::Change& change, const char* where);

    // Stations
    void restart(Station& station, bool power);
    void afterRestart(Station& station);
    void learnNames(Station& station, const std::vector<protocol::SentChange>& changes,
                    const std::vector<merge::VersionVector::Entry>& own);
    std::vector<SaveId> savesBehind(const Station& station,
                                    const std::vector<const protocol::Change*>& changes,
                                    const std::vector<merge::VersionVector::Entry>& own) const;
    SaveId issueTwice(Station& station, SaveId old);
    bool namedFor(const Station& station, SaveId id,
                  const std::vector<merge::VersionVector::Entry>& own) const;
    bool isShared(SaveId id) const;
    bool isAnswered(SaveId id) const;
    bool isOnItsWay(SaveId id) const;
    bool isElsewhere(const Station& station, SaveId id) const;
    void judgeTwice(SaveId id) const;
    void followTwice(const Station& station, SaveId id);
    bool sameContent(const protocol::Change& change, SaveId id, bool part = false) const;
    runtime::SyncResult sync(Station& station, Chance& chance, bool faulty, int mostExchanges);
    void hearResult(Station& station, const runtime::SyncResult& result, Chance& chance, bool doomed);

    // Bundles
    void writeBundle(Station& station, Chance& chance);
    void carryBundle(Chance& chance);
    void handIn(SimBundle& bundle, Chance& chance);
    void readAnswer(const SimBundle& bundle, Chance& chance);
    void eachAnswer(const SimBundle& bundle, const Bytes& answer,
                    const std::function<void(const protocol::SyncRequest&, const Bytes&)>& see);

    // Names
    std::string modelPath(const Station* station, const std::string& path, int record, SaveId own = -1) const;
    /// What a name means in a store, or (no station) at the hub.
    std::optional<SaveId> saveOf(const Station* station, Dot dot) const;
    std::optional<int> recordOf(const Station* station, RecordId id) const;

    // Writing
    std::optional<Form> load(Station& station, RecordId id);
    std::optional<RecordId> pick(Station& station, Chance& chance, const std::string& type = {});
    std::optional<std::int64_t> pen(Station& station, Chance& chance, RecordId id, bool reviewer = false);
    bool save(Station& station, std::int64_t person, const std::optional<Form>& form,
              std::vector<store::Save> saves, Chance& chance);
    SaveId keepSave(Station& station, std::int64_t person, const std::optional<Form>& form,
                    const store::Save& save);
    std::string value(const char* what) { return std::string(what) + std::to_string(++m_values); }
    std::string sentences() { return value("一句") + "。" + value("二句") + "。" + value("三句") + "。"; }

    // Operations
    void useComputer(const Operation& operation, Station& station, Chance& chance);
    void writeSomething(const Operation& operation, Station& station, Chance& chance);
    void create(Station& station, Chance& chance, std::size_t large);
    void edit(Kind kind, Station& station, Chance& chance);
    Json patchFor(Kind kind, const Form& form, const store::StoredRecord& stored, Chance& chance);
    Json moveIn(const store::StoredRecord& stored, Chance& chance);
    Json rewrite(const char* field, const store::StoredRecord& stored, Chance& chance);
    void saveForm(Station& station, Chance& chance);
    void workflow(Kind kind, Station& station, Chance& chance);
    void moveRecord(Station& station, Chance& chance, bool outside);
    void resolve(Station& station, Chance& chance);
    void restoreVersion(Station& station, Chance& chance);
    void writeRaw(Kind kind, Station& station, Chance& chance);
    void joinPerson(Station& station, Chance& chance);
    void backUp(Station& station);
    void restoreBackup(Station& station);
    void clone(Station& station);
    void rule(Kind kind, Chance& chance);
    void lock(Chance& chance);
    void mend(Kind kind, Station& station, Chance& chance);
    void adopt(Station& station, std::int64_t person, const std::optional<Form>& form);
    void addDefinition(Chance& chance);
    void jumpClock(Station& station, Chance& chance);
    void deliverOld(Chance& chance);

    // Checks
    void checkFates();
    void checkHub();
    void checkStation(Station& station);
    std::set<int> membersOf(const Station& station);
    std::set<std::string> rootsOf(const std::set<int>& people, const std::string& type) const;
    std::string timesOf(const merge::RecordState& state, const std::string& path) const;
    bool mayBeForgotten(int record) const;
    void checkRegisters(const Station* station, int record, const merge::RecordState& state);
    void checkView(const Station* station, int record, const schema::RecordType* type,
                   const merge::RecordState& state, const std::set<std::string>& orgs);
    void checkItems(const std::string& what, const Station* station, int record, const records::View& view);
    Json told(const Station* station, int record, const records::View& view) const;
    void checkAttention(Station& station);
    void checkLists(const Station& station);
    void checkSound(Station& station, const std::string& when);

    const Plan m_plan;
    std::int64_t m_time = 1'772'413'200'000;  ///< true time, 2026-03-02 09:00 in China
    SimulatedDisks m_disks;
    Disk m_hubDisk;
    SimClock m_hubClock{m_time};
    testing::SeededRandom m_hubRandom;
    std::filesystem::path m_hubFolder;
    std::unique_ptr<hub::SqliteHubStore> m_hub;
    std::unique_ptr<hub::References> m_references;
    std::unique_ptr<hub::Service> m_service;

    std::vector<std::unique_ptr<Station>> m_stations;
    std::vector<SimPerson> m_people;
    std::vector<OldRequest> m_old;
    std::vector<SimBundle> m_bundles;
    std::optional<HubCopy> m_hubCopy;
    int m_life = 0;  ///< how often the hub was put back
    Chance m_chance;

    model::Model m_model;
    std::map<Dot, std::set<SaveId>> m_meanings;  ///< whatever a name has ever meant to the hub
    std::set<int> m_unclear;  ///< records whose names, or whose saves', have meant two things
    Meaning m_names;          ///< of what the hub has answered for
    Meaning m_inFlight;       ///< of the request that the hub is at, or was at last
    std::map<SaveId, std::set<std::set<std::string>>>
        m_stood;                         ///< where its record was whenever one was sent
    std::map<SaveId, SaveId> m_twins;    ///< of a save that was issued twice: the first of them
    std::set<SaveId> m_onTheirWay;       ///< of these, those of which one was then under way
    std::map<SaveId, int> m_lineages;    ///< of the store that issued such a one
    std::map<Dot, Bytes> m_seenChanges;  ///< digest of what each dot was ever seen to mean
    std::map<Dot, std::uint64_t> m_effective;
    std::set<SaveId> m_acknowledged;         ///< as accepted, to the station that sent them
    std::set<SaveId> m_delivered;            ///< the same of the sync that is under way
    std::map<int, std::set<int>> m_members;  ///< who joined at a station of the hub, by lineage
    std::map<int, int> m_copies;             ///< by lineage
    std::map<int, int> m_notices;            ///< by station
    Position m_followed;
    std::map<int, Json> m_told;  ///< what the hub shows of each record at the end
    int m_values = 0, m_definitions = 0;
    bool m_calm = false;  ///< faults have stopped
    std::size_t m_operation = 0;
    std::vector<std::string> m_trace;
    std::map<std::string, std::uint64_t> m_counts;
    std::uint64_t m_crashes = 0;
};

}  // namespace fayi::sim
