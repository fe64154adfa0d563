// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "fayi/net/message.h"

namespace fayi::net {

/// True if the response can be written as HTTP/1.1: a final status, header names that are tokens and not the
/// server's own, values without line breaks, all headers within kHeaderBytes.
bool isSendable(const Response& response);

/// True if a response of this status carries a body at all (RFC 9112 §6.3).
bool hasBody(int status);

/// Status line and headers with the empty line that ends them. Content-Length is that of response.body, which
/// a response to HEAD announces but does not send.
std::string headOf(const Response& response, bool keepAlive);

}  // namespace fayi::net
