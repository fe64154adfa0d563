// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/messages.h"

#include <algorithm>
#include <stdexcept>

#include "cbor.h"
#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/protocol/compress.h"
#include "fayi/protocol/testimony.h"
#include "number_series.h"
#include "numbers.h"
#include "plain_messages.h"

namespace fayi::protocol {
namespace {

Json idJson(RecordId id) {
    return Json::array({id.created.replica.value, id.created.seq});
}
RecordId idFrom(const Json& json) {
    return {{ReplicaId{wholeOf(json.at(0))}, wholeOf(json.at(1))}};
}

/// Runs a reader of foreign JSON; whatever it trips over becomes one Error.
template <typename Reader>
auto reading(const char* what, Reader reader) -> Result<decltype(reader())> {
    try {
        return reader();
    } catch (const std::exception& failure) {
        const std::string detail = std::string(what) + ": " + failure.what();
        return Error{ErrorCode::Validation, {"数据格式不对：" + detail, "malformed data: " + detail}};
    }
}

Bytes pack(const Json& message, DictionaryId with = 0, int level = kZstdLevel) {
    Bytes plain = toCbor(message);
    Bytes small = compress(plain, level, with);
    return small.size() < plain.size() ? small : plain;
}

Result<Json> unpack(std::string_view body) {
    if (body.empty() || body[0] != kZstdMagic)
        return fromCbor(body);
    FAYI_LET(plain, decompress(body, limits::kInflatedBytes));
    return fromCbor(plain);
}

template <typename List, typename Reader>
void readList(const Json& message, const char* key, std::size_t most, List& out, Reader reader) {
    const auto list = message.find(key);
    if (list == message.end())
        return;
    if (!list->is_array() || list->size() > most)
        throw std::out_of_range(key);
    for (const Json& entry : *list)
        out.push_back(reader(entry));
}

/// Leaves empty lists out: an idle sync is a handful of bytes.
void putList(Json& message, const char* key, Json list) {
    if (!list.empty())
        message[key] = std::move(list);
}

void readPage(const Json& message, std::vector<SentChange>& out) {
    const auto page = message.find("p");
    if (page == message.end())
        return;
    auto changes = decodePage(*page);
    if (!changes)
        throw std::out_of_range(changes.error().message.en);
    out = std::move(changes).value();
}

void readStates(const Json& message, std::vector<SentState>& out) {
    const auto page = message.find("B");
    if (page == message.end())
        return;
    auto states = decodeStates(*page);
    if (!states)
        throw std::out_of_range(states.error().message.en);
    out = std::move(states).value();
}

constexpr unsigned kFreshBegins = 1, kFreshEnds = 2;

Json freshJson(const FreshPull& fresh) {
    return Json::array({fresh.upTo.value, fresh.records ? 1 : 0, fresh.after.created.replica.value,
                        fresh.after.created.seq});
}
std::optional<FreshPull> freshFrom(const Json& message) {
    const auto fresh = message.find("b");
    if (fresh == message.end())
        return std::nullopt;
    return FreshPull{{wholeOf(fresh->at(0))},
                     wholeOf(fresh->at(1)) != 0,
                     {{ReplicaId{wholeOf(fresh->at(2))}, wholeOf(fresh->at(3))}}};
}

Json nameJson(const PenName& pen) {
    return Json::array({pen.replica.value, idJson(pen.person), pen.personName, pen.stationName, pen.org});
}
PenName nameFrom(const Json& n) {
    return {{wholeOf(n.at(0))},
            idFrom(n.at(1)),
            n.at(2).get<std::string>(),
            n.at(3).get<std::string>(),
            n.at(4).get<std::string>()};
}

DictionaryId dictionaryFrom(const Json& message) {
    const auto named = message.find("z");
    return named == message.end()
               ? 0
               : static_cast<DictionaryId>(std::min<std::uint64_t>(wholeOf(*named), UINT32_MAX));
}

/// At most a century, as clocks that are worse are of no use either.
std::optional<Millis> offsetFrom(const Json& message) {
    constexpr std::int64_t kCentury = std::int64_t{100} * 365 * 24 * 3'600'000;
    const auto offset = message.find("f");
    if (offset == message.end())
        return std::nullopt;
    return Millis(std::clamp(signedOf(*offset), -kCentury, kCentury));
}

void checkVersion(const Json& message) {
    if (signedOf(message.at("v")) != kVersion)
        throw std::out_of_range("version");
}

Json penJson(const PenIntroduction& pen) {
    return Json::array({pen.replica.value, idJson(pen.person), binary(pen.publicKey)});
}

PenIntroduction penFrom(const Json& json) {
    return {{wholeOf(json.at(0))}, idFrom(json.at(1)), bytesFrom(json.at(2))};
}

Json refusalsJson(const std::vector<Refusal>& refusals) {
    Json out = Json::array();
    for (const Refusal& r : refusals)
        out.push_back(Json::array({r.seq, r.code, r.reason.zh, r.reason.en}));
    return out;
}

std::vector<Refusal> refusalsFrom(const Json& json) {
    std::vector<Refusal> out;
    for (const Json& r : json)
        out.push_back({wholeOf(r.at(0)),
                       r.at(1).get<std::string>(),
                       {r.at(2).get<std::string>(), r.at(3).get<std::string>()}});
    return out;
}

Json ackJson(const Ack& ack) {
    Json effective = Json::array();
    for (const auto& [seq, time] : ack.effective) {
        effective.push_back(seq);
        effective.push_back(time.packed);
    }
    Json refused = refusalsJson(ack.refused);
    Json out = Json::array({ack.replica.value, ack.seq, std::move(effective), std::move(refused)});
    if (!ack.receipt.empty()) {
        out.push_back(ack.hub.value);
        out.push_back(binary(ack.receipt));
    }
    return out;
}

Ack ackFrom(const Json& json) {
    Ack out{{wholeOf(json.at(0))}, wholeOf(json.at(1)), {}, {}};
    const Json& effective = json.at(2);
    for (std::size_t i = 0; i + 1 < effective.size(); i += 2)
        out.effective.push_back({wholeOf(effective.at(i)), HybridTime{wholeOf(effective.at(i + 1))}});
    out.refused = refusalsFrom(json.at(3));
    if (json.size() > 4) {
        out.hub.value = wholeOf(json.at(4));
        out.receipt = bytesFrom(json.at(5));
    }
    return out;
}

Json receiptJson(const Receipt& receipt) {
    return Json::array({receipt.replica.value, receipt.seq, receipt.hub.value, binary(receipt.signature),
                        refusalsJson(receipt.refused)});
}

Receipt receiptFrom(const Json& json) {
    return {{wholeOf(json.at(0))},
            wholeOf(json.at(1)),
            {wholeOf(json.at(2))},
            bytesFrom(json.at(3)),
            refusalsFrom(json.at(4))};
}

/// Pens, replicas and lists of one message: no station has this many, no page needs more.
constexpr std::size_t kMostEntries = 10'000;

}  // namespace

Json toJson(const EnrolRequest& request) {
    Json out{{"version", kVersion},
             {"code", request.code},
             {"stationName", request.stationName},
             {"replica", toText(request.pen.replica)},
             {"publicKey", toHex(request.pen.publicKey)}};
    if (request.station) {
        out["station"] = *request.station;
        out["token"] = request.token;
    }
    return out;
}

Result<EnrolRequest> enrolRequestFrom(const Json& json) {
    return reading("enrolment", [&] {
        EnrolRequest out;
        if (signedOf(json.at("version")) != kVersion)
            throw std::out_of_range("version");
        out.code = json.at("code").get<std::string>();
        out.stationName = json.at("stationName").get<std::string>();
        const auto replica = parseReplicaId(json.at("replica").get<std::string>());
        if (!replica)
            throw std::out_of_range("replica");
        out.pen.replica = *replica;
        out.pen.publicKey = fromHex(json.at("publicKey").get<std::string>());
        if (out.pen.publicKey.size() != kHashBytes)
            throw std::out_of_range("publicKey");
        if (json.contains("station")) {
            out.station = wholeOf(json.at("station"));
            out.token = json.at("token").get<std::string>();
        }
        return out;
    });
}

Json toJson(const HubKeys& keys) {
    return {{"seal", toHex(keys.seal)}, {"sign", toHex(keys.sign)}};
}

HubKeys hubKeysFrom(const Json& json) {
    HubKeys out{fromHex(json.at("seal").get<std::string>()), fromHex(json.at("sign").get<std::string>())};
    if (out.seal.size() != kHashBytes || out.sign.size() != kHashBytes)
        throw std::out_of_range("hubKeys");
    return out;
}

Json toJson(const EnrolResponse& r) {
    return {{"station", r.station},
            {"token", r.token},
            {"person", toText(r.person)},
            {"personName", r.personName},
            {"role", r.role},
            {"org", r.org},
            {"scope", r.scope},
            {"district", r.district},
            {"districtName", r.districtName},
            {"epoch", r.epoch},
            {"hubTime", r.hubTime.count()},
            {"certificate", r.certificate},
            {"hubKeys", toJson(r.keys)}};
}

Result<EnrolResponse> enrolResponseFrom(const Json& json) {
    return reading("enrolment answer", [&] {
        EnrolResponse out;
        out.station = wholeOf(json.at("station"));
        out.token = json.at("token").get<std::string>();
        const auto person = parseRecordId(json.at("person").get<std::string>());
        if (!person)
            throw std::out_of_range("person");
        out.person = *person;
        out.personName = json.at("personName").get<std::string>();
        out.role = json.at("role").get<std::string>();
        out.org = json.at("org").get<std::string>();
        out.scope = json.at("scope").get<std::vector<std::string>>();
        out.district = json.at("district").get<std::string>();
        out.districtName = json.at("districtName").get<std::string>();
        out.epoch = wholeOf(json.at("epoch"));
        out.hubTime = clockOf(json.at("hubTime"));
        out.certificate = json.value("certificate", Json());
        out.keys = hubKeysFrom(json.at("hubKeys"));
        return out;
    });
}

/// A station's pens; not a version vector: that a pen has written nothing yet tells the hub of a copy that
/// has, and a computer that many people used has more pens than one context names.
std::vector<merge::VersionVector::Entry> ownFrom(const Json& json) {
    if (!json.is_array() || json.size() % 2 != 0 || json.size() > 2 * kMostEntries)
        throw std::out_of_range("own");
    std::vector<merge::VersionVector::Entry> out;
    for (std::size_t i = 0; i < json.size(); i += 2)
        out.push_back({ReplicaId{wholeOf(json.at(i))}, wholeOf(json.at(i + 1))});
    return out;
}

Bytes encode(const SyncRequest& request, DictionaryId with, int level) {
    Json out{{"v", kVersion},
             {"c", Json::array({request.cursor.epoch, request.cursor.position.value})},
             {"g", request.scopeVersion},
             {"t", request.clock.count()}};
    Json pens = Json::array(), own = Json::array(), heads = Json::array();
    for (const PenIntroduction& pen : request.pens)
        pens.push_back(penJson(pen));
    for (const auto& entry : request.own) {
        own.push_back(entry.replica.value);
        own.push_back(entry.seq);
    }
    for (const SignedHead& head : request.heads)
        heads.push_back(
            Json::array({head.replica.value, head.seq, binary(head.hash), binary(head.signature)}));
    putList(out, "n", std::move(pens));
    putList(out, "o", std::move(own));
    putList(out, "h", std::move(heads));
    Json receipts = Json::array();
    for (const Receipt& receipt : request.receipts)
        receipts.push_back(receiptJson(receipt));
    putList(out, "r", std::move(receipts));
    if (request.backup != 0)
        out["k"] = request.backup;
    if (request.fresh)
        out["b"] = freshJson(*request.fresh);
    if (request.more)
        out["m"] = true;
    if (request.offset)
        out["f"] = request.offset->count();
    putList(out, "q", numbersJson(request.numbers));
    if (request.dictionary != 0)
        out["z"] = request.dictionary;
    if (request.pages > 1)
        out["w"] = request.pages;
    if (request.slow)
        out["y"] = true;
    if (!request.changes.empty())
        out["p"] = encodePage(request.changes);
    return pack(out, with, level);
}

Result<SyncRequest> decodeSyncRequest(std::string_view body) {
    FAYI_LET(json, unpack(body));
    return reading("sync request", [&, &message = json] {
        SyncRequest out;
        checkVersion(message);
        out.cursor = {wholeOf(message.at("c").at(0)), {wholeOf(message.at("c").at(1))}};
        out.scopeVersion = wholeOf(message.at("g"));
        out.clock = clockOf(message.at("t"));
        out.fresh = freshFrom(message);
        readList(message, "n", kMostEntries, out.pens, penFrom);
        if (const auto own = message.find("o"); own != message.end())
            out.own = ownFrom(*own);
        readList(message, "h", kMostEntries, out.heads, [](const Json& h) {
            return SignedHead{{wholeOf(h.at(0))}, wholeOf(h.at(1)), bytesFrom(h.at(2)), bytesFrom(h.at(3))};
        });
        readList(message, "r", kMostEntries, out.receipts, receiptFrom);
        out.backup = message.contains("k") ? wholeOf(message.at("k")) : 0;
        out.more = message.contains("m");
        out.offset = offsetFrom(message);
        if (const auto pages = message.find("w"); pages != message.end())
            out.pages = static_cast<std::size_t>(wholeOf(*pages));
        out.slow = message.contains("y");
        readList(message, "q", limits::kNumberSeries * 2, out.numbers, numberUseFrom);
        out.dictionary = dictionaryFrom(message);
        readPage(message, out.changes);
        return out;
    });
}

SyncRequest followUp(const SyncRequest& asked, const SyncResponse& answer) {
    SyncRequest out;
    out.cursor = answer.cursor;
    out.fresh = answer.fresh;
    out.scopeVersion = answer.scopeVersion;
    out.clock = asked.clock;
    out.own = asked.own;
    out.backup = answer.safe ? answer.safe->backup : asked.backup;
    out.dictionary = asked.dictionary;
    out.offset = asked.offset;
    return out;
}

Json messageOf(const SyncResponse& response) {
    Json out{{"v", kVersion},
             {"c", Json::array({response.cursor.epoch, response.cursor.position.value})},
             {"t", response.hubTime.count()},
             {"g", response.scopeVersion}};
    Json acks = Json::array(), forked = Json::array(), pens = Json::array(), leaving = Json::array();
    for (const Ack& ack : response.acks)
        acks.push_back(ackJson(ack));
    for (const Fork& fork : response.forked)
        forked.push_back(Json::array({fork.replica.value, fork.common}));
    for (const PenName& pen : response.pens)
        pens.push_back(nameJson(pen));
    for (const RecordId id : response.leaving)
        leaving.push_back(idJson(id));
    putList(out, "a", std::move(acks));
    putList(out, "f", std::move(forked));
    putList(out, "n", std::move(pens));
    putList(out, "l", std::move(leaving));
    putList(out, "s", response.scope);
    putList(out, "q", numbersJson(response.numbers));
    if (response.safe)
        out["k"] = Json::array({response.safe->backup, toJson(merge::VersionVector(response.safe->seqs))});
    if (response.more)
        out["m"] = true;
    if (response.freshBegins || response.freshEnds)
        out["e"] = (response.freshBegins ? kFreshBegins : 0U) + (response.freshEnds ? kFreshEnds : 0U);
    if (response.fresh)
        out["b"] = freshJson(*response.fresh);
    if (!response.states.empty())
        out["B"] = encodeStates(response.states);
    if (!response.changes.empty())
        out["p"] = encodePage(response.changes);
    if (response.dictionary != 0)
        out["z"] = response.dictionary;
    return out;
}

Bytes encode(const SyncResponse& response, DictionaryId with, int level) {
    return pack(messageOf(response), with, level);
}

Result<SyncResponse> syncResponseFrom(const Json& json) {
    return reading("sync answer", [&, &message = json] {
        SyncResponse out;
        checkVersion(message);
        out.cursor = {wholeOf(message.at("c").at(0)), {wholeOf(message.at("c").at(1))}};
        out.hubTime = clockOf(message.at("t"));
        out.scopeVersion = wholeOf(message.at("g"));
        out.more = message.value("m", false);
        const std::uint64_t edge = message.contains("e") ? wholeOf(message.at("e")) : 0;
        out.freshBegins = (edge & kFreshBegins) != 0;
        out.freshEnds = (edge & kFreshEnds) != 0;
        out.fresh = freshFrom(message);
        readStates(message, out.states);
        readList(message, "s", kMostEntries, out.scope, [](const Json& s) { return s.get<std::string>(); });
        readList(message, "a", kMostEntries, out.acks, ackFrom);
        readList(message, "f", kMostEntries, out.forked, [](const Json& f) {
            return Fork{{wholeOf(f.at(0))}, wholeOf(f.at(1))};
        });
        readList(message, "n", kMostEntries, out.pens, nameFrom);
        readList(message, "q", limits::kNumberSeries, out.numbers, numberBlockFrom);
        readList(message, "l", limits::kPageChanges * 10, out.leaving, idFrom);
        if (const auto safe = message.find("k"); safe != message.end())
            out.safe = SafeSeqs{wholeOf(safe->at(0)), ownFrom(safe->at(1))};
        out.dictionary = dictionaryFrom(message);
        readPage(message, out.changes);
        return out;
    });
}

Result<SyncResponse> decodeSyncResponse(std::string_view body) {
    FAYI_LET(json, unpack(body));
    return syncResponseFrom(json);
}

Bytes encode(const HistoryRequest& request) {
    return pack({{"v", kVersion}, {"r", idJson(request.record)}, {"c", request.after.value}});
}

Result<HistoryRequest> decodeHistoryRequest(std::string_view body) {
    FAYI_LET(json, unpack(body));
    return reading("history request", [&, &message = json] {
        checkVersion(message);
        return HistoryRequest{idFrom(message.at("r")), {wholeOf(message.at("c"))}};
    });
}

Bytes encode(const HistoryResponse& response) {
    Json out{{"v", kVersion}, {"p", encodePage(response.changes)}}, pens = Json::array();
    for (const PenName& pen : response.pens)
        pens.push_back(nameJson(pen));
    putList(out, "n", std::move(pens));
    if (response.more)
        out["m"] = true;
    return pack(out);
}

Result<HistoryResponse> decodeHistoryResponse(std::string_view body) {
    FAYI_LET(json, unpack(body));
    return reading("history", [&, &message = json] {
        HistoryResponse out;
        checkVersion(message);
        out.more = message.value("m", false);
        readList(message, "n", kMostEntries, out.pens, nameFrom);
        readPage(message, out.changes);
        return out;
    });
}

namespace {

Json entriesJson(const std::vector<merge::VersionVector::Entry>& entries) {
    Json out = Json::array();
    for (const auto& entry : entries)
        out.push_back(Json::array({entry.replica.value, entry.seq}));
    return out;
}

merge::VersionVector::Entry entryFrom(const Json& json) {
    return {{wholeOf(json.at(0))}, wholeOf(json.at(1))};
}

}  // namespace

Bytes encode(const Testimony& testimony) {
    Json out{{"v", kVersion}, {"e", testimony.epoch}}, pens = Json::array();
    for (const PenName& pen : testimony.pens)
        pens.push_back(nameJson(pen));
    putList(out, "n", std::move(pens));
    putList(out, "q", entriesJson(testimony.asked));
    if (!testimony.changes.empty())
        out["p"] = encodePage(testimony.changes);
    if (!testimony.states.empty())
        out["B"] = encodeStates(testimony.states);
    return pack(out);
}

Result<Testimony> decodeTestimony(std::string_view body) {
    FAYI_LET(json, unpack(body));
    return reading("testimony", [&, &message = json] {
        checkVersion(message);
        Testimony out;
        out.epoch = wholeOf(message.at("e"));
        readList(message, "n", kMostEntries, out.pens, nameFrom);
        readList(message, "q", kMostEntries, out.asked, entryFrom);
        readPage(message, out.changes);
        readStates(message, out.states);
        return out;
    });
}

Bytes encode(const TestimonyAnswer& answer) {
    Json out{{"v", kVersion}, {"e", answer.epoch}, {"i", answer.taken}};
    putList(out, "k", entriesJson(answer.behind));
    return pack(out);
}

Result<TestimonyAnswer> decodeTestimonyAnswer(std::string_view body) {
    FAYI_LET(json, unpack(body));
    return reading("answer to a testimony", [&, &message = json] {
        checkVersion(message);
        TestimonyAnswer out{wholeOf(message.at("e")), {}, wholeOf(message.at("i"))};
        readList(message, "k", kMostEntries, out.behind, entryFrom);
        return out;
    });
}

Json toJson(const Denial& denial) {
    return {{"error", {{"code", denial.code}, {"zh", denial.reason.zh}, {"en", denial.reason.en}}}};
}

std::optional<Denial> denialFrom(std::string_view body) {
    const Json json = Json::parse(body, nullptr, false);
    const auto denial = reading("denial", [&] {
        const Json& error = json.at("error");
        return Denial{error.at("code").get<std::string>(),
                      {error.at("zh").get<std::string>(), error.at("en").get<std::string>()}};
    });
    if (!denial)
        return std::nullopt;
    return *denial;
}

}  // namespace fayi::protocol
