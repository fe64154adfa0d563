// SPDX-License-Identifier: Apache-2.0
#include "office.h"

namespace fayi::testing {
namespace {

using station::Station;

constexpr Millis kStep = std::chrono::minutes(1);
/// Written down, never dialled: pictures send nothing.
constexpr const char* kServer = "https://fayi.changshou.example";

RecordId idOf(const std::string& id) {
    return parseRecordId(id).value();
}

}  // namespace

Office::Office(Hub& hub, const std::filesystem::path& folder, const std::string& name, std::uint64_t seed)
    : m_hub(hub),
      m_folder(folder / name),
      m_name(name),
      m_random(seed),
      m_station(must(Station::init(m_folder, name, hub.clock, m_random))) {}

void Office::join(const std::string& name, const std::string& role, const std::string& org) {
    store::Store& store = m_station->store();
    const auto known = store.enrolment();
    const std::int64_t number = known ? must(store.addPerson({})) : 1;
    const RecordId person = m_hub.person(role, org, name);
    protocol::EnrolRequest request;
    request.code = must(hub::issueCode(m_hub.context, person, std::chrono::hours(1)))["code"];
    request.stationName = m_name;
    request.pen = must(store.penFor(number));
    if (known) {
        request.station = known->station;
        request.token = known->token;
    }
    const auto answer = std::get<protocol::EnrolResponse>(must(hub::enrol(m_hub.context, request)));
    const std::string token = known ? known->token : answer.token;
    must(store.enrol({kServer, "", answer.station, token, answer.district, answer.districtName}, answer,
                     number));
    m_way = std::make_unique<transport::LoopbackTransport>(
        [this](const net::Request& asked) { return m_hub.service.handle(asked); },
        transport::bearer(answer.station, token));
    m_station = must(Station::open(m_folder, m_hub.clock, m_random));
    if (!known)
        return;
    ASSERT_TRUE(m_station->actAs(store::Person(m_station->people().front()).name).ok());
}

void Office::sync() {
    m_hub.clock.advance(kStep);
    const auto result = runtime::syncAll(m_station->store(), *m_way);
    EXPECT_EQ(result.trouble, protocol::Trouble::None) << result.words.en;
}

Station& Office::later() {
    m_hub.clock.advance(kStep);
    return *m_station;
}

std::string Office::create(const std::string& type, const Json& fields, const std::string& org) {
    auto made = later().create(type, fields, org);
    for (const schema::Problem& problem : m_station->refusedBecause())
        ADD_FAILURE() << type << ' ' << problem.field << ": " << problem.message.en;
    return toText(must(std::move(made)).id);
}

void Office::edit(const std::string& id, const Json& patch) {
    (void)must(later().edit(idOf(id), patch));
}

void Office::submit(const std::string& id) {
    auto done = later().submit(idOf(id));
    for (const schema::Problem& problem : m_station->refusedBecause())
        ADD_FAILURE() << problem.field << ": " << problem.message.en;
    (void)must(std::move(done));
}

void Office::verify(const std::string& id) {
    (void)must(later().verify(idOf(id)));
}

void Office::giveBack(const std::string& id, const std::string& remark, const std::string& field) {
    (void)must(later().giveBack(idOf(id), remark, field));
}

void Office::makeVoid(const std::string& id, const std::string& reason) {
    (void)must(later().makeVoid(idOf(id), reason));
}

void Office::restrict(const std::string& id, const std::string& reason) {
    (void)must(later().restrict(idOf(id), reason));
}

}  // namespace fayi::testing
