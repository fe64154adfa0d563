// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/change.h"

#include <algorithm>
#include <stdexcept>

#include "cbor.h"
#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "numbers.h"

namespace fayi::protocol {
namespace {

using merge::VersionVector;
using merge::Write;

Error malformed(const std::string& what) {
    return {ErrorCode::Validation, {"数据格式不对：" + what, "malformed data: " + what}};
}

/// Every string well-formed UTF-8.
bool isSound(const Json& value) {
    if (value.is_string())
        return isUtf8(value.get_ref<const std::string&>());
    if (value.is_object())
        for (const auto& [key, member] : value.items())
            if (!isUtf8(key) || !isSound(member))
                return false;
    if (value.is_array())
        for (const Json& member : value)
            if (!isSound(member))
                return false;
    return true;
}

/// Builds the value as the parser reads it, but stops at the depth limit: the parser recurses, and CBOR can
/// nest by one byte a level.
class BoundedDom : public nlohmann::detail::json_sax_dom_parser<Json> {
public:
    explicit BoundedDom(Json& target) : json_sax_dom_parser(target, false) {}
    bool start_object(std::size_t size) {
        return isPossible(size) && deeper() && json_sax_dom_parser::start_object(size);
    }
    bool start_array(std::size_t size) {
        return isPossible(size) && deeper() && json_sax_dom_parser::start_array(size);
    }
    bool end_object() { return --m_depth, json_sax_dom_parser::end_object(); }
    bool end_array() { return --m_depth, json_sax_dom_parser::end_array(); }

private:
    /// Every member takes a byte at least; the base class throws at a size that no memory could hold.
    static bool isPossible(std::size_t size) {
        return size == static_cast<std::size_t>(-1) || size <= limits::kInflatedBytes;
    }
    bool deeper() { return ++m_depth <= limits::kValueDepth; }
    std::size_t m_depth = 0;
};

Write writeFrom(const Json& json) {
    if (json.size() != 4)
        throw std::out_of_range("write");
    return {json.at(0).get<std::string>(), json.at(1), vectorFrom(json.at(2)), vectorFrom(json.at(3))};
}

/// [key of the next change, salt, salt, …]
Salts saltsFrom(const Json& json) {
    Salts out;
    out.next = bytesFrom(json.at(0));
    for (std::size_t i = 1; i < json.size(); ++i)
        out.each.push_back(bytesFrom(json.at(i)));
    return out;
}

Change changeFrom(const Json& json) {
    if (!json.is_array() || json.size() < 8 || json.size() > 9)
        throw std::out_of_range("change");
    Change out;
    out.dot = {ReplicaId{wholeOf(json.at(0))}, wholeOf(json.at(1))};
    out.time.packed = wholeOf(json.at(2));
    const Json& record = json.at(3);
    out.record.created =
        record.is_null() ? out.dot : Dot{ReplicaId{wholeOf(record.at(0))}, wholeOf(record.at(1))};
    out.type = json.at(4).get<std::string>();
    out.authority.value = wholeOf(json.at(5));
    out.seed = bytesFrom(json.at(6));
    if (json.at(7).size() > limits::kChangeWrites)
        throw std::out_of_range("writes");
    for (const Json& write : json.at(7))
        out.writes.push_back(writeFrom(write));
    if (json.size() == 9)
        out.salts = saltsFrom(json.at(8));
    return out;
}

/// Our values are JSON: bytes are the digest of an erased one, and then its salt is gone too.
bool areWritesSound(const Change& change) {
    for (std::size_t i = 0; i < change.writes.size(); ++i) {
        const Json& value = change.writes[i].value;
        const bool erased = value.is_binary() && change.salts && change.salts->each[i].empty() &&
                            (value.get_binary().empty() || value.get_binary().size() == kHashBytes);
        if (!erased && holdsBytes(value))
            return false;
    }
    return !change.writes.empty();
}

bool isSaltOrNone(const Bytes& bytes) {
    return bytes.empty() || bytes.size() == kSaltSeedBytes;
}

}  // namespace

bool seesItself(const Change& change) {
    return std::ranges::any_of(change.writes,
                               [&](const Write& write) { return write.context.covers(change.dot); });
}

bool holdsBytes(const Json& value) {
    return value.is_binary() || (value.is_structured() && std::ranges::any_of(value, holdsBytes));
}

const char* flawOf(const Change& change) {
    if (change.dot.replica.value == 0 || !change.dot || !change.record)
        return "dot";
    if (change.creates() == change.type.empty())
        return "type";
    const bool opens = opensSaltBlock(change.dot.seq) && !change.salts;
    if (change.seed.size() != (opens ? kSaltSeedBytes : 0))
        return "seed";
    if (seesItself(change))
        return "context";
    if (change.salts &&
        (change.salts->each.size() != change.writes.size() || !isSaltOrNone(change.salts->next) ||
         !std::ranges::all_of(change.salts->each, isSaltOrNone)))
        return "salts";
    return areWritesSound(change) ? nullptr : "writes";
}

Json toJson(const VersionVector& vector) {
    Json out = Json::array();
    for (const auto& entry : vector.entries()) {
        out.push_back(entry.replica.value);
        out.push_back(entry.seq);
    }
    return out;
}

VersionVector vectorFrom(const Json& json) {
    if (!json.is_array() || json.size() % 2 != 0 || json.size() > 2 * limits::kContextReplicas)
        throw std::out_of_range("context");
    std::vector<VersionVector::Entry> entries;
    for (std::size_t i = 0; i < json.size(); i += 2)
        entries.push_back({ReplicaId{wholeOf(json.at(i))}, wholeOf(json.at(i + 1))});
    return VersionVector(entries);
}

Bytes toCbor(const Json& value) {
    Bytes out;
    Json::to_cbor(value, nlohmann::detail::output_adapter<char>(out));
    return out;
}

Result<Json> fromCbor(std::string_view bytes) {
    Json out;
    BoundedDom dom(out);
    if (!Json::sax_parse(bytes.begin(), bytes.end(), &dom, Json::input_format_t::cbor, true))
        return malformed("CBOR");
    if (!isSound(out))
        return malformed("UTF-8");
    return out;
}

Bytes encodeChange(const Change& change) {
    CborWriter out;
    out.array(change.salts ? 9 : 8)
        .number(change.dot.replica.value)
        .number(change.dot.seq)
        .number(change.time.packed);
    if (change.creates())
        out.null();
    else
        out.array(2).number(change.record.created.replica.value).number(change.record.created.seq);
    out.text(change.type).number(change.authority.value).bytes(change.seed).array(change.writes.size());
    for (const Write& write : change.writes)
        out.array(4).text(write.path).value(write.value).vector(write.context).vector(write.wide);
    if (change.salts) {
        out.array(1 + change.salts->each.size()).bytes(change.salts->next);
        for (const Bytes& salt : change.salts->each)
            out.bytes(salt);
    }
    return out.take();
}

Result<Change> decodeChange(std::string_view bytes) {
    if (bytes.size() > limits::kOversizeBytes)
        return malformed("change too large");
    FAYI_LET(json, fromCbor(bytes));
    try {
        Change out = changeFrom(json);
        if (const char* flaw = flawOf(out))
            return malformed(flaw);
        if (encodeChange(out) != bytes)
            return malformed("not canonical");
        return out;
    } catch (const std::exception& failure) {
        return malformed(std::string("change: ") + failure.what());
    }
}

}  // namespace fayi::protocol
