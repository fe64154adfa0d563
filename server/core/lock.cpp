// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/lock.h"

#include "admission.h"
#include "authority.h"
#include "fayi/server/administration.h"

namespace fayi::hub {
namespace {

/// Why this person may not do that; nothing: they may.
std::optional<Denied> denialOf(const PersonAuthority& person, const protocol::LockWish& wish,
                               const schema::OrgTree& tree, const std::string& today) {
    const auto no = [](Text reason) { return deny(403, "permission", std::move(reason)); };
    if (person.revoked || !protocol::mayClosePeriods(person.role))
        return no({"只有区县业务人员和管理员可以锁定时期", "only the district locks a period"});
    const schema::OrgUnit* unit = tree.find(wish.org);
    if (unit == nullptr || !records::inScope({wish.org}, person.scope, tree))
        return no({"该机构不在您的管辖范围内：" + wish.org, "this unit is outside your scope: " + wish.org});
    if (wish.until > today)
        return deny(422, "validation",
                    {"不能锁定到今天以后：" + wish.until, "a lock cannot reach beyond today: " + wish.until});
    if (wish.until < unit->lockedUntil.value_or("") && !protocol::mayOpenPeriods(person.role))
        return no({"解锁或缩短锁定，须由区县管理员操作",
                   "only an administrator of the district opens what is locked"});
    return std::nullopt;
}

}  // namespace

Answer<Json> lockFor(Context& context, const Credentials& credentials, const protocol::LockWish& wish) {
    using Said = std::variant<Json, Denied>;
    FAYI_LET(admitted, admit(context, credentials, false));
    if (auto* stranger = std::get_if<Denied>(&admitted))
        return Said(std::move(*stranger));
    const Admission& station = std::get<Admission>(admitted);
    const auto author = std::ranges::find(station.people, wish.person, &Author::person);
    if (author == station.people.end())
        return Said(deny(403, "permission",
                         {"这个人不在这台电脑上工作", "this person does not work at this station"}));
    const std::string today = dateInChina(context.clock.now());
    if (auto no = denialOf(author->now(), wish, station.reference->tree, today))
        return Said(std::move(*no));
    FAYI_LET(locked, lockPeriod(context, wish.org, wish.until));
    return Said(std::move(locked));
}

}  // namespace fayi::hub
