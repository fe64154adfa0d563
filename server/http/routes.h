// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/service.h"

/// What the routes share.
namespace fayi::hub {

inline net::Response reply(int status, std::string_view media, Bytes body) {
    return {status, {{"Content-Type", std::string(media)}}, std::move(body)};
}

inline Text sentence(const std::string& zh, const std::string& en) {
    return {zh, en};
}

inline std::optional<Credentials> credentialsOf(const net::Request& request) {
    const std::string* authorization = request.header("Authorization");
    return authorization != nullptr ? credentialsFrom(*authorization) : std::nullopt;
}

inline Denied noCredentials() {
    return deny(401, "token", sentence("缺少这台电脑的凭证", "the station's credentials are missing"));
}

/// A store for the time of one request.
class Service::Borrowed {
public:
    explicit Borrowed(Service& service) : m_service(service), m_store(service.borrow()) {}
    ~Borrowed() {
        if (m_store)
            m_service.giveBack(std::move(*m_store));
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;

    const Error* error() const { return m_store ? nullptr : &m_store.error(); }
    HubStore& store() { return **m_store; }
    Context context() { return {store(), m_service.m_clock, m_service.m_random, m_service.m_references}; }

private:
    Service& m_service;
    Result<std::unique_ptr<HubStore>> m_store;
};

}  // namespace fayi::hub
