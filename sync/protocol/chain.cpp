// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/chain.h"

#include <algorithm>
#include <cstdlib>

#include "cbor.h"
#include "fayi/base/crypto.h"

namespace fayi::protocol {
namespace {

/// The salts that follow from a key, in order: one hash gives four.
class SaltSource {
public:
    explicit SaltSource(const Bytes& key) : m_key(key) {}

    Bytes next() {
        constexpr std::size_t kFour = 4 * kSaltSeedBytes;
        if (m_key.empty())
            return {};
        if (m_at % kFour == 0)
            m_four = blake2b(CborWriter().number(m_at / kFour).out(), m_key, kFour);
        m_at += kSaltSeedBytes;
        return m_four.substr((m_at - kSaltSeedBytes) % kFour, kSaltSeedBytes);
    }

private:
    const Bytes& m_key;
    Bytes m_four;
    std::size_t m_at = 0;
};

Bytes digestOf(CborWriter& scratch, const Json& value, const Bytes& salt) {
    scratch.clear();
    return blake2b(scratch.value(value).out(), salt);
}

bool erasesAny(const Change& change, const Erases& erases) {
    return std::ranges::any_of(change.writes, [&](const merge::Write& write) {
        return !write.value.is_binary() && erases(change, write);
    });
}

std::size_t strike(Change& change, const Erases& erases) {
    std::size_t count = 0;
    CborWriter scratch;
    for (std::size_t i = 0; i < change.writes.size(); ++i) {
        Json& value = change.writes[i].value;
        if (value.is_binary() || !erases(change, change.writes[i]))
            continue;
        Bytes& salt = change.salts->each[i];
        value = binary(salt.empty() ? Bytes() : digestOf(scratch, value, salt));
        salt.clear();
        ++count;
    }
    return count;
}

}  // namespace

ChainHead ChainHead::start(ReplicaId replica) {
    return {0, blake2b(toCbor(Json::array({"fayi chain", replica.value}))), {}};
}

Bytes keyAfter(Bytes key, std::uint64_t steps) {
    static const Bytes kMessage = CborWriter().null().out();
    for (; steps > 0 && !key.empty(); --steps)
        key = blake2b(kMessage, key, kSaltSeedBytes);
    return key;
}

ChainHead extend(const ChainHead& head, const Change& change) {
    if (change.dot.seq != head.seq + 1)
        std::abort();
    const Bytes& key = change.seed.empty() ? head.seed : change.seed;
    SaltSource salts(key);
    CborWriter link, scratch;
    link.array(9).bytes(head.hash).number(change.dot.replica.value).number(change.dot.seq);
    link.number(change.time.packed).number(change.record.created.replica.value);
    link.number(change.record.created.seq).text(change.type).number(change.authority.value);
    link.array(change.writes.size());
    for (std::size_t i = 0; i < change.writes.size(); ++i) {
        const merge::Write& write = change.writes[i];
        const Bytes salt = change.salts ? change.salts->each[i] : salts.next();
        link.array(4).text(write.path);
        if (write.value.is_binary())
            link.bytes(bytesFrom(write.value));
        else
            link.bytes(digestOf(scratch, write.value, salt));
        link.vector(write.context).vector(write.wide);
    }
    return {change.dot.seq, blake2b(link.out()), change.salts ? change.salts->next : keyAfter(key, 1)};
}

Bytes headMessage(ReplicaId replica, const ChainHead& head) {
    return toCbor(Json::array({"fayi head", replica.value, head.seq, binary(head.hash)}));
}

void writeSaltsOut(Change& change, const Bytes& key) {
    Salts out;
    SaltSource salts(key);
    for (const merge::Write& write : change.writes) {
        Bytes salt = salts.next();
        out.each.push_back(write.value.is_binary() ? Bytes() : std::move(salt));
    }
    out.next = keyAfter(key, 1);
    change.salts = std::move(out);
    change.seed.clear();
}

std::size_t eraseValues(std::vector<Change>& block, const ChainHead& before, const Erases& erases) {
    const auto hit = [&](const Change& change) { return erasesAny(change, erases); };
    // Up to the last one hit that still has its salts from the key, all of them need theirs written out.
    const auto keyed = [&](const Change& change) { return !change.salts && hit(change); };
    const auto last = std::find_if(block.rbegin(), block.rend(), keyed).base();
    if (std::ranges::none_of(block, hit))
        return 0;
    Bytes key = before.seed;
    std::uint64_t at = before.seq + 1;
    std::size_t count = 0;
    for (auto change = block.begin(); change != block.end(); ++change) {
        key = change->seed.empty() ? keyAfter(std::move(key), change->dot.seq - at) : change->seed;
        at = change->dot.seq + 1;
        if (change < last && !change->salts && (!key.empty() || hit(*change)))
            writeSaltsOut(*change, key);
        key = change->salts ? change->salts->next : keyAfter(std::move(key), 1);
        if (change->salts && change + 1 < last)
            change->salts->next.clear();
        if (change->salts)
            count += strike(*change, erases);
    }
    return count;
}

}  // namespace fayi::protocol
