// SPDX-License-Identifier: Apache-2.0
#include "bundles.h"

#include "attachments.h"
#include "fayi/base/crypto.h"
#include "fayi/base/fresh_file.h"
#include "fayi/base/split_file.h"
#include "fayi/server/bundle.h"
#include "fayi/server/enrol.h"

namespace fayi::hub {
namespace {

namespace fs = std::filesystem;

Error errorOf(const Denied& denied) {
    const bool content = denied.status == 400 || denied.status == 409;
    return {content ? ErrorCode::Validation : ErrorCode::Refused, denied.denial.reason};
}

}  // namespace

Result<Json> giveCode(Context& context, RecordId person, const Options& options) {
    FAYI_LET(issued, issueCode(context, person, std::chrono::hours(options.hours)));
    if (options.file.empty())
        return issued;
    FAYI_LET(file, enrolFile(context, person, issued["code"].get<std::string>(), options.url));
    FreshFile fresh(options.file);
    FAYI_TRY(fresh.write(protocol::toJson(file).dump(1) + "\n"));
    FAYI_TRY(fresh.keep());
    issued["file"] = options.file;
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
