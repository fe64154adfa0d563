// SPDX-License-Identifier: Apache-2.0
// Void, as a person at a station makes and sees it.
#include "district.h"

namespace fayi::station {
namespace {

struct Voids : District {
    Desk a{1, "甲机"}, b{2, "乙机"};
    RecordId id;

    void SetUp() override {
        join(a, "顾问", "advisor", "500115001200");
        join(b, "所长", "head", "500115001");
        id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    }
    void submit() {
        must(a->submit(id));
        syncBoth(a, b);
    }
    static Text why(const Result<Record>& answer) {
        return answer.ok() ? Text{"好", "done"} : answer.error().message;
    }
};

TEST_F(Voids, TellsByWhomWhenAndWhyOnEveryStation) {
    submit();
    must(b->makeVoid(id, "与三月二日的一条重复"));
    syncBoth(b, a);
    for (Desk* desk : {&a, &b}) {
        const Json record = toJson(*desk->station, desk->get(id), Language::Zh);
        EXPECT_EQ(record["state"], "void");
        EXPECT_EQ(record["void"]["by"], "所长");
        EXPECT_EQ(record["void"]["reason"], "与三月二日的一条重复");
        EXPECT_FALSE(record["void"]["at"].get<std::string>().empty());
        EXPECT_EQ(record["fields"]["theme"], "民法典");
        EXPECT_EQ(desk->titles("state=void"), std::vector<std::string>{desk->get(id).title});
    }
}

TEST_F(Voids, NothingMoreCanBeDoneWithIt) {
    submit();
    must(b->makeVoid(id, "重复"));
    const std::string closed = "the record is void and cannot be changed any more";
    EXPECT_EQ(why(b->edit(id, {{"attendance", 5}})).en, closed);
    EXPECT_EQ(why(b->makeVoid(id, "再来一次")).en, closed);
    EXPECT_EQ(why(b->move(id, "500115002")).en, closed);
    EXPECT_EQ(why(b->remove(id)).en, closed);
    EXPECT_FALSE(b->verify(id).ok());
    EXPECT_FALSE(b->submit(id).ok());
    EXPECT_FALSE(b->giveBack(id, "为什么", "").ok());
    EXPECT_EQ(b.get(id).view.state, "void");
}

TEST_F(Voids, ADraftAndAWordlessVoidAndAnAdvisorAreRefused) {
    syncBoth(a, b);
    EXPECT_NE(why(b->makeVoid(id, "重复")).zh.find("草稿请删除"), std::string::npos);
    submit();
    EXPECT_EQ(why(b->makeVoid(id, " \n")).zh, "作废必须写明理由");
    EXPECT_EQ(why(a->makeVoid(id, "重复")).zh, "您的角色不能作废“法治宣传活动”");
    EXPECT_EQ(b.get(id).view.state, "submitted");
}

TEST_F(Voids, NoClockRunsOnIt) {
    Desk& head = b;
    const Json fields{{"received_on", "2026-03-01"}, {"contract_name", "鱼塘承包"}, {"level", "village"}};
    const RecordId review = a.create("contract-review", fields);
    syncBoth(a, b);
    const auto due = [&] {
        std::size_t out = 0;
        for (const Due& one : must(head->due("2026-03-05")))
            out += one.record && one.record->id == review ? 1 : 0;
        return out;
    };
    ASSERT_EQ(due(), 1U);
    head->leavePermissionToHub();
    auto state = must(head->store().state(review));
    must(head->store().save(head->person().number,
                            {{review, {}, records::planState(state, state.seen(), "submitted").writes}}));
    must(head->makeVoid(review, "撤回"));
    EXPECT_EQ(due(), 0U);
}

}  // namespace
}  // namespace fayi::station
