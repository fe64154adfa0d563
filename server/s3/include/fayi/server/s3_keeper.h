// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "fayi/net/http_client.h"
#include "fayi/server/blobs.h"

namespace fayi::hub {

/// Which storage, and with which keys.
struct S3Settings {
    std::string endpoint;  ///< "https://s3.example:9000"; the bucket comes behind it (path style)
    std::string bucket, region = "us-east-1", accessKey, secretKey;
    std::string caFile;  ///< PEM; empty: the system's issuers
};

/// Attachments in a bucket of an S3-compatible storage, an object each under its name. Requests are signed by
/// libcurl (AWS Signature Version 4). What is on its way stays in the tree until it is whole.
///
/// An object of at most limits::kBlobBytes is sent in one request from memory.
class S3Keeper final : public BlobKeeper {
public:
    S3Keeper(S3Settings settings, blobs::BlobTree tree);
    Result<std::optional<std::uint64_t>> sizeOf(const std::string& name) override;
    Result<Bytes> read(const std::string& name, std::uint64_t first, std::size_t count) override;
    Status keep(const std::string& name, const std::string& key) override;
    Status remove(const std::string& name) override;
    /// Whether the bucket is there and the keys are good. For the start of the hub.
    Status probe();

private:
    net::Outcome ask(const std::string& method, const std::string& target, Bytes body = {},
                     std::vector<net::Header> headers = {});
    std::string objectOf(const std::string& name) const;

    S3Settings m_settings;
    blobs::BlobTree m_tree;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<net::HttpClient>> m_idle;  ///< as many as requests ever ran at once
};

}  // namespace fayi::hub
