// SPDX-License-Identifier: Apache-2.0
// What is only on this computer, and the ways to begin anew or to read everything once more.
#include "fayi/station/anew.h"

#include "district.h"
#include "fayi/runtime/sync_session.h"
#include "fayi/station/personal.h"
#include "fayi/station/restore.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;

struct Anew : District {
    Desk desk{1, "甲机"};
    fs::path data = desk.folder / "data";

    void join() {
        const auto person = must(hub::addPerson(context, "何志远", "clerk", "500115001"));
        must(desk->enrol(server->url(), codeFor(*parseRecordId(person["person"].get<std::string>())), ""));
    }
    OnlyHere only() { return must(onlyHere(*desk.station, desk.clock)); }
};

TEST_F(Anew, EverythingOfAStoreThatJoinedNothingIsOnlyHere) {
    EXPECT_TRUE(only().none());
    desk.create("outreach", {{"theme", "甲"}});
    desk.create("outreach", {{"theme", "乙"}});
    EXPECT_EQ(only().records, 2u);
    EXPECT_EQ(readAnew(*desk.station).error().code, ErrorCode::Usage);
}

TEST_F(Anew, WhatTheDistrictHasIsNotOnlyHereAndAFormThatWasLeftIs) {
    join();
    const RecordId id = desk.create("outreach", {{"theme", "甲"}});
    EXPECT_EQ(only().records, 1u);
    must(desk->sync());
    EXPECT_TRUE(only().none());
    OpenForm form;
    form.subject = "new";
    form.type = "outreach";
    form.record = id;
    ASSERT_TRUE(must(FormJournal::open(data, desk.clock))->put(desk->person().number, form).ok());
    EXPECT_EQ(only().forms, 1u);
    EXPECT_FALSE(only().none());
}

TEST_F(Anew, NeitherIsDoneWhileAnotherProgramSyncs) {
    join();
    {
        const runtime::SyncLock lock(data);
        EXPECT_EQ(readAnew(*desk.station).error().code, ErrorCode::Unreachable);
        EXPECT_EQ(moveAside(data, desk.clock).error().code, ErrorCode::Unreachable);
    }
    EXPECT_TRUE(readAnew(*desk.station).ok());
    EXPECT_TRUE(keptAside(data).empty());
}

TEST_F(Anew, WhatWasMovedAsideOpensThereAndThePlaceIsFree) {
    desk.create("outreach", {{"theme", "甲"}});
    desk.station.reset();
    const fs::path aside = must(moveAside(data, desk.clock));
    EXPECT_EQ(keptAside(data), std::vector<fs::path>{aside});
    EXPECT_FALSE(fs::exists(data));
    EXPECT_EQ(must(must(Station::open(aside, desk.clock, desk.random))->count(all("outreach"))), 1u);
    EXPECT_TRUE(must(moveAside(data, desk.clock)).empty()) << "there is nothing any more";
    desk.station = must(Station::init(data, "甲机", desk.clock, desk.random));
    EXPECT_EQ(desk->status().records, 0u);
}

}  // namespace
}  // namespace fayi::station
