// SPDX-License-Identifier: Apache-2.0
// What a station makes of the answer to a bundle, which may come when it has long gone on otherwise.
#include "fayi/base/bugs.h"
#include "fayi/protocol/testimony.h"
#include "row.h"

namespace fayi::store {
namespace {

using protocol::BundleItem;
using protocol::SyncRequest;
using protocol::SyncResponse;
using Kind = BundleSaid::Kind;

Applied late() {
    Applied out;
    out.late = true;
    return out;
}

Error unreadable() {
    return {ErrorCode::Validation, {"区县的回信无法识别", "the answer of the district was not understood"}};
}

/// The seq that an own pen had reached; nothing: none of these is that pen.
std::optional<std::uint64_t> reachedBy(const std::vector<merge::VersionVector::Entry>& own,
                                       ReplicaId replica) {
    const auto at = std::ranges::find(own, replica, &merge::VersionVector::Entry::replica);
    return at == own.end() ? std::nullopt : std::optional(at->seq);
}

/// What the hub says speaks of every pen. Of one that was added since it says nothing: whether a hub that was
/// put back still has what it had answered for there, only a further question tells.
bool namesAllPens(const SyncRequest& asked, const SyncRequest& now) {
    return std::ranges::all_of(now.own, [&](const merge::VersionVector::Entry& pen) {
        return reachedBy(asked.own, pen.replica).has_value();
    });
}

/// The station stands where it stood when it asked.
bool standsThere(const SyncRequest& asked, const SyncRequest& now) {
    const bool joined = asked.cursor.epoch == 0 && now.cursor.position == Position();
    return (asked.cursor == now.cursor || joined) && asked.fresh == now.fresh &&
           asked.scopeVersion == now.scopeVersion;
}

/// It has read further by now, but not as far as the answer goes: what comes twice does no harm.
bool goesOnFrom(const SyncRequest& asked, const SyncResponse& said, const SyncRequest& now) {
    return !asked.fresh && !now.fresh && !said.freshBegins && asked.cursor.epoch == now.cursor.epoch &&
           asked.scopeVersion == now.scopeVersion && asked.cursor.position <= now.cursor.position &&
           now.cursor.position <= said.cursor.position;
}

}  // namespace

std::uint64_t Store::acknowledged(ReplicaId replica) const {
    auto row = m_database->prepare("SELECT acked FROM replica WHERE id=? AND person IS NOT NULL");
    return row.bind(asKey(replica)).step() ? row.number(0) : 0;
}

Result<BundleAnswer> Store::answerTo(const Bytes& id) const {
    auto row = m_database->prepare("SELECT said FROM bundle WHERE id=?");
    if (row.bindBlob(id).step()) {
        FAYI_LET(said, decodeBundleSaid(row.text(0)));
        return BundleAnswer{id, std::move(said), 0, {}, {}};
    }
    FAYI_TRY(row.status());
    return Error{
        ErrorCode::NotFound,
        {"回信所答的数据包不是本机写的，或已太久；没有内容丢失，请重新写一包",
         "this answers a bundle that this computer has not written, or no longer remembers; nothing is "
         "lost, write a new one"}};
}

/// The store knows its pens no longer as they were, or has names for other things; or it knows by now what
/// the hub did not know when it took the store for a copy of itself.
bool Store::isLate(const BundleAnswer& answer, const SyncRequest& asked, const SyncResponse& said,
                   const SyncRequest& now) const {
    if (bug("late-answer"))
        return false;
    const auto renamed = forks();
    if (!renamed || *renamed != answer.said.forks)
        return true;
    if (asked.cursor.epoch != now.cursor.epoch && asked.cursor.epoch != 0)
        return true;
    for (const auto& own : asked.own)
        if (const auto reached = reachedBy(now.own, own.replica); !reached || *reached < own.seq)
            return true;
    return std::ranges::any_of(said.forked, [&](const protocol::Fork& fork) {
        return reachedBy(now.own, fork.replica) != reachedBy(asked.own, fork.replica);
    });
}

/// What was said is answered first, page by page (`news` false); then comes what is new, page by page.
Result<Applied> Store::applySync(BundleAnswer& answer, SyncRequest asked, const Bytes& body, bool news) {
    FAYI_LET(said, protocol::decodeSyncResponse(body));
    answer.last = protocol::followUp(asked, said);
    FAYI_LET(now, nextRequest());
    if (isLate(answer, asked, said, now))
        return late();
    // (A store that enrols by the same bundle had asked before it knew the hub's epoch.)
    if (said.cursor.epoch != asked.cursor.epoch && isOfAnotherLife(said))
        return healing() == Healing::None && namesAllPens(asked, now) ? meetAgain(said)
                                                                      : Result<Applied>(late());
    if (healing() != Healing::None)
        return late();
    std::erase_if(said.acks, [&](const protocol::Ack& ack) { return ack.seq < acknowledged(ack.replica); });
    if (!news) {
        said.cursor = now.cursor;
        said.fresh = now.fresh;
        said.scopeVersion = asked.scopeVersion = now.scopeVersion;
        said.more = true;
    } else if (!standsThere(asked, now) && !goesOnFrom(asked, said, now)) {
        const bool read = asked.cursor.epoch == now.cursor.epoch && !now.fresh &&
                          asked.scopeVersion == now.scopeVersion && said.forked.empty() &&
                          said.cursor.position <= now.cursor.position;
        return read ? Applied() : late();
    }
    return apply(asked, said);
}

/// The hub knows the person: from here on the store is a station like any other.
Result<Applied> Store::applyEnrolment(const BundleSaid::Step& step, const Bytes& body) {
    const auto asked = joining();
    if (!asked || asked->person != step.from)
        return Applied();  // by an answer that came before
    FAYI_LET(answer, protocol::enrolResponseFrom(Json::parse(body, nullptr, false)));
    const auto before = enrolment();
    FAYI_TRY(enrol({before ? before->server : asked->file.server, before ? before->caFile : std::string(),
                    answer.station, answer.token, answer.district, answer.districtName},
                   answer, step.from));
    return Applied();
}

Result<Applied> Store::applyTestimony(const BundleAnswer& answer, const BundleSaid::Step& step,
                                      const Bytes& body) {
    FAYI_LET(said, protocol::decodeTestimonyAnswer(body));
    const Healing now = healing();
    const bool told = now == Healing::Tell && meta("healing") == std::to_string(step.from);
    const bool asked = now == Healing::Ask || now == Healing::Rejoin;
    if (meta("epoch") != std::to_string(answer.said.epoch) || !(step.kind == Kind::Ask ? asked : told))
        return late();
    Telling telling;
    telling.message.epoch = answer.said.epoch;
    telling.reached = step.reached;
    FAYI_TRY(apply(telling, said));
    return Applied();
}

Result<Applied> Store::apply(BundleAnswer& answer, const BundleItem& item) {
    const std::size_t at = answer.at++;
    const auto& steps = answer.said.steps;
    if (at < steps.size() && steps[at].kind == Kind::Rejoin) {  // whatever it said, as in any other sync
        if (healing() == Healing::Rejoin)
            FAYI_TRY(rejoined());
        return Applied();
    }
    if (item.status >= 400) {
        const protocol::Denial strange{"malformed", unreadable().message};
        answer.denied = protocol::denialFrom(item.body).value_or(strange);
        return Applied();
    }
    if (at >= steps.size())  // the hub goes on with what the station would have asked
        return item.target == protocol::kSyncTarget ? applySync(answer, answer.last, item.body, true)
                                                    : Result<Applied>(unreadable());
    const BundleSaid::Step& step = steps[at];
    if (step.kind == Kind::Enrol)
        return applyEnrolment(step, item.body);
    return step.kind == Kind::Sync ? applySync(answer, step.request, item.body, false)
                                   : applyTestimony(answer, step, item.body);
}

Status Store::noteAnswered(const BundleAnswer& answer) {
    return m_database->prepare("UPDATE bundle SET answered=1 WHERE id=?").bindBlob(answer.id).run();
}

}  // namespace fayi::store
