// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/json.h"

namespace fayi::station {
namespace {

Json timeJson(HybridTime time) {
    return toIsoChina(time.wall());
}

Json dotsJson(const std::vector<Dot>& dots) {
    Json out = Json::array();
    for (const Dot dot : dots)
        out.push_back(toText(dot));
    return out;
}

Json remarksJson(const Station& station, const std::vector<records::Remark>& remarks) {
    Json out = Json::array();
    for (const records::Remark& remark : remarks) {
        out.push_back({{"field", remark.field},
                       {"text", remark.text},
                       {"by", station.author(remark.dot)},
                       {"at", timeJson(remark.time)}});
        if (remark.note)
            out.back()["note"] = true;
    }
    return out;
}

}  // namespace

std::string lineOf(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json visibleState(const Station& station, const Record& record) {
    const records::View& view = record.view;
    Json out{
        {"id", toText(record.id)}, {"type", view.type},
        {"org", view.org},         {"state", view.state},
        {"fields", view.fields},   {"conflicts", view.conflicts},
        {"deleted", view.deleted}, {"updated", {{"by", record.updatedBy}, {"at", timeJson(view.updated)}}}};
    if (!view.merged.empty())
        out["merged"] = view.merged;
    if (!view.erased.empty())
        out["erased"] = view.erased;
    if (!view.remarks.empty())
        out["remarks"] = remarksJson(station, view.remarks);
    if (view.verified)
        out["verified"] = {{"by", station.author(view.verified->version)},
                           {"at", timeJson(view.verified->at)},
                           {"version", toText(view.verified->version)}};
    if (view.voided)
        out["void"] = {{"by", station.author(view.voided->version)},
                       {"at", timeJson(view.voided->at)},
                       {"reason", view.voided->reason},
                       {"version", toText(view.voided->version)}};
    if (view.restricted)
        out["restricted"] = {{"by", station.author(view.restricted->version)},
                             {"at", timeJson(view.restricted->at)},
                             {"reason", view.restricted->reason},
                             {"version", toText(view.restricted->version)}};
    if (view.changedSinceVerified)
        out["changed_since_verified"] = true;
    if (view.revived)
        out["revived"] = true;
    return out;
}

Json toJson(const Station& station, const Record& record, Language language) {
    Json out = visibleState(station, record);
    out["sync"] = record.sync;
    const bool open = record.view.state == records::kDraft || record.view.state == records::kReturned;
    if (record.clockError != Millis(0))
        out["clock"] = {{"off_ms", record.clockError.count()}};
    if (open || !record.problems.empty())
        out["problems"] = toJson(record.problems, language);
    return out;
}

Json toJson(const std::vector<schema::Problem>& problems, Language language) {
    Json out = Json::array();
    for (const schema::Problem& problem : problems)
        out.push_back({{"field", problem.field},
                       {"message", problem.message.in(language)},
                       {"severity", schema::nameOf(problem.severity)}});
    return out;
}

Json toJson(const HistoryEntry& entry) {
    Json out{{"version", toText(entry.version)}, {"by", entry.by},         {"station", entry.station},
             {"at", timeJson(entry.at)},         {"writes", entry.writes}, {"state", entry.state}};
    if (entry.claimed)
        out["claimed"] = timeJson(*entry.claimed);
    return out;
}

Json toJson(const Conflict& conflict) {
    Json siblings = Json::array();
    for (const Sibling& sibling : conflict.siblings)
        siblings.push_back({{"version", toText(sibling.version)},
                            {"value", sibling.value},
                            {"by", sibling.by},
                            {"station", sibling.station},
                            {"at", timeJson(sibling.at)}});
    return {{"record", toText(conflict.record)},
            {"type", conflict.type},
            {"field", conflict.field},
            {"policy", conflict.policy},
            {"siblings", std::move(siblings)}};
}

Json toJson(const Attention& attention, Language language) {
    return {{"record", toText(attention.record)},
            {"change", toText(attention.change)},
            {"version", toText(attention.change)},
            {"creation", attention.creation},
            {"type", attention.type},
            {"title", attention.title},
            {"code", attention.code},
            {"reason", attention.reason.in(language)},
            {"writes", attention.writes}};
}

Json toJson(const Station& station, const Mended& mended, Language language) {
    Json out = toJson(station, mended.record, language);
    if (mended.was)
        out["was"] = toText(*mended.was);
    out["mended"] = dotsJson(mended.changes);
    return out;
}

Json discardedJson(Dot change, const store::Closed& closed) {
    return {{"discarded", toText(change)},
            {"record", toText(closed.record)},
            {"removed", closed.removed},
            {"changes", dotsJson(closed.changes)}};
}

Json toJson(const ImportReport& report, Language language) {
    Json errors = Json::array();
    for (const ImportReport::RowError& error : report.errors)
        errors.push_back(
            {{"row", error.row}, {"field", error.field}, {"message", error.message.in(language)}});
    Json columns = Json::array();
    for (const ImportReport::Column& column : report.columns)
        columns.push_back(
            {{"column", column.heading}, {"field", column.field.empty() ? Json() : Json(column.field)}});
    Json out{{"created", report.created},
             {"skipped", report.skipped},
             {"already", report.already},
             {"columns", std::move(columns)},
             {"errors", std::move(errors)}};
    if (!report.preview.empty())
        out["preview"] = report.preview;
    return out;
}

Json toJson(const Due& due, Language language) {
    Json out{{"deadline", due.deadline}, {"what", due.labels.in(language)}, {"due", due.on},
             {"days", due.days},         {"basis", due.basis.in(language)}, {"fixed", due.fixed}};
    if (due.assumed)
        out["assumed"] = true;
    if (due.record)
        out.update({{"record", toText(due.record->id)},
                    {"type", due.record->view.type},
                    {"title", due.record->title},
                    {"org", due.record->view.org}});
    return out;
}

Json toJson(const SyncReport& report, Language language) {
    Json refused = Json::array();
    for (const Attention& one : report.refused)
        refused.push_back(toJson(one, language));
    return {{"pushed", report.pushed},       {"pulled", report.pulled},
            {"refused", std::move(refused)}, {"conflicts", report.conflicts},
            {"blobs_up", report.blobsUp},    {"blobs_down", report.blobsDown},
            {"bytes_up", report.bytesUp},    {"bytes_down", report.bytesDown},
            {"requests", report.requests},   {"ms", report.took.count()}};
}

Json toJson(const Printed& printed, const std::string& file, Language language) {
    Json notes = Json::array();
    for (const Text& note : printed.notes)
        notes.push_back(note.in(language));
    return {{"file", file},
            {"form", printed.form},
            {"pages", printed.pages == 0 ? Json() : Json(printed.pages)},
            {"bytes", printed.bytes},
            {"draft", printed.draft},
            {"print", printed.print},
            {"notes", std::move(notes)}};
}

Json toJson(const Attached& attached) {
    Json out{{"blob", attached.blob}, {"bytes", attached.bytes}};
    if (!attached.media.empty())
        out["media"] = attached.media;
    if (!attached.thumbnail.empty())
        out["thumbnail"] = attached.thumbnail;
    return out;
}

Json toJson(const BundleReport& report, Language language) {
    Json out{{"bundle", report.bundle}};
    if (report.parts > 0)
        out.update({{"changes", report.changes},
                    {"attachments", report.attachments},
                    {"bytes", report.bytes},
                    {"parts", report.parts}});
    if (report.answered) {
        out.update(toJson(report.sync, language));
        out.update({{"late", report.late}, {"more", report.more}});
    }
    if (report.kept)
        out["kept"] = true;
    return out;
}

Json toJson(const CheckReport& report, Language language) {
    Json faults = Json::array();
    for (const Text& fault : report.faults)
        faults.push_back(fault.in(language));
    return {{"ok", report.faults.empty()},
            {"records", report.records},
            {"changes", report.changes},
            {"faults", std::move(faults)}};
}

Json toJson(const Enrolled& enrolled) {
    Json out{{"station", enrolled.station},  {"person", toText(enrolled.person.id)},
             {"name", enrolled.person.name}, {"role", enrolled.person.role},
             {"org", enrolled.person.org},   {"scope", enrolled.scope}};
    if (enrolled.pending) {
        out["station"] = nullptr;
        out["pending"] = true;
    }
    return out;
}

Json toJson(const DumpEnd& end) {
    return {{"records", end.records}, {"sha256", end.sha256}};
}

Result<Json> statusJson(const Station& station, Language language) {
    const StationStatus status = station.status();
    Json people = Json::array();
    for (const store::Person& person : station.people())
        people.push_back({{"id", person.id ? Json(toText(person.id)) : Json()},
                          {"name", person.name},
                          {"role", person.role},
                          {"org", person.org}});
    Json attention = Json::array();
    FAYI_LET(refused, station.needsAttention());
    for (const Attention& one : refused)
        attention.push_back(toJson(one, language));
    Json out = {
        {"station", status.station},
        {"person", status.person},
        {"role", status.role},
        {"people", std::move(people)},
        {"server", status.server},
        {"enrolled", status.enrolled},
        {"scope", status.scope},
        {"records", status.records},
        {"waiting", status.waiting},
        {"conflicts", status.conflicts},
        {"refused", status.refused},
        {"returned", status.returned},
        {"blobs_waiting", status.blobsWaiting},
        {"blob_bytes_waiting", status.blobBytesWaiting},
        {"thumbnails_missing", status.thumbnailsMissing},
        {"needs_attention", std::move(attention)},
        {"last_success", status.lastSuccess ? Json(toIsoChina(*status.lastSuccess)) : Json()},
        {"last_problem", status.lastProblem.zh.empty() ? Json() : Json(status.lastProblem.in(language))},
        {"link", status.link},
        {"clock_note", status.clockNote.zh.empty() ? Json() : Json(status.clockNote.in(language))},
        {"clock_offset_ms", status.clockOffset ? Json(status.clockOffset->count()) : Json()}};
    return out;
}

}  // namespace fayi::station
