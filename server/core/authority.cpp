// SPDX-License-Identifier: Apache-2.0
#include "authority.h"

#include <set>

#include "fayi/base/big_endian.h"
#include "fayi/base/crypto.h"

namespace fayi::hub {
namespace {

records::Authority asJudged(const PersonAuthority& authority) {
    return {authority.role, authority.scope, authority.revoked};
}

/// The roots of everybody whose role sees the type.
std::set<std::string> rootsFor(const schema::RecordType& type, const StationScope& scope) {
    std::set<std::string> out;
    for (const auto& [role, roots] : scope.byRole)
        if (type.isSeenBy(role))
            out.insert(roots.begin(), roots.end());
    return out;
}

/// The roots, and whatever belongs to them by succession: a unit that was taken over widens what is seen, one
/// that is merely new does not, its records come in their turn. Then the types of which less is seen.
std::uint64_t versionOf(const StationScope& scope, const Reference& reference) {
    Json seen = Json::array();
    for (const std::string& root : scope.roots) {
        seen.push_back(root);
        for (const std::string& code : reference.tree.subtree(root))
            if (const schema::OrgUnit* unit = reference.tree.find(code);
                unit != nullptr && !unit->successor.empty())
                seen.push_back(code + ">" + unit->successor);
    }
    for (const schema::RecordType* type : reference.catalog.types())
        if (const auto roots = rootsFor(*type, scope);
            !type->reference && !std::ranges::equal(roots, scope.roots))
            seen.push_back(Json::array({type->name, roots}));
    const Bytes hash = blake2b(protocol::toCbor(seen));
    const std::uint64_t version = fromBigEndian(std::string_view(hash).substr(0, 4));
    return version == 0 ? 1 : version;
}

}  // namespace

const PersonAuthority* Author::then(Position authority, Millis today) const {
    if (now().revokedNow)
        return nullptr;
    for (std::size_t i = history.size() - 1; i-- > 0;)
        if (history[i].position <= authority)
            return history[i + 1].position > authority && today - history[i + 1].at <= kGrace ? &history[i]
                                                                                              : nullptr;
    return nullptr;
}

Result<Author> authorOf(HubStore& store, RecordId person) {
    FAYI_LET(history, store.authorities(person));
    if (history.empty())
        return Error{ErrorCode::NotFound,
                     {"没有这个人员：" + toText(person), "there is no such person: " + toText(person)}};
    return Author{person, std::move(history)};
}

std::optional<protocol::Refusal> judgeFor(const Author& author, const protocol::Change& change,
                                          const schema::RecordType* type,
                                          const std::vector<std::string>& orgs, const schema::OrgTree& tree,
                                          Millis today) {
    auto refused = records::judge(change, type, asJudged(author.now()), orgs, tree);
    if (!refused || (refused->code != "permission" && refused->code != "revoked"))
        return refused;
    const PersonAuthority* then = author.then(change.authority, today);
    if (then == nullptr)
        return refused;
    return records::judge(change, type, asJudged(*then), orgs, tree) ? refused : std::nullopt;
}

StationScope scopeOf(const std::vector<Author>& people, const Reference& reference) {
    StationScope out;
    std::set<std::string> roots;
    std::map<std::string, std::set<std::string>> byRole;
    bool endedNow = false;
    for (const Author& author : people) {
        endedNow |= author.now().revokedNow;
        if (author.now().revoked)
            continue;
        out.anybody = true;
        roots.insert(author.now().scope.begin(), author.now().scope.end());
        byRole[author.now().role].insert(author.now().scope.begin(), author.now().scope.end());
    }
    out.endedNow = endedNow && !out.anybody;
    out.roots.assign(roots.begin(), roots.end());
    for (const auto& [role, its] : byRole)
        out.byRole[role].assign(its.begin(), its.end());
    out.version = versionOf(out, reference);
    return out;
}

}  // namespace fayi::hub
