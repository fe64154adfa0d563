// SPDX-License-Identifier: Apache-2.0
#include "visibility.h"

#include "fayi/base/bugs.h"

namespace fayi::hub {

bool Visibility::within(const std::string& orgs, const std::string& role,
                        const std::vector<std::string>& roots) {
    const auto [known, fresh] = m_known.try_emplace({role, orgs});
    if (fresh)
        known->second = records::inScope(splitCodes(orgs), roots, m_reference.tree);
    return known->second;
}

bool Visibility::sees(const std::string& orgs, const std::string& type) {
    const schema::RecordType* definition = m_reference.catalog.type(type);
    if (definition == nullptr || definition->seenBy.empty() || bug("every-type"))
        return reaches(orgs);
    return reaches(orgs) && std::ranges::any_of(m_scope.byRole, [&](const auto& entry) {
               return definition->isSeenBy(entry.first) && within(orgs, entry.first, entry.second);
           });
}

}  // namespace fayi::hub
