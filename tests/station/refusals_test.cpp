// SPDX-License-Identifier: Apache-2.0
// At the desk: what the district refused, and what it has locked.
#include "district.h"
#include "fayi/base/limits.h"

namespace fayi::station {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Refused : District {
    Desk a{1, "甲机"};

    void SetUp() override { join(a, "何志远", "head", "500115001"); }
    void lock(const std::string& until) { must(hub::lockPeriod(context, "500115001", until)); }
    RecordId outreach(const std::string& day = "2026-03-01") {
        return a.create("outreach", wholeOutreach("民法典", day));
    }
    static std::vector<std::string> locks(const Record& record) {
        std::vector<std::string> out;
        for (const schema::Problem& problem : record.problems)
            if (problem.kind == schema::Problem::Kind::Locked) {
                EXPECT_EQ(problem.severity, schema::Problem::Severity::Warning);
                out.push_back(problem.field);
            }
        return out;
    }
};

TEST_F(Refused, AKnownLockIsWarnedOfAtTheSaveAndNeverBlocksIt) {
    const RecordId id = outreach("2026-02-10");
    must(a->sync());
    lock("2026-02-15");
    EXPECT_THAT(locks(a.edit(id, {{"attendance", 31}})), IsEmpty()) << "the station has not heard of it yet";
    must(a->sync());
    EXPECT_EQ(locks(a.edit(id, {{"attendance", 32}})), std::vector<std::string>{"happened_on"});
    EXPECT_EQ(locks(a.edit(id, {{"happened_on", "2026-02-20"}})), std::vector<std::string>{"happened_on"})
        << "out of the period";
    EXPECT_EQ(locks(must(a->create("outreach", wholeOutreach("新", "2026-02-11")))),
              std::vector<std::string>{"happened_on"});
    EXPECT_THAT(locks(must(a->create("outreach", wholeOutreach("新", "2026-02-28")))), IsEmpty());
    EXPECT_EQ(locks(must(a->submit(id))), std::vector<std::string>{})
        << "it is shown outside of the period now";
    const SyncReport report = must(a->sync());
    for (const Attention& one : report.refused)
        EXPECT_EQ(one.code, "locked");
    EXPECT_THAT(report.refused, SizeIs(4));
    EXPECT_EQ(a.get(id).view.happenedOn, "2026-02-10");
    EXPECT_EQ(a.get(id).view.fields["attendance"], 30);
}

TEST_F(Refused, AnEditIsMendedByTheFormThatShowsWhatWasRefused) {
    const RecordId id = outreach();
    must(a->sync());
    lock("2026-03-31");
    a.edit(id, {{"attendance", 99}});
    must(a->sync());
    const std::vector<Attention> attention = a->needsAttention().value();
    ASSERT_THAT(attention, SizeIs(1));
    const Dot change = attention[0].change;
    EXPECT_EQ(must(a->mendable(change)).view.fields["attendance"], 99);
    EXPECT_EQ(a.get(id).view.fields["attendance"], 30);
    lock("");
    must(a->sync());
    const Mended mended = must(a->mend(change, {{"attendance", 98}}));
    EXPECT_FALSE(mended.was);
    EXPECT_EQ(mended.record.view.fields["attendance"], 98);
    EXPECT_THAT(must(a->sync()).refused, IsEmpty());
    EXPECT_EQ(a.get(id).sync, "received");
    EXPECT_EQ(a->mend(change, Json::object()).error().code, ErrorCode::NotFound);
}

TEST_F(Refused, ACreationOutsideTheScopeIsMendedWithAnotherUnit) {
    a->leavePermissionToHub();
    const RecordId old = a.create("outreach", wholeOutreach("外镇", "2026-03-01"), "500115002");
    must(a->sync());
    EXPECT_TRUE(a.get(old).creationRefused);
    EXPECT_EQ(a->edit(old, {{"attendance", 1}}).error().code, ErrorCode::Validation);
    EXPECT_EQ(a->mend(old.created, {{"org", "42"}}).error().code, ErrorCode::Validation);
    const Mended mended = must(a->mend(old.created, {{"org", "500115001"}}));
    EXPECT_EQ(mended.was, old);
    EXPECT_EQ(mended.record.view.org, "500115001");
    EXPECT_THAT(must(a->sync()).refused, IsEmpty());
    const Json json = toJson(*a.station, mended, Language::Zh);
    EXPECT_EQ(json["was"], toText(old));
    EXPECT_EQ(json["mended"], Json::array({toText(old)}));
    EXPECT_EQ(a->get(old).error().code, ErrorCode::NotFound);
}

TEST_F(Refused, MendingIsPermittedOnlyWhereWritingIs) {
    a->leavePermissionToHub();
    const RecordId old = a.create("outreach", wholeOutreach("外镇", "2026-03-01"), "500115002");
    must(a->sync());
    a.station.reset();
    a.station = must(Station::open(a.folder / "data", a.clock, a.random));
    EXPECT_EQ(a->mend(old.created, Json::object()).error().code, ErrorCode::Validation);
    EXPECT_THAT(a->needsAttention().value(), SizeIs(1));
    const store::Closed closed = must(a->discard(old.created));
    EXPECT_TRUE(closed.removed);
    EXPECT_EQ(discardedJson(old.created, closed)["discarded"], toText(old));
    EXPECT_THAT(a->needsAttention().value(), IsEmpty());
}

TEST_F(Refused, AnOversizedChangeStaysHereToBeMended) {
    const auto advice = [](std::size_t points) {
        Json out = Json::array();
        std::string text;
        for (std::size_t i = 0; i < points; ++i)
            text += "字";
        for (int i = 0; i < 95; ++i)
            out.push_back({{"advice", text}});
        return out;
    };
    const schema::Field* field = a->catalog().type("contract-review")->find("findings", "advice");
    const Json large{{"contract_name", "巨额合同"}, {"findings", advice(field->maxLength)}};
    ASSERT_GT(large.dump().size(), limits::kChangeBytes);
    EXPECT_EQ(a->create("contract-review", large).error().code, ErrorCode::Validation);
    a->leavePermissionToHub();
    const RecordId old = a.create("contract-review", large);
    const SyncReport report = must(a->sync());
    ASSERT_THAT(report.refused, SizeIs(1));
    EXPECT_EQ(report.refused[0].code, "size");
    EXPECT_EQ(a.get(old).view.fields["findings"][94]["advice"], large["findings"][94]["advice"]);
    Json items = Json::array();
    const Record kept = a.get(old);
    for (const Json& item : kept.view.fields["findings"])
        items.push_back({{"item", item["item"]}, {"advice", "见附件"}});
    const Mended mended = must(a->mend(old.created, {{"findings", items}}));
    EXPECT_THAT(mended.record.view.fields["findings"], SizeIs(95));
    EXPECT_THAT(must(a->sync()).refused, IsEmpty());
    EXPECT_TRUE(must(a->check()).faults.empty());
}

TEST_F(Refused, WhatIsCountedForOnePersonIsTheirs) {
    outreach();
    join(a, "李四", "clerk", "500115002");
    a->leavePermissionToHub();
    a.create("outreach", wholeOutreach("外镇", "2026-03-01"), "500115003");
    must(a->sync());
    EXPECT_EQ(a->status().records, 2U);
    EXPECT_EQ(a->status().refused, 1U);
    ASSERT_TRUE(a->actAs("何志远").ok());
    EXPECT_EQ(a->status().records, 1U);
    EXPECT_EQ(a->status().refused, 0U);
    EXPECT_THAT(a->needsAttention().value(), IsEmpty());
    ASSERT_TRUE(a->actAs("李四").ok());
    EXPECT_EQ(a->status().refused, 1U);
}

}  // namespace
}  // namespace fayi::station
