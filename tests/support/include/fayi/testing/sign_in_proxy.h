// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace fayi::testing {

/// An HTTP proxy of an office: CONNECT and plain forwarding to ports of the loopback, for whoever signs in
/// with Basic (RFC 7617). Everybody else is told 407. Sixteen connections at once, one request each.
class SignInProxy {
public:
    SignInProxy(const std::string& user, const std::string& password);
    ~SignInProxy();
    SignInProxy(const SignInProxy&) = delete;
    SignInProxy& operator=(const SignInProxy&) = delete;

    /// "http://127.0.0.1:PORT", without the sign-in.
    std::string url() const;
    /// "http://USER:PASSWORD@127.0.0.1:PORT"
    std::string urlWithSignIn() const;
    int passed() const;   ///< requests and tunnels let through
    int refused() const;  ///< 407

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace fayi::testing
