// SPDX-License-Identifier: Apache-2.0
#include "fayi/merge/record_state.h"

#include <algorithm>

#include "fayi/base/bugs.h"

namespace fayi::merge {

const Register* RecordState::find(std::string_view path) const {
    const auto at = m_registers.find(path);
    return at == m_registers.end() ? nullptr : &at->second;
}

bool RecordState::apply(Dot dot, HybridTime effective, const std::vector<Write>& writes,
                        const KeepsPast& keeps) {
    bool news = false;
    for (const Write& write : writes) {
        const std::string path = resolvePath(write.path, dot);
        news |= m_registers[path].apply(
            Version{dot, effective, isErased(write.value) ? Json::binary({}) : write.value, write.wide,
                    write.context},
            keeps && keeps(path));
    }
    return news;
}

void RecordState::join(const RecordState& other, const KeepsPast& keeps) {
    for (const auto& [path, reg] : other.m_registers)
        m_registers[path].join(reg, keeps && keeps(path));
}

bool RecordState::lacksPast(const KeepsPast& keeps) const {
    return keeps && std::ranges::any_of(m_registers, [&](const auto& entry) {
               const Register& reg = entry.second;
               return reg.siblings().size() > 1 && reg.lacksPast() && keeps(entry.first);
           });
}

void RecordState::trimPast(const KeepsPast& keeps) {
    for (auto& [path, reg] : m_registers) {
        if (reg.past().empty())
            continue;
        if (keeps && keeps(path))
            reg.trimPast();
        else
            reg.forgetPast();
    }
}

bool RecordState::retime(Dot dot, HybridTime effective) {
    bool changed = false;
    for (auto& [path, reg] : m_registers)
        changed |= reg.retime(dot, effective);
    return changed;
}

std::size_t RecordState::erase(const std::function<bool(std::string_view, Dot)>& which) {
    std::size_t count = 0;
    for (auto& [path, reg] : m_registers)
        count += reg.erase([&which, name = std::string_view(path)](Dot dot) { return which(name, dot); });
    return count;
}

VersionVector RecordState::seen() const {
    VersionVector out;
    for (const auto& [path, reg] : m_registers)
        out.include(reg.context());
    return out;
}

VersionVector RecordState::seenOfItem(std::string_view itemPath) const {
    VersionVector out;
    const std::string below = std::string(itemPath) + "/";
    for (auto at = m_registers.lower_bound(itemPath); at != m_registers.end(); ++at) {
        if (at->first != itemPath && !at->first.starts_with(below))
            break;
        out.include(at->second.context());
    }
    return out;
}

VersionVector RecordState::contextFor(std::string_view path, const VersionVector& shown) const {
    const Register* reg = find(path);
    if (reg != nullptr && bug("context-at-save"))
        return reg->context();
    return reg == nullptr || bug("skip-context") ? VersionVector() : reg->contextWithin(shown);
}

}  // namespace fayi::merge
