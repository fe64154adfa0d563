// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/bundle.h"

#include <stdexcept>

#include "cbor.h"
#include "fayi/base/big_endian.h"
#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "numbers.h"

namespace fayi::protocol {
namespace {

constexpr std::string_view kMark = "FAYIBDL1";
constexpr std::size_t kLengthBytes = 4;
/// What is written outside: a few keys and names.
constexpr std::size_t kHeaderBytes = 4u << 10;
/// A sealed piece: a cut is found after this much, and memory holds one.
constexpr std::size_t kPieceBytes = 64u << 10;
/// An item: a body of the protocol, its target and a head.
constexpr std::size_t kItemBytes = limits::kBodyBytes + (4u << 10);

Error cut() {
    return {ErrorCode::Validation,
            {"数据包不完整，可能只拷贝了一部分；请重新拷贝。什么都没有写入",
             "the bundle is cut short, perhaps only half copied; copy it again. Nothing was taken"}};
}
Error altered() {
    return {ErrorCode::Validation,
            {"数据包已损坏或被改动，整个不予采用",
             "the bundle is damaged or was altered; nothing of it is taken"}};
}
Error noBundle() {
    return {ErrorCode::Validation, {"这不是法驿数据包", "this is no bundle of Fayi"}};
}
Error tooNew() {
    return {ErrorCode::TooNew,
            {"数据包来自更新的版本，请升级本程序", "the bundle is of a newer version; update this program"}};
}

/// Folds in one item: the signature covers all of them in their order.
Bytes folded(const Bytes& fold, std::string_view item) {
    return blake2b(fold + blake2b(item));
}

Bytes signedMessage(const Bytes& header, const Bytes& fold) {
    return toCbor(Json::array({"fayi bundle", binary(blake2b(header)), binary(fold)}));
}

Bytes encodeHeader(const BundleHeader& header, const Bytes& sealedKey, const Bytes& streamHeader) {
    Json out{{"v", kVersion},          {"d", header.district},   {"i", binary(header.id)},
             {"k", binary(header.to)}, {"s", binary(sealedKey)}, {"h", binary(streamHeader)}};
    if (header.isAnswer()) {
        out["a"] = binary(header.answers);
        out["n"] = Json::array({header.station, header.stationName});
    }
    return toCbor(out);
}

Bytes sized(const Json& json, std::size_t size) {
    Bytes out = bytesFrom(json);
    if (out.size() != size)
        throw std::out_of_range("size");
    return out;
}

BundleHeader headerFrom(const Json& json) {
    BundleHeader out;
    out.district = json.at("d").get<std::string>();
    out.id = sized(json.at("i"), kBundleIdBytes);
    out.to = sized(json.at("k"), kSealKeyBytes);
    if (json.contains("a")) {
        out.answers = sized(json.at("a"), kBundleIdBytes);
        out.station = wholeOf(json.at("n").at(0));
        out.stationName = json.at("n").at(1).get<std::string>();
    }
    return out;
}

Bytes encodeItem(const BundleItem& item) {
    return CborWriter().array(3).text(item.target).number(item.status).bytes(item.body).take();
}

Result<BundleItem> decodeItem(std::string_view bytes) {
    FAYI_LET(json, fromCbor(bytes));
    try {
        return BundleItem{json.at(0).get<std::string>(), wholeOf(json.at(1)), bytesFrom(json.at(2))};
    } catch (const std::exception&) {
        return altered();
    }
}

}  // namespace

Bytes encode(const BundleHead& head) {
    return toCbor(Json{{"v", kVersion},
                       {"s", head.station},
                       {"t", head.token},
                       {"r", head.replica.value},
                       {"p", binary(head.publicKey)},
                       {"k", binary(head.sealKey)},
                       {"c", head.clock.count()}});
}

Result<BundleHead> decodeBundleHead(std::string_view body) {
    FAYI_LET(json, fromCbor(body));
    try {
        return BundleHead{
            wholeOf(json.at("s")),           json.at("t").get<std::string>(),    {wholeOf(json.at("r"))},
            sized(json.at("p"), kHashBytes), sized(json.at("k"), kSealKeyBytes), clockOf(json.at("c"))};
    } catch (const std::exception& failure) {
        const std::string detail = failure.what();
        return Error{ErrorCode::Validation, {"数据包的抬头不合规定：" + detail, "malformed head: " + detail}};
    }
}

BundleWriter::BundleWriter(Bytes header, SealedStream stream, Sink sink)
    : m_header(std::move(header)), m_stream(std::move(stream)), m_sink(std::move(sink)) {}

Result<BundleWriter> BundleWriter::begin(const BundleHeader& header, Sink sink, Random& random) {
    const Bytes key = random.bytes(SealedStream::kKeyBytes);
    const Bytes streamHeader = random.bytes(SealedStream::kHeaderBytes);
    const Bytes sealedKey = sealTo(header.to, key, random);
    if (sealedKey.empty())
        return Error{ErrorCode::Usage, {"收件方的密钥不可用", "the key to seal to is none"}};
    Bytes outside = encodeHeader(header, sealedKey, streamHeader);
    BundleWriter out(outside, SealedStream(key, streamHeader), std::move(sink));
    FAYI_TRY(out.write(Bytes(kMark) + bigEndian(outside.size(), kLengthBytes) + outside));
    return out;
}

Status BundleWriter::write(std::string_view bytes) {
    m_bytes += bytes.size();
    return m_sink(bytes);
}

Status BundleWriter::put(std::string_view piece, SealedStream::Tag tag) {
    const Bytes sealed = m_stream.push(piece, tag, m_first ? std::string_view(m_header) : std::string_view());
    m_first = false;
    return write(bigEndian(sealed.size(), kLengthBytes) + sealed);
}

Status BundleWriter::add(const BundleItem& item) {
    const Bytes bytes = encodeItem(item);
    if (bytes.size() > kItemBytes)
        return Error{ErrorCode::Internal, {"数据包中的一项过大", "an item of a bundle is too large"}};
    m_fold = folded(m_fold, bytes);
    std::string_view rest = bytes;
    while (rest.size() > kPieceBytes) {
        FAYI_TRY(put(rest.substr(0, kPieceBytes), SealedStream::Tag::GoesOn));
        rest.remove_prefix(kPieceBytes);
    }
    return put(rest, SealedStream::Tag::Ends);
}

Status BundleWriter::finish(const std::function<Result<Bytes>(std::string_view)>& sign) {
    FAYI_LET(signature, sign(signedMessage(m_header, m_fold)));
    return put(signature, SealedStream::Tag::Last);
}

BundleReader::BundleReader(Source source, Bytes header, BundleHeader outside, Bytes sealed,
                           Bytes streamHeader)
    : m_source(std::move(source)),
      m_header(std::move(header)),
      m_outside(std::move(outside)),
      m_sealedKey(std::move(sealed)),
      m_streamHeader(std::move(streamHeader)) {}

Result<BundleReader> BundleReader::open(Source source) {
    FAYI_LET(mark, source(kMark.size() + kLengthBytes));
    if (!std::string_view(mark).starts_with(kMark))
        return !mark.empty() && kMark.starts_with(mark) ? cut() : noBundle();
    if (mark.size() != kMark.size() + kLengthBytes)
        return cut();
    const std::size_t size = fromBigEndian(std::string_view(mark).substr(kMark.size()));
    if (size > kHeaderBytes)
        return altered();
    FAYI_LET(header, source(size));
    if (header.size() != size)
        return cut();
    const auto json = fromCbor(header);
    if (!json)
        return altered();
    try {
        if (signedOf(json->at("v")) > kVersion)
            return tooNew();
        return BundleReader(std::move(source), header, headerFrom(*json), bytesFrom(json->at("s")),
                            sized(json->at("h"), SealedStream::kHeaderBytes));
    } catch (const std::exception&) {
        return altered();
    }
}

bool BundleReader::unlock(const SealKey& key) {
    const auto opened = openSealed(key, m_sealedKey);
    if (!opened || opened->size() != SealedStream::kKeyBytes)
        return false;
    m_stream.emplace(*opened, m_streamHeader);
    return true;
}

Result<std::pair<Bytes, SealedStream::Tag>> BundleReader::piece() {
    FAYI_LET(length, m_source(kLengthBytes));
    if (length.size() != kLengthBytes)
        return cut();
    const std::size_t size = fromBigEndian(length);
    if (size > kPieceBytes + SealedStream::kOverhead)
        return altered();
    FAYI_LET(sealed, m_source(size));
    if (sealed.size() != size)
        return cut();
    auto opened = m_stream->pull(sealed, m_first ? std::string_view(m_header) : std::string_view());
    m_first = false;
    if (!opened)
        return altered();
    return std::move(*opened);
}

Result<std::optional<BundleItem>> BundleReader::next() {
    if (m_ended)
        return std::optional<BundleItem>();
    if (!m_stream || ++m_items > kMostItems)
        return altered();
    Bytes bytes;
    for (;;) {
        FAYI_LET(got, piece());
        bytes += got.first;
        if (bytes.size() > kItemBytes)
            return altered();
        if (got.second == SealedStream::Tag::GoesOn)
            continue;
        if (got.second == SealedStream::Tag::Ends)
            break;
        FAYI_LET(rest, m_source(1));
        if (bytes.size() != kSignatureBytes || !rest.empty())
            return altered();
        m_signature = std::move(bytes);
        m_ended = true;
        return std::optional<BundleItem>();
    }
    m_fold = folded(m_fold, bytes);
    FAYI_LET(item, decodeItem(bytes));
    return std::optional(std::move(item));
}

Bytes BundleReader::message() const {
    return signedMessage(m_header, m_fold);
}

BundleReader::Source sourceOf(std::string_view bytes) {
    return [bytes](std::size_t most) mutable -> Result<Bytes> {
        Bytes out(bytes.substr(0, most));
        bytes.remove_prefix(out.size());
        return out;
    };
}

Json toJson(const EnrolFile& file) {
    return {{"fayi", "enrolment"},
            {"version", kVersion},
            {"code", file.code},
            {"issued", file.issued.count()},
            {"server", file.server},
            {"district", file.district},
            {"districtName", file.districtName},
            {"hubKeys", toJson(file.keys)},
            {"person", toText(file.person)},
            {"personName", file.personName},
            {"role", file.role},
            {"org", file.org},
            {"scope", file.scope}};
}

Result<EnrolFile> enrolFileFrom(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("fayi", Json()) != Json("enrolment"))
        return Error{
            ErrorCode::Validation,
            {"这不是加入文件，或没有拷贝完整", "this is no enrolment file, or it was not copied whole"}};
    try {
        if (signedOf(json.at("version")) != kVersion)
            return Error{ErrorCode::TooNew,
                         {"加入文件来自另一个版本，请升级本程序",
                          "the enrolment file is of another version; update this program"}};
        EnrolFile out;
        const auto word = [&json](const char* key) { return json.at(key).get<std::string>(); };
        out.code = word("code");
        out.issued = clockOf(json.at("issued"));
        out.server = word("server");
        out.district = word("district");
        out.districtName = word("districtName");
        out.keys = hubKeysFrom(json.at("hubKeys"));
        const auto person = parseRecordId(word("person"));
        if (!person)
            throw std::out_of_range("person");
        out.person = *person;
        out.personName = word("personName");
        out.role = word("role");
        out.org = word("org");
        out.scope = json.at("scope").get<std::vector<std::string>>();
        return out;
    } catch (const std::exception& failure) {
        const std::string detail = failure.what();
        return Error{ErrorCode::Validation,
                     {"加入文件不合规定：" + detail, "malformed enrolment file: " + detail}};
    }
}

}  // namespace fayi::protocol
