// SPDX-License-Identifier: Apache-2.0
#include "serve.h"

#include <csignal>
#include <mutex>

#include "attachments.h"
#include "fayi/net/http_server.h"
#include "fayi/server/service.h"
#include "fayi/server/sqlite_hub_store.h"

namespace fayi::hub {
int serve(const Options& options) {
    sigset_t endings;
    sigemptyset(&endings);
    sigaddset(&endings, SIGTERM);
    sigaddset(&endings, SIGINT);
    pthread_sigmask(SIG_BLOCK, &endings, nullptr);  // inherited by every thread that starts below

    auto listen = net::listenOn(options.listen);
    if (!listen)
        return options.printer.fail({ErrorCode::Usage,
                                     {"--listen 应为 地址:端口，收到的是“" + options.listen + "”",
                                      "--listen takes address:port, not \"" + options.listen + "\""}});
    listen->tlsCert = options.tlsCert;
    listen->tlsKey = options.tlsKey;
    listen->refusal = Service::refusal;
    const std::string folder = options.data;
    const StoreFactory stores = [folder]() -> Result<std::unique_ptr<HubStore>> {
        FAYI_LET(store, SqliteHubStore::open(folder));
        return std::unique_ptr<HubStore>(std::move(store));
    };
    // A store that cannot be opened must stop the start, not the first request.
    if (const auto probe = stores(); !probe)
        return options.printer.fail(probe.error());
    SystemClock clock;
    SystemRandom random;
    std::mutex saying;
    auto blobs = blobStoreOf(options);
    if (!blobs)
        return options.printer.fail(blobs.error());
    Service service(
        stores, clock, random,
        [&](const Error& error) {
            const std::lock_guard lock(saying);
            const std::string now = toIsoChina(clock.now()) + " ";
            options.printer.say({now + error.message.zh, now + error.message.en});
        },
        &*blobs);
    auto server = net::HttpServer::start(
        *listen, [&service](const net::Request& request) { return service.handle(request); });
    if (!server)
        return options.printer.fail(server.error());
    Printer line = options.printer;
    line.json = true;
    line.answer(Json{{"listening", (*server)->url()}});
    int signal = 0;
    sigwait(&endings, &signal);
    (*server)->stop();
    return 0;
}

}  // namespace fayi::hub
