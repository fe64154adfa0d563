// SPDX-License-Identifier: Apache-2.0
#include "hands.h"

#include <QCoreApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QQuickWindow>
#include <QUrl>
#include <array>

#include "fayi/station/personal.h"
#include "fayi/testing/cheap_pin.h"
#include "must.h"
#include "simple_hub.h"

namespace fayi::testing {
namespace {

using station::Json;
using station::Station;
using store::Store;

const SystemClock kWallClock;
constexpr int kPatienceMs = 20'000;  // for a program to start or end

QString toQt(const std::string& text) {
    return QString::fromStdString(text);
}

std::filesystem::path toPath(const QString& folder) {
    return folder.toStdString();
}

Json outreach(const std::string& theme, int attendance) {
    return {{"theme", theme},    {"happened_on", "2026-03-01"}, {"place", "村委会会议室"},
            {"form", "lecture"}, {"organiser", "双龙司法所"},   {"attendance", attendance}};
}

void enrol(const std::filesystem::path& folder, std::uint64_t number, const std::string& name,
           Random& random) {
    auto opened = Store::open(folder, kWallClock, random).value();
    protocol::EnrolResponse answer;
    answer.station = number;
    answer.token = "token";
    answer.person = {{{9}, number}};
    answer.personName = name;
    answer.role = "clerk";
    answer.org = "500115127";
    answer.scope = {"500115"};
    answer.hubTime = kWallClock.now();
    // Port 9 of this machine: nobody listens there, and the refusal is immediate.
    (void)opened->penFor(1).value();
    (void)opened->enrol({"http://127.0.0.1:9", "", number, "token", "500115", "长寿区"}, answer, 1).value();
}

void sync(const std::filesystem::path& folder, SimpleHub& hub, Random& random) {
    auto opened = Store::open(folder, kWallClock, random).value();
    for (bool more = true; more;) {
        const auto request = opened->nextRequest().value();
        more = opened->apply(request, hub.answer(request)).value().more || opened->hasUnsent();
    }
}

void edit(const std::filesystem::path& folder, RecordId id, const Json& patch, Random& random) {
    (void)Station::open(folder, kWallClock, random).value()->edit(id, patch).value();
}

template <typename Visit>
void walk(QQuickItem* item, const Visit& visit) {
    if (!item || !item->isVisible())
        return;
    visit(item);
    for (QQuickItem* child : item->childItems())
        walk(child, visit);
}

/// The whole window if it is one: popups live beside the page.
QQuickItem* wholeOf(QQuickItem* root) {
    return root && root->window() ? root->window()->contentItem() : root;
}

bool isOf(const QObject* object, std::initializer_list<const char*> classes) {
    return std::any_of(classes.begin(), classes.end(),
                       [&](const char* name) { return object->inherits(name); });
}

/// A whole lecture of last year, submitted.
RecordId submitLecture(Station& station) {
    Json lecture = outreach("送法下基层", 30);
    const int lastYear = std::stoi(dateInChina(kWallClock.now()).substr(0, 4)) - 1;
    lecture["happened_on"] = std::to_string(lastYear) + "-05-20";
    lecture["organiser_role"] = "village-advisor";
    lecture["audience_groups"] = {"villagers"};
    lecture["law_topics"] = {"civil-code"};
    lecture["speaker"] = "周文静";
    lecture["speaker_role"] = "village-advisor";
    lecture["campaigns"] = {"law-to-grassroots"};
    const RecordId id = must(station.create("outreach", lecture)).id;
    (void)must(station.submit(id));
    return id;
}

}  // namespace

QString Hands::newFolder() {
    m_folders.push_back(std::make_unique<TemporaryFolder>());
    return toQt((*m_folders.back() / "data").string());
}

QString Hands::filledFolder(int records) {
    const QString folder = newFolder();
    SystemRandom random;
    auto station = Station::init(toPath(folder), "一号机", kWallClock, random).value();
    for (int i = 0; i < records; ++i)
        (void)station->create("outreach", outreach("普法讲座第" + std::to_string(i) + "场", 30)).value();
    return folder;
}

QString Hands::spreadFolder(int records) {
    const QString folder = newFolder();
    SystemRandom random;
    const auto station = must(Station::init(toPath(folder), "一号机", kWallClock, random));
    const int thisYear = std::stoi(dateInChina(kWallClock.now()).substr(0, 4));
    const auto lastYear = daysOf(std::to_string(thisYear - 1) + "-01-01").value();
    const std::array villages{"500115127200", "500115127201", "500115001001"};
    for (int i = 0; i < records; ++i) {
        Json one = outreach("普法讲座第" + std::to_string(i) + "场", 30);
        one["happened_on"] =
            i % 10 == 0 ? std::to_string(thisYear) + "-01-01" : dateOfDays(lastYear + i * 37 % 300);
        one["village"] = villages.at(static_cast<std::size_t>(i) % villages.size());
        if (i % 4 == 0)
            one["form"] = "stall";
        if (i % 5 == 0)
            one["campaigns"] = {"law-to-grassroots"};
        (void)must(station->create("outreach", one));
    }
    return folder;
}

QString Hands::joinedFolder() {
    const QString folder = filledFolder(1);
    SystemRandom random;
    enrol(toPath(folder), 1, "何志远", random);
    return folder;
}

QString Hands::sharedFolder() {
    const QString folder = joinedFolder();
    SystemRandom random;
    auto opened = must(Store::open(toPath(folder), kWallClock, random));
    const std::int64_t second = must(opened->addPerson({}));
    protocol::EnrolResponse answer;
    answer.station = 1;
    answer.token = "token";
    answer.person = {{{9}, 2}};
    answer.personName = "周文静";
    answer.role = "advisor";
    answer.org = "500115127";
    answer.scope = {"500115"};
    answer.hubTime = kWallClock.now();
    (void)must(opened->penFor(second));
    (void)must(opened->enrol({"http://127.0.0.1:9", "", 1, "token", "500115", "长寿区"}, answer, second));
    return folder;
}

void Hands::setPin(const QString& folder, int person) {
    if (const Status given = giveCheapPin(toPath(folder), person); !given.ok())
        qFatal("%s", given.error().message.en.c_str());
}

void Hands::guess(const QString& folder, int person, int times) {
    const auto seats = must(station::Seats::open(toPath(folder), kWallClock));
    for (int i = 0; i < times; ++i)
        (void)must(seats->tryPin(person, "not it"));
}

QVariantList Hands::leftForms(const QString& folder, int person) {
    const auto journal = must(station::FormJournal::open(toPath(folder), kWallClock));
    QVariantList out;
    for (const station::OpenForm& form : must(journal->forms(person)))
        out << QVariantMap{{QStringLiteral("subject"), toQt(form.subject)},
                           {QStringLiteral("fields"), toQt(form.fields.dump())},
                           {QStringLiteral("focus"), toQt(form.focus)}};
    return out;
}

void Hands::ageForms(const QString& folder, int person) {
    const auto journal = must(station::FormJournal::open(toPath(folder), kWallClock));
    for (station::OpenForm form : must(journal->forms(person))) {
        form.version = 0;
        form.fields["weather"] = "小雨";
        form.said["weather"] = {{"label", {"天气", "Weather"}}, {"text", {"小雨", "light rain"}}};
        form.fields["form"] = "no-such-form";
        if (!journal->put(person, form).ok())
            qFatal("the form was not kept");
    }
}

QVariantList Hands::looks(const QString& folder) {
    QVariantList out;
    for (const station::Reveal& look : must(must(station::Reveals::open(toPath(folder), kWallClock))->list()))
        out << QVariantMap{{QStringLiteral("person"), toQt(look.personName)},
                           {QStringLiteral("field"), toQt(look.field)},
                           {QStringLiteral("place"), toQt(look.place)}};
    return out;
}

QString Hands::namedFolder() {
    const QString folder = newFolder();
    SystemRandom random;
    const auto station = must(Station::init(toPath(folder), "一号机", kWallClock, random));
    (void)must(station->create("consultation", {{"anonymous", false},
                                                {"client_kind", "person"},
                                                {"person_name", "李秀英"},
                                                {"phone", "13812345678"},
                                                {"facts", "邻里通行纠纷"},
                                                {"happened_on", "2026-03-01"}}));
    return folder;
}

QString Hands::conflictFolder() {
    SystemRandom random;
    const QString ours = filledFolder(1);
    (void)Station::open(toPath(ours), kWallClock, random)
        .value()
        ->create("contract-review", {{"contract_name", "山坪塘承包合同"}, {"amount", 1234500}})
        .value();
    collide(ours, "outreach", {{"attendance", 31}}, {{"attendance", 35}});
    return ours;
}

QString Hands::namedConflictFolder() {
    const QString ours = filledFolder(1);
    SystemRandom random;
    (void)must(must(Station::open(toPath(ours), kWallClock, random))
                   ->create("aid-application", {{"applicant", "李秀英"}, {"birth_date", "1960-01-01"}}));
    collide(ours, "aid-application", {{"birth_date", "1961-02-02"}}, {{"birth_date", "1962-03-03"}});
    return ours;
}

QString Hands::conflictOf(const QString& type, const QString& before, const QString& mine,
                          const QString& theirs) {
    const QString ours = filledFolder(0);
    SystemRandom random;
    const auto json = [](const QString& text) { return Json::parse(text.toStdString()); };
    (void)must(
        must(Station::open(toPath(ours), kWallClock, random))->create(type.toStdString(), json(before)));
    collide(ours, type.toStdString(), json(mine), json(theirs));
    return ours;
}

/// Two computers edit the first record of a type at the same time, then sync.
void Hands::collide(const QString& ours, const std::string& type, const Json& patch, const Json& theirPatch) {
    SystemRandom random;
    SimpleHub hub;
    hub.time = kWallClock.now();
    const QString theirs = newFolder();
    (void)Station::init(toPath(theirs), "二号机", kWallClock, random).value();
    enrol(toPath(ours), 1, "何志远", random);
    enrol(toPath(theirs), 2, "周文静", random);
    sync(toPath(ours), hub, random);
    sync(toPath(theirs), hub, random);
    station::ListQuery query;
    query.type = type;
    const RecordId id = Station::open(toPath(ours), kWallClock, random).value()->list(query).value().at(0).id;
    edit(toPath(ours), id, patch, random);
    edit(toPath(theirs), id, theirPatch, random);
    sync(toPath(ours), hub, random);
    sync(toPath(theirs), hub, random);
    sync(toPath(ours), hub, random);
}

QString Hands::refusedFolder() {
    const QString folder = filledFolder(1);
    SystemRandom random;
    SimpleHub hub;
    hub.time = kWallClock.now();
    enrol(toPath(folder), 1, "何志远", random);
    sync(toPath(folder), hub, random);
    auto station = Station::open(toPath(folder), kWallClock, random).value();
    const auto first = station->list({}).value().at(0).id;
    (void)must(station->create("outreach", outreach("外镇的一场", 60)));
    (void)must(station->edit(first, {{"attendance", 99}}));
    hub.refuseSeqs = {2, 3};
    sync(toPath(folder), hub, random);
    return folder;
}

QString Hands::refusedLecturesFolder(int count) {
    const QString folder = filledFolder(count);
    SystemRandom random;
    SimpleHub hub;
    hub.time = kWallClock.now();
    enrol(toPath(folder), 1, "何志远", random);
    for (int i = 1; i <= count; ++i)
        hub.refuseSeqs.insert(static_cast<std::uint64_t>(i));
    sync(toPath(folder), hub, random);
    return folder;
}

void Hands::sendRecords(const QString& folder) {
    SystemRandom random;
    (void)must(must(Station::open(toPath(folder), kWallClock, random))->sync({.attachments = false}));
}

void Hands::sendHalf(const QString& folder) {
    const auto book = must(store::Attachments::open(toPath(folder), kWallClock));
    const auto largest = must(book->sendable(100)).back();
    if (const Status noted = book->noteSent(largest.name, *largest.bytes / 2); !noted.ok())
        qFatal("%s", noted.error().message.en.c_str());
}

QString Hands::refusedVerificationFolder() {
    const QString folder = joinedFolder();
    SystemRandom random;
    SimpleHub hub;
    hub.time = kWallClock.now();
    const auto station = must(Station::open(toPath(folder), kWallClock, random));
    const RecordId id = submitLecture(*station);
    sync(toPath(folder), hub, random);
    (void)must(station->verify(id));
    const auto request = must(must(Store::open(toPath(folder), kWallClock, random))->nextRequest());
    hub.refuseSeqs = {request.changes.back().change.dot.seq};
    sync(toPath(folder), hub, random);
    return folder;
}

QString Hands::submittedFolder() {
    const QString folder = joinedFolder();
    SystemRandom random;
    (void)submitLecture(*must(Station::open(toPath(folder), kWallClock, random)));
    return folder;
}

QString Hands::verifiedFolder() {
    const QString folder = joinedFolder();
    SystemRandom random;
    const auto station = must(Station::open(toPath(folder), kWallClock, random));
    (void)must(station->verify(submitLecture(*station)));
    return folder;
}

void Hands::fork(const QString& folder) {
    SystemRandom random;
    auto store = must(Store::open(toPath(folder), kWallClock, random));
    auto request = must(store->nextRequest());
    protocol::SyncResponse answer;
    answer.hubTime = kWallClock.now();
    answer.scopeVersion = 1;
    answer.scope = {"500115"};
    answer.cursor = {1, {0}};
    for (const auto& pen : request.own)  // what it had answered for is forgotten, and sent again
        answer.acks.push_back({pen.replica, 0, {}, {}});
    (void)must(store->apply(request, answer));
    answer.acks.clear();
    request = must(store->nextRequest());
    for (const auto& head : request.heads)
        answer.forked.push_back({head.replica, 0});
    if (const auto applied = must(store->apply(request, answer)); applied.reissued == 0)
        qFatal("there was nothing to issue again");
}

void Hands::writeElsewhere(const QString& url, const QString& code) {
    SystemRandom random;
    auto station = must(Station::init(toPath(newFolder()), "别的电脑", kWallClock, random));
    (void)must(station->enrol(url.toStdString(), code.toStdString(), {}));
    for (const char* theme : {"别处写的一场", "别处写的又一场"}) {
        const RecordId id = must(station->create("outreach", outreach(theme, 30))).id;
        for (int more = 1; more <= 3; ++more)
            (void)must(station->edit(id, {{"attendance", 30 + more}}));
    }
    (void)must(station->sync());
}

Json Hands::administer(QStringList arguments) const {
    arguments << QStringLiteral("--data") << m_hubFolder << QStringLiteral("--json");
    QProcess program;
    program.start(QStringLiteral(FAYI_SERVER), arguments);
    if (!program.waitForFinished(kPatienceMs) || program.exitCode() != 0)
        qFatal("fayi-server: %s", program.readAllStandardError().constData());
    return Json::parse(program.readAllStandardOutput().toStdString());
}

QVariantMap Hands::startHub() {
    m_hubFolder = newFolder();
    m_clerk.clear();
    administer({"init", "--district", "500115", "长寿区"});
    const auto codeOf = [&](const char* name) {
        const QString id =
            personOf(QString::fromUtf8(name), QStringLiteral("clerk"), QStringLiteral("500115127"));
        if (m_clerk.isEmpty())
            m_clerk = id;
        return codeOfPerson(id);
    };
    const QString code = codeOf("何志远"), otherCode = codeOf("周文静");
    m_hubUrl = serve(QStringLiteral("127.0.0.1:0"));
    return {{"url", m_hubUrl}, {"code", code}, {"otherCode", otherCode}};
}

/// Where it listens.
QString Hands::serve(const QString& address) {
    m_hub = std::make_unique<QProcess>();
    m_hub->start(QStringLiteral(FAYI_SERVER), {"serve", "--data", m_hubFolder, "--listen", address});
    while (!m_hub->canReadLine() && m_hub->waitForReadyRead(kPatienceMs)) {
    }
    return toQt(Json::parse(m_hub->readLine().toStdString()).at("listening").get<std::string>());
}

void Hands::resumeHub() {
    (void)serve(QUrl(m_hubUrl).authority());
}

QString Hands::personOf(const QString& name, const QString& role, const QString& org) const {
    const Json person = administer({"person", "add", "--name", name, "--role", role, "--org", org});
    return toQt(person.at("person").get<std::string>());
}

QString Hands::codeOfPerson(const QString& id) const {
    return toQt(administer({"enrol-code", "--person", id}).at("code").get<std::string>());
}

QString Hands::codeFor(const QString& name, const QString& role, const QString& org) {
    return codeOfPerson(personOf(name, role, org));
}

QVariantMap Hands::invitation(const QString& file) const {
    const Json given =
        administer({"enrol-code", "--person", m_clerk, "--invitation", file, "--url", m_hubUrl});
    return {{"file", file}, {"code", toQt(given.at("code").get<std::string>())}};
}

QString Hands::anotherCode() const {
    return codeOfPerson(m_clerk);
}

QStringList Hands::texts(QQuickItem* root) const {
    QStringList out;
    walk(wholeOf(root), [&](QQuickItem* item) {
        if (isOf(item, {"QQuickText", "QQuickTextInput", "QQuickTextEdit"}))
            out << item->property("text").toString();
    });
    return out;
}

void Hands::stopHub() {
    if (!m_hub)
        return;
    m_hub->terminate();
    m_hub->waitForFinished(kPatienceMs);
    m_hub.reset();
}

QString Hands::newShelf() {
    m_folders.push_back(std::make_unique<TemporaryFolder>());
    return toQt(m_folders.back()->path().string());
}

QString Hands::picture(const QString& folder) const {
    const QString path = folder + QStringLiteral("/照片.png");
    QImage photo(320, 240, QImage::Format_RGB32);
    photo.fill(Qt::darkGreen);
    if (!photo.save(path))
        qFatal("no picture");
    return path;
}

QString Hands::table(const QString& folder, const QString& name, const QString& text) const {
    QFile file(folder + QLatin1Char('/') + name);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no table");
    return file.fileName();
}

void Hands::folderWithLetter(const QString& folder) const {
    if (!QDir().mkpath(folder))
        qFatal("no folder");
    (void)table(folder, QStringLiteral("letter.txt"), QStringLiteral("mine"));
}

bool Hands::drop(QQuickItem* onto, const QString& file) const {
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(file)});
    const QPointF at = onto->mapToScene({onto->width() / 2, onto->height() / 2});
    QDragEnterEvent over(at.toPoint(), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto->window(), &over);
    QDropEvent fallen(at, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto->window(), &fallen);
    return over.isAccepted() && fallen.isAccepted();
}

QString Hands::textOf(const QString& file) const {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
}

void Hands::removeFile(const QString& file) const {
    if (!QFile::remove(file))
        qFatal("nothing to remove");
}

bool Hands::same(const QString& one, const QString& other) const {
    QFile a(one), b(other);
    return a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly) && a.readAll() == b.readAll();
}

void Hands::answerStick(const QString& folder) {
    const Json read = administer({"bundle", "read", folder + QStringLiteral("/there")});
    const QString station = QString::number(read.at("station").get<int>());
    administer({"bundle", "write", "--station", station, folder + QStringLiteral("/back")});
}

QString Hands::firstConflict(const QString& folder) {
    SystemRandom random;
    const auto conflicts = Station::open(toPath(folder), kWallClock, random).value()->conflicts().value();
    return conflicts.empty() ? QString() : toQt(toText(conflicts[0].record));
}

QString Hands::stored(const QString& folder, const QString& recordId, const QString& field) {
    SystemRandom random;
    const auto station = Station::open(toPath(folder), kWallClock, random).value();
    const auto record = station->get(*parseRecordId(recordId.toStdString())).value();
    const Json& fields = record.view.fields;
    const std::string name = field.toStdString();
    return fields.contains(name) ? toQt(fields[name].dump()) : QString();
}

QQuickItem* Hands::find(QQuickItem* root, const QString& name) const {
    QQuickItem* found = nullptr;
    walk(root, [&](QQuickItem* item) {
        if (!found && item->objectName() == name)
            found = item;
    });
    return found;
}

QQuickItem* Hands::findInWindow(QQuickItem* root, const QString& name) const {
    return find(wholeOf(root), name);
}

QList<QObject*> Hands::interactive(QQuickItem* root) const {
    QList<QObject*> out;
    walk(wholeOf(root), [&](QQuickItem* item) {
        if (isOf(item, {"QQuickAbstractButton", "QQuickTextInput", "QQuickTextEdit"}))
            out << item;
    });
    return out;
}

QStringList Hands::beyondSides(QQuickItem* root) const {
    QStringList out;
    const auto inFlickable = [&](const QQuickItem* item) {
        for (const QQuickItem* one = item; one && one != root; one = one->parentItem())
            if (one->inherits("QQuickFlickable") && one->property("contentWidth").toReal() > one->width() + 1)
                return true;
        return false;
    };
    walk(root, [&](QQuickItem* item) {
        if (!isOf(item, {"QQuickText", "QQuickAbstractButton", "QQuickTextInput", "QQuickTextEdit"}) ||
            inFlickable(item))
            return;
        const QRectF box = item->mapRectToItem(root, item->boundingRect());
        if (box.left() < -1 || box.right() > root->width() + 1)
            out << (item->objectName().isEmpty() ? item->property("text").toString() : item->objectName());
    });
    return out;
}

}  // namespace fayi::testing
