// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "fayi/net/http_client.h"
#include "fayi/net/http_server.h"

namespace fayi::net::testing {

inline constexpr std::string_view kMedia = "application/cbor";

/// Answers with the body that came, as our media type.
inline Response echo(const Request& request) {
    return {200, {{"Content-Type", std::string(kMedia)}}, request.body};
}

inline std::unique_ptr<HttpServer> startOrFail(ListenOptions options = {},
                                               HttpServer::Handler handler = echo) {
    auto server = HttpServer::start(std::move(options), std::move(handler));
    if (!server.ok()) {
        ADD_FAILURE() << server.error().message.en;
        std::abort();
    }
    return std::move(server).value();
}

inline Request post(std::string body, std::string target = "/v1/sync") {
    return {"POST", std::move(target), {{"Content-Type", std::string(kMedia)}}, std::move(body)};
}

/// A client without the environment's proxy.
inline ClientOptions directly() {
    ClientOptions options;
    options.proxy = "";
    return options;
}

/// True if a new client gets its echo.
inline bool answers(const HttpServer& server) {
    HttpClient client(directly());
    const Outcome outcome = client.send(server.url(), post("still there?"), kMedia);
    return outcome.ok() && outcome.response.body == "still there?";
}

}  // namespace fayi::net::testing
