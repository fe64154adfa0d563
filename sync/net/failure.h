// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include <string>
#include <string_view>

#include "fayi/net/http_client.h"

namespace fayi::net {

/// What is known when an exchange is over.
struct Ending {
    CURLcode code = CURLE_OK;
    std::string detail;    ///< libcurl's own sentence
    long proxyStatus = 0;  ///< of the CONNECT to a proxy; 0: none
    bool cancelled = false;
    bool tooBig = false;  ///< we stopped at our own bound
    bool alien = false;   ///< we stopped because isAlien
};

/// True if these headers are not the hub's: a redirect, or another media type than expected where a login
/// page or a foreign server would put its own.
bool isAlien(const Response& response, std::string_view expectedMedia);

/// The failure of an exchange, None if it is good.
Failure classify(const Ending& ending, const Response& response, std::string_view expectedMedia);

/// The sentence for the user; `host` is "name:port" as far as known.
Text wordsFor(Failure failure, const Ending& ending, const Response& response, const std::string& host);

}  // namespace fayi::net
