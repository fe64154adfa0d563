// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/rename.h"

#include "fayi/base/bugs.h"

namespace fayi::store {

using merge::Json;
using merge::VersionVector;

Dot Renaming::operator()(Dot dot) const {
    const auto known = m_names.find(dot);
    return known == m_names.end() ? dot : known->second;
}

std::string Renaming::name(const std::string& text) const {
    const std::size_t dotMark = text.rfind('.');
    const auto whole = parseDot(text);
    const auto before =
        dotMark == std::string::npos ? std::nullopt : parseDot(std::string_view(text).substr(0, dotMark));
    if (whole && m_names.contains(*whole))
        return toText((*this)(*whole));
    if (before && m_names.contains(*before))
        return toText((*this)(*before)) + text.substr(dotMark);
    return text;
}

std::string Renaming::path(const std::string& text) const {
    merge::Path path = merge::parsePath(text);
    if (path.kind == merge::Path::Kind::Field)
        return text;
    path.item = name(path.item);
    return path.text();
}

Json Renaming::value(const Json& value) const {
    if (value.is_string())
        return name(value.get<std::string>());
    Json out = value;
    if (out.is_structured())
        for (Json& member : out)
            member = this->value(member);
    return out;
}

VersionVector Renaming::context(const VersionVector& context) const {
    if (bug("keep-contexts"))
        return context;
    VersionVector out;
    for (const auto& entry : context.entries()) {
        const auto cut = m_cuts.find(entry.replica);
        if (cut == m_cuts.end() || entry.seq <= cut->second) {
            out.include(Dot{entry.replica, entry.seq});
            continue;
        }
        if (cut->second > 0)
            out.include(Dot{entry.replica, cut->second});
        for (const auto& [before, after] : m_names)
            if (before.replica == entry.replica && before.seq <= entry.seq)
                out.include(after);
    }
    return out;
}

protocol::Change Renaming::operator()(const protocol::Change& change) const {
    protocol::Change out = change;
    out.dot = (*this)(change.dot);
    out.record.created = (*this)(change.record.created);
    for (merge::Write& write : out.writes) {
        write.path = path(write.path);
        write.value = value(write.value);
        write.context = context(write.context);
        write.wide = context(write.wide);
    }
    return out;
}

}  // namespace fayi::store
