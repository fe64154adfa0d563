// SPDX-License-Identifier: Apache-2.0
#include "colleague.h"

#include <QJsonDocument>

#include "fayi/records/plan.h"
#include "fayi/station/station.h"
#include "must.h"

namespace fayi::testing {
namespace {

using station::Json;
using station::Station;

const SystemClock kClock;
SystemRandom kRandom;

std::unique_ptr<Station> openAt(const QString& folder) {
    return must(Station::open(folder.toStdString(), kClock, kRandom));
}

Json jsonOf(const QVariantMap& fields) {
    return Json::parse(QJsonDocument::fromVariant(fields).toJson().toStdString());
}

RecordId idOf(const QString& id) {
    const auto parsed = parseRecordId(id.toStdString());
    if (!parsed)
        qFatal("no record id: %s", qPrintable(id));
    return *parsed;
}

QString toQt(RecordId id) {
    return QString::fromStdString(toText(id));
}

}  // namespace

QString Colleague::newFolder() {
    m_folders.push_back(std::make_unique<TemporaryFolder>());
    return QString::fromStdString((*m_folders.back() / "data").string());
}

QString Colleague::office(const QString& name, const QString& role, const QString& org) {
    const QString folder = newFolder();
    (void)must(Station::init(folder.toStdString(), "一号机", kClock, kRandom));
    auto opened = must(store::Store::open(folder.toStdString(), kClock, kRandom));
    protocol::EnrolResponse answer;
    answer.station = 1;
    answer.token = "token";
    answer.person = {{{9}, 1}};
    answer.personName = name.toStdString();
    answer.role = role.toStdString();
    answer.org = org.toStdString();
    answer.scope = {org.toStdString()};
    answer.hubTime = kClock.now();
    (void)must(opened->penFor(1));
    // Port 9 of this machine: nobody listens there, and the refusal is immediate.
    (void)must(opened->enrol({"http://127.0.0.1:9", "", 1, "token", "500115", "长寿区"}, answer, 1));
    return folder;
}

QString Colleague::join(const QString& url, const QString& code) {
    const QString folder = newFolder();
    auto station = must(Station::init(folder.toStdString(), "别处的机", kClock, kRandom));
    (void)must(station->enrol(url.toStdString(), code.toStdString(), ""));
    (void)must(station->sync());
    return folder;
}

QString Colleague::create(const QString& folder, const QString& type, const QVariantMap& fields) {
    const auto station = openAt(folder);
    station->leavePermissionToHub();  // what an office wrote, in the store of whoever sits here
    return toQt(must(station->create(type.toStdString(), jsonOf(fields))).id);
}

QString Colleague::lecture(const QString& folder, const QString& theme) {
    const Json fields{{"theme", theme.toStdString()},
                      {"happened_on", "2026-03-01"},
                      {"place", "村委会"},
                      {"form", "lecture"},
                      {"speaker", "李法官"},
                      {"speaker_role", "judge"},
                      {"organiser", "司法所"},
                      {"organiser_role", "justice-office"},
                      {"audience_groups", {"villagers"}},
                      {"attendance", 30},
                      {"law_topics", {"civil-code"}}};
    const auto station = openAt(folder);
    const RecordId id = must(station->create("outreach", fields)).id;
    (void)must(station->submit(id));
    return toQt(id);
}

void Colleague::edit(const QString& folder, const QString& id, const QVariantMap& fields) {
    (void)must(openAt(folder)->edit(idOf(id), jsonOf(fields)));
}

void Colleague::submit(const QString& folder, const QString& id) {
    (void)must(openAt(folder)->submit(idOf(id)));
}

void Colleague::verify(const QString& folder, const QString& id) {
    (void)must(openAt(folder)->verify(idOf(id)));
}

void Colleague::makeVoid(const QString& folder, const QString& id, const QString& reason) {
    (void)must(openAt(folder)->makeVoid(idOf(id), reason.toStdString()));
}

void Colleague::restrict(const QString& folder, const QString& id, const QString& reason) {
    (void)must(openAt(folder)->restrict(idOf(id), reason.toStdString()));
}

void Colleague::force(const QString& folder, const QString& id) {
    const auto station = openAt(folder);
    for (const char* state : {"submitted", "verified"}) {
        const auto now = must(station->store().state(idOf(id)));
        (void)must(station->store().save(
            station->person().number, {{idOf(id), {}, records::planState(now, now.seen(), state).writes}}));
    }
}

void Colleague::sync(const QString& folder) {
    (void)must(openAt(folder)->sync());
}

QString Colleague::state(const QString& folder, const QString& id) {
    const auto record = must(openAt(folder)->get(idOf(id)));
    return record.view.changedSinceVerified ? QStringLiteral("changed")
                                            : QString::fromStdString(record.view.state);
}

int Colleague::refused(const QString& folder) {
    return static_cast<int>(must(openAt(folder)->needsAttention()).size());
}

int Colleague::count(const QString& folder, const QString& type) {
    station::ListQuery query;
    query.type = type.toStdString();
    return static_cast<int>(must(openAt(folder)->count(query)));
}

void Colleague::remark(const QString& folder, const QString& id, const QString& text, const QString& field) {
    const auto station = openAt(folder);
    station->leavePermissionToHub();
    (void)must(station->remark(idOf(id), text.toStdString(), field.toStdString()));
}

int Colleague::remarks(const QString& folder, const QString& id) {
    return static_cast<int>(must(openAt(folder)->get(idOf(id))).view.remarks.size());
}

}  // namespace fayi::testing
