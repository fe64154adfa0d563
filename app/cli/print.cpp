// SPDX-License-Identifier: Apache-2.0
#include "print.h"

#include <iostream>

#include "fayi/schema/describe.h"
#include "fayi/station/json.h"
#include "fayi/station/words.h"

namespace fayi::cli {
namespace {

/// Places on a terminal: two for what is wide in East Asian fonts.
std::size_t placesOf(std::string_view text) {
    std::size_t places = 0;
    for (const char32_t c : codePoints(text))
        places += c >= 0x1100 && (c <= 0x115F || (c >= 0x2E80 && c <= 0xFFE6 && c != 0xFEFF)) ? 2 : 1;
    return places;
}

std::string padded(std::string text, std::size_t places) {
    const std::size_t taken = placesOf(text);
    if (taken < places)
        text.append(places - taken, ' ');
    return text;
}

const schema::Field* fieldOf(const schema::RecordType* type, const std::string& path) {
    const std::size_t mark = path.find_first_of("/:");
    const schema::Field* field = type == nullptr ? nullptr : type->find(path.substr(0, mark));
    const std::size_t last = path.rfind('/');
    if (field == nullptr || mark == std::string::npos || path[mark] == ':' || last == mark)
        return field;
    return field->find(path.substr(last + 1));
}

void addItems(const Shell& shell, const schema::Field& field, const Json& items,
              std::vector<std::vector<std::string>>& rows) {
    std::size_t number = 0;
    for (const Json& item : items) {
        std::string text;
        for (const schema::Field& inner : field.fields)
            if (item.contains(inner.name))
                text += (text.empty() ? "" : " · ") + shell.say(inner.labels) + " " +
                        schema::displayText(inner, item[inner.name], shell.language);
        rows.push_back({"  " + std::to_string(++number), oneLine(text)});
    }
}

}  // namespace

std::string oneLine(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\r', ' ');
    return text;
}

void printTable(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], placesOf(row[i]));
    }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += i + 1 == row.size() ? row[i] : padded(row[i], widths[i] + 2);
        std::cout << line << '\n';
    }
}

std::string timeText(HybridTime time) {
    std::string text = toIsoChina(time.wall()).substr(0, 16);
    text[10] = ' ';
    return text;
}

std::string wordText(const Shell& shell, const std::string& word) {
    static const std::map<std::string, Text> kWords{
        {"waiting", {"待上报", "waiting"}},         {"received", {"区县已收", "received"}},
        {"refused", {"未被接受", "refused"}},       {"shown", {"现显示", "shown"}},
        {"superseded", {"已被取代", "superseded"}}, {"sibling", {"并存", "sibling"}}};
    const auto known = kWords.find(word);
    return shell.say(known == kWords.end() ? station::stateWords(word) : known->second);
}

std::string valueText(const Shell& shell, const std::string& type, const std::string& path,
                      const Json& value) {
    const schema::RecordType* known = shell.station->catalog().type(type);
    const schema::Field* field = fieldOf(known, path);
    if (value.is_null())
        return shell.say({"（空）", "(empty)"});
    if (path == "$state" && value.is_string())
        return wordText(shell, value.get<std::string>());
    std::string text = field == nullptr ? std::string() : schema::displayText(*field, value, shell.language);
    if (text.empty())
        text = value.is_string() ? value.get<std::string>() : station::lineOf(value);
    return oneLine(text);
}

std::vector<std::string> rowOf(const Shell& shell, const station::Record& record) {
    const std::string mark = record.view.conflicts.empty() ? "" : shell.say({"冲突", "conflict"});
    return {toText(record.id), wordText(shell, record.sync), wordText(shell, record.view.state),
            record.view.happenedOn, oneLine(record.title) + (mark.empty() ? "" : "  [" + mark + "]")};
}

void printRecord(const Shell& shell, const station::Record& record) {
    const schema::RecordType* type = shell.station->catalog().type(record.view.type);
    std::vector<std::vector<std::string>> rows{
        {shell.say({"编号", "id"}), toText(record.id)},
        {shell.say({"种类", "type"}), type == nullptr ? record.view.type : shell.say(type->labels)},
        {shell.say({"机构", "unit"}), shell.station->orgTree().pathName(record.view.org, shell.language)},
        {shell.say({"状态", "state"}),
         wordText(shell, record.view.state) + " · " + wordText(shell, record.sync)},
        {shell.say({"最近修改", "updated"}), record.updatedBy + " " + timeText(record.view.updated)}};
    if (record.view.voided)
        rows.push_back({shell.say({"作废", "void"}), shell.station->author(record.view.voided->version) +
                                                         " " + timeText(record.view.voided->at) + "：" +
                                                         record.view.voided->reason});
    if (record.view.restricted)
        rows.push_back({shell.say({"限制处理", "restricted"}),
                        shell.station->author(record.view.restricted->version) + " " +
                            timeText(record.view.restricted->at) + "：" + record.view.restricted->reason});
    if (record.view.deleted)
        rows.push_back({shell.say({"已删除", "deleted"}), shell.say({"是", "yes"})});
    for (const schema::Field& field : type == nullptr ? std::vector<schema::Field>() : type->fields) {
        const auto value = record.view.fields.find(field.name);
        if (value == record.view.fields.end())
            continue;
        const std::string text =
            field.kind == schema::FieldKind::Org && value->is_string()
                ? shell.station->orgTree().pathName(value->get<std::string>(), shell.language)
                : schema::displayText(field, *value, shell.language) + shell.say(field.unit);
        rows.push_back({shell.say(field.labels), oneLine(text)});
        if (field.kind == schema::FieldKind::Items)
            addItems(shell, field, *value, rows);
    }
    for (const std::string& path : record.view.erased)
        rows.push_back({shell.say({"按规定已删除", "erased by order"}), path});
    for (const std::string& path : record.view.conflicts)
        rows.push_back({shell.say({"冲突", "conflict"}), path});
    if (record.view.changedSinceVerified)
        rows.push_back(
            {shell.say({"核验", "verified"}), shell.say({"核验后有改动", "changed since verified"})});
    if (record.clockError != Millis(0))
        rows.push_back({shell.say({"时钟", "clock"}),
                        shell.say({"写入时电脑时间有误", "a computer that wrote it had a wrong clock"})});
    for (const records::Remark& remark : record.view.remarks)
        rows.push_back(
            {shell.say({"意见", "remark"}), shell.station->author(remark.dot) + "：" + remark.text});
    for (const schema::Problem& problem : record.problems)
        rows.push_back(
            {shell.say(problem.severity == schema::Problem::Severity::Error ? Text{"提交前", "to submit"}
                                                                            : Text{"注意", "note"}),
             shell.say(problem.message)});
    printTable(rows);
}

void warn(const Shell& shell, const station::Record& record) {
    for (const schema::Problem& problem : record.problems)
        if (problem.kind == schema::Problem::Kind::Locked || problem.kind == schema::Problem::Kind::Twice)
            std::cerr << shell.say({"注意：", "warning: "}) << shell.say(problem.message) << '\n';
}

void show(const Shell& shell, const station::Record& record) {
    if (shell.json)
        shell.print(station::toJson(*shell.station, record, shell.language));
    else
        printRecord(shell, record);
}

}  // namespace fayi::cli
