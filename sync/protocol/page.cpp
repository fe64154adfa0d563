// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/page.h"

#include <map>
#include <stdexcept>

#include "fayi/base/limits.h"
#include "numbers.h"

namespace fayi::protocol {
namespace {

using merge::VersionVector;
using merge::Write;

/// A table of distinct values that are named by their index from 0, in order of first use.
template <typename T>
class Table {
public:
    std::size_t indexOf(const T& value) {
        const auto [at, fresh] = m_index.try_emplace(value, m_values.size());
        if (fresh)
            m_values.push_back(value);
        return at->second;
    }
    const std::vector<T>& values() const { return m_values; }

private:
    std::map<T, std::size_t> m_index;
    std::vector<T> m_values;
};

/// The column a value is stored in: items of one list share a column for each of their fields.
std::string columnOf(const std::string& path) {
    const merge::Path parsed = merge::parsePath(path);
    switch (parsed.kind) {
        case merge::Path::Kind::Item:
            return parsed.field + "/";
        case merge::Path::Kind::ItemField:
            return parsed.field + "//" + parsed.within;
        case merge::Path::Kind::Member:
            return parsed.field + ":";
        case merge::Path::Kind::Field:
            return parsed.field;
    }
    return path;
}

std::int64_t difference(std::uint64_t now, std::uint64_t before) {
    return static_cast<std::int64_t>(now - before);
}
std::uint64_t sum(std::uint64_t before, std::int64_t step) {
    return before + static_cast<std::uint64_t>(step);
}

/// Builds the columns of one page.
class Encoder {
public:
    Json encode(const std::vector<SentChange>& changes) {
        for (const SentChange& sent : changes)
            add(sent);
        Json replicas = Json::array();
        for (const std::uint64_t id : m_replicas.values())
            replicas.push_back(id);
        m_out["n"] = changes.size();
        m_out["r"] = std::move(replicas);
        m_out["K"] = m_types.values();
        m_out["H"] = m_shapes.values();
        return std::move(m_out);
    }

private:
    void add(const SentChange& sent) {
        const Change& change = sent.change;
        column("d", m_replicas.indexOf(change.dot.replica.value));
        std::uint64_t& lastSeq = m_lastSeq[change.dot.replica.value];
        column("q", difference(change.dot.seq, lastSeq));
        lastSeq = change.dot.seq;
        column("t", difference(change.time.packed, m_time));
        m_time = change.time.packed;
        column("e",
               sent.effective.packed == 0 ? 0 : difference(sent.effective.packed, change.time.packed - 1));
        column("p", difference(sent.position.value, m_position));
        m_position = sent.position.value;
        column("a", difference(change.authority.value, m_authority));
        m_authority = change.authority.value;
        if (change.creates()) {
            column("R", 0);
            column("k", m_types.indexOf(change.type));
        } else {
            column("R", m_replicas.indexOf(change.record.created.replica.value) + 1);
            column("y", change.record.created.seq);
        }
        if (opensSaltBlock(change.dot.seq))
            column("S", Json::binary({change.seed.begin(), change.seed.end()}));
        std::vector<std::string> shape;
        for (const Write& write : change.writes) {
            shape.push_back(write.path);
            m_out["v"][columnOf(write.path)].push_back(write.value);
            vector("x", write.context);
            vector("w", write.wide);
            ++m_writes;
        }
        column("h", m_shapes.indexOf(shape));
    }

    void column(const char* name, Json value) { m_out[name].push_back(std::move(value)); }

    /// Contexts are mostly empty: those that are not are kept as [write, replica, seq, …], the write counted
    /// on from the last such.
    void vector(const char* name, const VersionVector& value) {
        if (value.empty())
            return;
        std::size_t& last = m_lastVector[name];
        Json entry = Json::array({m_writes - last});
        last = m_writes;
        for (const auto& e : value.entries()) {
            entry.push_back(m_replicas.indexOf(e.replica.value));
            entry.push_back(e.seq);
        }
        m_out[name].push_back(std::move(entry));
    }

    Json m_out = Json::object();
    Table<std::uint64_t> m_replicas;
    Table<std::string> m_types;
    Table<std::vector<std::string>> m_shapes;
    std::map<std::uint64_t, std::uint64_t> m_lastSeq;
    std::map<std::string, std::size_t> m_lastVector;
    std::uint64_t m_time = 0, m_position = 0, m_authority = 0;
    std::size_t m_writes = 0;
};

/// Reads the columns of one page; throws on anything that is not there or out of bounds.
class Decoder {
public:
    explicit Decoder(const Json& page) : m_page(page) {}

    std::vector<SentChange> decode() {
        const auto count = wholeOf(m_page.at("n"));
        if (count > limits::kPageChanges)
            throw std::out_of_range("too many changes");
        std::vector<SentChange> out;
        for (std::size_t i = 0; i < count; ++i)
            out.push_back(next());
        for (const auto& [name, at] : m_at)
            if (m_page.at(name).size() != at)
                throw std::out_of_range("column " + name + " too long");
        return out;
    }

private:
    SentChange next() {
        SentChange out;
        Change& change = out.change;
        change.dot.replica = replica(number("d"));
        std::uint64_t& lastSeq = m_lastSeq[change.dot.replica.value];
        change.dot.seq = lastSeq = sum(lastSeq, step("q"));
        change.time.packed = m_time = sum(m_time, step("t"));
        const std::int64_t effective = step("e");
        out.effective.packed = effective == 0 ? 0 : sum(change.time.packed - 1, effective);
        out.position.value = m_position = sum(m_position, step("p"));
        change.authority.value = m_authority = sum(m_authority, step("a"));
        if (const std::uint64_t record = number("R"); record == 0) {
            change.record.created = change.dot;
            change.type = m_page.at("K").at(number("k")).get<std::string>();
        } else {
            change.record.created = {replica(record - 1), number("y")};
        }
        if (opensSaltBlock(change.dot.seq)) {
            const auto& seed = cell("S").get_binary();
            change.seed.assign(seed.begin(), seed.end());
        }
        const Json& shape = m_page.at("H").at(number("h"));
        if (shape.size() > limits::kChangeWrites)
            throw std::out_of_range("too many writes");
        for (const Json& path : shape)
            change.writes.push_back(write(path.get<std::string>()));
        check(change);
        return out;
    }

    Write write(std::string path) {
        Write out;
        out.value = value(columnOf(path));
        out.path = std::move(path);
        out.context = vector("x");
        out.wide = vector("w");
        ++m_writes;
        return out;
    }

    static void check(const Change& change) {
        const bool sound = change.dot.replica.value != 0 && change.dot && change.record &&
                           change.creates() != change.type.empty() && !change.writes.empty() &&
                           change.seed.size() == (opensSaltBlock(change.dot.seq) ? kSaltSeedBytes : 0);
        if (!sound)
            throw std::out_of_range("unsound change");
    }

    const Json& cell(const std::string& name) { return m_page.at(name).at(m_at[name]++); }
    std::uint64_t number(const std::string& name) { return wholeOf(cell(name)); }
    std::int64_t step(const std::string& name) { return signedOf(cell(name)); }
    ReplicaId replica(std::uint64_t index) { return {wholeOf(m_page.at("r").at(index))}; }
    const Json& value(const std::string& column) { return m_page.at("v").at(column).at(m_values[column]++); }

    VersionVector vector(const std::string& name) {
        const auto list = m_page.find(name);
        std::size_t& at = m_vectorAt[name];
        std::size_t& last = m_lastVector[name];
        if (list == m_page.end() || at >= list->size() || wholeOf(list->at(at).at(0)) != m_writes - last)
            return {};
        const Json& entry = list->at(at++);
        last = m_writes;
        if (entry.size() % 2 != 1 || entry.size() < 3 || entry.size() > 2 * limits::kContextReplicas + 1)
            throw std::out_of_range("context");
        std::vector<VersionVector::Entry> entries;
        for (std::size_t i = 1; i < entry.size(); i += 2)
            entries.push_back({replica(wholeOf(entry.at(i))), wholeOf(entry.at(i + 1))});
        return VersionVector(entries);
    }

    const Json& m_page;
    std::map<std::string, std::size_t> m_at, m_values, m_vectorAt, m_lastVector;
    std::map<std::uint64_t, std::uint64_t> m_lastSeq;
    std::uint64_t m_time = 0, m_position = 0, m_authority = 0;
    std::size_t m_writes = 0;
};

}  // namespace

Json encodePage(const std::vector<SentChange>& changes) {
    return changes.empty() ? Json::object({{"n", 0}}) : Encoder().encode(changes);
}

Result<std::vector<SentChange>> decodePage(const Json& page) {
    try {
        return Decoder(page).decode();
    } catch (const std::exception& failure) {
        const std::string what = failure.what();
        return Error{ErrorCode::Validation, {"数据页格式不对：" + what, "malformed page: " + what}};
    }
}

}  // namespace fayi::protocol
