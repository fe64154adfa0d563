// SPDX-License-Identifier: Apache-2.0
#include "healing.h"

#include "fayi/protocol/certificate.h"

namespace fayi::runtime {

using protocol::Trouble;
using transport::Reply;

Reply rejoin(const store::Store& store, transport::Transport& transport) {
    Reply none;
    none.trouble = Trouble::Token;
    const std::string body = store.certificates();
    return body.empty() ? none : transport.post(protocol::kRejoinTarget, body, protocol::kJsonMedia);
}

Reply postKnown(const store::Store& store, transport::Transport& transport, std::string_view target,
                const Bytes& body) {
    Reply first = transport.post(target, body, protocol::kCborMedia);
    if (first.trouble != Trouble::Token)
        return first;
    const Reply rejoined = rejoin(store, transport);
    first.traffic += rejoined.traffic;
    if (rejoined.trouble != Trouble::None)
        return first;
    Reply second = transport.post(target, body, protocol::kCborMedia);
    second.traffic += first.traffic;
    return second;
}

namespace {

SyncResult broken(SyncResult out, Trouble trouble, Text words) {
    out.trouble = trouble;
    out.words = std::move(words);
    return out;
}

/// A station that the hub never forgot has nothing to show; one that the hub does not take for its own is
/// told so by the sync. Any other trouble (a request that was cut on its way too) says nothing of the
/// station: until the hub has read what it shows, it may not know the people whose changes come next.
SyncResult healByRejoining(store::Store& store, transport::Transport& transport) {
    SyncResult out;
    const Reply reply = rejoin(store, transport);
    out.traffic = reply.traffic;
    out.retryAfter = reply.retryAfter;
    if (reply.trouble != Trouble::None && reply.trouble != Trouble::Token)
        return broken(std::move(out), reply.trouble, reply.words);
    if (const Status noted = store.rejoined(); !noted)
        return broken(std::move(out), protocol::troubleOfStore(noted.error().code), noted.error().message);
    out.more = true;
    return out;
}

}  // namespace

SyncResult heal(store::Store& store, transport::Transport& transport) {
    if (store.healing() == store::Healing::Rejoin)
        return healByRejoining(store, transport);
    SyncResult out;
    const auto telling = store.nextTelling();
    if (!telling)
        return broken(std::move(out), protocol::troubleOfStore(telling.error().code),
                      telling.error().message);
    const Reply reply =
        postKnown(store, transport, protocol::kTestifyTarget, protocol::encode(telling->message));
    out.traffic = reply.traffic;
    out.retryAfter = reply.retryAfter;
    if (reply.trouble != Trouble::None)
        return broken(std::move(out), reply.trouble, reply.words);
    const auto answer = protocol::decodeTestimonyAnswer(reply.body);
    if (!answer)
        return broken(std::move(out), Trouble::CutShort,
                      {"服务器的回答不完整或无法识别，稍后会自动重试",
                       "the server's answer was cut short or not understood; it will be tried again"});
    if (const Status applied = store.apply(*telling, *answer); !applied)
        return broken(std::move(out), protocol::troubleOfStore(applied.error().code),
                      applied.error().message);
    out.more = true;
    return out;
}

}  // namespace fayi::runtime
