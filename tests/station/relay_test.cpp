// SPDX-License-Identifier: Apache-2.0
// Bundles by file, by hand-in and through a relay on the office network.
#include "fayi/station/relay.h"

#include <fstream>

#include "district.h"
#include "fayi/base/split_file.h"
#include "fayi/server/bundle.h"
#include "relay_shelf.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;

/// Answers as long as somebody has to be waited for: a relay works on threads of its own.
template <typename Ready>
bool soon(std::mutex& mutex, std::condition_variable& changed, Ready ready) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, std::chrono::seconds(60), ready);
}

/// A relay and what it told.
struct Relaying {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<RelayEvent> events;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Relay> relay;

    explicit Relaying(const fs::path& data) {
        relay =
            must(Relay::start({data, "127.0.0.1:0", "", ""}, clock, random, [this](const RelayEvent& event) {
                const std::lock_guard lock(mutex);
                events.push_back(event);
                changed.notify_all();
            }));
    }
    std::size_t count(RelayEvent::Kind kind) const {
        return static_cast<std::size_t>(std::ranges::count(events, kind, &RelayEvent::kind));
    }
    bool told(RelayEvent::Kind kind, std::size_t times) {
        return soon(mutex, changed, [&] { return count(kind) >= times; });
    }
};

class Villages : public District {
protected:
    /// A file for a person, as the district gives it.
    fs::path enrolmentOf(const std::string& name, const std::string& role, const std::string& org) {
        const Json made = must(hub::addPerson(context, name, role, org));
        const RecordId person = *parseRecordId(made["person"].get<std::string>());
        const fs::path file = folder / (name + ".json");
        std::ofstream(file) << protocol::toJson(must(hub::enrolFile(context, person, codeFor(person), "")));
        return file;
    }
};

TEST_F(Villages, AVillageWithoutANetworkJoinsAndExchangesThroughTheOffice) {
    Desk office(1, "街道所"), village(2, "村站");
    join(office, "所长", "head", "500115001");
    const RecordId early = village.create("outreach", {{"theme", "加入之前"}});
    const Enrolled asked = must(village->enrolByFile(enrolmentOf("顾问", "advisor", "500115001200")));
    EXPECT_TRUE(asked.pending);
    EXPECT_EQ(asked.person.name, "顾问");
    Relaying relaying(office.folder / "data");
    const BundleReport sent = must(village->sendBundle(relaying.relay->url(), ""));
    EXPECT_TRUE(sent.kept);
    EXPECT_EQ(sent.changes, 1U);
    ASSERT_TRUE(relaying.told(RelayEvent::Kind::Forwarded, 1));
    const BundleReport back = must(village->sendBundle(relaying.relay->url(), ""));
    EXPECT_TRUE(back.answered);
    EXPECT_EQ(back.sync.pushed, 1U);
    EXPECT_EQ(village->person().name, "顾问");
    EXPECT_EQ(village.get(early).view.org, "500115001200");
    must(office->sync());
    EXPECT_EQ(office.get(early).updatedBy, "顾问");
    ASSERT_TRUE(relaying.told(RelayEvent::Kind::Forwarded, 2));
    must(village->sendBundle(relaying.relay->url(), ""));
    EXPECT_EQ(village.get(early).sync, "received");
}

TEST_F(Villages, TheRelayKeepsWhatItTookWhileTheHubIsAwayAndOverItsOwnEnd) {
    Desk office(1, "街道所"), village(2, "村站");
    join(office, "所长", "head", "500115001");
    join(village, "顾问", "advisor", "500115001200");
    server.reset();  // the hub is away
    const RecordId id = village.create("outreach", {{"theme", "等着的"}});
    {
        Relaying relaying(office.folder / "data");
        EXPECT_TRUE(must(village->sendBundle(relaying.relay->url(), "")).kept);
        ASSERT_TRUE(relaying.told(RelayEvent::Kind::Unreachable, 1));
    }
    auto shelf = must(RelayShelf::open(office.folder / "data" / "relay"));
    EXPECT_EQ(shelf->waiting(), 1U);
    // The same bytes by whatever way: somebody carries a copy to the hub.
    const Bytes bundle = must(shelf->read(*shelf->next()));
    const auto taken = must(hub::takeBundle(
        context, [&]() -> Result<protocol::BundleReader::Source> { return protocol::sourceOf(bundle); }));
    EXPECT_EQ(std::get<hub::BundleTaken>(taken).counts.accepted, 1U);
    EXPECT_EQ(bundle.find("等着的"), Bytes::npos);
    EXPECT_EQ(village.get(id).sync, "waiting");
}

TEST_F(Villages, WhatTheHubDeniesIsToldToWhoeverAsksForTheAnswer) {
    Desk office(1, "街道所"), village(2, "村站");
    join(office, "所长", "head", "500115001");
    const Json made = must(hub::addPerson(context, "顾问", "advisor", "500115001200"));
    const RecordId person = *parseRecordId(made["person"].get<std::string>());
    must(village->enrol(server->url(), codeFor(person), ""));
    village.create("outreach", {{"theme", "来不及"}});
    must(hub::revokePerson(context, person, true));
    Relaying relaying(office.folder / "data");
    EXPECT_TRUE(must(village->sendBundle(relaying.relay->url(), "")).kept);
    ASSERT_TRUE(relaying.told(RelayEvent::Kind::Denied, 1));
    const auto denied = village->sendBundle(relaying.relay->url(), "");
    ASSERT_FALSE(denied.ok());
    EXPECT_EQ(denied.error().code, ErrorCode::Refused);
    EXPECT_NE(denied.error().message.zh.find("撤销"), std::string::npos) << denied.error().message.zh;
}

TEST_F(Villages, AnyStationHandsInTheBundleOfAnotherAndBringsTheAnswerBack) {
    Desk office(1, "街道所"), village(2, "村站");
    join(office, "所长", "head", "500115001");
    must(village->enrolByFile(enrolmentOf("顾问", "advisor", "500115001200")));
    village.create("outreach", {{"theme", "托人带走"}});
    must(village->writeBundle(folder / "stick", 0, [](std::uint64_t, std::uint64_t) {}));
    const auto carried = must(office->carryBundle({folder / "stick"}, server->url(), "", folder / "answer"));
    EXPECT_FALSE(carried.kept);
    const auto wrong = office->readBundle({folder / "answer"});
    ASSERT_FALSE(wrong.ok());
    EXPECT_NE(wrong.error().message.zh.find("村站"), std::string::npos) << wrong.error().message.zh;
    EXPECT_EQ(must(village->readBundle({folder / "answer"})).sync.pushed, 1U);
    EXPECT_EQ(office->carryBundle({folder / "answer"}, server->url(), "", folder / "x").error().code,
              ErrorCode::Usage);
}

TEST_F(Villages, TheRelayTakesNothingButBundlesOfItsDistrict) {
    Desk office(1, "街道所");
    join(office, "所长", "head", "500115001");
    Relaying relaying(office.folder / "data");
    transport::HttpTransport way(relaying.relay->url(), {}, {});
    EXPECT_EQ(way.post(protocol::kBundlesTarget, "no bundle", protocol::kBundleMedia).status, 400);
    EXPECT_EQ(way.post(protocol::kSyncTarget, "", protocol::kCborMedia).status, 404);
    EXPECT_EQ(way.get("/v1/bundles/../../station.db", protocol::kBundleMedia).status, 404);
    EXPECT_EQ(way.get("/v1/bundles/00000000000000000000000000000000", protocol::kBundleMedia).status, 404);
    EXPECT_TRUE(relaying.told(RelayEvent::Kind::Refused, 1));
    Desk alone(3);
    const auto none = Relay::start({alone.folder / "data", "127.0.0.1:0", "", ""}, clock, random, {});
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, ErrorCode::Usage);
}

TEST_F(Villages, TwoStationsExchangeByFilesAloneAndTheirDumpsAreEqual) {
    Desk a(1, "甲机"), b(2, "乙机");
    must(a->enrolByFile(enrolmentOf("甲", "clerk", "500115001")));
    must(b->enrolByFile(enrolmentOf("乙", "clerk", "500115001")));
    const RecordId one = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    const auto carry = [&](Desk& desk) {
        const fs::path out = folder / "stick", back = folder / "answer";
        const auto quiet = [](std::uint64_t, std::uint64_t) {};
        EXPECT_GT(must(desk->writeBundle(out, 2048, quiet)).bytes, 0U);
        const std::vector<fs::path> files{out};
        const auto taken = must(hub::takeBundle(
            context, [&]() -> Result<protocol::BundleReader::Source> { return readingParts(files); }));
        std::ofstream to(back, std::ios::binary | std::ios::trunc);
        must(hub::answerBundle(context, std::get<hub::BundleTaken>(taken).answer,
                               [&to](std::string_view piece) {
                                   to << piece;
                                   return Status();
                               }));
        to.close();
        return must(desk->readBundle({back}));
    };
    carry(a);
    carry(b);
    a.edit(one, {{"attendance", 31}});
    b.edit(one, {{"attendance", 35}});
    carry(a);
    EXPECT_TRUE(carry(b).needsAttention()) << "an open conflict";
    carry(a);
    EXPECT_EQ(a.dump().second.sha256, b.dump().second.sha256);
    EXPECT_EQ(must(a->conflicts()).size(), 1U);
    EXPECT_EQ(a->sync().error().code, ErrorCode::Usage) << "it knows no address";
}

}  // namespace
}  // namespace fayi::station
