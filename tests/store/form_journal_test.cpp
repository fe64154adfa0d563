// SPDX-License-Identifier: Apache-2.0
// Forms that were left open, and the ledger of looks.
#include "fayi/store/form_journal.h"

#include "fayi/sqlite/database.h"
#include "fayi/store/reveals.h"
#include "store_fixture.h"

namespace fayi::store {
namespace {

struct FormJournalTest : ::testing::Test {
    TestStore one{1, true};
    std::unique_ptr<FormJournal> journal = FormJournal::open(one.folder / "data", one.clock).value();

    OpenForm fresh(const std::string& theme) {
        OpenForm form;
        form.subject = "+outreach";
        form.type = "outreach";
        form.version = 3;
        form.fields = {{"theme", theme}};
        form.typed = {{"attendance", "三十"}};
        form.focus = "attendance";
        form.cursor = 2;
        return form;
    }
    OpenForm of(RecordId id) {
        OpenForm form = fresh("改到一半");
        form.subject = toText(id);
        form.record = id;
        form.shown = one.store->state(id).value().seen();
        return form;
    }
    void put(const OpenForm& form, std::int64_t person = 1) {
        one.clock.advance(Millis(1));
        ASSERT_TRUE(journal->put(person, form).ok());
    }
    std::vector<OpenForm> forms(std::int64_t person = 1) {
        return FormJournal::open(one.folder / "data", one.clock).value()->forms(person).value();
    }
};

TEST_F(FormJournalTest, AFormComesBackAsItWasLeft) {
    const RecordId id = one.create("outreach", outreach("第一场"));
    const OpenForm left = of(id);
    put(left);
    const auto back = forms();
    ASSERT_EQ(back.size(), 1u);
    EXPECT_EQ(back[0].record, id);
    EXPECT_EQ(back[0].shown, left.shown);
    EXPECT_EQ(back[0].fields, left.fields);
    EXPECT_EQ(back[0].typed, left.typed);
    EXPECT_EQ(back[0].focus, "attendance");
    EXPECT_EQ(back[0].cursor, 2);
    EXPECT_EQ(back[0].version, 3);
}

TEST_F(FormJournalTest, ItIsOfOnePersonAloneAndTheNewestComesFirst) {
    const std::int64_t other = one.store->addPerson("周文静").value();
    put(fresh("我的"));
    put(fresh("我的，又写了些"));
    put(of(one.create("outreach", outreach("第一场"))));
    put(fresh("她的"), other);
    ASSERT_EQ(forms().size(), 2u);
    EXPECT_TRUE(forms()[0].record.has_value());
    EXPECT_EQ(forms()[1].fields["theme"], "我的，又写了些");
    ASSERT_EQ(forms(other).size(), 1u);
    EXPECT_EQ(forms(other)[0].fields["theme"], "她的");
    ASSERT_TRUE(journal->drop(1, "+outreach").ok());
    EXPECT_EQ(forms().size(), 1u);
    EXPECT_EQ(forms(other).size(), 1u);
}

TEST_F(FormJournalTest, TheSaveThatWritesItTakesItOut) {
    OpenForm form = fresh("存下的");
    put(of(one.create("outreach", outreach("另一张还开着的"))));
    form.saving = true;
    put(form);
    one.create("outreach", outreach("存下的"));
    ASSERT_EQ(forms().size(), 1u);
    EXPECT_TRUE(forms()[0].record.has_value()) << "the other form stays";
}

TEST_F(FormJournalTest, ASaveThatNeverCameLosesNothing) {
    OpenForm form = fresh("没来得及存");
    form.saving = true;
    put(form);
    ASSERT_EQ(forms().size(), 1u) << "the program ended between the two";
    one.create("outreach", outreach("别的事"));
    EXPECT_EQ(forms().size(), 1u) << "and it is a form like any other again";
}

TEST_F(FormJournalTest, WhatIsErasedByOrderOrLeavesIsNotKeptInAForm) {
    const RecordId id = one.create("outreach", outreach("第一场"));
    put(of(id));
    auto database = sqlite::Database::open(one.folder / "data" / "station.db", {}).value();
    ASSERT_TRUE(database->execute("DELETE FROM record").ok());
    EXPECT_TRUE(forms().empty());
}

TEST_F(FormJournalTest, AFormFollowsAFork) {
    const RecordId id = one.create("outreach", outreach("第一场"));
    OpenForm form = of(id);
    form.typed = {{"findings/" + toText(id) + ".1/advice", "改"}};
    Renaming renaming;
    const Dot now{ReplicaId{77}, 5};
    renaming.add(id.created, now);
    rename(form, renaming);
    EXPECT_EQ(form.record->created, now);
    EXPECT_TRUE(form.typed.contains("findings/" + toText(now) + ".1/advice")) << form.typed.dump();
    EXPECT_EQ(form.forks, 1u);
}

TEST(Reveals, EveryLookIsTold) {
    TestStore one{1, true};
    const RecordId id = one.create("outreach", outreach("第一场"));
    const auto ledger = Reveals::open(one.folder / "data", one.clock).value();
    Reveal look{Millis(0), "P", "何志远", id, "outreach", "speaker", "page"};
    ASSERT_TRUE(ledger->note({look, look}).ok());
    one.clock.advance(Millis(1000));
    look.field = "phone";
    ASSERT_TRUE(ledger->note({look}).ok());
    const auto looks = ledger->list().value();
    ASSERT_EQ(looks.size(), 3u);
    EXPECT_EQ(looks[0].field, "phone");
    EXPECT_EQ(looks[0].record, id);
    EXPECT_EQ(looks[0].personName, "何志远");
    EXPECT_EQ(looks[0].at, one.clock.now());
    one.clock.advance(Reveals::kKept);
    ASSERT_TRUE(ledger->note({look}).ok());
    EXPECT_EQ(ledger->list().value().size(), 2u) << "what is older than three years goes";
}

}  // namespace
}  // namespace fayi::store
