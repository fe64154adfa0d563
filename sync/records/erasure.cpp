// SPDX-License-Identifier: Apache-2.0
#include "fayi/records/erasure.h"

#include <algorithm>
#include <sstream>

namespace fayi::records {
namespace {

std::string linesOf(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines)
        out += (out.empty() ? "" : "\n") + line;
    return out;
}

std::vector<std::string> splitLines(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        if (!line.empty())
            out.push_back(line);
    return out;
}

/// Of the product's own registers: those that hold what people wrote.
bool isWords(std::string_view own) {
    return own == merge::kRemark || own == merge::kVoidReason || own == merge::kRestricted;
}

std::string textIn(const Json& fields, const char* name) {
    const auto at = fields.find(name);
    return at != fields.end() && at->is_string() ? at->get<std::string>() : std::string();
}

}  // namespace

bool Erasure::covers(std::string_view path, Dot version) const {
    const merge::Path parsed = merge::parsePath(path);
    const bool isValue = parsed.own() ? isWords(parsed.field) : parsed.kind != merge::Path::Kind::Item;
    if (!isValue || !seen.covers(version))
        return false;
    return paths.empty() || std::ranges::any_of(paths, [&](const std::string& named) {
               return path == named ||
                      (path.starts_with(named) && (path[named.size()] == '/' || path[named.size()] == ':'));
           });
}

Json fieldsOf(const Erasure& order) {
    std::vector<std::string> versions;
    for (const auto& entry : order.seen.entries())
        versions.push_back(toText(Dot{entry.replica, entry.seq}));
    Json out{{"record", toText(order.record)},
             {"versions", linesOf(versions)},
             {"reason", order.reason},
             {"at", order.at}};
    if (!order.paths.empty())
        out["paths"] = linesOf(order.paths);
    if (!order.by.empty())
        out["by"] = order.by;
    return out;
}

std::optional<Erasure> erasureFrom(const Json& fields) {
    const auto record = parseRecordId(textIn(fields, "record"));
    if (!record)
        return std::nullopt;
    Erasure out{*record,
                splitLines(textIn(fields, "paths")),
                {},
                textIn(fields, "reason"),
                textIn(fields, "by"),
                textIn(fields, "at")};
    for (const std::string& line : splitLines(textIn(fields, "versions")))
        if (const auto dot = parseDot(line))
            out.seen.include(*dot);
    return out;
}

protocol::Erases erasesOf(const std::vector<Erasure>& orders) {
    return [&orders](const protocol::Change& change, const merge::Write& write) {
        return !write.value.is_null() && std::ranges::any_of(orders, [&](const Erasure& order) {
            return order.record == change.record &&
                   order.covers(merge::resolvePath(write.path, change.dot), change.dot);
        });
    };
}

}  // namespace fayi::records
