// SPDX-License-Identifier: Apache-2.0
// Several people at one computer: a forgotten PIN, and what is covered.
#include "fayi/station/personal.h"

#include "district.h"
#include "fayi/testing/cheap_pin.h"

namespace fayi::station {
namespace {

struct PeopleTest : District {
    Desk desk{1, "甲机"};

    std::unique_ptr<Seats> seats() { return must(Seats::open(desk.folder / "data", desk.clock)); }
    RecordId known(const std::string& name) {
        return *parseRecordId(
            must(hub::addPerson(context, name, "clerk", "500115001"))["person"].get<std::string>());
    }
    std::int64_t numberOf(const std::string& name) {
        for (const store::Person& person : desk->people())
            if (person.name == name)
                return person.number;
        return 0;
    }
};

TEST_F(PeopleTest, AForgottenPinGoesWithANewCodeOfTheSamePersonAndNobodyElses) {
    const RecordId first = known("何志远"), second = known("周文静");
    must(desk->enrol(server->url(), codeFor(first), ""));
    must(desk->enrol(server->url(), codeFor(second), ""));
    for (const char* name : {"何志远", "周文静"})
        ASSERT_TRUE(testing::giveCheapPin(desk.folder / "data", numberOf(name)).ok());
    const std::int64_t he = numberOf("何志远"), she = numberOf("周文静");
    must(desk->enrol(server->url(), codeFor(second), ""));
    EXPECT_EQ(desk->people().size(), 2u);
    EXPECT_FALSE(must(seats()->seat(she)).hasPin);
    EXPECT_TRUE(must(seats()->seat(he)).hasPin);
    EXPECT_EQ(numberOf("周文静"), she);
}

TEST_F(PeopleTest, ThePinOfALocalPersonStaysWhenTheyJoin) {
    ASSERT_TRUE(testing::giveCheapPin(desk.folder / "data", 1).ok());
    must(desk->enrol(server->url(), codeFor(known("何志远")), ""));
    EXPECT_TRUE(must(seats()->seat(numberOf("何志远"))).hasPin);
}

TEST(Personal, OnlyWhatIsPersonalAndThereIsCovered) {
    Desk desk;
    const schema::RecordType& type = *desk->catalog().type("consultation");
    const Json fields{
        {"person_name", "李四"}, {"phone", "13812345678"}, {"id_number", ""}, {"happened_on", "2026-03-01"}};
    EXPECT_THAT(coveredFields(type, fields), ::testing::UnorderedElementsAre("person_name", "phone"));
}

TEST(Personal, ALookNamesThePersonTheRecordAndTheField) {
    Desk desk;
    const RecordId id = desk.create("consultation", {{"person_name", "李四"}});
    ASSERT_TRUE(
        noteReveals(*desk.station, desk.folder / "data", desk.clock, desk.get(id), {"person_name"}, "page")
            .ok());
    const auto looks = must(must(Reveals::open(desk.folder / "data", desk.clock))->list());
    ASSERT_EQ(looks.size(), 1u);
    EXPECT_EQ(looks[0].record, id);
    EXPECT_EQ(looks[0].field, "person_name");
    EXPECT_EQ(looks[0].personName, desk->person().name);
}

}  // namespace
}  // namespace fayi::station
