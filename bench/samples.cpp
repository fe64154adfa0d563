// SPDX-License-Identifier: Apache-2.0
// Bodies of small syncs, for a dictionary to be trained on (dev.d/dictionary): requests and answers with a
// few new records of every type and edits of their fields, each in a file of its own, as CBOR.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>

#include "fayi/base/limits.h"
#include "fayi/protocol/compress.h"
#include "fayi/protocol/messages.h"
#include "fayi/records/plan.h"
#include "fayi/schema/catalog.h"
#include "pen.h"

namespace {

using namespace fayi;
using bench::must;
using merge::Json;

/// How many records the bodies hold, in turn: most syncs of a village bring one or two.
constexpr std::size_t kSizes[] = {1, 1, 2, 1, 3, 1, 5, 2, 8};

struct Made {
    RecordId record;
    std::vector<merge::Write> writes;
};

class Samples {
public:
    explicit Samples(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// A body with these new records and, where they have one, another value of one field of each.
    void add(const std::vector<Json>& lines) {
        bench::Pen pen(replica(),
                       Millis(1'740'000'000'000 + static_cast<std::int64_t>(m_count) * 86'400'000));
        std::vector<protocol::SentChange> page;
        for (const Json& line : lines) {
            page.push_back(creationOf(pen, line));
            if (m_count % 2 == 0)
                page.push_back(editOf(pen, page.back().change));
        }
        if (m_count % 4 < 2)
            write(request(pen, page));
        else
            write(answer(page));
        ++m_count;
    }

private:
    ReplicaId replica() { return {0x9E37'79B9'7F4A'7C15ULL * (m_count + 1)}; }

    protocol::SentChange creationOf(bench::Pen& pen, Json line) const {
        const std::string type = line.at("type");
        const std::string org = line.value("org", "");
        line.erase("type");
        line.erase("org");
        records::Plan plan = records::planCreate(*m_catalog.type(type), line, org);
        if (!plan.refused.empty())
            bench::fail(plan.refused[0].message.en);
        return pen.create(type, plan.writes);
    }

    static protocol::SentChange editOf(bench::Pen& pen, const protocol::Change& made) {
        merge::Write write = made.writes[made.dot.seq % made.writes.size()];
        write.context.include(made.dot);
        return pen.edit(made.record, write);
    }

    /// Every byte of these differs each time; it is their place that the dictionary learns.
    Bytes noise(std::size_t size) {
        Bytes out;
        for (std::uint64_t word = 1; out.size() < size; ++word) {
            std::uint64_t mixed = (m_count + 1) * 0xBF58'476D'1CE4'E5B9ULL + word * 0x94D0'49BB'1331'11EBULL;
            mixed ^= mixed >> 29;
            out.append(reinterpret_cast<const char*>(&mixed), sizeof mixed);
        }
        out.resize(size);
        return out;
    }

    protocol::SyncRequest request(const bench::Pen& pen, const std::vector<protocol::SentChange>& page) {
        constexpr std::size_t kHash = 32, kSignature = 64;
        protocol::SyncRequest out;
        out.cursor = {1, {m_count * 31 + 100}};
        out.scopeVersion = m_count % 7 + 1;
        out.clock = page.back().change.time.wall();
        out.own = {{page[0].change.dot.replica, pen.seq()}};
        out.heads = {{page[0].change.dot.replica, pen.seq(), noise(kHash), noise(kSignature)}};
        out.changes = page;
        out.dictionary = 1;
        return out;
    }

    protocol::SyncResponse answer(const std::vector<protocol::SentChange>& page) {
        protocol::SyncResponse out;
        out.cursor = {1, {m_count * 37 + 100}};
        out.scopeVersion = m_count % 7 + 1;
        out.hubTime = page.back().change.time.wall();
        out.pens = {{page[0].change.dot.replica, {{{m_count}, 1}}, "某甲", "某司法所", "500115001"}};
        out.changes = page;
        out.dictionary = 1;
        return out;
    }

    template <typename Message>
    void write(const Message& message) const {
        Bytes body = protocol::encode(message);
        if (!body.empty() && body[0] == 0x28)
            body = must(protocol::decompress(body, limits::kInflatedBytes));
        std::ofstream file(m_folder / std::to_string(m_count), std::ios::binary);
        file << body;
        if (!file.flush())
            bench::fail("cannot write to " + m_folder.string());
    }

    std::filesystem::path m_folder;
    schema::Catalog m_catalog = must(schema::Catalog::builtIn());
    std::uint64_t m_count = 0;
};

}  // namespace

int main(int argc, char** argv) {
    CLI::App app(
        "Bodies of small syncs, to train a dictionary on: JSON lines with a \"type\" from the standard "
        "input");
    std::string folder;
    app.add_option("folder", folder, "an empty folder for them")->required();
    CLI11_PARSE(app, argc, argv);
    Samples samples(folder);
    std::vector<Json> lines;
    std::size_t turn = 0;
    for (std::string line; std::getline(std::cin, line);) {
        lines.push_back(Json::parse(line));
        if (lines.size() < kSizes[turn])
            continue;
        samples.add(std::exchange(lines, {}));
        turn = (turn + 1) % std::size(kSizes);
    }
    return 0;
}
