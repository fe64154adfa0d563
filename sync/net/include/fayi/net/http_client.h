// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "fayi/base/clock.h"
#include "fayi/base/limits.h"
#include "fayi/base/text.h"
#include "fayi/net/message.h"

namespace fayi::net {

/// Signs requests for a storage that speaks S3 (AWS Signature Version 4).
struct SigV4 {
    std::string region, accessKey, secretKey;
};

struct ClientOptions {
    std::string caFile;  ///< PEM; only these issuers count. Empty: the system's
    Millis connectTimeout =
        std::chrono::seconds(20);  ///< name, TCP and TLS together; five round trips of a bad link
    /// Nothing (less than 64 bytes a second) moves for so long, the hub's thinking included.
    Millis stallTimeout = std::chrono::seconds(30);
    std::size_t bodyBytes = limits::kBodyBytes;  ///< of a response
    /// "http://user:password@host:port"; "" none; unset: what the environment says (https_proxy, no_proxy …),
    /// never for loopback.
    std::optional<std::string> proxy;
    std::string userAgent;  ///< empty: no such header
    std::optional<SigV4> signing{};
};

/// Why an exchange failed, so that the caller's table can say whether it heals.
enum class Failure {
    None,
    NoName,        ///< the host's name resolves to nothing
    NoConnection,  ///< refused, no route, network down
    Tls,           ///< no trust in the certificate, or no handshake
    Timeout,       ///< connecting took too long, or nothing moved any more
    CutShort,      ///< the connection broke before the response was whole; the hub may have acted
    TooBig,        ///< the response is over the bound
    Captive,       ///< HTML, a redirect or no HTTP where our media type was expected: not the hub
    Proxy,         ///< a proxy or gateway on the way failed: 407, 502, 504, or not found itself
    Http,          ///< the hub answered with a status >= 400; body and Retry-After are in the response
    Full,          ///< the hub has no space (507)
    Cancelled,     ///< cancel() or shutDown()
    Other,
};

/// The name of a failure, for logs and tests.
std::string_view toText(Failure failure);

struct Outcome {
    Failure failure = Failure::Other;
    Response response;  ///< as far as it came; whole if failure is None, Http or Full
    Text words;         ///< a plain sentence for the user; empty if failure is None
    Traffic traffic;    ///< of failed exchanges too
    Pace pace;

    bool ok() const { return failure == Failure::None; }
};

/// Whether an exchange with that address goes through a proxy, the environment's if nothing else is set.
bool usesProxy(const ClientOptions& options, const std::string& baseUrl);

/// One HTTP client: a connection kept alive between exchanges, TLS sessions resumed when it had to be made
/// anew, HTTP/2 where the server offers it over TLS, no redirects followed, every wait bounded.
/// Sends no header of its own but Host and Content-Length. send() may be called from any thread, one exchange
/// at a time: a second caller waits. cancel() and shutDown() may be called from any thread at any time.
class HttpClient {
public:
    explicit HttpClient(ClientOptions options);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// One exchange with `baseUrl` ("https://hub.example:8443", a path prefix may follow) + `request.target`.
    /// A 2xx answer with a body of another media type than `expectedMedia` is Captive; "" expects nothing.
    Outcome send(const std::string& baseUrl, const Request& request, std::string_view expectedMedia);

    /// Ends the send() that is running now, if any, promptly.
    void cancel();

    /// Ends the running send() and every later one: for the end of a program, where a send may be about to
    /// begin.
    void shutDown();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace fayi::net
