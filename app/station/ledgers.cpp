// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/ledgers.h"

#include <algorithm>

#include "fayi/base/fresh_file.h"
#include "fayi/sheets/workbook.h"
#include "fayi/station/json.h"
#include "fayi/station/parse.h"

namespace fayi::station {
namespace {

bool isWorkbook(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".xlsx" || ending == ".xlsm";
}

/// {"type","columns"} as it was written; of another shape if somebody else wrote the file.
bool isLedger(const Json& entry) {
    return entry.is_object() && entry.contains("type") && entry["type"].is_string() &&
           entry.contains("columns") && entry["columns"].is_object() &&
           std::ranges::all_of(entry["columns"], [](const Json& field) { return field.is_string(); });
}

bool hasHeadings(const Json& entry, const std::string& type, const std::vector<std::string>& headings) {
    return entry["type"] == type && entry["columns"].size() == headings.size() &&
           std::ranges::all_of(headings,
                               [&](const std::string& one) { return entry["columns"].contains(one); });
}

/// Of the columns that can be told something: each heading once, what this program wrote itself left out.
std::vector<std::string> headingsOf(const ImportReport& report) {
    std::vector<std::string> out;
    for (const ImportReport::Column& column : report.columns)
        if (!column.ours && !column.heading.empty())
            out.push_back(column.heading);
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// A field that its type has no more is as good as not remembered.
ColumnMemory::Columns stillKnown(ColumnMemory::Columns columns, const schema::RecordType& type) {
    std::erase_if(columns, [&](const auto& column) {
        const std::string& field = column.second;
        return !field.empty() && field != "org" && type.find(field) == nullptr;
    });
    return columns;
}

}  // namespace

Result<std::vector<std::string>> sheetsOf(const std::filesystem::path& file) {
    if (!isWorkbook(file))
        return std::vector<std::string>();
    FAYI_LET(book, sheets::Workbook::open(file));
    return book.sheets();
}

Json ColumnMemory::read() const {
    auto text = readSmallFile(m_file, kMostBytes);
    auto json = text.ok() ? parseJson(*text) : Result<Json>(text.error());
    Json out = Json::array();
    if (json.ok() && json->is_array())
        std::ranges::copy_if(*json, std::back_inserter(out), isLedger);
    return out;
}

std::optional<ColumnMemory::Columns> ColumnMemory::recall(const std::string& type,
                                                          const std::vector<std::string>& headings) const {
    const Json ledgers = read();
    const auto known =
        std::ranges::find_if(ledgers, [&](const Json& entry) { return hasHeadings(entry, type, headings); });
    if (known == ledgers.end())
        return std::nullopt;
    return (*known)["columns"].get<Columns>();
}

Status ColumnMemory::remember(const std::string& type, const Columns& columns) const {
    std::vector<std::string> headings;
    for (const auto& [heading, field] : columns)
        headings.push_back(heading);
    Json out = Json::array({Json{{"type", type}, {"columns", columns}}});
    for (const Json& entry : read())
        if (!hasHeadings(entry, type, headings) && out.size() < kMostLedgers)
            out.push_back(entry);
    std::string text = lineOf(out);
    while (text.size() > kMostBytes && out.size() > 1) {
        out.erase(out.end() - 1);
        text = lineOf(out);
    }
    FreshFile file(m_file);
    FAYI_TRY(file.write(text));
    return file.keep();
}

Result<ImportReport> tryImport(Station& station, ImportWish& wish) {
    wish.dryRun = true;
    const bool told = !wish.columns.empty();
    FAYI_LET(report, station.import(wish));
    const std::vector<std::string> headings = headingsOf(report);
    const auto known =
        told ? std::nullopt : ColumnMemory(station.store().folder()).recall(wish.type, headings);
    if (known) {
        wish.columns = stillKnown(*known, *station.catalog().type(wish.type));
        FAYI_LET(again, station.import(wish));
        report = std::move(again);
    }
    bool unnamed = false;
    for (const ImportReport::Column& column : report.columns)
        if (!column.ours && !column.heading.empty() && !wish.columns.contains(column.heading)) {
            wish.columns[column.heading] = column.field;
            unnamed = unnamed || column.field.empty();
        }
    return unnamed ? station.import(wish) : std::move(report);
}

}  // namespace fayi::station
