// SPDX-License-Identifier: Apache-2.0
// A town becomes a street in the middle of the year: one history, and figures right on both sides of the day.
#include "district.h"
#include "fayi/server/reports.h"

namespace fayi::station {
namespace {

constexpr const char* kTown = "500115128";
constexpr const char* kStreet = "500115008";

struct Street : District {
    Desk clerk{1, "甲机"}, head{2, "乙机"}, boss{3, "丙机"};

    void SetUp() override {
        for (testing::FakeClock* each : {&clock, &clerk.clock, &head.clock, &boss.clock})
            each->advance(std::chrono::hours(24 * 200));
        join(clerk, "文书", "clerk", kTown);
        join(head, "所长", "head", kTown);
        join(boss, "区局", "district", "500115");
    }
    hub::UnitChange change() const {
        return {kTown, kStreet, "龙河街道", "Longhe Street", "street", "2026-07-01"};
    }
    void everybodySyncs() {
        for (int round = 0; round < 2; ++round)
            for (Desk* desk : {&clerk, &head, &boss})
                must((*desk)->sync());
    }
    RecordId verified(const std::string& day) {
        Json fields = wholeOutreach("民法典 " + day, day);
        fields["campaigns"] = {"law-to-grassroots"};
        const RecordId id = clerk.create("outreach", fields);
        must(clerk->submit(id));
        everybodySyncs();
        head.clock.advance(Millis(1000));
        must(head->verify(id));
        everybodySyncs();
        return id;
    }
    /// F51 of a unit, told alike by the district's station, the street's own and the hub.
    double events(const char* from, const char* to, const std::string& unit) {
        double out = -1;
        for (Desk* desk : {&boss, &clerk})
            for (const FigureValue& figure : must((*desk)->figures("annual", from, to, unit)))
                if (figure.id == "F51") {
                    EXPECT_TRUE(out < 0 || out == figure.value);
                    out = figure.value;
                }
        const Json told = must(hub::figures(context, {"annual", from, to, unit}, Language::Zh));
        for (const Json& figure : told["figures"])
            if (figure["id"] == "F51") {
                EXPECT_EQ(figure["value"], Json(static_cast<std::int64_t>(out))) << "at the hub";
            }
        return out;
    }
};

TEST_F(Street, RecordsKeepTheCodeOfTheirDayAndTheStreetCountsThemAll) {
    clock.advance(std::chrono::hours(24));
    const RecordId march = verified("2026-03-01");
    const Json told = must(hub::replaceUnit(context, change()));
    EXPECT_EQ(told["people"], (Json{"文书", "所长"}));
    everybodySyncs();
    EXPECT_EQ(clerk.get(march).view.org, kTown) << "what was there is there still";
    const RecordId july = verified("2026-07-02"), late = verified("2026-06-30");
    EXPECT_EQ(head.get(july).view.org, kStreet);
    EXPECT_EQ(head.get(late).view.org, kTown) << "entered later, happened in the town";
    const char* from = "2026-01-01";
    const char* to = "2026-12-31";
    EXPECT_EQ(events(from, to, kStreet), 3) << "one history";
    EXPECT_EQ(events(from, to, kTown), 2);
    EXPECT_EQ(events(from, to, "500115"), 3) << "the district counts none twice";
    EXPECT_EQ(events(from, "2026-06-30", kStreet), 2);
    EXPECT_EQ(events(from, "2026-06-30", kTown), 2);
    EXPECT_EQ(events("2026-07-01", to, kStreet), 1);
    EXPECT_EQ(events("2026-07-01", to, kTown), 0);
    EXPECT_EQ(must(clerk->history(march)).size(), must(boss->history(march)).size());
}

TEST_F(Street, WhoComesLaterSeesTheTownsRecordsToo) {
    const RecordId march = verified("2026-03-01");
    must(hub::replaceUnit(context, change()));
    Desk late{4, "丁机"};
    late.clock.advance(std::chrono::hours(24 * 200));
    join(late, "新文书", "clerk", kStreet);
    EXPECT_EQ(late.get(march).view.org, kTown);
    const RecordId own = late.create("outreach", wholeOutreach("民法典", "2026-07-05"));
    must(late->sync());
    everybodySyncs();
    EXPECT_EQ(clerk.get(own).view.org, kStreet) << "and those of the town see the street's";
    EXPECT_TRUE(clerk->edit(march, {{"attendance", 31}}).ok());
    EXPECT_TRUE(must(clerk->sync()).refused.empty());
}

TEST_F(Street, IsGivenTwiceWithoutHarmAndRefusedWhereItDoesNotFit) {
    must(hub::replaceUnit(context, change()));
    const std::size_t units = must(hub::listOrgs(context)).size();
    must(hub::replaceUnit(context, change()));
    EXPECT_EQ(must(hub::listOrgs(context)).size(), units);
    const auto refused = [&](hub::UnitChange wrong) {
        const auto answer = hub::replaceUnit(context, wrong);
        return answer.ok() ? std::string("done") : answer.error().message.en;
    };
    hub::UnitChange other = change();
    other.successor = "500115009";
    EXPECT_EQ(refused(other), "500115128 was followed by 500115008 already");
    EXPECT_EQ(refused({"500115199", kStreet, "", "", "", "2026-07-01"}),
              "there is no such org unit: 500115199");
    EXPECT_EQ(refused({"500115137", "500115010", "", "", "", "2026-07-01"}),
              "the new unit needs a name and a kind");
    EXPECT_EQ(refused({"500115137", kStreet, "", "", "", "2026-06-01"}),
              "the new unit is not in force on 2026-06-01");
    EXPECT_EQ(refused({"500115137", kStreet, "", "", "", "1.7.2026"}),
              "a date is written 2020-07-01: 1.7.2026");
    EXPECT_EQ(
        refused({"500115003", "500115122", "", "", "", "2000-01-01"}).find("cycle") != std::string::npos,
        true);
}

}  // namespace
}  // namespace fayi::station
