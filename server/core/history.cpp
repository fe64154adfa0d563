// SPDX-License-Identifier: Apache-2.0
#include "authority.h"
#include "fayi/records/view.h"
#include "fayi/server/reports.h"

namespace fayi::hub {
namespace {

/// Whose pens there are, asked once each.
class Authors {
public:
    explicit Authors(HubStore& store) : m_store(store) {}

    Result<std::pair<std::string, std::string>> of(ReplicaId replica) {
        if (const auto known = m_names.find(replica); known != m_names.end())
            return known->second;
        std::pair<std::string, std::string> names;
        FAYI_LET(pen, m_store.pen(replica));
        if (!pen) {
            FAYI_LET(name, m_store.testifiedPen(replica));
            if (name)
                names = {name->personName, name->stationName};
        } else if (pen->station == kHubStation) {
            FAYI_LET(hub, m_store.identity());
            names = {hub.name, hub.name};
        } else {
            FAYI_LET(person, authorOf(m_store, pen->person));
            FAYI_LET(station, m_store.station(pen->station));
            names = {person.now().name, station ? station->name : std::string()};
        }
        m_names[replica] = names;
        return names;
    }

private:
    HubStore& m_store;
    std::map<ReplicaId, std::pair<std::string, std::string>> m_names;
};

/// Which of a record's versions are shown, and which compete.
class Standing {
public:
    Standing(const schema::RecordType* type, const HubRecord& record) {
        for (const auto& [path, reg] : record.registers.registers()) {
            const merge::Shown shown = merge::settle(records::policyOf(type, path), reg);
            for (const merge::Version& version : reg.siblings())
                (&version == shown.version ? m_shown : m_siblings).insert(version.dot);
        }
    }
    const char* of(Dot dot) const {
        return m_shown.contains(dot) ? "shown" : m_siblings.contains(dot) ? "sibling" : "superseded";
    }

private:
    std::set<Dot> m_shown, m_siblings;
};

Json writesOf(const protocol::Change& change) {
    Json out = Json::object();
    for (const merge::Write& write : change.writes)
        out[merge::resolvePath(write.path, change.dot)] = records::told(write.value);
    return out;
}

struct Entry {
    HybridTime at;
    Json line;
};

Result<Entry> entryOf(Authors& authors, Dot dot, HybridTime at, const Bytes& body, const char* state) {
    Json writes = Json::object();
    if (!body.empty()) {
        FAYI_LET(change, protocol::decodeChange(body));
        writes = writesOf(change);
    }
    FAYI_LET(names, authors.of(dot.replica));
    return Entry{at,
                 {{"version", toText(dot)},
                  {"by", names.first},
                  {"station", names.second},
                  {"at", toIsoChina(at.wall())},
                  {"writes", std::move(writes)},
                  {"state", state}}};
}

}  // namespace

Result<Json> history(Context& context, RecordId id) {
    FAYI_LET(reference, context.references.current(context.store));
    ReadScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(record, context.store.record(id));
    FAYI_LET(accepted, context.store.changesOf(id));
    FAYI_LET(refused, context.store.refusedOfRecord(id));
    if (!record && refused.empty())
        return Error{ErrorCode::NotFound,
                     {"没有这条记录：" + toText(id), "there is no such record: " + toText(id)}};
    const HubRecord shown = record ? std::move(*record) : HubRecord();
    const Standing standing(reference->catalog.type(shown.type), shown);
    Authors authors(context.store);
    std::vector<Entry> entries;
    for (const LoggedChange& change : accepted) {
        const Dot dot = change.line.dot;
        FAYI_LET(entry, entryOf(authors, dot, change.effective, change.body, standing.of(dot)));
        if (change.line.testifiedBy != 0) {
            FAYI_LET(station, context.store.station(change.line.testifiedBy));
            entry.line["testimony"] = station ? station->name : std::to_string(change.line.testifiedBy);
        }
        entries.push_back(std::move(entry));
    }
    for (const RefusedChange& change : refused) {
        FAYI_LET(entry, entryOf(authors, change.dot, HybridTime::of(change.at), change.body, "refused"));
        entry.line["reason"] = {{"code", change.code}, {"zh", change.reason.zh}, {"en", change.reason.en}};
        entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(entries, {}, &Entry::at);
    Json out = Json::array();
    for (Entry& entry : entries)
        out.push_back(std::move(entry.line));
    return out;
}

}  // namespace fayi::hub
