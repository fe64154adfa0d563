// SPDX-License-Identifier: Apache-2.0
// The order of lists: where an edit puts items, and what becomes of it when several people move and add at
// once.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "fayi/records/plan.h"
#include "fayi/records/view.h"
#include "fayi/schema/catalog.h"
#include "replicas.h"

namespace fayi::records {
namespace {

const schema::RecordType& review() {
    static const schema::Catalog kCatalog = schema::Catalog::builtIn().value();
    return *kCatalog.type("contract-review");
}

/// A contract review whose opinions are known by a word each.
struct Desk {
    merge::RecordState state;
    std::uint64_t seqs[2] = {0, 0};
    std::uint64_t time = 0;

    explicit Desk(std::vector<std::string> words = {"一", "二", "三"}) {
        Json findings = Json::array();
        for (const std::string& word : words)
            findings.push_back({{"advice", word}});
        save(state, kA, planCreate(review(), {{"findings", findings}}, "500115001"));
    }
    void save(merge::RecordState& on, ReplicaId who, const Plan& plan) {
        RC_ASSERT(plan.refused.empty());
        on.apply({who, ++seqs[who.value - 0xA]}, HybridTime::of(Millis(++time)), plan.writes);
    }
    void edit(merge::RecordState& on, ReplicaId who, const Json& findings) {
        save(on, who, planEdit(review(), on, on.seen(), {{"findings", findings}}));
    }
    static Json findings(const merge::RecordState& of) {
        const View shown = view(&review(), "contract-review", of);
        return shown.fields.value("findings", Json::array());
    }
    static std::string order(const merge::RecordState& of) {
        std::string out;
        for (const Json& one : findings(of))
            out += one.value("advice", "?");
        return out;
    }
    static std::string idOf(const merge::RecordState& of, const std::string& word) {
        for (const Json& one : findings(of))
            if (one.value("advice", "") == word)
                return one["item"];
        return {};
    }
    std::string id(const std::string& word) const { return idOf(state, word); }
    std::size_t refusals(const Json& findings) const {
        return planEdit(review(), state, state.seen(), {{"findings", findings}}).refused.size();
    }
};

TEST(ListOrder, AnItemMovesBehindAnotherOrToTheFront) {
    Desk desk;
    desk.edit(desk.state, kA, {{{"item", desk.id("一")}, {"after", desk.id("二")}}});
    EXPECT_EQ(Desk::order(desk.state), "二一三");
    desk.edit(desk.state, kA, {{{"item", desk.id("三")}, {"after", nullptr}}});
    EXPECT_EQ(Desk::order(desk.state), "三二一");
}

TEST(ListOrder, AMoveWritesOneRegister) {
    Desk desk;
    const Plan plan = planEdit(review(), desk.state, desk.state.seen(),
                               {{"findings", {{{"item", desk.id("一")}, {"after", desk.id("二")}}}}});
    ASSERT_EQ(plan.writes.size(), 1U);
    EXPECT_EQ(plan.writes[0].path, "findings/" + desk.id("一"));
}

TEST(ListOrder, NewItemsGoWhereTheyAreSaidToGo) {
    Desk desk;
    desk.edit(desk.state, kA,
              {{{"advice", "甲"}, {"after", desk.id("一")}},
               {{"advice", "乙"}, {"after", "~1"}},
               {{"advice", "丙"}, {"after", nullptr}},
               {{"advice", "丁"}}});
    EXPECT_EQ(Desk::order(desk.state), "丙一甲乙二三丁");
}

TEST(ListOrder, WhatCannotBeMeantIsRefused) {
    Desk desk;
    EXPECT_EQ(desk.refusals({{{"advice", "甲"}, {"after", "made-up"}}}), 1U);
    EXPECT_EQ(desk.refusals({{{"advice", "甲"}, {"after", "~1"}}}), 1U);
    EXPECT_EQ(desk.refusals({{{"advice", "甲"}, {"after", 7}}}), 1U);
    EXPECT_EQ(desk.refusals({{{"item", desk.id("一")}, {"after", desk.id("一")}}}), 1U);
}

TEST(ListOrder, WithoutRoomTheNeighboursMoveOnInTheSameSave) {
    Desk desk;
    std::string expected = "一";
    for (int i = 0; i < 40; ++i) {
        const std::string word = std::to_string(i % 10);
        desk.edit(desk.state, kA, {{{"advice", word}, {"after", desk.id("一")}}});
        expected.insert(std::string("一").size(), word);
    }
    EXPECT_EQ(Desk::order(desk.state), expected + "二三");
}

TEST(ListOrder, TwoPeopleWhoMoveOneItemLeaveItInOnePlace) {
    Desk desk;
    merge::RecordState other = desk.state;
    desk.edit(desk.state, kA, {{{"item", desk.id("二")}, {"after", nullptr}}});
    desk.edit(other, kB, {{{"item", desk.id("二")}, {"after", desk.id("三")}}});
    desk.state.join(other);
    EXPECT_EQ(Desk::order(desk.state), "一三二");  // the later move
    EXPECT_TRUE(view(&review(), "contract-review", desk.state).conflicts.empty());
}

TEST(ListOrder, AMoveWinsOverARemovalThatHadNotSeenIt) {
    Desk desk;
    merge::RecordState other = desk.state;
    desk.edit(desk.state, kA, {{{"item", desk.id("二")}, {"removed", true}}});
    desk.edit(other, kB, {{{"item", Desk::idOf(other, "二")}, {"after", nullptr}}});
    desk.state.join(other);
    EXPECT_EQ(Desk::order(desk.state), "二一三");
}

TEST(ListOrder, AnItemBroughtBackByAnEditStandsLastUntilItIsMoved) {
    Desk desk;
    merge::RecordState other = desk.state;
    const std::string two = desk.id("二");
    desk.edit(desk.state, kA, {{{"item", two}, {"removed", true}}});
    desk.edit(other, kB, {{{"item", two}, {"advice", "贰"}}});
    desk.state.join(other);
    EXPECT_EQ(Desk::order(desk.state), "一三贰");
    desk.edit(desk.state, kA, {{{"item", two}, {"after", desk.id("一")}}});
    EXPECT_EQ(Desk::order(desk.state), "一贰三");
    desk.edit(desk.state, kA, {{{"item", two}, {"removed", true}}});
    EXPECT_EQ(Desk::order(desk.state), "一三");
}

TEST(ListOrder, BehindAnItemThatIsTakenOutByNowMeansLast) {
    Desk desk;
    const std::string two = desk.id("二");
    desk.edit(desk.state, kB, {{{"item", two}, {"removed", true}}});
    desk.edit(desk.state, kA, {{{"advice", "甲"}, {"after", two}}});
    EXPECT_EQ(Desk::order(desk.state), "一三甲");
}

TEST(ListOrder, PlacesOfAHostileClientOverflowNothing) {
    Desk desk;
    desk.state.apply({kB, 1}, HybridTime::of(Millis(99)),
                     {{"findings/~1", std::numeric_limits<std::int64_t>::max(), {}, {}},
                      {"findings/~1/advice", "末", {}, {}},
                      {"findings/~2", std::numeric_limits<std::int64_t>::min(), {}, {}},
                      {"findings/~2/advice", "首", {}, {}}});
    desk.edit(desk.state, kA, {{{"advice", "甲"}, {"after", nullptr}}, {{"advice", "乙"}}});
    EXPECT_EQ(Desk::findings(desk.state).size(), 7U);
    EXPECT_EQ(Desk::findings(desk.state)[0]["advice"], "甲");
}

/// One person's edit of a list: an item moves, comes or goes, by what the numbers say.
Json editOf(const merge::RecordState& state, unsigned bits, const std::string& word) {
    const Json items = Desk::findings(state);
    const auto pick = [&](unsigned n) { return items.empty() ? Json() : items[n % items.size()]["item"]; };
    const Json item = pick(bits / 4), after = bits % 3 == 0 ? Json() : pick(bits / 64);
    if (bits % 4 == 0 || items.size() < 2)
        return {{{"advice", word}, {"after", after}}};
    if (bits % 4 == 1)
        return {{{"item", item}, {"removed", true}}};
    return {{{"item", item}, {"after", after == item ? Json() : after}}};
}

RC_GTEST_PROP(ListLaws, ConcurrentMovesAndInsertsKeepEveryItemOnceAndInOneOrder, ()) {
    const auto edits = *rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0U, 4096U));
    Desk desk;
    merge::RecordState other = desk.state;
    std::set<std::string> words{"一", "二", "三"};
    int number = 0;
    for (const unsigned bits : edits) {
        const bool mine = bits % 2 == 0;
        merge::RecordState& on = mine ? desk.state : other;
        const std::string word = "w" + std::to_string(++number) + ";";
        const Json edit = editOf(on, bits / 2, word);
        if (!edit[0].contains("item"))
            words.insert(word);
        desk.edit(on, mine ? kA : kB, edit);
        if (bits % 5 == 0)
            on.join(mine ? other : desk.state);
    }
    merge::RecordState one = desk.state, two = other;
    one.join(other);
    two.join(desk.state);
    RC_ASSERT(Desk::findings(one) == Desk::findings(two));
    std::set<std::string> ids;
    for (const Json& item : Desk::findings(one)) {
        RC_ASSERT(ids.insert(item["item"]).second);
        RC_ASSERT(words.contains(item.value("advice", "")));
    }
}

RC_GTEST_PROP(ListLaws, AMoveWithoutAnybodyElsePutsTheItemExactlyThere, ()) {
    Desk desk({"一", "二", "三", "四", "五"});
    for (const unsigned bits : *rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0U, 4096U))) {
        std::vector<std::string> ids;
        for (const Json& item : Desk::findings(desk.state))
            ids.push_back(item["item"]);
        const std::string id = ids[bits % ids.size()], after = ids[(bits / 8) % ids.size()];
        const bool first = id == after;
        desk.edit(desk.state, kA, {{{"item", id}, {"after", first ? Json() : Json(after)}}});
        std::erase(ids, id);
        ids.insert(first ? ids.begin() : std::ranges::find(ids, after) + 1, id);
        std::vector<std::string> now;
        for (const Json& item : Desk::findings(desk.state))
            now.push_back(item["item"]);
        RC_ASSERT(now == ids);
    }
}

}  // namespace
}  // namespace fayi::records
