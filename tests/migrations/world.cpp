// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <gtest/gtest.h>

#include "fayi/records/plan.h"
#include "fayi/server/administration.h"
#include "fayi/server/erase.h"
#include "fayi/server/reports.h"
#include "fayi/server/sync.h"
#include "fayi/sqlite/database.h"

namespace fayi::testing {
namespace {

using store::Json;

template <typename T>
T must(Result<T> result) {
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message.en);
    return std::move(result).value();
}

/// One office and its district, without a socket between them.
class World {
public:
    explicit World(const std::filesystem::path& folder)
        : m_hub(must(hub::SqliteHubStore::create(folder / "hub"))),
          m_context{*m_hub, m_fixed.clock, m_fixed.random, m_references},
          m_station(must(store::Store::create(folder / "station", "一号机", m_fixed.clock, m_fixed.random))) {
        const Status made = hub::initHub(*m_hub, m_fixed.clock, m_fixed.random, "500115", "长寿区");
        EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.error().message.en);
    }

    hub::Context& hub() { return m_context; }

    void enrol(const std::string& name, const std::string& org) {
        const auto person =
            *parseRecordId(must(hub::addPerson(m_context, name, "head", org))["person"].get<std::string>());
        protocol::EnrolRequest request;
        request.code =
            must(hub::issueCode(m_context, person, std::chrono::hours(1)))["code"].get<std::string>();
        request.stationName = "一号机";
        request.pen = must(m_station->penFor(1));
        const auto answer = std::get<protocol::EnrolResponse>(must(hub::enrol(m_context, request)));
        m_credentials = {answer.station, answer.token};
        must(m_station->enrol({"http://127.0.0.1:1", "", answer.station, answer.token, "500115", "长寿区"},
                              answer, 1));
    }

    void sync() {
        for (bool more = true; more;) {
            pass();
            const auto request = must(m_station->nextRequest());
            const auto answer =
                std::get<protocol::SyncResponse>(must(hub::sync(m_context, m_credentials, request)));
            more = must(m_station->apply(request, answer)).more || m_station->hasUnsent();
        }
    }

    RecordId create(const std::string& type, const Json& fields, const std::string& org = {}) {
        pass();
        const auto plan = records::planCreate(*m_station->catalog().type(type), fields, org);
        EXPECT_TRUE(plan.refused.empty());
        return must(m_station->save(1, {{std::nullopt, type, plan.writes}})).at(0);
    }

    void edit(RecordId id, const Json& patch) { editAsShown(id, patch, must(m_station->state(id)).seen()); }

    /// By somebody whose form was loaded when `shown` was all there was.
    void editAsShown(RecordId id, const Json& patch, const merge::VersionVector& shown) {
        pass();
        const auto state = must(m_station->state(id));
        const auto* type = m_station->catalog().type(must(m_station->get(id)).view.type);
        write(id, records::planEdit(*type, state, shown, patch));
    }

    void write(RecordId id, const records::Plan& plan) {
        EXPECT_TRUE(plan.refused.empty());
        must(m_station->save(1, {{id, "", plan.writes}}));
    }

    store::Store& station() { return *m_station; }
    merge::VersionVector shown(RecordId id) { return must(m_station->state(id)).seen(); }

private:
    void pass() { m_fixed.clock.advance(std::chrono::seconds(1)); }

    Fixed m_fixed;
    std::unique_ptr<hub::SqliteHubStore> m_hub;
    hub::References m_references;
    hub::Context m_context;
    std::unique_ptr<store::Store> m_station;
    hub::Credentials m_credentials;
};

}  // namespace

void makeWorld(const std::filesystem::path& folder) {
    World world(folder);
    const RecordId draft =
        world.create("outreach", {{"theme", "入户前的底稿"}, {"happened_on", "2026-02-11"}});
    world.enrol("王五", "500115001");
    world.sync();
    const RecordId contract = world.create("contract-review", {{"contract_name", "鱼塘承包合同"},
                                                               {"client", "双龙社区居民委员会"},
                                                               {"amount", 1200000},
                                                               {"received_on", "2026-02-20"},
                                                               {"findings", {{{"advice", "明确四至界限"}}}}});
    const RecordId outreach =
        world.create("outreach", {{"theme", "民法典宣讲"}, {"happened_on", "2026-03-01"}});
    const RecordId gone = world.create("consultation", Json::object());
    const RecordId secret =
        world.create("outreach", {{"theme", "某人的家事"}, {"happened_on", "2026-03-01"}});
    world.sync();
    const merge::VersionVector before = world.shown(contract);
    world.edit(contract, {{"amount", 1300000}});
    world.editAsShown(contract, {{"amount", 1250000}}, before);  // an open conflict
    world.edit(outreach, {{"attendance", 40}});
    world.write(gone, records::planDelete(world.station().state(gone).value(), world.shown(gone)));
    world.create("outreach", {{"theme", "在别的镇"}, {"happened_on", "2026-03-01"}}, "500115127");  // refused
    world.sync();
    EXPECT_TRUE(hub::erase(world.hub(), {secret, {"theme"}, "当事人申请", "区局"}).ok());
    world.sync();
    world.edit(draft, {{"place", "还没有发出的修改"}});
}

std::string shownBy(store::Store& station) {
    std::string out;
    const Status walked = station.forEach([&](const store::StoredRecord& record) -> Status {
        const records::View& view = record.view;
        out += Json{{"id", toText(record.id)},     {"type", view.type},       {"org", view.org},
                    {"state", view.state},         {"deleted", view.deleted}, {"fields", view.fields},
                    {"conflicts", view.conflicts}, {"erased", view.erased},   {"sync", record.sync},
                    {"by", record.updatedBy}}
                   .dump() +
               "\n";
        FAYI_LET(history, station.history(record.id));
        for (const store::StoredChange& change : history) {
            Json writes = Json::object();
            for (const merge::Write& write : change.writes)
                writes[write.path] = records::told(write.value);
            out += " " +
                   Json{{"version", toText(change.dot)}, {"refused", change.refused}, {"writes", writes}}
                       .dump() +
                   "\n";
        }
        return {};
    });
    EXPECT_TRUE(walked.ok());
    const auto report = station.check();
    EXPECT_TRUE(report.ok());
    for (const Text& fault : report->faults)
        ADD_FAILURE() << fault.en;
    const store::Store::Counts counts = station.counts();
    return out +
           Json{{"changes", report->changes}, {"waiting", counts.waiting}, {"refused", counts.refused}}
               .dump() +
           "\n";
}

std::string shownBy(hub::SqliteHubStore& hub, const std::filesystem::path& file) {
    Fixed fixed;
    hub::References references;
    hub::Context context{hub, fixed.clock, fixed.random, references};
    std::string out;
    auto database = must(sqlite::Database::open(file, {}));
    auto rows = database->prepare(
        "SELECT id, type, org, state, happened_on, deleted, fields FROM figure_record ORDER BY id");
    while (rows.step()) {
        for (int column = 0; column < 7; ++column)
            out += (column == 0 ? "" : "\t") + rows.text(column);
        out += "\n";
        for (const Json& line : must(hub::history(context, *parseRecordId(rows.text(0)))))
            out += " " + line.dump() + "\n";
    }
    return out + must(hub::verifyLog(context)).dump() + "\n";
}

}  // namespace fayi::testing
