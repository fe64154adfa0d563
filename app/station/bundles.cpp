// SPDX-License-Identifier: Apache-2.0
// Bundles: a sync that is carried by hand, or handed to whoever carries it on.
#include <fstream>

#include "address.h"
#include "fayi/base/crypto.h"
#include "fayi/base/fresh_file.h"
#include "fayi/base/limits.h"
#include "fayi/base/split_file.h"
#include "fayi/station/json.h"
#include "fayi/station/station.h"
#include "in_use.h"

namespace fayi::station {
namespace {

namespace fs = std::filesystem;
using protocol::BundleReader;
using protocol::Trouble;

/// An enrolment file: a code, keys and names.
constexpr std::uintmax_t kEnrolFileBytes = 64u << 10;
/// Attachments are added to a bundle that goes over HTTP up to this: one body, less the questions for others.
constexpr std::uint64_t kSentBytes = limits::kBodyBytes - (512u << 10);

runtime::BundleBytes inMemory(const Bytes& bytes) {
    return [&bytes]() -> Result<BundleReader::Source> { return protocol::sourceOf(bytes); };
}

Status tooLarge() {
    return Error{ErrorCode::Refused,
                 {"要上报的内容超过 8 MB，请用 bundle write 写到 U 盘",
                  "there is more than 8 MB to hand in; write it to a stick with bundle write"}};
}

/// Whether there is an answer to a bundle at that address. Nothing: not yet, or it knows of none.
Result<std::optional<Bytes>> collected(transport::HttpTransport& at, const Bytes& id) {
    transport::Reply reply =
        at.get(std::string(protocol::kBundlesTarget) + "/" + toHex(id), protocol::kBundleMedia);
    if (reply.trouble == Trouble::None)
        return reply.body.empty() ? std::optional<Bytes>() : std::optional(std::move(reply.body));
    if (reply.status == 404 || reply.status == 405)
        return std::optional<Bytes>();
    return Error{protocol::codeOf(reply.trouble), reply.words};
}

}  // namespace

Result<Enrolled> Station::enrolByFile(const fs::path& path) {
    std::error_code failure;
    const std::uintmax_t size = fs::file_size(path, failure);
    if (failure)
        return Error{ErrorCode::NotFound,
                     {"没有这个文件：" + path.string(), "there is no file " + path.string()}};
    std::ifstream in(path, std::ios::binary);
    std::string text(std::min(size, kEnrolFileBytes), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    FAYI_LET(file, protocol::enrolFileFrom(text));
    std::int64_t person = m_person.number;
    if (m_store->isEnrolled()) {
        FAYI_LET(newcomer, roomForOneMore());
        person = newcomer;
    }
    FAYI_TRY(m_store->penFor(person));
    FAYI_TRY(m_store->beginJoining(file, person));
    store::Person shown = m_person;
    shown.id = file.person;
    shown.name = file.personName;
    shown.role = file.role;
    shown.org = file.org;
    shown.scope = file.scope;
    return Enrolled{0, std::move(shown), file.scope, true};
}

Result<BundleReport> Station::writeBundle(const fs::path& file, std::uint64_t split, const PartTold& told,
                                          bool attachments) {
    const runtime::SyncLock lock(m_store->folder());
    if (!lock.held())
        return inUse();
    FreshFile fresh(file);
    FAYI_LET(book, store::Attachments::open(m_store->folder(), m_clock));
    FAYI_LET(written, runtime::writeBundle(*m_store, m_person.number, m_random,
                                           [&fresh](std::string_view piece) { return fresh.write(piece); },
                                           {attachments ? book.get() : nullptr}));
    FAYI_TRY(fresh.close());
    BundleReport out;
    FAYI_LET(parts, putParts(fresh.path(), file, written.id, split, told));
    out.bundle = toHex(written.id);
    out.changes = written.changes;
    out.attachments = written.attachments;
    out.bytes = written.bytes;
    out.parts = parts;
    return out;
}

/// The answer to a bundle: what a sync would have brought.
Result<BundleReport> Station::applyAnswer(const runtime::BundleBytes& bytes, BundleReport report) {
    const Millis began = m_clock.steady();
    FAYI_LET(source, bytes());
    FAYI_LET(outside, BundleReader::open(std::move(source)));
    FAYI_LET(book, store::Attachments::open(m_store->folder(), m_clock));
    FAYI_LET(read, runtime::readAnswer(*m_store, bytes, book.get()));
    FAYI_TRY(catchUp());
    renewPerson();
    if (read.sync.trouble != Trouble::None)
        return Error{protocol::codeOf(read.sync.trouble), read.sync.words};
    SyncReport sync = reportOf(read.sync, m_store->counts().conflicts, m_clock.steady() - began);
    sync.pushed += report.sync.pushed;
    sync.pulled += report.sync.pulled;
    std::ranges::move(report.sync.refused, std::back_inserter(sync.refused));
    report.sync = std::move(sync);
    if (report.bundle.empty())
        report.bundle = toHex(outside.header().answers);
    report.answered = true;
    report.late = read.late;
    report.more = read.sync.more;
    return report;
}

Result<BundleReport> Station::readBundle(const std::vector<fs::path>& files) {
    const runtime::SyncLock lock(m_store->folder());
    if (!lock.held())
        return inUse();
    const runtime::BundleBytes bytes = [&files]() -> Result<BundleReader::Source> {
        return readingParts(files);
    };
    return applyAnswer(bytes, {});
}

Result<BundleReport> Station::sendBundle(const std::string& server, const std::string& caFile,
                                         bool attachments) {
    FAYI_TRY(checkAddress(server, caFile));
    const runtime::SyncLock lock(m_store->folder());
    if (!lock.held())
        return inUse();
    net::ClientOptions options;
    options.caFile = caFile;
    transport::HttpTransport at(server, options, {});
    BundleReport out;
    for (const Bytes& id : m_store->unansweredBundles()) {
        FAYI_LET(answer, collected(at, id));
        if (!answer)
            continue;
        FAYI_LET(applied, applyAnswer(inMemory(*answer), std::move(out)));
        out = std::move(applied);
        break;  // of several bundles the newest said all that the others did
    }
    Bytes bundle;
    const auto into = [&bundle](std::string_view piece) {
        bundle.append(piece);
        return bundle.size() > limits::kBodyBytes ? tooLarge() : Status();
    };
    FAYI_LET(book, store::Attachments::open(m_store->folder(), m_clock));
    FAYI_LET(written, runtime::writeBundle(*m_store, m_person.number, m_random, into,
                                           {attachments ? book.get() : nullptr, kSentBytes}));
    const transport::Reply reply = at.post(protocol::kBundlesTarget, bundle, protocol::kBundleMedia);
    if (reply.trouble != Trouble::None)
        return Error{protocol::codeOf(reply.trouble), reply.words};
    out.bundle = toHex(written.id);
    out.changes = written.changes;
    out.attachments = written.attachments;
    out.bytes = written.bytes;
    out.parts = 1;
    out.kept = reply.body.empty();
    return out.kept ? Result<BundleReport>(std::move(out))
                    : applyAnswer(inMemory(reply.body), std::move(out));
}

Result<BundleReport> Station::carryBundle(const std::vector<fs::path>& files, const std::string& server,
                                          const std::string& caFile, const fs::path& answer) {
    FAYI_TRY(checkAddress(server, caFile));
    FAYI_LET(parts, PartsReader::open(files));
    if (parts.bytes() > limits::kBodyBytes)
        return tooLarge().error();
    FAYI_LET(bundle, parts.read(static_cast<std::size_t>(parts.bytes())));
    FAYI_LET(outside, BundleReader::open(protocol::sourceOf(bundle)));
    if (outside.header().isAnswer())
        return Error{ErrorCode::Usage,
                     {"这是给“" + outside.header().stationName + "”的回信，不必再交给区县",
                      "this is the answer to " + outside.header().stationName + ", not a bundle to hand in"}};
    net::ClientOptions options;
    options.caFile = caFile;
    transport::HttpTransport at(server, options, {});
    FAYI_LET(there, collected(at, outside.header().id));
    if (!there) {
        const transport::Reply reply = at.post(protocol::kBundlesTarget, bundle, protocol::kBundleMedia);
        if (reply.trouble != Trouble::None)
            return Error{protocol::codeOf(reply.trouble), reply.words};
        there = reply.body;
    }
    BundleReport out;
    out.bundle = toHex(outside.header().id);
    out.bytes = bundle.size();
    out.kept = there->empty();
    if (out.kept)
        return out;
    FreshFile file(answer);
    FAYI_TRY(file.write(*there));
    FAYI_TRY(file.keep());
    return out;
}

}  // namespace fayi::station
