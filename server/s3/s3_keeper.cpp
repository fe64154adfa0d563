// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/s3_keeper.h"

#include <charconv>

#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"

namespace fayi::hub {
namespace {

constexpr int kNotFound = 404;

/// What went wrong, for the administrator: the storage's own words are XML and stay out of it.
Error storageError(const net::Outcome& outcome) {
    const std::string status = std::to_string(outcome.response.status);
    if (outcome.failure == net::Failure::Full)
        return {ErrorCode::Full, {"对象存储已满", "the object storage is full"}};
    if (outcome.failure != net::Failure::Http)
        return Error{ErrorCode::Io, outcome.words}.within({"对象存储", "object storage"});
    return {ErrorCode::Io,
            {"对象存储没有接受请求（" + status + "）；请核对存储桶、密钥和时钟",
             "the object storage did not accept the request (" + status + "); check bucket, keys and clock"}};
}

std::optional<std::uint64_t> lengthOf(const net::Response& response) {
    const std::string* header = response.header("Content-Length");
    std::uint64_t out = 0;
    if (header == nullptr)
        return std::nullopt;
    const auto [end, failure] = std::from_chars(header->data(), header->data() + header->size(), out);
    return failure == std::errc() && end == header->data() + header->size() ? std::optional(out)
                                                                            : std::nullopt;
}

}  // namespace

S3Keeper::S3Keeper(S3Settings settings, blobs::BlobTree tree)
    : m_settings(std::move(settings)), m_tree(std::move(tree)) {}

std::string S3Keeper::objectOf(const std::string& name) const {
    return "/" + m_settings.bucket + "/" + name;
}

net::Outcome S3Keeper::ask(const std::string& method, const std::string& target, Bytes body,
                           std::vector<net::Header> headers) {
    std::unique_ptr<net::HttpClient> client;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            client = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (!client) {
        net::ClientOptions options;
        options.caFile = m_settings.caFile;
        options.signing = net::SigV4{m_settings.region, m_settings.accessKey, m_settings.secretKey};
        client = std::make_unique<net::HttpClient>(std::move(options));
    }
    headers.push_back({"x-amz-content-sha256", toHex(sha256(body))});
    net::Outcome out =
        client->send(m_settings.endpoint, {method, target, std::move(headers), std::move(body)}, {});
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(client));
    return out;
}

Status S3Keeper::probe() {
    const net::Outcome outcome = ask("HEAD", "/" + m_settings.bucket);
    return outcome.ok() ? Status() : Status(storageError(outcome));
}

Result<std::optional<std::uint64_t>> S3Keeper::sizeOf(const std::string& name) {
    const net::Outcome outcome = ask("HEAD", objectOf(name));
    if (outcome.failure == net::Failure::Http && outcome.response.status == kNotFound)
        return std::optional<std::uint64_t>();
    if (!outcome.ok())
        return storageError(outcome);
    const auto bytes = lengthOf(outcome.response);
    if (!bytes)
        return Error{ErrorCode::Io, {"对象存储没有说明大小", "the object storage does not tell the size"}};
    return bytes;
}

Result<Bytes> S3Keeper::read(const std::string& name, std::uint64_t first, std::size_t count) {
    const std::size_t most = std::min(count, limits::kBlobChunkBytes);
    const std::string range = "bytes=" + std::to_string(first) + "-" + std::to_string(first + most - 1);
    net::Outcome outcome = ask("GET", objectOf(name), {}, {{"Range", range}});
    if (!outcome.ok())
        return storageError(outcome);
    const bool part = outcome.response.status == 206 && outcome.response.body.size() <= most;
    if (!part)
        return Error{ErrorCode::Io, {"对象存储不支持按范围读取", "the object storage gives no ranges"}};
    return std::move(outcome.response.body);
}

Status S3Keeper::keep(const std::string& name, const std::string& key) {
    FAYI_LET(content, m_tree.readUnfinished(key, limits::kBlobBytes));
    const net::Outcome outcome =
        ask("PUT", objectOf(name), std::move(content), {{"Content-Type", std::string(protocol::kBlobMedia)}});
    if (!outcome.ok())
        return storageError(outcome);
    return m_tree.dropUnfinished(key);
}

Status S3Keeper::remove(const std::string& name) {
    const net::Outcome outcome = ask("DELETE", objectOf(name));
    const bool gone = outcome.failure == net::Failure::Http && outcome.response.status == kNotFound;
    return outcome.ok() || gone ? Status() : Status(storageError(outcome));
}

}  // namespace fayi::hub
