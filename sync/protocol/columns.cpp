// SPDX-License-Identifier: Apache-2.0
#include "columns.h"

#include <stdexcept>

#include "fayi/base/limits.h"
#include "numbers.h"

namespace fayi::protocol {
namespace {

using merge::VersionVector;
using merge::Write;

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

}  // namespace

void PageEncoder::add(const SentChange& sent, const std::string& type) {
    const Change& change = sent.change;
    column("d", m_replicas.indexOf(change.dot.replica.value));
    std::uint64_t& lastSeq = m_lastSeq[change.dot.replica.value];
    column("q", difference(change.dot.seq, lastSeq));
    lastSeq = change.dot.seq;
    column("t", difference(change.time.packed, m_time));
    m_time = change.time.packed;
    if (m_kind == PageKind::Changes) {
        column("e",
               sent.effective.packed == 0 ? 0 : difference(sent.effective.packed, change.time.packed - 1));
        column("p", difference(sent.position.value, m_position));
        m_position = sent.position.value;
        column("a", difference(change.authority.value, m_authority));
        m_authority = change.authority.value;
        if (opensSaltBlock(change.dot.seq))
            column("S", Json::binary({change.seed.begin(), change.seed.end()}));
    }
    addNames(change, type);
    std::vector<std::string> shape;
    for (const Write& write : change.writes) {
        shape.push_back(write.path);
        m_out["v"][columnOf(write.path)].push_back(write.value);
        vector("x", write.context);
        vector("w", write.wide);
        ++m_writes;
    }
    column("h", m_shapes.indexOf(shape));
    ++m_count;
}

void PageEncoder::addNames(const Change& change, const std::string& type) {
    const bool creates = change.creates();
    column("R", creates ? 0 : m_replicas.indexOf(change.record.created.replica.value) + 1);
    if (!creates)
        column("y", change.record.created.seq);
    if (creates || m_kind == PageKind::States)
        column("k", m_types.indexOf(type));
}

/// Contexts are mostly empty: those that are not are kept as [write, replica, seq, …], the write counted on
/// from the last such.
void PageEncoder::vector(const char* name, const VersionVector& value) {
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

Json PageEncoder::finish() {
    m_out["n"] = m_count;
    if (m_count == 0)
        return std::move(m_out);
    Json replicas = Json::array();
    for (const std::uint64_t id : m_replicas.values())
        replicas.push_back(id);
    m_out["r"] = std::move(replicas);
    m_out["K"] = m_types.values();
    m_out["H"] = m_shapes.values();
    return std::move(m_out);
}

std::vector<SentChange> PageDecoder::decode(std::size_t most) {
    const auto count = wholeOf(m_page.at("n"));
    if (count > most)
        throw std::out_of_range("too many changes");
    std::vector<SentChange> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(next());
    for (const auto& [name, at] : m_at)
        if (m_page.at(name).size() != at)
            throw std::out_of_range("column " + name + " too long");
    return out;
}

SentChange PageDecoder::next() {
    SentChange out;
    Change& change = out.change;
    change.dot.replica = replica(number("d"));
    std::uint64_t& lastSeq = m_lastSeq[change.dot.replica.value];
    change.dot.seq = lastSeq = sum(lastSeq, step("q"));
    change.time.packed = m_time = sum(m_time, step("t"));
    if (m_kind == PageKind::Changes)
        readOrigin(out);
    readRecord(change);
    const Json& shape = m_page.at("H").at(number("h"));
    if (shape.size() > limits::kChangeWrites)
        throw std::out_of_range("too many writes");
    for (const Json& path : shape)
        change.writes.push_back(write(path.get<std::string>()));
    check(change);
    return out;
}

void PageDecoder::readOrigin(SentChange& out) {
    const std::int64_t effective = step("e");
    out.effective.packed = effective == 0 ? 0 : sum(out.change.time.packed - 1, effective);
    out.position.value = m_position = sum(m_position, step("p"));
    out.change.authority.value = m_authority = sum(m_authority, step("a"));
    if (opensSaltBlock(out.change.dot.seq)) {
        const auto& seed = cell("S").get_binary();
        out.change.seed.assign(seed.begin(), seed.end());
    }
}

void PageDecoder::readRecord(Change& change) {
    const std::uint64_t record = number("R");
    change.record.created = record == 0 ? change.dot : Dot{replica(record - 1), number("y")};
    if (record == 0 || m_kind == PageKind::States)
        change.type = m_page.at("K").at(number("k")).get<std::string>();
}

Write PageDecoder::write(std::string path) {
    Write out;
    out.value = value(columnOf(path));
    out.path = std::move(path);
    out.context = vector("x");
    out.wide = vector("w");
    ++m_writes;
    return out;
}

void PageDecoder::check(const Change& change) const {
    const bool named = change.dot.replica.value != 0 && change.dot && change.record && !change.writes.empty();
    const bool sound = m_kind == PageKind::States
                           ? !change.type.empty()
                           : change.creates() != change.type.empty() &&
                                 change.seed.size() == (opensSaltBlock(change.dot.seq) ? kSaltSeedBytes : 0);
    if (!named || !sound || seesItself(change))
        throw std::out_of_range("unsound change");
}

std::uint64_t PageDecoder::number(const std::string& name) {
    return wholeOf(cell(name));
}
std::int64_t PageDecoder::step(const std::string& name) {
    return signedOf(cell(name));
}
ReplicaId PageDecoder::replica(std::uint64_t index) const {
    return {wholeOf(m_page.at("r").at(index))};
}

VersionVector PageDecoder::vector(const std::string& name) {
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

}  // namespace fayi::protocol
