// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "fayi/net/http_server.h"

namespace fayi::hub::testing {

/// A small storage that speaks as much of S3 as the hub uses, path style: HEAD, GET with Range, PUT, DELETE
/// of objects, HEAD of the bucket. It verifies the signature (AWS Signature Version 4) and the hash of the
/// content; what is not signed as it should be is answered 403.
class S3StandIn {
public:
    static constexpr const char* kBucket = "fayi";
    static constexpr const char* kRegion = "cn-test-1";
    static constexpr const char* kAccessKey = "AKIDTEST";
    static constexpr const char* kSecretKey = "a secret/with+signs=";

    S3StandIn();
    std::string url() const { return m_server->url(); }
    std::map<std::string, std::string> objects() const;
    int refused() const;
    /// Answers everything with this status; 0: as it should be.
    void failWith(int status);

private:
    net::Response handle(const net::Request& request);
    net::Response answer(const net::Request& request);

    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_objects;  ///< guarded, as the others
    int m_refused = 0, m_status = 0;
    std::unique_ptr<net::HttpServer> m_server;
};

}  // namespace fayi::hub::testing
