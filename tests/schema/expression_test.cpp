// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/expression.h"

#include <random>

#include "samples.h"
#include "sqlite_relation.h"

namespace fayi::schema {
namespace {

std::optional<bool> holds(const char* expression, const Json& scope, std::string_view today = {}) {
    return evaluate(Json::parse(expression), scope, today);
}

constexpr std::optional<bool> kUnknown = std::nullopt;

TEST(Expressions, ComparingWithNothingIsUnknown) {
    const Json scope = {{"a", 3}, {"b", ""}, {"c", nullptr}};
    EXPECT_EQ(holds(R"({"equals": [{"field": "a"}, 3]})", scope), true);
    EXPECT_EQ(holds(R"({"less": [{"field": "a"}, 3]})", scope), false);
    for (const char* name : {"b", "c", "nowhere"}) {
        const Json expression = {{"equals", {{{"field", name}}, "x"}}};
        EXPECT_EQ(evaluate(expression, scope), kUnknown) << name;
        EXPECT_EQ(evaluate({{"not", expression}}, scope), kUnknown) << name;
    }
    EXPECT_EQ(holds(R"({"equals": [{"field": "a"}, "3"]})", scope), kUnknown) << "text is no number";
}

TEST(Expressions, AndOrNotAreThreeValued) {
    const Json scope = {{"t", true}, {"f", false}};
    const std::string t = R"({"equals": [{"field": "t"}, true]})";
    const std::string f = R"({"equals": [{"field": "f"}, true]})";
    const std::string u = R"({"equals": [{"field": "u"}, true]})";
    const auto both = [&](const char* how, const std::string& a, const std::string& b) {
        return holds((std::string("{\"") + how + "\": [" + a + "," + b + "]}").c_str(), scope);
    };
    EXPECT_EQ(both("and", t, t), true);
    EXPECT_EQ(both("and", t, u), kUnknown);
    EXPECT_EQ(both("and", u, f), false);
    EXPECT_EQ(both("or", u, t), true);
    EXPECT_EQ(both("or", u, f), kUnknown);
    EXPECT_EQ(both("or", f, f), false);
}

TEST(Expressions, AnEmptySetHasNothingInIt) {
    const Json scope = {{"tags", {"a", "b"}}, {"none", Json::array()}, {"items", {{{"n", 1}}, {{"m", 2}}}}};
    EXPECT_EQ(holds(R"({"contains": ["tags", "a"]})", scope), true);
    EXPECT_EQ(holds(R"({"contains": ["none", "a"]})", scope), false);
    EXPECT_EQ(holds(R"({"contains": ["nowhere", "a"]})", scope), false);
    EXPECT_EQ(holds(R"({"contains-any": ["tags", ["x", "b"]]})", scope), true);
    EXPECT_EQ(holds(R"({"any-item": ["items", {"equals": [{"field": "n"}, 1]}]})", scope), true);
    EXPECT_EQ(holds(R"({"every-item": ["items", {"equals": [{"field": "n"}, 1]}]})", scope), false);
    EXPECT_EQ(holds(R"({"every-item": ["nowhere", {"present": "n"}]})", scope), true);
    EXPECT_EQ(holds(R"({"equals": [{"count": "nowhere"}, 0]})", scope), true);
    EXPECT_EQ(holds(R"({"at-least": [{"count": "items"}, 2]})", scope), true);
    EXPECT_EQ(holds(R"({"present": "none"})", scope), false);
    EXPECT_EQ(holds(R"({"absent": "none"})", scope), true);
}

TEST(Expressions, DatesMoveAsTheCivilCodeCountsThem) {
    const auto moved = [](const char* date, const char* unit, int count) {
        for (int offset : {0})
            (void)offset;
        const Json plus = {{"plus", {{{"field", "d"}}, {{unit, count}}}}};
        return [plus, date](const char* expected) {
            return evaluate({{"equals", {plus, expected}}}, {{"d", date}}) == true;
        };
    };
    EXPECT_TRUE(moved("2024-02-29", "years", 1)("2025-02-28"));
    EXPECT_TRUE(moved("2024-02-29", "years", 4)("2028-02-29"));
    EXPECT_TRUE(moved("2026-01-31", "months", 1)("2026-02-28"));
    EXPECT_TRUE(moved("2026-03-31", "months", -1)("2026-02-28"));
    EXPECT_TRUE(moved("2026-12-15", "months", 1)("2027-01-15"));
    EXPECT_TRUE(moved("2026-12-31", "days", 1)("2027-01-01"));
    EXPECT_TRUE(moved("2026-01-01", "days", -1)("2025-12-31"));
    EXPECT_FALSE(moved("9999-12-31", "years", 1)("9999-12-31"));
}

TEST(Expressions, TodayIsUnknownUntilItIsSaid) {
    const char* expression = R"({"at-most": [{"field": "d"}, {"today": true}]})";
    EXPECT_EQ(holds(expression, {{"d", "2026-03-02"}}), kUnknown);
    EXPECT_EQ(holds(expression, {{"d", "2026-03-02"}}, "2026-03-02"), true);
    EXPECT_EQ(holds(expression, {{"d", "2026-03-03"}}, "2026-03-02"), false);
}

TEST(Expressions, NonsenseIsUnknownAndHarmless) {
    for (const char* text : {"null", "5", "{}", R"({"xor": []})", R"({"equals": 3})", R"({"equals": [1]})",
                             R"({"contains": ["a"]})", R"({"in": [{"field": "a"}, 1]})", R"({"plus": []})",
                             R"({"present": "a", "absent": "a"})"})
        EXPECT_NE(holds(text, {{"b", 1}}), true) << text;
    Json deep = {{"present", "a"}};
    for (int i = 0; i < 1000; ++i)
        deep = {{"not", deep}};
    EXPECT_EQ(evaluate(deep, {{"a", 1}}), kUnknown);
}

// One meaning, two readers: the evaluator and the SQL that a store runs must agree on every record.

Json randomOperand(std::mt19937& random) {
    switch (random() % 3) {
        case 0:
            return {{"field", "n"}};
        case 1:
            return {{"count", "tags"}};
        default:
            return static_cast<int>(random() % 4);
    }
}

Json randomExpression(std::mt19937& random, int depth, bool item) {
    const char* kComparisons[] = {"equals", "less", "at-most", "more", "at-least"};
    switch (random() % (depth > 0 ? (item ? 7 : 11) : (item ? 4 : 6))) {
        case 0:
            return {{kComparisons[random() % 5],
                     {item ? Json{{"field", "n"}} : randomOperand(random), static_cast<int>(random() % 4)}}};
        case 1:
            return {{random() % 2 ? "present" : "absent", random() % 2 ? "n" : "t"}};
        case 2:
            return {{"in", {{{"field", "t"}}, {"a", "b"}}}};
        case 3:
            return {{kComparisons[random() % 5], {{{"field", "t"}}, "b"}}};
        case 4:
            if (!item)
                return {{"contains", {"tags", "a"}}};
            [[fallthrough]];
        case 5:
            if (!item)
                return {{"contains-any", {"tags", {"b", "c"}}}};
            return {{"not", randomExpression(random, depth - 1, item)}};
        case 6:
            return {{"and",
                     {randomExpression(random, depth - 1, item), randomExpression(random, depth - 1, item)}}};
        case 7:
            return {{"or",
                     {randomExpression(random, depth - 1, item), randomExpression(random, depth - 1, item)}}};
        case 8:
            return {{"not", randomExpression(random, depth - 1, item)}};
        case 9:
            return {{"equals", {{{"field", "yes"}}, true}}};
        default:
            return {{random() % 2 ? "any-item" : "every-item", {"items", randomExpression(random, 2, true)}}};
    }
}

Json randomScope(std::mt19937& random, bool item) {
    Json scope = Json::object();
    if (random() % 3)
        scope["n"] = random() % 4;
    if (random() % 3)
        scope["t"] = std::array{"", "a", "b", "c"}[random() % 4];
    if (random() % 4 == 0)
        scope["t"] = nullptr;
    if (item)
        return scope;
    if (random() % 3)
        scope["yes"] = random() % 2 == 0;
    if (random() % 3) {
        scope["tags"] = Json::array();
        for (const char* tag : {"a", "b", "c"})
            if (random() % 2)
                scope["tags"].push_back(tag);
    }
    if (random() % 3) {
        scope["items"] = Json::array();
        for (auto count = random() % 3; count > 0; --count)
            scope["items"].push_back(randomScope(random, true));
    }
    return scope;
}

TEST(Expressions, TheEvaluatorAndTheDatabaseAgree) {
    const unsigned seed = 20260301;
    std::mt19937 random(seed);
    Relation relation;
    std::map<std::string, Json> scopes;
    for (int i = 0; i < 60; ++i) {
        const std::string id = std::to_string(i);
        scopes[id] = randomScope(random, false);
        relation.add({id, "any", "500115", "verified", "2026-01-01", false, scopes[id]});
    }
    Figure figure;
    for (int round = 0; round < 600; ++round) {
        const Json filter = randomExpression(random, 3, false);
        figure.terms = {{"any", filter, Measure::Count, "", "", Json(), "happened_on", "", "", false}};
        std::set<std::string> expected;
        for (const auto& [id, scope] : scopes)
            if (evaluate(filter, scope) == true)
                expected.insert(id);
        const auto queries = compile(figure, "2026-01-01", "2026-12-31", {"500115"});
        ASSERT_EQ(relation.ids(queries.records), expected) << "seed " << seed << "\n" << filter.dump(1);
        ASSERT_EQ(relation.number(queries.value), static_cast<double>(expected.size()));
    }
}

}  // namespace
}  // namespace fayi::schema
