// SPDX-License-Identifier: Apache-2.0
// The seeded year of a district, entered on twenty stations: every figure of the annual report, on the
// district's station and on the hub, against a recount of what was entered.
#include <cstdlib>

#include "fayi/schema/figure_values.h"
#include "fayi/station/station.h"
#include "maker.h"
#include "recount.h"
#include "samples.h"
#include "together.h"
#include "year.h"

namespace fayi::testing {
namespace {

constexpr std::size_t kBatch = 200;
/// What has "T-" and a number is of the year itself; the rest is noise around it.
bool isNoise(const schema::Row& row, const char* mark) {
    return row.id.ends_with(mark);
}

/// A record on its way: what it is to be, and where it is entered and looked at.
struct Entry {
    const schema::Row* row = nullptr;
    std::size_t author = 0;
    std::size_t verifier = 0;
    RecordId id;
};

/// One computer and the person who works there.
struct Desk {
    std::string role, org;
    std::unique_ptr<Computer> computer;
};

class DistrictYear : public Together {
protected:
    static constexpr std::size_t kOffice = 0;   ///< the district's: verifies what only the district may enter
    static constexpr std::size_t kSection = 1;  ///< the district's: enters it

    DistrictYear() {
        add("district", "500115");
        add("district", "500115");
        for (const char* town :
             {"500115127", "500115128", "500115001", "500115137", "500115003", "500115005"})
            for (const char* role : {"advisor", "clerk", "head"})
                add(role, town);
    }

    void add(const std::string& role, const std::string& org) {
        const std::uint64_t seed = 100 + m_desks.size();
        const RecordId person = hub.person(role, org, role + org);
        m_desks.push_back({role, org, std::make_unique<Computer>(hub, person, seed)});
    }

    /// Entries for the records, each at a desk that may create it, in turn; `every`: of how many one is
    /// taken.
    void plan(std::size_t every) {
        std::size_t turn = 0, taken = 0;
        for (const schema::Row& row : schema::seededYear()) {
            if (isNoise(row, "elsewhere") || taken++ % every != 0)
                continue;
            const schema::RecordType& type = *schema::definitions().type(row.type);
            std::size_t author = kSection;
            if (type.may(schema::Action::Create, "head"))
                do
                    author = 2 + turn++ % (m_desks.size() - 2);
                while (!type.may(schema::Action::Create, m_desks[author].role));
            const bool byHead = author != kSection && type.may(schema::Action::Verify, "head");
            m_entries.push_back({&row, author, byHead ? headOf(m_desks[author].org) : kOffice, {}});
        }
    }
    std::size_t headOf(const std::string& org) const {
        for (std::size_t i = 0; i < m_desks.size(); ++i)
            if (m_desks[i].org == org && m_desks[i].role == "head")
                return i;
        return kOffice;
    }

    static Json withoutItemNames(Json fields) {
        for (Json& value : fields)
            if (value.is_array())
                for (Json& item : value)
                    if (item.is_object())
                        item.erase("item");
        return fields;
    }

    /// Everybody enters what is theirs and submits it, but for the drafts.
    void enter() {
        for (std::size_t desk = 0; desk < m_desks.size(); ++desk) {
            std::vector<store::Save> saves;
            std::vector<Entry*> batch;
            for (Entry& entry : m_entries) {
                if (entry.author != desk)
                    continue;
                const records::Plan plan = records::planCreate(*schema::definitions().type(entry.row->type),
                                                               withoutItemNames(entry.row->fields), "");
                ASSERT_TRUE(plan.refused.empty()) << entry.row->id << plan.refused[0].message.en;
                saves.push_back({std::nullopt, entry.row->type, plan.writes});
                batch.push_back(&entry);
                if (saves.size() == kBatch)
                    created(desk, saves, batch);
            }
            created(desk, saves, batch);
            step(desk, &Entry::author, records::kSubmitted,
                 [](const schema::Row& row) { return row.state != "draft"; });
        }
    }
    void created(std::size_t desk, std::vector<store::Save>& saves, std::vector<Entry*>& batch) {
        clock.advance(Millis(1000));
        if (saves.empty())
            return;
        const auto ids = must(m_desks[desk].computer->store->save(1, saves));
        for (std::size_t i = 0; i < ids.size(); ++i)
            batch[i]->id = ids[i];
        saves.clear();
        batch.clear();
    }

    /// A desk takes its records one step on.
    template <typename Which>
    void step(std::size_t desk, std::size_t Entry::*whose, std::string_view to, const Which& which) {
        store::Store& store = *m_desks[desk].computer->store;
        std::vector<store::Save> saves;
        const auto flush = [&] {
            clock.advance(Millis(1000));
            if (!saves.empty())
                must(store.save(1, saves));
            saves.clear();
        };
        for (const Entry& entry : m_entries) {
            if (entry.*whose != desk || !which(*entry.row))
                continue;
            const auto state = must(store.state(entry.id));
            const records::Plan plan = to == records::kVoid
                                           ? records::planVoid(state, state.seen(), "重复登记")
                                       : to == "deleted" ? records::planDelete(state, state.seen())
                                                         : records::planState(state, state.seen(), to);
            saves.push_back({entry.id, {}, plan.writes});
            if (saves.size() == kBatch)
                flush();
        }
        flush();
    }

    void syncAll() {
        for (Desk& desk : m_desks)
            desk.computer->sync();
    }

    /// Who verifies pulls, and takes each record to the state in which the year has it.
    void settle() {
        for (std::size_t desk = 0; desk < m_desks.size(); ++desk) {
            if (desk != kOffice && m_desks[desk].role != "head")
                continue;
            m_desks[desk].computer->sync();
            step(desk, &Entry::verifier, records::kVerified, [](const schema::Row& row) {
                return row.state == "verified" || row.state == "void" || row.deleted;
            });
            step(desk, &Entry::verifier, records::kReturned,
                 [](const schema::Row& row) { return row.state == "returned"; });
            step(desk, &Entry::verifier, records::kVoid,
                 [](const schema::Row& row) { return row.state == "void"; });
            step(desk, &Entry::verifier, "deleted", [](const schema::Row& row) { return row.deleted; });
            m_desks[desk].computer->sync();
        }
    }

    /// What a clerk of the district counts: the records as they were meant, by the names they got.
    std::vector<schema::Row> rows() const {
        std::vector<schema::Row> out;
        for (const Entry& entry : m_entries) {
            out.push_back(*entry.row);
            out.back().id = toText(entry.id);
            out.back().org = m_desks[entry.author].org;
        }
        return out;
    }

    void expectAllFigures() {
        const auto subtree = schema::definitions().orgTree("500115")->subtree("500115");
        auto book = schema::recount(rows(), "2020-01-01", "2020-12-31", {subtree.begin(), subtree.end()});
        const auto station =
            must(station::Station::open(m_desks[kOffice].computer->folder / "data", clock, m_random));
        const auto here = must(station->figures("annual", "2020-01-01", "2020-12-31", ""));
        ASSERT_EQ(here.size(), 67u);
        const hub::FigureQuestion question{"annual", "2020-01-01", "2020-12-31", ""};
        const Json there = must(hub::figures(hub.context, question, Language::Zh));
        for (std::size_t i = 0; i < here.size(); ++i) {
            const std::string& id = here[i].id;
            const schema::Recounted& counted = book[id];
            EXPECT_EQ(here[i].value, counted.value) << id;
            EXPECT_EQ(here[i].denominator, counted.denominator) << id;
            EXPECT_EQ(there["figures"][i]["value"], Json(counted.value)) << id << " at the hub";
            EXPECT_EQ(there["figures"][i]["shown"], here[i].shown.zh) << id;
            std::set<std::string> behind, atHub;
            for (const auto& record :
                 must(station->figureRecords("annual", id, "2020-01-01", "2020-12-31", "")))
                behind.insert(toText(record.id));
            for (const Json& record : must(hub::figureRecords(hub.context, question, id)))
                atHub.insert(record["id"]);
            EXPECT_EQ(behind, counted.records) << id << " opens its records";
            EXPECT_EQ(atHub, counted.records) << id << " opens its records at the hub";
        }
    }

    std::vector<Desk> m_desks;
    std::vector<Entry> m_entries;
    SeededRandom m_random{5};
};

/// One record of eight, unless `FAYI_WHOLE_YEAR` is set; every station, every type.
TEST_F(DistrictYear, OverTwentyStationsEqualsTheRecount) {
    ASSERT_EQ(m_desks.size(), 20u);
    plan(std::getenv("FAYI_WHOLE_YEAR") != nullptr ? 1 : 8);
    enter();
    syncAll();
    settle();
    syncAll();
    expectAllFigures();
    hub.expectSound();
}

}  // namespace
}  // namespace fayi::testing
