// SPDX-License-Identifier: Apache-2.0
// Who writes in this store, and with which pen.
#include "fayi/base/crypto.h"
#include "fayi/store/practice.h"
#include "row.h"

namespace fayi::store {
namespace {

Json parse(const std::string& text) {
    return Json::parse(text, nullptr, false);
}

Person personFrom(const sqlite::Statement& row) {
    Person out;
    out.number = row.integer(0);
    out.id = parseRecordId(row.text(1)).value_or(RecordId());
    out.name = row.text(2);
    out.role = row.text(3);
    out.org = row.text(4);
    out.scope = parse(row.text(5)).get<std::vector<std::string>>();
    out.replica = replicaOf(row.integer(6));
    return out;
}

}  // namespace

std::vector<Person> Store::people() const {
    std::vector<Person> out;
    auto rows = m_database->prepare(
        "SELECT p.number, p.id, p.name, p.role, p.org, p.scope, coalesce(r.id, 0) FROM person p "
        "LEFT JOIN replica r ON r.person=p.number AND r.active ORDER BY p.number");
    while (rows.step())
        out.push_back(personFrom(rows));
    return out;
}

std::optional<Enrolment> Store::enrolment() const {
    const std::string text = meta("enrolment");
    if (text.empty())
        return std::nullopt;
    const Json json = parse(text);
    return Enrolment{json.at("server").get<std::string>(),    json.at("ca").get<std::string>(),
                     json.at("station").get<std::uint64_t>(), json.at("token").get<std::string>(),
                     json.at("district").get<std::string>(),  json.at("districtName").get<std::string>()};
}

/// The hybrid clock is the store's: what one of its people writes comes after what the others wrote (a push
/// keeps this order, whoever's pen it was).
HybridTime Store::latestTime() const {
    auto row = m_database->prepare("SELECT max(time) FROM replica WHERE person IS NOT NULL");
    return row.step() ? HybridTime{row.number(0)} : HybridTime();
}

Result<Store::Pen> Store::activePen(std::int64_t person) {
    auto row = m_database->prepare(
        "SELECT number, id, secret, public_key, seq, hash, salt FROM replica WHERE person=? AND active");
    if (row.bind(person).step()) {
        Pen pen{row.integer(0), replicaOf(row.integer(1)), row.text(2), row.text(3), {}, latestTime()};
        pen.head = {row.number(4), row.text(5), row.text(6)};
        return pen;
    }
    FAYI_TRY(row.status());
    ReplicaId replica;
    while (replica.value == 0)
        replica.value = m_random.u64();
    const SigningKey key = SigningKey::generate(m_random);
    Pen pen{0, replica, key.seed, key.publicKey, protocol::ChainHead::start(replica), latestTime()};
    FAYI_TRY(
        m_database
            ->prepare(
                "INSERT INTO replica(id,person,person_id,person_name,station_name,org,secret,public_key,"
                "active,hash) SELECT ?, number, id, name, (SELECT value FROM meta WHERE key='name'), org, "
                "?, ?, 1, ? FROM person WHERE number=?")
            .bind(asKey(replica))
            .bindBlob(pen.secret)
            .bindBlob(pen.publicKey)
            .bindBlob(pen.head.hash)
            .bind(person)
            .run());
    if (m_database->changes() != 1)
        return Error{ErrorCode::NotFound, {"本机没有这个人", "there is no such person on this computer"}};
    pen.number = m_database->lastInsertId();
    return pen;
}

Result<protocol::PenIntroduction> Store::penFor(std::int64_t person) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_LET(pen, activePen(person));
    FAYI_TRY(transaction.commit());
    return protocol::PenIntroduction{pen.replica, {}, pen.publicKey};
}

Result<Person> Store::enrol(const Enrolment& enrolment, const protocol::EnrolResponse& answer,
                            std::int64_t person) {
    if (!meta("practice").empty())
        return kPracticeJoinsNothing;
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    const Json kept{{"server", enrolment.server},     {"ca", enrolment.caFile},
                    {"station", enrolment.station},   {"token", enrolment.token},
                    {"district", enrolment.district}, {"districtName", enrolment.districtName}};
    FAYI_TRY(keepCertificate(enrolment, answer.certificate));
    FAYI_TRY(setMeta("enrolment", kept.dump()));
    FAYI_TRY(setMeta("district", enrolment.district));
    FAYI_TRY(setMeta("hub-keys", protocol::toJson(answer.keys).dump()));
    if (const auto asked = joining(); asked && asked->person == person)
        FAYI_TRY(setMeta("joining", ""));
    if (meta("epoch").empty())  // of this life: should the hub be put back before the first sync, it shows
        FAYI_TRY(setMeta("epoch", std::to_string(answer.epoch)));
    FAYI_TRY(m_database->prepare("UPDATE person SET id=?, name=?, role=?, org=?, scope=? WHERE number=?")
                 .bind(toText(answer.person))
                 .bind(answer.personName)
                 .bind(answer.role)
                 .bind(answer.org)
                 .bind(Json(answer.scope).dump())
                 .bind(person)
                 .run());
    FAYI_TRY(
        m_database
            ->prepare("UPDATE replica SET person_id=?, person_name=?, org=?, introduced=1 WHERE person=?")
            .bind(toText(answer.person))
            .bind(answer.personName)
            .bind(answer.org)
            .bind(person)
            .run());
    // Drafts from before the enrolment name no org unit: they are at home now.
    FAYI_TRY(m_database
                 ->prepare("UPDATE record SET org=? WHERE org='' AND replica IN "
                           "(SELECT number FROM replica WHERE person=?)")
                 .bind(answer.org)
                 .bind(person)
                 .run());
    const Millis offset = answer.hubTime - m_clock.now();
    FAYI_TRY(setMeta("offset", std::to_string(offset.count())));
    FAYI_TRY(transaction.commit());
    FAYI_TRY(loadDefinitions());
    for (Person& known : const_cast<const Store*>(this)->people())
        if (known.number == person)
            return std::move(known);
    return Error{ErrorCode::Internal, {"登记后找不到此人", "the person is gone after enrolling"}};
}

Result<std::int64_t> Store::addPerson(const std::string& name) {
    FAYI_TRY(m_database->prepare("INSERT INTO person(id,name,role,org,scope) VALUES('',?,'','','[]')")
                 .bind(name)
                 .run());
    return m_database->lastInsertId();
}

Status Store::removePerson(std::int64_t person) {
    FAYI_TRY(m_database->prepare("DELETE FROM replica WHERE person=? AND seq=0").bind(person).run());
    return m_database->prepare("DELETE FROM person WHERE number=? AND id=''").bind(person).run();
}

/// Where the chain of an own pen begins here: at its start, or behind what was pruned.
Result<protocol::ChainHead> Store::chainStart(std::int64_t number, ReplicaId replica) const {
    auto row = m_database->prepare("SELECT base_seq, base_hash, base_salt FROM replica WHERE number=?");
    if (row.bind(number).step() && row.number(0) > 0)
        return protocol::ChainHead{row.number(0), row.text(1), row.text(2)};
    FAYI_TRY(row.status());
    return protocol::ChainHead::start(replica);
}

Status Store::retirePens() {
    FAYI_TRY(giveUpNumbers());
    return m_database->prepare("UPDATE replica SET active=0 WHERE person IS NOT NULL").run();
}

Store::Author Store::author(ReplicaId replica) const {
    auto row = m_database->prepare(
        "SELECT CASE WHEN r.person IS NULL THEN r.person_name ELSE p.name END, r.station_name FROM replica r "
        "LEFT JOIN person p ON p.number=r.person WHERE r.id=?");
    if (!row.bind(asKey(replica)).step())
        return {};
    return {row.text(0), row.text(1)};
}

}  // namespace fayi::store
