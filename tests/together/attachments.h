// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>

#include "fayi/base/crypto.h"
#include "fayi/base/files.h"
#include "fayi/base/limits.h"
#include "fayi/runtime/blob_session.h"
#include "fayi/server/erase.h"
#include "fayi/store/attachments.h"
#include "together.h"

namespace fayi::testing {

namespace fs = std::filesystem;
using protocol::Trouble;

inline std::string nameOf(std::string_view content) {
    return toHex(sha256(content));
}

/// Bytes that do not repeat.
inline std::string bytesOf(std::size_t count, std::uint64_t seed) {
    return SeededRandom(seed).bytes(count);
}

/// The way to the hub as a test wants it: it hears every request, and may break it off.
class Wire final : public transport::Transport {
public:
    explicit Wire(transport::Transport& way) : m_way(way) {}

    transport::Reply post(std::string_view target, const Bytes& body, std::string_view media) override {
        log.emplace_back(std::string("POST ") + std::string(target));
        return m_way.post(target, body, media);
    }
    transport::Reply send(const net::Request& asked, std::string_view media) override {
        net::Request request = asked;
        log.push_back(request.method + " " + request.target);
        const std::size_t sent = request.body.size();
        bytesUp += sent;
        if (cutUp && cutUp())
            return broken(Trouble::CutShort);
        if (alterUp)
            alterUp(request);
        transport::Reply reply = m_way.send(request, media);
        if (alterDown)
            alterDown(reply);
        if (cutDown && reply.trouble == Trouble::None && cutDown(reply)) {
            reply.trouble = Trouble::CutShort;
            reply.words = {"断了", "broke off"};
        }
        bytesDown += reply.body.size();
        return reply;
    }

    std::vector<std::string> log;
    std::uint64_t bytesUp = 0, bytesDown = 0;
    std::function<bool()> cutUp;                     ///< true: the request does not arrive
    std::function<bool(transport::Reply&)> cutDown;  ///< true: the answer does not arrive whole
    std::function<void(net::Request&)> alterUp;
    std::function<void(transport::Reply&)> alterDown;

private:
    static transport::Reply broken(Trouble trouble) {
        transport::Reply out;
        out.trouble = trouble;
        out.words = {"断了", "broke off"};
        return out;
    }
    transport::Transport& m_way;
};

/// A computer that attaches files.
struct Office : Computer {
    Wire wire{*transport};

    using Computer::Computer;

    std::unique_ptr<store::Attachments> book() {
        return must(store::Attachments::open(store->folder(), clock));
    }

    /// As the station does it, with a thumbnail if one is given.
    std::string attach(RecordId id, const std::string& content, const std::string& thumbnail = {}) {
        clock.advance(Millis(1000));
        const auto shelf = book();
        const std::string name = must(shelf->files().takeIn(content)).name;
        EXPECT_TRUE(shelf->noteTakenIn(name, content.size(), false).ok());
        Json member{{"blob", name}, {"name", "照片.jpg"}, {"bytes", content.size()}, {"media", "image/jpeg"}};
        if (!thumbnail.empty()) {
            member["thumbnail"] = must(shelf->files().takeIn(thumbnail)).name;
            EXPECT_TRUE(shelf->noteTakenIn(member["thumbnail"], thumbnail.size(), true).ok());
        }
        const auto* type = store->catalog().type("outreach");
        const auto state = must(store->state(id));
        write(id, records::planMember(*type, state, state.seen(), *type->find("attachments"), member));
        return name;
    }
    void detach(RecordId id) { edit(id, {{"attachments", Json::array()}}); }

    runtime::SyncResult carry(bool attachments = true) {
        clock.advance(Millis(1000));
        return runtime::syncWithAttachments(*store, wire, clock, {attachments});
    }
    runtime::SyncResult carried() {
        auto out = carry();
        EXPECT_EQ(out.trouble, Trouble::None) << out.words.en;
        return out;
    }
    runtime::SyncResult fetch(const std::string& name) { return runtime::fetchBlob(*book(), wire, name); }
    bool has(const std::string& name) { return book()->files().sizeOf(name).has_value(); }
    std::string content(const std::string& name) {
        return must(book()->files().read(name, 0, limits::kBlobBytes));
    }
    std::uint64_t waiting() { return must(book()->counts()).waiting; }
};

struct Attachments : Together {
    Office a{hub, hub.person("clerk", "500115001"), 1};
    Office b{hub, hub.person("clerk", "500115001", "李四"), 2};

    bool hubHas(const std::string& name) { return hub.blobs.tree.sizeOf(name).has_value(); }
    /// The hub looks after its attachments with the first request of another hour.
    void tend() {
        clock.advance(std::chrono::hours(2));
        hub.service.handle({"GET", "/healthz", {}, {}});
    }
};

}  // namespace fayi::testing
