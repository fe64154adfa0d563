// SPDX-License-Identifier: Apache-2.0
#include "push.h"

#include "fayi/base/bugs.h"
#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/merge/path.h"
#include "pens.h"

namespace fayi::hub {

using protocol::ChainHead;
using protocol::Change;
using protocol::Refusal;

namespace {

Denied malformed(const std::string& zh, const std::string& en) {
    return deny(400, "malformed", {"同步数据不合规定：" + zh, "malformed sync: " + en});
}

records::Place placeOf(const HubRecord& record) {
    return {splitCodes(record.orgs), record.happenedOn};
}

/// The dot of the change that made the item a path speaks of, if it was another change.
std::optional<Dot> itemMaker(std::string_view path) {
    const merge::Path parsed = merge::parsePath(path);
    if (parsed.kind != merge::Path::Kind::Item && parsed.kind != merge::Path::Kind::ItemField)
        return std::nullopt;
    return parseDot(std::string_view(parsed.item).substr(0, parsed.item.rfind('.')));
}

}  // namespace

Millis clockOffset(Millis hubNow, Millis stationClock) {
    constexpr Millis kCentury = std::chrono::hours(24 * 365 * 100);
    const std::int64_t clock = std::clamp<std::int64_t>(stationClock.count(), 0, std::int64_t{1} << 47);
    return std::clamp(hubNow - Millis(clock), -kCentury, kCentury);
}

Millis clockOffset(Millis hubNow, const protocol::SyncRequest& request) {
    const Millis longest = clockOffset(hubNow, request.clock);
    return request.offset ? std::min(*request.offset, longest) : longest;
}

Push::Push(Context& context, const Reference& reference, const Station& station,
           const std::vector<Author>& people, const protocol::SyncRequest& request)
    : m_context(context),
      m_reference(reference),
      m_station(station),
      m_people(people),
      m_request(request),
      m_now(context.clock.now()),
      m_ledger(context.store, reference.catalog) {}

Answer<PushResult> Push::run() {
    FAYI_LET(hub, m_context.store.identity());
    m_hub = std::move(hub);
    FAYI_LET(restorations, m_context.store.restorations());
    m_restored = !restorations.empty();
    FAYI_LET(stranger, introduce());
    if (stranger)
        return std::variant<PushResult, Denied>(*stranger);
    FAYI_LET(denied, readParts());
    if (denied)
        return std::variant<PushResult, Denied>(*denied);
    for (const Change* change : inOrderOfTime())
        FAYI_TRY(take(*change));
    FAYI_TRY(m_ledger.flush());
    for (auto& [replica, part] : m_parts) {
        if (part.forked) {
            m_result.forked.push_back({replica, part.common});
            if (part.common >= part.first) {  // what both have is answered like any repeated change
                part.ack.seq = part.common;
                m_result.acks.push_back(std::move(part.ack));
            }
            continue;
        }
        if (part.pen.head.seq > part.known) {
            FAYI_TRY(m_context.store.putPen(part.pen));
            FAYI_TRY(m_context.store.putSignedHead(part.head));
        }
        // Not more than was sent: past that another copy of the store may have written.
        part.ack.seq = part.gap ? part.known : std::min(part.pen.head.seq, part.last);
        sign(part);
        m_result.acks.push_back(std::move(part.ack));
    }
    return std::variant<PushResult, Denied>(std::move(m_result));
}

Result<Push::Denial> Push::introduce() {
    for (const protocol::PenIntroduction& pen : m_request.pens) {
        const Author* person = nullptr;
        for (const Author& author : m_people)
            if (author.person == pen.person || (!pen.person && m_people.size() == 1))
                person = &author;
        if (person == nullptr)
            return Denial(deny(409, "person",
                               {"这台电脑上没有登记这个人员", "no such person is enrolled at this station"}));
        FAYI_LET(denied, addPen(m_context.store, m_station.number, *person, pen));
        if (denied)
            return Denial(std::move(denied));
    }
    return Denial();
}

Result<Push::Denial> Push::readParts() {
    std::map<ReplicaId, std::uint64_t> lastSeq;
    for (const protocol::SentChange& sent : m_request.changes) {
        const Dot dot = sent.change.dot;
        auto at = m_parts.find(dot.replica);
        if (at == m_parts.end()) {
            FAYI_LET(pen, m_context.store.pen(dot.replica));
            if (!pen || pen->station != m_station.number)
                return Denial(deny(409, "pen",
                                   {"枢纽不认识这支笔（" + toText(dot.replica) + "）",
                                    "the hub does not know the pen " + toText(dot.replica)}));
            Part part;
            part.known = pen->head.seq;
            part.first = dot.seq;
            part.last = dot.seq - 1;
            part.ack.replica = dot.replica;
            part.pen = std::move(*pen);
            at = m_parts.emplace(dot.replica, std::move(part)).first;
        }
        if (dot.seq != ++at->second.last)
            return Denial(malformed("序号不连续", "the numbers of a pen's changes are not consecutive"));
    }
    for (const protocol::SignedHead& head : m_request.heads)
        if (const auto at = m_parts.find(head.replica); at != m_parts.end())
            at->second.head = head;
    for (auto& [replica, part] : m_parts) {
        FAYI_LET(denied, checkPart(part));
        if (denied)
            return Denial(std::move(denied));
    }
    return Denial();
}

Result<Push::Denial> Push::checkPart(Part& part) {
    part.gap = part.first > part.known + 1;
    if (part.gap)  // the answer says what the hub has, and the station sends the rest again
        return Denial();
    if (part.head.seq != part.last)
        return Denial(malformed("缺少签名", "no signed head for the last change of a pen"));
    const ChainHead claimed{part.head.seq, part.head.hash, {}};
    if (!verifySignature(part.pen.publicKey, protocol::headMessage(part.pen.replica, claimed),
                         part.head.signature))
        return Denial(deny(400, "signature",
                           {"签名与这支笔的密钥不符", "the signature is not by the key of this pen"}));
    FAYI_LET(continues, followOn(part));
    if (continues) {
        readReceipt(part);
        FAYI_TRY(findContradiction(part));
        return Denial();
    }
    FAYI_LET(base, headAt(m_context.store, part.pen, part.first - 1));
    const ChainHead head = follow(part, base);
    const std::uint64_t overlap = std::min(part.known, part.last);
    if (overlap >= part.first) {
        FAYI_LET(ours, headAt(m_context.store, part.pen, overlap));
        part.forked = ours.hash != part.chain[overlap - part.first].hash;
    }
    if (bug("deaf-to-forks"))
        part.forked = false;
    if (part.forked)
        FAYI_TRY(findCommon(part));
    m_forks |= part.forked;
    if (!part.forked && head.hash != part.head.hash)
        return Denial(deny(400, "chain",
                           {"修改与其签名的链不符，可能在传输中损坏",
                            "the changes are not those of the signed chain; damaged on the way?"}));
    readReceipt(part);
    FAYI_TRY(findContradiction(part));
    return Denial();
}

/// Extends the chain by the changes of the page after `head`.
ChainHead Push::follow(Part& part, ChainHead head) const {
    part.chain.resize(head.seq + 1 - part.first);
    for (const protocol::SentChange& sent : m_request.changes)
        if (sent.change.dot.replica == part.pen.replica && sent.change.dot.seq > head.seq) {
            head = protocol::extend(head, sent.change);
            part.chain.push_back(head);
        }
    return head;
}

/// Whether the page ends at what it signs when what we hold already is taken as ours: then it is the same.
/// Not to be worked out anew from its own bytes: we may have erased by order what the station still sends.
Result<bool> Push::followOn(Part& part) const {
    FAYI_LET(ours, headAt(m_context.store, part.pen, std::min(part.known, part.last)));
    return follow(part, ours).hash == part.head.hash;
}

/// Chains that differ once differ for good: the first change that is not ours ends what is common.
Status Push::findCommon(Part& part) const {
    part.common = part.first - 1;
    for (const ChainHead& theirs : part.chain) {
        FAYI_LET(ours, headAt(m_context.store, part.pen, theirs.seq));
        if (ours.hash != theirs.hash)
            break;
        part.common = theirs.seq;
    }
    return {};
}

/// Each pen's changes in their order, the pens merged by the time they claim: one store has one hybrid clock,
/// so what one of its people built on another's change comes after it, wherever the page put it.
std::vector<const Change*> Push::inOrderOfTime() const {
    std::map<ReplicaId, std::vector<const Change*>> queues;
    for (const protocol::SentChange& sent : m_request.changes)
        queues[sent.change.dot.replica].push_back(&sent.change);
    using Head = std::pair<HybridTime, ReplicaId>;
    std::set<Head> heads;
    std::map<ReplicaId, std::size_t> next;
    for (const auto& [replica, queue] : queues)
        heads.emplace(queue.front()->time, replica);
    std::vector<const Change*> out;
    while (!heads.empty()) {
        const ReplicaId replica = heads.begin()->second;
        heads.erase(heads.begin());
        const auto& queue = queues[replica];
        std::size_t& at = next[replica];
        out.push_back(queue[at++]);
        if (at < queue.size())
            heads.emplace(queue[at]->time, replica);
    }
    return out;
}

const Author* Push::authorOfPen(const Pen& pen) const {
    for (const Author& author : m_people)
        if (author.person == pen.person)
            return &author;
    return nullptr;
}

HybridTime Push::effectiveOf(HybridTime claimed, HybridTime last) const {
    if (bug("claimed-time"))
        return claimed;
    Millis offset = clockOffset(m_now, m_request);
    if (std::chrono::abs(offset) < limits::kOffsetNoise)
        offset = Millis(0);
    const Millis latest = m_now + limits::kEffectiveAhead;
    const Millis wall = std::max(claimed.wall() + offset, Millis(1));
    HybridTime out = wall < latest ? HybridTime::of(wall, static_cast<std::uint16_t>(claimed.packed & 0xFFFF))
                                   : HybridTime::of(latest);
    if (out <= last)
        out = last.next();
    // One tick below the claimed time is what the wire has no word for.
    return out.next() == claimed ? claimed : out;
}

Status Push::take(const Change& change) {
    Part& part = m_parts.at(change.dot.replica);
    if (part.forked)
        return change.dot.seq <= part.common ? answerKnown(part, change) : Status();
    if (change.dot.seq <= part.known)
        return answerKnown(part, change);
    if (part.gap || m_forks)
        return {};
    FAYI_LET(testimony, testimonyOf(change.dot));
    if (testimony)
        return acceptTestified(part, change, *testimony);
    FAYI_LET(record, m_ledger.find(change.record));
    if (change.dot.seq <= part.covered && (record != nullptr || change.creates())) {
        auto refusedThen = judgedThen(part, change.dot.seq);
        return refusedThen ? refuse(part, change, std::move(*refusedThen)) : acceptNew(part, change);
    }
    FAYI_LET(refusal, judge(part, change, record));
    if (refusal)
        return refuse(part, change, std::move(*refusal));
    return acceptNew(part, change);
}

Status Push::answerKnown(Part& part, const Change& change) {
    ++m_result.known;
    FAYI_LET(refused, m_context.store.refusedOf(change.dot));
    if (refused) {
        part.ack.refused.push_back({change.dot.seq, refused->code, refused->reason});
        return {};
    }
    FAYI_LET(logged, m_context.store.changeOf(change.dot));
    if (logged && logged->effective != change.time)
        part.ack.effective.emplace_back(change.dot.seq, logged->effective);
    return {};
}

Status Push::acceptNew(Part& part, const Change& change) {
    const HybridTime effective = effectiveOf(change.time, part.pen.lastEffective);
    FAYI_LET(record, m_ledger.find(change.record));
    FAYI_LET(after, m_ledger.preview(change, effective, record, part.pen.homeOrg));
    if (!after)
        return refuse(part, change,
                      {change.dot.seq,
                       "validation",
                       {"内容与记录中已有的内容种类不合",
                        "the content contradicts the kind of what the record holds"}});
    const records::Place now = placeOf(*after), then = record != nullptr ? placeOf(*record) : now;
    const bool tookBefore = change.dot.seq <= part.covered;  // what was acknowledged is never refused later
    auto isVoid = records::judgeVoid(change, record != nullptr ? std::string_view(record->state) : "");
    if (isVoid && !tookBefore)
        return refuse(part, change, std::move(*isVoid));
    auto locked = records::judgeLock(change, m_ledger.typeOf(change, record),
                                     record != nullptr ? &then : nullptr, now, m_reference.tree);
    if (locked && !tookBefore)
        return refuse(part, change, std::move(*locked));
    part.pen.head = part.chain[change.dot.seq - part.first];
    part.pen.lastEffective = effective;
    if (effective != change.time)
        part.ack.effective.emplace_back(change.dot.seq, effective);
    ++m_result.accepted;
    return m_ledger.accept(change, effective, part.pen.head.hash, std::move(*after));
}

Status Push::refuse(Part& part, const Change& change, Refusal refusal) {
    part.pen.head = part.chain[change.dot.seq - part.first];
    part.pen.refused = protocol::foldRefused(part.pen.refused, change.dot.seq);
    m_refusedDots[change.dot] = true;
    ++m_result.refused;
    RefusedChange kept;
    kept.dot = change.dot;
    kept.record = change.record;
    kept.chain = part.pen.head.hash;
    kept.seed = change.seed;
    if (Bytes body = protocol::encodeChange(change); body.size() <= limits::kChangeBytes)
        kept.body = std::move(body);
    kept.code = refusal.code;
    kept.reason = refusal.reason;
    kept.at = m_now;
    FAYI_TRY(m_context.store.appendRefused(kept));
    if (bug("refused-as-accepted"))
        return {};
    part.ack.refused.push_back(std::move(refusal));
    return {};
}

Result<bool> Push::isRefused(Dot dot) {
    const auto known = m_refusedDots.find(dot);
    if (known != m_refusedDots.end())
        return known->second;
    FAYI_LET(refused, m_context.store.refusedOf(dot));
    return m_refusedDots[dot] = refused.has_value();
}

Result<std::optional<Refusal>> Push::restsOnRefused(const Change& change, const HubRecord* record) {
    const auto resting = [&](const Text& reason) {
        return std::optional(Refusal{change.dot.seq, "rests-on-refused", reason});
    };
    if (!change.creates() && record == nullptr) {
        FAYI_LET(refused, isRefused(change.record.created));
        if (refused)
            return resting({"所依据的新建未被接受", "the creation it rests on was refused"});
        return std::optional(Refusal{
            change.dot.seq, "unknown-record", {"枢纽没有这条记录", "the hub does not hold this record"}});
    }
    for (const merge::Write& write : change.writes)
        if (const auto maker = itemMaker(write.path)) {
            FAYI_LET(refused, isRefused(*maker));
            if (refused)
                return resting({"所依据的列表条目未被接受", "the list item it rests on was refused"});
        }
    return std::optional<Refusal>();
}

Result<std::optional<Refusal>> Push::judge(const Part& part, const Change& change, const HubRecord* record) {
    FAYI_LET(resting, restsOnRefused(change, record));
    if (resting)
        return resting;
    const schema::RecordType* type = m_ledger.typeOf(change, record);
    if ((type != nullptr && type->reference) || (record != nullptr && record->reference))
        return std::optional(Refusal{change.dot.seq,
                                     "permission",
                                     {"基础数据只能由区县维护", "only the district writes reference data"}});
    const Author* author = authorOfPen(part.pen);
    if (author == nullptr)
        return std::optional(
            Refusal{change.dot.seq,
                    "permission",
                    {"这台电脑上没有登记作者", "its author is not enrolled at this station"}});
    std::vector<std::string> orgs = splitCodes(record != nullptr ? record->orgs : part.pen.homeOrg);
    if (change.creates())
        for (const merge::Write& write : change.writes)
            if (write.path == merge::kOrg && write.value.is_string())
                orgs = {write.value.get<std::string>()};
    try {
        auto refused = judgeFor(*author, change, type, orgs, m_reference.tree, m_now);
        if (!refused || refused->code != "permission" || record == nullptr)
            return refused;
        FAYI_LET(then, orgsThen(change));
        const bool moved = !then.empty() && then != orgs;
        return moved ? judgeFor(*author, change, type, then, m_reference.tree, m_now) : refused;
    } catch (const Json::exception&) {
        return std::optional(
            Refusal{change.dot.seq, "validation", {"内容的种类不合规定", "content of a wrong kind"}});
    }
}

/// Where the record was as far as the author's store knew, if it has moved since and the grace is not over.
Result<std::vector<std::string>> Push::orgsThen(const Change& change) {
    FAYI_LET(history, m_context.store.changesOf(change.record));
    std::string orgs;
    for (const LoggedChange& earlier : history) {
        if (earlier.line.position <= change.authority)
            orgs = earlier.line.orgs;
        else if (earlier.line.orgsBefore && m_now - earlier.effective.wall() > kGrace)
            return std::vector<std::string>();
    }
    return splitCodes(orgs);
}

}  // namespace fayi::hub
