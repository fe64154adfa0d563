// SPDX-License-Identifier: Apache-2.0
#include "s3_stand_in.h"

#include <openssl/hmac.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "fayi/base/crypto.h"
#include "fayi/blobs/ranges.h"

namespace fayi::hub::testing {
namespace {

std::string hmac(std::string_view key, std::string_view message) {
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(message.data()), message.size(), out, &size);
    return {reinterpret_cast<const char*>(out), size};
}

/// The value behind "NAME=" in an Authorization header.
std::string partOf(const std::string& header, const std::string& name) {
    const auto at = header.find(name + "=");
    if (at == std::string::npos)
        return {};
    const auto begin = at + name.size() + 1;
    return header.substr(begin, header.find_first_of(", ", begin) - begin);
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// As the documentation of AWS Signature Version 4 has it; our targets have no query.
bool isSigned(const net::Request& request) {
    const std::string* authorization = request.header("Authorization");
    const std::string* date = request.header("x-amz-date");
    const std::string* hash = request.header("x-amz-content-sha256");
    if (authorization == nullptr || date == nullptr || hash == nullptr || date->size() != 16 ||
        !authorization->starts_with("AWS4-HMAC-SHA256 ") || *hash != toHex(sha256(request.body)))
        return false;
    const std::string scope = date->substr(0, 8) + "/" + S3StandIn::kRegion + "/s3/aws4_request";
    const std::string names = partOf(*authorization, "SignedHeaders");
    std::string canonical = request.method + "\n" + request.target + "\n\n";
    std::istringstream list(names);
    bool host = false, content = false;
    for (std::string name; std::getline(list, name, ';');) {
        const std::string* value = request.header(name);
        canonical += name + ":" + (value != nullptr ? *value : "") + "\n";
        host |= name == "host";
        content |= name == "x-amz-content-sha256";
    }
    canonical += "\n" + names + "\n" + *hash;
    const std::string toSign = "AWS4-HMAC-SHA256\n" + *date + "\n" + scope + "\n" + toHex(sha256(canonical));
    std::string key = hmac(std::string("AWS4") + S3StandIn::kSecretKey, date->substr(0, 8));
    for (const std::string_view part :
         {std::string_view(S3StandIn::kRegion), std::string_view("s3"), std::string_view("aws4_request")})
        key = hmac(key, part);
    return host && content &&
           partOf(*authorization, "Credential") == std::string(S3StandIn::kAccessKey) + "/" + scope &&
           lower(partOf(*authorization, "Signature")) == toHex(hmac(key, toSign));
}

net::Response said(int status, std::string body = {}) {
    return {status, {{"Content-Type", "application/xml"}}, std::move(body)};
}

}  // namespace

S3StandIn::S3StandIn() {
    net::ListenOptions options;
    options.bodyBytes = 64u << 20;
    auto started = net::HttpServer::start(options, [this](const net::Request& r) { return handle(r); });
    if (!started)
        std::abort();
    m_server = std::move(started).value();
}

std::map<std::string, std::string> S3StandIn::objects() const {
    const std::lock_guard lock(m_mutex);
    return m_objects;
}

int S3StandIn::refused() const {
    const std::lock_guard lock(m_mutex);
    return m_refused;
}

void S3StandIn::failWith(int status) {
    const std::lock_guard lock(m_mutex);
    m_status = status;
}

net::Response S3StandIn::handle(const net::Request& request) {
    const std::lock_guard lock(m_mutex);
    if (m_status != 0)
        return said(m_status, "<Error/>");
    if (!isSigned(request)) {
        ++m_refused;
        return said(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
    }
    return answer(request);
}

net::Response S3StandIn::answer(const net::Request& request) {
    const std::string bucket = std::string("/") + kBucket;
    if (request.target == bucket)
        return said(200);
    if (!request.target.starts_with(bucket + "/"))
        return said(404, "<Error><Code>NoSuchBucket</Code></Error>");
    const std::string name = request.target.substr(bucket.size() + 1);
    if (request.method == "PUT") {
        m_objects[name] = request.body;
        return said(200);
    }
    if (request.method == "DELETE")
        return said(m_objects.erase(name) > 0 ? 204 : 404);
    const auto at = m_objects.find(name);
    if (at == m_objects.end())
        return said(404, "<Error><Code>NoSuchKey</Code></Error>");
    const std::string* range = request.header("Range");
    const auto asked = blobs::parseRange(range != nullptr ? *range : "", at->second.size());
    if (asked.kind == blobs::Asked::Kind::Part)
        return said(206, at->second.substr(asked.range.first, asked.range.count()));
    return said(200, at->second);
}

}  // namespace fayi::hub::testing
