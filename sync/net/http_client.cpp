// SPDX-License-Identifier: Apache-2.0
#include "fayi/net/http_client.h"

#include <curl/curl.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <sys/socket.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <mutex>

#include "failure.h"

namespace fayi::net {

namespace {

/// All header lines of a response together; the hub sends about 100 bytes.
constexpr std::size_t kResponseHeaderBytes = 64u << 10;
/// Below this many bytes a second nothing moves in earnest: a 64 kbit/s link carries 8000.
constexpr long kStallBytes = 64;
/// The kernel's send buffer. Left to itself it takes megabytes at once, and a slow link would then look
/// stalled for minutes while they drain; 64 KiB drain in 8 s at 64 kbit/s and still fill a 600 ms path with
/// 800 kbit/s.
constexpr int kSendBufferBytes = 64 << 10;
/// A body of at most this many bytes, half a second at 64 kbit/s, is sent again when its connection breaks.
constexpr std::size_t kSentAgainBytes = 4u << 10;
/// The longest sleep of the loop; cancel() wakes it earlier.
constexpr int kPollMillis = 1000;

void initCurlOnce() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

/// A write to a broken connection must end the exchange, not the program: TLS libraries do not all ask for
/// MSG_NOSIGNAL. SIGPIPE is blocked for this thread, and one that came is taken away.
class PipeSignalHeld {
public:
    PipeSignalHeld() {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        sigset_t pending;
        sigpending(&pending);
        m_wasPending = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~PipeSignalHeld() {
        const timespec now{0, 0};
        if (!m_wasPending)
            sigtimedwait(&m_pipe, nullptr, &now);
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    PipeSignalHeld(const PipeSignalHeld&) = delete;
    PipeSignalHeld& operator=(const PipeSignalHeld&) = delete;

private:
    sigset_t m_pipe{};
    sigset_t m_before{};
    bool m_wasPending = false;
};

/// A string list that libcurl only reads.
class HeaderList {
public:
    HeaderList() = default;
    ~HeaderList() { curl_slist_free_all(m_list); }
    HeaderList(const HeaderList&) = delete;
    HeaderList& operator=(const HeaderList&) = delete;

    void add(const std::string& line) {
        if (curl_slist* grown = curl_slist_append(m_list, line.c_str()))
            m_list = grown;
    }
    curl_slist* get() const { return m_list; }

private:
    curl_slist* m_list = nullptr;
};

/// An address taken apart, empty if it is none that we can speak to.
struct Address {
    std::string host;   ///< name or number, brackets kept
    std::string shown;  ///< "host:port" for people
    bool loopback = false;
};

std::string urlPart(CURLU* url, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK)
        return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

Address parseAddress(const std::string& baseUrl) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
    if (!url || curl_url_set(url.get(), CURLUPART_URL, baseUrl.c_str(), 0) != CURLUE_OK)
        return {};
    const std::string scheme = urlPart(url.get(), CURLUPART_SCHEME);
    if ((scheme != "http" && scheme != "https") || !urlPart(url.get(), CURLUPART_QUERY).empty() ||
        !urlPart(url.get(), CURLUPART_FRAGMENT).empty())
        return {};
    Address address;
    address.host = urlPart(url.get(), CURLUPART_HOST);
    address.shown = address.host;
    if (const std::string port = urlPart(url.get(), CURLUPART_PORT); !port.empty())
        address.shown += ":" + port;
    address.loopback =
        address.host == "localhost" || address.host == "[::1]" || address.host.starts_with("127.");
    return address;
}

bool isSendableHeader(const Header& header) {
    return !header.name.empty() && header.name.find_first_of(":\r\n \t") == std::string::npos &&
           header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos;
}

/// A target without its slash would become part of the host's name.
bool isSendable(const Request& request) {
    return request.target.starts_with('/') &&
           std::all_of(request.headers.begin(), request.headers.end(), isSendableHeader);
}

/// One exchange as libcurl's callbacks see it.
struct Exchange {
    const Request& request;
    std::string_view expectedMedia;
    std::size_t bodyBytes;
    Response response;
    std::size_t headerBytes;
    bool judged;   ///< the headers are complete and ours
    bool started;  ///< libcurl had it
    Traffic traffic;
    Ending ending;
    CURL* easy = nullptr;
    std::size_t sent = 0;  ///< of the request's body
    bool resumed = false;  ///< the TLS session went on with one from before
};

std::size_t onSend(char* to, std::size_t, std::size_t room, void* user) {
    Exchange& exchange = *static_cast<Exchange*>(user);
    const std::size_t count = std::min(room, exchange.request.body.size() - exchange.sent);
    std::copy_n(exchange.request.body.data() + exchange.sent, count, to);
    exchange.sent += count;
    return count;
}

/// A large body goes once. When a kept connection breaks, libcurl would send all of it again by itself and
/// say nothing: whoever sizes requests by what a link carries has to hear of each break. A small one may go
/// again, for the hub may have closed an idle connection at the moment of its use; so may one whose answer
/// asks for it anew, as a proxy's does.
int onRewind(void* user, curl_off_t offset, int origin) {
    Exchange& exchange = *static_cast<Exchange*>(user);
    const bool mayGoAgain = exchange.headerBytes > 0 || exchange.request.body.size() <= kSentAgainBytes;
    if (!mayGoAgain || offset != 0 || origin != SEEK_SET)
        return CURL_SEEKFUNC_FAIL;
    exchange.sent = 0;
    return CURL_SEEKFUNC_OK;
}

/// Asked while an answer comes: when it is over, the handle has left its connection.
bool isResumed(CURL* easy) {
    curl_tlssessioninfo* session = nullptr;
    return curl_easy_getinfo(easy, CURLINFO_TLS_SSL_PTR, &session) == CURLE_OK && session != nullptr &&
           session->backend == CURLSSLBACKEND_OPENSSL && session->internals != nullptr &&
           SSL_session_reused(static_cast<SSL*>(session->internals)) == 1;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// "HTTP/1.1 200 OK" starts the headers anew: an interim answer may come first.
std::size_t onHeader(char* data, std::size_t, std::size_t count, void* user) {
    auto& exchange = *static_cast<Exchange*>(user);
    const std::string_view line(data, count);
    exchange.headerBytes += count;
    if (exchange.headerBytes > kResponseHeaderBytes) {
        exchange.ending.tooBig = true;
        return 0;
    }
    if (line.starts_with("HTTP/")) {
        exchange.resumed = isResumed(exchange.easy);
        exchange.response.headers.clear();
        exchange.response.status = 0;
        const auto blank = line.find(' ');
        for (std::size_t i = blank + 1; blank != std::string_view::npos && i < blank + 4 && i < count; ++i)
            if (line[i] >= '0' && line[i] <= '9')
                exchange.response.status = exchange.response.status * 10 + (line[i] - '0');
    } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
        exchange.response.headers.push_back(
            {std::string(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
    }
    return count;
}

std::size_t onBody(char* data, std::size_t, std::size_t count, void* user) {
    auto& exchange = *static_cast<Exchange*>(user);
    if (!exchange.judged && isAlien(exchange.response, exchange.expectedMedia)) {
        // A login page may be large and the link is paid by the byte.
        exchange.ending.alien = true;
        return 0;
    }
    exchange.judged = true;
    if (count > exchange.bodyBytes - exchange.response.body.size()) {
        exchange.ending.tooBig = true;
        return 0;
    }
    exchange.response.body.append(data, count);
    return count;
}

/// Counts what goes over the wire. CURLINFO_REQUEST_SIZE will not do: it holds small bodies too, large ones
/// not.
int onTrace(CURL*, curl_infotype kind, char*, std::size_t count, void* user) {
    Traffic& traffic = static_cast<Exchange*>(user)->traffic;
    if (kind == CURLINFO_HEADER_OUT || kind == CURLINFO_DATA_OUT) {
        traffic.bytesUp += count;
        traffic.requests = 1;
    } else if (kind == CURLINFO_HEADER_IN || kind == CURLINFO_DATA_IN) {
        traffic.bytesDown += count;
    }
    return 0;
}

int onSocket(void*, curl_socket_t socket, curlsocktype purpose) {
    if (purpose == CURLSOCKTYPE_IPCXN)
        ::setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &kSendBufferBytes, sizeof kSendBufferBytes);
    return CURL_SOCKOPT_OK;
}

void addHeaders(HeaderList& list, const Request& request) {
    // A header without a value is written with a semicolon; a bare "Name:" would take it away.
    for (const Header& header : request.headers)
        list.add(header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
    if (!request.header("Accept"))
        list.add("Accept:");
    if (!request.header("Expect"))
        list.add("Expect:");
    if (!request.header("Content-Type"))
        list.add("Content-Type:");
}

}  // namespace

class HttpClient::Impl {
public:
    explicit Impl(ClientOptions options) : m_options(std::move(options)) {
        initCurlOnce();
        m_easy = curl_easy_init();
        m_multi = curl_multi_init();
        if (m_multi)
            curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 2L);
    }

    ~Impl() {
        if (m_easy)
            curl_easy_cleanup(m_easy);
        if (m_multi)
            curl_multi_cleanup(m_multi);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Outcome send(const std::string& baseUrl, const Request& request, std::string_view expectedMedia) {
        const std::lock_guard oneAtATime(m_sendMutex);
        const PipeSignalHeld held;
        Exchange exchange{request, expectedMedia, m_options.bodyBytes, {0, {}, {}}, 0, false, false, {}, {}};
        const Address address = parseAddress(baseUrl);
        if (address.host.empty())
            return addressError(baseUrl);
        if (!m_easy || !m_multi || !isSendable(request))
            return internalError();
        if (begin()) {
            HeaderList headers;
            addHeaders(headers, request);
            exchange.easy = m_easy;
            prepare(exchange, baseUrl, address, headers);
            exchange.started = run(exchange);
        } else {
            exchange.ending.cancelled = true;
        }
        end();
        return conclude(std::move(exchange), address);
    }

    void cancel() {
        const std::lock_guard lock(m_stateMutex);
        if (m_running)
            wake();
    }

    void shutDown() {
        const std::lock_guard lock(m_stateMutex);
        m_ended = true;
        wake();
    }

private:
    void wake() {
        m_cancelled = true;
        if (m_multi)
            curl_multi_wakeup(m_multi);
    }

    bool begin() {
        const std::lock_guard lock(m_stateMutex);
        m_running = true;
        m_cancelled = m_ended;
        return !m_ended;
    }

    void end() {
        const std::lock_guard lock(m_stateMutex);
        m_running = false;
    }

    void prepare(Exchange& exchange, const std::string& baseUrl, const Address& address,
                 const HeaderList& headers) {
        std::string url = baseUrl;
        while (url.ends_with('/'))
            url.pop_back();
        url += exchange.request.target;
        m_detail[0] = '\0';
        curl_easy_reset(m_easy);
        curl_easy_setopt(m_easy, CURLOPT_URL, url.c_str());
        curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
        curl_easy_setopt(m_easy, CURLOPT_PATH_AS_IS, 1L);
        curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_detail);
        curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
        // A name that is still being looked up must not hold cancel() back: its thread is left to end by
        // itself.
        curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L);
        curl_easy_setopt(m_easy, CURLOPT_SOCKOPTFUNCTION, &onSocket);
        curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
        curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &onHeader);
        curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, &exchange);
        curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &onBody);
        curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, &exchange);
        curl_easy_setopt(m_easy, CURLOPT_VERBOSE, 1L);
        curl_easy_setopt(m_easy, CURLOPT_DEBUGFUNCTION, &onTrace);
        curl_easy_setopt(m_easy, CURLOPT_DEBUGDATA, &exchange);
        curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS,
                         static_cast<long>(m_options.connectTimeout.count()));
        curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_LIMIT, kStallBytes);
        const auto stall = std::chrono::ceil<std::chrono::seconds>(m_options.stallTimeout);
        curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(stall.count()));
        if (!m_options.userAgent.empty())
            curl_easy_setopt(m_easy, CURLOPT_USERAGENT, m_options.userAgent.c_str());
        if (m_options.proxy || address.loopback)
            curl_easy_setopt(m_easy, CURLOPT_PROXY, m_options.proxy.value_or("").c_str());
        if (m_options.proxy)  // a person's word counts, not the environment's exceptions
            curl_easy_setopt(m_easy, CURLOPT_NOPROXY, "");
        prepareTls();
        prepareSigning();
        prepareBody(exchange);
    }

    void prepareTls() {
        curl_easy_setopt(m_easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (m_options.caFile.empty())
            return;
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, m_options.caFile.c_str());
        // Else the system's directory of issuers would still count beside the file.
        curl_easy_setopt(m_easy, CURLOPT_CAPATH, nullptr);
    }

    void prepareSigning() {
        if (!m_options.signing)
            return;
        const SigV4& signing = *m_options.signing;
        curl_easy_setopt(m_easy, CURLOPT_AWS_SIGV4, ("aws:amz:" + signing.region + ":s3").c_str());
        curl_easy_setopt(m_easy, CURLOPT_USERNAME, signing.accessKey.c_str());
        curl_easy_setopt(m_easy, CURLOPT_PASSWORD, signing.secretKey.c_str());
    }

    void prepareBody(Exchange& exchange) {
        const Request& request = exchange.request;
        if (request.method == "GET" && request.body.empty())
            return;
        if (request.method == "HEAD") {
            curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
            return;
        }
        curl_easy_setopt(m_easy, CURLOPT_POST, 1L);
        if (m_options.signing) {  // libcurl signs only what it holds
            curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, request.body.data());
        } else {
            curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, &onSend);
            curl_easy_setopt(m_easy, CURLOPT_READDATA, &exchange);
            curl_easy_setopt(m_easy, CURLOPT_SEEKFUNCTION, &onRewind);
            curl_easy_setopt(m_easy, CURLOPT_SEEKDATA, &exchange);
        }
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        if (request.method != "POST")
            curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }

    /// Drives the transfer to its end, or to cancel(): then the connection is closed with it.
    /// False if it could not begin.
    bool run(Exchange& exchange) {
        Ending& ending = exchange.ending;
        if (curl_multi_add_handle(m_multi, m_easy) != CURLM_OK) {
            ending.code = CURLE_FAILED_INIT;
            return false;
        }
        int left = 1;
        CURLMcode state = CURLM_OK;
        while (left > 0 && state == CURLM_OK && !m_cancelled) {
            state = curl_multi_perform(m_multi, &left);
            if (left > 0 && state == CURLM_OK)
                state = curl_multi_poll(m_multi, nullptr, 0, kPollMillis, nullptr);
        }
        bool done = false;
        int queued = 0;
        while (CURLMsg* message = curl_multi_info_read(m_multi, &queued)) {
            if (message->msg == CURLMSG_DONE) {
                ending.code = message->data.result;
                done = true;
            }
        }
        ending.cancelled = !done && m_cancelled;
        if (!done)
            ending.code = CURLE_ABORTED_BY_CALLBACK;
        curl_easy_getinfo(m_easy, CURLINFO_HTTP_CONNECTCODE, &ending.proxyStatus);
        ending.detail = m_detail;
        curl_multi_remove_handle(m_multi, m_easy);
        return true;
    }

    Millis moment(CURLINFO which) const {
        curl_off_t micros = 0;
        curl_easy_getinfo(m_easy, which, &micros);
        return Millis(micros / 1000);
    }

    Pace paceOf(long connects) {
        Pace out{moment(CURLINFO_NAMELOOKUP_TIME_T), moment(CURLINFO_CONNECT_TIME_T),
                 moment(CURLINFO_APPCONNECT_TIME_T), moment(CURLINFO_STARTTRANSFER_TIME_T),
                 moment(CURLINFO_TOTAL_TIME_T),      Millis(0)};
        if (connects > 0)
            m_roundTrip = std::max(Millis(0), out.connect - out.name);
        out.roundTrip = m_roundTrip;
        return out;
    }

    Outcome conclude(Exchange exchange, const Address& address) {
        Outcome outcome;
        long connects = 0;
        if (exchange.started) {
            curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &connects);
            outcome.pace = paceOf(connects);
        }
        outcome.traffic = exchange.traffic;
        outcome.traffic.connections = static_cast<std::uint32_t>(connects);
        outcome.traffic.resumed = connects > 0 && exchange.resumed ? 1 : 0;
        outcome.failure = classify(exchange.ending, exchange.response, exchange.expectedMedia);
        outcome.words = wordsFor(outcome.failure, exchange.ending, exchange.response, address.shown);
        outcome.response = std::move(exchange.response);
        return outcome;
    }

    static Outcome addressError(const std::string& baseUrl) {
        Outcome outcome;
        outcome.words = format({"“{0}”不是网址；服务器地址应以 https:// 或 http:// 开头。",
                                "\"{0}\" is not a web address; the hub's begins with https:// or http://."},
                               {baseUrl});
        return outcome;
    }

    static Outcome internalError() {
        Outcome outcome;
        outcome.words = {"无法准备网络请求：内存不足或请求头含有非法字符。",
                         "The request could not be prepared: out of memory, or illegal characters in it."};
        return outcome;
    }

    ClientOptions m_options;
    Millis m_roundTrip{0};  ///< of the last connection that was made
    CURL* m_easy = nullptr;
    CURLM* m_multi = nullptr;
    char m_detail[CURL_ERROR_SIZE] = {};

    std::mutex m_sendMutex;   ///< held by the one running send()
    std::mutex m_stateMutex;  ///< guards m_running, m_ended
    bool m_running = false;
    bool m_ended = false;
    std::atomic<bool> m_cancelled{false};
};

bool usesProxy(const ClientOptions& options, const std::string& baseUrl) {
    if (options.proxy)
        return !options.proxy->empty();
    if (parseAddress(baseUrl).loopback)
        return false;
    const auto isSet = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    const bool encrypted = baseUrl.starts_with("https:");
    return encrypted
               ? isSet("https_proxy") || isSet("HTTPS_PROXY") || isSet("all_proxy") || isSet("ALL_PROXY")
               : isSet("http_proxy") || isSet("all_proxy") || isSet("ALL_PROXY");
}

HttpClient::HttpClient(ClientOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) {}
HttpClient::~HttpClient() = default;

Outcome HttpClient::send(const std::string& baseUrl, const Request& request, std::string_view expectedMedia) {
    return m_impl->send(baseUrl, request, expectedMedia);
}

void HttpClient::cancel() {
    m_impl->cancel();
}

void HttpClient::shutDown() {
    m_impl->shutDown();
}

}  // namespace fayi::net
