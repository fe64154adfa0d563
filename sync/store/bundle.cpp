// SPDX-License-Identifier: Apache-2.0
// What a station writes into a bundle: what it would say to the hub, all of it, before any answer has come.
#include "fayi/base/crypto.h"
#include "fayi/protocol/certificate.h"
#include "fayi/protocol/testimony.h"
#include "fayi/store/practice.h"
#include "row.h"

namespace fayi::store {
namespace {

using protocol::BundleItem;
using Kind = BundleSaid::Kind;

/// Bundles that are remembered: more sticks than these are not on their way.
constexpr int kRemembered = 32;

Error strangeNote() {
    return {ErrorCode::Damaged, {"数据包记录已损坏", "the note of a bundle is damaged"}};
}

Json parsed(const std::string& text) {
    return Json::parse(text, nullptr, false);
}

/// All of it but the changes.
protocol::SyncRequest remembered(const protocol::SyncRequest& request) {
    protocol::SyncRequest out = request;
    out.changes.clear();
    out.receipts.clear();
    return out;
}

}  // namespace

Bytes encode(const BundleSaid& said) {
    Json steps = Json::array();
    for (const BundleSaid::Step& step : said.steps) {
        const Bytes request = step.kind == Kind::Sync ? protocol::encode(step.request) : Bytes();
        steps.push_back(Json::array({static_cast<int>(step.kind), step.from, step.reached,
                                     Json::binary({request.begin(), request.end()})}));
    }
    return protocol::toCbor(Json::array({said.forks, said.epoch, steps}));
}

Result<BundleSaid> decodeBundleSaid(std::string_view bytes) {
    FAYI_LET(json, protocol::fromCbor(bytes));
    try {
        BundleSaid out;
        out.forks = json.at(0).get<std::uint64_t>();
        out.epoch = json.at(1).get<std::uint64_t>();
        for (const Json& each : json.at(2)) {
            BundleSaid::Step step;
            step.kind = static_cast<Kind>(each.at(0).get<int>());
            step.from = each.at(1).get<std::int64_t>();
            step.reached = each.at(2).get<std::int64_t>();
            const auto& raw = each.at(3).get_binary();
            if (step.kind == Kind::Sync) {
                FAYI_LET(request, protocol::decodeSyncRequest(Bytes(raw.begin(), raw.end())));
                step.request = std::move(request);
            }
            out.steps.push_back(std::move(step));
        }
        return out;
    } catch (const Json::exception&) {
        return strangeNote();
    }
}

std::optional<HubAddress> Store::hubAddress() const {
    if (const auto asked = joining())
        return HubAddress{asked->file.district, asked->file.districtName, asked->file.keys};
    const auto enrolled = enrolment();
    const Json keys = parsed(meta("hub-keys"));
    if (!enrolled || !keys.is_object())
        return std::nullopt;
    return HubAddress{enrolled->district, enrolled->districtName, protocol::hubKeysFrom(keys)};
}

Status Store::beginJoining(const protocol::EnrolFile& file, std::int64_t person) {
    if (!meta("practice").empty())
        return kPracticeJoinsNothing;
    const std::string id = toText(file.person);
    auto row = m_database->prepare("SELECT name FROM person WHERE id=?");
    if (row.bind(id).step())
        return Error{ErrorCode::Usage,
                     {row.text(0) + " 已在本机，不必再加入", row.text(0) + " works here already"}};
    FAYI_TRY(row.status());
    if (const auto joined = enrolment(); joined && joined->district != file.district)
        return Error{
            ErrorCode::Usage,
            {"本机已加入" + joined->districtName + "，文件是另一个区县的",
             "this station has joined " + joined->districtName + "; the file is of another district"}};
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(setMeta("joining", Json{{"file", protocol::toJson(file)}, {"person", person}}.dump()));
    if (meta("offset").empty()) {  // the file was made before now: a clock that says otherwise is slow
        const Millis slow = std::max(Millis(0), file.issued - m_clock.now());
        FAYI_TRY(setMeta("offset", std::to_string(slow.count())));
    }
    return transaction.commit();
}

std::optional<Joining> Store::joining() const {
    const std::string text = meta("joining");
    if (text.empty())
        return std::nullopt;
    const Json json = parsed(text);
    auto file = protocol::enrolFileFrom(json.at("file").dump());
    if (!file)
        return std::nullopt;
    return Joining{std::move(*file), json.at("person").get<std::int64_t>()};
}

Result<SealKey> Store::sealKey() {
    Bytes seed = fromHex(meta("seal-seed"));
    if (seed.empty()) {
        seed = m_random.bytes(kSealKeyBytes);
        FAYI_TRY(setMeta("seal-seed", toHex(seed)));
    }
    return SealKey::fromSeed(seed);
}

Result<protocol::BundleHead> Store::bundleHead(std::int64_t person) {
    FAYI_LET(key, sealKey());
    const auto asked = joining();
    FAYI_LET(pen, penFor(asked ? asked->person : person));
    protocol::BundleHead out;
    if (const auto enrolled = enrolment()) {
        out.station = enrolled->station;
        out.token = enrolled->token;
    }
    out.replica = pen.replica;
    out.publicKey = pen.publicKey;
    out.sealKey = key.publicKey;
    out.clock = m_clock.now();
    return out;
}

Result<Bytes> Store::signAs(ReplicaId pen, std::string_view message) const {
    auto row = m_database->prepare("SELECT secret FROM replica WHERE id=? AND secret IS NOT NULL");
    if (row.bind(asKey(pen)).step())
        return SigningKey::fromSeed(row.text(0)).sign(message);
    FAYI_TRY(row.status());
    return Error{ErrorCode::NotFound, {"本机没有这支笔", "there is no such pen here"}};
}

/// Before a hub that was put back hears what is new it hears what it lacks. True: it has to answer first. Who
/// this station is it is shown in any case: there is no second try by hand.
Result<bool> Store::sayHealing(BundleSaid& said, const std::function<Status(const BundleItem&)>& each) const {
    const Healing now = healing();
    if (const std::string shown = certificates(); !shown.empty()) {
        FAYI_TRY(each({std::string(protocol::kRejoinTarget), 0, shown}));
        said.steps.push_back({Kind::Rejoin, 0, 0, {}});
    }
    if (now == Healing::None)
        return false;
    if (now != Healing::Tell) {
        FAYI_LET(question, nextTelling());
        FAYI_TRY(each({std::string(protocol::kTestifyTarget), 0, protocol::encode(question.message)}));
        said.steps.push_back({Kind::Ask, 0, 0, {}});
        return true;
    }
    std::int64_t from = std::stoll(meta("healing"));
    while (from >= 0) {
        FAYI_LET(page, tellingFrom(from));
        FAYI_TRY(each({std::string(protocol::kTestifyTarget), 0, protocol::encode(page.message)}));
        said.steps.push_back({Kind::Tell, from, page.reached, {}});
        from = page.reached;
    }
    return false;
}

Result<BundleSaid> Store::sayAll(const std::function<Status(const BundleItem&)>& each) const {
    BundleSaid out;
    Said said;
    FAYI_LET(renamed, forks());
    out.forks = renamed;
    const std::string epoch = meta("epoch");
    out.epoch = epoch.empty() ? 0 : std::stoull(epoch);
    if (const auto asked = joining()) {
        auto pen = m_database->prepare("SELECT id, public_key FROM replica WHERE person=? AND active");
        if (!pen.bind(asked->person).step())
            return Error{ErrorCode::NotFound, {"本机没有这支笔", "there is no such pen here"}};
        protocol::EnrolRequest request{
            asked->file.code, name(), std::nullopt, {}, {replicaOf(pen.integer(0)), {}, pen.text(1)}};
        if (const auto enrolled = enrolment()) {
            request.station = enrolled->station;
            request.token = enrolled->token;
        }
        FAYI_TRY(each({std::string(protocol::kEnrolTarget), 0, protocol::toJson(request).dump()}));
        out.steps.push_back({Kind::Enrol, asked->person, 0, {}});
        said.joining = asked->person;
    }
    FAYI_LET(first, sayHealing(out, each));
    for (bool more = !first; more && out.steps.size() < protocol::kMostPages;) {
        FAYI_LET(request, requestAfter(said));
        request.offset = offset();
        FAYI_TRY(
            each({std::string(protocol::kSyncTarget), 0, protocol::encode(request, commonDictionary())}));
        out.steps.push_back({Kind::Sync, 0, 0, remembered(request)});
        out.changes += request.changes.size();
        for (const protocol::SignedHead& head : request.heads) {
            FAYI_LET(number, replicaNumber(head.replica));
            said.upTo[number] = head.seq;
        }
        more = request.more;
    }
    return out;
}

Status Store::rememberBundle(const Bytes& id, const BundleSaid& said) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(m_database->prepare("INSERT INTO bundle(id,said) VALUES(?,?)")
                 .bindBlob(id)
                 .bindBlob(encode(said))
                 .run());
    FAYI_TRY(m_database
                 ->prepare("DELETE FROM bundle WHERE number NOT IN (SELECT number FROM bundle ORDER BY "
                           "number DESC LIMIT ?)")
                 .bind(kRemembered)
                 .run());
    return transaction.commit();
}

std::vector<Bytes> Store::unansweredBundles() const {
    std::vector<Bytes> out;
    auto rows = m_database->prepare("SELECT id FROM bundle WHERE NOT answered ORDER BY number DESC");
    while (rows.step())
        out.push_back(rows.text(0));
    return out;
}

}  // namespace fayi::store
