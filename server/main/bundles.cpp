// SPDX-License-Identifier: Apache-2.0
#include "bundles.h"

#include "attachments.h"
#include "fayi/base/crypto.h"
#include "fayi/base/fresh_file.h"
#include "fayi/base/split_file.h"
#include "fayi/server/bundle.h"
#include "fayi/server/enrol.h"
#include "invitations.h"

namespace fayi::hub {
namespace {

namespace fs = std::filesystem;

Error errorOf(const Denied& denied) {
    const bool content = denied.status == 400 || denied.status == 409;
    return {content ? ErrorCode::Validation : ErrorCode::Refused, denied.denial.reason};
}

/// What is wrong with the files is said before there is a code for nothing.
Status checkFiles(const Options& options) {
    if (!options.url.empty() && options.file.empty() && options.invitation.empty())
        return Error{ErrorCode::Usage,
                     {"--url 要和 --file 或 --invitation 一起用", "--url goes with --file or --invitation"}};
    if (options.invitation.empty())
        return {};
    FAYI_TRY(invitationFormOf(options.invitation));
    constexpr const char* kAnyCode = "0000-0000-0000";
    FAYI_TRY(protocol::toUri({options.url, kAnyCode}));
    return {};
}

Status put(const std::string& file, std::string_view content) {
    FreshFile fresh(file);
    FAYI_TRY(fresh.write(content));
    return fresh.keep();
}

}  // namespace

Result<Json> giveCode(Context& context, RecordId person, const Options& options) {
    FAYI_TRY(checkFiles(options));
    FAYI_LET(issued, issueCode(context, person, std::chrono::hours(options.hours)));
    const auto code = issued["code"].get<std::string>();
    if (!options.file.empty()) {
        FAYI_LET(file, enrolFile(context, person, code, options.url));
        FAYI_TRY(put(options.file, protocol::toJson(file).dump(1) + "\n"));
        issued["file"] = options.file;
    }
    if (!options.invitation.empty()) {
        FAYI_LET(form, invitationFormOf(options.invitation));
        FAYI_LET(content, written({options.url, code}, issued["expires"].get<std::string>(), form));
        FAYI_TRY(put(options.invitation, content));
        issued["invitation"] = options.invitation;
    }
    return issued;
}

Result<Json> readBundle(Context& context, const Options& options) {
    const std::vector<fs::path> files(options.files.begin(), options.files.end());
    const BundleBytes bytes = [&files]() -> Result<protocol::BundleReader::Source> {
        return readingParts(files);
    };
    FAYI_LET(probe, bytes());  // what is wrong with the files is said in their names
    FAYI_LET(blobs, blobStoreOf(options));
    FAYI_LET(answer, takeBundle(context, bytes, &blobs));
    if (const auto* denied = std::get_if<Denied>(&answer))
        return errorOf(*denied);
    const auto& taken = std::get<BundleTaken>(answer);
    if (taken.stopped)
        options.printer.say(taken.stopped->denial.reason);
    if (taken.older)
        options.printer.say({"这台电脑更晚写的一包已经读过，这一包里没有新内容；回信仍按更晚的那一包",
                             "a later bundle of this computer was read before; the answer goes to that one"});
    return Json{{"station", taken.answer.station},  {"name", taken.stationName},
                {"bundle", toHex(taken.answer.id)}, {"accepted", taken.counts.accepted},
                {"refused", taken.counts.refused},  {"known", taken.counts.known},
                {"enrolled", taken.enrolled},       {"older", taken.older},
                {"attachments", taken.attachments}};
}

Result<Json> writeBundle(Context& context, const Options& options) {
    FAYI_LET(kept, context.store.bundle(options.station));
    if (!kept)
        return Error{ErrorCode::NotFound,
                     {"还没有读过第 " + std::to_string(options.station) + " 号电脑的数据包",
                      "no bundle of station " + std::to_string(options.station) + " was read yet"}};
    FreshFile fresh(options.file);
    const auto sink = [&fresh](std::string_view piece) { return fresh.write(piece); };
    FAYI_LET(blobs, blobStoreOf(options));
    FAYI_LET(answer, answerBundle(context, *kept, sink, &blobs));
    if (const auto* denied = std::get_if<Denied>(&answer))
        return errorOf(*denied);
    FAYI_TRY(fresh.close());
    const auto told = [&options](std::uint64_t number, std::uint64_t of) {
        if (of > 1)
            options.printer.say({"第 " + std::to_string(number) + " 份，共 " + std::to_string(of) + " 份",
                                 "part " + std::to_string(number) + " of " + std::to_string(of)});
    };
    FAYI_LET(parts, putParts(fresh.path(), options.file, context.random.bytes(protocol::kBundleIdBytes),
                             options.split, told));
    const auto& written = std::get<BundleAnswered>(answer);
    return Json{{"station", kept->station},  {"name", written.stationName},
                {"bundle", toHex(kept->id)}, {"pages", written.pages},
                {"bytes", written.bytes},    {"parts", parts},
                {"file", options.file},      {"attachments", written.attachments}};
}

}  // namespace fayi::hub
