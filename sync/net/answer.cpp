// SPDX-License-Identifier: Apache-2.0
#include "answer.h"

#include <algorithm>

#include "fayi/net/http_server.h"

namespace fayi::net {

namespace {

/// Reason phrases are for people who read a trace; clients ignore them (RFC 9112 §4).
std::string_view reasonOf(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 409:
            return "Conflict";
        case 413:
            return "Content Too Large";
        case 416:
            return "Range Not Satisfiable";
        case 422:
            return "Unprocessable Content";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        case 507:
            return "Insufficient Storage";
        default:
            return "";
    }
}

/// RFC 9110 §5.6.2.
bool isTokenChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// The server's own: a handler that sets one of them would break the framing.
bool isFraming(std::string_view name) {
    const std::vector<Header> framing{{"Content-Length", {}}, {"Transfer-Encoding", {}}, {"Connection", {}}};
    return findHeader(framing, name) != nullptr;
}

bool isValueChar(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
}

}  // namespace

bool isSendable(const Response& response) {
    if (response.status < 200 || response.status > 599)
        return false;
    std::size_t bytes = 0;
    for (const Header& header : response.headers) {
        bytes += header.name.size() + header.value.size() + 4;
        if (header.name.empty() || isFraming(header.name) ||
            !std::all_of(header.name.begin(), header.name.end(), isTokenChar) ||
            !std::all_of(header.value.begin(), header.value.end(), isValueChar))
            return false;
    }
    return bytes <= kHeaderBytes;
}

bool hasBody(int status) {
    return status >= 200 && status != 204 && status != 304;
}

std::string headOf(const Response& response, bool keepAlive) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head += reasonOf(response.status);
    head += "\r\n";
    for (const Header& header : response.headers)
        head += header.name + ": " + header.value + "\r\n";
    if (hasBody(response.status))
        head += "Content-Length: " + std::to_string(response.body.size() + response.moreBytes) + "\r\n";
    if (!keepAlive)
        head += "Connection: close\r\n";
    head += "\r\n";
    return head;
}

}  // namespace fayi::net
