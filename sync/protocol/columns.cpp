// SPDX-License-Identifier: Apache-2.0
#include "columns.h"

#include <algorithm>
#include <stdexcept>

#include "cbor.h"
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
        if (change.salts)
            addSalts(*change.salts);
        else if (opensSaltBlock(change.dot.seq))
            column("S", binary(change.seed));
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

/// Few changes have their salts written out: [changes since the last such, key of the next, salt, …].
void PageEncoder::addSalts(const Salts& salts) {
    Json entry = Json::array({m_count - m_lastSalted, binary(salts.next)});
    m_lastSalted = m_count;
    for (const Bytes& salt : salts.each)
        entry.push_back(binary(salt));
    m_out["z"].push_back(std::move(entry));
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
    ++m_count;
    return out;
}

void PageDecoder::readOrigin(SentChange& out) {
    const std::int64_t effective = step("e");
    out.effective.packed = effective == 0 ? 0 : sum(out.change.time.packed - 1, effective);
    out.position.value = m_position = sum(m_position, step("p"));
    out.change.authority.value = m_authority = sum(m_authority, step("a"));
    out.change.salts = salts();
    if (!out.change.salts && opensSaltBlock(out.change.dot.seq))
        out.change.seed = bytesFrom(cell("S"));
}

std::optional<Salts> PageDecoder::salts() {
    const auto list = m_page.find("z");
    if (list == m_page.end() || m_salted >= list->size() ||
        wholeOf(list->at(m_salted).at(0)) != m_count - m_lastSalted)
        return std::nullopt;
    const Json& entry = list->at(m_salted++);
    m_lastSalted = m_count;
    Salts out{{}, bytesFrom(entry.at(1))};
    for (std::size_t i = 2; i < entry.size(); ++i)
        out.each.push_back(bytesFrom(entry.at(i)));
    return out;
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
    if (m_kind == PageKind::Changes) {
        if (const char* flaw = flawOf(change))
            throw std::out_of_range(std::string("unsound change: ") + flaw);
        return;
    }
    const auto isErased = [](const Json& value) { return value.is_binary() && value.get_binary().empty(); };
    const bool sound = change.dot.replica.value != 0 && change.dot && change.record && !change.type.empty() &&
                       !change.writes.empty() && !seesItself(change) &&
                       std::ranges::all_of(change.writes, [&](const Write& write) {
                           return isErased(write.value) || !holdsBytes(write.value);
                       });
    if (!sound)
        throw std::out_of_range("unsound part of a state");
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
