// SPDX-License-Identifier: Apache-2.0
// Attachments: taken in with the record that names them, written out again.
#include "fayi/base/files.h"
#include "fayi/base/limits.h"
#include "fayi/blobs/media.h"
#include "fayi/runtime/blob_session.h"
#include "in_use.h"
#include "loaded.h"
#include "thumbnail.h"

namespace fayi::station {

/// What is to become an attachment: a file, or bytes that lie nowhere else.
struct Offered {
    std::string name;
    std::uintmax_t bytes = 0;
    std::string_view media;
    std::string paper;  ///< of the dossier; empty: none of them
    std::function<Result<blobs::TakenIn>(const blobs::BlobTree&)> takeIn;
};

namespace {

/// A file may be swept away between its taking in and its row, if it was there as nobody's; not twice.
constexpr int kTries = 3;
/// Longer names are cut, as the schema says how long they may be.
constexpr std::size_t kNamePoints = 200;

Error noSuchFile(const std::filesystem::path& file) {
    return {ErrorCode::Usage, {"找不到文件：" + file.string(), "there is no such file: " + file.string()}};
}

/// A file's name as it is shown; what is not UTF-8 is not kept.
std::string shownName(const std::string& name) {
    return isUtf8(name) && !name.empty() ? prefixOf(name, kNamePoints) : "附件";
}

Text whyNotTaken(std::uintmax_t bytes, std::string_view media) {
    if (bytes == 0)
        return {"文件是空的", "the file is empty"};
    if (bytes > limits::kBlobBytes) {
        const std::string most = std::to_string(limits::kBlobBytes >> 20);
        const std::string mb = std::to_string((bytes + (1u << 20) - 1) >> 20);
        return {"文件过大（" + mb + " MB），附件最大 " + most + " MB；请压缩或拆分后再添加",
                "the file is too large (" + mb + " MB); an attachment has " + most +
                    " MB at most. Compress or split it"};
    }
    return blobs::whyRefused(media);
}

/// Its small picture, taken in too; empty if there is none. Nobody goes without an attachment for the want of
/// one.
std::string takeThumbnail(store::Attachments& book, const Attached& original) {
    if (original.media != "image/jpeg" && original.media != "image/png")
        return {};
    const auto picture = book.files().read(original.blob, 0, limits::kBlobBytes);
    const auto little = picture ? thumbnailOf(*picture) : std::nullopt;
    if (!little)
        return {};
    for (int i = 0; i < kTries; ++i) {
        const auto taken = book.files().takeIn(*little);
        if (!taken || !book.noteTakenIn(taken->name, taken->bytes, true))
            return {};
        if (book.files().sizeOf(taken->name))
            return taken->name;
    }
    return {};
}

Result<Attached> takeIn(store::Attachments& book, const Offered& offered) {
    for (int i = 0; i < kTries; ++i) {
        FAYI_LET(taken, offered.takeIn(book.files()));
        FAYI_TRY(book.noteTakenIn(taken.name, taken.bytes, false));
        if (book.files().sizeOf(taken.name)) {
            Attached out{taken.name, taken.bytes, std::string(offered.media), {}};
            out.thumbnail = takeThumbnail(book, out);
            return out;
        }
    }
    return Error{ErrorCode::Io, {"附件没有存好，请再试一次", "the attachment was not kept; try again"}};
}

}  // namespace

Result<Attached> Station::attach(RecordId id, const std::string& field, const std::filesystem::path& file,
                                 const std::string& paper) {
    m_refused.clear();
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure))
        return noSuchFile(file);
    FAYI_LET(beginning, readAt(file, 0, blobs::kMagicBytes));
    return attach(id, field,
                  Offered{shownName(file.filename().string()), std::filesystem::file_size(file, failure),
                          blobs::mediaOf(beginning), paper, [&](const blobs::BlobTree& files) {
                              return files.takeIn(file, limits::kBlobBytes);
                          }});
}

Result<Attached> Station::attach(RecordId id, const std::string& field, const std::string& name,
                                 std::string_view content, const std::string& paper) {
    return attach(
        id, field,
        Offered{shownName(name), content.size(), blobs::mediaOf(content.substr(0, blobs::kMagicBytes)), paper,
                [&](const blobs::BlobTree& files) { return files.takeIn(content); }});
}

/// What is scanned lies in the dossier: both are said in one change.
void Station::fileUnder(records::Plan& plan, const std::string& paper, const std::string& blob,
                        const Loaded& record) const {
    const schema::Field& papers = *record.type->find(record.type->dossier.field);
    records::Plan tick = records::planMember(*record.type, record.state, record.shown, papers, paper);
    plan.refused = std::move(tick.refused);
    std::ranges::move(tick.writes, std::back_inserter(plan.writes));
    records::addPaper(plan, record.state, record.shown, blob, paper);
}

Result<Attached> Station::attach(RecordId id, const std::string& field, const Offered& offered) {
    m_refused.clear();
    FAYI_LET(record, load(id, std::nullopt));
    const schema::Field* known = record.type->find(field);
    if (known == nullptr || known->kind != schema::FieldKind::Attachments)
        return refuse(field, {"这种记录没有附件字段“" + prefixOf(field, 60) + "”",
                              "records of this type have no attachments field " + prefixOf(field, 60)});
    if (record.stored.view.deleted)
        return refuse("", {"记录在回收站里，请先恢复再修改", "the record is deleted; restore it first"});
    if (Text why = whyNotTaken(offered.bytes, offered.media); !why.zh.empty())
        return refuse(field, std::move(why));
    const schema::Field* papers = record.type->find(record.type->dossier.field);
    if (!offered.paper.empty() && (papers == nullptr || papers->choice(offered.paper) == nullptr))
        return refuse(field, {"这种记录的卷宗里没有这种材料：" + prefixOf(offered.paper, 60),
                              "no such paper in the dossier of this type: " + prefixOf(offered.paper, 60)});
    FAYI_LET(book, store::Attachments::open(m_store->folder(), m_clock));
    FAYI_LET(attached, takeIn(*book, offered));
    Json member{{"blob", attached.blob},
                {"name", offered.name},
                {"bytes", attached.bytes},
                {"media", attached.media}};
    if (!attached.thumbnail.empty())
        member["thumbnail"] = attached.thumbnail;
    records::Plan plan = records::planMember(*record.type, record.state, record.shown, *known, member);
    if (!offered.paper.empty() && plan.refused.empty())
        fileUnder(plan, offered.paper, attached.blob, record);
    FAYI_TRY(write(record, std::move(plan)));
    return attached;
}

/// Several people share a store: somebody who may see a record that names it may have it.
Status Station::checkVisible(const store::Attachments& book, const std::string& name) const {
    FAYI_LET(rows, book.recordsNaming(name));
    for (const std::int64_t row : rows) {
        FAYI_LET(record, m_store->getByNumber(row));
        if (isVisible(record))
            return {};
    }
    return Error{ErrorCode::NotFound,
                 {"您能看到的记录里没有这个附件：" + prefixOf(name, 70),
                  "no record that you can see names this attachment: " + prefixOf(name, 70)}};
}

Result<std::vector<AttachmentState>> Station::attachments(RecordId id) const {
    std::vector<AttachmentState> out;
    FAYI_LET(record, get(id));
    const schema::RecordType* type = catalog().type(record.view.type);
    FAYI_LET(book, store::Attachments::open(m_store->folder(), m_clock));
    const auto wordOf = [](const Json& member, const char* key) { return member.value(key, std::string()); };
    for (const schema::Field& field : type != nullptr ? type->fields : std::vector<schema::Field>()) {
        if (field.kind != schema::FieldKind::Attachments)
            continue;
        for (const Json& member : record.view.fields.value(field.name, Json::array())) {
            AttachmentState one{field.name,
                                wordOf(member, "blob"),
                                wordOf(member, "name"),
                                wordOf(member, "media"),
                                member.value("bytes", std::uint64_t{0}),
                                {}};
            if (const auto paper = record.view.papers.find(one.blob); paper != record.view.papers.end())
                one.paper = paper->second;
            FAYI_LET(known, book->find(one.blob));
            one.here = book->files().sizeOf(one.blob).has_value();
            if (known) {
                one.atHub = known->atHub;
                one.sent = known->sent;
                one.came = known->here;
            }
            const std::string little = wordOf(member, "thumbnail");
            if (!little.empty() && book->files().sizeOf(little))
                one.thumbnail = book->files().fileOf(little);
            out.push_back(std::move(one));
        }
    }
    return out;
}

Status Station::fetchBlob(store::Attachments& book, const std::string& name) {
    const auto transport = runtime::transportFor(*m_store);
    if (!transport)
        return Error{ErrorCode::NotFound,
                     {"本机没有这个附件的内容，也还没有加入区县",
                      "this attachment is not here, and this station has joined no district"}};
    const runtime::SyncLock lock(m_store->folder());
    if (!lock.held())
        return inUse();
    const runtime::SyncResult result = runtime::fetchBlob(book, *transport, name);
    if (result.trouble != protocol::Trouble::None)
        return Error{protocol::codeOf(result.trouble), result.words};
    return {};
}

Result<Attached> Station::writeBlob(const std::string& name, const std::filesystem::path& file) {
    if (!blobs::isBlobName(name))
        return Error{
            ErrorCode::Usage,
            {"这不是附件编号（64 位小写十六进制）：" + prefixOf(name, 70),
             "this is not the name of an attachment (64 hexadecimal digits): " + prefixOf(name, 70)}};
    FAYI_LET(book, store::Attachments::open(m_store->folder(), m_clock));
    FAYI_TRY(checkVisible(*book, name));
    for (int i = 0; i < kTries; ++i) {
        FAYI_LET(known, book->find(name));
        if (!known || !known->whole() || !book->files().sizeOf(name)) {
            if (known && known->whole())
                FAYI_TRY(book->noteLost(name));
            FAYI_TRY(fetchBlob(*book, name));
        }
        const Status copied = book->files().copyOut(name, file);
        if (copied)
            return Attached{name, book->files().sizeOf(name).value_or(0), {}, {}};
        if (copied.error().code != ErrorCode::Damaged)
            return copied.error();
        FAYI_TRY(book->noteLost(name));  // once more, from the hub
    }
    return Error{ErrorCode::Damaged, {"附件已损坏：" + name, "the attachment is damaged: " + name}};
}

}  // namespace fayi::station
