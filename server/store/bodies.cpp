// SPDX-License-Identifier: Apache-2.0
#include "bodies.h"

#include "fayi/base/limits.h"

namespace fayi::hub {
namespace {

constexpr int kSampleNumber = 1;

}  // namespace

Status Bodies::putSample(std::int64_t district, std::string_view sample) {
    return m_database.prepare("INSERT INTO sample (district, number, content) VALUES (?,?,?)")
        .bind(district)
        .bind(kSampleNumber)
        .bindBlob(sample)
        .run();
}

Result<protocol::SampleCodec*> Bodies::codec(std::int64_t district) {
    if (!m_looked) {
        sqlite::Statement row =
            m_database.prepare("SELECT content FROM sample WHERE district = ? AND number = ?");
        row.bind(district).bind(kSampleNumber);
        if (row.step())
            m_codec = std::make_unique<protocol::SampleCodec>(row.text(0));
        FAYI_TRY(row.status());
        m_looked = true;
    }
    return m_codec.get();
}

Result<Bytes> Bodies::pack(std::int64_t district, const Bytes& body) {
    FAYI_LET(known, codec(district));
    if (known == nullptr || body.empty())
        return body;
    Bytes packed(1, static_cast<char>(kSampleNumber));
    packed += known->compress(body);
    return packed.size() < body.size() ? packed : body;
}

Result<Bytes> Bodies::unpack(std::int64_t district, Bytes stored) {
    if (stored.empty() || stored[0] != static_cast<char>(kSampleNumber))
        return stored;
    FAYI_LET(known, codec(district));
    if (known == nullptr)
        return Error{ErrorCode::Damaged, {"修改记录缺少压缩样本", "the log lacks its compression sample"}};
    return known->decompress(std::string_view(stored).substr(1), limits::kChangeBytes);
}

}  // namespace fayi::hub
