// SPDX-License-Identifier: Apache-2.0
#include "fayi/runtime/bundle_session.h"

#include "bundled_blobs.h"
#include "fayi/base/crypto.h"

namespace fayi::runtime {
namespace {

using protocol::BundleHeader;
using protocol::BundleReader;

Error noHub() {
    return {ErrorCode::Usage,
            {"本机还不知道区县的密钥：请先用加入文件（enrol --file）或网络加入区县",
             "this station does not know the hub's keys yet: join a district by file (enrol --file) or by "
             "network "
             "first"}};
}

/// Whose it is, if it is not for this store to open.
Status mustBeOurs(const BundleHeader& header, const SealKey& key, const std::string& district) {
    if (!header.isAnswer())
        return Error{
            ErrorCode::Usage,
            {"这是写给区县的数据包，请交给区县（或用 bundle send 转交），本机不能打开",
             "this bundle goes to the district: hand it in there (or with bundle send); this station "
             "cannot open it"}};
    if (header.district != district)
        return Error{ErrorCode::Usage,
                     {"这是另一个区县（" + header.district + "）的回信",
                      "this is an answer of another district (" + header.district + ")"}};
    if (header.to == key.publicKey)
        return {};
    const std::string number = std::to_string(header.station);
    return Error{ErrorCode::Usage,
                 {"这是给“" + header.stationName + "”（第 " + number + " 号电脑）的回信，请在那台电脑上读取",
                  "this is the answer to " + header.stationName + " (station " + number +
                      "): read it on that computer"}};
}

Error notByTheHub() {
    return {ErrorCode::Validation,
            {"回信不是本区县枢纽签发的，整个不予采用",
             "the answer is not signed by the hub of this district; nothing of it is taken"}};
}

Result<BundleReader> opened(const BundleBytes& bytes) {
    FAYI_LET(source, bytes());
    return BundleReader::open(std::move(source));
}

/// Whole, ours, and by the hub: the id of the bundle that it answers.
Result<Bytes> examine(const BundleBytes& bytes, const SealKey& key, const store::HubAddress& hub) {
    FAYI_LET(reader, opened(bytes));
    FAYI_TRY(mustBeOurs(reader.header(), key, hub.district));
    if (!reader.unlock(key))
        return notByTheHub();
    for (bool more = true; more;) {
        FAYI_LET(item, reader.next());
        more = item.has_value();
    }
    if (!verifySignature(hub.keys.sign, reader.message(), reader.signature()))
        return notByTheHub();
    return reader.header().answers;
}

SyncResult resultOf(const store::Applied& applied) {
    SyncResult out;
    out.pushed = applied.acknowledged;
    out.pulled = applied.news;
    out.refused = applied.refused;
    out.copied = applied.forked;
    if (applied.forked)
        out.notice = noticeOfCopy(applied.reissued);
    else if (applied.restored)
        out.notice = noticeOfRestoredHub(applied.again);
    return out;
}

}  // namespace

Result<WrittenBundle> writeBundle(store::Store& store, std::int64_t person, Random& random,
                                  const protocol::BundleWriter::Sink& sink,
                                  const BundledAttachments& attachments) {
    const auto hub = store.hubAddress();
    if (!hub)
        return noHub();
    FAYI_LET(head, store.bundleHead(person));
    WrittenBundle out;
    out.id = random.bytes(protocol::kBundleIdBytes);
    const BundleHeader header{hub->district, out.id, hub->keys.seal};
    FAYI_LET(writer, protocol::BundleWriter::begin(header, sink, random));
    FAYI_TRY(writer.add({std::string(protocol::kHeadTarget), 0, protocol::encode(head)}));
    FAYI_LET(said, store.sayAll([&writer](const protocol::BundleItem& item) { return writer.add(item); }));
    if (attachments.book != nullptr && writer.bytes() < attachments.most) {
        FAYI_LET(blobs, sayBlobs(*attachments.book, attachments.most - writer.bytes(), writer));
        out.attachments = blobs.attachments;
    }
    FAYI_TRY(writer.finish([&](std::string_view message) { return store.signAs(head.replica, message); }));
    FAYI_TRY(store.rememberBundle(out.id, said));
    out.changes = said.changes;
    out.bytes = writer.bytes();
    return out;
}

Result<ReadAnswer> readAnswer(store::Store& store, const BundleBytes& bytes, store::Attachments* book) {
    const auto hub = store.hubAddress();
    if (!hub)
        return noHub();
    FAYI_LET(key, store.sealKey());
    FAYI_LET(id, examine(bytes, key, *hub));
    FAYI_LET(answer, store.answerTo(id));
    FAYI_LET(reader, opened(bytes));
    (void)reader.unlock(key);
    ReadAnswer out;
    while (!answer.denied) {
        FAYI_LET(item, reader.next());
        if (!item)
            break;
        if (const auto piece = protocol::blobPieceFrom(item->target)) {
            if (book != nullptr) {
                FAYI_TRY(book->noteEpoch());
                FAYI_TRY(hearPiece(*book, *piece, *item, out.sync));
            }
            continue;
        }
        if (out.late)
            continue;  // attachments are what they are, whenever they come
        FAYI_LET(applied, store.apply(answer, *item));
        out.late = applied.late;
        out.sync += resultOf(applied);
    }
    if (answer.denied) {
        out.sync.trouble =
            protocol::troubleOfDenial(answer.denied->code).value_or(protocol::Trouble::Malformed);
        out.sync.words = answer.denied->reason;
    }
    FAYI_TRY(store.noteAnswered(answer));
    out.sync.more = out.late || store.healing() != store::Healing::None || store.hasUnsent();
    const bool well = out.sync.trouble == protocol::Trouble::None;
    if (!well || !out.late)
        FAYI_TRY(store.rememberSync(well ? std::nullopt : std::optional(out.sync.words)));
    return out;
}

}  // namespace fayi::runtime
