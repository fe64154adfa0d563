// SPDX-License-Identifier: Apache-2.0
// The dealings with the hub, and looking after the store.
#include "address.h"
#include "clock_note.h"
#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/runtime/sync_session.h"
#include "fayi/station/json.h"
#include "fayi/station/personal.h"
#include "fayi/station/returned.h"
#include "fayi/station/station.h"
#include "fayi/store/practice.h"
#include "in_use.h"

namespace fayi::station {
namespace {

using protocol::Trouble;

Error unusable(const std::string& server) {
    return {ErrorCode::Usage,
            {"服务器地址应以 http:// 或 https:// 开头：" + server,
             "the server's address begins with http:// or https://: " + server}};
}

/// "3 天", "2 小时", "12 分钟": as exact as somebody needs who sets a clock.
Text lengthOf(Millis length) {
    const auto minutes = std::chrono::round<std::chrono::minutes>(length).count();
    const auto say = [](std::int64_t number, const char* zh, const char* en) {
        const std::string count = std::to_string(number);
        return Text{count + " " + zh, count + " " + en + (number == 1 ? "" : "s")};
    };
    const auto nearest = [minutes](std::int64_t unit) { return (minutes + unit / 2) / unit; };
    if (minutes >= 2 * 24 * 60)
        return say(nearest(24 * 60), "天", "day");
    return minutes >= 2 * 60 ? say(nearest(60), "小时", "hour") : say(minutes, "分钟", "minute");
}

}  // namespace

Text clockNote(Millis offset) {
    if (std::chrono::abs(offset) <= limits::kClockTold)
        return {};
    const Text length = lengthOf(std::chrono::abs(offset));
    const bool slow = offset > Millis(0);
    return {std::string("这台电脑的时间比区县") + (slow ? "慢" : "快") + "约 " + length.zh +
                "，请校正；记录不会因此丢失，“发生日期”不受影响",
            "the clock of this computer is about " + length.en + (slow ? " behind" : " ahead of") +
                " the district's; please set it. Nothing is lost by it, and dates of events are as written"};
}

namespace {

Result<protocol::EnrolResponse> askHub(const std::string& server, const net::ClientOptions& options,
                                       const protocol::EnrolRequest& request) {
    transport::HttpTransport transport(server, options, {});
    const transport::Reply reply =
        transport.post(protocol::kEnrolTarget, protocol::toJson(request).dump(), protocol::kJsonMedia);
    if (reply.trouble != Trouble::None)
        return Error{protocol::codeOf(reply.trouble), reply.words};
    const Error unreadable{ErrorCode::Unreachable,
                           {"服务器的回答无法识别", "the server's answer was not understood"}};
    const Json json = Json::parse(reply.body, nullptr, false);
    if (json.is_discarded())
        return unreadable;
    auto answer = protocol::enrolResponseFrom(json);
    return answer ? std::move(answer) : Result<protocol::EnrolResponse>(unreadable);
}

}  // namespace

Status checkAddress(const std::string& server, const std::string& caFile) {
    if (!server.starts_with("https://") && !server.starts_with("http://"))
        return unusable(server);
    std::error_code failure;
    if (!caFile.empty() && !std::filesystem::is_regular_file(caFile, failure))
        return Error{ErrorCode::Usage,
                     {"找不到证书文件：" + caFile, "there is no certificate file " + caFile}};
    return {};
}

SyncReport reportOf(const runtime::SyncResult& result, std::uint64_t openConflicts, Millis took) {
    SyncReport out;
    out.pushed = result.pushed;
    out.pulled = result.pulled;
    out.refused = result.refused;
    out.conflicts = openConflicts;
    out.blobsUp = result.blobsUp;
    out.blobsDown = result.blobsDown;
    out.notice = result.notice;
    out.bytesUp = result.traffic.bytesUp;
    out.bytesDown = result.traffic.bytesDown;
    out.requests = result.traffic.requests;
    out.took = took;
    return out;
}

/// The row of a further person; that of one whose enrolment got no answer is used again, with its pen.
Result<std::int64_t> Station::roomForOneMore() {
    for (const store::Person& known : m_store->people())
        if (!known.id)
            return known.number;
    return m_store->addPerson({});
}

Result<Enrolled> Station::enrol(const std::string& server, const std::string& code,
                                const std::string& certificate) {
    if (store::isPractice(m_store->folder()))
        return store::kPracticeJoinsNothing;  // before the hub hears of it
    std::string address = server;
    while (address.ends_with('/'))
        address.pop_back();
    const auto joined = m_store->enrolment();
    const bool ours = joined && joined->server == address;
    const std::string caFile = certificate.empty() && ours ? joined->caFile : certificate;
    FAYI_TRY(checkAddress(address, caFile));
    std::int64_t person = m_person.number;
    if (joined) {
        FAYI_LET(newcomer, roomForOneMore());
        person = newcomer;
    }
    FAYI_LET(pen, m_store->penFor(person));
    protocol::EnrolRequest request{code, m_store->name(), std::nullopt, {}, std::move(pen)};
    if (joined) {
        request.station = joined->station;
        request.token = joined->token;
    }
    net::ClientOptions options = runtime::clientOptions(*m_store);
    options.caFile = caFile;
    const auto answer = askHub(address, options, request);
    if (!answer) {
        // Without an answer the hub may have taken the code: it knows the pen again when asked once more.
        if (joined && answer.error().code != ErrorCode::Unreachable)
            FAYI_TRY(m_store->removePerson(person));
        return answer.error();
    }
    for (const store::Person& known : people()) {
        if (!joined || known.id != answer->person)
            continue;
        FAYI_TRY(m_store->removePerson(person));  // they work here already, with a pen of their own
        person = known.number;
        if (ours) {  // the hub of this station vouches for them: a PIN that was forgotten goes
            FAYI_LET(seats, Seats::open(m_store->folder(), m_clock));
            FAYI_TRY(seats->forgetPin(person));
        }
    }
    const std::string ca = caFile.empty() ? std::string() : std::filesystem::absolute(caFile).string();
    FAYI_LET(enrolled, m_store->enrol({address, ca, answer->station, answer->token, answer->district,
                                       answer->districtName},
                                      *answer, person));
    m_person = std::move(enrolled);
    return Enrolled{answer->station, m_person, m_person.scope};
}

Result<SyncReport> Station::sync(const runtime::SyncWishes& wishes) {
    const auto transport = runtime::transportFor(*m_store);
    if (!transport)
        return Error{ErrorCode::Usage,
                     {"本机还没有加入区县，请先运行 enrol",
                      "this station has joined no district yet; run enrol first"}};
    const runtime::SyncLock lock(m_store->folder());
    if (!lock.held())
        return inUse();
    const Millis began = m_clock.steady();
    renewNumberWants();
    const runtime::SyncResult result = runtime::syncWithAttachments(*m_store, *transport, m_clock, wishes);
    FAYI_TRY(catchUp());
    renewPerson();
    if (result.trouble != Trouble::None)
        return Error{protocol::codeOf(result.trouble), result.words};
    return reportOf(result, m_store->counts().conflicts, m_clock.steady() - began);
}

Status Station::fetchHistory(RecordId id) {
    const auto transport = runtime::transportFor(*m_store);
    if (!transport || holdsHistory(id))
        return {};
    const runtime::SyncResult result = runtime::fetchHistory(*m_store, *transport, id);
    return result.trouble == Trouble::None ? Status() : Error{protocol::codeOf(result.trouble), result.words};
}

StationStatus Station::status() const {
    const Identity own = identity();
    const store::Store::Counts counts = m_store->counts(m_asked ? visibly({}).visible : std::nullopt);
    const store::Store::SyncMemory memory = m_store->syncMemory();
    StationStatus out;
    out.station = own.name;
    out.person = m_person.name;
    out.role = m_person.role;
    out.server = own.server;
    out.enrolled = own.enrolled;
    out.records = counts.records;
    out.waiting = counts.waiting;
    out.bytesWaiting = m_store->unsentBytes();
    out.conflicts = counts.conflicts;
    out.refused = counts.refused;
    out.known = counts.known;
    if (const auto returned = returnedCount(*this))
        out.returned = *returned;
    const store::AttachmentCounts attachments = attachmentCounts();
    out.blobsWaiting = attachments.waiting;
    out.blobBytesWaiting = attachments.waitingBytes;
    out.thumbnailsMissing = attachments.missing;
    out.lastSuccess = memory.lastSuccess;
    out.lastProblem = memory.lastProblem;
    out.clockOffset = memory.clockOffset;
    out.clockNote = clockNote(memory.clockOffset.value_or(Millis(0)));
    out.scope = memory.scope.empty() ? m_person.scope : memory.scope;
    if (!own.enrolled)
        out.link = "none";
    else if (!memory.lastProblem.zh.empty())
        out.link = "failing";
    else
        out.link = memory.lastSuccess ? "fine" : "unknown";
    return out;
}

store::AttachmentCounts Station::attachmentCounts() const {
    const auto book = store::Attachments::open(m_store->folder(), m_clock);
    const auto counts = book.ok() ? (*book)->counts() : Result<store::AttachmentCounts>(book.error());
    return counts.ok() ? *counts : store::AttachmentCounts();
}

Result<std::vector<Attention>> Station::needsAttention() const {
    return m_store->attention(m_asked ? visibly({}).visible : std::nullopt);
}

Result<DumpEnd> Station::dump(const std::function<void(const std::string&)>& line) const {
    DumpEnd end;
    Sha256 hash;
    FAYI_TRY(m_store->forEach([&](const store::StoredRecord& stored) -> Status {
        const std::string text = lineOf(visibleState(*this, recordOf(stored)));
        hash.add(text);
        hash.add("\n");
        ++end.records;
        line(text);
        return {};
    }));
    end.sha256 = toHex(hash.finish());
    return end;
}

Status Station::backup(const std::filesystem::path& file) const {
    std::error_code failure;
    if (std::filesystem::exists(file, failure))
        return Error{ErrorCode::Usage,
                     {"文件已存在，不会覆盖：" + file.string(),
                      "the file exists and is not overwritten: " + file.string()}};
    if (const auto folder = std::filesystem::absolute(file).parent_path();
        !std::filesystem::is_directory(folder, failure))
        return Error{ErrorCode::Usage,
                     {"没有这个文件夹：" + folder.string(), "there is no folder " + folder.string()}};
    return m_store->backup(file);
}

std::optional<Millis> Station::lastBackup() const {
    return m_store->lastBackup();
}

Status Station::restoreBackup(const std::filesystem::path& file, const std::filesystem::path& folder,
                              const Clock& clock, Random& random) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure))
        return Error{ErrorCode::Usage,
                     {"没有这个备份文件：" + file.string(), "there is no backup file " + file.string()}};
    return store::Store::restoreBackup(file, folder, clock, random);
}

Result<CheckReport> Station::check() const {
    FAYI_LET(report, m_store->check());
    FAYI_LET(book, store::Attachments::open(m_store->folder(), m_clock));
    FAYI_LET(faults, book->faults());
    std::ranges::move(faults, std::back_inserter(report.faults));
    return report;
}

}  // namespace fayi::station
