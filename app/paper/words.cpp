// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include <algorithm>
#include <array>

#include "fayi/base/clock.h"
#include "fayi/schema/capital.h"
#include "fayi/schema/check.h"
#include "fayi/schema/describe.h"
#include "fayi/schema/expression.h"
#include "fonts.h"

namespace fayi::paper {
namespace {

using schema::Field;
using schema::FieldKind;
using schema::PaperPlace;

constexpr std::string_view kTicked = "☑", kOpen = "☐";
constexpr std::string_view kNotApplicable = "／";
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += piece;
    return out;
}

constexpr std::size_t kNameBlank = 8;

/// So many characters to be written by hand, on one line.
std::string unwritten(std::size_t count, Blank blank) {
    return kTogether + repeated(blank == Blank::Line ? "＿" : "　", count) + kApart;
}

/// Yuan with two decimals, thousands apart.
std::string yuan(std::int64_t fen) {
    const std::int64_t size = fen < 0 ? -fen : fen;
    std::string whole = std::to_string(size / 100);
    for (std::size_t at = whole.size(); at > 3; at -= 3)
        whole.insert(at - 3, ",");
    const std::string cents = std::to_string(100 + size % 100);
    return (fen < 0 ? "-" : "") + whole + "." + cents.substr(1);
}

std::string without(std::string text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
    return text;
}

bool isTicked(const Field& field, const Json& value, const std::string& code) {
    if (field.kind == FieldKind::Tags)
        return value.is_array() && std::ranges::find(value, Json(code)) != value.end();
    return value.is_string() && value.get_ref<const std::string&>() == code;
}

}  // namespace

std::string Words::date(const std::string& iso) const {
    if (!daysOf(iso))
        return iso;
    const auto number = [&](std::size_t at) { return std::to_string(std::stoi(iso.substr(at, 2))); };
    if (m_job.language == Language::Zh)
        return iso.substr(0, 4) + "年" + number(5) + "月" + number(8) + "日";
    const auto month = static_cast<std::size_t>(std::stoi(iso.substr(5, 2)) - 1);
    return number(8) + " " + std::string(kMonths[month]) + " " + iso.substr(0, 4);
}

bool Words::holds(const Json& when, const Scope& scope) const {
    return when.is_null() || schema::evaluate(when, *scope.values, m_job.today) == true;
}

Words::Value Words::find(const PaperPlace& place, const Scope& scope) const {
    const auto at = std::ranges::find(*scope.fields, place.name, &Field::name);
    if (at == scope.fields->end())
        return {};
    const Field* field = &*at;
    const Json value = scope.values->value(place.name, Json());
    if (place.linked.empty())
        return {field, value};
    const auto other =
        value.is_string() && m_job.linked ? m_job.linked(value.get<std::string>()) : std::nullopt;
    if (!other || other->type == nullptr)
        return {};
    return {other->type->find(place.linked), other->fields.value(place.linked, Json())};
}

std::string Words::free(const Field& field, Blank blank) const {
    const auto room = [&](std::size_t count) { return unwritten(count, blank); };
    const bool zh = m_job.language == Language::Zh;
    switch (field.kind) {
        case FieldKind::Date:
            return zh ? room(3) + "年" + room(2) + "月" + room(2) + "日" : room(8);
        case FieldKind::Time:
            return zh ? room(2) + "时" + room(2) + "分" : room(4);
        case FieldKind::Integer:
        case FieldKind::Choice:
            return blank == Blank::Room && field.kind == FieldKind::Choice ? std::string() : room(3);
        case FieldKind::Money:
            return room(6) + (zh ? "元" : " yuan");
        default:
            return blank == Blank::Line ? room(kNameBlank) : std::string();
    }
}

std::string Words::shown(const Field& field, const Json& value) const {
    const bool zh = m_job.language == Language::Zh;
    if (field.kind == FieldKind::Date && value.is_string())
        return date(value.get<std::string>());
    if (field.kind == FieldKind::Money && value.is_number_integer())
        return yuan(value.get<std::int64_t>()) + (zh ? "元" : " yuan");
    const std::string text = schema::displayText(field, value, m_job.language, &m_job.units);
    return field.kind == FieldKind::Org && zh ? without(text, " · ") : text;
}

/// All choices in force, or taken, with their boxes; none of them taken is a form to be filled by hand.
std::string Words::ticks(const Field& field, const Json& value) const {
    std::string out;
    const auto add = [&](bool ticked, const std::string& label) {
        out += out.empty() ? "" : m_job.language == Language::Zh ? "　" : "   ";
        out += kTogether;
        out.append(ticked ? kTicked : kOpen).append(label);
        out += kApart;
    };
    if (field.kind == FieldKind::Boolean) {
        const bool known = value.is_boolean();
        add(known && value.get<bool>(), say({"是", "yes"}));
        add(known && !value.get<bool>(), say({"否", "no"}));
    }
    for (const schema::Choice& choice : field.choices) {
        const bool ticked = isTicked(field, value, choice.code);
        if (ticked || choice.inForce(m_job.today))
            add(ticked, say(choice.labels));
    }
    return out;
}

std::string Words::place(const PaperPlace& place, const Scope& scope, Blank blank) const {
    if (place.name == "#")
        return place.format == PaperPlace::Format::Chinese && m_job.language == Language::Zh
                   ? schema::chineseCount(static_cast<std::int64_t>(scope.number))
                   : std::to_string(scope.number);
    if (place.name == "@today")
        return date(m_job.today);
    if (place.name == "@org") {
        const schema::OrgUnit* unit = m_job.units.find(m_job.org);
        return unit == nullptr ? unwritten(kNameBlank, blank) : say(unit->name);
    }
    const Value found = find(place, scope);
    if (found.field == nullptr)
        return blank == Blank::Line ? unwritten(kNameBlank, blank) : std::string();
    if (place.format == PaperPlace::Format::Ticks)
        return ticks(*found.field, found.value);
    if (schema::isEmptyValue(found.value))
        return place.format == PaperPlace::Format::Capital ? unwritten(kNameBlank, blank)
                                                           : free(*found.field, blank);
    if (place.format == PaperPlace::Format::Capital && found.value.is_number_integer())
        return schema::capitalAmount(found.value.get<std::int64_t>());
    if (place.format == PaperPlace::Format::Chinese && found.value.is_number_integer())
        return schema::chineseCount(found.value.get<std::int64_t>());
    return shown(*found.field, found.value);
}

std::string Words::fill(const schema::PaperText& text, const Scope& scope, Blank blank) const {
    std::string out;
    for (const schema::PaperPiece& piece : text.in(m_job.language)) {
        out += piece.literal;
        if (piece.place)
            out += place(*piece.place, scope, blank);
    }
    return out;
}

/// One value, and the record says that it has none of that kind: nobody is to write anything there.
bool Words::isApart(const schema::PaperText& text, const Scope& scope) const {
    const schema::PaperPlace* only = nullptr;
    for (const schema::PaperPiece& piece : text.in(m_job.language)) {
        if (piece.place && only != nullptr)
            return false;
        if (piece.place)
            only = &*piece.place;
    }
    if (only == nullptr || !only->linked.empty())
        return false;
    const auto field = std::ranges::find(*scope.fields, only->name, &Field::name);
    return field != scope.fields->end() && !field->visibleIf.is_null() &&
           schema::evaluate(field->visibleIf, *scope.values, m_job.today) == false;
}

std::string Words::cell(const schema::PaperCell& cell, const Scope& scope) const {
    for (const schema::PaperCase& one : cell.cases)
        if (holds(one.when, scope))
            return fill(one.text, scope, Blank::Room);
    return isApart(cell.text, scope) ? std::string(kNotApplicable) : fill(cell.text, scope, Blank::Room);
}

}  // namespace fayi::paper
