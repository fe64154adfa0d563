// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by http_server.cpp alone, for the time that Boost takes to compile.

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "connections.h"

namespace fayi::net {

/// What becomes of a request: a status refuses it.
inline constexpr int kAccepted = 0;
inline constexpr int kGone = -1;  ///< nobody waits for an answer

/// The answer to a request that could not be read, or kGone.
inline int statusOf(const error_code& failure) {
    if (failure == http::error::header_limit || failure == http::error::buffer_overflow)
        return 431;
    if (failure == http::error::body_limit)
        return 413;
    if (failure == http::error::end_of_stream || failure == http::error::partial_message)
        return kGone;
    if (failure.category() == http::make_error_code(http::error::bad_method).category())
        return 400;
    return kGone;  // timeout, reset, the end of the server
}

using Parser = http::request_parser<http::string_body>;

/// kAccepted, or the status that refuses these headers.
inline int checkHead(const Parser& parser) {
    const auto& head = parser.get();
    switch (head.method()) {
        case http::verb::get:
        case http::verb::head:
        case http::verb::post:
        case http::verb::put:
        case http::verb::delete_:
            break;
        default:
            return 405;
    }
    if (head.target().empty() || (head.version() == 11 && head.count(http::field::host) != 1))
        return 400;
    return kAccepted;
}

inline Request toRequest(Parser& parser) {
    auto& message = parser.get();
    Request request;
    request.method = std::string(message.method_string());
    request.target = std::string(message.target());
    for (const auto& field : message)
        request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    request.body = std::move(message.body());
    return request;
}

}  // namespace fayi::net
