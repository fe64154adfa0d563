// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "fayi/protocol/page.h"

namespace fayi::protocol {

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

/// What a page carries: whole changes, or the parts of states. A part is what one change left in the
/// registers of a record; it has no claimed time, position, authority or seed.
enum class PageKind { Changes, States };

/// Builds the columns of one page.
class PageEncoder {
public:
    explicit PageEncoder(PageKind kind) : m_kind(kind) {}

    /// `type`: of the record a part belongs to; of a change, its own.
    void add(const SentChange& sent, const std::string& type);
    Json finish();

private:
    void addNames(const Change& change, const std::string& type);
    void addSalts(const Salts& salts);
    void column(const char* name, Json value) { m_out[name].push_back(std::move(value)); }
    void vector(const char* name, const merge::VersionVector& value);

    const PageKind m_kind;
    Json m_out = Json::object();
    Table<std::uint64_t> m_replicas;
    Table<std::string> m_types;
    Table<std::vector<std::string>> m_shapes;
    std::map<std::uint64_t, std::uint64_t> m_lastSeq;
    std::map<std::string, std::size_t> m_lastVector;
    std::uint64_t m_time = 0, m_position = 0, m_authority = 0;
    std::size_t m_writes = 0, m_count = 0, m_lastSalted = 0;
};

/// Reads the columns of one page; throws on anything that is not there or out of bounds.
class PageDecoder {
public:
    PageDecoder(const Json& page, PageKind kind) : m_page(page), m_kind(kind) {}

    /// The parts of states come with the type of their record, whoever created it.
    std::vector<SentChange> decode(std::size_t most);

private:
    SentChange next();
    void readOrigin(SentChange& out);
    void readRecord(Change& change);
    std::optional<Salts> salts();
    merge::Write write(std::string path);
    void check(const Change& change) const;
    const Json& cell(const std::string& name) { return m_page.at(name).at(m_at[name]++); }
    std::uint64_t number(const std::string& name);
    std::int64_t step(const std::string& name);
    ReplicaId replica(std::uint64_t index) const;
    const Json& value(const std::string& column) { return m_page.at("v").at(column).at(m_values[column]++); }
    merge::VersionVector vector(const std::string& name);

    const Json& m_page;
    const PageKind m_kind;
    std::map<std::string, std::size_t> m_at, m_values, m_vectorAt, m_lastVector;
    std::map<std::uint64_t, std::uint64_t> m_lastSeq;
    std::uint64_t m_time = 0, m_position = 0, m_authority = 0;
    std::size_t m_writes = 0, m_count = 0, m_salted = 0, m_lastSalted = 0;
};

}  // namespace fayi::protocol
