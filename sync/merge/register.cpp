// SPDX-License-Identifier: Apache-2.0
#include "fayi/merge/register.h"

#include <algorithm>

namespace fayi::merge {

Register::Register(VersionVector cover, std::vector<Version> versions)
    : m_cover(std::move(cover)), m_siblings(std::move(versions)) {
    settle();
}

VersionVector Register::context() const {
    VersionVector out = m_cover;
    for (const Version& version : m_siblings)
        out.include(version.dot);
    return out;
}

bool Register::has(Dot dot) const {
    return std::ranges::any_of(m_siblings, [&](const Version& v) { return v.dot == dot; });
}

bool Register::apply(Version version, const VersionVector& context) {
    if (has(version.dot) || (m_cover.covers(version.dot) && m_cover.covers(context)))
        return false;
    m_cover.include(context);
    m_siblings.push_back(std::move(version));
    settle();
    return true;
}

void Register::join(const Register& other) {
    m_cover.include(other.m_cover);
    for (const Version& version : other.m_siblings)
        if (!has(version.dot))
            m_siblings.push_back(version);
    settle();
}

bool Register::retime(Dot dot, HybridTime time) {
    for (Version& version : m_siblings)
        if (version.dot == dot && version.time != time) {
            version.time = time;
            return true;
        }
    return false;
}

void Register::settle() {
    std::erase_if(m_siblings, [&](const Version& v) { return m_cover.covers(v.dot); });
    std::ranges::sort(m_siblings, {}, &Version::dot);
}

}  // namespace fayi::merge
