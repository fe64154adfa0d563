// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "fayi/base/crypto.h"
#include "fayi/server/administration.h"
#include "fayi/server/enrol.h"
#include "fayi/server/rejoin.h"
#include "fayi/server/reports.h"
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/server/sync.h"
#include "fayi/testing/fakes.h"

namespace fayi::hub::testing {

using fayi::testing::FakeClock;
using fayi::testing::SeededRandom;
using fayi::testing::TemporaryFolder;
using protocol::Change;
using protocol::SyncRequest;
using protocol::SyncResponse;

/// The fields of a small record.
inline const std::map<std::string, Json> kOutreach{
    {"theme", "民法典宣讲"}, {"happened_on", "2026-03-01"}, {"attendance", 40}};

/// The value of a Result, or a failed test and the end of the program.
template <typename T>
T must(Result<T> result) {
    if (!result.ok()) {
        ADD_FAILURE() << result.error().message.en;
        std::abort();
    }
    return std::move(result).value();
}

inline void must(const Status& status) {
    ASSERT_TRUE(status.ok()) << status.error().message.en;
}

/// One person's pen at a station under test: it writes, chains and signs like any other program would.
struct FakePen {
    RecordId person;
    SigningKey key;
    ReplicaId id;
    protocol::ChainHead head;
    std::vector<Change> log;  ///< seq 1 is the first
    std::uint64_t acked = 0;
    bool introduced = false;
    HybridTime last;
    std::map<std::uint64_t, protocol::Ack> receipts{};  ///< by the seq they end at
    std::map<std::uint64_t, protocol::Refusal> refused{};
    std::uint64_t sentBefore = 0;  ///< had been acknowledged by a hub that forgot it

    Dot write(const Clock& clock, Random& random, const std::string& type, RecordId record,
              std::vector<merge::Write> writes, Position authority = {});
    protocol::SignedHead signedHead(std::uint64_t seq) const;
};

/// A station as far as the hub can see one.
class FakeStation {
public:
    FakeStation(const Clock& clock, Random& random) : m_clock(clock), m_random(random) {}

    Credentials credentials;
    std::vector<protocol::Certificate> certificates;
    Position position;
    std::uint64_t epoch = 0;
    std::uint64_t backup = 0;
    std::map<ReplicaId, std::uint64_t> safe;  ///< as the hub said last
    bool showsReceipts = true;
    std::uint64_t scopeVersion = 0;
    std::vector<std::string> scope;
    std::vector<FakePen> pens;
    Millis clockError{0};  ///< its clock minus the hub's

    std::optional<protocol::FreshPull> fresh;
    std::map<Dot, protocol::SentChange> news;  ///< all that was ever received
    std::map<RecordId, protocol::SentState> states;
    std::vector<RecordId> left;
    std::vector<protocol::Refusal> refused;

    /// A new record of the first pen: plain fields and the product's own registers by path.
    RecordId create(const std::string& type, const std::map<std::string, Json>& fields, std::size_t pen = 0);
    /// Writes registers of a record that this station was never shown: contexts are empty.
    Dot write(RecordId record, const std::map<std::string, Json>& fields, std::size_t pen = 0);

    /// What it would send now.
    SyncRequest request() const;
    /// What it makes of an answer.
    void apply(const SyncResponse& answer);
    /// Asks once, and takes the answer in.
    std::variant<SyncResponse, Denied> sync(Context& context);
    /// Asks until there is no more; every answer must be good. The pages.
    std::vector<SyncResponse> syncAll(Context& context);

    bool holds(RecordId record) const { return news.contains(record.created) || states.contains(record); }
    /// Loses what it received, not how far it has read.
    void forgetAll() { news.clear(), states.clear(); }
    std::size_t changesOf(RecordId record) const;

private:
    const Clock& m_clock;
    Random& m_random;
};

/// A hub of Changshou in a folder of its own.
class HubTest : public ::testing::Test {
protected:
    HubTest();

    RecordId person(const std::string& role, const std::string& org, const std::string& name = "张三");
    std::string code(RecordId person);
    /// Enrols a new station with one person.
    FakeStation station(RecordId person, const std::string& name = "一号机");
    /// A further person at a station.
    void join(FakeStation& station, RecordId person);
    std::variant<protocol::EnrolResponse, Denied> enrolWith(const std::string& code,
                                                            std::uint64_t penSeed = 1);

    TemporaryFolder folder;
    FakeClock clock;
    SeededRandom random{20260302};
    std::unique_ptr<SqliteHubStore> store;
    References references;
    Context context;
};

/// The code of a denial; fails the test if it was none.
template <typename T>
std::string denialOf(const std::variant<T, Denied>& answer) {
    const auto* denied = std::get_if<Denied>(&answer);
    EXPECT_NE(denied, nullptr) << "it was not denied";
    return denied != nullptr ? denied->denial.code : std::string();
}

template <typename T>
const T& goodOf(const std::variant<T, Denied>& answer) {
    if (const auto* denied = std::get_if<Denied>(&answer)) {
        ADD_FAILURE() << denied->denial.code << ": " << denied->denial.reason.en;
        std::abort();
    }
    return std::get<T>(answer);
}

}  // namespace fayi::hub::testing
