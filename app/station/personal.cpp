// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/personal.h"

#include "fayi/schema/describe.h"

namespace fayi::station {
namespace {

void addCovered(const std::vector<schema::Field>& fields, const Json& scope, const std::string& before,
                std::vector<std::string>& out) {
    for (const schema::Field& field : fields) {
        const auto value = scope.find(field.name);
        if (value == scope.end() || schema::isEmptyValue(*value))
            continue;
        if (field.kind != schema::FieldKind::Items) {
            if (field.privacy >= schema::Privacy::Personal)
                out.push_back(before + field.name);
            continue;
        }
        for (const Json& item : *value)
            if (item.is_object())
                addCovered(field.fields, item,
                           before + field.name + "/" + item.value(schema::kItemKey, std::string()) + "/",
                           out);
    }
}

}  // namespace

Text lengthOfWait(Millis wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    const auto minutes = (seconds + 59) / 60;
    const std::string count = std::to_string(seconds < 90 ? seconds : minutes);
    const bool one = count == "1";
    return seconds < 90 ? Text{count + " 秒", count + (one ? " second" : " seconds")}
                        : Text{count + " 分钟", count + " minutes"};
}

Text toldOf(const PinTry& tried) {
    const Text wait = lengthOfWait(tried.wait);
    const std::string left = std::to_string(tried.left);
    switch (tried.verdict) {
        case PinTry::Verdict::Right:
            return {};
        case PinTry::Verdict::Wait:
            return {"输错次数过多，请过 " + wait.zh + "再试", "too many wrong PINs; try again in " + wait.en};
        case PinTry::Verdict::Wrong:
            break;
    }
    if (tried.wait > Millis(0))
        return {"PIN 不对，请过 " + wait.zh + "再试", "wrong PIN; try again in " + wait.en};
    return {"PIN 不对，还可以试 " + left + " 次", "wrong PIN; " + left + " more before there is a wait"};
}

std::vector<std::string> coveredFields(const schema::RecordType& type, const Json& fields) {
    std::vector<std::string> out;
    addCovered(type.fields, fields, {}, out);
    return out;
}

Status noteReveals(const Station& station, const std::filesystem::path& folder, const Clock& clock,
                   const Record& record, const std::vector<std::string>& fields, const std::string& place) {
    if (fields.empty())
        return {};
    FAYI_LET(ledger, Reveals::open(folder, clock));
    const store::Person& person = station.person();
    std::vector<Reveal> looks;
    for (const std::string& field : fields) {
        Reveal look;
        look.personId = person.id ? toText(person.id) : std::string();
        look.personName = person.name;
        look.record = record.id;
        look.type = record.view.type;
        look.field = field;
        look.place = place;
        looks.push_back(std::move(look));
    }
    return ledger->note(looks);
}

}  // namespace fayi::station
