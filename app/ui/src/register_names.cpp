// SPDX-License-Identifier: Apache-2.0
#include "register_names.h"

#include <map>

#include "fayi/schema/describe.h"
#include "fayi/station/words.h"
#include "fayi/ui/words.h"
#include "form_rows.h"

namespace fayi::ui {
namespace {

using schema::Field;
using schema::FieldKind;
using schema::Json;

const std::map<std::string, Text, std::less<>>& ownNames() {
    static const std::map<std::string, Text, std::less<>> kNames = {
        {"$org", {"所属单位", "Unit"}},
        {"$state", {"状态", "State"}},
        {"$deleted", {"删除", "Deleted"}},
        {"$void", {"作废理由", "Reason to be void"}},
        {"$restricted", {"限制处理", "Restricted"}},
        {"$remark", {"审核意见", "Remark"}},
        {"$paper", {"扫描的材料", "Scanned paper"}},
    };
    return kNames;
}

/// "topics:civil-code" is the member civil-code of the set topics.
std::string fieldName(const std::string& path) {
    return path.substr(0, path.find_first_of("/:"));
}

int placeOf(const Json& shownFields, const FormPath& parts) {
    const auto at = shownFields.find(parts.field);
    int place = 0;
    if (at != shownFields.end() && at->is_array())
        for (const Json& item : *at) {
            ++place;
            if (itemId(item) == parts.item)
                return place;
        }
    return 0;
}

/// A state register holds the word itself or an object that carries it.
QString stateText(const Json& value, Language language) {
    std::string word;
    if (value.is_string())
        word = value.get<std::string>();
    else if (value.is_object())
        word = value.value("state", std::string());
    return toQt(station::stateWords(word), language);
}

/// The label of a paper of the dossier; its code where this program does not know it.
QString paperText(const schema::RecordType* type, const Json& value, Language language) {
    const Field* papers = type ? type->find(type->dossier.field) : nullptr;
    const std::string code = value.is_string() ? value.get<std::string>() : std::string();
    const schema::Choice* paper = papers ? papers->choice(code) : nullptr;
    return paper ? toQt(paper->labels, language) : toQt(code);
}

QString ownText(const station::Station& station, const schema::RecordType* type, const std::string& name,
                const Json& value, Language language) {
    if (name == "$paper")
        return paperText(type, value, language);
    if (name == "$deleted")
        return value == Json(true) ? toQt(Text{"是", "yes"}, language) : toQt(Text{"否", "no"}, language);
    if (name == "$state")
        return stateText(value, language);
    if (name == "$org" && value.is_string())
        return toQt(station.orgTree().pathName(value.get<std::string>(), language));
    if (name == "$remark" && value.is_object())
        return toQt(value.value("text", std::string()));
    return toQt(value.is_string() ? value.get<std::string>() : value.dump());
}

}  // namespace

QString recordTitle(const station::Station& station, const std::string& type, const Json& fields,
                    const std::string& stored, Language language) {
    const schema::RecordType* definition = station.catalog().type(type);
    return toQt(definition ? schema::titleOf(*definition, fields, language, &station.orgTree()) : stored);
}

QString valueText(const station::Station& station, const Field& field, const Json& value, bool covered,
                  Language language) {
    if (covered && field.privacy >= schema::Privacy::Personal)
        return toQt(schema::maskedText(field, value, language));
    if (field.kind == FieldKind::Org && value.is_string())
        return toQt(station.orgTree().pathName(value.get<std::string>(), language));
    if (field.kind == FieldKind::Date && value.is_string())
        return spokenDate(value.get<std::string>(), language);
    const QString text = toQt(schema::displayText(field, value, language));
    const QString unit = toQt(field.unit, language);
    if (text.isEmpty() || unit.isEmpty() || text.endsWith(unit))
        return text;
    return language == Language::Zh ? text + unit : text + QLatin1Char(' ') + unit;
}

const Field* fieldOf(const schema::RecordType* type, const std::string& path) {
    if (!type)
        return nullptr;
    const FormPath parts = partsOf(path);
    return parts.within.empty() ? type->find(fieldName(path)) : type->find(parts.field, parts.within);
}

QString registerName(const station::Station&, const schema::RecordType* type, const std::string& path,
                     const Json& shownFields, Language language) {
    const std::string name = fieldName(path);
    if (const auto own = ownNames().find(name); own != ownNames().end())
        return toQt(own->second, language);
    const Field* field = type ? type->find(name) : nullptr;
    if (!field)
        return toQt(path);
    const FormPath parts = partsOf(path);
    QString out = toQt(field->labels, language);
    if (parts.item.empty())
        return out;
    if (const int place = placeOf(shownFields, parts); place > 0)
        out += QLatin1Char(' ') + QString::number(place);
    const Field* within = type->find(parts.field, parts.within);
    return within ? out + QStringLiteral(" · ") + toQt(within->labels, language) : out;
}

QString registerText(const station::Station& station, const schema::RecordType* type, const std::string& path,
                     const Json& value, Language language, bool covered) {
    if (value.is_object() && value.contains("erased"))
        return toQt(Text{"按规定已删除", "Erased by order"}, language);
    const auto colon = path.find(':');
    const Field* field = fieldOf(type, path);
    if (field && colon != std::string::npos) {
        const std::string member = path.substr(colon + 1);
        const QString label = toQt(schema::displayText(*field, Json::array({member}), language));
        return (value.is_null() ? QStringLiteral("− ") : QStringLiteral("+ ")) + label;
    }
    const FormPath parts = partsOf(path);
    if (field && field->kind == FieldKind::Items && !parts.item.empty())
        return value.is_null() ? toQt(Text{"删去此项", "item removed"}, language)
                               : toQt(Text{"添加一项", "item added"}, language);
    if (value.is_null())
        return toQt(Text{"（空）", "(empty)"}, language);
    if (path.starts_with('$'))
        return ownText(station, type, fieldName(path), value, language);
    if (!field)
        return toQt(value.is_string() ? value.get<std::string>() : value.dump());
    return valueText(station, *field, value, covered, language);
}

}  // namespace fayi::ui
