// SPDX-License-Identifier: Apache-2.0
#include "failure.h"

namespace fayi::net {

namespace {

constexpr int kProxyAuthentication = 407;
constexpr int kContentTooLarge = 413;
constexpr int kTooManyRequests = 429;
constexpr int kHeadersTooLarge = 431;
constexpr int kBadGateway = 502;
constexpr int kUnavailable = 503;
constexpr int kGatewayTimeout = 504;
constexpr int kInsufficientStorage = 507;
constexpr int kLoginRequired = 511;  // RFC 6585 §6, meant for captive portals

std::string typeOf(const Response& response) {
    const std::string* type = response.header("Content-Type");
    return type ? mediaType(*type) : std::string();
}

bool isHtml(const std::string& type) {
    return type == "text/html" || type == "application/xhtml+xml";
}

Failure ofStatus(const Response& response, std::string_view expectedMedia) {
    if (isAlien(response, expectedMedia))
        return Failure::Captive;
    const int status = response.status;
    if (status < 400)
        return Failure::None;
    if (status == kInsufficientStorage)
        return Failure::Full;
    const bool ours = !expectedMedia.empty() && typeOf(response) == expectedMedia;
    if (status == kProxyAuthentication || (!ours && (status == kBadGateway || status == kGatewayTimeout)))
        return Failure::Proxy;
    return Failure::Http;
}

/// True if the connection, not the trust, failed in a handshake; libcurl says so in its words alone.
bool brokeInHandshake(const Ending& ending) {
    if (ending.code != CURLE_SSL_CONNECT_ERROR)
        return false;
    for (const char* sign : {"SSL_ERROR_SYSCALL", "unexpected eof", "reset by peer"})
        if (ending.detail.find(sign) != std::string::npos)
            return true;
    return false;
}

Failure ofCurl(const Ending& ending) {
    if (brokeInHandshake(ending))
        return Failure::CutShort;
    switch (ending.code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return Failure::NoName;
        case CURLE_COULDNT_RESOLVE_PROXY:
        case CURLE_PROXY:
            return Failure::Proxy;
        case CURLE_COULDNT_CONNECT:
        case CURLE_INTERFACE_FAILED:
            return Failure::NoConnection;
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_ENGINE_INITFAILED:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_INVALIDCERTSTATUS:
            return Failure::Tls;
        case CURLE_OPERATION_TIMEDOUT:
            return Failure::Timeout;
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_SEND_FAIL_REWIND:  // a kept connection broke: onRewind() in http_client.cpp
        case CURLE_RECV_ERROR:
            return Failure::CutShort;
        case CURLE_FILESIZE_EXCEEDED:
            return Failure::TooBig;
        case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9, that is, no HTTP at all
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_BAD_CONTENT_ENCODING:
            return Failure::Captive;
        default:
            return Failure::Other;
    }
}

Text tlsWords(const Ending& ending) {
    if (ending.code == CURLE_SSL_CACERT_BADFILE)
        return {"用来核对服务器“{0}”证书的 CA 文件无法读取（{1}）。",
                "The file of trusted issuers for \"{0}\" cannot be read ({1})."};
    if (ending.code == CURLE_PEER_FAILED_VERIFICATION)
        return {
            "服务器“{0}”的证书不可信，没有发送任何数据（{1}）。请核对服务器地址和 CA "
            "文件，需要登录的网络请先登录。",
            "The certificate of \"{0}\" is not trusted; nothing was sent ({1}). Check the address and the "
            "file of "
            "trusted issuers; where the network wants a login, log in first."};
    return {"与服务器“{0}”建立加密连接失败（{1}）。",
            "No encrypted connection to \"{0}\" could be made ({1})."};
}

Text httpWords(const Response& response) {
    switch (response.status) {
        case kContentTooLarge:
            return {"服务器“{0}”认为发送的内容太大（413）。",
                    "What was sent is too big for the hub \"{0}\" (413)."};
        case kHeadersTooLarge:
            return {"服务器“{0}”认为请求头太大（431）。",
                    "The request headers are too big for the hub \"{0}\" (431)."};
        case kTooManyRequests:
        case kUnavailable:
            return {"服务器“{0}”现在很忙（{2}），稍后会再试。",
                    "The hub \"{0}\" is busy ({2}); try again later."};
        default:
            break;
    }
    if (response.status >= 500)
        return {"服务器“{0}”内部出错（{2}）。", "The hub \"{0}\" has a fault of its own ({2})."};
    return {"服务器“{0}”没有接受这个请求（{2}）。", "The hub \"{0}\" did not accept the request ({2})."};
}

Text patternFor(Failure failure, const Ending& ending, const Response& response) {
    switch (failure) {
        case Failure::None:
            return {};
        case Failure::NoName:
            return {"找不到名为“{0}”的服务器。请检查网络连接，并核对服务器地址。",
                    "No server named \"{0}\" can be found. Check the network connection and the address."};
        case Failure::NoConnection:
            return {"连接不上服务器“{0}”（{1}）。", "The server \"{0}\" cannot be reached ({1})."};
        case Failure::Tls:
            return tlsWords(ending);
        case Failure::Timeout:
            return {"服务器“{0}”长时间没有响应，网络可能太慢或已中断。",
                    "The server \"{0}\" did not answer in time; the network may be too slow or down."};
        case Failure::CutShort:
            return {"与服务器“{0}”的连接中途断开，没有收到完整的答复。",
                    "The connection to \"{0}\" broke before the whole answer had arrived."};
        case Failure::TooBig:
            return {"服务器“{0}”的答复超过了允许的大小，已停止接收。",
                    "The answer of \"{0}\" is larger than allowed and was not read to its end."};
        case Failure::Captive:
            return {
                "“{0}"
                "”的答复不是来自法义服务器，可能是上网登录页面，或地址写错了。请先在浏览器中登录网络，再核对"
                "地址。",
                "What answered at \"{0}\" is not the hub: perhaps the login page of this network, or the "
                "address is "
                "wrong. Log in to the network with a browser, or check the address."};
        case Failure::Proxy:
            return {"通往服务器“{0}”的代理或网关出错（{3}）。",
                    "A proxy or gateway on the way to \"{0}\" failed ({3})."};
        case Failure::Http:
            return httpWords(response);
        case Failure::Full:
            return {"服务器“{0}”的存储空间已满（507）。请通知管理员。",
                    "The hub \"{0}\" has no space left (507). Tell its administrator."};
        case Failure::Cancelled:
            return {"与服务器“{0}”的通信已取消。", "The exchange with \"{0}\" was cancelled."};
        case Failure::Other:
            break;
    }
    return {"与服务器“{0}”的通信失败（{1}）。", "The exchange with \"{0}\" failed ({1})."};
}

}  // namespace

bool isAlien(const Response& response, std::string_view expectedMedia) {
    const int status = response.status;
    if (status == kLoginRequired || (status >= 300 && status < 400 && status != 304))
        return true;
    if (expectedMedia.empty() || status == 204 || status == 304)
        return false;
    const std::string type = typeOf(response);
    if (status < 300)
        return type != expectedMedia;
    // Refusals that a front server makes in the hub's name may be HTML; any other page is somebody else's.
    return status < 500 && isHtml(type) && status != kProxyAuthentication && status != kContentTooLarge &&
           status != kTooManyRequests && status != kHeadersTooLarge;
}

Failure classify(const Ending& ending, const Response& response, std::string_view expectedMedia) {
    if (ending.cancelled)
        return Failure::Cancelled;
    if (ending.alien)
        return Failure::Captive;
    if (ending.tooBig)
        return Failure::TooBig;
    if (ending.proxyStatus >= 300)
        return Failure::Proxy;
    if (ending.code != CURLE_OK)
        return ofCurl(ending);
    return ofStatus(response, expectedMedia);
}

Text wordsFor(Failure failure, const Ending& ending, const Response& response, const std::string& host) {
    const std::string why = ending.detail.empty() ? curl_easy_strerror(ending.code) : ending.detail;
    std::string proxyWhy = why;
    if (ending.proxyStatus >= 300)
        proxyWhy = std::to_string(ending.proxyStatus);
    else if (ending.code == CURLE_OK)
        proxyWhy = std::to_string(response.status);
    return format(patternFor(failure, ending, response),
                  {host, why, std::to_string(response.status), proxyWhy});
}

std::string_view toText(Failure failure) {
    switch (failure) {
        case Failure::None:
            return "none";
        case Failure::NoName:
            return "no-name";
        case Failure::NoConnection:
            return "no-connection";
        case Failure::Tls:
            return "tls";
        case Failure::Timeout:
            return "timeout";
        case Failure::CutShort:
            return "cut-short";
        case Failure::TooBig:
            return "too-big";
        case Failure::Captive:
            return "captive";
        case Failure::Proxy:
            return "proxy";
        case Failure::Http:
            return "http";
        case Failure::Full:
            return "full";
        case Failure::Cancelled:
            return "cancelled";
        case Failure::Other:
            return "other";
    }
    return "other";
}

}  // namespace fayi::net
