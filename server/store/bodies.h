// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "fayi/protocol/compress.h"
#include "fayi/sqlite/database.h"

namespace fayi::hub {

/// How the bodies of changes lie in the log. A body is canonical CBOR and begins with 0x88; where the store
/// has been given a sample of what bodies look like, it is compressed against that: the number of the sample
/// (1), the frame.
class Bodies {
public:
    explicit Bodies(sqlite::Database& database) : m_database(database) {}

    Status putSample(std::int64_t district, std::string_view sample);
    /// As it is to be stored.
    Result<Bytes> pack(std::int64_t district, const Bytes& body);
    /// As it was.
    Result<Bytes> unpack(std::int64_t district, Bytes stored);

private:
    /// Null: there is no sample.
    Result<protocol::SampleCodec*> codec(std::int64_t district);

    sqlite::Database& m_database;
    bool m_looked = false;
    std::unique_ptr<protocol::SampleCodec> m_codec;
};

}  // namespace fayi::hub
