// SPDX-License-Identifier: Apache-2.0
// Sticks on their way between stations and the hub: late, lost, twice, out of order, half copied, altered, to
// the wrong computer.
#include "network.h"
#include "world.h"

namespace fayi::sim {
namespace {

runtime::BundleBytes again(const Bytes& bytes) {
    return [&bytes]() -> Result<protocol::BundleReader::Source> { return protocol::sourceOf(bytes); };
}

/// Cut somewhere, or with one bit flipped.
Bytes harmed(Bytes bytes, Chance& chance) {
    const std::size_t at = chance() % bytes.size();
    if (chance() % 2 == 0)
        bytes.resize(at);
    else
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (chance() % 8)));
    return bytes;
}

/// All that a store would show somebody, and whether something of it waits.
std::string shownBy(store::Store& store) {
    std::string out;
    const Status walked = store.forEach([&](const store::StoredRecord& record) -> Status {
        out += toText(record.id) + record.view.fields.dump() + record.sync + "\n";
        return {};
    });
    return walked ? out : std::string();
}

}  // namespace

void World::writeBundle(Station& station, Chance& chance) {
    if (!station.enrolled)
        return;
    const bool doomed = strikes(Fault::StationDiesSaving, chance, 10);
    SimBundle bundle;
    bundle.station = station.number;
    bundle.key = must(station.store->sealKey());
    must(station.store->sayAll([&](const protocol::BundleItem& item) -> Status {
        auto& said = bundle.said.emplace_back();
        if (item.target == protocol::kSyncTarget) {
            said = must(protocol::decodeSyncRequest(item.body));
            bundle.meaning.merge(seeRequest(station, *said));
        } else if (item.target == protocol::kTestifyTarget) {
            bundle.meaning.insert(station.names.begin(), station.names.end());
        }
        return {};
    }));
    auto person = station.people.begin();
    std::advance(person, static_cast<std::ptrdiff_t>(chance() % station.people.size()));
    if (doomed)
        station.disk.cutAfter(1 + chance() % 6);
    const auto written = runtime::writeBundle(*station.store, person->first, station.random,
                                              [&bundle](std::string_view piece) {
                                                  bundle.bytes.append(piece);
                                                  return Status();
                                              });
    const bool died = station.disk.dead();
    if (died)
        restart(station, !strikes(Fault::KillOnly, chance, 4));
    station.disk.spare();
    if (!written && !doomed)
        violate("never stuck", station.name + " cannot write a bundle: " + written.error().message.en);
    if (!written)
        return;
    note(station.name + " writes bundle " + std::to_string(m_bundles.size()) + " of " +
         std::to_string(written->changes));
    m_bundles.push_back(std::move(bundle));
}

void World::carryBundle(Chance& chance) {
    if (m_bundles.empty())
        return;
    const std::size_t last = m_bundles.size() - 1;
    SimBundle& bundle = m_bundles[chance() % 2 == 0 ? last : chance() % m_bundles.size()];
    const auto roll = chance() % 8;
    if (roll < 6 || bundle.answers.empty())
        handIn(bundle, chance);
    if (roll > 0 && !bundle.answers.empty())
        readAnswer(bundle, chance);
    if (roll == 5 && !bundle.answers.empty())
        readAnswer(bundle, chance);
}

/// What was answered to each sync in it, and then to what the hub asked in the station's place.
void World::eachAnswer(const SimBundle& bundle, const Bytes& answer,
                       const std::function<void(const protocol::SyncRequest&, const Bytes&)>& see) {
    auto reader = must(protocol::BundleReader::open(protocol::sourceOf(answer)));
    if (!reader.unlock(bundle.key))
        violate("bundles", "an answer is not sealed to the store that wrote");
    protocol::SyncRequest last;
    for (std::size_t at = 0;; ++at) {
        const auto item = must(reader.next());
        if (!item)
            return;
        if (item->target != protocol::kSyncTarget || item->status != 200)
            continue;
        const protocol::SyncRequest asked = at < bundle.said.size() ? *bundle.said[at] : last;
        see(asked, item->body);
        last = protocol::followUp(asked, must(protocol::decodeSyncResponse(item->body)));
    }
}

void World::handIn(SimBundle& bundle, Chance& chance) {
    const bool bad = chance() % 5 == 0;
    net::Request request{"POST",
                         std::string(protocol::kBundlesTarget),
                         {{"Content-Type", std::string(protocol::kBundleMedia)}},
                         bad ? harmed(bundle.bytes, chance) : bundle.bytes};
    const std::uint64_t before = hubPosition();
    const bool threatened = strikes(Fault::HubDies, chance, 12);
    if (threatened)
        threatenHub(chance);
    net::Response response = handle(request, bundle.meaning);
    if (hubIsDead()) {
        restartHub();
        return;
    }
    if (response.status == 200 && !bad && strikes(Fault::Duplicate, chance, 4)) {
        const std::uint64_t then = hubPosition();
        const net::Response twice = handle(request, bundle.meaning);
        if (hubIsDead()) {
            restartHub();
            return;
        }
        if (hubPosition() != then)
            violate("idempotent", "the hub took a repeated bundle for news");
        response = twice;
    }
    if (threatened)
        spareHub();
    if (bad) {
        count("bundle harmed");
        if (response.status == 200 || hubPosition() != before)
            violate("bundles", "a bundle that was cut or altered was taken");
        return;
    }
    if (response.status >= 500 && !threatened)
        violate("never stuck", "the hub fails at a bundle: " + response.body);
    note("the hub answers a bundle of " + m_stations[static_cast<std::size_t>(bundle.station)]->name +
         " with " + std::to_string(response.status));
    if (response.status != 200)
        return;
    eachAnswer(bundle, response.body, [&](const protocol::SyncRequest& asked, const Bytes& body) {
        seeAnswer(asked, bundle.meaning, body);
    });
    bundle.answers.push_back(response.body);
}

void World::readAnswer(const SimBundle& bundle, Chance& chance) {
    const bool astray = chance() % 6 == 0, bad = chance() % 6 == 0;
    Station& station =
        *m_stations[astray ? chance() % m_stations.size() : static_cast<std::size_t>(bundle.station)];
    const Bytes& kept = bundle.answers[chance() % bundle.answers.size()];
    const Bytes answer = bad ? harmed(kept, chance) : kept;
    if (!station.enrolled)
        return;
    const bool doomed = !bad && strikes(Fault::StationDiesSyncing, chance, 10);
    const std::string before = bad ? shownBy(*station.store) : std::string();
    if (doomed)
        station.disk.cutAfter(1 + chance() % 40);
    m_delivered.clear();
    const auto read = runtime::readAnswer(*station.store, again(answer));
    const bool foreign = m_stations[static_cast<std::size_t>(bundle.station)]->lineage != station.lineage;
    if (read && (bad || foreign))
        violate("bundles", station.name + " took an answer that was harmed or another's");
    if (bad && shownBy(*station.store) != before)
        violate("bundles", station.name + " took something of an answer that was harmed");
    if (!read) {  // harmed, another's, or of a bundle that this store does not know (it was put back)
        const ErrorCode code = read.error().code;
        if (!bad && !doomed && code != ErrorCode::Usage && code != ErrorCode::NotFound)
            violate("never stuck", station.name + " cannot apply an answer: " + read.error().message.en);
        if (station.disk.dead())
            restart(station, !strikes(Fault::KillOnly, chance, 4));
        station.disk.spare();
        return;
    }
    count(read->late ? "answer late" : "answer read");
    note(station.name + " reads an answer" + (read->late ? ", too late" : "") + ", " +
         std::to_string(read->sync.pushed) + " acknowledged, " + std::to_string(read->sync.pulled) + " new");
    if (!read->late && read->sync.trouble == protocol::Trouble::None)
        eachAnswer(bundle, kept, [&](const protocol::SyncRequest& asked, const Bytes& body) {
            deliver(asked, bundle.meaning, body);
        });
    hearResult(station, read->sync, chance, doomed);
}

}  // namespace fayi::sim
