// SPDX-License-Identifier: Apache-2.0
// The registers of one record in one CBOR item: [[dot…], [[path, cover, version…]…]].
#include <map>
#include <stdexcept>

#include "cbor.h"
#include "fayi/protocol/change.h"
#include "numbers.h"

namespace fayi::protocol {
namespace {

using merge::Register;
using merge::Version;
using merge::VersionVector;

/// A record that one save made has one dot: it stands in a table once, not beside each of its values. A
/// version's context is that of its register but where several compete, so it is told only where it differs.
class StateWriter {
public:
    Bytes run(const merge::RecordState& state) {
        for (const auto& [path, reg] : state.registers())
            add(path, reg);
        CborWriter out;
        out.array(2).array(m_known.size()).append(m_dots.out());
        out.array(state.registers().size()).append(m_registers.out());
        return out.take();
    }

private:
    void add(const std::string& path, const Register& reg) {
        m_registers.array(2 + reg.siblings().size() + reg.past().size()).text(path).vector(reg.cover());
        for (const Version& v : reg.siblings())
            add(v, reg.cover());
        for (const Version& v : reg.past())
            add(v, reg.cover());
    }

    void add(const Version& v, const VersionVector& cover) {
        const auto [at, fresh] = m_known.try_emplace(v.dot, m_known.size());
        if (fresh)
            m_dots.array(3).number(v.dot.replica.value).number(v.dot.seq).number(v.time.packed);
        const bool own = v.context != cover;
        m_registers.array(own ? 4 : v.wide.empty() ? 2 : 3).number(at->second).value(v.value);
        if (own || !v.wide.empty())
            m_registers.vector(v.wide);
        if (own)
            m_registers.vector(v.context);
    }

    std::map<Dot, std::size_t> m_known;
    CborWriter m_dots, m_registers;
};

Version versionFrom(const Json& json, const Json& dots, const VersionVector& cover) {
    if (!json.is_array() || json.size() < 2 || json.size() > 4)
        throw std::out_of_range("version");
    const Json& dot = dots.at(wholeOf(json.at(0)));
    Version out;
    out.dot = {ReplicaId{wholeOf(dot.at(0))}, wholeOf(dot.at(1))};
    out.time = {wholeOf(dot.at(2))};
    out.value = json.at(1);
    if (json.size() > 2)
        out.wide = vectorFrom(json.at(2));
    out.context = json.size() > 3 ? vectorFrom(json.at(3)) : cover;
    return out;
}

Register registerFrom(const Json& entry, const Json& dots) {
    VersionVector cover = vectorFrom(entry.at(1));
    std::vector<Version> versions;
    for (std::size_t i = 2; i < entry.size(); ++i)
        versions.push_back(versionFrom(entry.at(i), dots, cover));
    return {std::move(cover), std::move(versions)};
}

}  // namespace

Bytes encodeState(const merge::RecordState& state) {
    return StateWriter().run(state);
}

Result<merge::RecordState> decodeState(std::string_view bytes) {
    FAYI_LET(json, fromCbor(bytes));
    try {
        merge::RecordState out;
        for (const Json& entry : json.at(1))
            out.put(entry.at(0).get<std::string>(), registerFrom(entry, json.at(0)));
        return out;
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Validation,
                     {std::string("数据格式不对：record state: ") + failure.what(),
                      std::string("malformed data: record state: ") + failure.what()}};
    }
}

}  // namespace fayi::protocol
