// SPDX-License-Identifier: Apache-2.0
// Attachments over a real socket, as any HTTP client sees them.
#include <gmock/gmock.h>

#include "fayi/base/limits.h"
#include "fayi/net/http_client.h"
#include "fayi/net/http_server.h"
#include "fayi/server/service.h"
#include "fixture.h"

namespace fayi::hub::testing {
namespace {

class BlobHttp : public HubTest {
protected:
    BlobHttp()
        : blobs(BlobStore::inFolder(folder.path())),
          service(
              [this]() -> Result<std::unique_ptr<HubStore>> {
                  FAYI_LET(opened, SqliteHubStore::open(folder.path()));
                  return std::unique_ptr<HubStore>(std::move(opened));
              },
              clock, random, {}, &blobs),
          server(
              must(net::HttpServer::start({}, [this](const net::Request& r) { return service.handle(r); }))),
          mine(station(person("clerk", "500115001"))) {}

    net::Outcome send(const std::string& method, const std::string& blob,
                      std::vector<net::Header> headers = {}, const Bytes& body = {}) {
        return sendAs(mine, method, blob, std::move(headers), body);
    }
    net::Outcome sendAs(const FakeStation& who, const std::string& method, const std::string& blob,
                        std::vector<net::Header> headers = {}, const Bytes& body = {}) {
        headers.push_back({"Authorization", "Bearer " + std::to_string(who.credentials.station) + "." +
                                                who.credentials.token});
        return client.send(server->url(), {method, protocol::blobTarget(blob), std::move(headers), body}, "");
    }
    net::Outcome put(const std::string& blob, const std::string& range, const Bytes& body) {
        return send("PUT", blob, {{"Content-Range", range}}, body);
    }
    static std::string codeOf(const net::Outcome& outcome) {
        const auto denial = protocol::denialFrom(outcome.response.body);
        return denial ? denial->code : "none: " + outcome.response.body;
    }
    static net::ClientOptions direct() {
        net::ClientOptions out;
        out.proxy = "";
        return out;
    }

    BlobStore blobs;
    Service service;
    std::unique_ptr<net::HttpServer> server;
    net::HttpClient client{direct()};
    FakeStation mine;
    const std::string content = SeededRandom(5).bytes(1'500'000), name = toHex(sha256(content));

    void upload() {
        const std::string total = std::to_string(content.size());
        const std::size_t half = 1'000'000;
        EXPECT_EQ(put(name, "bytes 0-999999/" + total, content.substr(0, half)).response.body,
                  R"({"have":1000000,"stored":false})");
        EXPECT_EQ(put(name, "bytes 1000000-1499999/" + total, content.substr(half)).response.body,
                  R"({"have":1500000,"stored":true})");
    }
};

TEST_F(BlobHttp, AreReadWholeOrInPart) {
    upload();
    const auto whole = send("GET", name);
    EXPECT_EQ(whole.response.status, 200);
    EXPECT_EQ(whole.response.body, content);
    const auto part = send("GET", name, {{"Range", "bytes=1499990-"}});
    EXPECT_EQ(part.response.status, 206);
    EXPECT_EQ(part.response.body, content.substr(1'499'990));
    EXPECT_EQ(*part.response.header("Content-Range"), "bytes 1499990-1499999/1500000");
    const auto last = send("GET", name, {{"Range", "bytes=-5"}});
    EXPECT_EQ(last.response.body, content.substr(content.size() - 5));
    const auto head = send("HEAD", name);
    EXPECT_EQ(head.response.status, 200);
    EXPECT_EQ(*head.response.header("Content-Length"), "1500000");
    EXPECT_EQ(head.response.body, "");
    const auto behind = send("GET", name, {{"Range", "bytes=1500000-"}});
    EXPECT_EQ(behind.response.status, 416);
    EXPECT_EQ(*behind.response.header("Content-Range"), "bytes */1500000");
    EXPECT_EQ(send("GET", name, {{"Range", "lines=1-2"}}).response.status, 200) << "not understood: ignored";
}

TEST_F(BlobHttp, AnUploadSaysWhereItStandsAndTakesWhatBeginsThere) {
    const std::string total = std::to_string(content.size());
    EXPECT_EQ(put(name, "bytes */" + total, "").response.body, R"({"have":0,"stored":false})");
    put(name, "bytes 0-99/" + total, content.substr(0, 100));
    EXPECT_EQ(put(name, "bytes 0-99/" + total, content.substr(0, 100)).response.body,
              R"({"have":100,"stored":false})")
        << "repeated: no effect beyond the first";
    EXPECT_EQ(put(name, "bytes 200-299/" + total, content.substr(200, 100)).response.body,
              R"({"have":100,"stored":false})")
        << "a gap";
    EXPECT_EQ(put(name, "bytes */" + total, "").response.body, R"({"have":100,"stored":false})");
    EXPECT_EQ(put(name, "bytes */77", "").response.body, R"({"have":0,"stored":false})") << "another size";
    EXPECT_EQ(put(name, "bytes 100-999999/" + total, content.substr(100, 999'900)).response.body,
              R"({"have":1000000,"stored":false})");
    EXPECT_EQ(put(name, "bytes 1000000-1499999/" + total, content.substr(1'000'000)).response.body,
              R"({"have":1500000,"stored":true})");
    EXPECT_EQ(put(name, "bytes */" + total, "").response.body, R"({"have":1500000,"stored":true})");
    EXPECT_TRUE(blobs.tree.unfinished().empty());
}

TEST_F(BlobHttp, ThatAreNotWhatTheyShouldBeAreDenied) {
    const std::string total = std::to_string(content.size());
    EXPECT_EQ(codeOf(put(name, "", "x")), "malformed");
    EXPECT_EQ(codeOf(put(name, "bytes 0-9/" + total, "three")), "malformed");
    EXPECT_EQ(codeOf(put(name, "bytes */0", "")), "malformed");
    EXPECT_EQ(codeOf(put(name, "bytes 0-0/" + std::to_string(limits::kBlobBytes + 1), "x")), "too-large");
    const Bytes large(limits::kBlobChunkBytes + 1, 'x');
    EXPECT_EQ(codeOf(put(name, "bytes 0-1048576/" + total, large)), "too-large");
    EXPECT_EQ(codeOf(put(name, "bytes 0-4/5", "other")), "mismatch");
    EXPECT_EQ(put(name, "bytes 0-4/5", "other").response.status, 422);
    EXPECT_EQ(codeOf(send("GET", name)), "no-blob");
    EXPECT_EQ(codeOf(send("GET", "ABC")), "not-found");
    EXPECT_EQ(codeOf(send("GET", "../hub.sqlite")), "not-found");
    EXPECT_EQ(send("POST", name).response.status, 405);
    EXPECT_TRUE(blobs.tree.unfinished().empty());
}

TEST_F(BlobHttp, AreForStationsThatProveThemselves) {
    upload();
    FakeStation stranger = mine;
    stranger.credentials.token = "guessed";
    EXPECT_EQ(codeOf(sendAs(stranger, "GET", name)), "token");
    EXPECT_EQ(codeOf(sendAs(stranger, "PUT", name, {{"Content-Range", "bytes */9"}})), "token");
    const auto nobody = client.send(server->url(), {"GET", protocol::blobTarget(name), {}, {}}, "");
    EXPECT_EQ(codeOf(nobody), "token");
    const FakeStation far = station(person("clerk", "500115002"), "二号机");
    EXPECT_EQ(codeOf(sendAs(far, "GET", name)), "no-blob") << "no record in its scope names it";
}

}  // namespace
}  // namespace fayi::hub::testing
