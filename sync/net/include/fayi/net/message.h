// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/ids.h"

namespace fayi::net {

/// One header line. Names compare without case; a value holds no line break.
struct Header {
    std::string name;
    std::string value;
};

/// The value of the first header of that name (ASCII case ignored), or null. Lives as long as `headers`.
const std::string* findHeader(const std::vector<Header>& headers, std::string_view name);

/// The media type of a Content-Type value: parameters cut off, blanks trimmed, lower case.
std::string mediaType(std::string_view contentType);

struct Request {
    std::string method = "GET";  ///< GET, HEAD, POST, PUT, DELETE
    std::string target = "/";    ///< path and query, percent-encoded as on the wire
    std::vector<Header> headers;
    Bytes body;

    const std::string* header(std::string_view name) const { return findHeader(headers, name); }
};

struct Response {
    int status = 200;
    std::vector<Header> headers;  ///< without Content-Length and Connection: the server sets these
    Bytes body;
    /// What a server sends behind `body`, piece by piece: called on its threads until `moreBytes` went out.
    /// An empty piece breaks the connection off.
    std::function<Bytes()> more{};
    std::uint64_t moreBytes = 0;

    const std::string* header(std::string_view name) const { return findHeader(headers, name); }
};

/// Bytes of HTTP as sent and received: request and status lines, headers and bodies; not TLS, not TCP.
struct Traffic {
    std::uint64_t bytesUp = 0;
    std::uint64_t bytesDown = 0;
    std::uint32_t requests = 0;
    std::uint32_t connections = 0;  ///< opened anew, each worth a handshake
    std::uint32_t resumed = 0;      ///< of these, whose TLS session went on with one from before

    Traffic& operator+=(const Traffic& more) {
        bytesUp += more.bytesUp;
        bytesDown += more.bytesDown;
        requests += more.requests;
        connections += more.connections;
        resumed += more.resumed;
        return *this;
    }
};

/// How an exchange went in time, from its beginning; all 0 where nobody measured.
struct Pace {
    Millis name{0};       ///< until the name was known
    Millis connect{0};    ///< until TCP was connected
    Millis tls{0};        ///< until TLS was ready; 0: none was made
    Millis firstByte{0};  ///< until the answer began
    Millis total{0};
    Millis roundTrip{0};  ///< of the link, as far as known: what TCP took to connect
};

}  // namespace fayi::net
