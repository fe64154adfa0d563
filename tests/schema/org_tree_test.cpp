// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

namespace fayi::schema {
namespace {

const OrgTree& changshou() {
    return *definitions().orgTree("500115");
}

TEST(OrgTree, ChangshouHasItsNineteenStreetsAndTowns) {
    const OrgTree& tree = changshou();
    ASSERT_NE(tree.find("500115"), nullptr);
    EXPECT_EQ(tree.find("500115")->name.zh, "长寿区");
    std::size_t streets = 0;
    std::size_t towns = 0;
    for (const OrgUnit* unit : tree.children("500115")) {
        if (!unit->inForce("2026-01-01"))
            continue;
        streets += unit->kind == "street" ? 1 : 0;
        towns += unit->kind == "town" ? 1 : 0;
        EXPECT_GE(tree.children(unit->code).size(), 3u) << unit->code;
    }
    EXPECT_EQ(streets, 7u);
    EXPECT_EQ(towns, 12u);
    EXPECT_EQ(tree.find("500115007")->name.zh, "菩提街道");
    EXPECT_EQ(tree.find("500115137")->name.zh, "万顺镇");
}

TEST(OrgTree, CodesFollowTheirParentsAndNames) {
    for (const OrgUnit* unit : changshou().units()) {
        EXPECT_TRUE(unit->code.starts_with(unit->parent)) << unit->code;
        if (unit->code.size() == 9) {
            EXPECT_EQ(unit->kind == "street", unit->code[6] == '0') << unit->code;
        }
        if (unit->code.size() == 12) {
            EXPECT_EQ(unit->kind == "community", unit->code[9] < '2') << unit->code;
        }
        EXPECT_FALSE(unit->name.en.empty());
    }
}

TEST(OrgTree, OnlyVillagesWithAKnownCodeAreNotSamples) {
    std::set<std::string> known;
    for (const OrgUnit* unit : changshou().units())
        if (unit->code.size() == 12 && !unit->sample)
            known.insert(unit->code);
    EXPECT_EQ(known, (std::set<std::string>{"500115127001", "500115127200", "500115127201", "500115128250"}));
    EXPECT_EQ(changshou().find("500115128250")->name.zh, "保合村");
}

TEST(OrgTree, AnOldTownCountsInTheStreetThatFollowedIt) {
    const OrgTree& tree = changshou();
    const std::pair<const char*, const char*> followed[] = {{"500115122", "500115003"},
                                                            {"500115133", "500115005"},
                                                            {"500115134", "500115004"},
                                                            {"500115135", "500115006"}};
    for (const auto& [before, after] : followed) {
        ASSERT_NE(tree.find(before), nullptr) << before;
        EXPECT_EQ(tree.find(before)->successor, after);
        EXPECT_FALSE(tree.find(before)->inForce("2026-01-01"));
        EXPECT_EQ(tree.onDay(before, "2026-01-01")->code, after);
        EXPECT_EQ(tree.onDay(before, "2000-01-01")->code, before);
        EXPECT_TRUE(tree.isWithin(before, after));
        EXPECT_FALSE(tree.isWithin(after, before));
        const auto codes = tree.subtree(after);
        EXPECT_NE(std::find(codes.begin(), codes.end(), before), codes.end());
    }
    EXPECT_TRUE(tree.isWithin("500115122200", "500115003200")) << "the village under its old code";
    EXPECT_TRUE(tree.isWithin("500115122200", "500115003"));
    EXPECT_FALSE(tree.isWithin("500115122200", "500115004"));
}

TEST(OrgTree, SubtreeAndIsWithinAgreeForEveryPair) {
    const OrgTree& tree = changshou();
    for (const OrgUnit* root : tree.units()) {
        const auto codes = tree.subtree(root->code);
        const std::set<std::string> within(codes.begin(), codes.end());
        for (const OrgUnit* unit : tree.units())
            EXPECT_EQ(tree.isWithin(unit->code, root->code), within.contains(unit->code))
                << unit->code << " in " << root->code;
    }
    EXPECT_EQ(tree.subtree("500115").size(), tree.units().size());
    EXPECT_TRUE(tree.subtree("110000").empty());
}

TEST(OrgTree, AnUnknownVillageBelongsToItsTown) {
    EXPECT_TRUE(changshou().isWithin("500115128299", "500115128"));
    EXPECT_TRUE(changshou().isWithin("500115128299", "500115"));
    EXPECT_TRUE(changshou().isWithin("500115199299", "500115"));
    EXPECT_FALSE(changshou().isWithin("500115128299", "500115127"));
    EXPECT_FALSE(changshou().isWithin("500116001", "500115"));
    EXPECT_FALSE(changshou().isWithin("", "500115"));
    EXPECT_FALSE(changshou().isWithin("500115", "nowhere"));
}

TEST(OrgTree, APathNameLeavesOutTheDistrict) {
    EXPECT_EQ(changshou().pathName("500115128250", Language::Zh), "龙河镇 · 保合村");
    EXPECT_EQ(changshou().pathName("500115128", Language::En), "Longhe Town");
    EXPECT_EQ(changshou().pathName("500115", Language::Zh), "长寿区");
    EXPECT_EQ(changshou().pathName("42", Language::Zh), "42");
}

TEST(OrgTree, ABrokenTreeIsRefusedWithTheUnitsCode) {
    const auto unit = [](const char* code, const char* parent, const char* successor = "") {
        OrgUnit made;
        made.code = code;
        made.name = {"名", "Name"};
        made.parent = parent;
        made.kind = "other";
        made.successor = successor;
        return made;
    };
    const auto orphan = OrgTree::of({unit("1", ""), unit("2", "9")});
    ASSERT_FALSE(orphan.ok());
    EXPECT_EQ(orphan.error().message.en, "2: there is no unit 9");
    EXPECT_FALSE(OrgTree::of({unit("1", ""), unit("1", "")}).ok());
    EXPECT_FALSE(OrgTree::of({unit("1", "2"), unit("2", "1")}).ok());
    EXPECT_FALSE(OrgTree::of({unit("1", "", "2"), unit("2", "", "1")}).ok());
    EXPECT_TRUE(OrgTree::of({}).ok());
}

}  // namespace
}  // namespace fayi::schema
