// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "fayi/schema/check.h"
#include "generator.h"
#include "identifiers.h"

namespace fayi::sample {
namespace {

using schema::Json;

constexpr std::uint64_t kRecords = 300;

const schema::Catalog& catalog() {
    static const auto kCatalog = schema::Catalog::builtIn();
    return kCatalog.value();
}

Generator generator(std::uint64_t seed, const std::string& org = "500115") {
    auto made = Generator::of(catalog(), {seed, 2025, org, true});
    EXPECT_TRUE(made.ok());
    return std::move(made).value();
}

std::string linesOf(const Generator& source, const schema::RecordType& type, std::uint64_t count) {
    std::string out;
    for (std::uint64_t i = 0; i < count; ++i) {
        auto record = source.make(type, i);
        EXPECT_TRUE(record.ok()) << record.error().message.en;
        if (record.ok())
            out += record.value().dump() + "\n";
    }
    return out;
}

std::vector<const schema::RecordType*> recordTypes() {
    std::vector<const schema::RecordType*> out;
    for (const auto* type : catalog().types())
        if (!type->reference)
            out.push_back(type);
    return out;
}

TEST(Sample, EveryTypeIsAcceptedByASaveAndBySubmit) {
    ASSERT_GE(recordTypes().size(), 4u);
    const Generator source = generator(1);
    for (const auto* type : recordTypes()) {
        for (std::uint64_t i = 0; i < kRecords; ++i) {
            auto record = source.make(*type, i);
            ASSERT_TRUE(record.ok()) << record.error().message.en;
            record.value().erase("org");
            EXPECT_TRUE(schema::checkSave(*type, record.value()).empty()) << record.value().dump();
            EXPECT_FALSE(schema::hasErrors(schema::checkSubmit(*type, record.value(), "2025-12-31")))
                << record.value().dump();
        }
    }
}

TEST(Sample, TheSameSeedGivesTheSameBytesAndAnotherSeedOthers) {
    for (const auto* type : recordTypes()) {
        EXPECT_EQ(linesOf(generator(7), *type, 20), linesOf(generator(7), *type, 20));
        EXPECT_NE(linesOf(generator(7), *type, 20), linesOf(generator(8), *type, 20));
    }
}

TEST(Sample, AllTownshipsOfTheDistrictAppear) {
    const Generator source = generator(1);
    std::set<std::string> offices;
    for (std::uint64_t i = 0; i < kRecords; ++i)
        offices.insert(source.make(*recordTypes().front(), i).value()["org"].get<std::string>());
    EXPECT_EQ(offices.size(), 19u);
}

TEST(Sample, OneTownKeepsItsRecords) {
    const Generator source = generator(1, "500115127");
    for (const auto* type : recordTypes())
        EXPECT_EQ(source.make(*type, 3).value()["org"], "500115127");
}

TEST(Sample, NothingIsLeftInBraces) {
    const Generator source = generator(3);
    for (const auto* type : recordTypes())
        for (std::uint64_t i = 0; i < kRecords; ++i) {
            const Json record = source.make(*type, i).value();
            for (const auto& [name, value] : record.items())
                EXPECT_FALSE(value.is_string() && value.get<std::string>().find('{') != std::string::npos)
                    << value;
        }
}

TEST(Sample, RecordsDifferEnoughToBeHonestToACompressor) {
    std::set<std::string> seen;
    const Generator source = generator(1);
    for (const auto* type : recordTypes())
        for (std::uint64_t i = 0; i < kRecords; ++i)
            seen.insert(source.make(*type, i).value().dump());
    EXPECT_EQ(seen.size(), recordTypes().size() * kRecords);
}

TEST(Sample, NumbersHaveRightCheckDigitsAndBelongToNobody) {
    Dice dice(5);
    for (int i = 0; i < 200; ++i) {
        const auto id = residentId(dice);
        EXPECT_TRUE(schema::isResidentId(id)) << id;
        EXPECT_TRUE(id.starts_with("500199"));
        const auto code = creditCode(dice);
        EXPECT_TRUE(schema::isCreditCode(code)) << code;
    }
}

TEST(Sample, AnUnknownUnitIsAnError) {
    EXPECT_FALSE(Generator::of(catalog(), {1, 2025, "999999", true}).ok());
}

TEST(Grammar, ExpandsRulesNumbersAndFacts) {
    const Grammar grammar("greeting: {who}，{3-3}次\nwho: 你\n");
    Dice dice(1);
    EXPECT_EQ(grammar.say(dice, "greeting"), "你，3次");
    EXPECT_EQ(grammar.say(dice, "greeting", {{"who", "他"}}), "他，3次");
    EXPECT_EQ(grammar.say(dice, "nowhere"), "{nowhere}");
}

}  // namespace
}  // namespace fayi::sample
