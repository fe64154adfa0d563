// SPDX-License-Identifier: Apache-2.0
#include "fayi/merge/register.h"

#include <algorithm>
#include <set>
#include <utility>

#include "fayi/base/bugs.h"

namespace fayi::merge {
namespace {

bool holds(const std::vector<Version>& versions, Dot dot) {
    const auto at = std::ranges::lower_bound(versions, dot, {}, &Version::dot);
    return at != versions.end() && at->dot == dot;
}

void add(std::vector<Version>& versions, Version version) {
    const auto at = std::ranges::lower_bound(versions, version.dot, {}, &Version::dot);
    if (at == versions.end() || at->dot != version.dot)
        versions.insert(at, std::move(version));
}

std::vector<const Version*> pointersTo(const std::vector<Version>& versions) {
    std::vector<const Version*> out;
    for (const Version& version : versions)
        out.push_back(&version);
    return out;
}

}  // namespace

bool isLater(const Version& a, const Version& b) {
    return std::pair(a.time, a.dot) < std::pair(b.time, b.dot);
}

Register::Register(VersionVector cover, std::vector<Version> versions) : m_cover(std::move(cover)) {
    for (Version& version : versions) {
        m_cover.include(version.context);
        add(m_siblings, std::move(version));
    }
    settle(true);
}

VersionVector Register::context() const {
    VersionVector out = m_cover;
    for (const Version& version : m_siblings)
        out.include(version.dot);
    return out;
}

/// Of a replica that was seen further than `shown`, the highest version known below it: a context that names
/// versions, not the places between them, lets originsOf() find them.
VersionVector Register::contextWithin(const VersionVector& shown) const {
    std::vector<VersionVector::Entry> out;
    const VersionVector all = context();
    for (const VersionVector::Entry& entry : all.entries()) {
        const std::uint64_t limit = std::min(entry.seq, shown.of(entry.replica));
        std::uint64_t exact = 0;
        for (const auto* versions : {&m_siblings, &m_past})
            for (const Version& v : *versions)
                if (v.dot.replica == entry.replica && v.dot.seq <= limit)
                    exact = std::max(exact, v.dot.seq);
        out.push_back({entry.replica, limit == entry.seq || exact == 0 ? limit : exact});
    }
    return VersionVector(out);
}

bool Register::has(Dot dot) const {
    return holds(m_siblings, dot);
}

Register::Origins Register::originsOf(const std::vector<const Version*>& versions) const {
    VersionVector common = versions.empty() ? VersionVector() : versions.front()->context;
    for (const Version* v : versions)
        common = common.within(v->context);
    std::vector<const Version*> inside;
    for (const Version& v : m_past)
        if (common.covers(v.dot))
            inside.push_back(&v);
    Origins out;
    VersionVector known;
    for (const Version* v : inside) {
        if (std::ranges::any_of(inside, [&](const Version* w) { return w->context.covers(v->dot); }))
            continue;
        out.versions.push_back(v);
        known.include(v->context);
        known.include(v->dot);
    }
    out.known = known.covers(common);
    return out;
}

/// What must be known to merge: what all siblings began from, what each two of them did (a write that settles
/// some leaves those), and so on backwards. False: not all of it is held.
bool Register::walkOrigins(const std::function<void(const Version&)>& visit) const {
    bool whole = true;
    const auto walk = [&](std::vector<const Version*> versions) {
        for (int depth = 0; versions.size() > 1 && depth < kMostOrigins; ++depth) {
            Origins origins = originsOf(versions);
            whole &= origins.known;
            versions = std::move(origins.versions);
            for (const Version* v : versions)
                visit(*v);
        }
    };
    for (std::size_t i = 1; i < m_siblings.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            walk({&m_siblings[i], &m_siblings[j]});
    walk(pointersTo(m_siblings));
    return whole;
}

bool Register::lacksPast() const {
    return m_siblings.size() > 1 && !walkOrigins([](const Version&) {});
}

bool Register::apply(Version version, bool keepsPast) {
    if (has(version.dot) || holds(m_past, version.dot) ||
        (!keepsPast && m_cover.covers(version.dot) && m_cover.covers(version.context)))
        return false;
    m_cover.include(version.context);
    add(m_siblings, std::move(version));
    settle(keepsPast);
    return true;
}

void Register::join(const Register& other, bool keepsPast) {
    m_cover.include(other.m_cover);
    for (const Version& version : other.m_siblings)
        add(m_siblings, version);
    if (keepsPast)
        for (const Version& version : other.m_past)
            add(m_past, version);
    settle(keepsPast);
}

bool Register::retime(Dot dot, HybridTime time) {
    for (auto* versions : {&m_siblings, &m_past})
        for (Version& version : *versions)
            if (version.dot == dot && version.time != time) {
                version.time = time;
                return true;
            }
    return false;
}

std::size_t Register::erase(const std::function<bool(Dot)>& which) {
    std::size_t count = 0;
    for (auto* versions : {&m_siblings, &m_past})
        for (Version& version : *versions)
            if (!version.value.is_null() && !isErased(version.value) && which(version.dot)) {
                version.value = Json::binary({});
                ++count;
            }
    return count;
}

void Register::trimPast() {
    std::set<Dot> needed;
    walkOrigins([&](const Version& v) { needed.insert(v.dot); });
    std::erase_if(m_past, [&](const Version& v) { return !needed.contains(v.dot); });
}

void Register::settle(bool keepsPast) {
    // Not std::ranges: clang 14, which builds the fuzzer, cannot read the subrange of libstdc++ 12.
    const auto seen = std::stable_partition(m_siblings.begin(), m_siblings.end(), [&](const Version& v) {
        return !m_cover.covers(v.dot) || bug("ignore-cover");
    });
    if (keepsPast)
        std::for_each(seen, m_siblings.end(), [&](Version& version) { add(m_past, std::move(version)); });
    m_siblings.erase(seen, m_siblings.end());
    if (bug("last-writer-wins") && m_siblings.size() > 1)
        m_siblings = {*std::ranges::max_element(m_siblings, isLater)};
}

}  // namespace fayi::merge
