// SPDX-License-Identifier: Apache-2.0
// What replication costs apart from the values: bytes of version metadata, and the time of one incoming
// change in a small and in a large store. Prints one JSON object.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "fayi/protocol/compress.h"
#include "fayi/records/plan.h"
#include "fayi/schema/catalog.h"
#include "fayi/store/store.h"
#include "pen.h"

namespace {

using namespace fayi;
using bench::fail;
using bench::must;
using merge::Json;
using Steady = std::chrono::steady_clock;

constexpr const char* kType = "contract-review";
constexpr const char* kEdited = "contract_name";
constexpr ReplicaId kAuthor{0x0123'4567'89AB'CDEF}, kColleague{0xFEDC'BA98'7654'3210};
constexpr std::size_t kPage = 500;

const schema::RecordType& type() {
    static const schema::Catalog kCatalog = must(schema::Catalog::builtIn());
    return *kCatalog.type(kType);
}

/// The writes that make the records of a file of JSON lines.
std::vector<std::vector<merge::Write>> creationsOf(const std::string& file) {
    std::ifstream in(file);
    std::vector<std::vector<merge::Write>> out;
    for (std::string line; std::getline(in, line);) {
        records::Plan plan = records::planCreate(type(), Json::parse(line), "");
        if (!plan.refused.empty())
            fail(plan.refused[0].message.en);
        out.push_back(std::move(plan.writes));
    }
    if (out.empty())
        fail("no records in " + file);
    return out;
}

/// Young enough that nothing is pruned: a minute each, 100,000 take 70 days.
Millis youngEnough() {
    return SystemClock().now() - std::chrono::hours(80 * 24);
}

protocol::SentChange create(bench::Pen& pen, const std::vector<merge::Write>& writes) {
    return pen.create(kType, writes);
}

protocol::SentChange edit(bench::Pen& pen, RecordId record, const merge::VersionVector& context) {
    return pen.edit(record, {kEdited, "第" + std::to_string(pen.seq() + 1) + "号合同", context, {}});
}

// Metadata
// ------------------------------------------------------------------------------------------------------------

/// What the state would be as values alone, each under its path.
Bytes valuesOf(const merge::RecordState& state) {
    Json out = Json::object();
    for (const auto& [path, reg] : state.registers())
        out[path] = reg.siblings().back().value;
    return protocol::toCbor(out);
}

Json stored(const std::vector<merge::RecordState>& states) {
    std::size_t with = 0, without = 0;
    for (const merge::RecordState& state : states) {
        with += protocol::encodeState(state).size();
        without += valuesOf(state).size();
    }
    const std::size_t n = states.size();
    return {{"bytes", with / n}, {"values", without / n}, {"metadata", (with - without) / n}};
}

/// A page in full, and with the columns of its values and their names alone.
Json sent(const std::vector<protocol::SentChange>& changes) {
    std::size_t with = 0, without = 0, plainWith = 0, plainWithout = 0;
    for (std::size_t at = 0; at < changes.size(); at += kPage) {
        const auto from = changes.begin() + static_cast<std::ptrdiff_t>(at);
        const Json page = protocol::encodePage(
            {from, from + static_cast<std::ptrdiff_t>(std::min(kPage, changes.size() - at))});
        Json values = Json::object();
        for (const char* key : {"v", "H", "h", "K", "k"})
            if (page.contains(key))
                values[key] = page[key];
        const Bytes all = protocol::toCbor(page), bare = protocol::toCbor(values);
        plainWith += all.size();
        plainWithout += bare.size();
        with += protocol::compress(all).size();
        without += protocol::compress(bare).size();
    }
    const auto each = [&](std::size_t bytes) {
        return static_cast<double>(bytes * 10 / changes.size()) / 10;
    };
    return {{"bytes", each(plainWith)},
            {"metadata", each(plainWith - plainWithout)},
            {"compressed", each(with)},
            {"compressed_metadata", each(with > without ? with - without : 0)}};
}

Json metadata(const std::string& file) {
    bench::Pen author(kAuthor, youngEnough()), colleague(kColleague, youngEnough());
    std::vector<merge::RecordState> fresh, edited, competing;
    std::vector<protocol::SentChange> creations, edits;
    const auto apply = [](merge::RecordState& state, const protocol::SentChange& sent) {
        state.apply(sent.change.dot, sent.effective, sent.change.writes);
    };
    for (const auto& writes : creationsOf(file)) {
        creations.push_back(create(author, writes));
        const RecordId id = creations.back().change.record;
        merge::RecordState state;
        apply(state, creations.back());
        fresh.push_back(state);
        edits.push_back(edit(colleague, id, state.contextFor(kEdited, state.seen())));
        merge::RecordState both = state;
        apply(state, edits.back());
        edited.push_back(state);
        apply(both, edit(author, id, both.contextFor(kEdited, both.seen())));
        apply(both, edits.back());
        competing.push_back(both);
    }
    return {{"store_new", stored(fresh)},
            {"store_edited", stored(edited)},
            {"store_conflict", stored(competing)},
            {"wire_create", sent(creations)},
            {"wire_edit", sent(edits)}};
}

// One incoming change
// ------------------------------------------------------------------------------------------------------------

/// A station with records of a colleague's, and a hub that has one more edit of a random one, over and over.
class Station {
public:
    Station(const std::filesystem::path& folder, std::size_t count,
            const std::vector<std::vector<merge::Write>>& creations)
        : m_store(must(store::Store::create(folder, "bench", m_clock, m_random))) {
        join();
        std::vector<protocol::SentChange> page;
        for (std::size_t i = 0; i < count; ++i) {
            page.push_back(create(m_author, creations[i % creations.size()]));
            m_seen[page.back().change.record].include(page.back().change.dot);
            m_ids.push_back(page.back().change.record);
            if (page.size() == kPage || i + 1 == count)
                deliver(std::exchange(page, {}));
        }
    }

    /// Microseconds that a page of `size` edits takes, in its own transaction, flushed.
    double receive(std::size_t size) {
        std::vector<protocol::SentChange> page;
        for (std::size_t i = 0; i < size; ++i) {
            const RecordId id = m_ids[m_random.u64() % m_ids.size()];
            page.push_back(edit(m_author, id, m_seen[id]));
            m_seen[id].include(page.back().change.dot);
        }
        return deliver(std::move(page));
    }

private:
    void join() {
        protocol::EnrolResponse answer;
        answer.station = 1;
        answer.token = "token";
        answer.person = {{{9}, 1}};
        answer.personName = "某甲";
        answer.role = "clerk";
        answer.org = "500115001";
        answer.scope = {"500115"};
        answer.hubTime = m_clock.now();
        (void)must(m_store->penFor(1));
        (void)must(m_store->enrol({"http://127.0.0.1:1", "", 1, "token", "500115", "长寿区"}, answer, 1));
    }

    double deliver(std::vector<protocol::SentChange> page) {
        const protocol::SyncRequest request = must(m_store->nextRequest());
        protocol::SyncResponse answer;
        answer.hubTime = m_clock.now();
        answer.scopeVersion = 1;
        if (request.scopeVersion != 1)
            answer.scope = {"500115"};
        for (protocol::SentChange& sent : page)
            sent.position.value = ++m_position;
        answer.cursor = {1, {m_position}};
        answer.pens = {{kAuthor, {{{9}, 9}}, "同事", "别的电脑", "500115001"}};
        answer.changes = std::move(page);
        const auto begin = Steady::now();
        const store::Applied applied = must(m_store->apply(request, answer));
        const double took = std::chrono::duration<double, std::micro>(Steady::now() - begin).count();
        if (applied.news != answer.changes.size())
            fail("a page was not applied");
        return took;
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<store::Store> m_store;
    bench::Pen m_author{kAuthor, youngEnough()};
    std::map<RecordId, merge::VersionVector> m_seen;
    std::vector<RecordId> m_ids;
    std::uint64_t m_position = 0;
};

double median(std::vector<double> values) {
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

/// Small and large in turn, so that what else the machine does hits both alike.
Json incoming(const std::string& file, const std::filesystem::path& folder, std::size_t small,
              std::size_t large, std::size_t rounds) {
    const auto creations = creationsOf(file);
    Station few(folder / "few", small, creations), many(folder / "many", large, creations);
    Json out{{"small", small}, {"large", large}, {"rounds", rounds}};
    for (const std::size_t size : {std::size_t{1}, std::size_t{100}}) {
        std::vector<double> a, b;
        for (std::size_t i = 0; i < rounds / size + 20; ++i) {
            a.push_back(few.receive(size) / static_cast<double>(size));
            b.push_back(many.receive(size) / static_cast<double>(size));
        }
        out["page_of_" + std::to_string(size)] = {
            {"small_us", median(a)}, {"large_us", median(b)}, {"ratio", median(b) / median(a)}};
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("What replication costs apart from the values");
    app.require_subcommand(1);
    std::string file, folder;
    std::size_t small = 1000, large = 100'000, rounds = 2000;
    auto* metadataCommand = app.add_subcommand("metadata", "Bytes of version metadata per record");
    metadataCommand->add_option("file", file, "records as JSON lines")->required();
    auto* incomingCommand =
        app.add_subcommand("incoming", "One incoming change in a small and a large store");
    incomingCommand->add_option("file", file)->required();
    incomingCommand->add_option("folder", folder, "an empty folder for the stores")->required();
    incomingCommand->add_option("--small", small);
    incomingCommand->add_option("--large", large);
    incomingCommand->add_option("--rounds", rounds);
    CLI11_PARSE(app, argc, argv);
    std::cout << (*metadataCommand ? metadata(file) : incoming(file, folder, small, large, rounds)).dump()
              << "\n";
    return 0;
}
