// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "samples.h"

namespace fayi::schema {
namespace {

using Kind = Problem::Kind;

Field fieldOf(FieldKind kind) {
    Field field;
    field.name = "f";
    field.kind = kind;
    field.labels = {"栏", "Field"};
    field.maxLength = 10;
    field.maxItems = 3;
    return field;
}

std::optional<Kind> refusal(FieldKind kind, const Json& value) {
    const auto problems = checkValue(fieldOf(kind), value, "f");
    return problems.empty() ? std::nullopt : std::optional(problems.front().kind);
}

constexpr std::optional<Kind> kTaken = std::nullopt;

TEST(Values, DatesTimesAndMomentsMustBeReal) {
    EXPECT_EQ(refusal(FieldKind::Date, "2024-02-29"), kTaken);
    for (const char* bad :
         {"2026-02-29", "2026-13-01", "2026-3-1", "2026-03-01T00:00", "", "yesterday", "20260301"})
        EXPECT_EQ(refusal(FieldKind::Date, bad), Kind::Malformed) << bad;
    EXPECT_EQ(refusal(FieldKind::Date, 20260301), Kind::WrongType);
    EXPECT_EQ(refusal(FieldKind::Time, "23:59"), kTaken);
    for (const char* bad : {"24:00", "9:30", "09:60", "09-30", "09:30:00"})
        EXPECT_EQ(refusal(FieldKind::Time, bad), Kind::Malformed) << bad;
    EXPECT_EQ(refusal(FieldKind::DateTime, "2026-03-01T14:30"), kTaken);
    EXPECT_EQ(refusal(FieldKind::DateTime, "2026-03-01T14:30:59"), kTaken);
    for (const char* bad : {"2026-03-01", "2026-03-01 14:30", "2026-02-30T14:30", "2026-03-01T14:30:60"})
        EXPECT_EQ(refusal(FieldKind::DateTime, bad), Kind::Malformed) << bad;
}

TEST(Values, NumbersAreWholeAndSurviveADouble) {
    for (const FieldKind kind : {FieldKind::Integer, FieldKind::Money, FieldKind::Duration}) {
        EXPECT_EQ(refusal(kind, 0), kTaken);
        EXPECT_EQ(refusal(kind, -5), kTaken);
        EXPECT_EQ(refusal(kind, 9007199254740991), kTaken);
        EXPECT_EQ(refusal(kind, 9007199254740992), Kind::Malformed);
        EXPECT_EQ(refusal(kind, 18446744073709551615u), Kind::Malformed);
        EXPECT_EQ(refusal(kind, 1.5), Kind::Malformed);
        EXPECT_EQ(refusal(kind, "12"), Kind::WrongType);
        EXPECT_EQ(refusal(kind, true), Kind::WrongType);
    }
}

TEST(Values, TextIsCountedInCharactersAndMustBeText) {
    EXPECT_EQ(refusal(FieldKind::Text, "一二三四五六七八九十"), kTaken);
    EXPECT_EQ(refusal(FieldKind::Text, "一二三四五六七八九十一"), Kind::TooLong);
    EXPECT_EQ(refusal(FieldKind::LongText, "a\nb\tc"), kTaken);
    EXPECT_EQ(refusal(FieldKind::Text, std::string("a\0b", 3)), Kind::Malformed);
    EXPECT_EQ(refusal(FieldKind::Text, "\xff\xfe"), Kind::Malformed);
    EXPECT_EQ(refusal(FieldKind::Text, 5), Kind::WrongType);
    EXPECT_EQ(refusal(FieldKind::Boolean, "true"), Kind::WrongType);
    EXPECT_EQ(refusal(FieldKind::Boolean, false), kTaken);
}

TEST(Values, UnitsAndReferencesHaveTheirShape) {
    for (const char* good : {"500115", "500115128", "500115128250"})
        EXPECT_EQ(refusal(FieldKind::Org, good), kTaken) << good;
    for (const char* bad : {"5001", "50011512", "5001151282501", "50011512825x", ""})
        EXPECT_EQ(refusal(FieldKind::Org, bad), Kind::Malformed) << bad;
    EXPECT_EQ(refusal(FieldKind::Reference, "0000000000001-1"), kTaken);
    EXPECT_EQ(refusal(FieldKind::Reference, "somewhere"), Kind::Malformed);
}

TEST(Values, TagsAreASetOfNonEmptyTexts) {
    EXPECT_EQ(refusal(FieldKind::Tags, Json::array({"甲", "乙"})), kTaken);
    EXPECT_EQ(refusal(FieldKind::Tags, Json::array({"甲", "甲"})), Kind::Malformed);
    EXPECT_EQ(refusal(FieldKind::Tags, Json::array({""})), Kind::Malformed);
    EXPECT_EQ(refusal(FieldKind::Tags, Json::array({1})), Kind::WrongType);
    EXPECT_EQ(refusal(FieldKind::Tags, Json::array({"a", "b", "c", "d"})), Kind::TooMany);
    EXPECT_EQ(refusal(FieldKind::Tags, "甲"), Kind::WrongType);
    EXPECT_EQ(refusal(FieldKind::Tags, Json::array({"\xff"})), Kind::Malformed);
}

TEST(Values, AnAttachmentNamesItsBlobWholly) {
    const Json good = {
        {"blob", std::string(64, 'a')}, {"name", "照片.jpg"}, {"bytes", 10}, {"media", "image/jpeg"}};
    EXPECT_EQ(refusal(FieldKind::Attachments, Json::array({good})), kTaken);
    EXPECT_EQ(refusal(FieldKind::Attachments, Json::array({good, good})), Kind::Malformed);
    for (const char* key : {"blob", "name", "bytes", "media"}) {
        Json without = good;
        without.erase(key);
        EXPECT_EQ(refusal(FieldKind::Attachments, Json::array({without})), Kind::Malformed) << key;
    }
    Json negative = good;
    negative["bytes"] = -1;
    EXPECT_EQ(refusal(FieldKind::Attachments, Json::array({negative})), Kind::Malformed);
}

TEST(Values, ASaveListsEveryProblemAtOnce) {
    const RecordType& type = *definitions().type("contract-review");
    const auto problems = checkSave(type, {{"amount", "much"},
                                           {"colour", "red"},
                                           {"received_on", "2026-02-30"},
                                           {"level", "galaxy"},
                                           {"findings", {{{"item", "f1"}, {"risk", "huge"}, {"mood", 1}}}}});
    std::map<std::string, Kind> byField;
    for (const Problem& problem : problems)
        byField[problem.field] = problem.kind;
    EXPECT_EQ(byField, (std::map<std::string, Kind>{{"amount", Kind::WrongType},
                                                    {"colour", Kind::UnknownField},
                                                    {"received_on", Kind::Malformed},
                                                    {"level", Kind::UnknownChoice},
                                                    {"findings/f1/risk", Kind::UnknownChoice},
                                                    {"findings/f1/mood", Kind::UnknownField}}));
    EXPECT_EQ(checkSave(type, Json::array()).front().kind, Kind::WrongType);
}

TEST(Values, AnItemMayBeTakenOutByItsIdAndAppearsOnce) {
    const RecordType& type = *definitions().type("contract-review");
    EXPECT_TRUE(checkSave(type, {{"findings", {{{"item", "f1"}, {"removed", true}}}}}).empty());
    EXPECT_FALSE(checkSave(type, {{"findings", {{{"removed", true}}}}}).empty());
    EXPECT_FALSE(checkSave(type, {{"findings", {{{"item", "f1"}}, {{"item", "f1"}}}}}).empty());
    EXPECT_FALSE(checkSave(type, {{"findings", {{{"item", 7}}}}}).empty());
    EXPECT_FALSE(checkSave(type, {{"findings", {"advice"}}}).empty());
}

/// Whatever JSON can hold, in a shape that may or may not fit.
Json anything(std::mt19937& random, int depth) {
    switch (random() % (depth > 0 ? 9 : 7)) {
        case 0:
            return nullptr;
        case 1:
            return random() % 2 == 0;
        case 2:
            return static_cast<std::int64_t>(random()) - (1LL << 31);
        case 3:
            return 1e300;
        case 4:
            return std::array{"", "lease", "2026-02-30", "\xff", "village", "f1"}[random() % 6];
        case 5:
            return Json::array();
        case 6:
            return Json::object();
        case 7:
            return Json::array({anything(random, depth - 1), anything(random, depth - 1)});
        default:
            return {
                {std::array{"item", "risk", "adopted", "\xfe"}[random() % 4], anything(random, depth - 1)}};
    }
}

TEST(Values, NoRecordWhateverItHoldsDisturbsAChecker) {
    std::mt19937 random(7);
    for (const RecordType* type : definitions().types())
        for (int round = 0; round < 500; ++round) {
            Json record = fullRecord(type->name);
            for (const Field& field : type->fields)
                if (random() % 8 == 0)
                    record[field.name] = anything(random, 3);
            for (const auto& problems : {checkSave(*type, record), checkSubmit(*type, record, kToday)})
                for (const Problem& problem : problems)
                    EXPECT_TRUE(isUtf8(problem.message.zh) && isUtf8(problem.message.en)) << type->name;
        }
}

TEST(Identifiers, ResidentIdsAreCheckedByGb11643) {
    for (const char* good : {"11010519491231002X", "11010519491231002x", "500115198001010011",
                             "500115197506150023", "110105491231002"})
        EXPECT_TRUE(isResidentId(good)) << good;
    for (const char* bad : {"110105194912310021", "500115198001010012", "500115198002300011",
                            "5001151980010100", "50011519800101001１", "", "110105491331002"})
        EXPECT_FALSE(isResidentId(bad)) << bad;
}

TEST(Identifiers, EverySingleWrongDigitOfAResidentIdIsFound) {
    const std::string good = "500115198001010011";
    for (std::size_t place = 0; place < 17; ++place)
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string wrong = good;
            wrong[place] = digit;
            EXPECT_EQ(isResidentId(wrong), wrong == good) << wrong;
        }
}

TEST(Identifiers, CreditCodesAreCheckedByGb32100) {
    EXPECT_TRUE(isCreditCode("91350100M000100Y43"));
    for (const char* bad : {"91350100M000100Y44", "91350100M000100Y34", "91350100I000100Y43",
                            "91350100M000100Y4", "91350100m000100y43", ""})
        EXPECT_FALSE(isCreditCode(bad)) << bad;
}

}  // namespace
}  // namespace fayi::schema
