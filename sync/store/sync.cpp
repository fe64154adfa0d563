// SPDX-License-Identifier: Apache-2.0
// What to say to the hub, what to remember of the last time, and what leaves the store.
#include "fayi/base/limits.h"
#include "grams.h"
#include "row.h"

namespace fayi::store {
namespace {

std::uint64_t numberOf(const std::string& text) {
    return text.empty() ? 0 : std::stoull(text);
}

protocol::FreshPull freshFrom(const Json& json) {
    return {{json.at(0).get<std::uint64_t>()},
            json.at(1).get<bool>(),
            {{ReplicaId{json.at(2).get<std::uint64_t>()}, json.at(3).get<std::uint64_t>()}}};
}

/// What is left of a page while it is filled.
struct Room {
    std::size_t changes, bytes;
    bool fits(std::size_t count, std::size_t size) const { return count <= changes && size <= bytes; }
    void take(std::size_t count, std::size_t size) {
        changes -= std::min(changes, count);
        bytes -= std::min(bytes, size);
    }
};

}  // namespace

Result<protocol::SyncRequest> Store::nextRequest(const PageRoom& room) const {
    return requestAfter({}, room);
}

/// The same if the hub had answered for what was said before, and somebody who is joining had joined.
Result<protocol::SyncRequest> Store::requestAfter(const Said& said, const PageRoom& room) const {
    protocol::SyncRequest out;
    out.cursor = {numberOf(meta("epoch")), {numberOf(meta("position"))}};
    out.scopeVersion = numberOf(meta("scope-version"));
    out.clock = m_clock.now();
    out.backup = numberOf(meta("backup"));
    out.dictionary = protocol::newestDictionary();
    if (const Json fresh = Json::parse(meta("fresh"), nullptr, false); fresh.is_array())
        out.fresh = freshFrom(fresh);
    auto pens = m_database->prepare(
        "SELECT r.number, r.id, r.seq FROM replica r JOIN person p ON p.number=r.person WHERE p.id<>'' OR "
        "p.number=? ORDER BY r.number");
    pens.bind(said.joining);
    while (pens.step())
        out.own.push_back({replicaOf(pens.integer(1)), pens.number(2)});
    FAYI_TRY(pens.status());
    FAYI_LET(unsent, unsentStretches(said, room));
    out.more = unsent.more;
    if (!unsent.more && said.upTo.empty())
        FAYI_TRY(addNumbers(out));
    for (const Stretch& stretch : unsent.stretches)
        FAYI_TRY(addStretch(out, stretch));
    return out;
}

/// As many saves as fit a page, oldest first whoever made them: one person's may rest on another's. What a
/// hub that was put back had answered for ends where its receipt does, or that would not be told with it.
Result<Store::Unsent> Store::unsentStretches(const Said& said, const PageRoom& page) const {
    Unsent unsent;
    std::vector<Stretch>& out = unsent.stretches;
    Room room{page.changes, page.bytes};
    auto heads = m_database->prepare(
        "SELECT r.number, r.id, r.acked, h.seq, h.hash, h.signature, "
        "h.receipt IS NOT NULL FROM head h JOIN replica r ON "
        "r.number=h.replica "
        "JOIN person p ON p.number=r.person WHERE (p.id<>'' OR p.number=?) AND h.seq>r.acked ORDER BY "
        "h.time, h.seq");
    heads.bind(said.joining);
    while (heads.step()) {
        const std::int64_t pen = heads.integer(0);
        const auto before = said.upTo.find(pen);
        const std::uint64_t acked = before == said.upTo.end() ? heads.number(2) : before->second;
        if (heads.number(3) <= acked)
            continue;
        auto at = std::ranges::find(out, pen, &Stretch::pen);
        const bool closed = at != out.end() && at->closed;
        const std::uint64_t from = at == out.end() ? acked : at->head.seq;
        auto size = m_database->prepare(
            "SELECT count(*), total(length(body)) FROM change WHERE replica=? AND seq>? AND seq<=?");
        size.bind(pen).bind(from).bind(heads.number(3)).step();
        unsent.more = closed || (!room.fits(size.number(0), size.number(1)) && !out.empty());
        if (unsent.more)
            break;
        room.take(size.number(0), size.number(1));
        if (at == out.end())
            at = out.insert(at, Stretch{pen, acked, {}});
        at->head = {replicaOf(heads.integer(1)), heads.number(3), heads.text(4), heads.text(5)};
        at->closed = heads.integer(6) != 0;
    }
    FAYI_TRY(heads.status());
    return unsent;
}

Status Store::addStretch(protocol::SyncRequest& out, const Stretch& stretch) const {
    auto pen = m_database->prepare(
        "SELECT r.introduced, r.public_key, p.id FROM replica r JOIN person p ON p.number=r.person WHERE "
        "r.number=?");
    if (pen.bind(stretch.pen).step() && pen.integer(0) == 0 && !pen.text(2).empty())  // else it enrols itself
        out.pens.push_back(
            {stretch.head.replica, parseRecordId(pen.text(2)).value_or(RecordId()), pen.text(1)});
    out.heads.push_back(stretch.head);
    FAYI_TRY(addReceipt(out, stretch));
    auto rows =
        m_database->prepare("SELECT body FROM change WHERE replica=? AND seq>? AND seq<=? ORDER BY seq");
    rows.bind(stretch.pen).bind(stretch.after).bind(stretch.head.seq);
    while (rows.step()) {
        FAYI_LET(change, protocol::decodeChange(rows.text(0)));
        out.changes.push_back({std::move(change), {}, {}});
    }
    return rows.status();
}

protocol::DictionaryId Store::commonDictionary() const {
    const auto hubs = static_cast<protocol::DictionaryId>(numberOf(meta("dictionary")));
    return std::min(hubs, protocol::newestDictionary());
}

bool Store::hasUnsent() const {
    auto row = m_database->prepare(
        "SELECT 1 FROM replica r JOIN person p ON p.number=r.person WHERE p.id<>'' AND "
        "r.seq>r.acked LIMIT 1");
    return row.step();
}

std::uint64_t Store::unsentBytes() const {
    auto row = m_database->prepare(
        "SELECT coalesce(sum(length(c.body)),0) FROM replica r JOIN person p ON p.number=r.person JOIN "
        "change "
        "c ON c.replica=r.number AND c.seq>r.acked WHERE p.id<>'' AND r.seq>r.acked");
    return row.step() ? row.number(0) : 0;
}

Store::SyncMemory Store::syncMemory() const {
    SyncMemory out;
    if (const std::string last = meta("last-success"); !last.empty())
        out.lastSuccess = Millis(std::stoll(last));
    if (const std::string problem = meta("last-problem"); !problem.empty()) {
        const Json json = Json::parse(problem, nullptr, false);
        out.lastProblem = {json.value("zh", ""), json.value("en", "")};
    }
    if (const std::string offset = meta("offset"); !offset.empty())
        out.clockOffset = Millis(std::stoll(offset));
    if (const std::string scope = meta("scope"); !scope.empty())
        out.scope = Json::parse(scope, nullptr, false).get<std::vector<std::string>>();
    return out;
}

Status Store::rememberSync(const std::optional<Text>& problem) {
    if (problem)
        return setMeta("last-problem", Json{{"zh", problem->zh}, {"en", problem->en}}.dump());
    FAYI_TRY(setMeta("last-problem", ""));
    return setMeta("last-success", std::to_string(m_clock.now().count()));
}

LinkSettings Store::linkSettings() const {
    const Json json = Json::parse(meta("link-settings"), nullptr, false);
    if (!json.is_object())
        return {};
    return {static_cast<LinkSettings::Proxy>(json.value("proxy", 0)), json.value("proxyUrl", ""),
            json.value("metered", false), json.value("dayBytes", std::uint64_t{0})};
}

Status Store::setLinkSettings(const LinkSettings& settings) {
    return setMeta("link-settings", Json{{"proxy", static_cast<int>(settings.proxy)},
                                         {"proxyUrl", settings.proxyUrl},
                                         {"metered", settings.metered},
                                         {"dayBytes", settings.dayBytes}}
                                        .dump());
}

std::uint64_t Store::spentToday() const {
    const Json json = Json::parse(meta("spent"), nullptr, false);
    return json.is_array() && json.size() == 2 && json[0] == dateInChina(m_clock.now())
               ? json[1].get<std::uint64_t>()
               : 0;
}

Status Store::noteSpent(std::uint64_t bytes) {
    if (linkSettings().dayBytes == 0)
        return {};
    return setMeta("spent", Json::array({dateInChina(m_clock.now()), spentToday() + bytes}).dump());
}

LinkMemory Store::linkMemory() const {
    const Json json = Json::parse(meta("link"), nullptr, false);
    if (!json.is_array() || json.size() != 3)
        return {};
    return {json[0].get<std::uint64_t>(), json[1].get<std::uint64_t>(), json[2].get<std::uint64_t>()};
}

Status Store::rememberLink(const LinkMemory& link) {
    return setMeta("link", Json::array({link.rate, link.carried, link.before}).dump());
}

/// Definitions arrived: they take effect at once.
Status Store::noteDefinitions() {
    FAYI_TRY(setMeta("definitions", std::to_string(numberOf(meta("definitions")) + 1)));
    return loadDefinitions();
}

/// What is shown and what is searchable may have changed: every record is worked out anew.
Status Store::renewIndex() {
    FAYI_TRY(m_database->execute("INSERT INTO search(search) VALUES('delete-all')"));
    std::vector<RecordId> all;
    auto rows = m_database->prepare("SELECT r.id, c.seq FROM record c JOIN replica r ON r.number=c.replica");
    while (rows.step())
        all.push_back({{replicaOf(rows.integer(0)), rows.number(1)}});
    FAYI_TRY(rows.status());
    for (const RecordId id : all) {
        FAYI_LET(row, findRow(id));
        row->indexed.clear();
        FAYI_TRY(putRecord(*row));
    }
    return noteWorkedOut();
}

Status Store::refreshDefinitions() {
    if (meta("definitions") == m_definitions)
        return {};
    return loadDefinitions();
}

}  // namespace fayi::store
